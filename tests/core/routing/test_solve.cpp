// SPDX-License-Identifier: EUPL-1.2
#include "random_problem.h"
#include "routing/check.h"
#include "routing/exact/exact.h"
#include "routing/population/population.h"
#include "routing/single/single.h"
#include "routing/solve.h"
#include "routing/verify.h"

#include <gmock/gmock.h>

namespace medicobus::routing {
namespace {

/// Places on a square of 60 by 60, a depot in its middle as the last node, drives and costs by the taxicab.
Problem square(Random& random, int places, int vehicles) {
    Problem problem;
    std::vector<std::pair<int, int>> points;
    for (int i = 0; i < places; ++i) {
        points.emplace_back(random.below(60), random.below(60));
    }
    points.emplace_back(30, 30);
    problem.matrices.resize(1);
    problem.matrices[0].size = places + 1;
    for (const auto& from : points) {
        for (const auto& to : points) {
            const int apart = std::abs(from.first - to.first) + std::abs(from.second - to.second);
            problem.matrices[0].times.push_back(apart);
            problem.matrices[0].costs.push_back(apart);
        }
    }
    for (int i = 0; i < places; ++i) {
        Place place;
        place.name = std::to_string(i);
        place.node = i;
        place.service = 3;
        problem.places.push_back(place);
    }
    Vehicle vehicle;
    vehicle.start = places;
    vehicle.end = places;
    vehicle.latest = 1000;
    problem.vehicles.assign(static_cast<std::size_t>(vehicles), vehicle);
    return problem;
}

Options quick(std::uint64_t iterations = 200) {
    Options options;
    options.iterations = iterations;
    options.threads = 1;
    return options;
}

void expectLawful(const Problem& problem, const Result<Solution>& solution) {
    ASSERT_TRUE(solution) << solution.error().code().name << " " << solution.error().detail("value");
    for (const Violation& violation : verify(problem, *solution)) {
        ADD_FAILURE() << nameOf(violation.rule) << " place " << violation.place << " found "
                      << violation.found << " expected " << violation.expected;
    }
}

TEST(SolveRouting, SaysOptimalWhenItIsProven) {
    Random random(1);
    const Problem problem = square(random, 8, 2);
    const auto solution = solve(problem, quick());
    expectLawful(problem, solution);
    EXPECT_TRUE(solution->isOptimal);
    EXPECT_EQ(solution->bound, solution->value());
}

TEST(SolveRouting, NothingToDoIsDone) {
    const auto solution = solve(Problem());
    ASSERT_TRUE(solution);
    EXPECT_TRUE(solution->routes.empty());
    EXPECT_TRUE(solution->isOptimal);
}

TEST(SolveRouting, TakesFleetsOfDutiesLargeOrOne) {
    Random random(2);
    const Problem one = square(random, 30, 1);
    EXPECT_TRUE(fitsSingle(one));
    expectLawful(one, solve(one, quick()));
    Problem fleet = square(random, 40, 4);
    for (Vehicle& vehicle : fleet.vehicles) {
        vehicle.latest = 250;
    }
    EXPECT_TRUE(fitsPopulation(fleet));
    expectLawful(fleet, solve(fleet, quick(50)));
}

TEST(SolveRouting, EveryAnswerToEveryMixtureOfRulesIsLawful) {
    Random random(3);
    for (int round = 0; round < 12; ++round) {
        const unsigned features =
            (static_cast<unsigned>(random.next()) & testing::withAllFeatures) | testing::withPrizes;
        Problem problem = testing::randomProblem(random, 25, 4, features);
        for (std::size_t i = 0; i < problem.vehicles.size(); ++i) {
            problem.vehicles[i].day = static_cast<int>((features & testing::withPatterns) != 0 ? i % 2 : 0);
        }
        for (Place& place : problem.places) {
            place.prize = place.prize.value_or(50);
        }
        ASSERT_TRUE(check(problem)) << check(problem).error().detail("key");
        EXPECT_FALSE(fitsExact(problem));
        expectLawful(problem, solve(problem, quick(100)));
    }
}

TEST(SolveRouting, SameSeedSameAnswerWhateverTheThreads) {
    Random random(4);
    Problem problem = square(random, 30, 3);
    for (Place& place : problem.places) {
        place.prize = 25;
    }
    problem.vehicles[0].breaks = {{5, {{20, 60}}}};
    Options options = quick(300);
    const auto first = solve(problem, options);
    options.threads = 3;
    const auto second = solve(problem, options);
    expectLawful(problem, first);
    ASSERT_TRUE(second);
    ASSERT_EQ(first->routes.size(), second->routes.size());
    EXPECT_EQ(first->value(), second->value());
    for (std::size_t i = 0; i < first->routes.size(); ++i) {
        const auto& left = first->routes[i].stops;
        const auto& right = second->routes[i].stops;
        EXPECT_TRUE(std::equal(left.begin(), left.end(), right.begin(), right.end(),
                               [](const Stop& a, const Stop& b) { return a.place == b.place; }));
    }
}

TEST(SolveRouting, StoppedAtOnceItStillAnswers) {
    Random random(5);
    std::stop_source stopped;
    stopped.request_stop();
    Options options = quick(1'000'000);
    options.stop = stopped.get_token();
    for (Problem problem : {square(random, 40, 3), square(random, 9, 1)}) {
        for (Place& place : problem.places) {
            place.prize = 500;
        }
        const auto solution = solve(problem, options);
        expectLawful(problem, solution);
    }
}

TEST(SolveRouting, NamesADutyThatNoVehicleCanServeEvenAlone) {
    Random random(6);
    for (const int places : {6, 30}) {
        Problem problem = square(random, places, 2);
        problem.places[3].windows = {{2000, 3000}};
        const auto solution = solve(problem, quick());
        ASSERT_FALSE(solution);
        EXPECT_EQ(solution.error().code(), codes::routingInfeasible);
        EXPECT_EQ(solution.error().detail("value"), "3");
        problem.places[3].prize = 0;
        expectLawful(problem, solve(problem, quick()));
    }
}

TEST(SolveRouting, CountsTheDutiesThatAreLeft) {
    Random random(7);
    for (const int places : {6, 30}) {
        Problem problem = square(random, places, 1);
        problem.vehicles[0].maxPlaces = places - 2;
        const auto solution = solve(problem, quick());
        ASSERT_FALSE(solution);
        EXPECT_EQ(solution.error().code(), codes::routingNoneFound);
        EXPECT_EQ(solution.error().detail("value"), "2");
    }
}

TEST(SolveRouting, RefusesWhatMakesNoSense) {
    Random random(8);
    Problem problem = square(random, 5, 1);
    problem.places[2].node = 17;
    const auto solution = solve(problem);
    ASSERT_FALSE(solution);
    EXPECT_EQ(solution.error().code(), codes::routingInvalid);
    EXPECT_EQ(solution.error().detail("key"), "places[2].node");
}

TEST(SolveRouting, TellsItsProgress) {
    Random random(9);
    Problem problem = square(random, 40, 3);
    for (Place& place : problem.places) {
        place.prize = 30;
    }
    Options options = quick(2000);
    std::uint64_t last = 0;
    options.onProgress = [&](const Progress& progress) {
        EXPECT_GE(progress.iteration, last);
        EXPECT_EQ(progress.iterations, 2000U);
        last = progress.iteration;
    };
    const auto solution = solve(problem, options);
    expectLawful(problem, solution);
    EXPECT_GT(last, 0U);
    EXPECT_EQ(solution->iterations, 2000U);
}

} // namespace
} // namespace medicobus::routing
