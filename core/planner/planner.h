// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "plan/scenario.h"

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace medicobus::planner {

/// Where the search stands; sent a few times a second at most, from the thread that called `makePlan`.
struct Progress {
    std::uint64_t iteration = 0;
    std::uint64_t iterations = 0;
    plan::Score best; ///< Of the best plan found so far.
};

struct Options {
    std::uint64_t seed = 1;
    /// Moves tried by the local search: with the seed they decide the result.
    std::uint64_t iterations = 8'000;
    /// Only stops the search early; none by default.
    std::optional<std::chrono::milliseconds> timeLimit;
    std::stop_token stop;
    std::function<void(const Progress&)> onProgress;
};

/// Makes a lawful plan of the scenario: greedy construction, then local search over series
/// (`planning.md` sections 2 to 5). The same scenario, seed and iterations give the same plan everywhere.
/// When stopped, returns the best plan found so far.
/// Errors: `planner.locked_conflict` when locked series cannot stand together, `planner.no_site` when no
/// candidate can be reached lawfully from any depot, `planner.bound` when the bound's programme fails.
[[nodiscard]] Result<plan::Plan> makePlan(const plan::Scenario& scenario, const Options& options = {});

/// The upper bound on worth - lambda x driving minutes a year that a plan carries: the programme of
/// `planning.md` section 2, with the weekly limit of each site counted in whole days where a day is held
/// whole, and the number of sites limited.
[[nodiscard]] Result<double> upperBound(const plan::Scenario& scenario);
/// The programme of section 2 to the letter, which is higher: it lets a site have one day and a half a week.
[[nodiscard]] Result<double> relaxedBound(const plan::Scenario& scenario);

/// What a person with a spreadsheet does: the communes with most missing consultations that have a site
/// within lawful reach, each given the same number of half-days a year, whole days at one place at a time.
struct SpreadsheetPlan {
    std::vector<plan::SiteKey> sites;
    double halfDaysPerWeekEach = 0;
    plan::Score score; ///< `bound` is left at 0.
};

/// `communes` is the N of "the N most under-served": seven by default, as `planning.md` section 2 has it.
SpreadsheetPlan spreadsheetPlan(const plan::Scenario& scenario, int communes = 7);

namespace codes {
inline constexpr ErrorCode plannerLockedConflict{"planner.locked_conflict"};
inline constexpr ErrorCode plannerNoSite{"planner.no_site"};
inline constexpr ErrorCode plannerBound{"planner.bound"};
inline constexpr ErrorCode plannerTooManySessions{"planner.too_many_sessions"};
} // namespace codes

} // namespace medicobus::planner
