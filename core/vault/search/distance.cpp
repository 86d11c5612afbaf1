// SPDX-License-Identifier: EUPL-1.2
#include "vault/search/distance.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace medicobus::vault {
namespace {

constexpr std::size_t mostLetters = 48;
using Row = std::array<std::uint8_t, mostLetters + 2>;

/// Three rows of the usual table, and of each only the band that the limit can reach: the cell of i typed and
/// j other letters lies at least |i - j| away.
struct Table {
    Row beforeLast;
    Row last;
    Row now;
};

/// Fills the row of the typed letter `i` (from 1) and gives back its least cell.
std::uint8_t fillRow(Table& table, std::string_view typed, std::string_view word, std::size_t i,
                     std::size_t band) {
    const auto far = static_cast<std::uint8_t>(band + 1);
    const std::size_t from = i > band ? i - band : 0;
    const std::size_t to = std::min(i + band, word.size());
    table.now.fill(far);
    std::uint8_t least = far;
    for (std::size_t j = from; j <= to; ++j) {
        int cost = table.last[j] + 1;
        if (j > 0) {
            cost = std::min(
                {cost, table.now[j - 1] + 1, table.last[j - 1] + (typed[i - 1] == word[j - 1] ? 0 : 1)});
        }
        if (i > 1 && j > 1 && typed[i - 1] == word[j - 2] && typed[i - 2] == word[j - 1]) {
            cost = std::min(cost, table.beforeLast[j - 2] + 1);
        }
        table.now[j] = static_cast<std::uint8_t>(std::min<int>(cost, far));
        least = std::min(least, table.now[j]);
    }
    return least;
}

} // namespace

int typosForgiven(std::size_t letters) {
    return letters < 3 ? 0 : letters < 7 ? 1 : 2;
}

Typos typosBetween(std::string_view typed, std::string_view word, int limit) {
    typed = typed.substr(0, mostLetters);
    word = word.substr(0, mostLetters);
    const auto far = static_cast<std::uint8_t>(limit + 1);
    const auto band = static_cast<std::size_t>(limit);
    if (typed.size() > word.size() + band) {
        return {far, far};
    }
    Table table;
    table.beforeLast.fill(far);
    table.last.fill(far);
    for (std::size_t j = 0; j <= std::min(band, word.size()); ++j) {
        table.last[j] = static_cast<std::uint8_t>(j);
    }
    for (std::size_t i = 1; i <= typed.size(); ++i) {
        if (fillRow(table, typed, word, i, band) == far) {
            return {far, far};
        }
        table.beforeLast = table.last;
        table.last = table.now;
    }
    const auto reach = static_cast<std::ptrdiff_t>(std::min(typed.size() + band, word.size()));
    return {table.last[word.size()], *std::min_element(table.last.begin(), table.last.begin() + reach + 1)};
}

} // namespace medicobus::vault
