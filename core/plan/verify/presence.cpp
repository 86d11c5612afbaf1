// SPDX-License-Identifier: EUPL-1.2
#include "plan/verify/checks.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace medicobus::plan {
namespace {

using Day = std::pair<int, Weekday>;

BrokenRule& reportSeries(const Judgement& judgement, int rule, ErrorCode code, const Series& series) {
    BrokenRule& broken = judgement.report(rule, code);
    broken.series = series.id;
    broken.site = series.site;
    broken.bus = series.bus;
    broken.weekday = series.weekday;
    return broken;
}

BrokenRule& reportTour(const Judgement& judgement, int rule, ErrorCode code, const Tour& tour) {
    BrokenRule& broken = judgement.report(rule, code);
    broken.bus = tour.bus;
    broken.week = tour.week;
    broken.weekday = tour.weekday;
    return broken;
}

/// A recurrence says these weeks when going around the cycle every step is as long as the others.
bool isSteady(const std::vector<int>& weeks, int cycleWeeks) {
    for (std::size_t i = 0; i < weeks.size(); ++i) {
        const bool isLast = i + 1 == weeks.size();
        const int next = isLast ? weeks.front() + cycleWeeks : weeks[i + 1];
        if ((next - weeks[i]) * static_cast<int>(weeks.size()) != cycleWeeks) {
            return false;
        }
    }
    return !weeks.empty();
}

void checkWeeks(const Judgement& judgement, const Series& series) {
    const int cycle = judgement.scenario.cycleWeeks;
    for (const int week : series.weeks) {
        if (week < 0 || week >= cycle) {
            BrokenRule& broken = reportSeries(judgement, 0, codes::planWeekOutsideCycle, series);
            broken.week = week;
            broken.value = week;
            broken.limit = cycle - 1;
            return;
        }
    }
    if (!isSteady(series.weeks, cycle)) {
        reportSeries(judgement, 0, codes::planWeekPattern, series);
    }
}

/// What a bus does on one day is one tour: a second one would hide from the limits of the first.
void checkToursOfOneDay(const Judgement& judgement) {
    std::set<std::tuple<BusKey, int, Weekday>> days;
    for (const Tour& tour : judgement.plan.tours) {
        if (!days.insert({tour.bus, tour.week, tour.weekday}).second) {
            reportTour(judgement, 4, codes::ruleSecondTour, tour);
        }
    }
}

/// Sessions at once in one site, whichever the bus; one may begin when another ends.
void checkRooms(const Judgement& judgement) {
    std::map<std::pair<SiteKey, Day>, std::vector<const Stop*>> stops;
    for (const Tour& tour : judgement.plan.tours) {
        for (const Stop& stop : tour.stops) {
            if (const Series* series = judgement.plan.findSeries(stop.series)) {
                stops[{series->site, {tour.week, tour.weekday}}].push_back(&stop);
            }
        }
    }
    for (const auto& [where, sessions] : stops) {
        const Site* site = judgement.scenario.findSite(where.first);
        std::ptrdiff_t most = 0;
        for (const Stop* one : sessions) {
            most = std::max(most, std::ranges::count_if(sessions, [&](const Stop* other) {
                                return other->start <= one->start && one->start < other->end;
                            }));
        }
        if (site && most > site->rooms) {
            BrokenRule& broken = judgement.report(1, codes::ruleRooms);
            broken.site = site->id;
            broken.week = where.second.first;
            broken.weekday = where.second.second;
            broken.value = static_cast<double>(most);
            broken.limit = site->rooms;
        }
    }
}

bool isServed(const Tour& tour, const Series& series, int week) {
    return tour.bus == series.bus && tour.weekday == series.weekday && tour.week == week;
}

/// A stop belongs to a tour when its series says that bus, weekday and week.
void checkStops(const Judgement& judgement) {
    for (const Tour& tour : judgement.plan.tours) {
        std::set<SeriesKey> seen;
        for (const Stop& stop : tour.stops) {
            const Series* series = judgement.plan.findSeries(stop.series);
            const bool belongs = series && isServed(tour, *series, tour.week)
                                 && std::ranges::find(series->weeks, tour.week) != series->weeks.end()
                                 && seen.insert(stop.series).second;
            if (!belongs) {
                reportTour(judgement, 4, codes::ruleNoSeries, tour).series = stop.series;
            }
        }
    }
}

void checkSeriesHaveStops(const Judgement& judgement) {
    for (const Series& series : judgement.plan.series) {
        for (const int week : series.weeks) {
            const bool found = std::ranges::any_of(judgement.plan.tours, [&](const Tour& tour) {
                return isServed(tour, series, week)
                       && std::ranges::find(tour.stops, series.id, &Stop::series) != tour.stops.end();
            });
            if (!found) {
                reportSeries(judgement, 4, codes::ruleNoStop, series).week = week;
            }
        }
    }
}

} // namespace

void checkStructure(const Judgement& judgement) {
    std::set<SeriesKey> ids;
    for (const Series& series : judgement.plan.series) {
        if (!ids.insert(series.id).second) {
            reportSeries(judgement, 0, codes::planDuplicateSeries, series);
        }
        if (!judgement.scenario.findBus(series.bus)) {
            reportSeries(judgement, 0, codes::planUnknownBus, series);
        }
        if (!judgement.scenario.findSite(series.site)) {
            reportSeries(judgement, 0, codes::planUnknownSite, series);
        }
        if (!judgement.scenario.findSession(series.session)) {
            reportSeries(judgement, 0, codes::planUnknownSession, series);
        }
        checkWeeks(judgement, series);
    }
    for (const Tour& tour : judgement.plan.tours) {
        if (!judgement.scenario.findBus(tour.bus)) {
            reportTour(judgement, 0, codes::planUnknownBus, tour);
        }
        if (tour.week < 0 || tour.week >= judgement.scenario.cycleWeeks) {
            BrokenRule& broken = reportTour(judgement, 0, codes::planWeekOutsideCycle, tour);
            broken.value = tour.week;
            broken.limit = judgement.scenario.cycleWeeks - 1;
        }
    }
}

void checkPresence(const Judgement& judgement) {
    checkRooms(judgement);
    checkToursOfOneDay(judgement);
    checkStops(judgement);
    checkSeriesHaveStops(judgement);
}

} // namespace medicobus::plan
