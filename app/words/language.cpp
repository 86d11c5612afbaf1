// SPDX-License-Identifier: EUPL-1.2
#include "words/language.h"

#include <cstdlib>

namespace medicobus::words {

std::optional<Language> parseLanguage(std::string_view locale) {
    const std::string_view language = locale.substr(0, locale.find_first_of("_-.@"));
    if (language == "fr") {
        return Language::French;
    }
    if (language == "en") {
        return Language::English;
    }
    return std::nullopt;
}

Language languageOfEnvironment() {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value == nullptr || *value == '\0') {
            continue;
        }
        const std::string_view locale = value;
        const std::string_view language = locale.substr(0, locale.find_first_of("_-.@"));
        if (language == "C" || language == "POSIX") {
            return Language::French;
        }
        return parseLanguage(locale).value_or(Language::English);
    }
    return Language::French;
}

} // namespace medicobus::words
