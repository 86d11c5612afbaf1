// SPDX-License-Identifier: EUPL-1.2
#include "words/template.h"

#include "words/format.h"

#include <charconv>
#include <optional>

namespace medicobus::words {
namespace {

/// Sets no-break spaces and the typographic apostrophe, as French and English books do.
std::string typeset(std::string_view text, Language language) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        if (text[i] == '\'') {
            out += "\u2019";
        } else if (language == Language::French && text[i] == ' '
                   && (rest.starts_with(" :") || rest.starts_with(" ;") || rest.starts_with(" !")
                       || rest.starts_with(" ?") || rest.starts_with(" %") || rest.starts_with(" »")
                       || out.ends_with("«"))) {
            out += "\u00a0";
        } else {
            out += text[i];
        }
    }
    return out;
}

std::optional<double> parseNumber(std::string_view text) {
    double value = 0;
    const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

/// A passage is shown by its time: "s1@2027-03-02T09:00".
std::string showWhen(std::string_view value, Language language) {
    const std::size_t at = value.rfind('@');
    const std::string_view time = at == std::string_view::npos ? value : value.substr(at + 1);
    if (const auto local = parseLocal(time)) {
        return dateAndTime(*local, language);
    }
    if (const auto date = parseDate(time)) {
        return longDate(*date, language);
    }
    return std::string(value);
}

/// Each of several times, spaced in the detail.
std::string showTimes(std::string_view value, Language language) {
    std::string out;
    while (!value.empty()) {
        const std::size_t space = std::min(value.find(' '), value.size());
        out += out.empty() ? "" : ", ";
        out += showWhen(value.substr(0, space), language);
        value.remove_prefix(std::min(space + 1, value.size()));
    }
    return out;
}

std::string show(std::string_view value, std::string_view form, Language language) {
    const auto amount = parseNumber(value);
    if (form == "number" && amount) {
        return number(*amount, language);
    }
    if (form == "clock" && amount) {
        return timeOfDay(TimeOfDay(static_cast<int>(*amount)), language);
    }
    if (form == "when") {
        return showTimes(value, language);
    }
    return std::string(value);
}

/// Fills until the end or a closing bracket; `isWhole` turns false when a field was lacking.
std::string fillPart(std::string_view& text, const Error& error, Language language, bool& isWhole) {
    std::string out;
    std::string letters;
    const auto flush = [&] {
        out += typeset(letters, language);
        letters.clear();
    };
    while (!text.empty() && text.front() != ']') {
        const char sign = text.front();
        if (sign == '{') {
            const std::size_t end = text.find('}');
            const std::string_view field = text.substr(1, end - 1);
            const std::size_t colon = std::min(field.find(':'), field.size());
            const std::string_view value = error.detail(field.substr(0, colon));
            isWhole = isWhole && !value.empty();
            flush();
            out +=
                value.empty() ? "…" : show(value, field.substr(std::min(colon + 1, field.size())), language);
            text.remove_prefix(end + 1);
        } else if (sign == '[') {
            text.remove_prefix(1);
            bool isPartWhole = true;
            flush();
            const std::string part = fillPart(text, error, language, isPartWhole);
            out += isPartWhole ? part : "";
            text.remove_prefix(std::min<std::size_t>(1, text.size()));
        } else {
            letters += sign;
            text.remove_prefix(1);
        }
    }
    flush();
    return out;
}

} // namespace

std::string fill(std::string_view text, const Error& error, Language language) {
    bool isWhole = true;
    return fillPart(text, error, language, isWhole);
}

} // namespace medicobus::words
