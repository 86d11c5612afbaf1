// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/drawing/draw.h"
#include "tests/simulation/plants/plant.h"
#include "tests/simulation/play/run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

namespace medicobus::simulation {
namespace {

/// Scenarios within which each must be found; three times what the slowest of them took.
constexpr std::uint64_t bound = 75;

class Planted : public ::testing::TestWithParam<std::size_t> {};

TEST_P(Planted, IsFoundByTheGuaranteeItBreaks) {
    const Plant& plant = *plants()[GetParam()];
    for (std::uint64_t seed = 1; seed <= bound; ++seed) {
        const Scenario scenario = drawScenario(seed);
        const Outcome outcome = run(scenario, &plant);
        // It counts only where nothing is broken without the plant.
        if (outcome.broken && outcome.broken->guarantee == plant.breaks() && !run(scenario).broken) {
            std::cout << plant.name() << ": seed " << seed << ", " << outcome.broken->what << "\n";
            return;
        }
    }
    FAIL() << plant.name() << " escaped " << bound << " scenarios";
}

std::string nameOf(const ::testing::TestParamInfo<std::size_t>& plant) {
    std::string name(plants()[plant.param]->name());
    std::replace_if(
        name.begin(), name.end(), [](unsigned char letter) { return std::isalnum(letter) == 0; }, '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Bugs, Planted, ::testing::Range(std::size_t{0}, plants().size()), nameOf);

} // namespace
} // namespace medicobus::simulation
