// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <string_view>

namespace medicobus::vault {

/// How far two words are in letters changed, added, left out or swapped with their neighbour (optimal string
/// alignment: Damerau 1964, Levenshtein 1966), as far as that matters.
struct Typos {
    int whole = 0; ///< To the whole of the other word.
    int start = 0; ///< To the nearest beginning of it, for somebody who is still typing.
};

/// Both are `limit + 1` where they would be more than `limit` (at most 3). Bytes are letters: give folded
/// text.
Typos typosBetween(std::string_view typed, std::string_view word, int limit);

/// Typing errors forgiven in a word of that many letters: none below 3, one below 7, then two.
int typosForgiven(std::size_t letters);

} // namespace medicobus::vault
