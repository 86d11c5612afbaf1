// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/problem.h"

#include <algorithm>
#include <vector>

namespace medicobus::routing {

/// The time at which a partial route is done, as a function of its departure d: max(ready, d + work) for d up
/// to `latest`. One window at each stop keeps it in that shape; where a stop or a break has several, there
/// is one such function for each choice.
struct RouteClock {
    Time ready = 0;
    Time work = 0;
    Time latest = farFuture;

    /// The shortest span from departure to now.
    Time span() const { return std::max(work, ready - latest); }
};

/// The windows of one day by which starts are told, with what is done before and after each start.
class Gate {
public:
    Gate(const std::vector<Window>& windows, int day, bool keepsWork);

    /// Waits for a start and then works; adds to `out` what is possible. With `keepsWork` each window is a
    /// choice of its own, since a later one may make the duty shorter; without, only the soonest counts.
    void pass(const RouteClock& clock, Time length, std::vector<RouteClock>& out) const;

private:
    std::vector<Window> m_windows;
    bool m_isAlwaysOpen = false;
    bool m_keepsWork = false;
};

} // namespace medicobus::routing
