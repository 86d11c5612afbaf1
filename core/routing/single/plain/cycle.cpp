// SPDX-License-Identifier: EUPL-1.2
#include "routing/single/plain/cycle.h"

#include <utility>

namespace medicobus::routing::single {

Cycle::Cycle(std::vector<int> order) : m_order(std::move(order)), m_places(m_order.size()) {
    for (std::size_t i = 0; i < m_order.size(); ++i) {
        m_places[static_cast<std::size_t>(m_order[i])] = static_cast<int>(i);
    }
}

void Cycle::turn(int first, int last) {
    const int from = placeOf(m_isReversed ? last : first);
    const int to = placeOf(m_isReversed ? first : last);
    const int inside = (to - from + size()) % size() + 1;
    if (2 * inside <= size()) {
        swapInwards(from, to, inside / 2);
    } else {
        m_isReversed = !m_isReversed;
        swapInwards(to + 1 == size() ? 0 : to + 1, from == 0 ? size() - 1 : from - 1, (size() - inside) / 2);
    }
}

void Cycle::swapInwards(int first, int last, int swaps) {
    for (int i = 0; i < swaps; ++i) {
        int& left = m_order[static_cast<std::size_t>(first)];
        int& right = m_order[static_cast<std::size_t>(last)];
        std::swap(left, right);
        m_places[static_cast<std::size_t>(left)] = first;
        m_places[static_cast<std::size_t>(right)] = last;
        first = first + 1 == size() ? 0 : first + 1;
        last = last == 0 ? size() - 1 : last - 1;
    }
}

} // namespace medicobus::routing::single
