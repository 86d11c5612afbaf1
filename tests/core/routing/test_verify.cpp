// SPDX-License-Identifier: EUPL-1.2
#include "routing/verify.h"

#include <gmock/gmock.h>

#include <set>

namespace medicobus::routing {
namespace {

/// Two vehicles on two days, three places and a solution written by hand that keeps every rule.
class VerifyRouting : public ::testing::Test {
protected:
    VerifyRouting() {
        // Drives of 10 between nodes; node 0 is the depot.
        problem.matrices.push_back({4, std::vector<Time>(16, 10), std::vector<Cost>(16, 4)});
        problem.places.resize(3);
        problem.places[0] = {"A", 1, 2, 5, {{0, 20}, {30, 40}}, std::nullopt, {2}, {1}, {1}, {}, 1};
        problem.places[1] = {"B", 2, 0, 5, {}, 9, {1}, {1}, {1}, {}, 0};
        problem.places[2] = {"C", 3, 0, 5, {}, std::nullopt, {}, {}, {1}, {1, 3}, 0};
        for (int day = 0; day < 2; ++day) {
            Vehicle vehicle;
            vehicle.day = day;
            vehicle.start = 0;
            vehicle.end = 0;
            vehicle.latest = 200;
            vehicle.breaks = {{3, {{10, 20}}}};
            vehicle.maxDriving = 40;
            vehicle.maxDuty = 80;
            vehicle.maxCost = 16;
            vehicle.maxPlaces = 3;
            vehicle.capacity = {3};
            vehicle.skills = 1;
            vehicle.fixedCost = 50;
            problem.vehicles.push_back(vehicle);
        }
        problem.pools = {4};
        // 0 -> A (break after the drive, setup) -> B -> C -> 0, then C again on the second day.
        solution.routes.push_back(
            {0, 0, 61, {{0, 10, 15, 20}, {1, 30, 30, 35}, {2, 45, 45, 50}}, {{0, false, 10, 13}}});
        solution.routes.push_back({1, 0, 28, {{2, 13, 13, 18}}, {{0, true, 10, 13}}});
        solution.routes[1].stops[0] = {2, 23, 23, 28};
        solution.routes[1].back = 38;
        solution.cost = 16 + 50 + 8 + 50;
        solution.lost = 0;
    }

    /// The rules that are broken, each once.
    std::set<Rule> broken() const {
        std::set<Rule> rules;
        for (const Violation& violation : verify(problem, solution)) {
            rules.insert(violation.rule);
        }
        return rules;
    }

    Problem problem;
    Solution solution;
};

using Rules = std::set<Rule>;

TEST_F(VerifyRouting, FindsNothingInALawfulSolution) {
    for (const Violation& violation : verify(problem, solution)) {
        ADD_FAILURE() << nameOf(violation.rule) << " found " << violation.found << " expected "
                      << violation.expected;
    }
}

TEST_F(VerifyRouting, KnowsItsVehiclesAndPlaces) {
    solution.routes[1].vehicle = 7;
    EXPECT_TRUE(broken().contains(Rule::knownVehicle));
    solution.routes[1].vehicle = -1;
    EXPECT_TRUE(broken().contains(Rule::knownVehicle));
    solution.routes[1].vehicle = 1;
    solution.routes[1].stops[0].place = 3;
    EXPECT_TRUE(broken().contains(Rule::knownPlace));
}

TEST_F(VerifyRouting, OneRouteAVehicle) {
    problem.vehicles[0].breaks.clear();
    problem.vehicles[0].maxPlaces = 1;
    solution.routes[1].vehicle = 0;
    EXPECT_TRUE(broken().contains(Rule::oneRouteAVehicle));
}

TEST_F(VerifyRouting, DutiesAreServed) {
    problem.places[1].prize.reset();
    EXPECT_EQ(broken(), Rules{});
    solution.routes[0].stops.erase(solution.routes[0].stops.begin() + 1);
    solution.cost -= 4;
    EXPECT_EQ(broken(), Rules{Rule::dutyServed});
    problem.places[1].prize = 9;
    EXPECT_EQ(broken(), Rules{Rule::stated});
    solution.lost = 9;
    EXPECT_EQ(broken(), Rules{});
}

TEST_F(VerifyRouting, VisitsOnce) {
    problem.places[2].patterns.clear();
    EXPECT_EQ(broken(), Rules{Rule::visitedOnce});
}

TEST_F(VerifyRouting, VisitsOnceADayOfAPattern) {
    problem.vehicles[1].day = 0;
    EXPECT_EQ(broken(), Rules{Rule::visitedOnce});
}

TEST_F(VerifyRouting, KeepsAPattern) {
    problem.places[2].patterns = {1, 2};
    EXPECT_EQ(broken(), Rules{Rule::pattern});
}

TEST_F(VerifyRouting, StartsWithinAWindowOfTheDay) {
    problem.places[0].windows = {{0, 14}, {16, 40}};
    EXPECT_EQ(broken(), Rules{Rule::window});
    problem.places[0].windows = {{15, 15, 2}};
    EXPECT_EQ(broken(), Rules{Rule::window});
    problem.places[0].windows = {{15, 15, 1}};
    EXPECT_EQ(broken(), Rules{});
}

TEST_F(VerifyRouting, TimesFollowFromDrivesSetupServiceAndBreaks) {
    const Solution good = solution;
    const auto breaks = [&](auto change) {
        solution = good;
        change(solution.routes[0]);
        EXPECT_EQ(broken(), Rules{Rule::time});
    };
    breaks([](Route& route) { route.stops[0].arrival = 9; });
    breaks([](Route& route) { route.stops[1].arrival = 29; });
    breaks([](Route& route) { route.stops[0].start = 14, route.stops[0].leave = 19; });
    breaks([](Route& route) { route.stops[2].leave = 49; });
    breaks([](Route& route) { route.stops[2].leave = 51; });
    breaks([](Route& route) { route.back = 59; });
    breaks([](Route& route) { route.departure = 1; });
    breaks([](Route& route) { route.breaks[0].start = 11, route.breaks[0].end = 14; });
    breaks([](Route& route) { route.stops[2].leave = std::numeric_limits<Time>::max(); });
}

TEST_F(VerifyRouting, StaysWithinTheShift) {
    problem.vehicles[0].earliest = 1;
    EXPECT_EQ(broken(), Rules{Rule::shift});
    problem.vehicles[0].earliest = 0;
    problem.vehicles[0].latest = 60;
    EXPECT_EQ(broken(), Rules{Rule::shift});
}

TEST_F(VerifyRouting, TakesEveryBreakInOrderAndInItsWindow) {
    problem.vehicles[0].breaks[0].length = 2;
    EXPECT_EQ(broken(), Rules{Rule::breaks});
    problem.vehicles[0].breaks[0] = {3, {{11, 20}}};
    EXPECT_EQ(broken(), Rules{Rule::breaks});
    problem.vehicles[0].breaks[0] = {3, {{10, 20, 2}}};
    EXPECT_EQ(broken(), Rules{Rule::breaks});
    problem.vehicles[0].breaks = {{3, {}}, {0, {}}};
    EXPECT_EQ(broken(), Rules{Rule::breaks});
    solution.routes[0].breaks.push_back({0, true, 0, 0});
    EXPECT_TRUE(broken().contains(Rule::breaks));
    solution.routes[0].breaks[1] = {4, true, 61, 61};
    EXPECT_EQ(broken(), Rules{Rule::breaks});
    solution.routes[0].breaks[1] = {3, false, 60, 60};
    EXPECT_EQ(broken(), Rules{});
}

TEST_F(VerifyRouting, KeepsTheLimitsOfAVehicle) {
    const Problem good = problem;
    const auto breaks = [&](Rule rule, auto change) {
        problem = good;
        change(problem.vehicles[0]);
        EXPECT_EQ(broken(), Rules{rule}) << nameOf(rule);
    };
    breaks(Rule::driving, [](Vehicle& vehicle) { vehicle.maxDriving = 39; });
    breaks(Rule::duty, [](Vehicle& vehicle) { vehicle.maxDuty = 57; });
    breaks(Rule::routeCost, [](Vehicle& vehicle) { vehicle.maxCost = 15; });
    breaks(Rule::places, [](Vehicle& vehicle) { vehicle.maxPlaces = 2; });
    breaks(Rule::capacity, [](Vehicle& vehicle) { vehicle.capacity = {2}; });
    breaks(Rule::skills, [](Vehicle& vehicle) { vehicle.skills = 2; });
    problem = good;
    problem.vehicles[0].maxDuty = 58;
    EXPECT_EQ(broken(), Rules{});
}

TEST_F(VerifyRouting, ReloadsNothingOnTheWay) {
    // Three are delivered in all; what is picked up comes on top of what is still to be delivered.
    problem.places[0].pickup = {3};
    EXPECT_EQ(broken(), Rules{Rule::capacity});
}

TEST_F(VerifyRouting, RoutesWithoutAStopAreNone) {
    solution.routes[1].stops.clear();
    problem.places[2].patterns = {1};
    EXPECT_TRUE(broken().contains(Rule::places));
}

TEST_F(VerifyRouting, PoolsHoldForAllVisitsTogether) {
    problem.pools = {3};
    EXPECT_EQ(broken(), Rules{Rule::pool});
}

TEST_F(VerifyRouting, FiguresAreWhatTheRoutesGive) {
    solution.cost -= 1;
    EXPECT_EQ(broken(), Rules{Rule::stated});
    solution.cost += 1;
    solution.lost = 1;
    EXPECT_EQ(broken(), Rules{Rule::stated});
    solution.lost = 0;
    solution.bound = solution.value();
    EXPECT_EQ(broken(), Rules{});
    solution.bound = solution.value() + 1;
    EXPECT_EQ(broken(), Rules{Rule::stated});
}

TEST_F(VerifyRouting, EveryRuleHasAName) {
    std::set<std::string_view> names;
    for (int rule = 0; rule <= static_cast<int>(Rule::stated); ++rule) {
        EXPECT_TRUE(nameOf(static_cast<Rule>(rule)).starts_with("routing."));
        names.insert(nameOf(static_cast<Rule>(rule)));
    }
    EXPECT_EQ(names.size(), static_cast<std::size_t>(Rule::stated) + 1);
    EXPECT_EQ(nameOf(Rule::window), "routing.window");
    EXPECT_EQ(nameOf(Rule::stated), "routing.stated");
}

} // namespace
} // namespace medicobus::routing
