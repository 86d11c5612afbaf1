// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/scenario.h"

#include <optional>
#include <string>
#include <string_view>

namespace medicobus::planner {

/// Why no bus can hold any session at a site, even with nothing else to do.
struct Obstacle {
    std::string_view code; ///< `plan::reasons`: opening, forbidden or outOfDutyDay; empty: none.
    // Of `opening`, minutes.
    double longest = 0; ///< Of the room's hours inside a session's window on a day of a bus.
    double needed = 0;  ///< By the shortest session.
    // Of `outOfDutyDay`.
    plan::BusKey bus{};   ///< The one that lacks least.
    double roundTrip = 0; ///< Its driving minutes.
    std::string limit{};  ///< "duty", "driving", "hours", "all" (these three together) or "work".
    int excess = 0;       ///< Minutes: with so much more the day is lawful, with one less it is not.
};

/// `scenario` is lean and holds the site.
Obstacle findObstacle(const plan::Scenario& scenario, const plan::SiteKey& site);

/// The scenario with one limit of one bus relaxed: `duty` and `driving` by so many minutes a day, `hours` by
/// as many at either end, `all` by the three at once.
plan::Scenario relaxed(plan::Scenario scenario, const plan::BusKey& bus, std::string_view limit, int more);

} // namespace medicobus::planner
