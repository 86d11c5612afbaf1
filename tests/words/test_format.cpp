// SPDX-License-Identifier: EUPL-1.2
#include "words/format.h"

#include <gtest/gtest.h>

namespace medicobus::words {
namespace {

using namespace date::literals;

Date day(date::year_month_day civil) {
    return Date(date::local_days(civil));
}

TEST(Format, DatesReadAsPeopleWriteThem) {
    EXPECT_EQ(longDate(day(2027_y / 3 / 2), Language::French), "mardi 2 mars 2027");
    EXPECT_EQ(longDate(day(2027_y / 3 / 1), Language::French), "lundi 1er mars 2027");
    EXPECT_EQ(longDate(day(2027_y / 3 / 2), Language::English), "Tuesday 2 March 2027");
    EXPECT_EQ(dayAndMonth(day(2027_y / 8 / 15), Language::French), "dimanche 15 août");
    EXPECT_EQ(dayAndMonth(day(2027_y / 8 / 15), Language::English), "Sunday 15 August");
}

TEST(Format, TimesReadAsPeopleWriteThem) {
    EXPECT_EQ(timeOfDay(TimeOfDay(570), Language::French), "9\u00a0h\u00a030");
    EXPECT_EQ(timeOfDay(TimeOfDay(540), Language::French), "9\u00a0h");
    EXPECT_EQ(timeOfDay(TimeOfDay(545), Language::English), "9:05");
    EXPECT_EQ(dateAndTime(*parseLocal("2027-03-02T09:00"), Language::French), "mardi 2 mars 2027 à 9\u00a0h");
    EXPECT_EQ(dateAndTime(*parseLocal("2027-03-02T09:00"), Language::English),
              "Tuesday 2 March 2027 at 9:00");
}

TEST(Format, NumbersAreGroupedByThree) {
    EXPECT_EQ(number(3792, Language::French), "3\u202f792");
    EXPECT_EQ(number(3792, Language::English), "3,792");
    EXPECT_EQ(number(86'833, Language::French), "86\u202f833");
    EXPECT_EQ(number(1'234'567.891, Language::French, 2), "1\u202f234\u202f567,89");
    EXPECT_EQ(number(1'234'567.891, Language::English, 2), "1,234,567.89");
    EXPECT_EQ(number(999.6, Language::French), "1\u202f000");
    EXPECT_EQ(number(0, Language::French), "0");
    EXPECT_EQ(number(12, Language::French), "12");
}

TEST(Format, HalvesGoUp) {
    EXPECT_EQ(number(0.625, Language::French, 2), "0,63");
    EXPECT_EQ(number(2.5, Language::English), "3");
}

TEST(Format, NegativeNumbersHaveASignAndZeroHasNone) {
    EXPECT_EQ(number(-1'500.25, Language::French, 1), "\u22121\u202f500,3");
    EXPECT_EQ(number(-1'500.25, Language::English, 1), "-1,500.3");
    EXPECT_EQ(number(-0.2, Language::French), "0");
}

TEST(Format, SharesAreToldInPerCent) {
    EXPECT_EQ(percent(0.973, Language::French), "97,3\u00a0%");
    EXPECT_EQ(percent(0.973, Language::English), "97.3%");
    EXPECT_EQ(percent(1, Language::French, 0), "100\u00a0%");
}

TEST(Format, WeekdaysHaveNames) {
    EXPECT_EQ(weekdayName(Weekday::Monday, Language::French), "lundi");
    EXPECT_EQ(weekdayName(Weekday::Sunday, Language::English), "Sunday");
}

} // namespace
} // namespace medicobus::words
