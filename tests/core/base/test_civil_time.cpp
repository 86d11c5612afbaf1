// SPDX-License-Identifier: EUPL-1.2
#include "base/civil_time.h"

#include <gtest/gtest.h>

namespace medicobus {
namespace {

std::string utc(const std::string& local) {
    const auto instant = toInstant(parseLocal(local).value()).value();
    return date::format("%FT%RZ", date::floor<std::chrono::minutes>(instant));
}

std::string rfc3339(const std::string& local) {
    return formatRfc3339(parseLocal(local).value()).value();
}

TEST(CivilTime, GivesTheParisOffsetOfEachSeason) {
    EXPECT_EQ(rfc3339("2027-03-01T09:00"), "2027-03-01T09:00:00+01:00");
    EXPECT_EQ(rfc3339("2027-07-01T09:00"), "2027-07-01T09:00:00+02:00");
}

TEST(CivilTime, MapsTheSkippedHourOfMarchToTheChange) {
    EXPECT_EQ(utc("2027-03-28T01:59"), "2027-03-28T00:59Z");
    EXPECT_EQ(utc("2027-03-28T02:00"), "2027-03-28T01:00Z");
    EXPECT_EQ(utc("2027-03-28T02:30"), "2027-03-28T01:00Z");
    EXPECT_EQ(utc("2027-03-28T02:59"), "2027-03-28T01:00Z");
    EXPECT_EQ(utc("2027-03-28T03:00"), "2027-03-28T01:00Z");
    EXPECT_EQ(utc("2027-03-28T03:01"), "2027-03-28T01:01Z");
    EXPECT_EQ(rfc3339("2027-03-28T02:30"), "2027-03-28T03:00:00+02:00") << "a time that exists";
}

TEST(CivilTime, MapsTheDoubledHourOfOctoberToItsFirst) {
    EXPECT_EQ(utc("2027-10-31T01:59"), "2027-10-30T23:59Z");
    EXPECT_EQ(utc("2027-10-31T02:00"), "2027-10-31T00:00Z");
    EXPECT_EQ(utc("2027-10-31T02:59"), "2027-10-31T00:59Z");
    EXPECT_EQ(utc("2027-10-31T03:00"), "2027-10-31T02:00Z") << "an hour and a minute later";
    EXPECT_EQ(rfc3339("2027-10-31T02:30"), "2027-10-31T02:30:00+02:00");
}

TEST(CivilTime, TellsParisTimeOfAnInstant) {
    const auto paris = [](const std::string& local, int hoursLater) {
        const auto instant = toInstant(parseLocal(local).value()).value();
        return formatLocal(toParis(instant + std::chrono::hours(hoursLater)).value());
    };
    EXPECT_EQ(paris("2027-03-28T01:30", 1), "2027-03-28T03:30");
    EXPECT_EQ(paris("2027-10-31T02:30", 1), "2027-10-31T02:30") << "the same wall clock, an hour later";
    EXPECT_EQ(paris("2027-12-31T23:30", 1), "2028-01-01T00:30");
    const Instant beforeEpoch(std::chrono::milliseconds(-1));
    EXPECT_EQ(formatLocal(toParis(beforeEpoch).value()), "1970-01-01T00:59");
}

TEST(CivilTime, ReadsDatesThatExistOnly) {
    for (const auto* text : {"2027-03-01", "2028-02-29", "2000-02-29", "1999-12-31", "0001-01-01"}) {
        const auto date = parseDate(text);
        ASSERT_TRUE(date) << text;
        EXPECT_EQ(formatDate(*date), text);
    }
    for (const auto* text :
         {"", "2027-02-29", "1900-02-29", "2027-13-01", "2027-00-10", "2027-04-31", "2027-01-00", "27-03-01",
          "2027/03/01", "2027-3-1", "2027-03-01 ", "01-03-2027", "-027-03-01", "2027-+3-01", "2027-03-0a"}) {
        const auto date = parseDate(text);
        ASSERT_FALSE(date) << text;
        EXPECT_EQ(date.error().code(), codes::timeDate);
        EXPECT_EQ(date.error().detail("value"), text);
    }
}

TEST(CivilTime, ReadsTimesOfDayUpToMidnight) {
    EXPECT_EQ(parseTimeOfDay("00:00").value(), TimeOfDay(0));
    EXPECT_EQ(parseTimeOfDay("08:30").value(), TimeOfDay(510));
    EXPECT_EQ(parseTimeOfDay("24:00").value(), TimeOfDay(1440));
    EXPECT_EQ(formatTimeOfDay(TimeOfDay(1440)), "24:00");
    for (const auto* text :
         {"", "8:30", "24:01", "25:00", "12:60", "12h30", "12:3", "12:30:00", "-1:30", "+1:30", "1a:00"}) {
        const auto time = parseTimeOfDay(text);
        ASSERT_FALSE(time) << text;
        EXPECT_EQ(time.error().code(), codes::timeTimeOfDay);
    }
}

TEST(CivilTime, ReadsLocalTimes) {
    EXPECT_EQ(formatLocal(parseLocal("2027-03-01T09:05").value()), "2027-03-01T09:05");
    EXPECT_EQ(formatLocal(parseLocal("2027-12-31T24:00").value()), "2028-01-01T00:00");
    for (const auto* text : {"", "2027-03-01", "2027-03-01 09:05", "2027-03-01T9:05", "2027-02-30T09:05",
                             "2027-03-01T09:05:00", "2027-03-01T09:05Z"}) {
        EXPECT_FALSE(parseLocal(text)) << text;
    }
}

TEST(CivilTime, RefusesATimeThatNoTextCanName) {
    EXPECT_EQ(formatLocal(parseLocal("2027-12-31T24:00").value()), "2028-01-01T00:00");
    EXPECT_EQ(formatLocal(parseLocal("9999-12-31T23:59").value()), "9999-12-31T23:59");
    EXPECT_EQ(parseLocal("9999-12-31T24:00").error().code(), codes::timeDate);
}

TEST(CivilTime, NamesWeekdaysFromMonday) {
    EXPECT_EQ(weekdayOf(parseDate("2027-03-01").value()), Weekday::Monday);
    EXPECT_EQ(weekdayOf(parseDate("2027-03-07").value()), Weekday::Sunday);
    EXPECT_EQ(weekdayCode(Weekday::Thursday), "TH");
    for (const auto code : weekdayCodes) {
        EXPECT_EQ(weekdayCode(parseWeekday(code).value()), code);
    }
    for (const auto* text : {"", "mo", "LU", "MON", "1"}) {
        EXPECT_EQ(parseWeekday(text).error().code(), codes::timeWeekday) << text;
    }
}

TEST(CivilTime, FindsTheMondayOfAWeek) {
    for (const auto* text : {"2027-03-01", "2027-03-04", "2027-03-07"}) {
        EXPECT_EQ(formatDate(mondayOf(parseDate(text).value())), "2027-03-01") << text;
    }
    EXPECT_EQ(formatDate(mondayOf(parseDate("2027-01-01").value())), "2026-12-28");
}

} // namespace
} // namespace medicobus
