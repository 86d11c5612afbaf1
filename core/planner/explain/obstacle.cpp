// SPDX-License-Identifier: EUPL-1.2
#include "planner/explain/obstacle.h"

#include "plan/reason.h"
#include "planner/day.h"
#include "planner/explain/recheck/staging.h"

#include <algorithm>
#include <cmath>

namespace medicobus::planner {
namespace {

using std::chrono::minutes;

/// More than this nobody would add to a day.
constexpr int mostExcess = 720;

bool hasDay(const std::vector<Weekday>& days, Weekday day) {
    return std::ranges::find(days, day) != days.end();
}

/// The longest stretch of the room's hours inside one window of that kind on a day of some bus.
minutes longestStretch(const plan::Scenario& scenario, const plan::Site& site,
                       const plan::SessionKind& kind) {
    minutes longest{0};
    for (const plan::Opening& opening : site.opening) {
        const bool isBusDay = std::ranges::any_of(scenario.buses, [&](const plan::Bus& bus) {
            return std::ranges::any_of(bus.weekdays, [&](Weekday day) { return hasDay(opening.days, day); });
        });
        const minutes stretch = std::min(opening.to, kind.to) - std::max(opening.from, kind.from);
        longest = isBusDay ? std::max(longest, stretch) : longest;
    }
    return longest;
}

/// The hours that come nearest to a session; no obstacle when one fits.
Obstacle openingObstacle(const plan::Scenario& scenario, const plan::Site& site) {
    Obstacle best{.code = plan::reasons::opening};
    double least = -1;
    for (const plan::SessionKind& kind : scenario.sessions) {
        const auto longest = static_cast<double>(longestStretch(scenario, site, kind).count());
        const auto needed = static_cast<double>(kind.length.count());
        if (longest >= needed) {
            return {};
        }
        if (least < 0 || needed - longest < least) {
            least = needed - longest;
            best.longest = longest;
            best.needed = needed;
        }
    }
    return best;
}

bool isBanned(const Model& model, int site) {
    for (int bus = 0; bus < model.busCount(); ++bus) {
        for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
            for (int session = 0; session < model.sessionCount(); ++session) {
                const WeekMask weeks = model.window(bus, site, weekday, session).weeks;
                if (std::ranges::any_of(model.patterns(), [&](WeekMask pattern) {
                        return model.isOftenEnough(pattern) && (pattern & ~weeks) == 0;
                    })) {
                    return false;
                }
            }
        }
    }
    return true;
}

bool canBeServed(const plan::Scenario& scenario, const plan::SiteKey& site) {
    const Model model(scenario);
    const int index = model.indexOf(site);
    return index >= 0 && model.standsAlone(index);
}

/// The least relaxation that makes a day lawful; none when the most does not.
std::optional<int> leastExcess(const plan::Scenario& scenario, const plan::SiteKey& site,
                               const plan::BusKey& bus, std::string_view limit) {
    const auto isEnough = [&](int more) { return canBeServed(relaxed(scenario, bus, limit, more), site); };
    if (!isEnough(mostExcess)) {
        return std::nullopt;
    }
    int low = 0; // Not enough.
    int high = mostExcess;
    while (high - low > 1) {
        const int middle = (low + high) / 2;
        (isEnough(middle) ? high : low) = middle;
    }
    return high;
}

/// Work in a row that no longer day can shorten.
void exceedWork(const plan::Scenario& scenario, const plan::Site& site, Obstacle& obstacle) {
    const auto shortest = std::ranges::min_element(scenario.sessions, {}, &plan::SessionKind::length);
    const minutes work = site.setup + shortest->length + site.teardown;
    obstacle.limit = "work";
    obstacle.excess = static_cast<int>(
        std::ceil(obstacle.roundTrip + static_cast<double>(work.count()) - longestWorkWithoutBreak));
}

/// `scenario` bans nothing.
Obstacle dutyObstacle(const plan::Scenario& scenario, const plan::Site& site) {
    const auto travel = scenario.travelModel();
    Obstacle best{.code = plan::reasons::outOfDutyDay};
    for (const std::string_view limit : {"duty", "driving", "hours", "all"}) {
        if (limit == "all" && best.excess > 0) {
            break; // One limit alone is enough.
        }
        for (const plan::Bus& bus : scenario.buses) {
            const auto excess = leastExcess(scenario, site.id, bus.id, limit);
            if (excess && (best.excess == 0 || *excess < best.excess)) {
                best.excess = *excess;
                best.limit = limit;
                best.bus = bus.id;
            }
        }
    }
    const auto roundTrip = [&](const plan::Bus& bus) {
        return (travel->time(bus.depot, site.point) + travel->time(site.point, bus.depot)).count() / 60;
    };
    if (best.bus.empty()) {
        best.bus = std::ranges::min_element(scenario.buses, {}, roundTrip)->id;
    }
    best.roundTrip = roundTrip(*scenario.findBus(best.bus));
    if (best.excess == 0) {
        exceedWork(scenario, site, best);
    }
    return best;
}

} // namespace

plan::Scenario relaxed(plan::Scenario scenario, const plan::BusKey& id, std::string_view limit, int more) {
    const bool isAll = limit == "all";
    for (plan::Bus& bus : scenario.buses) {
        if (bus.id != id) {
            continue;
        }
        bus.maxDuty += minutes(isAll || limit == "duty" ? more : 0);
        bus.maxDriving += minutes(isAll || limit == "driving" ? more : 0);
        if (isAll || limit == "hours") {
            bus.start = std::max(TimeOfDay(0), bus.start - minutes(more));
            bus.end = std::min(TimeOfDay(minutes(24 * 60)), bus.end + minutes(more));
        }
    }
    return scenario;
}

Obstacle findObstacle(const plan::Scenario& scenario, const plan::SiteKey& id) {
    const plan::Site& site = *scenario.findSite(id);
    const Obstacle closed = openingObstacle(scenario, site);
    if (!closed.code.empty()) {
        return closed;
    }
    plan::Scenario alone = leanScenario(scenario, {id});
    if (canBeServed(alone, id)) {
        const Model model(alone);
        return isBanned(model, model.indexOf(id)) ? Obstacle{.code = plan::reasons::forbidden} : Obstacle{};
    }
    alone.forbidden.clear();
    return canBeServed(alone, id) ? Obstacle{.code = plan::reasons::forbidden} : dutyObstacle(alone, site);
}

} // namespace medicobus::planner
