// SPDX-License-Identifier: EUPL-1.2
#include "days.h"

#include "routing/schedule.h"
#include "routing/single/plain/cycle.h"
#include "routing/single/plain/plain_island.h"
#include "routing/single/proof/dynamic.h"
#include "routing/single/timed_island.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace medicobus::routing::single {
namespace {

using routing::testing::dayOf;

Cost provenCost(const Model& model) {
    const Options options;
    const Budget budget(options);
    const DynamicResult result = orderDynamically(model, assign(model), {}, budget);
    EXPECT_TRUE(result.isComplete);
    return result.cost;
}

TEST(TimedIsland, AgreesWithTheDynamicProgramme) {
    Options options;
    options.iterations = 2000;
    for (std::uint64_t seed = 1; seed <= 12; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Problem problem = dayOf(seed, {.places = 12, .width = 300, .isSymmetric = seed % 2 == 0});
        const Model model(problem);
        const Near near(model, 16);
        const Budget budget(options);
        TimedIsland island(model, near, seed, 7);
        island.run(options.iterations, budget);
        ASSERT_FALSE(island.best().empty());
        EXPECT_TRUE(schedule(problem, island.best().front()));
        EXPECT_EQ(costOf(problem, island.best().front()) + 7, island.bestValue());
        EXPECT_EQ(island.bestValue(), provenCost(model) + 7);
    }
}

TEST(TimedIsland, takesOverABetterOrder) {
    const Problem problem = dayOf(4, {.places = 30, .width = 400, .isSymmetric = true});
    const Model model(problem);
    const Near near(model, 16);
    Options options;
    options.iterations = 500;
    const Budget budget(options);
    TimedIsland learned(model, near, 1, 0);
    learned.run(500, budget);
    TimedIsland fresh(model, near, 2, 0);
    fresh.visit(learned.best(), learned.bestValue());
    EXPECT_LE(fresh.bestValue(), learned.bestValue());
}

TEST(PlainIsland, AgreesWithTheDynamicProgramme) {
    Options options;
    options.iterations = 500;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        const Problem problem = dayOf(seed, {.places = 11, .isSymmetric = true});
        const Model model(problem);
        ASSERT_FALSE(model.isTimed());
        ASSERT_TRUE(model.isSymmetric());
        const Budget budget(options);
        PlainIsland island(model, seed, 0);
        island.run(options.iterations, budget);
        EXPECT_EQ(costOf(problem, island.best().front()), island.bestValue());
        EXPECT_EQ(island.bestValue(), provenCost(model));
    }
}

/// Whatever side is turned in the array, the trip read forwards has the path turned.
TEST(Cycle, turnsAPath) {
    Random random(9);
    std::vector<int> order(11);
    std::iota(order.begin(), order.end(), 0);
    Cycle cycle(order);
    for (int round = 0; round < 300; ++round) {
        const int first = static_cast<int>(random.below(11));
        std::vector<int> trip{first};
        while (trip.size() < 11) {
            trip.push_back(cycle.next(trip.back()));
        }
        const std::size_t length = 1 + random.below(10);
        const int before = trip.back();
        cycle.turn(first, trip[length - 1]);
        std::reverse(trip.begin(), trip.begin() + static_cast<std::ptrdiff_t>(length));
        int node = before;
        for (const int expected : trip) {
            EXPECT_EQ(cycle.previous(cycle.next(node)), node);
            node = cycle.next(node);
            ASSERT_EQ(node, expected) << "round " << round;
        }
        EXPECT_EQ(cycle.ahead(trip[0], 3), trip[3]);
    }
}

/// The soonest and latest starts that a tour keeps are those of walking it.
TEST(Tour, keepsItsClock) {
    const Problem problem = dayOf(6, {.places = 9, .width = 5000});
    const Model model(problem);
    Tour tour(model);
    Random random(6);
    for (int station = 1; station < model.end(); ++station) {
        tour.insert(station, 1);
    }
    for (int round = 0; round < 100; ++round) {
        const int first = 1 + pick(random, 4);
        const int middle = first + 1 + pick(random, 2);
        const int last = middle + 1 + pick(random, 2);
        tour.swapRuns(first, middle, last);
        tour.turn(first, last);
        std::int64_t cost = 0;
        std::int32_t time = model.opens(0);
        for (int i = 1; i < tour.length(); ++i) {
            const Arc arc = model.arc(tour.at(i - 1), tour.at(i));
            time = std::max(model.opens(tour.at(i)), time + arc.travel);
            cost += arc.cost;
            EXPECT_EQ(tour.early(i), time);
            EXPECT_EQ(tour.positionOf(tour.at(i)), i);
            EXPECT_LE(tour.late(i - 1) + arc.travel, tour.late(i));
        }
        EXPECT_EQ(tour.cost(), cost);
    }
}

} // namespace
} // namespace medicobus::routing::single
