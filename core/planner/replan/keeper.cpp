// SPDX-License-Identifier: EUPL-1.2
#include "planner/replan/keeper.h"

#include "planner/replan/holes.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <map>
#include <tuple>

namespace medicobus::planner {
namespace {

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

bool isClosed(const Model& model, const Placement& placement) {
    const StartWindow& window =
        model.window(placement.bus, placement.site, placement.weekday, placement.session);
    return (window.weeks & placement.weeks) != placement.weeks;
}

/// The locked series of the scenario itself, as far as they are known; whether they can stand together is the
/// planner's to tell.
void placeLocked(const Model& model, const std::vector<plan::Series>& locked, Board& board) {
    for (const plan::Series& series : locked) {
        if (const auto placement = placementOf(model, series)) {
            board.place(*placement);
        }
    }
}

/// Places those that can be held together, but for the one left out; nothing when the day would be unlawful.
std::optional<Board> withDay(const Model& model, const Board& board, const std::vector<Announced*>& day,
                             std::size_t leftOut) {
    Board trial = board;
    for (std::size_t i = 0; i < day.size(); ++i) {
        const auto placement = placementOf(model, day[i]->series);
        if (i == leftOut) {
            continue;
        }
        if (!trial.hasRoom(placement->site, placement->weeks) || !trial.canHold(*placement)) {
            return std::nullopt;
        }
        trial.place(*placement);
    }
    const auto any = placementOf(model, day.front()->series);
    return trial.isDayLawful(any->bus, any->weekday) ? std::optional(std::move(trial)) : std::nullopt;
}

/// What could be given up at once: one series, or all those of one bus-day.
std::vector<std::vector<std::size_t>> choicesOf(const std::vector<std::pair<std::size_t, Placement>>& free) {
    std::vector<std::vector<std::size_t>> choices;
    std::map<std::pair<int, int>, std::vector<std::size_t>> days;
    for (std::size_t i = 0; i < free.size(); ++i) {
        choices.push_back({i});
        days[{free[i].second.bus, free[i].second.weekday}].push_back(i);
    }
    for (auto& [day, members] : days) {
        if (members.size() > 1) {
            choices.push_back(std::move(members));
        }
    }
    return choices;
}

} // namespace

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
    while (!keepDays(model)) {
    }
}

/// One pass over the days; false when a site could not keep what it was left with, and gave up a series.
bool Keeper::keepDays(const Model& model) {
    Board board(model);
    placeLocked(model, m_scenario.locked, board);
    std::map<std::pair<plan::BusKey, Weekday>, std::vector<Announced*>> days;
    for (Announced& one : m_announced) {
        if (!one.next || one.isLocked) {
            continue;
        }
        const auto placement = placementOf(model, *one.next);
        if (!placement || isClosed(model, *placement)) {
            one.cause = Cause::Closed;
            one.next.reset();
        } else if (!isAllowedPattern(model, placement->weeks)) {
            one.cause = Cause::Unlawful;
            one.next.reset();
        } else {
            days[{one.series.bus, one.series.weekday}].push_back(&one);
        }
    }
    for (auto& [key, day] : days) {
        keepDay(model, board, day);
    }
    return !giveUpUnsteady(model, board);
}

/// Of a site that would be visited too rarely or change its half-days, the series of fewest weeks goes.
bool Keeper::giveUpUnsteady(const Model& model, const Board& board) {
    Announced* rarest = nullptr;
    for (Announced& one : m_announced) {
        const int site = one.next ? model.indexOf(one.next->site) : -1;
        if (site >= 0 && !one.isLocked && !board.isSiteLawful(site)
            && (!rarest || one.next->weeks.size() < rarest->next->weeks.size())) {
            rarest = &one;
        }
    }
    if (rarest) {
        rarest->cause = Cause::Unlawful;
        rarest->next.reset();
    }
    return rarest != nullptr;
}

/// All of a day's series together, for the halves of a far day need each other; else all but one; else those
/// that can stand by themselves, in their order.
void Keeper::keepDay(const Model& model, Board& board, const std::vector<Announced*>& day) {
    for (std::size_t leftOut = day.size() + 1; leftOut-- > 0;) {
        if (auto with = withDay(model, board, day, leftOut)) {
            board = std::move(*with);
            if (leftOut < day.size()) {
                day[leftOut]->cause = Cause::Unlawful;
                day[leftOut]->next.reset();
            }
            return;
        }
    }
    for (Announced* one : day) {
        const auto placement = placementOf(model, one->series);
        Board with = board;
        if (with.hasRoom(placement->site, placement->weeks) && with.canHold(*placement)) {
            with.place(*placement);
        }
        if (with.placements().size() > board.placements().size()
            && with.isDayLawful(placement->bus, placement->weekday)) {
            board = std::move(with);
        } else {
            one->cause = Cause::Unlawful;
            one->next.reset();
        }
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

/// Those of most weeks first: the others may only come on top of them.
void Keeper::rescue() {
    std::vector<Announced*> lost;
    for (Announced& one : m_announced) {
        if (!one.next && m_scenario.findSite(one.series.site)) {
            lost.push_back(&one);
        }
    }
    std::ranges::stable_sort(lost, std::greater{},
                             [](const Announced* one) { return one->series.weeks.size(); });
    for (Announced* one : lost) {
        const plan::Scenario scenario = locked();
        const Model model(scenario);
        Board board(model);
        placeLocked(model, scenario.locked, board);
        one->next = nearest(model, board, one->series);
    }
}

void Keeper::release(double share, const std::function<bool()>& shouldStop) {
    const plan::Scenario scenario = locked();
    const Model model(scenario);
    Board board(model);
    placeLocked(model, m_scenario.locked, board);
    std::vector<std::pair<std::size_t, Placement>> free;
    for (std::size_t i = 0; i < m_announced.size(); ++i) {
        if (m_announced[i].next && !m_announced[i].isLocked) {
            const auto placement = placementOf(model, *m_announced[i].next);
            board.place(*placement);
            free.emplace_back(i, *placement);
        }
    }
    const auto removeFrom = [&](Board& from, const std::vector<std::size_t>& choice) {
        for (const std::size_t i : choice) {
            const auto& all = from.placements();
            from.remove(static_cast<std::size_t>(std::ranges::find(all, free[i].second) - all.begin()));
        }
    };
    while (!free.empty() && !shouldStop()) {
        Board filled = board;
        fillHoles(model, filled);
        const double average =
            filled.total() / static_cast<double>(std::max<std::size_t>(1, filled.placements().size()));
        std::vector<std::size_t> best;
        double bestSurplus = 0;
        for (const std::vector<std::size_t>& choice : choicesOf(free)) {
            if (shouldStop()) {
                break;
            }
            Board without = board;
            removeFrom(without, choice);
            if (!without.areSitesLawful()) {
                continue;
            }
            fillHoles(model, without);
            const Placement& any = free[choice.front()].second;
            const double surplus =
                without.total() - filled.total() - share * average * static_cast<double>(choice.size());
            if (surplus > bestSurplus && without.isDayLawful(any.bus, any.weekday)) {
                bestSurplus = surplus;
                best = choice;
            }
        }
        if (best.empty()) {
            return;
        }
        removeFrom(board, best);
        const double gain = bestSurplus / static_cast<double>(best.size()) + share * average;
        for (auto i = best.rbegin(); i != best.rend(); ++i) {
            Announced& given = m_announced[free[*i].first];
            given.next.reset();
            given.cause = Cause::Released;
            given.gain = gain;
            free.erase(free.begin() + static_cast<std::ptrdiff_t>(*i));
        }
    }
}

} // namespace medicobus::planner
