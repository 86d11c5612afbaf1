// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/verify.h"

namespace medicobus::plan {

/// The plan under judgement and what is found of it, passed from one check to the next.
struct Judgement {
    const Scenario& scenario;
    const Plan& plan;
    const travel::TravelModel& travel;
    Verification& found;

    BrokenRule& report(int rule, ErrorCode code) const {
        BrokenRule broken{.rule = rule, .code = code};
        return found.broken.emplace_back(std::move(broken));
    }
};

/// Whether the plan holds together: ids that exist and are unique, weeks of this cycle, steady patterns.
void checkStructure(const Judgement& judgement);
/// Rules 1 to 4 along each tour, and the time of rule 6.
void checkTours(const Judgement& judgement);
/// Rule 1 across tours, and rule 4 between series and tours.
void checkPresence(const Judgement& judgement);
/// Rules 5 to 7.
void checkCycle(const Judgement& judgement);
/// Rule 8: who covers what, and for how long.
void checkPeople(const Judgement& judgement);
/// Recomputes the figures, then compares those of the file.
void checkFigures(const Judgement& judgement);

/// Driving of a tour, from the travel model: minutes and kilometres, not rounded.
struct TourDriving {
    double minutes = 0;
    double kilometres = 0;
};

/// A tour whose bus, series or site is unknown counts only the drives between places that are known.
TourDriving drivingOf(const Judgement& judgement, const Tour& tour);
/// Minutes of work of a tour: everything from leaving to coming back but the bus's break, or the pauses
/// inside its sessions where they are longer.
double dutyOf(const Judgement& judgement, const Tour& tour);
/// The longest work of a tour, in minutes, without a rest of `pause` minutes.
double longestStretchOf(const Judgement& judgement, const Tour& tour, double pause);

} // namespace medicobus::plan
