// SPDX-License-Identifier: EUPL-1.2
#include "random_problem.h"
#include "routing/schedule.h"
#include "routing/verify.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace medicobus::routing {
namespace {

using testing::BruteShift;

/// A depot at node 0 and places at nodes 1, 2, 3, every drive 10 long and as dear.
Problem line() {
    Problem problem;
    problem.matrices.push_back({4, std::vector<Time>(16, 10), std::vector<Cost>(16, 10)});
    for (int node = 0; node < 4; ++node) {
        problem.matrices[0].times[static_cast<std::size_t>(node * 5)] = 0;
        problem.matrices[0].costs[static_cast<std::size_t>(node * 5)] = 0;
    }
    for (int node = 1; node < 4; ++node) {
        Place place;
        place.node = node;
        place.service = 5;
        problem.places.push_back(place);
    }
    Vehicle vehicle;
    vehicle.start = 0;
    vehicle.end = 0;
    vehicle.latest = 1000;
    problem.vehicles.push_back(vehicle);
    return problem;
}

TEST(Schedule, LeavesAsLateAsTheEarliestReturnAllows) {
    Problem problem = line();
    problem.places[1].windows = {{100, 200}};
    const auto route = schedule(problem, {0, {0, 1}});
    ASSERT_TRUE(route);
    EXPECT_EQ(route->back, 115);
    EXPECT_EQ(route->departure, 75);
    EXPECT_EQ(route->stops[0].arrival, 85);
    EXPECT_EQ(route->stops[0].leave, 90);
    EXPECT_EQ(route->stops[1].start, 100);
}

TEST(Schedule, TakesTheNextWindowOfItsDay) {
    Problem problem = line();
    problem.places[0].windows = {{0, 5}, {40, 50, 2}, {60, 61, 1}};
    auto route = schedule(problem, {0, {0}});
    ASSERT_TRUE(route);
    EXPECT_EQ(route->stops[0].start, 60);
    problem.vehicles[0].day = 1;
    route = schedule(problem, {0, {0}});
    ASSERT_TRUE(route);
    EXPECT_EQ(route->stops[0].start, 40);
    problem.places[0].windows = {{40, 50, 1}};
    EXPECT_FALSE(schedule(problem, {0, {0}}));
}

TEST(Schedule, SetsUpOnceForStopsInARowAtOneNode) {
    Problem problem = line();
    problem.places[0].setup = 7;
    problem.places[1].setup = 7;
    problem.places[1].node = 1;
    const auto route = schedule(problem, {0, {0, 1}});
    ASSERT_TRUE(route);
    EXPECT_EQ(route->back, 10 + 7 + 5 + 5 + 10);
    problem.places[1].node = 2;
    EXPECT_EQ(schedule(problem, {0, {0, 1}})->back, 10 + 7 + 5 + 10 + 7 + 5 + 10);
}

TEST(Schedule, ReturnsLaterWhenThatMakesTheDutyShort) {
    Problem problem = line();
    problem.places[0].windows = {{10, 10}, {60, 80}};
    problem.places[1].windows = {{100, 110}};
    problem.vehicles[0].latest = 500;
    // Without a limit: 1 then 2, leaving at 0 or at 75; the return at 115 is the same.
    EXPECT_EQ(schedule(problem, {0, {0, 1}})->departure, 70);
    problem.places[0].windows = {{10, 10}, {100, 110}};
    problem.places[1].windows = {{20, 30}, {150, 160}};
    const auto early = schedule(problem, {0, {0, 1}});
    EXPECT_EQ(early->back, 40);
    problem.places[1].windows = {{70, 75}, {150, 160}};
    EXPECT_EQ(schedule(problem, {0, {0, 1}})->back, 85);
    problem.vehicles[0].maxDuty = 75;
    const auto late = schedule(problem, {0, {0, 1}});
    ASSERT_TRUE(late);
    EXPECT_EQ(late->back, 165);
    EXPECT_EQ(late->departure, 100);
    problem.vehicles[0].maxDuty = 64;
    EXPECT_FALSE(schedule(problem, {0, {0, 1}}));
}

TEST(Schedule, TakesBreaksInOrderBeforeOrAfterADriveAndNotAsDuty) {
    Problem problem = line();
    problem.vehicles[0].breaks = {{3, {{12, 14}}}, {4, {{30, 40}}}};
    const auto route = schedule(problem, {0, {0, 1}});
    ASSERT_TRUE(route);
    ASSERT_EQ(route->breaks.size(), 2U);
    EXPECT_EQ(route->departure, 2);
    EXPECT_EQ(route->back, 2 + 10 + 3 + 5 + 10 + 4 + 5 + 10);
    EXPECT_LE(route->breaks[0].end, route->breaks[1].start);
    problem.vehicles[0].maxDuty = 40;
    EXPECT_TRUE(schedule(problem, {0, {0, 1}}));
    problem.vehicles[0].maxDuty = 39;
    EXPECT_FALSE(schedule(problem, {0, {0, 1}}));
    problem.vehicles[0].maxDuty.reset();
    std::swap(problem.vehicles[0].breaks[0], problem.vehicles[0].breaks[1]);
    EXPECT_FALSE(schedule(problem, {0, {0, 1}}));
}

TEST(Schedule, DrivesNothingToAnOpenStartOrFromAnOpenEnd) {
    Problem problem = line();
    problem.vehicles[0].start.reset();
    problem.vehicles[0].end.reset();
    problem.places[0].windows = {{50, 60}};
    const auto route = schedule(problem, {0, {0, 1}});
    ASSERT_TRUE(route);
    EXPECT_EQ(route->departure, 50);
    EXPECT_EQ(route->back, 70);
    EXPECT_EQ(costOf(problem, {0, {0, 1}}), 10);
}

TEST(Schedule, CarriesDeliveriesFromTheStartAndPickupsToTheEnd) {
    Problem problem = line();
    problem.vehicles[0].capacity = {5};
    problem.places[0].delivery = {3};
    problem.places[1].delivery = {2};
    problem.places[1].pickup = {4};
    EXPECT_TRUE(schedule(problem, {0, {0, 1}}));
    EXPECT_FALSE(schedule(problem, {0, {1, 0}}));
    problem.places[0].delivery = {4};
    EXPECT_FALSE(schedule(problem, {0, {0, 1}}));
}

TEST(Schedule, CountsCostsAndWhatIsLost) {
    Problem problem = line();
    problem.places[2].prize = 7;
    problem.vehicles[0].fixedCost = 100;
    const auto solution = solutionOf(problem, {{0, {0, 1}}});
    ASSERT_TRUE(solution);
    EXPECT_EQ(solution->cost, 130);
    EXPECT_EQ(solution->lost, 7);
    EXPECT_EQ(costOf(problem, {0, {}}), 0);
    EXPECT_TRUE(solutionOf(problem, {{0, {}}})->routes.empty());
}

/// Every departure and every place of the breaks, tried one by one, gives the same shift; and the verifier
/// agrees with each route.
TEST(Schedule, AgreesWithTryingEverything) {
    Random random(20'270'301);
    int lawful = 0;
    int unlawful = 0;
    for (int round = 0; round < 4000; ++round) {
        const unsigned features = static_cast<unsigned>(random.next()) & testing::withAllFeatures;
        Problem problem = testing::randomProblem(random, 4, 1, features);
        Sequence sequence{0, {0, 1, 2, 3}};
        sequence.places.resize(1 + random.below(4));
        const auto route = schedule(problem, sequence);
        Vehicle& vehicle = problem.vehicles[0];
        if (!route) {
            // Only the clock is tried by hand: the other limits are lifted.
            vehicle.maxDriving.reset();
            vehicle.maxCost.reset();
            vehicle.maxPlaces.reset();
            vehicle.capacity.clear();
            vehicle.skills = 3;
        }
        const auto expected = testing::bruteShift(problem, sequence);
        const auto found = schedule(problem, sequence);
        ASSERT_EQ(found.has_value(), expected.has_value()) << "round " << round << " features " << features;
        if (!found) {
            ++unlawful;
            continue;
        }
        ++lawful;
        EXPECT_EQ((BruteShift{found->back, found->departure}), *expected) << "round " << round;
        for (const Violation& violation : verify(problem, *solutionOf(problem, {sequence}))) {
            EXPECT_THAT(violation.rule, ::testing::AnyOf(Rule::dutyServed, Rule::pattern, Rule::pool))
                << nameOf(violation.rule) << " round " << round;
        }
    }
    EXPECT_GT(lawful, 1000);
    EXPECT_GT(unlawful, 200);
}

} // namespace
} // namespace medicobus::routing
