// SPDX-License-Identifier: EUPL-1.2
#include "base/hybrid_clock.h"

#include <gtest/gtest.h>

#include <limits>

namespace medicobus {
namespace {

/// A clock that the test moves by hand.
class HandClock : public Clock {
public:
    Instant now() const override { return Instant(std::chrono::milliseconds(millis)); }

    std::int64_t millis = 1'800'000'000'000;
};

TEST(HybridClock, FollowsTheClockThatAdvances) {
    HandClock hand;
    HybridClock clock(hand, {});
    EXPECT_EQ(clock.tick(), (HybridTime{hand.millis, 0}));
    ++hand.millis;
    EXPECT_EQ(clock.tick(), (HybridTime{hand.millis, 0}));
}

TEST(HybridClock, CountsWhileTheClockStandsStill) {
    HandClock hand;
    HybridClock clock(hand, {});
    for (std::uint16_t i = 0; i < 5; ++i) {
        EXPECT_EQ(clock.tick(), (HybridTime{hand.millis, i}));
    }
}

TEST(HybridClock, NeverGoesBackWithTheClock) {
    HandClock hand;
    HybridClock clock(hand, {});
    const auto before = clock.tick();
    hand.millis -= 3'600'000;
    EXPECT_EQ(clock.tick(), (HybridTime{before.millis, 1}));
    hand.millis = before.millis + 1;
    EXPECT_EQ(clock.tick(), (HybridTime{before.millis + 1, 0}));
}

TEST(HybridClock, TakesAMillisecondMoreWhenTheCounterIsFull) {
    HandClock hand;
    HybridClock clock(hand, {hand.millis, std::numeric_limits<std::uint16_t>::max()});
    EXPECT_EQ(clock.tick(), (HybridTime{hand.millis + 1, 0}));
    EXPECT_EQ(clock.tick(), (HybridTime{hand.millis + 1, 1}));
}

TEST(HybridClock, RestartsAfterWhatWasStored) {
    HandClock hand;
    const HybridTime stored{hand.millis + 60'000, 7};
    HybridClock clock(hand, stored);
    EXPECT_EQ(clock.tick(), (HybridTime{stored.millis, 8}));
}

TEST(HybridClock, ComesAfterWhatItObserved) {
    HandClock hand;
    HybridClock clock(hand, {});
    const HybridTime ahead{hand.millis + 5000, 3};
    clock.observe(ahead);
    EXPECT_EQ(clock.tick(), (HybridTime{ahead.millis, 4}));
    clock.observe({hand.millis, 9});
    EXPECT_EQ(clock.tick(), (HybridTime{ahead.millis, 5})) << "an older time changes nothing";
}

TEST(HybridTime, PacksInOrder) {
    const HybridTime times[]{
        {0, 0}, {0, 1}, {0, 65535}, {1, 0}, {1'800'000'000'000, 0}, {1'800'000'000'000, 65535}};
    for (const auto& time : times) {
        EXPECT_EQ(HybridTime::unpack(time.packed()), time);
    }
    for (std::size_t i = 1; i < std::size(times); ++i) {
        EXPECT_LT(times[i - 1], times[i]);
        EXPECT_LT(times[i - 1].packed(), times[i].packed());
    }
}

} // namespace
} // namespace medicobus
