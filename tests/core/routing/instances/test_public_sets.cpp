// SPDX-License-Identifier: EUPL-1.2
#include "routing/instances/folder.h"
#include "routing/schedule.h"
#include "tests/core/shared_data.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

namespace medicobus::testing {
namespace {

using namespace routing;

std::filesystem::path benchmarks() {
    return sharedData() / "benchmarks";
}

TEST(PublicSets, TheToursToldWithTsptwAreLawfulAndOfTheValueTold) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    int tours = 0;
    for (const auto& set : std::filesystem::directory_iterator(benchmarks() / "tsptw")) {
        const auto folder = instances::list(set.path());
        ASSERT_TRUE(folder) << set.path();
        for (const auto& entry : folder->entries) {
            const auto instance = instances::read(entry);
            ASSERT_TRUE(instance) << entry.file << instance.error().code().name;
            const auto sequences = instance->sequences({{.day = 1, .nodes = entry.tour}});
            ASSERT_TRUE(sequences) << entry.file;
            const auto solution = solutionOf(instance->problem, *sequences);
            ASSERT_TRUE(solution) << entry.file;
            ASSERT_EQ(solution->routes.at(0).stops.size(), instance->problem.places.size()) << entry.file;
            ASSERT_TRUE(entry.bestKnown.has_value());
            EXPECT_EQ(std::llround(instance->value(*solution) * 10'000),
                      std::llround(*entry.bestKnown * 10'000))
                << entry.file;
            ++tours;
        }
    }
    EXPECT_GT(tours, 200);
}

TEST(PublicSets, EveryInstanceIsReadAsWhatItsFolderHolds) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const std::map<std::string, instances::Set> sets{
        {"mctopmtw", instances::Set::mctopmtw},     {"pvrp_cordeau", instances::Set::pvrp},
        {"toptw", instances::Set::toptw},           {"tsplib", instances::Set::tsplib},
        {"vrptw_solomon", instances::Set::solomon}, {"vrptw_homberger200", instances::Set::homberger}};
    for (const auto& [name, set] : sets) {
        const auto folder = instances::list(benchmarks() / name);
        ASSERT_TRUE(folder) << name;
        EXPECT_TRUE(folder->errors.empty()) << name;
        EXPECT_GT(folder->entries.size(), 19U) << name;
        for (const auto& entry : folder->entries) {
            EXPECT_TRUE(entry.bestKnown.has_value()) << entry.name;
            const auto instance = instances::read(entry);
            ASSERT_TRUE(instance) << entry.name << ' ' << instance.error().code().name;
            EXPECT_EQ(instance->set, set) << entry.name;
            EXPECT_EQ(instance->name, entry.name);
        }
    }
}

} // namespace
} // namespace medicobus::testing
