// SPDX-License-Identifier: EUPL-1.2
#include "fleets.h"
#include "random_problem.h"

#include "routing/population/population.h"

#include <gtest/gtest.h>

namespace {

using namespace medicobus;
using namespace medicobus::routing;
using medicobus::testing::brokenRule;
using medicobus::testing::largeFleet;
using medicobus::testing::smallFleet;
using medicobus::testing::walkedCost;

Sequences searched(const Problem& problem, std::uint64_t iterations, unsigned threads = 1,
                   std::uint64_t seed = 1) {
    Options options;
    options.seed = seed;
    options.iterations = iterations;
    options.threads = threads;
    return searchPopulation(problem, Budget(options));
}

void expectBruteValue(unsigned features, std::uint64_t seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    int solved = 0;
    for (int round = 0; round < 30; ++round) {
        const Problem problem = smallFleet(random, 5, 3, features);
        ASSERT_TRUE(fitsPopulation(problem));
        const std::optional<Cost> best = medicobus::testing::bruteValue(problem);
        const Sequences found = searched(problem, 400);
        ASSERT_EQ(found.empty(), !best) << "round " << round;
        if (best) {
            ++solved;
            ASSERT_EQ(brokenRule(problem, found), "") << "round " << round;
            ASSERT_EQ(walkedCost(problem, found), *best) << "round " << round;
        }
    }
    EXPECT_GT(solved, 5);
}

TEST(Population, FindsTheBestOfAllForSmallFleetsWithWindows) {
    using namespace medicobus::testing;
    expectBruteValue(withWindows | withCapacity | withFixedCost, 11);
    expectBruteValue(withWindows | withSetup | withDuty | withOpenEnds, 12);
}

TEST(Population, FindsTheBestOfAllForSmallPeriods) {
    using namespace medicobus::testing;
    expectBruteValue(withPatterns | withCapacity | withDuty, 13);
    expectBruteValue(withPatterns | withWindows | withSkills | withFixedCost, 14);
}

TEST(Population, KeepsEveryRuleOnALargerFleet) {
    const std::uint64_t seed = 21;
    Random random(seed);
    for (const int days : {1, 3}) {
        SCOPED_TRACE("seed " + std::to_string(seed) + ", days " + std::to_string(days));
        const Problem problem = largeFleet(random, 36, days, 6);
        const Sequences found = searched(problem, 40);
        ASSERT_FALSE(found.empty());
        EXPECT_EQ(brokenRule(problem, found), "");
        const Sequences better = searched(problem, 160);
        EXPECT_LE(walkedCost(problem, better), walkedCost(problem, found));
    }
}

TEST(Population, GivesTheSameRoutesWhateverTheThreads) {
    Random random(31);
    for (const int days : {1, 3}) {
        const Problem problem = largeFleet(random, days == 1 ? 24 : 15, days, 5);
        const Sequences alone = searched(problem, 550, 1);
        EXPECT_EQ(alone, searched(problem, 550, 2));
    }
}

TEST(Population, StopsWhenAsked) {
    Random random(41);
    const Problem problem = largeFleet(random, 30, 1, 6);
    std::stop_source stop;
    Options options;
    options.threads = 1;
    options.iterations = std::uint64_t{1} << 40;
    options.stop = stop.get_token();
    int reports = 0;
    options.onProgress = [&](const Progress& progress) {
        ++reports;
        EXPECT_GT(progress.value, 0);
        stop.request_stop();
    };
    const Sequences found = searchPopulation(problem, Budget(options));
    EXPECT_EQ(reports, 1);
    EXPECT_EQ(brokenRule(problem, found), "");

    options.onProgress = nullptr;
    EXPECT_TRUE(searchPopulation(problem, Budget(options)).empty());
}

/// Three vehicles a day that must all be filled to the last unit.
Problem filledFleet() {
    Random random(51);
    Problem problem = largeFleet(random, 18, 2, 3);
    for (std::size_t i = 0; i < problem.places.size(); ++i) {
        problem.places[i].windows.clear();
        problem.places[i].patterns = {i % 2 == 0 ? DayMask{1} : DayMask{2}};
        problem.places[i].delivery = {i / 2 % 3 == 0 ? 50 : i / 2 % 3 == 1 ? 30 : 20};
    }
    for (Vehicle& vehicle : problem.vehicles) {
        vehicle.capacity = {100};
    }
    return problem;
}

TEST(Population, FillsAFleetToTheLast) {
    const Problem problem = filledFleet();
    const Sequences found = searched(problem, 300);
    EXPECT_EQ(found.size(), 6U);
    EXPECT_EQ(brokenRule(problem, found), "");
}

TEST(Population, FindsNothingWhereNothingIsLawful) {
    Problem problem = filledFleet();
    problem.places[4].delivery = {51};
    EXPECT_TRUE(searched(problem, 100).empty());
    problem = filledFleet();
    problem.places[4].patterns = {DayMask{4}};
    EXPECT_TRUE(searched(problem, 100).empty());
}

TEST(Population, UsesFewVehiclesWhereTheyAreDear) {
    Random random(61);
    Problem problem = largeFleet(random, 40, 1, 12);
    std::int64_t load = 0;
    for (Place& place : problem.places) {
        place.windows.clear();
        load += place.delivery.front();
    }
    for (Vehicle& vehicle : problem.vehicles) {
        vehicle.fixedCost = 1'000'000;
        vehicle.latest = farFuture;
    }
    const Sequences found = searched(problem, 200);
    EXPECT_EQ(found.size(), static_cast<std::size_t>((load + 59) / 60));
}

} // namespace
