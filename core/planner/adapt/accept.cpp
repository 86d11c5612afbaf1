// SPDX-License-Identifier: EUPL-1.2
#include "planner/adapt/accept.h"

#include "planner/assemble.h"
#include "planner/bound.h"

#include <fmt/format.h>

#include <algorithm>

namespace medicobus::planner {
namespace {

/// The kind of session like this one that lasts so many slots, made if need be.
plan::SessionKey kindOf(plan::Scenario& scenario, const plan::SessionKey& like, int slots) {
    const plan::SessionKind* base = scenario.findSession(like);
    if (!base) {
        return like;
    }
    plan::SessionKind kind = *base;
    kind.id = {fmt::format("{}-{}", like.value, slots)};
    kind.length = slots * scenario.policy.slot;
    if (!scenario.findSession(kind.id)) {
        // Beside the kind it is like: a day's kinds stand in the order of their hours.
        scenario.sessions.insert(scenario.sessions.begin() + (base - scenario.sessions.data()) + 1, kind);
    }
    return kind.id;
}

Result<void> follow(plan::Scenario& scenario, std::vector<plan::Series>& series, const Proposal& proposal) {
    const auto at = std::ranges::find(series, proposal.series, &plan::Series::id);
    if (at == series.end()) {
        return fault(codes::adaptUnknownSeries, {{"value", proposal.series.value}});
    }
    switch (proposal.advice) {
    case Advice::Release:
    case Advice::Merge:
        series.erase(at);
        return {};
    case Advice::LessOften:
    case Advice::MoreOften:
        if (proposal.weeks.empty()) {
            return fault(codes::adaptNoChange, {{"value", proposal.series.value}});
        }
        at->weeks = proposal.weeks;
        return {};
    case Advice::Longer:
    case Advice::Shorter:
        at->session = kindOf(scenario, at->session, proposal.slots.value_or(1));
        at->start = at->end = TimeOfDay(0);
        return {};
    }
    return {};
}

} // namespace

Result<Version> accept(const plan::Scenario& scenario, const plan::Plan& plan,
                       const std::vector<Proposal>& proposals) {
    Version out{scenario, {}};
    std::vector<plan::Series> series = plan.series;
    for (const Proposal& proposal : proposals) {
        if (const auto followed = follow(out.scenario, series, proposal); !followed) {
            return Fault(followed.error());
        }
    }
    plan::Scenario held = out.scenario;
    held.locked = series;
    const Model model(held);
    Board board(model);
    for (const plan::Series& one : series) {
        auto placement = placementOf(model, one);
        if (!placement || !board.canHold(*placement)) {
            return fault(codes::adaptUnlawful, {{"value", one.id.value}});
        }
        placement->isLocked = true;
        board.place(*placement);
    }
    for (const plan::Series& one : series) {
        const auto placement = placementOf(model, one);
        if (!board.isDayLawful(placement->bus, placement->weekday) || !board.isSiteLawful(placement->site)) {
            return fault(codes::adaptUnlawful, {{"value", one.id.value}});
        }
    }
    const auto bound = boundOf(Model(out.scenario));
    if (!bound) {
        return Fault(bound.error());
    }
    out.plan = assemble(model, board);
    out.plan.seed = plan.seed;
    out.plan.score.bound = *bound;
    return out;
}

} // namespace medicobus::planner
