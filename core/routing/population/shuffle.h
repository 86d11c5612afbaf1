// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"

#include <utility>
#include <vector>

namespace medicobus::routing::population {

/// Fisher-Yates; the standard's order differs from library to library.
template <typename T>
void shuffle(std::vector<T>& items, Random& random) {
    for (std::size_t i = items.size(); i > 1; --i) {
        std::swap(items[i - 1], items[random.below(i)]);
    }
}

} // namespace medicobus::routing::population
