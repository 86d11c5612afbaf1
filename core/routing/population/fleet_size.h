// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/population/instance.h"

namespace medicobus::routing::population {

/// How many vehicles children may use, where vehicles are so dear that fewer come before shorter drives: goes
/// between the fewest that could carry all loads and the fewest known to do, halving what lies between.
class FleetSize {
public:
    explicit FleetSize(const Instance& instance);

    int limit() const { return m_limit; }
    /// A child made under the limit: how many vehicles it uses, 0 when it is unlawful.
    void note(int vehicles);

private:
    void aim();

    bool m_isSought;
    bool m_isFirst = true; ///< Until some lawful child is known, all vehicles may be used.
    int m_least;
    int m_most;
    int m_limit;
    int m_tried = 0;
};

} // namespace medicobus::routing::population
