// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/cast/programme.h"
#include "tests/simulation/oracle/promises.h"

#include <gtest/gtest.h>

namespace medicobus::simulation {
namespace {

const Shown open{Shown::As::Open, {}, "p1"};
const Shown gone{Shown::As::Gone, {}, {}};
const Shown atOne{Shown::As::Confirmed, "p1", {}};
const Shown atTwo{Shown::As::Confirmed, "p2", {}};

TEST(Promises, AreBrokenByASecondPersonAtThePlace) {
    Promises promises;
    EXPECT_FALSE(promises.look(0, {{"a", atOne}}));
    EXPECT_FALSE(promises.look(1, {{"a", atOne}, {"b", atTwo}, {"c", open}}));
    const auto broken = promises.look(2, {{"c", atOne}});
    ASSERT_TRUE(broken);
    EXPECT_EQ(broken->guarantee, Guarantee::OneBooking);
}

TEST(Promises, EndWhenSomebodyTakesThemBack) {
    Promises promises;
    EXPECT_FALSE(promises.look(0, {{"a", atOne}}));
    EXPECT_FALSE(promises.look(1, {{"a", atOne}}));
    EXPECT_FALSE(promises.look(0, {{"a", gone}}));
    EXPECT_FALSE(promises.look(2, {{"b", atOne}})) << "the other device has not heard of it yet";
    EXPECT_FALSE(promises.look(1, {{"a", atOne}})) << "and tells nobody anything new";
    EXPECT_TRUE(promises.look(0, {{"a", atOne}})) << "but to give it again breaks the second one";
}

TEST(Promises, AreNotMadeByOldNewsOfWhatWasGivenUp) {
    Promises promises;
    EXPECT_FALSE(promises.look(0, {{"a", open}}));
    EXPECT_FALSE(promises.look(0, {{"a", gone}})) << "cancelled before the hub's word came";
    EXPECT_FALSE(promises.look(1, {{"a", atOne}})) << "which another device reads first";
    EXPECT_FALSE(promises.look(0, {{"a", gone}, {"b", atOne}}));
    EXPECT_TRUE(promises.look(1, {{"a", gone}, {"c", atOne}}));
}

TEST(Promises, AMoveFreesTheOldPlace) {
    Promises promises;
    EXPECT_FALSE(promises.look(0, {{"a", atOne}}));
    EXPECT_FALSE(promises.look(0, {{"a", atTwo}, {"b", atOne}}));
    EXPECT_TRUE(promises.look(1, {{"c", atTwo}}));
}

TEST(Promises, OfALostDeviceAloneAreForgotten) {
    Promises promises;
    EXPECT_FALSE(promises.look(0, {{"a", atOne}, {"b", atTwo}}));
    EXPECT_FALSE(promises.look(1, {{"b", atTwo}}));
    promises.forget(0);
    EXPECT_FALSE(promises.look(1, {{"b", atTwo}, {"c", atOne}}));
    EXPECT_TRUE(promises.look(2, {{"d", atTwo}}));
}

TEST(SmallProgramme, HoldsTwoOrThreePassagesAWeek) {
    const auto from = parseDate("2027-03-01").value();
    const auto until = parseDate("2027-03-07").value();
    EXPECT_EQ(plan::occurrences(smallProgramme(0), from, until).size(), 3U);
    EXPECT_EQ(plan::occurrences(smallProgramme(2), from, until).size(), 2U);
    EXPECT_NE(smallProgramme(0).version, smallProgramme(1).version);
}

} // namespace
} // namespace medicobus::simulation
