// SPDX-License-Identifier: EUPL-1.2
#include "base/text/fold.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

namespace medicobus {
namespace {

const utf8proc_uint8_t* bytesOf(std::string_view text) {
    return reinterpret_cast<const utf8proc_uint8_t*>(text.data());
}

std::string withoutAccents(std::string_view text) {
    constexpr auto options = static_cast<utf8proc_option_t>(
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    utf8proc_uint8_t* raw = nullptr;
    const auto length =
        utf8proc_map(bytesOf(text), static_cast<utf8proc_ssize_t>(text.size()), &raw, options);
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(raw, &std::free);
    if (length < 0) {
        return {};
    }
    return {reinterpret_cast<const char*>(raw), static_cast<std::size_t>(length)};
}

std::string lettersAndSpaces(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0x80) {
            const bool isKept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            out += isKept ? static_cast<char>(c) : ' ';
        } else if (text.substr(i, 2) == "\u0153") {
            out += "oe";
            ++i;
        } else if (text.substr(i, 2) == "\u00e6") {
            out += "ae";
            ++i;
        } else if (text.substr(i, 3) == "\u2019" || text.substr(i, 3) == "\u2010"
                   || text.substr(i, 3) == "\u2013") {
            out += ' ';
            i += 2;
        } else {
            out += static_cast<char>(c);
        }
    }
    return out;
}

} // namespace

std::string foldForSearch(std::string_view text) {
    const std::string plain = lettersAndSpaces(withoutAccents(text));
    std::string out;
    std::size_t at = 0;
    while (at < plain.size()) {
        const std::size_t start = plain.find_first_not_of(' ', at);
        if (start == std::string::npos) {
            break;
        }
        at = std::min(plain.find(' ', start), plain.size());
        std::string_view word(plain.data() + start, at - start);
        if (word == "st") {
            word = "saint";
        } else if (word == "ste") {
            word = "sainte";
        }
        if (!out.empty()) {
            out += ' ';
        }
        out += word;
    }
    return out;
}

std::optional<std::size_t> firstInvalidUtf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        utf8proc_int32_t point = 0;
        const auto length =
            utf8proc_iterate(bytesOf(text) + at, static_cast<utf8proc_ssize_t>(text.size() - at), &point);
        if (length < 1) {
            return at;
        }
        at += static_cast<std::size_t>(length);
    }
    return std::nullopt;
}

} // namespace medicobus
