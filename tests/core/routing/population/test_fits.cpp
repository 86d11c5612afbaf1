// SPDX-License-Identifier: EUPL-1.2
#include "fleets.h"

#include "routing/population/population.h"

#include <gtest/gtest.h>

#include <functional>

namespace {

using namespace medicobus;
using namespace medicobus::routing;

Problem fitting() {
    Random random(3);
    return medicobus::testing::largeFleet(random, 12, 2, 3);
}

TEST(FitsPopulation, TakesFleetsThatAreAlikeDayByDay) {
    Problem problem = fitting();
    EXPECT_TRUE(fitsPopulation(problem));
    for (Vehicle& vehicle : problem.vehicles) {
        vehicle.capacity = {vehicle.day == 0 ? 40 : 60};
        vehicle.maxDuty = vehicle.day == 0 ? 900 : 700;
    }
    EXPECT_TRUE(fitsPopulation(problem));
}

TEST(FitsPopulation, RefusesWhatItCannotDecide) {
    using Change = std::function<void(Problem&)>;
    const std::vector<Change> changes = {
        [](Problem& p) { p.places.clear(); },
        [](Problem& p) { p.vehicles.clear(); },
        [](Problem& p) { p.places[3].prize = 5; },
        [](Problem& p) {
            p.places[3].windows.push_back({0, 5});
        },
        [](Problem& p) {
            p.places[3].delivery = {1, 1};
        },
        [](Problem& p) { p.places[3].pickup = {1}; },
        [](Problem& p) { p.places[3].draws = {1}; },
        [](Problem& p) { p.vehicles[1].capacity = {1}; },
        [](Problem& p) { p.vehicles[1].latest = 5; },
        [](Problem& p) { p.vehicles[1].fixedCost = 5; },
        [](Problem& p) { p.vehicles[4].start = 3; },
        [](Problem& p) { p.vehicles[4].end.reset(); },
        [](Problem& p) { p.vehicles[4].breaks.push_back({}); },
        [](Problem& p) { p.vehicles[4].maxDriving = 100; },
        [](Problem& p) { p.vehicles[4].maxCost = 100; },
        [](Problem& p) { p.vehicles[4].maxPlaces = 100; },
        [](Problem& p) { p.matrices[0].costs[5] = -1; },
        [](Problem& p) { p.matrices[0].times[5] = farFuture; },
    };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        Problem problem = fitting();
        changes[i](problem);
        EXPECT_FALSE(fitsPopulation(problem)) << "change " << i;
    }
}

} // namespace
