// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/geo.h"
#include "base/result.h"
#include "routing/solve.h"
#include "travel/travel_model.h"

#include <string>
#include <vector>

namespace medicobus::planner {

/// Hours at which somebody can be visited; the visit starts within them.
struct VisitHours {
    TimeOfDay from{0};
    TimeOfDay to{24 * 60};
};

/// One address of a home round.
struct HomeVisit {
    std::string id; ///< Told in errors and in the timetable.
    GeoPoint point;
    std::chrono::minutes length{20};
    std::vector<VisitHours> hours; ///< Empty: at any time of the session.
};

/// A session spent on a round of addresses, from one place (the site or the stop before) to another.
struct RoundRequest {
    GeoPoint start;
    GeoPoint end;
    TimeOfDay opens{0};  ///< Leaves `start` at the soonest.
    TimeOfDay closes{0}; ///< Is at `end` by then.
    std::vector<HomeVisit> visits;
};

struct RoundStop {
    std::size_t visit = 0;          ///< Place in `RoundRequest::visits`.
    std::chrono::seconds arrive{0}; ///< Since midnight.
    std::chrono::seconds start{0};
    std::chrono::seconds leave{0};
};

/// The ordered timetable of a round: back as early as its least driving allows, leaving as late as that does.
struct Round {
    std::chrono::seconds depart{0};
    std::chrono::seconds back{0};
    std::vector<RoundStop> stops;
    std::chrono::seconds driving{0};
    bool isOptimal = false; ///< No order drives less.
};

/// Orders the visits so that the round drives least, each drive rounded up to whole seconds; all of them are
/// made. Proven up to about fifteen visits (`routing::solve`), else the best found with these options.
/// Errors: those of `routing::solve`, with the visit's id as value where one cannot be made.
[[nodiscard]] Result<Round> planRound(const travel::TravelModel& travel, const RoundRequest& request,
                                      const routing::Options& options = {});

} // namespace medicobus::planner
