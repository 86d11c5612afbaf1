// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::vault {

/// What somebody typed to find a person, taken apart; every part may be missing.
struct Query {
    std::vector<std::string> words;  ///< Folded.
    std::vector<std::string> spoken; ///< The sound of each word.
    std::vector<Date> birthDates;    ///< More than one when the century was left out.
    std::optional<int> birthYear;
    std::string phone; ///< At least four digits, without the leading 0 or +33.
};

/// Reads "Dupont 12/03/1951", "12031951", "1951-03-12", "12/3/51", "1951", "06 99 88 77 01", in any order.
/// Digits that are neither a date nor a year are part of a phone number.
Query readQuery(std::string_view text);

} // namespace medicobus::vault
