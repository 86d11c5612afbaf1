// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"
#include "plan/verify.h"
#include "words/language.h"

#include <string>

namespace medicobus::words {

/// An error as a person reads it, UTF-8.
struct Sentence {
    std::string where;  ///< "communes.csv, ligne 3, colonne lat"; empty when the error has no place.
    std::string what;   ///< What happened, a whole sentence.
    std::string remedy; ///< What to do next, a whole sentence.

    /// All three in one line.
    std::string text() const;
};

/// The words for an error; a code without words gets a general sentence that names it.
Sentence sentenceOf(const Error& error, Language language);

/// A broken rule of a plan, with its week, weekday, bus, site and series as its place.
Sentence sentenceOf(const plan::BrokenRule& rule, Language language);
/// A stated figure that does not follow from the scenario.
Sentence sentenceOf(const plan::FigureMismatch& mismatch, Language language);

/// A session that nobody covers, with its week, weekday, bus, site and series as its place.
Sentence sentenceOf(const plan::Uncovered& session, const plan::Plan& plan, Language language);

/// True when this code has words of its own.
bool hasWords(std::string_view code);

} // namespace medicobus::words
