// SPDX-License-Identifier: EUPL-1.2
#include "routing/instances/instance.h"
#include "samples.h"

#include <gmock/gmock.h>

#include <cmath>
#include <sstream>

namespace medicobus::testing {
namespace {

using namespace routing;
using instances::Instance;
using instances::RouteLine;
using ::testing::ElementsAre;

Instance parse(const char* text, const std::string& file, int tours = 1) {
    auto instance = instances::parse(text, file, tours);
    EXPECT_TRUE(instance) << instance.error().code().name << " line " << instance.error().detail("line");
    return instance ? *instance : Instance{};
}

/// A solution that visits these places by these vehicles, with the costs that its drives have.
Solution visiting(const Problem& problem, const Sequences& sequences) {
    Solution solution;
    for (const Place& place : problem.places) {
        solution.lost += place.prize.value_or(0);
    }
    for (const Sequence& sequence : sequences) {
        const Vehicle& vehicle = problem.vehicles[static_cast<std::size_t>(sequence.vehicle)];
        Route route;
        route.vehicle = sequence.vehicle;
        int from = *vehicle.start;
        for (const int at : sequence.places) {
            const Place& place = problem.places[static_cast<std::size_t>(at)];
            solution.cost += problem.matrices[0].cost(from, place.node);
            solution.lost -= place.prize.value_or(0);
            from = place.node;
            route.stops.push_back({.place = at});
        }
        solution.cost += problem.matrices[0].cost(from, *vehicle.end) + vehicle.fixedCost;
        solution.routes.push_back(std::move(route));
    }
    return solution;
}

TEST(Tsptw, KeepsServiceInsideRowsAndTheDecimalsOfTheFile) {
    const Instance instance = parse(samples::tsptw, "tiny.0");
    EXPECT_EQ(instance.set, instances::Set::tsptw);
    EXPECT_EQ(instance.name, "tiny.0");
    const Problem& problem = instance.problem;
    ASSERT_EQ(problem.places.size(), 2U);
    // Three places after the point, as in 5.125, so thousandths; 8.1250 has no more.
    EXPECT_EQ(problem.matrices[0].time(0, 1), 4'250);
    EXPECT_EQ(problem.matrices[0].time(1, 2), 5'125);
    EXPECT_EQ(problem.matrices[0].cost(2, 1), 8'125);
    EXPECT_THAT(problem.places[0].windows, ElementsAre(Window{.opens = 4'000, .closes = 10'000}));
    EXPECT_EQ(problem.places[0].service, 0);
    EXPECT_FALSE(problem.places[0].prize.has_value());
    EXPECT_EQ(problem.vehicles[0].latest, 40'000);
    const Solution solution = visiting(problem, {{.vehicle = 0, .places = {0, 1}}});
    EXPECT_DOUBLE_EQ(instance.value(solution), 4.25 + 5.125 + 10);
    EXPECT_THAT(instance.lines(solution), ElementsAre(RouteLine{.day = 1, .nodes = {1, 2}}));
}

TEST(Tsptw, WorksInWholeUnitsWhenTheFileDoes) {
    const Instance instance = parse("2\n0 3\n4.00 0\n5 90\n7 20\n", "n1w1.001.txt");
    EXPECT_EQ(instance.costUnit, 1);
    EXPECT_EQ(instance.problem.matrices[0].time(1, 0), 4);
    EXPECT_EQ(instance.problem.vehicles[0].earliest, 5);
    EXPECT_EQ(instance.name, "n1w1.001.txt");
}

TEST(Toptw, TakesTheLastTwoNumbersAsWindowAndCutsToTenths) {
    const Instance instance = parse(samples::toptw, "c901.txt", 2);
    EXPECT_EQ(instance.set, instances::Set::toptw);
    EXPECT_EQ(instance.name, "c901_m2");
    const Problem& problem = instance.problem;
    ASSERT_EQ(problem.places.size(), 2U);
    EXPECT_EQ(problem.vehicles.size(), 2U);
    EXPECT_EQ(problem.vehicles[0].earliest, 50);
    EXPECT_EQ(problem.vehicles[0].latest, 10'000);
    EXPECT_EQ(problem.matrices[0].time(0, 1), 14);
    EXPECT_EQ(problem.matrices[0].time(0, 2), 50);
    EXPECT_EQ(problem.places[1].service, 95);
    EXPECT_THAT(problem.places[1].windows, ElementsAre(Window{.opens = 250, .closes = 700}));
    // A prize of one outweighs all the driving that two shifts allow.
    EXPECT_GT(instance.prizeUnit, 2 * (10'000 - 50));
    EXPECT_EQ(problem.places[1].prize, 7 * instance.prizeUnit);
    const Solution solution = visiting(problem, {{.vehicle = 0, .places = {1}}});
    EXPECT_DOUBLE_EQ(instance.value(solution), 7);
    EXPECT_DOUBLE_EQ(instance.value(visiting(problem, {})), 0);
}

TEST(Toptw, CutsTheSetsMadeFromCordeausToHundredths) {
    const Instance instance = parse(samples::toptw, "pr91.txt");
    EXPECT_EQ(instance.problem.matrices[0].time(0, 1), 141);
    EXPECT_EQ(instance.problem.places[1].service, 950);
    EXPECT_EQ(instance.problem.vehicles[0].latest, 100'000);
}

TEST(Mctopmtw, OpensWindowsByTheTourAndDrawsFeesAndTypes) {
    const Instance instance = parse(samples::mctopmtw, "MCTOPMTW-2-c901.txt");
    EXPECT_EQ(instance.set, instances::Set::mctopmtw);
    EXPECT_EQ(instance.name, "MCTOPMTW-2-c901");
    const Problem& problem = instance.problem;
    ASSERT_EQ(problem.vehicles.size(), 2U);
    EXPECT_EQ(problem.vehicles[1].day, 1);
    EXPECT_THAT(problem.pools, ElementsAre(150, 7, 6, 5, 4, 3, 2, 1, 0, 9, 8));
    EXPECT_THAT(problem.places[0].draws, ElementsAre(60, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0));
    const auto opensOn = [&](std::size_t place, int day) {
        std::vector<Time> opens;
        for (const Window& window : problem.places[place].windows) {
            if (((window.days >> day) & 1U) != 0) {
                opens.push_back(window.opens);
            }
        }
        return opens;
    };
    EXPECT_THAT(opensOn(0, 0), ElementsAre(120, 395)); // E = 1: first and third on the first tour,
    EXPECT_THAT(opensOn(0, 1), ElementsAre(258, 532)); // second and fourth on the second,
    EXPECT_THAT(opensOn(0, 2), ElementsAre(120, 395)); // and so on.
    EXPECT_THAT(opensOn(1, 0), ElementsAre(362, 588)); // E = 0: the other way round.
    EXPECT_THAT(opensOn(1, 1), ElementsAre(250, 475));
    EXPECT_EQ(problem.places[0].windows[0].closes, 258);
    EXPECT_EQ(problem.places[1].windows[3].closes, 700);

    const Solution solution = visiting(problem, {{.vehicle = 1, .places = {1, 0}}});
    EXPECT_DOUBLE_EQ(instance.value(solution), 40);
    // Each tour has its line, since its number decides which windows hold.
    EXPECT_THAT(instance.lines(solution),
                ElementsAre(RouteLine{.day = 1, .nodes = {}}, RouteLine{.day = 2, .nodes = {3, 2}}));
}

TEST(Pvrp, ReadsTheHighestBitAsTheFirstDay) {
    const Instance instance = parse(samples::pvrp, "p90.txt");
    EXPECT_EQ(instance.set, instances::Set::pvrp);
    const Problem& problem = instance.problem;
    ASSERT_EQ(problem.vehicles.size(), 6U);
    EXPECT_EQ(problem.vehicles[5].day, 2);
    EXPECT_THAT(problem.vehicles[5].capacity, ElementsAre(100));
    EXPECT_EQ(problem.vehicles[0].maxDuty, 5'000'000);
    EXPECT_FALSE(problem.vehicles[2].maxDuty.has_value());
    EXPECT_THAT(problem.places[0].patterns, ElementsAre(0b001U, 0b100U));
    EXPECT_THAT(problem.places[1].patterns, ElementsAre(0b101U));
    EXPECT_THAT(problem.places[1].delivery, ElementsAre(8));
    EXPECT_EQ(problem.matrices[0].cost(0, 1), 14'142);
    EXPECT_EQ(problem.matrices[0].time(0, 1), 14'143); // Never sooner than in truth.
    EXPECT_EQ(problem.matrices[0].time(0, 2), 50'000);

    const Solution solution =
        visiting(problem, {{.vehicle = 4, .places = {0, 1}}, {.vehicle = 1, .places = {1}}});
    EXPECT_NEAR(instance.value(solution), std::sqrt(2) + std::sqrt(13) + 5 + 10, 1e-3);
    EXPECT_THAT(instance.lines(solution),
                ElementsAre(RouteLine{.day = 1, .nodes = {2}}, RouteLine{.day = 3, .nodes = {1, 2}}));
}

TEST(Vrptw, CutsSolomonsDistancesToTenths) {
    const Instance instance = parse(samples::solomon, "C901.txt");
    EXPECT_EQ(instance.set, instances::Set::solomon);
    const Problem& problem = instance.problem;
    EXPECT_EQ(problem.vehicles.size(), 3U);
    EXPECT_EQ(problem.vehicles[0].fixedCost, 0);
    EXPECT_EQ(problem.matrices[0].cost(0, 1), 14);
    EXPECT_EQ(problem.matrices[0].time(0, 2), 50);
    EXPECT_EQ(problem.places[1].service, 900);
    EXPECT_THAT(problem.places[1].windows, ElementsAre(Window{.opens = 250, .closes = 700}));
    EXPECT_THAT(problem.places[1].delivery, ElementsAre(30));
    EXPECT_DOUBLE_EQ(instance.value(visiting(problem, {{.vehicle = 0, .places = {0}}})), 2.8);
}

TEST(Vrptw, CountsVehiclesBeforeRealDistancesAboveOneHundredCustomers) {
    std::ostringstream text;
    text << "c9_2_1\nVEHICLE\nNUMBER CAPACITY\n50 200\nCUSTOMER\nCUST NO.\n0 0 0 0 0 1351 0\n";
    for (int customer = 1; customer <= 101; ++customer) {
        text << customer << " 1 1 10 0 1000 90\n";
    }
    const Instance instance = parse(text.str().c_str(), "c9_2_1.txt");
    EXPECT_EQ(instance.set, instances::Set::homberger);
    const Problem& problem = instance.problem;
    EXPECT_EQ(problem.matrices[0].cost(0, 1), 14'142);
    EXPECT_GT(problem.vehicles[0].fixedCost, 101 * 2 * 14'142);
    // Fixed costs order the solutions and are no distance.
    EXPECT_NEAR(instance.value(visiting(problem, {{.vehicle = 3, .places = {7}}})), 2 * std::sqrt(2), 1e-3);
}

TEST(Tsplib, RoundsToTheNearestAndStartsAtItsFirstNode) {
    const Instance instance = parse(samples::tsplib, "tiny3.tsp");
    EXPECT_EQ(instance.set, instances::Set::tsplib);
    EXPECT_EQ(instance.name, "tiny3");
    const Problem& problem = instance.problem;
    EXPECT_EQ(problem.matrices[0].cost(0, 1), 1); // 1.414
    EXPECT_EQ(problem.matrices[0].cost(0, 2), 5); // 5.408
    EXPECT_EQ(problem.matrices[0].cost(1, 2), 4); // 4.031
    const Solution solution = visiting(problem, {{.vehicle = 0, .places = {1, 0}}});
    EXPECT_DOUBLE_EQ(instance.value(solution), 10);
    EXPECT_THAT(instance.lines(solution), ElementsAre(RouteLine{.day = 1, .nodes = {1, 3, 2}}));
}

TEST(Instance, FindsTheSequencesOfLinesAgain) {
    const Instance instance = parse(samples::pvrp, "p90.txt");
    const auto sequences = instance.sequences({{.day = 1, .nodes = {2}}, {.day = 3, .nodes = {1, 2}}});
    ASSERT_TRUE(sequences);
    EXPECT_THAT(*sequences,
                ElementsAre(Sequence{.vehicle = 0, .places = {1}}, Sequence{.vehicle = 4, .places = {0, 1}}));
    const auto unknown = instance.sequences({{.day = 1, .nodes = {3}}});
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code(), instances::codes::instanceRoute);
    EXPECT_FALSE(instance.sequences({{.day = 4, .nodes = {1}}}));
    EXPECT_FALSE(instance.sequences({{1, {1}}, {1, {2}}, {1, {}}}));
}

} // namespace
} // namespace medicobus::testing
