// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/verify.h"
#include "tests/core/plan/small_case.h"

#include <set>
#include <string>

namespace medicobus::plan::testing {

inline std::set<std::string> brokenCodes(const Verification& found) {
    std::set<std::string> codes;
    for (const BrokenRule& broken : found.broken) {
        codes.emplace(broken.code.name);
    }
    return codes;
}

/// A second bus that does at Aubert what the first does.
inline void addSecondBus(Scenario& scenario, Plan& plan) {
    scenario.buses.push_back(scenario.buses[0]);
    scenario.buses.back().id = {"B2"};
    Series series = plan.series[0];
    series.id = {"s3"};
    series.bus = {"B2"};
    plan.series.push_back(series);
    for (const int week : {0, 1}) {
        Tour tour = smallPlan().tours[1];
        tour.bus = {"B2"};
        tour.week = week;
        tour.stops[0].series = {"s3"};
        plan.tours.push_back(tour);
    }
}

/// The same promises told over four weeks.
inline void stretchToFourWeeks(Scenario& scenario, Plan& plan) {
    scenario.cycleWeeks = 4;
    plan.series[0].weeks = {0, 1, 2, 3};
    plan.series[1].weeks = {0, 2};
    for (const std::size_t i : {0U, 1U}) {
        plan.tours.push_back(plan.tours[i]);
        plan.tours.back().week += 2;
    }
}

/// Drops the visits of Clos in week 2 of four.
inline void forgetClosInWeekTwo(Plan& plan) {
    plan.series[1].weeks = {0};
    plan.tours[2] = plan.tours[1];
    plan.tours[2].week = 2;
}

} // namespace medicobus::plan::testing
