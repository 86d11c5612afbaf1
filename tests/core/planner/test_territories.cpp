// SPDX-License-Identifier: EUPL-1.2
// Real départements from several depots, with one bus and with three: lawful by `verify` and near the bound.
#include "plan/scenario_json.h"
#include "plan/verify.h"
#include "planner/planner.h"
#include "territory/commune_reader.h"
#include "tests/core/shared_data.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

namespace medicobus::planner {
namespace {

struct Place {
    std::string department;
    std::string depot;
    std::string insee;
    int buses;
};

void PrintTo(const Place& place, std::ostream* out) {
    *out << place.department << " from " << place.depot << ", " << place.buses << " bus";
}

class TerritoryTest : public ::testing::TestWithParam<Place> {};

TEST_P(TerritoryTest, ReachesNinetySevenPerCentOfTheBound) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const Place& place = GetParam();
    const auto file = testing::sharedData() / "territory" / ("communes-" + place.department + ".csv");
    auto scenario = plan::defaultScenario(territory::readCommunes(file.string()).value(),
                                          territory::InseeCode{place.insee})
                        .value();
    for (int bus = 2; bus <= place.buses; ++bus) {
        scenario.buses.push_back(scenario.buses.front());
        scenario.buses.back().id = {fmt::format("B{}", bus)};
    }
    scenario.policy.maxSites = 10 * place.buses;
    const auto plan = makePlan(scenario).value();
    const auto verification = plan::verify(scenario, plan);
    EXPECT_TRUE(verification.holds())
        << verification.broken.size() << " rules, " << verification.mismatches.size() << " figures";
    EXPECT_GE(plan.score.total, 0.97 * plan.score.bound);
    EXPECT_LE(plan.score.total, plan.score.bound);
    EXPECT_GT(plan.score.total, spreadsheetPlan(scenario).score.total);
}

INSTANTIATE_TEST_SUITE_P(
    Real, TerritoryTest,
    ::testing::Values(Place{"62", "Saint-Omer", "62765", 1}, Place{"62", "Saint-Omer", "62765", 3},
                      Place{"62", "Arras", "62041", 1}, Place{"58", "Nevers", "58194", 1},
                      Place{"58", "Nevers", "58194", 3}, Place{"61", "Alençon", "61001", 1},
                      Place{"61", "Alençon", "61001", 3}, Place{"14", "Vire", "14762", 1},
                      Place{"14", "Vire", "14762", 3}));

} // namespace
} // namespace medicobus::planner
