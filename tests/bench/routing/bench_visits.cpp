// SPDX-License-Identifier: EUPL-1.2
// How long a nurse waits for the best order of the day's home visits, proven: the budget is 50 ms for twelve.
#include "base/random.h"
#include "routing/solve.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <ctime>

namespace medicobus::routing {
namespace {

constexpr Time minute = 60;
constexpr Time hour = 60 * minute;

/// A round over a commune of 12 km by 12 km at 50 km/h, in seconds; each visit of 20 to 40 minutes has one
/// or two windows of 1 to 4 hours between 8:00 and 18:00.
Problem homeVisits(std::uint64_t seed, int visits, bool isStrict) {
    Random random(seed);
    std::vector<std::pair<double, double>> points;
    for (int i = 0; i <= visits; ++i) {
        points.emplace_back(random.uniform(), random.uniform());
    }
    Problem problem;
    problem.matrices.resize(1);
    problem.matrices[0].size = visits + 1;
    for (const auto& from : points) {
        for (const auto& to : points) {
            const double apart = std::hypot(from.first - to.first, from.second - to.second);
            problem.matrices[0].times.push_back(std::llround(apart * 12 / 50 * 1.3 * hour));
            problem.matrices[0].costs.push_back(std::llround(apart * 12'000 * 1.3));
        }
    }
    for (int i = 0; i < visits; ++i) {
        Place place;
        place.node = i + 1;
        place.service = static_cast<Time>(20 + random.below(21)) * minute;
        place.prize = 1'000'000;
        for (std::uint64_t windows = 1 + random.below(2); windows > 0; --windows) {
            const Time opens = 8 * hour + static_cast<Time>(random.below(8 * 60)) * minute;
            place.windows.push_back({opens, opens + static_cast<Time>(60 + random.below(180)) * minute});
        }
        problem.places.push_back(place);
    }
    Vehicle vehicle;
    vehicle.start = 0;
    vehicle.end = 0;
    vehicle.earliest = 7 * hour;
    vehicle.latest = 19 * hour;
    if (isStrict) {
        vehicle.breaks = {{45 * minute, {{11 * hour + 30 * minute, 14 * hour}}}};
        vehicle.maxDuty = 10 * hour;
        vehicle.maxDriving = 4 * hour;
    }
    problem.vehicles = {vehicle};
    return problem;
}

void proveVisits(benchmark::State& state, bool isStrict) {
    const int visits = static_cast<int>(state.range(0));
    std::uint64_t seed = 0;
    double served = 0;
    double worst = 0;
    for (auto _ : state) {
        constexpr std::uint64_t rounds = 50;
        state.PauseTiming();
        const Problem problem = homeVisits(1 + seed++ % rounds, visits, isStrict);
        state.ResumeTiming();
        const std::clock_t before = std::clock();
        const auto solution = solve(problem);
        worst = std::max(worst, 1e3 * static_cast<double>(std::clock() - before) / CLOCKS_PER_SEC);
        if (!solution || !solution->isOptimal) {
            state.SkipWithError("not proven");
            return;
        }
        served += static_cast<double>(visits) - static_cast<double>(solution->lost) / 1e6;
    }
    state.counters["worst_cpu_ms"] = worst;
    state.counters["served"] = benchmark::Counter(served, benchmark::Counter::kAvgIterations);
}

BENCHMARK_CAPTURE(proveVisits, windows, false)
    ->DenseRange(8, 16, 2)
    ->Iterations(50)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(proveVisits, windows_break_duty_driving, true)
    ->DenseRange(8, 14, 2)
    ->Iterations(50)
    ->Unit(benchmark::kMillisecond);

} // namespace
} // namespace medicobus::routing

BENCHMARK_MAIN();
