// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/single/model.h"

namespace medicobus::routing::single {

/// For each station the cheapest arcs that a lawful order may use, cheapest first.
class Near {
public:
    Near(const Model& model, std::size_t count);

    /// Where the arcs out of the station lead.
    const std::vector<int>& after(int station) const { return m_after[static_cast<std::size_t>(station)]; }
    /// Where the arcs into the station come from.
    const std::vector<int>& before(int station) const { return m_before[static_cast<std::size_t>(station)]; }

private:
    std::vector<std::vector<int>> m_after;
    std::vector<std::vector<int>> m_before;
};

} // namespace medicobus::routing::single
