// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/plants/plant.h"
#include "tests/simulation/play/draw.h"
#include "tests/simulation/play/run.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace medicobus::simulation {
namespace {

/// Scenarios within which each must be found: three times what the slowest of them took.
constexpr std::uint64_t bound = 78;

/// Those that are found so far; README.md names the others.
constexpr std::array<std::string_view, 6> found = {
    "places are not unique",          "erased keys are kept",          "a restored hub keeps its epoch",
    "acknowledged before the commit", "synchronised after any answer", "rejections are swallowed"};

class Planted : public ::testing::TestWithParam<std::string_view> {};

TEST_P(Planted, IsFoundByTheGuaranteeItBreaks) {
    const auto at = std::find_if(plants().begin(), plants().end(),
                                 [](const auto& plant) { return plant->name() == GetParam(); });
    ASSERT_NE(at, plants().end()) << GetParam();
    const Plant& plant = **at;
    for (std::uint64_t seed = 1; seed <= bound; ++seed) {
        const Outcome outcome = run(drawScenario(seed), &plant);
        if (outcome.broken && outcome.broken->guarantee == plant.breaks()) {
            std::cout << plant.name() << ": seed " << seed << ", " << outcome.broken->what << "\n";
            return;
        }
    }
    FAIL() << plant.name() << " escaped " << bound << " scenarios";
}

INSTANTIATE_TEST_SUITE_P(Bugs, Planted, ::testing::ValuesIn(found));

} // namespace
} // namespace medicobus::simulation
