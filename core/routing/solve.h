// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "routing/solution.h"

#include <chrono>
#include <functional>
#include <stop_token>

namespace medicobus::routing {

/// Where the search stands; sent a few times a second at most, from one thread at a time.
struct Progress {
    std::uint64_t iteration = 0;
    std::uint64_t iterations = 0;
    std::chrono::duration<double> elapsed{};
    Cost value = 0; ///< Of the best solution found so far.
};

struct Options {
    std::uint64_t seed = 1;
    /// With the seed, decides the result, whatever the machine and the number of threads.
    std::uint64_t iterations = 20'000;
    unsigned threads = 0; ///< 0: as many as the machine has.
    /// Only stops the search early; none by default.
    std::optional<std::chrono::milliseconds> timeLimit;
    std::stop_token stop;
    std::function<void(const Progress&)> onProgress;
};

/// Solves small problems exactly and says so (`Solution::isOptimal`), searches on larger ones. Every answer
/// has passed `verify`. When stopped, returns the best found so far.
/// Errors: `routing.invalid` names what in the problem makes no sense; `routing.infeasible` names a duty that
/// no vehicle can serve even alone; `routing.none_found` when duties could not all be served.
[[nodiscard]] Result<Solution> solve(const Problem& problem, const Options& options = {});

namespace codes {
inline constexpr ErrorCode routingInvalid{"routing.invalid"};       ///< key, value, expected
inline constexpr ErrorCode routingInfeasible{"routing.infeasible"}; ///< value: the place's name
inline constexpr ErrorCode routingNoneFound{"routing.none_found"};  ///< value: how many duties are left
} // namespace codes

} // namespace medicobus::routing
