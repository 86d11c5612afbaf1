// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/scenario.h"

#include <memory>
#include <utility>
#include <vector>

namespace medicobus::testing {

/// Every lawful bus-day of a scenario, written out from `planning.md` alone: it shares nothing with the
/// planner, so that its bound and its plans can be held against it. Meant for scenarios whose sites are open
/// on all the days of the buses, without locked or forbidden series.
class TourTable {
public:
    struct Demand {
        double population;
        double depth;
        double unmet() const { return population * depth; }
    };
    /// One session of a tour.
    struct Stop {
        int session;
        int site;
    };
    struct Tour {
        int depot; ///< An index of `depots()`.
        std::vector<Stop> stops;
        double drivingMinutes;
    };
    /// Buses that are the same in all but name.
    struct Depot {
        plan::Bus bus;
        double daysPerWeek; ///< Of all of them together.
    };

    explicit TourTable(const plan::Scenario& scenario);

    const plan::Scenario& scenario() const { return m_scenario; }
    const std::vector<Demand>& demands() const { return m_demands; }
    const std::vector<Depot>& depots() const { return m_depots; }
    const std::vector<Tour>& tours() const { return m_tours; }
    int siteCount() const { return static_cast<int>(m_sites.size()); }
    /// By site, the demands that it reaches and the share of its offer that each takes: s_ij w_ij.
    const std::vector<std::vector<std::pair<int, double>>>& reach() const { return m_reach; }
    /// Consultations that one session gives.
    double slots(int session) const;
    /// V_j of `planning.md` section 2 and its derivative, of consultations a year.
    double worth(const Demand& demand, double delivered) const;
    double slope(const Demand& demand, double delivered) const;

private:
    void findDemands();
    void findSites();
    void findDepots();
    void extend(int depot, std::vector<Stop>& stops, int nextSession);
    bool isLawful(const plan::Bus& bus, const std::vector<Stop>& stops) const;
    bool fits(const plan::Bus& bus, const std::vector<Stop>& stops, std::size_t breakAfter) const;
    double minutes(const GeoPoint& from, const GeoPoint& to) const;
    double drivingOf(const plan::Bus& bus, const std::vector<Stop>& stops) const;
    const plan::Site& siteOf(const Stop& stop) const { return *m_sites[static_cast<std::size_t>(stop.site)]; }

    const plan::Scenario& m_scenario;
    std::unique_ptr<travel::TravelModel> m_travel;
    std::vector<Demand> m_demands;
    std::vector<GeoPoint> m_points;
    std::vector<const plan::Site*> m_sites;
    std::vector<std::vector<std::pair<int, double>>> m_reach;
    std::vector<Depot> m_depots;
    std::vector<Tour> m_tours;
};

} // namespace medicobus::testing
