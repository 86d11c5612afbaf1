// SPDX-License-Identifier: EUPL-1.2
#include "base/csv_table.h"
#include "territory/commune_reader.h"
#include "territory/insee.h"
#include "territory/pharmacy_reader.h"

#include "tests/core/shared_data.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace medicobus::territory {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using ::testing::ElementsAre;

TEST(OpeningHours, ReadsDaysAndSpans) {
    const auto spans = parseOpeningHours("Lu 08:00-13:00 et 14:00-19:00; Di 09:30-12:00");
    ASSERT_TRUE(spans);
    EXPECT_THAT(*spans, ElementsAre(OpenSpan{Weekday::Monday, hours(8), hours(13)},
                                    OpenSpan{Weekday::Monday, hours(14), hours(19)},
                                    OpenSpan{Weekday::Sunday, hours(9) + minutes(30), hours(12)}));
}

TEST(OpeningHours, RefusesWhatItCannotRead) {
    for (const std::string bad :
         {"", "Lu", "Lu ", "Xx 08:00-12:00", "Lu 8h-12h", "Lu 08:00", "Lu 12:00-08:00", "Lu 08:00-08:00",
          "Lu 08:00-13:00 et 12:00-19:00", "Lu 08:00-12:00; Lu 14:00-18:00", "Lu 08:00-25:00"}) {
        const auto spans = parseOpeningHours(bad);
        ASSERT_FALSE(spans) << bad;
        EXPECT_EQ(spans.error().code(), codes::territoryOpeningHours);
    }
}

constexpr std::string_view header = "finess,nom,code_postal,ville,insee,lat,lon,horaires\n";

TEST(PharmacyReader, LeavesTheUnknownEmpty) {
    const auto read =
        parsePharmacies(std::string(header) + "010002921,Pharmacie,01000,Bourg,,46.2,5.24,\n", "p.csv");
    ASSERT_TRUE(read);
    EXPECT_FALSE(read->front().insee);
    EXPECT_FALSE(read->front().opening);
    EXPECT_EQ(read->front().point, (GeoPoint{46.2, 5.24}));
}

TEST(PharmacyReader, NamesTheLineOfABadCell) {
    const auto refuse = [](const std::string& line) {
        const auto read = parsePharmacies(std::string(header) + line, "p.csv");
        EXPECT_FALSE(read);
        return read ? Error(ErrorCode{"none"}) : read.error();
    };
    EXPECT_EQ(refuse("01000292,P,01000,B,,46,5,\n").code(), codes::territoryFiness);
    EXPECT_EQ(refuse("010002921,P,01000,B,1053,46,5,\n").code(), codes::territoryInsee);
    EXPECT_EQ(refuse("010002921,P,01000,B,,,5,\n").code(), codes::territoryHalfPoint);
    EXPECT_EQ(refuse("010002921,P,01000,B,,46,185,\n").code(), medicobus::codes::csvRange);
    const Error badHours = refuse("010002921,P,01000,B,,46,5,le matin\n");
    EXPECT_EQ(badHours.code(), codes::territoryOpeningHours);
    EXPECT_EQ(badHours.detail("line"), "2");
    EXPECT_EQ(badHours.detail("column"), "horaires");
    const Error twice = refuse("010002921,P,01000,B,,46,5,\n010002921,Q,01000,B,,46,5,\n");
    EXPECT_EQ(twice.code(), codes::territoryDuplicateFiness);
    EXPECT_EQ(twice.detail("first_line"), "2");
}

TEST(PharmacyReader, ReadsThePartialListWhole) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const auto read = readPharmacies(testing::sharedData() / "territory/pharmacies-partiel-2025.csv");
    ASSERT_TRUE(read) << read.error().code().name << ' ' << read.error().detail("line");
    EXPECT_EQ(read->size(), 3756U);
    EXPECT_EQ(std::count_if(read->begin(), read->end(), [](const auto& p) { return !p.insee; }), 82);
}

} // namespace
} // namespace medicobus::territory
