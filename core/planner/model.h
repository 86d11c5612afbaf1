// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/scenario.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>
#include <vector>

namespace medicobus::planner {

/// A set of weeks of the cycle, bit w for week w.
using WeekMask = std::uint8_t;

inline WeekMask maskOf(const std::vector<int>& weeks) {
    WeekMask mask = 0;
    for (const int week : weeks) {
        mask = static_cast<WeekMask>(mask | 1U << week);
    }
    return mask;
}

inline constexpr int maxCycleWeeks = 4;
inline constexpr int daysOfWeek = 7;
inline constexpr int maxSessionKinds = 12;

/// A commune below the line: what it lacks and how that weighs.
///
/// A need other than general practice is told as the general practice of an imagined population wholly
/// without it: P' = weight P T' / T at depth T, of which an act meets `weight` consultations. Its worth
/// weight T'/T P (1 - (1 - acts / (P T'))^alpha) is then V of `planning.md` as it stands (`core/plan`,
/// README).
struct Demand {
    double population = 0;
    double depth = 0; ///< D_j, consultations per inhabitant and year.
    double unmet = 0; ///< d_j, consultations a year.
    int need = 0;     ///< 0: general practice.
};

/// (D / T)^alpha; the usual alpha of 2 is worth its own line, for the search asks a hundred thousand times a
/// second.
inline double severity(double depthRatio, double alpha) {
    return alpha == 2 ? depthRatio * depthRatio : std::pow(depthRatio, alpha);
}

/// How much of what a site offers reaches one demand: s_ij w_ij, between 0 and 1.
struct Catch {
    int demand = 0;
    double share = 0;
};

/// When a session may start at a site, and in which weeks it may be held at all.
struct StartWindow {
    int earliest = 0; ///< Minutes since midnight.
    int latest = -1;
    WeekMask weeks = 0;
};

/// A scenario laid out in arrays for the search: the sites worth visiting, what each gives to whom, and the
/// drives between them. Built once, read by every part of the planner.
class Model {
public:
    explicit Model(const plan::Scenario& scenario);

    const plan::Scenario& scenario() const { return *m_scenario; }
    int siteCount() const { return static_cast<int>(m_sites.size()); }
    int busCount() const { return static_cast<int>(m_scenario->buses.size()); }
    /// Kinds of session, in the order of the day; a kind of free length counts once for each length that the
    /// search weighs.
    int sessionCount() const { return static_cast<int>(m_kinds.size()); }
    int weeks() const { return m_scenario->cycleWeeks; }

    const plan::Site& site(int index) const {
        return m_scenario->sites[m_sites[static_cast<std::size_t>(index)]];
    }
    /// The place of a site in the search, or -1 when it can serve nobody.
    int indexOf(const plan::SiteKey& id) const;
    const plan::Bus& bus(int index) const { return m_scenario->buses[static_cast<std::size_t>(index)]; }
    /// As in the scenario, but for `length`: here the one that is weighed.
    const plan::SessionKind& session(int index) const { return m_kinds[static_cast<std::size_t>(index)]; }
    /// The kind of that id which lasts this long, or the longest of its lengths; -1 when there is none.
    int sessionOf(const plan::SessionKey& id, std::optional<std::chrono::minutes> length = {}) const;
    /// Whether two sessions at one site could meet: of one kind, or of kinds whose windows overlap.
    bool mayClash(int a, int b) const { return m_clashes[static_cast<std::size_t>(a * sessionCount() + b)]; }
    /// The place of its kind in the scenario, whatever its length.
    std::ptrdiff_t kindOf(int session) const { return m_kindOf[static_cast<std::size_t>(session)]; }
    /// Whether they are of one kind, whatever their length.
    bool isSameKind(int a, int b) const { return kindOf(a) == kindOf(b); }
    /// The next longer length of the same kind, or the longest itself.
    std::chrono::minutes nextLength(int session) const;
    /// Orders in which the sessions of a day may follow each other; one where windows do not overlap.
    const std::vector<std::vector<int>>& tourOrders() const { return m_orders; }
    /// More sessions than these no bus can hold in a day, even without a drive.
    int mostStops() const { return m_mostStops; }

    const std::vector<Demand>& demands() const { return m_demands; }
    /// Needs that some kind of session meets; 0 is general practice, whether any does or not.
    int needCount() const { return static_cast<int>(m_needs.size()) + 1; }
    int needOf(int session) const { return m_needOf[static_cast<std::size_t>(session)]; }
    /// The services of needs 1 and up.
    const std::vector<plan::ServiceNeed>& needs() const { return m_needs; }
    const std::vector<Catch>& catchment(int site, int need = 0) const {
        return m_catchments[static_cast<std::size_t>(site) * static_cast<std::size_t>(needCount())
                            + static_cast<std::size_t>(need)];
    }

    /// V_j as a function of the consultations a year that reach the demand (`planning.md` section 2);
    /// concave.
    double worthOf(const Demand& demand, double delivered) const {
        const double left = std::max(0.0, demand.depth - delivered / demand.population);
        const plan::Policy& policy = m_scenario->policy;
        return demand.population
               * (severity(demand.depth / policy.threshold, policy.alpha)
                  - severity(left / policy.threshold, policy.alpha));
    }
    /// Its derivative, 0 once the need is met.
    double slopeOf(const Demand& demand, double delivered) const;
    /// Consultations a year offered by holding this kind of session once in each cycle.
    double offerPerCycleSession(int session) const { return m_offers[static_cast<std::size_t>(session)]; }
    /// Consultations of a year for each session in a cycle of a kind with this length.
    double offerOf(const plan::SessionKind& kind, std::chrono::minutes length) const;
    /// No session of this kind that is shorter than its next length offers more: for the bound.
    double offerBound(int session) const { return m_offerBounds[static_cast<std::size_t>(session)]; }
    /// One kind of session for each different offer of a need, so that equal kinds are weighed once.
    const std::vector<int>& offerKinds() const { return m_offerKinds; }
    /// The one of `offerKinds` that offers what this kind does.
    int offerKindOf(int session) const { return m_offerKindOf[static_cast<std::size_t>(session)]; }
    /// The sites that share a demand with this one, itself included.
    const std::vector<int>& sharers(int site) const { return m_sharers[static_cast<std::size_t>(site)]; }
    /// The first weekday of the bus on which every site has the same windows as on this one: an empty day is
    /// as good as any other of its class.
    int dayClass(int bus, int weekday) const {
        return m_dayClasses[static_cast<std::size_t>(bus * daysOfWeek + weekday)];
    }
    bool isWorkday(int bus, int weekday) const { return dayClass(bus, weekday) >= 0; }
    double cyclesPerYear() const;

    /// Driving minutes, not rounded.
    double fromDepot(int bus, int site) const { return m_fromDepot[depotAt(bus, site)]; }
    double toDepot(int bus, int site) const { return m_toDepot[depotAt(bus, site)]; }
    /// Whether some bus can lawfully give a day to this site alone, by one session or by as many as fit.
    bool standsAlone(int site) const { return m_standsAlone[static_cast<std::size_t>(site)]; }
    /// The shortest round trip from any depot.
    double roundTrip(int site) const { return m_roundTrips[static_cast<std::size_t>(site)]; }
    double between(int from, int to) const {
        return m_between[static_cast<std::size_t>(from) * m_sites.size() + static_cast<std::size_t>(to)];
    }

    const StartWindow& window(int bus, int site, int weekday, int session) const {
        return m_windows[windowAt(bus, site, weekday, session)];
    }
    /// The week sets that one series may have: those a recurrence rule can say.
    const std::vector<WeekMask>& patterns() const { return m_patterns; }
    /// Whether a site visited in these weeks is visited as often as the policy asks (rule 5).
    bool isOftenEnough(WeekMask weeks) const { return m_isOftenEnough[weeks]; }
    /// The numbers of weeks that patterns have, each once.
    const std::vector<int>& patternSizes() const { return m_patternSizes; }

private:
    std::size_t depotAt(int bus, int site) const {
        return static_cast<std::size_t>(bus) * m_sites.size() + static_cast<std::size_t>(site);
    }
    std::size_t windowAt(int bus, int site, int weekday, int session) const {
        return (depotAt(bus, site) * daysOfWeek + static_cast<std::size_t>(weekday)) * m_offers.size()
               + static_cast<std::size_t>(session);
    }
    void listKinds();
    void findClashes();
    void listNeeds();
    void weighOffers();
    void orderTours();
    void countStops();
    void findDemands();
    void addDemands(int need);
    std::vector<Catch> catchmentOf(const plan::Site& site, int need, const travel::TravelModel& travel) const;
    void chooseSites();
    bool isWithinReach(const plan::Site& site) const;
    void measureDrives();
    void openWindows();
    void classDays();
    bool hasSameWindows(int bus, int a, int b) const;
    bool canStandAlone(int site) const;
    void listPatterns();
    void judgeGaps();
    void findSharers();
    void holdLockedTime(const plan::Bus& bus, const plan::Site& site, Weekday day,
                        const plan::SessionKind& kind, StartWindow& window) const;
    StartWindow windowOf(const plan::Bus& bus, const plan::Site& site, int weekday, int session) const;

    const plan::Scenario* m_scenario;
    std::vector<plan::SessionKind> m_kinds;
    std::vector<std::ptrdiff_t> m_kindOf; ///< Place in the scenario.
    std::vector<bool> m_clashes;
    std::vector<std::vector<int>> m_orders;
    int m_mostStops = 0;
    std::vector<plan::ServiceNeed> m_needs;
    std::vector<int> m_needOf;
    std::vector<Demand> m_demands;
    std::vector<const territory::Commune*> m_demandCommunes;
    std::vector<std::size_t> m_sites;
    std::vector<std::vector<Catch>> m_catchments;
    std::vector<double> m_offers;
    std::vector<double> m_offerBounds;
    std::vector<int> m_offerKinds;
    std::vector<int> m_offerKindOf;
    std::vector<double> m_fromDepot;
    std::vector<double> m_toDepot;
    std::vector<double> m_roundTrips;
    std::vector<bool> m_standsAlone;
    std::vector<double> m_between;
    std::vector<StartWindow> m_windows;
    std::vector<int> m_dayClasses;
    std::vector<std::vector<int>> m_sharers;
    std::vector<WeekMask> m_patterns;
    std::vector<int> m_patternSizes;
    std::array<bool, 1U << maxCycleWeeks> m_isOftenEnough{};
};

} // namespace medicobus::planner
