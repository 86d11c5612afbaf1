// SPDX-License-Identifier: EUPL-1.2
#include "vault/search/distance.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace medicobus::vault {
namespace {

constexpr std::size_t mostLetters = 48;
using Row = std::array<std::uint8_t, mostLetters + 2>;

} // namespace

int typosForgiven(std::size_t letters) {
    return letters < 3 ? 0 : letters < 7 ? 1 : 2;
}

// Three rows of the usual table, and of each only the band that `limit` can reach: the cell of i typed and j
// other letters lies at least |i - j| away.
Typos typosBetween(std::string_view typed, std::string_view word, int limit) {
    typed = typed.substr(0, mostLetters);
    word = word.substr(0, mostLetters);
    const auto far = static_cast<std::uint8_t>(limit + 1);
    const auto band = static_cast<std::size_t>(limit);
    if (typed.size() > word.size() + band) {
        return {far, far};
    }
    std::array<Row, 3> rows;
    for (Row& row : rows) {
        row.fill(far);
    }
    Row* beforeLast = &rows[0];
    Row* last = &rows[1];
    Row* now = &rows[2];
    for (std::size_t j = 0; j <= std::min(band, word.size()); ++j) {
        (*last)[j] = static_cast<std::uint8_t>(j);
    }
    for (std::size_t i = 1; i <= typed.size(); ++i) {
        const std::size_t from = i > band ? i - band : 0;
        const std::size_t to = std::min(i + band, word.size());
        now->fill(far);
        std::uint8_t least = far;
        for (std::size_t j = from; j <= to; ++j) {
            int cost = j == 0 ? static_cast<int>(i) : (*last)[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1);
            cost = std::min(cost, (*last)[j] + 1);
            if (j > 0) {
                cost = std::min(cost, (*now)[j - 1] + 1);
            }
            if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) {
                cost = std::min(cost, (*beforeLast)[j - 2] + 1);
            }
            (*now)[j] = static_cast<std::uint8_t>(std::min<int>(cost, far));
            least = std::min(least, (*now)[j]);
        }
        if (least == far) {
            return {far, far};
        }
        std::swap(beforeLast, last);
        std::swap(last, now);
    }
    const std::size_t reach = std::min(typed.size() + band, word.size());
    const std::uint8_t start =
        *std::min_element(last->begin(), last->begin() + static_cast<std::ptrdiff_t>(reach) + 1);
    return {(*last)[word.size()], start};
}

} // namespace medicobus::vault
