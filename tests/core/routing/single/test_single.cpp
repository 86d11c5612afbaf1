// SPDX-License-Identifier: EUPL-1.2
#include "days.h"

#include "routing/schedule.h"
#include "routing/single/single.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace medicobus::routing {
namespace {

using testing::dayOf;
using testing::DayShape;
using testing::leastCost;

SingleOrder order(const Problem& problem, const Options& options = {}) {
    const Budget budget(options);
    return orderSingle(problem, budget);
}

Options shortSearch(unsigned threads = 1) {
    Options options;
    options.iterations = 300;
    options.threads = threads;
    return options;
}

/// Every place once, in a lawful order.
void expectLawful(const Problem& problem, const SingleOrder& found) {
    ASSERT_EQ(found.sequences.size(), 1U);
    EXPECT_TRUE(schedule(problem, found.sequences.front()));
    std::vector<int> places = found.sequences.front().places;
    std::sort(places.begin(), places.end());
    ASSERT_EQ(places.size(), problem.places.size());
    for (std::size_t i = 0; i < places.size(); ++i) {
        EXPECT_EQ(places[i], static_cast<int>(i));
    }
}

class AgainstBruteForce : public ::testing::TestWithParam<DayShape> {};

TEST_P(AgainstBruteForce, findsAndProvesTheLeastCost) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Problem problem = dayOf(seed, GetParam());
        if (seed % 3 == 0) {
            problem.vehicles.front().latest = 300; // Often too soon.
        }
        ASSERT_TRUE(fitsSingle(problem));
        const std::optional<Cost> least = leastCost(problem);
        const SingleOrder found = order(problem);
        EXPECT_TRUE(found.isProven);
        ASSERT_EQ(found.sequences.empty(), !least);
        if (least) {
            expectLawful(problem, found);
            EXPECT_EQ(costOf(problem, found.sequences.front()), *least);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(
    Shapes, AgainstBruteForce,
    ::testing::Values(DayShape{6, 0, false, false, false}, DayShape{6, 60, false, false, false},
                      DayShape{6, 150, false, false, true}, DayShape{6, 150, true, false, false},
                      DayShape{6, 120, false, true, false}, DayShape{6, 0, true, false, true}));

TEST(Single, ordersNothing) {
    const SingleOrder found = order(dayOf(1, {.places = 0}));
    EXPECT_TRUE(found.isProven);
    ASSERT_EQ(found.sequences.size(), 1U);
    EXPECT_TRUE(found.sequences.front().places.empty());
}

TEST(Single, saysThatNoOrderIsLawful) {
    Problem problem = dayOf(1, {.places = 40, .width = 30, .isSymmetric = true});
    problem.places[7].windows = {{60, 61, everyDay}};
    problem.places[8].windows = {{60, 61, everyDay}};
    const SingleOrder found = order(problem, shortSearch());
    EXPECT_TRUE(found.sequences.empty());
    EXPECT_TRUE(found.isProven);
}

TEST(Single, findsALawfulOrderWhenWindowsAreTight) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Problem problem = dayOf(seed, {.places = 80, .width = 100, .isSymmetric = true});
        expectLawful(problem, order(problem, shortSearch()));
    }
}

TEST(Single, doesNotClaimToHaveProvenWhatIsTooLarge) {
    for (const Time width : {0, 2500}) {
        const Problem problem = dayOf(3, {.places = 60, .width = width, .isSymmetric = true});
        const SingleOrder found = order(problem, shortSearch());
        expectLawful(problem, found);
        EXPECT_FALSE(found.isProven);
        EXPECT_GE(found.iterations, 300U);
    }
}

TEST(Single, isTheSameForAnyNumberOfThreads) {
    for (const Time width : {0, 2500}) {
        const Problem problem = dayOf(5, {.places = 60, .width = width, .isSymmetric = true});
        const SingleOrder one = order(problem, shortSearch(1));
        const SingleOrder two = order(problem, shortSearch(2));
        EXPECT_EQ(one.sequences, two.sequences);
        EXPECT_EQ(one.iterations, two.iterations);
    }
}

TEST(Single, endsSoonWhenAskedToStop) {
    for (const Time width : {0, 2500}) {
        const Problem problem = dayOf(5, {.places = 60, .width = width, .isSymmetric = true});
        std::stop_source source;
        Options options = shortSearch();
        options.iterations = std::uint64_t{1} << 40;
        options.stop = source.get_token();
        options.onProgress = [&](const Progress& progress) {
            EXPECT_GT(progress.value, 0);
            source.request_stop();
        };
        const SingleOrder found = order(problem, options);
        expectLawful(problem, found);
        EXPECT_FALSE(found.isProven);
        EXPECT_LT(found.iterations, 5000U);
    }
}

TEST(Single, claimsNothingWhenStoppedBeforeItBegan) {
    std::stop_source source;
    source.request_stop();
    Options options;
    options.stop = source.get_token();
    const SingleOrder found = order(dayOf(5, {.places = 60, .width = 2500}), options);
    EXPECT_FALSE(found.isProven);
}

TEST(FitsSingle, leavesOtherProblemsToOthers) {
    const Problem plain = dayOf(1, {.width = 100});
    ASSERT_TRUE(fitsSingle(plain));
    const auto expectRefused = [&](const auto& change) {
        Problem problem = plain;
        change(problem);
        EXPECT_FALSE(fitsSingle(problem));
    };
    expectRefused([](Problem& problem) { problem.vehicles.push_back(problem.vehicles.front()); });
    expectRefused([](Problem& problem) { problem.vehicles.front().breaks = {{30, {}}}; });
    expectRefused([](Problem& problem) { problem.vehicles.front().maxDriving = 500; });
    expectRefused([](Problem& problem) { problem.vehicles.front().maxDuty = 500; });
    expectRefused([](Problem& problem) { problem.vehicles.front().maxCost = 500; });
    expectRefused([](Problem& problem) { problem.vehicles.front().maxPlaces = 5; });
    expectRefused([](Problem& problem) { problem.places[2].prize = 5; });
    expectRefused([](Problem& problem) { problem.places[2].patterns = {1, 2}; });
    expectRefused([](Problem& problem) { problem.places[2].skills = 1; });
    expectRefused([](Problem& problem) { problem.places[2].windows.push_back({900, 901, everyDay}); });
    expectRefused([](Problem& problem) {
        problem.vehicles.front().capacity = {9};
        problem.places[2].delivery = {10};
    });
    expectRefused([](Problem& problem) {
        problem.pools = {9};
        problem.places[2].draws = {10};
    });
    expectRefused([](Problem& problem) { problem.matrices.front().costs.assign(49, Cost{1} << 40); });
}

TEST(FitsSingle, takesAWindowOfAnotherDay) {
    Problem problem = dayOf(1, {.width = 100});
    for (Window& window : problem.places[0].windows) {
        window.days = 1;
    }
    problem.places[0].windows.push_back({900, 901, 2});
    EXPECT_TRUE(fitsSingle(problem));
    EXPECT_FALSE(order(problem).sequences.empty());
    problem.vehicles.front().day = 3;
    EXPECT_TRUE(fitsSingle(problem));
    EXPECT_TRUE(order(problem).sequences.empty());
}

} // namespace
} // namespace medicobus::routing
