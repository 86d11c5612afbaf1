// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "routing/problem.h"

namespace medicobus::routing {

/// The largest single time, cost or amount, and the largest sum of them that a problem may ask for: no sum
/// that a solver makes of lawful figures overflows.
inline constexpr std::int64_t largestFigure = 1'000'000'000'000;
inline constexpr std::int64_t largestSum = 100'000'000'000'000'000;
inline constexpr int mostDays = 32;

/// Nothing when the problem makes sense; else `routing.invalid` with the first key that does not (such as
/// `places[3].windows[0]`), its value and what is expected. Says nothing of whether it can be solved.
[[nodiscard]] Result<void> check(const Problem& problem);

} // namespace medicobus::routing
