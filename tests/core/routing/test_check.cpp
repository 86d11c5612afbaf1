// SPDX-License-Identifier: EUPL-1.2
#include "random_problem.h"
#include "routing/check.h"
#include "routing/solve.h"

#include <gtest/gtest.h>

#include <functional>
#include <limits>

namespace medicobus::routing {
namespace {

constexpr std::int64_t huge = std::numeric_limits<std::int64_t>::max();

struct Flaw {
    std::string key;
    std::function<void(Problem&)> make;
};

Problem lawful() {
    Problem problem;
    problem.matrices.push_back({2, {0, 5, 5, 0}, {0, 5, 5, 0}});
    problem.matrices.push_back(problem.matrices[0]);
    problem.places.resize(2);
    problem.places[0].windows = {{0, 5}};
    problem.places[0].delivery = {1, 1};
    problem.places[1].node = 1;
    problem.places[1].prize = 5;
    problem.places[1].draws = {1};
    problem.places[1].patterns = {1, 3};
    problem.vehicles.resize(2);
    problem.vehicles[0].capacity = {4, 4};
    problem.vehicles[0].breaks = {{5, {{10, 20}}}};
    problem.vehicles[1].day = 1;
    problem.pools = {3};
    return problem;
}

std::vector<Flaw> flaws() {
    return {
        {"matrices", [](Problem& p) { p.matrices.clear(); }},
        {"matrices[0].size", [](Problem& p) { p.matrices[0].size = -1; }},
        {"matrices[1].size", [](Problem& p) { p.matrices[1].size = 3; }},
        {"matrices[0].times", [](Problem& p) { p.matrices[0].times.pop_back(); }},
        {"matrices[1].costs", [](Problem& p) { p.matrices[1].costs.clear(); }},
        {"matrices[0].times[1]", [](Problem& p) { p.matrices[0].times[1] = -1; }},
        {"matrices[0].costs[2]", [](Problem& p) { p.matrices[0].costs[2] = huge; }},
        {"vehicles[0].day", [](Problem& p) { p.vehicles[0].day = 32; }},
        {"vehicles[0].day", [](Problem& p) { p.vehicles[0].day = -1; }},
        {"vehicles[1].matrix", [](Problem& p) { p.vehicles[1].matrix = 2; }},
        {"vehicles[1].start", [](Problem& p) { p.vehicles[1].start = 2; }},
        {"vehicles[1].end", [](Problem& p) { p.vehicles[1].end = -1; }},
        {"vehicles[1].latest", [](Problem& p) { p.vehicles[1].latest = huge; }},
        {"vehicles[1]", [](Problem& p) { p.vehicles[1].latest = -1; }},
        {"vehicles[0].breaks[0].length", [](Problem& p) { p.vehicles[0].breaks[0].length = -1; }},
        {"vehicles[0].breaks[0].windows[0]",
         [](Problem& p) { p.vehicles[0].breaks[0].windows[0].closes = 9; }},
        {"vehicles[0].maxDriving", [](Problem& p) { p.vehicles[0].maxDriving = -1; }},
        {"vehicles[0].maxDuty", [](Problem& p) { p.vehicles[0].maxDuty = -1; }},
        {"vehicles[0].maxCost", [](Problem& p) { p.vehicles[0].maxCost = -1; }},
        {"vehicles[0].maxPlaces", [](Problem& p) { p.vehicles[0].maxPlaces = -1; }},
        {"vehicles[0].fixedCost", [](Problem& p) { p.vehicles[0].fixedCost = -1; }},
        {"vehicles[1].capacity", [](Problem& p) { p.vehicles[1].capacity = {1}; }},
        {"vehicles[0].capacity[1]", [](Problem& p) { p.vehicles[0].capacity[1] = -1; }},
        {"places[1].node", [](Problem& p) { p.places[1].node = 2; }},
        {"places[0].setup", [](Problem& p) { p.places[0].setup = -1; }},
        {"places[0].service", [](Problem& p) { p.places[0].service = huge; }},
        {"places[0].windows[0]", [](Problem& p) { p.places[0].windows[0].opens = 6; }},
        {"places[0].windows[0].opens", [](Problem& p) { p.places[0].windows[0].opens = -huge; }},
        {"places[0].windows[0].days", [](Problem& p) { p.places[0].windows[0].days = 0; }},
        {"places[1].prize", [](Problem& p) { p.places[1].prize = -1; }},
        {"places[0].delivery",
         [](Problem& p) {
             p.places[0].delivery = {1, 1, 1};
         }},
        {"places[0].pickup[0]", [](Problem& p) { p.places[0].pickup = {-1}; }},
        {"places[1].draws",
         [](Problem& p) {
             p.places[1].draws = {1, 1};
         }},
        {"places[1].patterns[1]", [](Problem& p) { p.places[1].patterns[1] = 5; }},
        {"places[1].patterns[0]", [](Problem& p) { p.places[1].patterns[0] = 0; }},
        {"pools[0]", [](Problem& p) { p.pools[0] = -1; }},
        {"sum of costs and prizes up to places[1]",
         [](Problem& p) {
             p.places[0].prize = largestSum / 2;
             p.places[1].prize = largestSum;
         }},
    };
}

TEST(CheckProblem, LetsLawfulOnesPass) {
    EXPECT_TRUE(check(lawful()));
    EXPECT_TRUE(check(Problem()));
    Random random(5);
    for (int round = 0; round < 200; ++round) {
        const auto problem = testing::randomProblem(random, 5, 4, testing::withAllFeatures);
        const auto checked = check(problem);
        // Two days may not both have a vehicle; all else holds.
        EXPECT_TRUE(checked || checked.error().detail("key").find("patterns") != std::string_view::npos);
    }
}

TEST(CheckProblem, NamesTheKeyTheValueAndWhatIsExpected) {
    for (const Flaw& flaw : flaws()) {
        Problem problem = lawful();
        flaw.make(problem);
        const auto checked = check(problem);
        ASSERT_FALSE(checked) << flaw.key;
        EXPECT_EQ(checked.error().code(), codes::routingInvalid);
        EXPECT_EQ(checked.error().detail("key"), flaw.key);
        EXPECT_NE(checked.error().detail("value"), "") << flaw.key;
        EXPECT_NE(checked.error().detail("expected"), "") << flaw.key;
    }
}

} // namespace
} // namespace medicobus::routing
