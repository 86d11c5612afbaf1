// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <optional>
#include <string_view>

namespace medicobus::words {

/// French is the source language; English is complete.
enum class Language { French, English };

/// "fr", "fr_FR.UTF-8", "en-GB": by the language alone; nothing for any other.
std::optional<Language> parseLanguage(std::string_view locale);

/// The language of messages that the environment asks for: the first of LC_ALL, LC_MESSAGES and LANG that is
/// set (POSIX.1-2017 8.2). French when none is, for C and POSIX; English for any other language, which more
/// of its speakers read.
Language languageOfEnvironment();

} // namespace medicobus::words
