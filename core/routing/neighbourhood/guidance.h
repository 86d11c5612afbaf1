// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/neighbourhood/draft.h"

namespace medicobus::routing::neighbourhood {

/// What the search minimises: the problem's value, with a price for driving time where prizes far outweigh
/// costs (shorter tours with the same prizes have room for more), and for each duty left out a weight that
/// rises as long as it is.
class Guidance {
public:
    explicit Guidance(const Model& model);

    double energy(const Draft& draft) const;
    /// What serving a place is worth.
    double pull(int place) const { return m_pulls[static_cast<std::size_t>(place)]; }
    double timeWeight() const { return m_timeWeight; }
    /// A weight that makes a delay comparable with the rest of a slot's price.
    double delayWeight() const { return m_delayWeight; }
    /// The step of energy that matters: a typical prize or a typical drive.
    double scale() const { return m_scale; }
    bool isPrizeFirst() const { return m_timeWeight > 0; }
    void raiseAbsent(const Draft& draft);

private:
    double m_timeWeight = 0;
    double m_delayWeight = 0;
    double m_scale = 1;
    double m_dutyStep = 1;
    std::vector<double> m_pulls;
};

} // namespace medicobus::routing::neighbourhood
