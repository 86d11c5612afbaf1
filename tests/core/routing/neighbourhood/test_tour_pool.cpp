// SPDX-License-Identifier: EUPL-1.2
#include "base/random.h"
#include "routing/neighbourhood/tour_pool.h"

#include <gtest/gtest.h>

namespace medicobus::routing::neighbourhood {
namespace {

/// Places on one node, so that every tour is lawful and costs nothing; vehicles alike or on days of their
/// own.
Problem freeProblem(Random& random, int places, int vehicles, bool isAlike) {
    Problem problem;
    problem.matrices.push_back({1, {0}, {0}});
    for (int i = 0; i < places; ++i) {
        Place place;
        place.prize = static_cast<Cost>(1 + random.below(20));
        place.draws = {static_cast<std::int64_t>(random.below(3))};
        problem.places.push_back(place);
    }
    for (int i = 0; i < vehicles; ++i) {
        Vehicle vehicle;
        vehicle.day = isAlike ? 0 : i;
        problem.vehicles.push_back(vehicle);
    }
    problem.pools = {static_cast<std::int64_t>(places) / 2};
    return problem;
}

/// The most that tours of the pool gain together, by trying every choice of one or none for each vehicle.
double bestByHand(const Model& model, const std::vector<Tour>& tours, std::size_t vehicle,
                  std::vector<char>& isServed, std::int64_t left) {
    if (vehicle == static_cast<std::size_t>(model.tourCount())) {
        return 0;
    }
    double best = bestByHand(model, tours, vehicle + 1, isServed, left);
    for (const Tour& tour : tours) {
        std::int64_t drawn = 0;
        double gain = 0;
        bool isFree = tour.carrier().kind == model.carrier(static_cast<int>(vehicle)).kind;
        for (const int stop : tour.stops()) {
            isFree = isFree && isServed[static_cast<std::size_t>(stop)] == 0;
            drawn += model.place(stop).draws.front();
            gain += static_cast<double>(*model.place(stop).prize);
        }
        if (isFree && drawn <= left) {
            for (const int stop : tour.stops()) {
                isServed[static_cast<std::size_t>(stop)] = 1;
            }
            best = std::max(best, gain + bestByHand(model, tours, vehicle + 1, isServed, left - drawn));
            for (const int stop : tour.stops()) {
                isServed[static_cast<std::size_t>(stop)] = 0;
            }
        }
    }
    return best;
}

TEST(TourPool, FindsTheBestChoiceOfToursWithoutAPlaceInCommon) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        const Problem problem = freeProblem(random, 10, 3, seed % 2 == 0);
        const Model model(problem);
        const Guidance guidance(model);
        TourPool pool(model);
        ASSERT_TRUE(pool.isUseful());
        std::vector<Tour> tours;
        for (int i = 0; i < 12; ++i) {
            tours.emplace_back(model, i % 3);
            for (int place = 0; place < 10; ++place) {
                if (random.below(3) == 0) {
                    tours.back().add(place, 0);
                }
            }
            tours.back().refresh();
            pool.keep(tours.back());
        }
        std::vector<char> isServed(10);
        const double best = bestByHand(model, tours, 0, isServed, problem.pools.front());
        const Sequences combined = pool.combine(guidance, 0, 1'000'000);
        EXPECT_DOUBLE_EQ(TourPool::gainOf(model, guidance, combined), best);
        Draft draft(model);
        draft.adopt(combined);
        EXPECT_EQ(draft.worth().value, model.allPrizes() - static_cast<Cost>(best))
            << "a place or pool twice";
        EXPECT_TRUE(pool.combine(guidance, best, 1'000'000).empty());
    }
}

} // namespace
} // namespace medicobus::routing::neighbourhood
