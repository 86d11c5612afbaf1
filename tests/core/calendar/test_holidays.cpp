// SPDX-License-Identifier: EUPL-1.2
#include "base/csv_table.h"
#include "calendar/holidays.h"
#include "tests/core/shared_data.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

namespace medicobus::calendar {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> datesOf(const std::vector<Holiday>& holidays) {
    std::vector<std::string> dates;
    for (const Holiday& holiday : holidays) {
        dates.push_back(formatDate(holiday.date));
    }
    return dates;
}

TEST(PublicHolidays, AreThoseOf2027InOrder) {
    EXPECT_THAT(datesOf(publicHolidays(2027)),
                ElementsAre("2027-01-01", "2027-03-29", "2027-05-01", "2027-05-06", "2027-05-08",
                            "2027-05-17", "2027-07-14", "2027-08-15", "2027-11-01", "2027-11-11",
                            "2027-12-25"));
}

TEST(PublicHolidays, AreTwoMoreInAlsaceMoselle) {
    EXPECT_EQ(publicHolidays(2027, Region::AlsaceMoselle).size(), 13U);
    EXPECT_EQ(publicHolidayOn(*parseDate("2027-03-26"), Region::AlsaceMoselle)->code, "good_friday");
    EXPECT_EQ(publicHolidayOn(*parseDate("2027-12-26"), Region::AlsaceMoselle)->code, "saint_stephen");
    EXPECT_FALSE(publicHolidayOn(*parseDate("2027-03-26")));
    EXPECT_FALSE(publicHolidayOn(*parseDate("2027-12-26")));
}

TEST(PublicHolidays, MayFallTogether) {
    const auto days = publicHolidays(2008);
    EXPECT_EQ(days.size(), 11U);
    EXPECT_EQ(std::count_if(days.begin(), days.end(),
                            [](const Holiday& day) { return formatDate(day.date) == "2008-05-01"; }),
              2);
}

TEST(PublicHolidays, SayNothingOfAnOrdinaryDay) {
    EXPECT_FALSE(publicHolidayOn(*parseDate("2027-03-28"))) << "Easter Sunday is not one by law";
    EXPECT_FALSE(publicHolidayOn(*parseDate("2027-03-02")));
    EXPECT_EQ(publicHolidayOn(*parseDate("2027-07-14"))->name, "Fête nationale");
}

/// Known Easter Sundays, with the earliest and latest possible and the two exceptions of Gauss's rule.
TEST(Easter, FallsOnItsKnownSundays) {
    for (const auto* expected : {"1818-03-22", "1943-04-25", "1954-04-18", "1981-04-19", "2000-04-23",
                                 "2008-03-23", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28",
                                 "2028-04-16", "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22"}) {
        const Date date = parseDate(expected).value();
        const int year = static_cast<int>(date::year_month_day(date).year());
        EXPECT_EQ(formatDate(easterSunday(year)), expected);
        EXPECT_EQ(weekdayOf(easterSunday(year)), Weekday::Sunday);
    }
}

TEST(PublicHolidays, AgreeWithTheOfficialList) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const auto file = testing::sharedData() / "territory/jours-feries-metropole-2025-2031.csv";
    const auto table = CsvTable::read(file.string()).value();
    constexpr std::array<std::string_view, 1> dateColumn{"date"};
    constexpr std::array<std::string_view, 1> nameColumn{"nom"};
    const auto date = table.require(dateColumn).value();
    const auto name = table.require(nameColumn).value();
    std::vector<std::pair<std::string, std::string>> official;
    for (const auto& row : table.rows()) {
        official.emplace_back(row.cells[date], row.cells[name]);
    }
    std::vector<std::pair<std::string, std::string>> ours;
    for (int year = 2025; year <= 2031; ++year) {
        for (const Holiday& holiday : publicHolidays(year)) {
            ours.emplace_back(formatDate(holiday.date), holiday.name);
        }
    }
    std::sort(official.begin(), official.end());
    std::sort(ours.begin(), ours.end());
    EXPECT_EQ(official.size(), 77U);
    EXPECT_EQ(ours, official);
}

} // namespace
} // namespace medicobus::calendar
