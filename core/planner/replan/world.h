// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "plan/scenario.h"

#include <variant>

namespace medicobus::planner {

/// The town hall takes its room back for good.
struct RoomClosed {
    plan::SiteKey site;
};
/// A commune lends a room that the scenario does not know: at its point, on the working days, all day.
struct RoomLent {
    territory::InseeCode commune;
};
struct DoctorSettles {
    territory::InseeCode commune;
    double consultationsYear = 0;
};
struct BusLost {
    plan::BusKey bus;
};
/// One more bus like the scenario's first, from the point of a commune.
struct BusGained {
    plan::BusKey bus;
    territory::InseeCode depot;
};

/// One thing that changes for good in the world that a plan is made for.
using Change = std::variant<RoomClosed, RoomLent, DoctorSettles, BusLost, BusGained>;

/// The scenario after the change; what is locked at a room or bus that is no more is unlocked.
/// Errors: `replan.unknown_site`, `replan.unknown_bus`, `replan.unknown_commune` (also one without a point),
/// `replan.already` when the commune has a site or the bus exists, `replan.last_bus`.
[[nodiscard]] Result<plan::Scenario> changed(plan::Scenario scenario, const Change& change);

namespace codes {
inline constexpr ErrorCode replanUnknownSite{"replan.unknown_site"};
inline constexpr ErrorCode replanUnknownBus{"replan.unknown_bus"};
inline constexpr ErrorCode replanUnknownCommune{"replan.unknown_commune"};
inline constexpr ErrorCode replanAlready{"replan.already"};
inline constexpr ErrorCode replanLastBus{"replan.last_bus"};
} // namespace codes

} // namespace medicobus::planner
