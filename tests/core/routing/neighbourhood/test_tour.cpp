// SPDX-License-Identifier: EUPL-1.2
#include "random_problem.h"
#include "routing/neighbourhood/draft.h"
#include "routing/schedule.h"

#include <gtest/gtest.h>
#include <set>
#include <sstream>

namespace medicobus::routing::neighbourhood {
namespace {

using namespace medicobus::testing;

bool isLawful(const Problem& problem, int vehicle, const std::vector<int>& stops) {
    return schedule(problem, {vehicle, stops}).has_value();
}

/// The positions at which the tour says that a place can join.
std::set<int> positionsFor(const Tour& tour, int place) {
    std::set<int> positions;
    tour.forEachSlot(place, [&](const Slot& slot) {
        if (!tour.limitsDuty() || tour.allowsDuty(place, slot)) {
            positions.insert(slot.position);
        }
    });
    return positions;
}

/// Joins places in random slots until none can join, asking the schedule about every slot on the way.
void growAndCompare(const Problem& problem, const Model& model, int vehicle, Random& random) {
    Tour tour(model, vehicle);
    for (int place = 0; place < model.placeCount(); ++place) {
        if (!model.canServe(place, vehicle)) {
            EXPECT_FALSE(isLawful(problem, vehicle, {place}));
            continue;
        }
        std::set<int> expected;
        for (int position = 0; position <= static_cast<int>(tour.stops().size()); ++position) {
            std::vector<int> stops = tour.stops();
            stops.insert(stops.begin() + position, place);
            if (isLawful(problem, vehicle, stops)) {
                expected.insert(position);
            }
        }
        const std::set<int> positions = positionsFor(tour, place);
        ASSERT_EQ(positions, expected) << "place " << place;
        if (!positions.empty()) {
            const Cost before = tour.cost();
            Slot chosen;
            const auto rank = static_cast<std::ptrdiff_t>(random.below(positions.size()));
            tour.forEachSlot(place, [&](const Slot& slot) {
                chosen = slot.position == *std::next(positions.begin(), rank) ? slot : chosen;
            });
            tour.add(place, chosen.position);
            ASSERT_TRUE(tour.refresh());
            EXPECT_EQ(tour.cost(), costOf(problem, {vehicle, tour.stops()}));
            EXPECT_EQ(tour.cost() - before, chosen.cost);
        }
    }
}

class EachRule : public ::testing::TestWithParam<unsigned> {};

TEST_P(EachRule, OpensTheSlotsThatTheScheduleAllows) {
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        const Problem problem = randomProblem(random, 7, 2, GetParam());
        const Model model(problem);
        growAndCompare(problem, model, 0, random);
        growAndCompare(problem, model, 1, random);
        if (HasFatalFailure()) {
            return;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Features, EachRule,
                         ::testing::Values(0U, withWindows, withWindows | withManyWindows,
                                           withWindows | withSetup, withBreaks,
                                           withWindows | withManyWindows | withBreaks, withDriving,
                                           withWindows | withDuty, withWindows | withDuty | withBreaks,
                                           withRouteCost, withMaxPlaces, withCapacity, withSkills,
                                           withOpenEnds | withWindows, withPatterns | withWindows,
                                           withFixedCost, withAllFeatures));

/// All that undo must bring back.
std::string stateOf(const Draft& draft) {
    std::ostringstream state;
    state << draft.worth().missing << '/' << draft.worth().value << '/' << draft.time();
    for (const Tour& tour : draft.tours()) {
        state << '|';
        for (const int stop : tour.stops()) {
            state << stop << ' ';
        }
    }
    for (std::size_t pool = 0; pool < draft.model().problem().pools.size(); ++pool) {
        state << ';' << draft.poolLeft(pool);
    }
    return state.str();
}

/// Serves each place without patterns in the first slot there is.
void serveAll(Draft& draft) {
    for (int place = 0; place < draft.model().placeCount(); ++place) {
        std::vector<Slot> slots;
        for (const Tour& tour : draft.tours()) {
            if (slots.empty() && draft.model().canServe(place, tour.index())) {
                tour.forEachSlot(place, [&](const Slot& slot) { slots = {slot}; });
            }
        }
        const bool isOnce = draft.model().place(place).patterns.empty();
        if (!draft.isServed(place) && isOnce && !slots.empty() && draft.fitsPools(place, 1)) {
            draft.insert(place, slots);
        }
    }
}

TEST(Draft, IsAsBeforeAfterUndo) {
    constexpr unsigned features = withWindows | withCapacity | withPools | withPrizes | withFixedCost;
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        const Problem problem = randomProblem(random, 8, 3, features);
        const Model model(problem);
        Draft draft(model);
        serveAll(draft);
        const std::string before = stateOf(draft);
        draft.begin();
        for (int place = 0; place < model.placeCount(); ++place) {
            if (draft.isServed(place) && random.below(2) == 0) {
                draft.remove(place);
            }
        }
        draft.settle();
        serveAll(draft);
        draft.undo();
        EXPECT_EQ(stateOf(draft), before);
    }
}

TEST(Draft, LeavesOutWhatItCannotAdoptLawfully) {
    Problem problem;
    problem.matrices.push_back({3, {0, 5, 5, 5, 0, 5, 5, 5, 0}, {0, 5, 5, 5, 0, 5, 5, 5, 0}});
    problem.places.resize(2);
    problem.places[0].node = 1;
    problem.places[1].node = 2;
    problem.places[1].patterns = {0b11};
    problem.vehicles.resize(2);
    problem.vehicles[0].start = problem.vehicles[1].start = 0;
    problem.vehicles[1].day = 1;
    const Model model(problem);
    Draft draft(model);
    draft.adopt({{0, {0, 1}}, {1, {}}});
    EXPECT_TRUE(draft.isServed(0));
    EXPECT_FALSE(draft.isServed(1)) << "one day of a pattern of two";
    draft.adopt({{0, {0, 1}}, {1, {1}}});
    EXPECT_TRUE(draft.isServed(1));
    EXPECT_EQ(draft.worth(), (Worth{0, 15}));
}

} // namespace
} // namespace medicobus::routing::neighbourhood
