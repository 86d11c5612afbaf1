// SPDX-License-Identifier: EUPL-1.2
#include "planner/replan/replan.h"

#include "planner/replan/keeper.h"

#include <algorithm>
#include <set>

namespace medicobus::planner {
namespace {

/// The series of the new plan that goes on from an announced one: the same name or, for one moved, the first
/// at its site that nobody goes on as yet.
class Heirs {
public:
    explicit Heirs(const plan::Plan& made) : m_made(made) {}

    const plan::Series* sameHalfDay(const plan::Series& before) {
        return take([&](const plan::Series& series) {
            return series.site == before.site && series.weekday == before.weekday
                   && series.session == before.session && series.weeks == before.weeks;
        });
    }
    const plan::Series* sameSite(const plan::Series& before) {
        return take([&](const plan::Series& series) { return series.site == before.site; });
    }
    std::vector<plan::Series> rest() const {
        std::vector<plan::Series> out;
        std::ranges::copy_if(m_made.series, std::back_inserter(out),
                             [&](const plan::Series& series) { return !m_taken.contains(series.id); });
        return out;
    }

private:
    template <typename Match>
    const plan::Series* take(Match matches) {
        const auto at = std::ranges::find_if(m_made.series, [&](const plan::Series& series) {
            return !m_taken.contains(series.id) && matches(series);
        });
        if (at == m_made.series.end()) {
            return nullptr;
        }
        m_taken.insert(at->id);
        return &*at;
    }

    const plan::Plan& m_made;
    std::set<plan::SeriesKey> m_taken;
};

Fate fateOf(const plan::Series& before, const plan::Series& after) {
    return after.start != before.start || after.end != before.end ? Fate::OtherTime : Fate::OtherBus;
}

/// Compares series by series: what stays, what goes on otherwise, what ends, what is new.
void compare(const std::vector<Announced>& announced, Replanned& out) {
    Heirs heirs(out.plan);
    std::vector<const plan::Series*> next;
    for (const Announced& one : announced) {
        next.push_back(heirs.sameHalfDay(one.series));
    }
    for (std::size_t i = 0; i < announced.size(); ++i) {
        const Announced& one = announced[i];
        if (next[i] && next[i]->bus == one.series.bus && next[i]->start == one.series.start
            && next[i]->end == one.series.end) {
            ++out.kept;
            continue;
        }
        const bool isHalfDayKept = next[i] != nullptr;
        const plan::Series* after = isHalfDayKept ? next[i] : heirs.sameSite(one.series);
        SeriesChange change{Fate::Dropped, one.cause, one.series, std::nullopt, one.gain};
        if (after) {
            change.fate = isHalfDayKept ? fateOf(one.series, *after) : Fate::Moved;
            change.after = *after;
        }
        out.changes.push_back(std::move(change));
    }
    for (plan::Series& series : heirs.rest()) {
        out.changes.push_back({Fate::Added, Cause::None, std::nullopt, std::move(series), 0});
    }
}

} // namespace

Result<Replanned> replan(const plan::Scenario& scenario, const plan::Plan& announced,
                         const ReplanOptions& options) {
    const auto start = std::chrono::steady_clock::now();
    const auto shouldStop = [&] {
        return options.search.stop.stop_requested()
               || (options.search.timeLimit
                   && std::chrono::steady_clock::now() - start >= *options.search.timeLimit);
    };
    Keeper keeper(scenario, announced);
    keeper.keepAsTheyWere();
    keeper.rescue();
    if (options.releaseGain) {
        keeper.release(*options.releaseGain, shouldStop);
    }
    const plan::Scenario held = keeper.locked();
    auto made = makePlan(held, options.search);
    if (!made) {
        return Fault(made.error());
    }
    Replanned out;
    out.plan = std::move(*made);
    out.announced = static_cast<int>(announced.series.size());
    compare(keeper.announced(), out);
    return out;
}

} // namespace medicobus::planner
