// SPDX-License-Identifier: EUPL-1.2
#include "tests/crew/needles.h"

#include "base/file.h"
#include "vault/keys/base64.h"

#include <algorithm>

namespace medicobus::test {

namespace {

std::string folded(std::string_view bytes) {
    std::string text(bytes);
    std::transform(text.begin(), text.end(), text.begin(), [](char each) {
        return each >= 'A' && each <= 'Z' ? static_cast<char>(each + 32) : each;
    });
    return text;
}

std::string utf16(std::string_view latin, bool isBigEndian) {
    std::string wide;
    for (std::size_t at = 0; at < latin.size(); ++at) {
        auto unit = static_cast<unsigned char>(latin[at]);
        if (unit >= 0xC2) {
            unit = static_cast<unsigned char>((unit << 6) | (static_cast<unsigned char>(latin[++at]) & 0x3F));
        }
        const auto low = static_cast<char>(unit);
        wide += isBigEndian ? std::string({'\0', low}) : std::string({low, '\0'});
    }
    return wide;
}

/// The letters that any Base64 of something around the text has, for each place in its groups of three.
std::vector<std::string> base64Cores(const std::string& text) {
    std::vector<std::string> cores;
    for (std::size_t before = 0; before < 3; ++before) {
        const std::string around = std::string(before, 'x') + text;
        const std::string coded = vault::toBase64(std::string_view(around));
        const std::size_t first = before == 0 ? 0 : before + 1;
        const std::size_t whole = around.size() * 8 / 6;
        std::string core = coded.substr(first, whole - first);
        cores.push_back(core);
        std::replace(core.begin(), core.end(), '-', '+');
        std::replace(core.begin(), core.end(), '_', '/');
        cores.push_back(core);
    }
    return cores;
}

} // namespace

Needles::Needles(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
        const std::string low = folded(text);
        m_needles.push_back({text, {low, utf16(low, false), utf16(low, true)}, base64Cores(text)});
    }
}

std::vector<std::string> Needles::in(std::string_view bytes, const std::string& where) const {
    const std::string low = folded(bytes);
    std::vector<std::string> found;
    for (const Needle& needle : m_needles) {
        const auto isIn = [](std::string_view hay) {
            return [hay](const std::string& form) { return hay.find(form) != std::string_view::npos; };
        };
        if (std::any_of(needle.folded.begin(), needle.folded.end(), isIn(low))
            || std::any_of(needle.exact.begin(), needle.exact.end(), isIn(bytes))) {
            found.push_back(needle.text + " in " + where);
        }
    }
    return found;
}

std::vector<std::string> Needles::below(const std::filesystem::path& folder) const {
    std::vector<std::string> found;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (const auto bytes = file.is_regular_file() ? readFile(file.path()) : std::string()) {
            auto here = in(*bytes, file.path().lexically_relative(folder).string());
            found.insert(found.end(), here.begin(), here.end());
        } else {
            found.push_back("not readable: " + file.path().string());
        }
    }
    return found;
}

} // namespace medicobus::test
