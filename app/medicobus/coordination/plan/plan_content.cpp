// SPDX-License-Identifier: EUPL-1.2
#include "coordination/plan/plan_content.h"

#include "coordination/figures.h"

#include <QCoreApplication>

#include <algorithm>

namespace medicobus::app {

std::vector<Weekday> PlanContent::weekdays() const {
    std::vector<Weekday> days;
    for (int day = 0; day < int(weekdayCodes.size()); ++day) {
        const auto works = [&](const plan::Bus& bus) {
            return std::find(bus.weekdays.begin(), bus.weekdays.end(), Weekday(day)) != bus.weekdays.end();
        };
        if (std::any_of(scenario->buses.begin(), scenario->buses.end(), works)) {
            days.push_back(Weekday(day));
        }
    }
    return days;
}

const plan::Series* PlanContent::seriesAt(const plan::BusKey& bus, int week, Weekday day,
                                          const plan::SessionKey& session) const {
    const auto found = std::find_if(plan.series.begin(), plan.series.end(), [&](const plan::Series& series) {
        return series.bus == bus && series.weekday == day && series.session == session
               && std::find(series.weeks.begin(), series.weeks.end(), week) != series.weeks.end();
    });
    return found == plan.series.end() ? nullptr : &*found;
}

int PlanContent::tourAt(const plan::BusKey& bus, int week, Weekday day) const {
    const auto found = std::find_if(plan.tours.begin(), plan.tours.end(), [&](const plan::Tour& tour) {
        return tour.bus == bus && tour.week == week && tour.weekday == day;
    });
    return found == plan.tours.end() ? -1 : int(found - plan.tours.begin());
}

QString busText(const plan::Scenario& scenario, const plan::BusKey& bus) {
    const auto found = std::find_if(scenario.buses.begin(), scenario.buses.end(),
                                    [&](const plan::Bus& own) { return own.id == bus; });
    return found == scenario.buses.end()
               ? text(bus.value)
               : QCoreApplication::translate("Plan", "Bus\u00a0%1").arg(found - scenario.buses.begin() + 1);
}

QString weekText(int week) {
    return QCoreApplication::translate("Plan", "Semaine\u00a0%1").arg(week + 1);
}

QString sessionText(const plan::SessionKey& session) {
    if (session.value == "matin") {
        return QCoreApplication::translate("Plan", "matin");
    }
    if (session.value == "apres-midi") {
        return QCoreApplication::translate("Plan", "après-midi");
    }
    return text(session.value);
}

QString communeText(const plan::Scenario& scenario, const plan::SiteKey& site) {
    const auto* found = scenario.findSite(site);
    if (!found) {
        return text(site.value);
    }
    return text(found->commune.empty() ? (found->name.empty() ? site.value : found->name) : found->commune);
}

QString hoursText(TimeOfDay start, TimeOfDay end) {
    return u"%1\u00a0– %2"_qs.arg(hourText(start), hourText(end));
}

} // namespace medicobus::app
