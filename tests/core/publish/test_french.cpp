// SPDX-License-Identifier: EUPL-1.2
#include "publish/french.h"
#include "sample_programme.h"

#include <gtest/gtest.h>

namespace medicobus::publish {
namespace {

using testing::day;

TEST(French, WritesDatesAsPeopleDo) {
    EXPECT_EQ(frenchDate(day("2027-03-02")), "mardi 2 mars 2027");
    EXPECT_EQ(frenchDate(day("2027-03-01")), "lundi 1er mars 2027");
    EXPECT_EQ(frenchDate(day("2027-08-15")), "dimanche 15 août 2027");
    EXPECT_EQ(frenchDate(day("2028-02-29")), "mardi 29 février 2028");
    EXPECT_EQ(frenchDayAndMonth(day("2027-12-31")), "vendredi 31 décembre");
    EXPECT_EQ(frenchMonth(day("2027-07-01")), "juillet 2027");
}

TEST(French, WritesHoursWithNoBreakSpaces) {
    EXPECT_EQ(frenchTime(TimeOfDay(9 * 60)), "9\u00a0h");
    EXPECT_EQ(frenchTime(TimeOfDay(13 * 60 + 5)), "13\u00a0h\u00a005");
    EXPECT_EQ(frenchHours(TimeOfDay(9 * 60), TimeOfDay(12 * 60 + 30)), "de 9\u00a0h à 12\u00a0h\u00a030");
}

TEST(French, ShowsAFrenchNumberInPairsAndLeavesOthers) {
    EXPECT_EQ(frenchPhone("+33261910001"), "02\u00a061\u00a091\u00a000\u00a001");
    EXPECT_EQ(frenchPhone("+3226191"), "+3226191");
    EXPECT_EQ(frenchPhone("+3326191000x"), "+3326191000x");
    EXPECT_EQ(frenchPhone(""), "");
}

TEST(French, RoundsDistancesToWhatPeopleUse) {
    EXPECT_EQ(frenchDistance({780}), "800\u00a0m");
    EXPECT_EQ(frenchDistance({960}), "1\u00a0km");
    EXPECT_EQ(frenchDistance({4240}), "4,2\u00a0km");
    EXPECT_EQ(frenchDistance({16'600}), "17\u00a0km");
}

} // namespace
} // namespace medicobus::publish
