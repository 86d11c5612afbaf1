// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <cstddef>
#include <vector>

namespace medicobus::routing::single {

/// A round trip through nodes 0 to n - 1 in an array, of which a path is turned by turning the shorter side.
class Cycle {
public:
    explicit Cycle(std::vector<int> order);

    int size() const { return static_cast<int>(m_order.size()); }
    int next(int node) const { return stepFrom(node, !m_isReversed); }
    int previous(int node) const { return stepFrom(node, m_isReversed); }
    /// The node so many steps ahead, at most `size`.
    int ahead(int node, int steps) const {
        const int place = placeOf(node) + (m_isReversed ? size() - steps : steps);
        return at(place >= size() ? place - size() : place);
    }
    /// Turns the path that runs forwards from one node to the other.
    void turn(int first, int last);

private:
    int at(int place) const { return m_order[static_cast<std::size_t>(place)]; }
    int placeOf(int node) const { return m_places[static_cast<std::size_t>(node)]; }
    int stepFrom(int node, bool isUpwards) const {
        const int place = placeOf(node);
        if (isUpwards) {
            return at(place + 1 == size() ? 0 : place + 1);
        }
        return at(place == 0 ? size() - 1 : place - 1);
    }
    void swapInwards(int first, int last, int swaps);

    std::vector<int> m_order;
    std::vector<int> m_places;
    bool m_isReversed = false; ///< The array is read downwards.
};

} // namespace medicobus::routing::single
