// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/plan_keys.h"
#include "territory/commune.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::plan {

/// One figure of a reason: a number in its unit or, when `id` is set, the name of what the unit says.
struct Figure {
    std::string name;
    std::string unit; ///< One of `units`.
    double value = 0;
    std::string id;

    friend bool operator==(const Figure&, const Figure&) = default;
};

/// What a reason speaks of; parts that do not apply are empty, and all are for the whole plan.
struct ReasonSubject {
    SiteKey site;
    territory::InseeCode commune;
    SeriesKey series;

    friend bool operator==(const ReasonSubject&, const ReasonSubject&) = default;
};

/// The smallest single change that was computed to help, with what it would bring.
struct Remedy {
    std::string code;
    std::vector<Figure> figures;

    friend bool operator==(const Remedy&, const Remedy&) = default;
};

/// A statement about a plan that anybody can compute again (`planning.md` section 6): a code, whom it speaks
/// of and its figures. The sentence is made from it elsewhere.
struct Reason {
    std::string code;
    ReasonSubject subject;
    std::vector<Figure> figures;
    std::vector<Remedy> remedies;

    const Figure* find(std::string_view name) const;
    /// The number under that name, 0 when there is none.
    double number(std::string_view name) const;
    /// The id under that name, empty when there is none.
    std::string_view id(std::string_view name) const;

    friend bool operator==(const Reason&, const Reason&) = default;
};

namespace units {
inline constexpr std::string_view minutes{"min"};
inline constexpr std::string_view minutesYear{"min/year"};
inline constexpr std::string_view share{"share"}; ///< Of one.
inline constexpr std::string_view consultationsYear{"consultations/year"};
/// Of the worth V of `planning.md` section 2.
inline constexpr std::string_view points{"points"};
inline constexpr std::string_view count{"count"};
inline constexpr std::string_view clock{"clock"}; ///< Minutes since midnight.
// What an id names.
inline constexpr std::string_view site{"site"};
inline constexpr std::string_view commune{"commune"};
inline constexpr std::string_view series{"series"};
inline constexpr std::string_view bus{"bus"};
inline constexpr std::string_view weekday{"weekday"}; ///< "MO".
inline constexpr std::string_view session{"session"};
inline constexpr std::string_view limit{"limit"}; ///< "duty", "driving", "hours", "all" or "work".
inline constexpr std::string_view rule{"rule"};   ///< A code of `verify.h`.
inline constexpr std::string_view field{"field"}; ///< "apl", "population", "point", spaced.
} // namespace units

/// A figure that a code carries.
struct FigureForm {
    std::string_view name;
    std::string_view unit;
    bool isAlways = true;
};

/// What a reason or a remedy of this code holds, in this order.
struct ReasonForm {
    std::string_view code;
    std::vector<FigureForm> figures;
};

/// Every code of a reason, and every code of a remedy.
std::span<const ReasonForm> reasonForms();
std::span<const ReasonForm> remedyForms();

namespace reasons {
inline constexpr std::string_view siteValue{"site.value"};
inline constexpr std::string_view siteServes{"site.serves"};
inline constexpr std::string_view siteReplanned{"site.replanned"};
inline constexpr std::string_view noNeed{"no_need"};
inline constexpr std::string_view unknownFigures{"unknown_figures"};
inline constexpr std::string_view noSite{"no_site"};
inline constexpr std::string_view opening{"opening"};
inline constexpr std::string_view forbidden{"forbidden"};
inline constexpr std::string_view outOfDutyDay{"out_of_duty_day"};
inline constexpr std::string_view noFreeDay{"no_free_day"};
inline constexpr std::string_view siteLimit{"site_limit"};
inline constexpr std::string_view maxSites{"max_sites"};
inline constexpr std::string_view worthLess{"worth_less"};
inline constexpr std::string_view driveCostsMore{"drive_costs_more"};
inline constexpr std::string_view betterSwap{"better_swap"};
inline constexpr std::string_view servedByNeighbour{"served_by_neighbour"};
inline constexpr std::string_view planBound{"plan.bound"};
inline constexpr std::string_view planBusDays{"plan.bus_days"};
inline constexpr std::string_view planOneMoreDay{"plan.one_more_bus_day"};
inline constexpr std::string_view planOneMoreSite{"plan.one_more_site"};
inline constexpr std::string_view changeTotal{"change.total"};
inline constexpr std::string_view changeAdded{"change.added"};
inline constexpr std::string_view changeRetimed{"change.retimed"};
inline constexpr std::string_view removedBlocked{"removed.blocked"};
inline constexpr std::string_view removedNeedFell{"removed.need_fell"};
inline constexpr std::string_view removedBetter{"removed.better"};
inline constexpr std::string_view removedTraded{"removed.traded"};
inline constexpr std::string_view movedBlocked{"moved.blocked"};
inline constexpr std::string_view movedNeedFell{"moved.need_fell"};
inline constexpr std::string_view movedBetter{"moved.better"};
inline constexpr std::string_view movedTraded{"moved.traded"};
} // namespace reasons

namespace remedies {
inline constexpr std::string_view lendRoom{"lend_room"};
inline constexpr std::string_view openDay{"open_day"};
inline constexpr std::string_view liftBan{"lift_ban"};
inline constexpr std::string_view longerDay{"longer_day"};
inline constexpr std::string_view oneMoreSite{"one_more_site"};
inline constexpr std::string_view oneMoreBus{"one_more_bus"};
} // namespace remedies

} // namespace medicobus::plan
