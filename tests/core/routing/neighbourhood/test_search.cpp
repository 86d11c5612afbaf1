// SPDX-License-Identifier: EUPL-1.2
#include "random_problem.h"
#include "routing/neighbourhood/neighbourhood.h"
#include "routing/schedule.h"
#include "routing/verify.h"

#include <gtest/gtest.h>

namespace medicobus::routing {
namespace {

using namespace medicobus::testing;

Options shortOptions(std::uint64_t iterations) {
    Options options;
    options.iterations = iterations;
    options.threads = 1;
    return options;
}

/// The solution, after every rule was checked; only duties may be left out, and `missing` of them are.
Solution checked(const Problem& problem, const Sequences& sequences, int& missing) {
    const auto solution = solutionOf(problem, sequences);
    EXPECT_TRUE(solution) << "a sequence without a schedule";
    missing = 0;
    for (const Violation& violation : verify(problem, solution.value_or(Solution{}))) {
        EXPECT_EQ(violation.rule, Rule::dutyServed) << nameOf(violation.rule) << " at " << violation.place;
        ++missing;
    }
    return solution.value_or(Solution{});
}

/// Vehicles on both days, so that patterns can be followed.
Problem twoDays(Random& random, int places, int vehicles, unsigned features) {
    Problem problem = randomProblem(random, places, vehicles, features);
    for (std::size_t i = 0; (features & withPatterns) != 0 && i < problem.vehicles.size(); ++i) {
        problem.vehicles[i].day = static_cast<int>(i % 2);
    }
    return problem;
}

class EachFeature : public ::testing::TestWithParam<unsigned> {};

TEST_P(EachFeature, GivesTheBestOfAllSolutionsOfSmallProblems) {
    constexpr int seeds = 25;
    int solved = 0;
    int best = 0;
    for (std::uint64_t seed = 1; seed <= seeds; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed + 100 * GetParam());
        const Problem problem = twoDays(random, 5, 2, GetParam());
        const Options options = shortOptions(600);
        int missing = 0;
        const Solution solution = checked(problem, searchNeighbourhood(problem, Budget(options)), missing);
        if (const auto least = bruteValue(problem)) {
            ++solved;
            best += missing == 0 && solution.value() == *least ? 1 : 0;
            EXPECT_TRUE(missing > 0 || solution.value() >= *least);
        } else {
            EXPECT_GT(missing, 0);
        }
    }
    RecordProperty("solved", solved);
    RecordProperty("best", best);
    // Where the triangle inequality does not hold, a place may find room only after others did: a search
    // that adds one at a time may miss such a solution.
    EXPECT_GE(best * 100, solved * 90) << best << " of " << solved;
}

INSTANTIATE_TEST_SUITE_P(Features, EachFeature,
                         ::testing::Values(0U, withWindows | withManyWindows, withSetup,
                                           withWindows | withBreaks, withDriving, withDuty | withWindows,
                                           withRouteCost, withMaxPlaces, withCapacity, withSkills,
                                           withOpenEnds, withPrizes, withPrizes | withWindows,
                                           withPrizes | withPools, withPatterns, withPatterns | withPools,
                                           withPrizes | withFixedCost, withAllFeatures));

TEST(Neighbourhood, KeepsEveryRuleOnLargerProblems) {
    for (std::uint64_t seed = 1; seed <= 6; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        const Problem problem = twoDays(random, 40, 6, withAllFeatures);
        const Options options = shortOptions(300);
        int missing = 0;
        checked(problem, searchNeighbourhood(problem, Budget(options)), missing);
    }
}

TEST(Neighbourhood, GivesTheSameForAnyNumberOfThreads) {
    Random random(5);
    const Problem problem = twoDays(random, 30, 4, withWindows | withPrizes | withPatterns | withBreaks);
    Options options = shortOptions(1'700);
    const Sequences one = searchNeighbourhood(problem, Budget(options));
    options.threads = 2;
    EXPECT_EQ(searchNeighbourhood(problem, Budget(options)), one);
    EXPECT_EQ(searchNeighbourhood(problem, Budget(options)), one);
    EXPECT_FALSE(one.empty());
}

TEST(Neighbourhood, StopsWhenAskedWithALawfulAnswer) {
    Random random(7);
    const Problem problem = twoDays(random, 40, 4, withWindows | withPrizes);
    std::stop_source stop;
    std::uint64_t reached = 0;
    Options options = shortOptions(std::uint64_t{1} << 40);
    options.stop = stop.get_token();
    options.onProgress = [&](const Progress& progress) {
        reached = progress.iteration;
        stop.request_stop();
    };
    int missing = 0;
    checked(problem, searchNeighbourhood(problem, Budget(options)), missing);
    EXPECT_GT(reached, 0U);
    EXPECT_LT(reached, 100'000U);
}

TEST(Neighbourhood, LeavesOutADutyThatNobodyCanServe) {
    Random random(9);
    Problem problem = randomProblem(random, 6, 2, 0);
    problem.places[2].windows = {{500, 600}};
    problem.places[4].skills = 8;
    const Options options = shortOptions(500);
    const Sequences sequences = searchNeighbourhood(problem, Budget(options));
    int missing = 0;
    checked(problem, sequences, missing);
    EXPECT_EQ(missing, 2);
    for (const Sequence& sequence : sequences) {
        EXPECT_EQ(std::count(sequence.places.begin(), sequence.places.end(), 2), 0);
        EXPECT_EQ(std::count(sequence.places.begin(), sequence.places.end(), 4), 0);
    }
}

TEST(Neighbourhood, OpensAVehicleForPrizesThatOnlyTogetherPayForIt) {
    Problem problem;
    problem.matrices.push_back({4, {0, 9, 9, 9, 9, 0, 1, 1, 9, 1, 0, 1, 9, 1, 1, 0}, {}});
    problem.matrices[0].costs = problem.matrices[0].times;
    for (int node = 1; node <= 3; ++node) {
        problem.places.push_back({});
        problem.places.back().node = node;
        problem.places.back().prize = 20;
    }
    problem.vehicles.resize(1);
    problem.vehicles[0].start = problem.vehicles[0].end = 0;
    problem.vehicles[0].fixedCost = 30;
    const Options options = shortOptions(200);
    int missing = 0;
    EXPECT_EQ(checked(problem, searchNeighbourhood(problem, Budget(options)), missing).value(), 50);
}

TEST(Neighbourhood, DrivesToNobodyForNothing) {
    Problem problem;
    problem.matrices.push_back({3, {0, 9, 9, 9, 0, 9, 9, 9, 0}, {0, 9, 9, 9, 0, 9, 9, 9, 0}});
    problem.places.resize(2);
    problem.places[0].node = 1;
    problem.places[0].prize = 1'000'000;
    problem.places[1].node = 2;
    problem.places[1].prize = 0;
    problem.vehicles.resize(1);
    problem.vehicles[0].start = problem.vehicles[0].end = 0;
    const Options options = shortOptions(100);
    EXPECT_EQ(searchNeighbourhood(problem, Budget(options)), (Sequences{{0, {0}}}));
}

TEST(Neighbourhood, HasNothingToSayWithoutPlacesOrVehicles) {
    Random random(1);
    Problem problem = randomProblem(random, 3, 1, 0);
    const Options options = shortOptions(10);
    problem.vehicles.clear();
    EXPECT_TRUE(searchNeighbourhood(problem, Budget(options)).empty());
    problem.places.clear();
    EXPECT_TRUE(searchNeighbourhood(problem, Budget(options)).empty());
}

} // namespace
} // namespace medicobus::routing
