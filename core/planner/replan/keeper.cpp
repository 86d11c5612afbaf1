// SPDX-License-Identifier: EUPL-1.2
#include "planner/replan/keeper.h"

#include "planner/replan/holes.h"

#include <algorithm>
#include <bit>
#include <tuple>

namespace medicobus::planner {
namespace {

template <typename Items, typename Id>
int placeOf(const Items& items, const Id& id) {
    const auto at = std::ranges::find_if(items, [&](const auto& item) { return item.id == id; });
    return at == items.end() ? -1 : static_cast<int>(at - items.begin());
}

bool isSameHalfDay(const plan::Series& a, const plan::Series& b) {
    return a.bus == b.bus && a.site == b.site && a.weekday == b.weekday && a.session == b.session
           && a.weeks == b.weeks;
}

bool isAllowedPattern(const Model& model, WeekMask weeks) {
    return std::ranges::find(model.patterns(), weeks) != model.patterns().end();
}

std::vector<int> weeksOf(WeekMask mask) {
    std::vector<int> weeks;
    for (int week = 0; week < maxCycleWeeks; ++week) {
        if (mask >> week & 1) {
            weeks.push_back(week);
        }
    }
    return weeks;
}

} // namespace

std::optional<Placement> placementOf(const Model& model, const plan::Series& series) {
    Placement placement;
    placement.site = model.indexOf(series.site);
    placement.bus = placeOf(model.scenario().buses, series.bus);
    placement.session = placeOf(model.scenario().sessions, series.session);
    placement.weekday = static_cast<int>(series.weekday);
    placement.weeks = maskOf(series.weeks);
    if (placement.site < 0 || placement.bus < 0 || placement.session < 0) {
        return std::nullopt;
    }
    return placement;
}

Keeper::Keeper(const plan::Scenario& scenario, const plan::Plan& announced) : m_scenario(scenario) {
    for (const plan::Series& series : announced.series) {
        const bool isLocked = std::ranges::any_of(scenario.locked, [&](const plan::Series& locked) {
            return isSameHalfDay(locked, series) && (!locked.hasTime() || locked.start == series.start);
        });
        m_announced.push_back({series, isLocked, Cause::None, 0, std::nullopt});
        if (isLocked) {
            m_announced.back().next = series;
        }
    }
}

bool Keeper::isKnown(const plan::Series& series) const {
    return m_scenario.findBus(series.bus) && m_scenario.findSite(series.site)
           && m_scenario.findSession(series.session)
           && std::ranges::all_of(series.weeks, [&](int week) { return week < m_scenario.cycleWeeks; })
           && plan::isRecurring(series.weeks, m_scenario.cycleWeeks);
}

bool Keeper::isClosed(const Model& model, const Placement& placement) {
    const StartWindow& window =
        model.window(placement.bus, placement.site, placement.weekday, placement.session);
    return (window.weeks & placement.weeks) != placement.weeks;
}

plan::Scenario Keeper::locked() const {
    plan::Scenario scenario = m_scenario;
    for (const Announced& one : m_announced) {
        if (one.next && !one.isLocked) {
            scenario.locked.push_back(*one.next);
        }
    }
    return scenario;
}

void Keeper::keepAsTheyWere() {
    for (Announced& one : m_announced) {
        if (!one.isLocked && isKnown(one.series)) {
            one.next = one.series;
        } else if (!one.isLocked) {
            one.cause = Cause::Gone;
        }
    }
    const plan::Scenario scenario = locked();
    const Model model(scenario);
    Board board(model);
    for (const plan::Series& series : m_scenario.locked) {
        if (const auto placement = placementOf(model, series)) {
            board.place(*placement);
        }
    }
    for (Announced& one : m_announced) {
        if (!one.next || one.isLocked) {
            continue;
        }
        const auto placement = placementOf(model, *one.next);
        if (!placement || isClosed(model, *placement)) {
            one.cause = Cause::Closed;
        } else if (!isAllowedPattern(model, placement->weeks)
                   || !board.admits(placement->site, placement->weeks) || !board.drivingGain(*placement)) {
            one.cause = Cause::Unlawful;
        } else {
            board.place(*placement);
            continue;
        }
        one.next.reset();
    }
}

/// The lawful half-day at the same site that changes least for those who come: another bus, then another
/// time, half-day, weekday, weeks; among equals the shortest drive.
std::optional<plan::Series> Keeper::nearest(const Model& model, const Board& board,
                                            const plan::Series& series) const {
    Placement trial;
    trial.site = model.indexOf(series.site);
    const WeekMask weeks = maskOf(series.weeks);
    using Distance = std::tuple<bool, bool, bool, double>;
    std::optional<std::pair<Distance, Placement>> best;
    for (trial.bus = 0; trial.site >= 0 && trial.bus < model.busCount(); ++trial.bus) {
        for (trial.weekday = 0; trial.weekday < daysOfWeek; ++trial.weekday) {
            for (trial.session = 0; trial.session < model.sessionCount(); ++trial.session) {
                for (const WeekMask mask : model.patterns()) {
                    trial.weeks = mask;
                    if (!model.isWorkday(trial.bus, trial.weekday)
                        || std::popcount(mask) != std::popcount(weeks) || !board.admits(trial.site, mask)) {
                        continue;
                    }
                    const auto driving = board.drivingGain(trial);
                    const double worth =
                        board.worthOfSessions(trial.site, trial.session, std::popcount(mask));
                    if (!driving || worth <= model.scenario().policy.lambda * *driving) {
                        continue;
                    }
                    const Distance distance{mask != weeks, trial.weekday != static_cast<int>(series.weekday),
                                            model.session(trial.session).id != series.session, *driving};
                    if (!best || distance < best->first) {
                        best = {distance, trial};
                    }
                }
            }
        }
    }
    if (!best) {
        return std::nullopt;
    }
    plan::Series next;
    next.site = series.site;
    next.bus = model.bus(best->second.bus).id;
    next.weekday = static_cast<Weekday>(best->second.weekday);
    next.session = model.session(best->second.session).id;
    next.weeks = weeksOf(best->second.weeks);
    const bool isSameForPeople =
        next.weekday == series.weekday && next.session == series.session && next.weeks == series.weeks;
    next.id = isSameForPeople ? series.id : plan::SeriesKey{};
    return next;
}

void Keeper::rescue() {
    for (Announced& one : m_announced) {
        if (one.next || !m_scenario.findSite(one.series.site)) {
            continue;
        }
        const plan::Scenario scenario = locked();
        const Model model(scenario);
        Board board(model);
        for (const plan::Series& series : scenario.locked) {
            if (const auto placement = placementOf(model, series)) {
                board.place(*placement);
            }
        }
        one.next = nearest(model, board, one.series);
    }
}

void Keeper::release(double share, const std::function<bool()>& shouldStop) {
    const plan::Scenario scenario = locked();
    const Model model(scenario);
    Board board(model);
    std::vector<std::pair<std::size_t, Placement>> free;
    for (const plan::Series& series : m_scenario.locked) {
        if (const auto placement = placementOf(model, series)) {
            board.place(*placement);
        }
    }
    for (std::size_t i = 0; i < m_announced.size(); ++i) {
        if (m_announced[i].next && !m_announced[i].isLocked) {
            const auto placement = placementOf(model, *m_announced[i].next);
            board.place(*placement);
            free.emplace_back(i, *placement);
        }
    }
    while (!free.empty() && !shouldStop()) {
        Board filled = board;
        fillHoles(model, filled);
        const double threshold = share * filled.total()
                                 / static_cast<double>(std::max<std::size_t>(1, filled.placements().size()));
        double bestGain = threshold;
        std::size_t best = free.size();
        for (std::size_t i = 0; i < free.size() && !shouldStop(); ++i) {
            Board without = board;
            const auto& all = without.placements();
            without.remove(static_cast<std::size_t>(std::ranges::find(all, free[i].second) - all.begin()));
            fillHoles(model, without);
            const double gain = without.total() - filled.total();
            if (gain > bestGain) {
                bestGain = gain;
                best = i;
            }
        }
        if (best == free.size()) {
            return;
        }
        Announced& given = m_announced[free[best].first];
        given.next.reset();
        given.cause = Cause::Released;
        given.gain = bestGain;
        const auto& all = board.placements();
        board.remove(static_cast<std::size_t>(std::ranges::find(all, free[best].second) - all.begin()));
        free.erase(free.begin() + static_cast<std::ptrdiff_t>(best));
    }
}

} // namespace medicobus::planner
