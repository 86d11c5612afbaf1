// SPDX-License-Identifier: EUPL-1.2
#include "tour_table.h"

#include <algorithm>
#include <cmath>

namespace medicobus::testing {
namespace {

int roundedUp(double minutes) {
    return static_cast<int>(std::ceil(minutes - 1e-7));
}

int count(std::chrono::minutes value) {
    return static_cast<int>(value.count());
}

bool isSameBus(const plan::Bus& a, const plan::Bus& b) {
    return a.depot.lat == b.depot.lat && a.depot.lon == b.depot.lon && a.start == b.start && a.end == b.end
           && a.maxDuty == b.maxDuty && a.maxDriving == b.maxDriving && a.breakLength == b.breakLength;
}

} // namespace

TourTable::TourTable(const plan::Scenario& scenario)
    : m_scenario(scenario), m_travel(scenario.travelModel()) {
    findDemands();
    findSites();
    findDepots();
    for (std::size_t depot = 0; depot < m_depots.size(); ++depot) {
        std::vector<Stop> stops;
        extend(static_cast<int>(depot), stops, 0);
    }
}

void TourTable::findDemands() {
    for (const territory::Commune& commune : m_scenario.territory.communes) {
        if (commune.population && commune.point && commune.apl && *commune.population > 0
            && *commune.apl < m_scenario.policy.threshold) {
            m_demands.push_back({*commune.population, m_scenario.policy.threshold - *commune.apl});
            m_points.push_back(*commune.point);
        }
    }
}

void TourTable::findSites() {
    for (const plan::Site& site : m_scenario.sites) {
        std::vector<std::pair<int, double>> weights;
        double pull = 0;
        for (std::size_t j = 0; j < m_demands.size(); ++j) {
            const double weight = m_scenario.policy.reachWeight(m_travel->time(m_points[j], site.point));
            if (weight > 0) {
                weights.emplace_back(static_cast<int>(j), weight);
                pull += weight * m_demands[j].unmet();
            }
        }
        for (auto& [j, weight] : weights) {
            weight *= weight * m_demands[static_cast<std::size_t>(j)].unmet() / pull;
        }
        if (!weights.empty()) {
            m_sites.push_back(&site);
            m_reach.push_back(std::move(weights));
        }
    }
}

void TourTable::findDepots() {
    for (const plan::Bus& bus : m_scenario.buses) {
        const auto known = std::find_if(m_depots.begin(), m_depots.end(),
                                        [&](const Depot& depot) { return isSameBus(depot.bus, bus); });
        const auto days = static_cast<double>(bus.weekdays.size());
        if (known == m_depots.end()) {
            m_depots.push_back({bus, days});
        } else {
            known->daysPerWeek += days;
        }
    }
}

double TourTable::slots(int session) const {
    const auto& kind = m_scenario.sessions[static_cast<std::size_t>(session)];
    return static_cast<double>(kind.length / m_scenario.policy.slot) * m_scenario.policy.showRate;
}

double TourTable::worth(const Demand& demand, double delivered) const {
    const plan::Policy& policy = m_scenario.policy;
    const double left = std::max(0.0, demand.depth - delivered / demand.population);
    return demand.population
           * (std::pow(demand.depth / policy.threshold, policy.alpha)
              - std::pow(left / policy.threshold, policy.alpha));
}

double TourTable::slope(const Demand& demand, double delivered) const {
    const plan::Policy& policy = m_scenario.policy;
    const double left = std::max(0.0, demand.depth - delivered / demand.population);
    return left > 0 ? policy.alpha / policy.threshold * std::pow(left / policy.threshold, policy.alpha - 1)
                    : 0;
}

double TourTable::minutes(const GeoPoint& from, const GeoPoint& to) const {
    return m_travel->time(from, to).count() / 60;
}

double TourTable::drivingOf(const plan::Bus& bus, const std::vector<Stop>& stops) const {
    GeoPoint at = bus.depot;
    double total = 0;
    for (const Stop& stop : stops) {
        total += minutes(at, siteOf(stop).point);
        at = siteOf(stop).point;
    }
    return total + minutes(at, bus.depot);
}

void TourTable::extend(int depot, std::vector<Stop>& stops, int nextSession) {
    const plan::Bus& bus = m_depots[static_cast<std::size_t>(depot)].bus;
    for (int session = nextSession; session < static_cast<int>(m_scenario.sessions.size()); ++session) {
        for (int site = 0; site < siteCount(); ++site) {
            stops.push_back({session, site});
            // A detour only lengthens a tour, so what is too far alone is too far with more stops.
            if (drivingOf(bus, stops) <= count(bus.maxDriving)) {
                if (isLawful(bus, stops)) {
                    m_tours.push_back({depot, stops, drivingOf(bus, stops)});
                }
                extend(depot, stops, session + 1);
            }
            stops.pop_back();
        }
    }
}

bool TourTable::isLawful(const plan::Bus& bus, const std::vector<Stop>& stops) const {
    if (stops.size() == 1) {
        return fits(bus, stops, 1);
    }
    for (std::size_t breakAfter = 0; breakAfter + 1 < stops.size(); ++breakAfter) {
        if (fits(bus, stops, breakAfter)) {
            return true;
        }
    }
    return false;
}

/// Rules 2 and 3 for one tour with its break after the given stop: earliest and latest starts, the shortest
/// duty, and at most six hours of work on either side of the break.
bool TourTable::fits(const plan::Bus& bus, const std::vector<Stop>& stops, std::size_t breakAfter) const {
    const std::size_t last = stops.size() - 1;
    std::vector<int> earliest;
    std::vector<int> latest;
    std::vector<int> gaps;
    const int out = roundedUp(minutes(bus.depot, siteOf(stops[0]).point)) + count(siteOf(stops[0]).setup);
    const int home =
        count(siteOf(stops[last]).teardown) + roundedUp(minutes(siteOf(stops[last]).point, bus.depot));
    int before = out;
    int after = home;
    int drive = 0;
    for (std::size_t i = 0; i <= last; ++i) {
        const auto& kind = m_scenario.sessions[static_cast<std::size_t>(stops[i].session)];
        earliest.push_back(count(kind.from));
        latest.push_back(count(kind.to - kind.length));
        (i <= breakAfter ? before : after) += count(kind.length);
        if (i == last) {
            break;
        }
        int gap = count(kind.length) + (i == breakAfter ? count(bus.breakLength) : 0);
        if (stops[i].site != stops[i + 1].site) {
            const plan::Site& from = siteOf(stops[i]);
            const plan::Site& to = siteOf(stops[i + 1]);
            const int between = roundedUp(minutes(from.point, to.point));
            gap += count(from.teardown) + between + count(to.setup);
            (i <= breakAfter ? before : after) += count(from.teardown);
            (i < breakAfter ? before : after) += count(to.setup);
            if (i == breakAfter) {
                drive = between;
            } else {
                (i < breakAfter ? before : after) += between;
            }
        }
        gaps.push_back(gap);
    }
    const int lastLength = count(m_scenario.sessions[static_cast<std::size_t>(stops[last].session)].length);
    earliest[0] = std::max(earliest[0], count(bus.start) + out);
    latest[last] = std::min(latest[last], count(bus.end) - home - lastLength);
    for (std::size_t i = last; i-- > 0;) {
        latest[i] = std::min(latest[i], latest[i + 1] - gaps[i]);
    }
    int at = latest[0];
    for (std::size_t i = 0; i <= last; ++i) {
        if (earliest[i] > latest[i]) {
            return false;
        }
        at = i == 0 ? at : std::max(earliest[i], at + gaps[i - 1]);
    }
    const int rest = last > 0 ? count(bus.breakLength) : 0;
    const int duty = at + lastLength + home - (latest[0] - out) - rest;
    const int limit = 360;
    const bool isRested = last == 0 ? before + after <= limit
                                    : (before + drive <= limit && after <= limit)
                                          || (before <= limit && after + drive <= limit);
    return duty <= count(bus.maxDuty) && (isRested || count(bus.breakLength) == 0);
}

} // namespace medicobus::testing
