// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"
#include "words/language.h"
#include "words/sentence.h"

#include <nlohmann/json.hpp>

#include <stop_token>
#include <string>
#include <string_view>

namespace medicobus::cli {

using OrderedJson = nlohmann::ordered_json;

/// What a command ends with, as `formats.md` says.
enum class Exit { Done = 0, Found = 1, Unusable = 2 };

/// Where a command speaks: tables and sentences for people, JSON for machines, in the language asked for.
class Console {
public:
    words::Language language = words::Language::French;
    bool isJson = false;
    std::stop_token stop; ///< Asked by Ctrl-C: finish with the best found so far.

    /// The text in the language of this run.
    std::string_view pick(std::string_view french, std::string_view english) const {
        return language == words::Language::French ? french : english;
    }
    std::string number(double value, int decimals = 0) const;

    /// A line of the answer, on the standard output.
    void say(std::string_view line = {}) const;
    void answer(const OrderedJson& json) const;
    /// A line beside the answer, on the standard error.
    void note(std::string_view line) const;
    /// Tells an error and its remedy on the standard error.
    Exit fail(const Error& error) const;
    Exit fail(const words::Sentence& sentence) const;
};

/// An error as machines read it: code, details and the sentence.
OrderedJson jsonOf(const Error& error, words::Language language);

} // namespace medicobus::cli
