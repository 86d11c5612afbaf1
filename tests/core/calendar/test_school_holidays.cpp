// SPDX-License-Identifier: EUPL-1.2
#include "calendar/school_holidays.h"

#include "base/csv_table.h"
#include "base/file.h"
#include "tests/core/shared_data.h"

#include <gtest/gtest.h>

namespace medicobus::calendar {
namespace {

constexpr std::string_view sample = "zone,nom,premier_jour,dernier_jour\n"
                                    "A,Vacances d'hiver,2027-02-13,2027-02-28\n"
                                    "B,Vacances d'hiver,2027-02-20,2027-03-07\n"
                                    "A,Vacances de printemps,2027-04-10,2027-04-25\n";

Date day(const std::string& text) {
    return parseDate(text).value();
}

TEST(SchoolCalendar, HoldsBothEndsOfAHoliday) {
    const auto calendar = SchoolCalendar::parse(sample, "school.csv").value();
    EXPECT_EQ(calendar.holidays().size(), 3U);
    EXPECT_FALSE(calendar.on(day("2027-02-12"), SchoolZone::A));
    EXPECT_EQ(calendar.on(day("2027-02-13"), SchoolZone::A)->name, "Vacances d'hiver");
    EXPECT_TRUE(calendar.on(day("2027-02-28"), SchoolZone::A));
    EXPECT_FALSE(calendar.on(day("2027-03-01"), SchoolZone::A));
}

TEST(SchoolCalendar, TellsZonesApart) {
    const auto calendar = SchoolCalendar::parse(sample, "school.csv").value();
    EXPECT_FALSE(calendar.on(day("2027-02-13"), SchoolZone::B));
    EXPECT_TRUE(calendar.on(day("2027-03-07"), SchoolZone::B));
    EXPECT_FALSE(calendar.on(day("2027-02-20"), SchoolZone::C));
}

TEST(SchoolCalendar, KnowsWhatItDoesNotKnow) {
    const auto calendar = SchoolCalendar::parse(sample, "school.csv").value();
    EXPECT_TRUE(calendar.knows(day("2027-03-15"), SchoolZone::A)) << "between two holidays";
    EXPECT_FALSE(calendar.knows(day("2027-02-12"), SchoolZone::A));
    EXPECT_FALSE(calendar.knows(day("2027-04-26"), SchoolZone::A));
    EXPECT_FALSE(calendar.knows(day("2027-02-20"), SchoolZone::C));
}

TEST(SchoolCalendar, NamesFileLineAndColumnOfWhatItRefuses) {
    struct Case {
        std::string line;
        ErrorCode code;
        std::string column;
    };
    const std::vector<Case> cases{
        {"D,Vacances,2027-02-13,2027-02-28", codes::schoolZone, "zone"},
        {",Vacances,2027-02-13,2027-02-28", codes::schoolZone, "zone"},
        {"A,Vacances,13/02/2027,2027-02-28", medicobus::codes::timeDate, "premier_jour"},
        {"A,Vacances,2027-02-13,2027-02-29", medicobus::codes::timeDate, "dernier_jour"},
        {"A,Vacances,2027-02-13,2027-02-12", codes::schoolOrder, "dernier_jour"},
    };
    for (const auto& [line, code, column] : cases) {
        const auto read = SchoolCalendar::parse(std::string(sample) + line + "\n", "school.csv");
        ASSERT_FALSE(read) << line;
        EXPECT_EQ(read.error().code().name, code.name) << line;
        EXPECT_EQ(read.error().detail("file"), "school.csv");
        EXPECT_EQ(read.error().detail("line"), "5");
        EXPECT_EQ(read.error().detail("column"), column);
    }
    const auto headless = SchoolCalendar::parse("zone,nom,premier_jour\nA,b,2027-01-01\n", "school.csv");
    EXPECT_EQ(headless.error().code(), medicobus::codes::csvMissingColumn);
    EXPECT_EQ(headless.error().detail("column"), "dernier_jour");
    EXPECT_EQ(SchoolCalendar::read("/nowhere/school.csv").error().code(), medicobus::codes::fileMissing);
}

TEST(SchoolCalendar, ReadsTheOfficialYears) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const auto file = testing::sharedData() / "territory/vacances-scolaires-2024-2026.csv";
    const auto calendar = SchoolCalendar::read(file.string()).value();
    EXPECT_EQ(calendar.holidays().size(), 33U);
    EXPECT_EQ(calendar.on(day("2026-02-07"), SchoolZone::A)->name, "Vacances d'hiver");
    EXPECT_FALSE(calendar.on(day("2026-02-07"), SchoolZone::B));
    EXPECT_EQ(calendar.on(day("2026-03-01"), SchoolZone::B)->name, "Vacances d'hiver");
    EXPECT_EQ(calendar.on(day("2025-12-25"), SchoolZone::C)->name, "Vacances de Noël");
    EXPECT_FALSE(calendar.knows(day("2027-02-15"), SchoolZone::A));
}

} // namespace
} // namespace medicobus::calendar
