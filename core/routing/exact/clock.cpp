// SPDX-License-Identifier: EUPL-1.2
#include "routing/exact/clock.h"

namespace medicobus::routing {

Gate::Gate(const std::vector<Window>& windows, int day, bool keepsWork)
    : m_isAlwaysOpen(windows.empty()), m_keepsWork(keepsWork) {
    for (const Window& window : windows) {
        if ((window.days >> static_cast<unsigned>(day) & 1U) != 0) {
            m_windows.push_back(window);
        }
    }
    std::sort(m_windows.begin(), m_windows.end(),
              [](const Window& a, const Window& b) { return a.opens < b.opens; });
}

void Gate::pass(const RouteClock& clock, Time length, std::vector<RouteClock>& out) const {
    if (m_isAlwaysOpen) {
        out.push_back({clock.ready + length, m_keepsWork ? clock.work + length : 0, clock.latest});
        return;
    }
    for (const Window& window : m_windows) {
        if (clock.ready > window.closes) {
            continue;
        }
        if (!m_keepsWork) {
            // In the order of their openings, so the first that is not over is the soonest.
            out.push_back({std::max(clock.ready, window.opens) + length, 0, clock.latest});
            return;
        }
        out.push_back({std::max(clock.ready, window.opens) + length, clock.work + length,
                       std::min(clock.latest, window.closes - clock.work)});
    }
}

} // namespace medicobus::routing
