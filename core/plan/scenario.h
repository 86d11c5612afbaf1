// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/geo.h"
#include "base/result.h"
#include "base/uuid.h"
#include "plan/plan.h"
#include "plan/service/people.h"
#include "plan/service/session_kind.h"
#include "territory/commune.h"
#include "travel/travel_matrix.h"

#include <chrono>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::plan {

/// What the département decides: how need is weighed and what a plan may ask of a site. Defaults are those
/// of `planning.md`.
struct Policy {
    enum class Uncovered { Show, Avoid };

    double threshold = 2.5; ///< T, consultations per inhabitant and year.
    double alpha = 2;       ///< Exponent of the severity measure.
    struct ReachStep {
        travel::Seconds upTo;
        double weight;
    };
    /// Weights by travel time, nearest first; beyond the last step nobody comes.
    std::vector<ReachStep> reach{
        {travel::Seconds(600), 1}, {travel::Seconds(900), 0.3}, {travel::Seconds(1200), 0.1}};
    std::chrono::minutes slot{20};
    double showRate = 1;
    double weeksPerYear = 46;
    double lambda = 0.002; ///< Worth given up per minute of driving a year.
    int maxGapWeeks = 2;
    int maxSites = 10;
    int maxSessionsPerSiteWeek = 3;
    double minSitePopulation = 500;
    std::vector<ServiceNeed> services; ///< Needs of their own, each service once.
    /// Where nobody says of a site whether it has a network: the share of its commune's area with 4G from
    /// which it counts as having one. None: only what sites say counts.
    std::optional<double> min4gShare;
    /// Whether sessions that nobody can cover are left out of a plan, or stay in it and are named.
    Uncovered uncovered = Uncovered::Show;

    const ServiceNeed* findService(Service service) const;
    /// w: 1 near, less further, 0 out of reach.
    double reachWeight(travel::Seconds time) const;
};

struct TravelSpec {
    std::string kind = "estimate"; ///< Or "matrix", "osrm".
    double detour = 1.3;
    double kilometresPerHour = 50;
    std::string file{};   ///< Of a matrix, or of the drives that a server measured; relative to the scenario.
    std::string server{}; ///< Of OSRM: its address.
    std::string profile{};          ///< Of OSRM, such as "driving".
    std::optional<Date> measured{}; ///< Of OSRM: the day of the oldest drive.
};

struct Bus {
    BusKey id;
    GeoPoint depot;
    std::vector<Weekday> weekdays;
    TimeOfDay start;
    TimeOfDay end;
    std::chrono::minutes maxDuty{600};
    std::chrono::minutes maxDriving{240};
    std::chrono::minutes breakLength{45};
};

struct Opening {
    std::vector<Weekday> days;
    TimeOfDay from{0};
    TimeOfDay to{24 * 60};
};

/// A room or square lent by a town hall.
struct Site {
    SiteKey id;
    territory::InseeCode insee;
    std::string name;    ///< "Salle communale"; empty for a candidate that is only a commune's point.
    std::string commune; ///< The commune's name, filled from the territory.
    std::string address;
    GeoPoint point;
    int rooms = 1;
    std::chrono::minutes setup{20};
    std::chrono::minutes teardown{15};
    std::vector<Opening> opening;
    std::optional<Date> validFrom;
    std::optional<Date> validUntil;
    std::optional<bool> hasNetwork; ///< As its town hall says.

    /// True when the whole of [start, end] lies inside one opening of that weekday.
    bool isOpen(Weekday day, TimeOfDay start, TimeOfDay end) const;
};

/// What must stay empty: every part left out matches anything.
struct Forbidden {
    std::optional<SiteKey> site;
    std::optional<BusKey> bus;
    std::optional<Weekday> weekday;
    std::optional<SessionKey> session;
    std::vector<int> weeks; ///< Empty: every week.
    std::optional<Date> date;

    /// True for a session of the cycle that this entry rules out; a dated entry never matches a whole cycle.
    bool matches(const BusKey& bus, const SiteKey& site, Weekday weekday, const SessionKey& session,
                 int week) const;
};

/// A doctor who has settled since the year of the territory's indicators.
struct Settled {
    territory::InseeCode commune;
    double consultationsYear = 0;

    friend bool operator==(const Settled&, const Settled&) = default;
};

/// Everything a plan is made from: territory, policy, buses, sites (`formats.md`, `medicobus-scenario/1`).
struct Scenario {
    std::string territoryFile; ///< As written in the scenario.
    territory::Territory territory;
    std::vector<Settled> settled; ///< Already counted in the territory's APL.
    int cycleWeeks = 4;
    Policy policy;
    TravelSpec travel;
    std::vector<SessionKind> sessions;
    std::vector<Bus> buses;
    std::vector<Site> sites; ///< Given, or every commune large enough.
    bool hasGivenSites = false;
    /// Series that any plan must hold. The id is empty and the time unset (`Series::hasTime`) where the
    /// scenario leaves them to the planner.
    std::vector<Series> locked;
    std::vector<Forbidden> forbidden;
    std::vector<Employment> employment; ///< Those that the scenario changes or adds to the known ones.
    std::vector<Person> people;         ///< Empty: who covers the sessions is not part of the plan.

    /// The drives of a matrix or a server, once read; the estimate stands in where `travel` asks for it
    /// alone.
    std::shared_ptr<const travel::TravelModel> roads;

    std::unique_ptr<travel::TravelModel> travelModel() const;
    const Site* findSite(const SiteKey& id) const;
    const Bus* findBus(const BusKey& id) const;
    const SessionKind* findSession(const SessionKey& id) const;
    const Person* findPerson(const PersonKey& id) const;
    /// The rules of a type of employment: the scenario's, else the known ones; nullptr when there is none.
    const Employment* findEmployment(const std::string& id) const;
    /// Whether a video consultation can be held at the site: what its town hall says, else the 4G of its
    /// commune against the policy's threshold; unknown counts as no.
    bool hasNetwork(const Site& site) const;
};

/// Raises the APL around a doctor by the two-step floating catchment area (Luo and Wang 2003) with the
/// policy's reach: each inhabitant gains w x consultations / sum of w x population, w by travel time to the
/// doctor's commune. Does nothing for a commune that is unknown or has no point.
void settle(Scenario& scenario, const Settled& doctor);

/// Every point whose drives a plan needs, under the name that a matrix gives it: communes by INSEE code,
/// given sites by id, buses by id for their depot.
std::vector<travel::NamedPoint> roadPoints(const Scenario& scenario);

/// The word that stands for the embedded, fictional territory where a scenario names a file.
inline constexpr std::string_view embeddedTerritory = "admidep";

/// A candidate for every commune with a point and at least so many inhabitants: id `<insee>-1`, at its
/// point, open all day from Monday to Friday, 20 minutes of setup and 15 of teardown.
std::vector<Site> candidateSites(const territory::Territory& territory, double minPopulation);

/// A plausible start for any territory: one bus, five days, two half-days, every policy at its default, and
/// the depot at the point of a commune, by default the most populous. `scenario.unknown_commune` when that
/// commune is not there or has no point.
[[nodiscard]] Result<Scenario> defaultScenario(territory::Territory territory,
                                               const std::optional<territory::InseeCode>& depot = {});

namespace codes {
inline constexpr ErrorCode scenarioFormat{"scenario.format"};
inline constexpr ErrorCode scenarioEmpty{"scenario.empty"};
inline constexpr ErrorCode scenarioDuplicate{"scenario.duplicate"};
inline constexpr ErrorCode scenarioOrder{"scenario.order"};
inline constexpr ErrorCode scenarioUnknownCommune{"scenario.unknown_commune"};
inline constexpr ErrorCode scenarioUnknownBus{"scenario.unknown_bus"};
inline constexpr ErrorCode scenarioUnknownSite{"scenario.unknown_site"};
inline constexpr ErrorCode scenarioUnknownSession{"scenario.unknown_session"};
inline constexpr ErrorCode scenarioSessionLength{"scenario.session_length"};
inline constexpr ErrorCode scenarioSessionWindow{"scenario.session_window"};
inline constexpr ErrorCode scenarioWeekPattern{"scenario.week_pattern"};
inline constexpr ErrorCode scenarioBusOff{"scenario.bus_off"};
inline constexpr ErrorCode scenarioTravelKind{"scenario.travel_kind"};
inline constexpr ErrorCode scenarioService{"scenario.service"};          ///< value, expected
inline constexpr ErrorCode scenarioServiceNeed{"scenario.service_need"}; ///< value: a service without need
inline constexpr ErrorCode scenarioGpShare{"scenario.gp_share"};
inline constexpr ErrorCode scenarioRole{"scenario.role"};             ///< value, expected
inline constexpr ErrorCode scenarioEmployment{"scenario.employment"}; ///< value: a type nobody knows
} // namespace codes

} // namespace medicobus::plan
