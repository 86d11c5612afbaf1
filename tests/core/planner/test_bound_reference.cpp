// SPDX-License-Identifier: EUPL-1.2
// The planner's bound against the whole programme written out and solved by another library.
#include "planner/planner.h"
#include "reference_bound.h"
#include "small_scenario.h"
#include "territory/admidep.h"
#include "territory/commune_reader.h"
#include "tests/core/shared_data.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace medicobus::planner {
namespace {

/// What the planner's programme stops at, relative to its value.
constexpr double precision = 1e-4;

void expectAgreement(double bound, const testing::Bracket& reference) {
    ASSERT_GT(reference.below, 0);
    EXPECT_LE(reference.above - reference.below, 1e-6 * reference.above);
    EXPECT_GE(bound, reference.below * (1 - 1e-9));
    EXPECT_LE(bound, reference.above * (1 + 1.1 * precision));
}

void expectBothAgree(plan::Scenario scenario) {
    scenario.policy.maxSites = static_cast<int>(scenario.sites.size());
    const testing::TourTable table(scenario);
    expectAgreement(relaxedBound(scenario).value(), testing::referenceBound(table, false));
    expectAgreement(upperBound(scenario).value(), testing::referenceBound(table, true));
}

plan::Scenario realScenario(const std::string& department, const char* depot, int buses) {
    const auto file = testing::sharedData() / "territory" / ("communes-" + department + ".csv");
    auto scenario =
        plan::defaultScenario(territory::readCommunes(file.string()).value(), territory::InseeCode{depot})
            .value();
    for (int bus = 2; bus <= buses; ++bus) {
        scenario.buses.push_back(scenario.buses.front());
        scenario.buses.back().id = {fmt::format("B{}", bus)};
    }
    return scenario;
}

TEST(BoundReference, AgreesOnARealDepartment) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    expectBothAgree(realScenario("61", "61001", 1));
}

TEST(BoundReference, AgreesForThreeBuses) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    expectBothAgree(realScenario("58", "58194", 3));
}

TEST(BoundReference, AgreesForBusesOfDifferentDepots) {
    auto scenario = plan::defaultScenario(territory::admidep()).value();
    scenario.policy.minSitePopulation = 1500;
    scenario.sites = plan::candidateSites(scenario.territory, 1500);
    scenario.buses.push_back(scenario.buses.front());
    scenario.buses.back().id = {"B2"};
    scenario.buses.back().depot = scenario.sites.front().point;
    scenario.buses.back().weekdays = {Weekday::Monday, Weekday::Thursday};
    expectBothAgree(scenario);
}

TEST(BoundReference, IsNeverBelowTheTruthForThreeSessionsADay) {
    auto scenario = testing::emptyScenario();
    for (int i = 0; i < 8; ++i) {
        testing::addCommune(scenario, std::to_string(10001 + i), 4.0 * i - 12, 400 + 150 * i, 0.3 + 0.2 * i);
    }
    using std::chrono::minutes;
    scenario.sessions = {{.id = {"a"}, .from = minutes(480), .to = minutes(640), .length = minutes(120)},
                         {.id = {"b"}, .from = minutes(660), .to = minutes(820), .length = minutes(120)},
                         {.id = {"c"}, .from = minutes(840), .to = minutes(1020), .length = minutes(120)}};
    scenario.policy.maxSites = 8;
    const testing::Bracket reference = testing::referenceBound(testing::TourTable(scenario), false);
    const double bound = relaxedBound(scenario).value();
    EXPECT_GE(bound, reference.below * (1 - 1e-9));
    EXPECT_LE(bound, reference.above * 1.02);
}

} // namespace
} // namespace medicobus::planner
