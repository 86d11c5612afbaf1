// SPDX-License-Identifier: EUPL-1.2
#include "planner/model.h"

#include "planner/crew/cover_window.h"
#include "planner/day.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <limits>

namespace medicobus::planner {
namespace {

/// Rounded to the microminute: the last bit of a sine may differ from one machine to the next.
double minutes(travel::Seconds time) {
    return std::round(time.count() / 60.0 * 1e6) / 1e6;
}

} // namespace

Model::Model(const plan::Scenario& scenario) : m_scenario(&scenario) {
    listKinds();
    findClashes();
    orderTours();
    countStops();
    listNeeds();
    weighOffers();
    findDemands();
    chooseSites();
    measureDrives();
    openWindows();
    classDays();
    listPatterns();
    judgeGaps();
    findSharers();
    for (int place = 0; place < siteCount(); ++place) {
        m_standsAlone.push_back(canStandAlone(place));
    }
}

double Model::cyclesPerYear() const {
    return m_scenario->policy.weeksPerYear / m_scenario->cycleWeeks;
}

double Model::slopeOf(const Demand& demand, double delivered) const {
    const plan::Policy& policy = m_scenario->policy;
    const double left = demand.depth - delivered / demand.population;
    if (left <= 0) {
        return 0;
    }
    return policy.alpha * severity(left / policy.threshold, policy.alpha - 1) / policy.threshold;
}

int Model::indexOf(const plan::SiteKey& id) const {
    const auto at = std::find_if(m_sites.begin(), m_sites.end(),
                                 [&](std::size_t site) { return m_scenario->sites[site].id == id; });
    return at == m_sites.end() ? -1 : static_cast<int>(at - m_sites.begin());
}

void Model::findDemands() {
    for (const territory::Commune& commune : m_scenario->territory.communes) {
        if (!commune.population || !commune.point || !commune.apl || *commune.population <= 0) {
            continue;
        }
        const double depth = m_scenario->policy.threshold - *commune.apl;
        if (depth > 0) {
            m_demands.push_back({*commune.population, depth, *commune.population * depth});
            m_demandCommunes.push_back(&commune);
        }
    }
    for (int need = 1; need < needCount(); ++need) {
        addDemands(need);
    }
}

/// Whether some bus could hold some session there and be back within its driving and duty limits.
bool Model::isWithinReach(const plan::Site& site) const {
    const auto travel = m_scenario->travelModel();
    for (const plan::Bus& bus : m_scenario->buses) {
        const double drive =
            minutes(travel->time(bus.depot, site.point) + travel->time(site.point, bus.depot));
        for (const plan::SessionKind& session : m_kinds) {
            const auto work =
                static_cast<double>((site.setup + session.length - session.pause + site.teardown).count());
            if (drive <= static_cast<double>(bus.maxDriving.count())
                && drive + work <= static_cast<double>(bus.maxDuty.count())) {
                return true;
            }
        }
    }
    return false;
}

/// s_ij w_ij of everybody who comes. A round goes to the homes of its own commune and nobody comes to it.
std::vector<Catch> Model::catchmentOf(const plan::Site& site, int need,
                                      const travel::TravelModel& travel) const {
    const bool goesToHomes =
        need > 0 && m_needs[static_cast<std::size_t>(need - 1)].service == plan::Service::HomeRound;
    std::vector<Catch> catchment;
    double pull = 0;
    for (std::size_t j = 0; j < m_demands.size(); ++j) {
        const territory::Commune& commune = *m_demandCommunes[j];
        if (m_demands[j].need != need || (goesToHomes && commune.insee != site.insee)) {
            continue;
        }
        const double reach =
            goesToHomes ? 1 : m_scenario->policy.reachWeight(travel.time(*commune.point, site.point));
        if (reach > 0) {
            pull += reach * m_demands[j].unmet;
            catchment.push_back({static_cast<int>(j), reach});
        }
    }
    for (Catch& entry : catchment) {
        entry.share *= entry.share * m_demands[static_cast<std::size_t>(entry.demand)].unmet / pull;
    }
    return catchment;
}

void Model::chooseSites() {
    const auto travel = m_scenario->travelModel();
    for (std::size_t i = 0; i < m_scenario->sites.size(); ++i) {
        const plan::Site& site = m_scenario->sites[i];
        std::vector<std::vector<Catch>> catchments;
        bool servesSomebody = false;
        for (int need = 0; need < needCount(); ++need) {
            catchments.push_back(catchmentOf(site, need, *travel));
            servesSomebody = servesSomebody || !catchments.back().empty();
        }
        const bool isLocked = std::any_of(m_scenario->locked.begin(), m_scenario->locked.end(),
                                          [&](const plan::Series& series) { return series.site == site.id; });
        if (isLocked || (servesSomebody && isWithinReach(site))) {
            m_sites.push_back(i);
            std::move(catchments.begin(), catchments.end(), std::back_inserter(m_catchments));
        }
    }
}

void Model::measureDrives() {
    const auto travel = m_scenario->travelModel();
    for (const plan::Bus& bus : m_scenario->buses) {
        for (int i = 0; i < siteCount(); ++i) {
            m_fromDepot.push_back(minutes(travel->time(bus.depot, site(i).point)));
            m_toDepot.push_back(minutes(travel->time(site(i).point, bus.depot)));
        }
    }
    for (int i = 0; i < siteCount(); ++i) {
        double shortest = std::numeric_limits<double>::infinity();
        for (int bus = 0; bus < busCount(); ++bus) {
            shortest = std::min(shortest, fromDepot(bus, i) + toDepot(bus, i));
        }
        m_roundTrips.push_back(shortest);
    }
    m_between.reserve(m_sites.size() * m_sites.size());
    for (int i = 0; i < siteCount(); ++i) {
        for (int k = 0; k < siteCount(); ++k) {
            m_between.push_back(i == k ? 0.0 : minutes(travel->time(site(i).point, site(k).point)));
        }
    }
}

/// A locked series that names its time leaves no other, for it and for its site at that half-day.
void Model::holdLockedTime(const plan::Bus& bus, const plan::Site& site, Weekday day,
                           const plan::SessionKind& kind, StartWindow& window) const {
    for (const plan::Series& series : m_scenario->locked) {
        if (series.hasTime() && series.bus == bus.id && series.site == site.id && series.weekday == day
            && series.session == kind.id) {
            const auto start = static_cast<int>(series.start.count());
            window.earliest = std::max(window.earliest, start);
            window.latest = series.end - series.start == kind.length ? std::min(window.latest, start) : -1;
        }
    }
}

StartWindow Model::windowOf(const plan::Bus& bus, const plan::Site& site, int weekday, int session) const {
    const plan::SessionKind& kind = m_kinds[static_cast<std::size_t>(session)];
    const auto day = static_cast<Weekday>(weekday);
    StartWindow best;
    const bool isOff = std::find(bus.weekdays.begin(), bus.weekdays.end(), day) == bus.weekdays.end();
    if (isOff || (kind.service == plan::Service::NurseVideo && !m_scenario->hasNetwork(site))) {
        return best;
    }
    for (const plan::Opening& opening : site.opening) {
        if (std::find(opening.days.begin(), opening.days.end(), day) == opening.days.end()) {
            continue;
        }
        const auto earliest = static_cast<int>(std::max(opening.from, kind.from).count());
        const auto latest = static_cast<int>((std::min(opening.to, kind.to) - kind.length).count());
        if (latest - earliest > best.latest - best.earliest) {
            best.earliest = earliest;
            best.latest = latest;
        }
    }
    holdLockedTime(bus, site, day, kind, best);
    for (int week = 0; week < weeks() && best.latest >= best.earliest; ++week) {
        const auto& forbidden = m_scenario->forbidden;
        const bool isForbidden =
            std::any_of(forbidden.begin(), forbidden.end(), [&](const plan::Forbidden& entry) {
                return entry.matches(bus.id, site.id, day, kind.id, week);
            });
        if (!isForbidden) {
            best.weeks = static_cast<WeekMask>(best.weeks | 1U << week);
        }
    }
    return best;
}

void Model::openWindows() {
    const bool isCrewNeeded =
        !m_scenario->people.empty() && m_scenario->policy.uncovered == plan::Policy::Uncovered::Avoid;
    m_windows.reserve(m_fromDepot.size() * daysOfWeek * m_offers.size());
    for (const plan::Bus& bus : m_scenario->buses) {
        for (int i = 0; i < siteCount(); ++i) {
            for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
                for (int session = 0; session < sessionCount(); ++session) {
                    m_windows.push_back(windowOf(bus, site(i), weekday, session));
                    if (isCrewNeeded) {
                        const auto at =
                            static_cast<std::size_t>(m_windows.size() - 1) / (daysOfWeek * m_offers.size());
                        narrowToCover(*m_scenario, bus, site(i), static_cast<Weekday>(weekday),
                                      m_kinds[static_cast<std::size_t>(session)],
                                      static_cast<int>(std::ceil(m_fromDepot[at] - 1e-9)),
                                      static_cast<int>(std::ceil(m_toDepot[at] - 1e-9)), m_windows.back());
                    }
                }
            }
        }
    }
}

bool Model::hasSameWindows(int bus, int a, int b) const {
    for (int place = 0; place < siteCount(); ++place) {
        for (int kind = 0; kind < sessionCount(); ++kind) {
            const StartWindow& first = window(bus, place, a, kind);
            const StartWindow& second = window(bus, place, b, kind);
            if (first.earliest != second.earliest || first.latest != second.latest
                || first.weeks != second.weeks) {
                return false;
            }
        }
    }
    return true;
}

void Model::classDays() {
    m_dayClasses.assign(static_cast<std::size_t>(busCount() * daysOfWeek), -1);
    for (int index = 0; index < busCount(); ++index) {
        auto days = bus(index).weekdays;
        std::sort(days.begin(), days.end());
        for (const Weekday day : days) {
            const int weekday = static_cast<int>(day);
            int twin = 0;
            while (twin < weekday && !(isWorkday(index, twin) && hasSameWindows(index, twin, weekday))) {
                ++twin;
            }
            m_dayClasses[static_cast<std::size_t>(index * daysOfWeek + weekday)] = twin;
        }
    }
}

void Model::findSharers() {
    std::vector<std::vector<int>> visitors(m_demands.size());
    for (int place = 0; place < siteCount(); ++place) {
        for (int need = 0; need < needCount(); ++need) {
            for (const Catch& entry : catchment(place, need)) {
                visitors[static_cast<std::size_t>(entry.demand)].push_back(place);
            }
        }
    }
    for (int place = 0; place < siteCount(); ++place) {
        std::vector<int> sharers;
        for (int need = 0; need < needCount(); ++need) {
            for (const Catch& entry : catchment(place, need)) {
                const auto& others = visitors[static_cast<std::size_t>(entry.demand)];
                sharers.insert(sharers.end(), others.begin(), others.end());
            }
        }
        std::sort(sharers.begin(), sharers.end());
        sharers.erase(std::unique(sharers.begin(), sharers.end()), sharers.end());
        m_sharers.push_back(std::move(sharers));
    }
}

bool Model::canStandAlone(int site) const {
    for (int index = 0; index < busCount(); ++index) {
        for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
            if (!isWorkday(index, weekday) || dayClass(index, weekday) != weekday) {
                continue;
            }
            DayGrid whole;
            int last = -1;
            for (int kind = 0; kind < sessionCount(); ++kind) {
                if (window(index, site, weekday, kind).weeks == 0) {
                    continue;
                }
                DayGrid single;
                single.fill(kind, 1, site);
                if (last < 0 || !mayClash(last, kind)) {
                    whole.fill(kind, 1, site);
                    last = kind;
                }
                if (rateDay(*this, index, weekday, single).isLawful) {
                    return true;
                }
            }
            if (whole != DayGrid() && rateDay(*this, index, weekday, whole).isLawful) {
                return true;
            }
        }
    }
    return false;
}

void Model::listPatterns() {
    for (int step = 1; step <= weeks(); ++step) {
        if (weeks() % step != 0) {
            continue;
        }
        m_patternSizes.push_back(weeks() / step);
        for (int offset = 0; offset < step; ++offset) {
            WeekMask mask = 0;
            for (int week = offset; week < weeks(); week += step) {
                mask = static_cast<WeekMask>(mask | 1U << week);
            }
            m_patterns.push_back(mask);
        }
    }
}

void Model::judgeGaps() {
    for (unsigned mask = 1; mask < m_isOftenEnough.size(); ++mask) {
        int longest = 0;
        int since = 0;
        // Twice around, for the gap that spans the end of the cycle.
        for (int week = 0; week < 2 * weeks(); ++week) {
            since = mask >> week % weeks() & 1 ? 0 : since + 1;
            longest = std::max(longest, since + 1);
        }
        m_isOftenEnough[mask] = longest <= m_scenario->policy.maxGapWeeks;
    }
}

} // namespace medicobus::planner
