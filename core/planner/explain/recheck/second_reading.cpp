// SPDX-License-Identifier: EUPL-1.2
#include "planner/explain/recheck/second_reading.h"

#include "plan/verify.h"

#include <algorithm>
#include <cmath>

namespace medicobus::planner {
namespace {

using std::chrono::minutes;

double unmetNeed(const plan::Scenario& scenario, const territory::Commune& commune) {
    if (!commune.population || !commune.point || !commune.apl) {
        return 0;
    }
    return *commune.population * std::max(0.0, scenario.policy.threshold - *commune.apl);
}

/// Q_i, slots a year.
double slotsOf(const plan::Scenario& scenario, const plan::Plan& plan, const plan::SiteKey& site) {
    double slots = 0;
    for (const plan::Series& series : plan.series) {
        if (series.site == site) {
            const auto each = static_cast<double>((series.end - series.start) / scenario.policy.slot);
            slots += each * static_cast<double>(series.weeks.size()) * scenario.policy.showRate
                     * scenario.policy.weeksPerYear / scenario.cycleWeeks;
        }
    }
    return slots;
}

/// One day at one site, tried at every start.
class Day {
public:
    Day(const plan::Scenario& scenario, const plan::Site& site, const plan::Bus& bus, Weekday weekday)
        : m_scenario(scenario), m_site(site), m_bus(bus), m_weekday(weekday) {
        const double way = scenario.travelModel()->time(bus.depot, site.point).count() / 60;
        const double back = scenario.travelModel()->time(site.point, bus.depot).count() / 60;
        m_way = minutes(static_cast<int>(std::ceil(way - 1e-9)));
        m_back = minutes(static_cast<int>(std::ceil(back - 1e-9)));
        m_driving = way + back;
    }

    bool canHoldAnything() const {
        for (int step = 1; step <= m_scenario.cycleWeeks; ++step) {
            for (int offset = 0; offset < step && m_scenario.cycleWeeks % step == 0; ++offset) {
                std::vector<int> weeks;
                for (int week = offset; week < m_scenario.cycleWeeks; week += step) {
                    weeks.push_back(week);
                }
                if (canHoldIn(weeks)) {
                    return true;
                }
            }
        }
        return false;
    }

private:
    bool canHoldIn(const std::vector<int>& weeks) const {
        const auto& kinds = m_scenario.sessions;
        for (std::size_t i = 0; i < kinds.size(); ++i) {
            for (TimeOfDay start = kinds[i].from; start + kinds[i].length <= kinds[i].to; ++start) {
                if (holds({{&kinds[i], start}}, weeks)) {
                    return true;
                }
                for (std::size_t k = i + 1; k < kinds.size(); ++k) {
                    if (canHoldTwo(kinds[i], start, kinds[k], weeks)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// The second as early as the break allows, then at every quarter: a later start only lengthens the day,
    /// but the room may open late.
    bool canHoldTwo(const plan::SessionKind& first, TimeOfDay start, const plan::SessionKind& second,
                    const std::vector<int>& weeks) const {
        TimeOfDay next = std::max(second.from, start + first.length + m_bus.breakLength);
        for (; next + second.length <= second.to; next += minutes(15)) {
            if (holds({{&first, start}, {&second, next}}, weeks)) {
                return true;
            }
        }
        return false;
    }

    struct Held {
        const plan::SessionKind* kind;
        TimeOfDay start;
    };

    bool holds(const std::vector<Held>& day, const std::vector<int>& weeks) const {
        plan::Plan plan;
        plan::Tour tour;
        tour.bus = m_bus.id;
        tour.weekday = m_weekday;
        tour.drivingMinutes = m_driving;
        for (const Held& held : day) {
            const TimeOfDay end = held.start + held.kind->length;
            const plan::SeriesKey id{held.kind->id.value};
            plan::Series series;
            series.id = id;
            series.bus = m_bus.id;
            series.site = m_site.id;
            series.weekday = m_weekday;
            series.session = held.kind->id;
            series.weeks = weeks;
            series.start = held.start;
            series.end = end;
            plan.series.push_back(std::move(series));
            const bool isFirst = tour.stops.empty();
            if (!isFirst) {
                tour.stops.back().leave = tour.stops.back().end;
            }
            tour.stops.push_back({id, isFirst ? held.start - m_site.setup : held.start, held.start, end,
                                  end + m_site.teardown});
        }
        tour.depart = tour.stops.front().arrive - m_way;
        tour.back = tour.stops.back().leave + m_back;
        if (tour.depart < m_bus.start || tour.back > m_bus.end) {
            return false; // Rule 3, told before a time falls on another day.
        }
        for (const int week : weeks) {
            tour.week = week;
            plan.tours.push_back(tour);
        }
        return plan::verify(m_scenario, plan).broken.empty();
    }

    const plan::Scenario& m_scenario;
    const plan::Site& m_site;
    const plan::Bus& m_bus;
    Weekday m_weekday;
    minutes m_way{0};
    minutes m_back{0};
    double m_driving = 0;
};

} // namespace

std::map<plan::SiteKey, double> givenTo(const plan::Scenario& scenario, const plan::Plan& plan,
                                        const territory::InseeCode& code) {
    const auto& communes = scenario.territory.communes;
    const auto commune = std::ranges::find(communes, code, &territory::Commune::insee);
    std::map<plan::SiteKey, double> given;
    if (commune == communes.end() || unmetNeed(scenario, *commune) <= 0) {
        return given;
    }
    const auto travel = scenario.travelModel();
    const double need = unmetNeed(scenario, *commune);
    double all = 0;
    for (const plan::Series& series : plan.series) {
        const plan::Site& site = *scenario.findSite(series.site);
        const auto weightOf = [&](const territory::Commune& other) {
            return scenario.policy.reachWeight(travel->time(*other.point, site.point));
        };
        const double weight = weightOf(*commune);
        if (weight <= 0 || given.contains(series.site)) {
            continue;
        }
        double pull = 0;
        for (const territory::Commune& other : communes) {
            const double unmet = unmetNeed(scenario, other);
            pull += unmet > 0 ? weightOf(other) * unmet : 0;
        }
        given[series.site] = slotsOf(scenario, plan, series.site) * weight * weight * need / pull;
        all += given[series.site];
    }
    for (auto& [site, amount] : given) {
        amount *= std::min(1.0, need / all);
    }
    return given;
}

bool canHoldAnything(const plan::Scenario& scenario, const plan::SiteKey& key) {
    plan::Scenario alone = scenario;
    alone.territory.communes.clear();
    alone.locked.clear();
    std::erase_if(alone.sites, [&](const plan::Site& site) { return site.id != key; });
    for (const plan::Bus& bus : alone.buses) {
        for (const Weekday weekday : bus.weekdays) {
            if (Day(alone, alone.sites.front(), bus, weekday).canHoldAnything()) {
                return true;
            }
        }
    }
    return false;
}

} // namespace medicobus::planner
