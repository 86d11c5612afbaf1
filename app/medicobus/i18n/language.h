// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "words/language.h"

#include <QString>

#include <optional>

/// The language that the screens speak: French, which is the source, or English.
namespace medicobus::app::i18n {

/// The one in use, French until `speak` says otherwise.
words::Language language();

/// What the system asks for: the first language that it names, English for one that is neither French nor
/// English, French when it names none.
words::Language languageOfSystem();

/// From now on every text is asked for in this language, and numbers are written as its people write them;
/// `Workspace::noteLanguage` tells those that hold older ones. False when it is in use already.
bool speak(words::Language language);

/// "fr" or "en".
QString codeOf(words::Language language);
/// Nothing for any other code.
std::optional<words::Language> fromCode(const QString& code);

} // namespace medicobus::app::i18n
