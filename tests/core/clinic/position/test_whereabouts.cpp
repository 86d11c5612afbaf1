// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/position/drive.h"

#include <gmock/gmock.h>

namespace medicobus::clinic {
namespace {

using namespace std::chrono_literals;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const GeoPoint depot{48.47, 0.02};
const GeoPoint first{48.50, 0.10};
const GeoPoint second{48.50, 0.15};
/// A square 120 m from the point of the first place.
const GeoPoint carPark{48.501, 0.1005};

class WhereaboutsTest : public ::testing::Test {
protected:
    static Instant start() { return toInstant(parseLocal("2027-03-02T08:05").value()).value(); }
    std::vector<ExpectedPlace> places{{"first", first}, {"second", second}};
    Whereabouts bus{places};
    Drive drive{bus, depot, start()};

    double kilometres(const std::vector<GeoPoint>& way) const {
        Meters all;
        for (std::size_t i = 1; i < way.size(); ++i) {
            all += greatCircle(way[i - 1], way[i]);
        }
        return all.kilometres();
    }
};

TEST_F(WhereaboutsTest, ADayOfTwoStops) {
    drive.stand(30s).to(carPark);
    const Instant arrived = drive.now();
    drive.stand(3h);
    const Instant left = drive.now();
    drive.to(second).stand(2h).to(depot).stand(5min);

    ASSERT_THAT(bus.stays(), SizeIs(3));
    EXPECT_EQ(bus.stays()[0].place, "first");
    EXPECT_LT(std::chrono::abs(bus.stays()[0].from - arrived), 10s);
    EXPECT_LT(std::chrono::abs(*bus.stays()[0].until - left), 30s);
    EXPECT_EQ(bus.stays()[1].place, "second");
    EXPECT_EQ(bus.stays()[2].place, "");
    EXPECT_FALSE(bus.stays()[2].until);
    EXPECT_NEAR(bus.driven().kilometres(), kilometres({depot, carPark, second, depot}), 0.3);
}

TEST_F(WhereaboutsTest, PassingThroughIsNoStay) {
    drive.to(first).to(second).to(depot, 5);
    EXPECT_THAT(bus.stays(), IsEmpty());
}

TEST_F(WhereaboutsTest, ADetourAroundTheSquareIsNoStay) {
    // Four minutes at walking speed and more, never 250 m from the place, and never standing.
    drive.to(carPark);
    for (int i = 0; i < 3; ++i) {
        drive.to({48.501, 0.1012}, 4).to({48.4995, 0.1012}, 4).to({48.4995, 0.099}, 4).to(carPark, 4);
    }
    drive.to(second);
    EXPECT_THAT(bus.stays(), IsEmpty());
}

TEST_F(WhereaboutsTest, StandingElsewhereIsNoStay) {
    drive.to({48.49, 0.06}).stand(20min).to(first).stand(1min).to(second);
    EXPECT_THAT(bus.stays(), IsEmpty());
}

TEST_F(WhereaboutsTest, ATunnelCountsAsAStraightLine) {
    const GeoPoint mouth{48.48, 0.04};
    const GeoPoint end{48.49, 0.08};
    drive.to(mouth).unheard(4min, end).err({48.3, 0.3}, {900}).to(carPark).stand(5min);
    ASSERT_THAT(bus.stays(), SizeIs(1));
    EXPECT_NEAR(bus.driven().kilometres(), kilometres({depot, mouth, end, carPark}), 0.15);
}

TEST_F(WhereaboutsTest, JumpsAreLeftOut) {
    drive.to({48.49, 0.06}).err(second).err({48.9, 1.0}).to(carPark);
    for (int i = 0; i < 60; ++i) {
        drive.stand(1min).err(i % 2 == 0 ? second : depot);
    }
    const Instant left = drive.now();
    drive.to(second).stand(3min);
    ASSERT_THAT(bus.stays(), SizeIs(2));
    EXPECT_EQ(bus.stays()[0].place, "first");
    EXPECT_LT(std::chrono::abs(*bus.stays()[0].until - left), 30s);
    EXPECT_EQ(bus.stays()[1].place, "second");
    EXPECT_NEAR(bus.driven().kilometres(), kilometres({depot, {48.49, 0.06}, carPark, second}), 0.3);
}

TEST_F(WhereaboutsTest, AFalseStartIsForgotten) {
    Whereabouts other(places);
    other.take({start() - 1s, {47.0, 2.0}, Meters{8}});
    Drive(other, depot, start()).stand(1min).to(carPark).stand(5min).to(depot).stand(5min);
    ASSERT_THAT(other.stays(), SizeIs(2));
    EXPECT_EQ(other.stays()[1].place, "");
    EXPECT_NEAR(other.driven().kilometres(), kilometres({depot, carPark, depot}), 0.2);
}

TEST_F(WhereaboutsTest, DriftWhileStandingIsNoDriving) {
    drive.to(carPark);
    const Meters before = bus.driven();
    drive.stand(4h, 9);
    EXPECT_NEAR(bus.driven().value, before.value, 100);
    ASSERT_THAT(bus.stays(), SizeIs(1));
    EXPECT_FALSE(bus.stays()[0].until);
}

TEST_F(WhereaboutsTest, OldAndVagueFixesChangeNothing) {
    drive.to(carPark).stand(3min);
    const Json before = bus.kept();
    bus.take({start(), depot, Meters{5}});
    bus.take({drive.now() + 1s, depot, Meters{1'500}});
    EXPECT_EQ(bus.kept(), before);
}

TEST_F(WhereaboutsTest, GoesOnAfterARestart) {
    drive.to(carPark).stand(10min);
    Whereabouts again(places);
    again.takeUp(Json::parse(bus.kept().dump()));
    EXPECT_EQ(again.stays(), bus.stays());
    drive.comeBack(again);
    drive.stand(10min);
    const Instant left = drive.now();
    drive.to(second).stand(3min).to(depot).stand(3min);
    ASSERT_THAT(again.stays(), SizeIs(3));
    EXPECT_LT(std::chrono::abs(*again.stays()[0].until - left), 30s);
    EXPECT_EQ(again.stays()[2].place, "");
    EXPECT_NEAR(again.driven().kilometres(), kilometres({depot, carPark, second, depot}), 0.3);
}

TEST_F(WhereaboutsTest, WhatCannotBeReadBeginsAnew) {
    for (const char* text : {"null", "[]", "3", R"({"stays": 3, "driven": "x", "last": [1], "at": 4})",
                             R"({"stays": [3, {"place": 2, "from": 1}, {"place": "first", "from": 5}]})"}) {
        Whereabouts again(places);
        again.takeUp(Json::parse(text));
        EXPECT_THAT(again.stays(), IsEmpty()) << text;
        EXPECT_EQ(again.driven().value, 0) << text;
        EXPECT_FALSE(again.lastFix()) << text;
    }
}

} // namespace
} // namespace medicobus::clinic
