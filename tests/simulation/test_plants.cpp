// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/plants/plant.h"
#include "tests/simulation/play/draw.h"
#include "tests/simulation/play/run.h"

#include <gtest/gtest.h>

namespace medicobus::simulation {
namespace {

/// Scenarios within which each planted bug must be found.
constexpr std::uint64_t bound = 400;

class Planted : public ::testing::TestWithParam<std::size_t> {};

TEST_P(Planted, IsFoundByTheGuaranteeItBreaks) {
    const Plant& plant = *plants()[GetParam()];
    for (std::uint64_t seed = 1; seed <= bound; ++seed) {
        const Outcome outcome = run(drawScenario(seed), &plant);
        if (outcome.broken && outcome.broken->guarantee == plant.breaks()) {
            std::cout << plant.name() << ": seed " << seed << ", " << outcome.broken->what << "\n";
            return;
        }
    }
    FAIL() << plant.name() << " escaped " << bound << " scenarios";
}

INSTANTIATE_TEST_SUITE_P(Bugs, Planted, ::testing::Range<std::size_t>(0, 11));

TEST(PlantedBugs, AreAtLeastTen) {
    EXPECT_EQ(plants().size(), 11U);
}

} // namespace
} // namespace medicobus::simulation
