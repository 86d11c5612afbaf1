// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/plan.h"
#include "plan/scenario.h"

#include <QString>

#include <optional>
#include <vector>

namespace medicobus::app {

/// What the board, the list of days and the timetable show: a plan beside the scenario it was made from.
struct PlanContent {
    /// Must outlive the content.
    const plan::Scenario* scenario = nullptr;
    plan::Plan plan;

    /// The days on which at least one bus works, from Monday.
    std::vector<Weekday> weekdays() const;
    /// The series of one bus on one half-day of one week, if any.
    const plan::Series* seriesAt(const plan::BusKey& bus, int week, Weekday day,
                                 const plan::SessionKey& session) const;
    /// The position of a tour in the plan, or -1.
    int tourAt(const plan::BusKey& bus, int week, Weekday day) const;
};

/// `Bus 1` for the first of a scenario, whatever its id.
QString busText(const plan::Scenario& scenario, const plan::BusKey& bus);
/// `Semaine 1` for week 0.
QString weekText(int week);
/// `matin`, `après-midi`, or the id of another kind of session as it is written.
QString sessionText(const plan::SessionKey& session);
/// The commune of a site; its own name or id when the territory does not know it.
QString communeText(const plan::Scenario& scenario, const plan::SiteKey& site);
/// `9 h – 12 h`.
QString hoursText(TimeOfDay start, TimeOfDay end);

} // namespace medicobus::app
