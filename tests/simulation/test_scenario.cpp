// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/drawing/draw.h"
#include "tests/simulation/drawing/stories.h"
#include "tests/simulation/play/shrink.h"
#include "tests/simulation/play/step.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace medicobus::simulation {
namespace {

TEST(Scenario, IsReadAsItWasWritten) {
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        const Scenario drawn = drawScenario(seed);
        const auto read = parseScenario(text(drawn));
        ASSERT_TRUE(read) << seed << " " << read.error().detail("value");
        EXPECT_EQ(*read, drawn) << seed;
    }
}

TEST(Scenario, TellsTheLineThatCannotBeRead) {
    const auto read = parseScenario("seed 1\n// a note\ntablet1 book 1 2 3 #4\ntablet1 fly 1 2 3 #4\n");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().detail("line"), "4");
    EXPECT_FALSE(parseScenario("tablet1 sync 0 0 0 #1 ! power_loss@x"));
    EXPECT_FALSE(parseScenario("tablet1 sync 0 0 0 #1 power_loss@1"));
}

TEST(Scenario, HasEveryActAndEveryMishapSomewhere) {
    std::set<Act> acts;
    std::set<FaultKind> kinds;
    for (std::uint64_t seed = 1; seed <= 500; ++seed) {
        for (const Step& step : drawScenario(seed).steps) {
            acts.insert(step.act);
            for (const Mishap& mishap : step.mishaps) {
                kinds.insert(mishap.kind);
            }
        }
    }
    EXPECT_EQ(acts.size(), actNames.size());
    EXPECT_EQ(kinds.size(), 12U) << "the others are acts of their own";
}

TEST(Shrinking, KeepsOnlyWhatTheFailureNeeds) {
    Scenario scenario = drawScenario(7);
    scenario.steps.resize(12);
    scenario.steps[2] = {Who::Tablet1, Act::Book, {1, 2, 3}, {}, 11};
    scenario.steps[9] = {
        Who::Tablet2, Act::Sync, {}, {{FaultKind::Killed, 3}, {FaultKind::RequestCut, 1}}, 12};
    const auto fails = [](const Scenario& tried) {
        const auto books = std::find_if(tried.steps.begin(), tried.steps.end(),
                                        [](const Step& step) { return step.salt == 11; });
        return std::any_of(books, tried.steps.end(), [](const Step& step) {
            return step.salt == 12
                   && std::count(step.mishaps.begin(), step.mishaps.end(), Mishap{FaultKind::RequestCut, 1})
                          > 0;
        });
    };
    ASSERT_TRUE(fails(scenario));
    const Scenario smallest = shrink(scenario, fails);
    EXPECT_EQ(text(smallest), "seed 7\ntablet1 book 1 2 3 #11\ntablet2 sync 0 0 0 #12 ! request_cut@1\n");
}

TEST(Stories, AreWovenInWithoutLosingTheOrderOfEitherSide) {
    for (std::uint64_t seed = 1; seed <= 50; ++seed) {
        Random random(seed);
        std::vector<Step> steps = drawScenario(seed).steps;
        const std::vector<Step> before = steps;
        const std::vector<Step> story = drawStory(random);
        weave(random, steps, story);
        ASSERT_EQ(steps.size(), before.size() + story.size());
        const auto holds = [&](const std::vector<Step>& part) {
            auto at = steps.begin();
            return std::all_of(part.begin(), part.end(), [&](const Step& step) {
                at = std::find(at, steps.end(), step);
                return at != steps.end() && at++ != steps.end();
            });
        };
        EXPECT_TRUE(holds(before)) << seed;
        EXPECT_TRUE(holds(story)) << seed;
    }
}

} // namespace
} // namespace medicobus::simulation
