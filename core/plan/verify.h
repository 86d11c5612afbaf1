// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"
#include "plan/plan.h"
#include "plan/scenario.h"

#include <optional>
#include <string_view>
#include <vector>

namespace medicobus::plan {

/// One rule of `planning.md` section 4 that a plan does not keep, and where. Parts that do not apply are
/// left empty.
struct BrokenRule {
    int rule = 0; ///< 1 to 8, or 0 for a plan that does not hold together.
    ErrorCode code{};
    SeriesKey series{};
    SiteKey site{};
    BusKey bus{};
    PersonKey person{};
    std::optional<int> week{};
    std::optional<Weekday> weekday{};
    std::optional<double> value{}; ///< In the unit of its code, minutes unless said.
    std::optional<double> limit{};
};

/// A figure that the file states and that does not follow from its scenario.
struct FigureMismatch {
    std::string_view figure; ///< Its key in the file, such as `severity[1]`.
    double expected = 0;
    double found = 0;
    double tolerance = 0;
    std::optional<std::size_t> tour; ///< Position in `Plan::tours` for a tour's `driving_minutes`.
};

/// What one person works, on average over the weeks of the cycle.
struct PersonHours {
    PersonKey person;
    double weekMinutes = 0;
    double beyondLegalWeek = 0; ///< Minutes a week above the legal week, which nothing forbids.
};

/// What an independent reading of the rules finds in a plan.
struct Verification {
    std::vector<BrokenRule> broken;
    std::vector<FigureMismatch> mismatches;
    Score score; ///< Recomputed, but for the bound, which is the file's.
    Indicators indicators;
    double dutyHoursYear = 0;
    /// Sessions that nobody covers and that the plan says so of: to be shown, not broken rules.
    std::vector<Uncovered> uncovered;
    std::vector<PersonHours> hours; ///< Of all people of the scenario, in its order.

    bool holds() const { return broken.empty() && mismatches.empty(); }
};

/// Judges every rule and recomputes every figure, from `planning.md` and the conventions of this folder's
/// README alone: nothing is shared with what made the plan.
Verification verify(const Scenario& scenario, const Plan& plan);

/// A stated figure may differ from the recomputed one by this much, plus a millionth of itself.
inline constexpr double figureTolerance = 0.01;
/// Minutes by which a tour's stated driving may differ.
inline constexpr double drivingTolerance = 0.5;

namespace codes {
inline constexpr ErrorCode planUnknownBus{"plan.unknown_bus"};
inline constexpr ErrorCode planUnknownSite{"plan.unknown_site"};
inline constexpr ErrorCode planUnknownSession{"plan.unknown_session"};
inline constexpr ErrorCode planDuplicateSeries{"plan.duplicate_series"};
inline constexpr ErrorCode planWeekOutsideCycle{"plan.week_outside_cycle"}; ///< value, limit: weeks.
inline constexpr ErrorCode planWeekPattern{"plan.week_pattern"};

inline constexpr ErrorCode ruleOpening{"rule1.opening"};
inline constexpr ErrorCode ruleRooms{"rule1.rooms"}; ///< value, limit: sessions at once.
inline constexpr ErrorCode ruleNetwork{"rule1.network"};

inline constexpr ErrorCode ruleSetup{"rule2.setup"};
inline constexpr ErrorCode ruleTeardown{"rule2.teardown"};
inline constexpr ErrorCode ruleWindow{"rule2.window"};
inline constexpr ErrorCode ruleLength{"rule2.length"};
inline constexpr ErrorCode rulePause{"rule2.pause"};
inline constexpr ErrorCode ruleSlot{"rule2.slot"};

inline constexpr ErrorCode ruleDepart{"rule3.depart"}; ///< value, limit: minutes since midnight.
inline constexpr ErrorCode ruleReturn{"rule3.return"}; ///< value, limit: minutes since midnight.
inline constexpr ErrorCode ruleDuty{"rule3.duty"};
inline constexpr ErrorCode ruleDriving{"rule3.driving"};
inline constexpr ErrorCode ruleBreak{"rule3.break"};
inline constexpr ErrorCode ruleSixHours{"rule3.six_hours"};

inline constexpr ErrorCode ruleTwoPlaces{"rule4.two_places"};
inline constexpr ErrorCode ruleSecondTour{"rule4.second_tour"};
inline constexpr ErrorCode ruleDrive{"rule4.drive"};
inline constexpr ErrorCode ruleNoStop{"rule4.no_stop"};
inline constexpr ErrorCode ruleNoSeries{"rule4.no_series"};
inline constexpr ErrorCode ruleBusOff{"rule4.bus_off"};

inline constexpr ErrorCode ruleGap{"rule5.gap"}; ///< value, limit: weeks.

inline constexpr ErrorCode ruleRegular{"rule6.half_day"};
inline constexpr ErrorCode ruleSameTime{"rule6.time"}; ///< value, limit: minutes since midnight.

inline constexpr ErrorCode ruleLocked{"rule7.locked"};
inline constexpr ErrorCode ruleForbidden{"rule7.forbidden"};
inline constexpr ErrorCode ruleMaxSites{"rule7.max_sites"}; ///< value, limit: sites.
inline constexpr ErrorCode ruleSiteWeek{"rule7.site_week"}; ///< value, limit: sessions.

inline constexpr ErrorCode ruleUnknownPerson{"rule8.unknown_person"};
inline constexpr ErrorCode ruleAvailability{"rule8.availability"};
inline constexpr ErrorCode ruleTwice{"rule8.twice"};
inline constexpr ErrorCode ruleAuthorisation{"rule8.authorisation"};
inline constexpr ErrorCode ruleSkills{"rule8.skills"};
inline constexpr ErrorCode ruleCover{"rule8.cover"};
inline constexpr ErrorCode ruleRemote{"rule8.remote"};
inline constexpr ErrorCode ruleDriver{"rule8.driver"};
inline constexpr ErrorCode ruleListed{"rule8.listed"};
inline constexpr ErrorCode ruleDayHours{"rule8.day_hours"};
inline constexpr ErrorCode ruleSpan{"rule8.span"};
inline constexpr ErrorCode rulePersonBreak{"rule8.break"};
inline constexpr ErrorCode ruleRest{"rule8.rest"};
inline constexpr ErrorCode ruleWeeklyRest{"rule8.weekly_rest"};
inline constexpr ErrorCode ruleWeekHours{"rule8.week_hours"};
inline constexpr ErrorCode ruleAverageHours{"rule8.average_hours"};

inline constexpr ErrorCode figureMismatch{"figure.mismatch"};
} // namespace codes

} // namespace medicobus::plan
