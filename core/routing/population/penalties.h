// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/population/instance.h"

#include <array>

namespace medicobus::routing::population {

/// Costs of a unit of load above capacity and of a unit of time late.
struct Weights {
    Cost load = 1;
    Cost time = 1;
};

/// Weights that rise while too few children obey a limit and fall while too many do, so that the search
/// follows the border of what is lawful.
class Penalties {
public:
    explicit Penalties(const Instance& instance);

    const Weights& weights() const { return m_weights; }
    /// Heavy enough that an unlawful child is mostly repaired.
    Weights raised() const;
    void note(bool keepsLoad, bool keepsTime);

private:
    static constexpr std::size_t loads = 0;
    static constexpr std::size_t times = 1;

    Weights m_weights;
    Weights m_most;
    std::array<int, 2> m_kept{};
    int m_seen = 0;
};

} // namespace medicobus::routing::population
