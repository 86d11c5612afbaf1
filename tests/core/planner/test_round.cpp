// SPDX-License-Identifier: EUPL-1.2
// Home rounds of twelve visits against dynamic programming over sets (Held and Karp), written here anew.
#include "planner/round/round.h"

#include "base/random.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>

namespace medicobus::planner {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

/// Addresses of one commune, some four kilometres across; every other one with hours of its own.
RoundRequest randomRound(std::uint64_t seed, std::size_t visits) {
    Random random(seed);
    RoundRequest request;
    request.start = request.end = {50.73, 1.99};
    request.opens = minutes(9 * 60);
    request.closes = minutes(17 * 60);
    for (std::size_t i = 0; i < visits; ++i) {
        HomeVisit visit;
        visit.id = "visite-" + std::to_string(i + 1);
        visit.point = {50.73 + random.between(-0.02, 0.02), 1.99 + random.between(-0.03, 0.03)};
        visit.length = minutes(15 + 5 * static_cast<int>(random.below(3)));
        if (i % 2 == 0) {
            const minutes from(9 * 60 + 30 * static_cast<int>(random.below(10)));
            visit.hours = {{from, from + minutes(120)}};
        }
        request.visits.push_back(std::move(visit));
    }
    return request;
}

std::int64_t drive(const travel::TravelModel& travel, const GeoPoint& from, const GeoPoint& to) {
    return static_cast<std::int64_t>(std::ceil(travel.time(from, to).count() - 1e-6));
}

/// Least seconds of driving over all orders; -1 when no order keeps all hours. For each set and last visit
/// the pairs of driving and time that no other beats in both.
std::int64_t leastDriving(const travel::TravelModel& travel, const RoundRequest& request) {
    using Front = std::map<std::int64_t, std::int64_t>; // Driving to earliest leaving.
    const std::size_t count = request.visits.size();
    std::vector<std::vector<Front>> best(std::size_t{1} << count, std::vector<Front>(count));
    const auto extend = [&](std::size_t set, std::size_t to, std::int64_t driven, std::int64_t reached) {
        const HomeVisit& visit = request.visits[to];
        std::int64_t start = reached;
        if (!visit.hours.empty()) {
            start = std::max<std::int64_t>(start, seconds(visit.hours.front().from).count());
            if (start > seconds(visit.hours.front().to).count()) {
                return;
            }
        }
        const std::int64_t leave = start + seconds(visit.length).count();
        Front& front = best[set | std::size_t{1} << to][to];
        for (const auto& [otherDriven, otherLeave] : front) {
            if (otherDriven <= driven && otherLeave <= leave) {
                return;
            }
        }
        std::erase_if(front,
                      [&](const auto& other) { return other.first >= driven && other.second >= leave; });
        front[driven] = leave;
    };
    for (std::size_t to = 0; to < count; ++to) {
        const auto way = drive(travel, request.start, request.visits[to].point);
        extend(0, to, way, seconds(request.opens).count() + way);
    }
    std::int64_t least = std::numeric_limits<std::int64_t>::max();
    for (std::size_t set = 1; set < best.size(); ++set) {
        for (std::size_t last = 0; last < count; ++last) {
            for (const auto& [driven, leave] : best[set][last]) {
                const GeoPoint& here = request.visits[last].point;
                if (set + 1 == best.size()) {
                    const auto home = drive(travel, here, request.end);
                    if (leave + home <= seconds(request.closes).count()) {
                        least = std::min(least, driven + home);
                    }
                }
                for (std::size_t to = 0; to < count; ++to) {
                    if (!(set >> to & 1)) {
                        const auto way = drive(travel, here, request.visits[to].point);
                        extend(set, to, driven + way, leave + way);
                    }
                }
            }
        }
    }
    return least == std::numeric_limits<std::int64_t>::max() ? -1 : least;
}

class RoundTest : public ::testing::TestWithParam<std::uint64_t> {};

TEST_P(RoundTest, OfTwelveVisitsIsProvenAndDrivesLeast) {
    const travel::TravelEstimate travel(1.3, 30);
    const RoundRequest request = randomRound(GetParam(), 12);
    const std::int64_t least = leastDriving(travel, request);
    const auto round = planRound(travel, request);
    ASSERT_EQ(round.has_value(), least >= 0) << "seed " << GetParam();
    if (!round) {
        return;
    }
    EXPECT_TRUE(round->isOptimal);
    EXPECT_EQ(round->driving.count(), least) << "seed " << GetParam();
    std::set<std::size_t> made;
    seconds before = round->depart;
    GeoPoint here = request.start;
    for (const RoundStop& stop : round->stops) {
        const HomeVisit& visit = request.visits[stop.visit];
        made.insert(stop.visit);
        EXPECT_GE((stop.arrive - before).count(), drive(travel, here, visit.point));
        EXPECT_GE(stop.start, stop.arrive);
        EXPECT_EQ(stop.leave - stop.start, visit.length);
        EXPECT_TRUE(visit.hours.empty()
                    || (visit.hours.front().from <= stop.start && stop.start <= visit.hours.front().to));
        before = stop.leave;
        here = visit.point;
    }
    EXPECT_EQ(made.size(), request.visits.size());
    EXPECT_GE(round->depart, request.opens);
    EXPECT_LE(round->back, request.closes);
}

INSTANTIATE_TEST_SUITE_P(Seeds, RoundTest, ::testing::Range<std::uint64_t>(1, 9));

TEST(Round, NamesTheVisitThatCannotBeMade) {
    RoundRequest request = randomRound(1, 3);
    request.visits[1].hours = {{minutes(20 * 60), minutes(21 * 60)}};
    const auto round = planRound(travel::TravelEstimate(1.3, 30), request);
    ASSERT_FALSE(round);
    EXPECT_EQ(round.error().code(), routing::codes::routingInfeasible);
    EXPECT_EQ(round.error().detail("value"), "visite-2");
}

TEST(Round, StartsAtOnePlaceAndEndsAtAnother) {
    RoundRequest request = randomRound(3, 2);
    for (HomeVisit& visit : request.visits) {
        visit.hours.clear();
    }
    request.visits[0].point = {50.74, 2.0};
    request.visits[1].point = {50.75, 2.0};
    request.start = {50.73, 2.0};
    request.end = {50.76, 2.0};
    const auto round = planRound(travel::TravelEstimate(1.3, 30), request).value();
    ASSERT_EQ(round.stops.size(), 2U);
    EXPECT_EQ(round.stops[0].visit, 0U);
    EXPECT_EQ(round.stops[1].visit, 1U);
    std::swap(request.start, request.end);
    EXPECT_EQ(planRound(travel::TravelEstimate(1.3, 30), request)->stops[0].visit, 1U);
}

TEST(Round, WithoutAVisitStaysWhereItIs) {
    RoundRequest request = randomRound(1, 0);
    const auto round = planRound(travel::TravelEstimate(1.3, 30), request).value();
    EXPECT_TRUE(round.stops.empty());
    EXPECT_TRUE(round.isOptimal);
}

} // namespace
} // namespace medicobus::planner
