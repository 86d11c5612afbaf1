// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/cast/programme.h"
#include "tests/simulation/oracle/promises.h"

#include <gtest/gtest.h>

namespace medicobus::simulation {
namespace {

const Shown gone;

Shown asking(const std::string& claim) {
    return {{}, {}, {claim}};
}
Shown at(const std::string& place, const std::string& claim) {
    return {claim, place, {}};
}

TEST(Promises, AreBrokenByASecondPersonAtThePlace) {
    Promises promises;
    EXPECT_FALSE(promises.look(0, {{"a", at("p1", "a1")}}));
    EXPECT_FALSE(promises.look(1, {{"a", at("p1", "a1")}, {"b", at("p2", "b1")}, {"c", asking("c1")}}));
    const auto broken = promises.look(2, {{"c", at("p1", "c1")}});
    ASSERT_TRUE(broken);
    EXPECT_EQ(broken->guarantee, Guarantee::OneBooking);
}

TEST(Promises, EndWhenSomebodyTakesThemBack) {
    Promises promises;
    EXPECT_FALSE(promises.look(0, {{"a", at("p1", "a1")}}));
    EXPECT_FALSE(promises.look(1, {{"a", at("p1", "a1")}}));
    EXPECT_FALSE(promises.look(0, {{"a", gone}}));
    EXPECT_FALSE(promises.look(2, {{"b", at("p1", "b1")}})) << "the other device has not heard of it yet";
    EXPECT_FALSE(promises.look(1, {{"a", at("p1", "a1")}})) << "and tells nobody anything new";
    EXPECT_TRUE(promises.look(0, {{"a", at("p1", "a1")}})) << "but to give it again breaks the second one";
}

TEST(Promises, AreNotMadeByOldNewsOfWhatWasGivenUp) {
    Promises promises;
    EXPECT_FALSE(promises.look(0, {{"a", asking("a1")}}));
    EXPECT_FALSE(promises.look(0, {{"a", gone}})) << "cancelled before the hub's word came";
    EXPECT_FALSE(promises.look(1, {{"a", at("p1", "a1")}})) << "which another device reads first";
    EXPECT_FALSE(promises.look(0, {{"a", gone}, {"b", at("p1", "b1")}}));
    EXPECT_TRUE(promises.look(1, {{"a", gone}, {"c", at("p1", "c1")}}));
}

TEST(Promises, AreNotMadeByOldNewsOfAMoveThatWasGivenUp) {
    Promises promises;
    EXPECT_FALSE(promises.look(0, {{"a", {{}, {}, {"a1", "a2"}}}})) << "a request, and a move of it";
    EXPECT_FALSE(promises.look(0, {{"a", gone}}));
    EXPECT_FALSE(promises.look(1, {{"b", at("p2", "b1")}}));
    EXPECT_FALSE(promises.look(2, {{"a", at("p2", "a2")}})) << "of which this device hears late";
}

TEST(Promises, AreNotMadeByOldNewsToADeviceThatHadGivenUpAnEarlierClaim) {
    Promises promises;
    EXPECT_FALSE(promises.look(0, {{"a", at("p1", "a1")}}));
    EXPECT_FALSE(promises.look(0, {{"a", gone}}));
    EXPECT_FALSE(promises.look(1, {{"a", at("p1", "a2")}})) << "taken up again elsewhere";
    EXPECT_FALSE(promises.look(1, {{"a", gone}})) << "and given up for good";
    EXPECT_FALSE(promises.look(2, {{"b", at("p1", "b1")}}));
    EXPECT_FALSE(promises.look(0, {{"a", at("p1", "a2")}})) << "which is heard in two parts here";
}

TEST(Promises, OfAPlaceTakenUpAgainAreNew) {
    Promises promises;
    EXPECT_FALSE(promises.look(0, {{"a", at("p1", "a1")}}));
    EXPECT_FALSE(promises.look(0, {{"a", gone}}));
    EXPECT_FALSE(promises.look(1, {{"b", at("p1", "b1")}}));
    EXPECT_TRUE(promises.look(2, {{"a", at("p1", "a2")}}));
}

TEST(Promises, AMoveFreesTheOldPlace) {
    Promises promises;
    EXPECT_FALSE(promises.look(0, {{"a", at("p1", "a1")}}));
    EXPECT_FALSE(promises.look(0, {{"a", at("p2", "a2")}, {"b", at("p1", "b1")}}));
    EXPECT_TRUE(promises.look(1, {{"c", at("p2", "c2")}}));
}

TEST(Promises, OfALostDeviceAloneAreForgotten) {
    Promises promises;
    EXPECT_FALSE(promises.look(0, {{"a", at("p1", "a1")}, {"b", at("p2", "b2")}}));
    EXPECT_FALSE(promises.look(1, {{"b", at("p2", "b2")}}));
    promises.forget(0);
    EXPECT_FALSE(promises.look(1, {{"b", at("p2", "b2")}, {"c", at("p1", "c1")}}));
    EXPECT_TRUE(promises.look(2, {{"d", at("p2", "d2")}}));
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
