// SPDX-License-Identifier: EUPL-1.2
#include "random_problem.h"
#include "routing/check.h"
#include "routing/exact/best_route.h"
#include "routing/exact/exact.h"
#include "routing/exact/route_table.h"
#include "routing/schedule.h"
#include "routing/verify.h"

#include <gmock/gmock.h>

namespace medicobus::routing {
namespace {

/// The value of an exact answer by brute force's reckoning; the duties left must be the only fault.
void expectSameAsBruteForce(const Problem& problem, const std::string& told) {
    const Options options;
    ASSERT_TRUE(check(problem)) << told;
    ASSERT_TRUE(fitsExact(problem)) << told;
    const auto answer = solveExact(problem, Budget(options));
    ASSERT_TRUE(answer) << told;
    const auto expected = testing::bruteValue(problem);
    ASSERT_EQ(answer->dutiesLeft == 0, expected.has_value()) << told;
    const auto solution = solutionOf(problem, answer->sequences);
    ASSERT_TRUE(solution) << told;
    if (expected) {
        EXPECT_EQ(solution->value(), *expected) << told;
    }
    int left = 0;
    for (const Violation& violation : verify(problem, *solution)) {
        EXPECT_EQ(violation.rule, Rule::dutyServed) << nameOf(violation.rule) << " " << told;
        ++left;
    }
    EXPECT_EQ(left, answer->dutiesLeft) << told;
}

/// Gives every day of the period a vehicle, so that patterns make sense.
Problem sensible(Random& random, int places, int vehicles, unsigned features) {
    Problem problem = testing::randomProblem(random, places, vehicles, features);
    for (std::size_t i = 0; i < problem.vehicles.size() && (features & testing::withPatterns) != 0; ++i) {
        problem.vehicles[i].day = static_cast<int>(i % 2);
    }
    return problem;
}

class ExactFeatures : public ::testing::TestWithParam<unsigned> {};

TEST_P(ExactFeatures, OneVehicleIsTheBestOfAllOrders) {
    Random random(1000 + GetParam());
    for (int round = 0; round < 12; ++round) {
        const auto problem =
            sensible(random, 5, 1, GetParam() & ~static_cast<unsigned>(testing::withPatterns));
        expectSameAsBruteForce(problem, "round " + std::to_string(round));
    }
}

TEST_P(ExactFeatures, SeveralVehiclesAreTheBestOfAllShares) {
    Random random(2000 + GetParam());
    for (int round = 0; round < 6; ++round) {
        const auto problem = sensible(random, 4, 3, GetParam());
        expectSameAsBruteForce(problem, "round " + std::to_string(round));
    }
}

INSTANTIATE_TEST_SUITE_P(
    Each, ExactFeatures,
    ::testing::Values(0U, testing::withWindows, testing::withWindows | testing::withManyWindows,
                      testing::withSetup, testing::withBreaks, testing::withDriving, testing::withDuty,
                      testing::withRouteCost, testing::withMaxPlaces, testing::withCapacity,
                      testing::withSkills, testing::withOpenEnds, testing::withPrizes,
                      testing::withPrizes | testing::withPools, testing::withPatterns,
                      testing::withPatterns | testing::withPrizes, testing::withFixedCost,
                      testing::withAllFeatures & ~testing::withPatterns, testing::withAllFeatures));

TEST(Exact, MixturesOfFeaturesAreTheBestOfAll) {
    Random random(31);
    for (int round = 0; round < 150; ++round) {
        const auto features =
            (static_cast<unsigned>(random.next()) & testing::withAllFeatures) | testing::withPrizes;
        const int vehicles = 2 + static_cast<int>(random.below(2));
        const auto problem = sensible(random, 4, vehicles, features);
        expectSameAsBruteForce(problem, "round " + std::to_string(round));
    }
}

/// Two ways to the best route of one vehicle, on more places than brute force can take.
TEST(Exact, TheBestRouteIsTheBestOfTheTable) {
    Random random(77);
    const Options options;
    int served = 0;
    for (int round = 0; round < 200; ++round) {
        const auto features = (static_cast<unsigned>(random.next()) & testing::withAllFeatures
                               & ~static_cast<unsigned>(testing::withPatterns))
                              | testing::withPrizes;
        const Problem problem = testing::randomProblem(random, 8, 1, features);
        const auto route = bestRoute(problem, 0, Budget(options));
        const auto table = routesOf(problem, 0, Budget(options));
        ASSERT_TRUE(route && table);
        const auto lost = [&](PlaceSet set) {
            Cost sum = 0;
            for (int place = 0; place < 8; ++place) {
                const auto& prize = problem.places[static_cast<std::size_t>(place)].prize;
                sum += holds(set, place) ? 0 : prize.value_or(dutyLost);
            }
            return sum;
        };
        Cost least = noRoute;
        for (PlaceSet set = 0; set < table->costs.size(); ++set) {
            if (table->costs[set] != noRoute) {
                EXPECT_EQ(costOf(problem, {0, table->places(set)}), table->costs[set]);
                least = std::min(least, table->costs[set] + lost(set));
            }
        }
        PlaceSet set = 0;
        for (const int place : *route) {
            set |= setOf(place);
        }
        EXPECT_EQ(costOf(problem, {0, *route}) + lost(set), least) << "round " << round;
        EXPECT_TRUE(schedule(problem, {0, *route})) << "round " << round;
        served += static_cast<int>(route->size());
    }
    EXPECT_GT(served, 200);
}

TEST(Exact, GivesUpWhenItIsStopped) {
    Random random(78);
    const Problem problem = testing::randomProblem(random, 12, 2, testing::withPrizes);
    std::stop_source stopped;
    stopped.request_stop();
    Options options;
    options.stop = stopped.get_token();
    EXPECT_FALSE(solveExact(problem, Budget(options)));
}

TEST(Exact, TakesAboutFifteenPlacesAndFewVehicles) {
    Random random(79);
    EXPECT_TRUE(fitsExact(testing::randomProblem(random, 16, 1, testing::withWindows)));
    EXPECT_FALSE(fitsExact(testing::randomProblem(random, 19, 1, testing::withWindows)));
    EXPECT_TRUE(fitsExact(testing::randomProblem(random, 12, 4, testing::withAllFeatures)));
    EXPECT_FALSE(fitsExact(testing::randomProblem(random, 17, 4, 0)));
}

} // namespace
} // namespace medicobus::routing
