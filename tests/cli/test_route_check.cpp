// SPDX-License-Identifier: EUPL-1.2
#include "cli/bench/measure.h"
#include "cli/bench/route_check.h"
#include "tests/core/routing/instances/samples.h"

#include <gmock/gmock.h>

#include <cmath>

namespace medicobus::testing {
namespace {

using cli::RouteFault;
using routing::instances::RouteLine;
using routing::instances::Set;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<RouteFault> kindsOf(const cli::RouteCheck& check) {
    std::vector<RouteFault> kinds;
    for (const cli::FoundFault& fault : check.faults) {
        kinds.push_back(fault.kind);
    }
    return kinds;
}

cli::RouteCheck walk(Set set, const std::string& text, const std::string& name,
                     const std::vector<RouteLine>& routes) {
    return cli::checkRoutes(set, text, name, 1, routes);
}

TEST(RouteCheck, WalksTsptw) {
    const auto good = walk(Set::tsptw, samples::tsptw, "t", {{1, {1, 2}}});
    EXPECT_THAT(good.faults, IsEmpty());
    EXPECT_DOUBLE_EQ(good.value, 19.375);
    const auto late = walk(Set::tsptw, samples::tsptw, "t", {{1, {2, 1}}});
    ASSERT_THAT(kindsOf(late), ElementsAre(RouteFault::tooLate));
    EXPECT_EQ(late.faults[0].node, 1);
    EXPECT_DOUBLE_EQ(late.faults[0].found, 15.125);
    EXPECT_THAT(kindsOf(walk(Set::tsptw, samples::tsptw, "t", {{1, {1}}})),
                ElementsAre(RouteFault::notVisited));
    EXPECT_THAT(kindsOf(walk(Set::tsptw, samples::tsptw, "t", {{1, {1, 2, 3}}})),
                ElementsAre(RouteFault::unknownNode));
    EXPECT_THAT(kindsOf(walk(Set::tsptw, samples::tsptw, "t", {{1, {1}}, {1, {2}}})),
                ElementsAre(RouteFault::tooManyRoutes));
}

TEST(RouteCheck, WalksToptw) {
    const auto good = walk(Set::toptw, samples::toptw, "c901_m1", {{1, {2, 1}}});
    EXPECT_THAT(good.faults, IsEmpty());
    EXPECT_DOUBLE_EQ(good.value, 17);
    EXPECT_THAT(kindsOf(walk(Set::toptw, samples::toptw, "c901_m1", {{1, {1, 2}}})),
                ElementsAre(RouteFault::tooLate));
    EXPECT_THAT(kindsOf(walk(Set::toptw, samples::toptw, "c901_m1", {{1, {1}}, {1, {2}}})),
                ElementsAre(RouteFault::tooManyRoutes));
    EXPECT_THAT(kindsOf(walk(Set::toptw, samples::toptw, "c901_m1", {{1, {2, 2}}})),
                ElementsAre(RouteFault::visitedTwice));
}

TEST(RouteCheck, WalksMctopmtw) {
    const std::vector<RouteLine> routes{{1, {2}}, {2, {3}}};
    const auto good = walk(Set::mctopmtw, samples::mctopmtw, "MCTOPMTW-2-c901", routes);
    EXPECT_THAT(good.faults, IsEmpty());
    EXPECT_DOUBLE_EQ(good.value, 40);
    EXPECT_THAT(kindsOf(walk(Set::mctopmtw, samples::mctopmtw, "MCTOPMTW-2-c901", {{1, {2, 3}}})),
                ElementsAre(RouteFault::tooLate));
    std::string poor = samples::mctopmtw;
    poor.replace(poor.find("150"), 3, "100");
    EXPECT_THAT(kindsOf(walk(Set::mctopmtw, poor, "MCTOPMTW-2-c901", routes)),
                ElementsAre(RouteFault::overBudget));
    std::string strict = samples::mctopmtw;
    strict.replace(strict.find("150 7"), 5, "150 0"); // None of the first type, which vertex 3 is.
    EXPECT_THAT(kindsOf(walk(Set::mctopmtw, strict, "MCTOPMTW-2-c901", routes)),
                ElementsAre(RouteFault::tooManyOfAType));
    EXPECT_THAT(kindsOf(walk(Set::mctopmtw, samples::mctopmtw, "MCTOPMTW-2-c901", {{3, {2}}})),
                ElementsAre(RouteFault::tooManyRoutes));
}

TEST(RouteCheck, WalksPvrp) {
    const auto good = walk(Set::pvrp, samples::pvrp, "p90", {{1, {2}}, {3, {1, 2}}});
    EXPECT_THAT(good.faults, IsEmpty());
    EXPECT_NEAR(good.value, 10 + std::sqrt(2) + std::sqrt(13) + 5, 1e-9);
    EXPECT_EQ(good.vehicles, 2);
    EXPECT_THAT(kindsOf(walk(Set::pvrp, samples::pvrp, "p90", {{2, {2}}, {3, {1, 2}}})),
                ElementsAre(RouteFault::wrongDays));
    EXPECT_THAT(kindsOf(walk(Set::pvrp, samples::pvrp, "p90", {{3, {1}}})),
                ElementsAre(RouteFault::notVisited));
    std::string small = samples::pvrp;
    small.replace(small.find("480 100"), 7, "020 019");
    EXPECT_THAT(kindsOf(walk(Set::pvrp, small, "p90", {{1, {2}}, {3, {1, 2}}})),
                ElementsAre(RouteFault::tooMuchLoad));
    small.replace(small.find("020 019"), 7, "018 100"); // 10.02 of road and 9 of service.
    EXPECT_THAT(kindsOf(walk(Set::pvrp, small, "p90", {{1, {2}}, {3, {1, 2}}})),
                ElementsAre(RouteFault::tooLong));
}

TEST(RouteCheck, WalksSolomonInTenths) {
    const auto good = walk(Set::solomon, samples::solomon, "C901", {{1, {1}}, {1, {2}}});
    EXPECT_THAT(good.faults, IsEmpty());
    EXPECT_DOUBLE_EQ(good.value, 12.8);
    EXPECT_NEAR(walk(Set::homberger, samples::solomon, "C901", {{1, {1}}, {1, {2}}}).value,
                2 * std::sqrt(2) + 10, 1e-9);
    EXPECT_THAT(kindsOf(walk(Set::solomon, samples::solomon, "C901", {{1, {1, 2}}})),
                ElementsAre(RouteFault::tooLate));
    std::string small = samples::solomon;
    small.replace(small.find("  3         200"), 15, "  1          20");
    EXPECT_THAT(kindsOf(walk(Set::solomon, small, "C901", {{1, {1}}, {1, {2}}})),
                ElementsAre(RouteFault::tooMuchLoad, RouteFault::tooManyRoutes));
}

TEST(RouteCheck, WalksTsplibAround) {
    const auto good = walk(Set::tsplib, samples::tsplib, "tiny3", {{1, {1, 3, 2}}});
    EXPECT_THAT(good.faults, IsEmpty());
    EXPECT_DOUBLE_EQ(good.value, 10);
    EXPECT_THAT(kindsOf(walk(Set::tsplib, samples::tsplib, "tiny3", {{1, {1, 3}}})),
                ElementsAre(RouteFault::notVisited));
}

cli::Measured measuredAt(Set set, double value, std::optional<double> bestKnown) {
    cli::Measured measured;
    measured.entry.set = set;
    measured.entry.bestKnown = bestKnown;
    measured.value = value;
    return measured;
}

TEST(Gap, IsPositiveWhereTheAnswerIsWorse) {
    EXPECT_DOUBLE_EQ(*measuredAt(Set::tsptw, 101, 100).gap(), 1);
    EXPECT_DOUBLE_EQ(*measuredAt(Set::toptw, 99, 100).gap(), 1);
    EXPECT_DOUBLE_EQ(*measuredAt(Set::mctopmtw, 102, 100).gap(), -2);
    EXPECT_FALSE(measuredAt(Set::tsptw, 101, std::nullopt).gap().has_value());
}

TEST(Gap, IsNotToldBetweenFleets) {
    cli::Measured measured = measuredAt(Set::homberger, 90, 100);
    measured.entry.vehicles = 18;
    measured.vehicles = 19;
    EXPECT_FALSE(measured.gap().has_value());
    cli::Summary summary;
    summary.add(measured);
    EXPECT_EQ(summary.otherFleet, 1);
    EXPECT_FALSE(summary.meanGap().has_value());
}

TEST(SolutionText, SaysTheDaysOfPeriodicRoutingOnly) {
    const std::vector<RouteLine> routes{{1, {2}}, {3, {1, 2}}, {3, {4}}};
    EXPECT_EQ(cli::solutionText(Set::pvrp, routes), "# day 1\n2\n# day 3\n1 2\n4\n");
    EXPECT_EQ(cli::solutionText(Set::mctopmtw, {{1, {}}, {2, {3, 2}}}), "\n3 2\n");
}

} // namespace
} // namespace medicobus::testing
