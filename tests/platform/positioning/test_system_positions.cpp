// SPDX-License-Identifier: EUPL-1.2
#include "tests/platform/positioning/replay.h"

#include <gmock/gmock.h>

namespace medicobus::platform {
namespace {

using namespace std::chrono_literals;
using clinic::Fix;
using clinic::Stay;
using clinic::Whereabouts;
using Health = clinic::PositionSource::Health;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

Instant at(const std::string& time) {
    return toInstant(parseLocal("2027-03-02T" + time).value()).value();
}

class SystemPositionsTest : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        static int count = 1;
        static char name[] = "test";
        static char* arguments[] = {name, nullptr};
        static QCoreApplication application(count, arguments);
    }
    /// Where the bus stood by a track, and how far it drove.
    static Whereabouts follow(const char* name) {
        Whereabouts bus({{"first", {48.50, 0.10}}, {"second", {48.50, 0.15}}});
        Replay replay(track(name));
        replay.run();
        EXPECT_GT(replay.fixes.size(), 500U);
        for (const Fix& each : replay.fixes) {
            EXPECT_TRUE(each.accuracy) << "the dilution gives the radius";
            bus.take(each);
        }
        return bus;
    }
    static std::vector<std::string> places(const Whereabouts& bus) {
        std::vector<std::string> names;
        for (const Stay& each : bus.stays()) {
            names.push_back(each.place);
        }
        return names;
    }
    static void expectStay(const Stay& stay, const std::string& from, const std::string& until) {
        EXPECT_LT(std::chrono::abs(stay.from - at(from)), 1min);
        ASSERT_TRUE(stay.until);
        EXPECT_LT(std::chrono::abs(*stay.until - at(until)), 1min);
    }
};

TEST_F(SystemPositionsTest, ATrackWithATunnel) {
    const Whereabouts bus = follow("tunnel");
    ASSERT_THAT(places(bus), ElementsAre("first", "second", ""));
    expectStay(bus.stays()[0], "08:14", "08:34");
    expectStay(bus.stays()[1], "08:39", "08:49");
    EXPECT_LT(std::chrono::abs(bus.stays()[2].from - at("09:01")), 1min);
    EXPECT_NEAR(bus.driven().kilometres(), 20.67, 0.4);
}

TEST_F(SystemPositionsTest, ATrackWithJumps) {
    const Whereabouts bus = follow("jumps");
    ASSERT_THAT(places(bus), ElementsAre("first", "second", ""));
    expectStay(bus.stays()[0], "08:14", "08:36");
    expectStay(bus.stays()[1], "08:40", "08:51");
    EXPECT_LT(std::chrono::abs(bus.stays()[2].from - at("09:03")), 1min);
    EXPECT_NEAR(bus.driven().kilometres(), 20.67, 0.4);
}

TEST_F(SystemPositionsTest, ATrackWithADetour) {
    const Whereabouts bus = follow("detour");
    ASSERT_THAT(places(bus), ElementsAre("first", "second", ""));
    expectStay(bus.stays()[0], "08:31", "08:51");
    expectStay(bus.stays()[1], "08:55", "09:05");
    EXPECT_LT(std::chrono::abs(bus.stays()[2].from - at("09:18")), 1min);
    EXPECT_NEAR(bus.driven().kilometres(), 26.48, 0.4);
}

TEST_F(SystemPositionsTest, NothingIsToldOnceStopped) {
    Replay replay(track("tunnel"));
    replay.positions->start([&](const Fix& fix) { replay.fixes.push_back(fix); }, [](Health) {});
    replay.positions->stop();
    replay.arrive();
    EXPECT_THAT(replay.fixes, IsEmpty());
}

TEST_F(SystemPositionsTest, ADeviceWithoutReceiverSaysSo) {
    SystemPositions none([] { return std::unique_ptr<QGeoPositionInfoSource>(); });
    std::vector<Health> healths;
    none.start([](const Fix&) { FAIL(); }, [&](Health health) { healths.push_back(health); });
    EXPECT_THAT(healths, ElementsAre(Health::Missing));
}

} // namespace
} // namespace medicobus::platform
