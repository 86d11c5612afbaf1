// SPDX-License-Identifier: EUPL-1.2
#include "base/csv_table.h"
#include "base/file.h"
#include "territory/commune_reader.h"
#include "territory/insee.h"

#include "tests/core/shared_data.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace medicobus::territory {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view header = "insee,nom,population,lat,lon,apl\n";

Result<Territory> readLines(const std::string& lines) {
    return parseCommunes(std::string(header) + lines, "c.csv");
}

struct BadCase {
    std::string name;
    std::string lines;
    ErrorCode code;
    std::string line;
    std::string column;
    std::string value;
};

class BadLine : public ::testing::TestWithParam<BadCase> {};

TEST_P(BadLine, IsRefusedWithItsPlace) {
    const BadCase& bad = GetParam();
    const auto territory = readLines(bad.lines);
    ASSERT_FALSE(territory);
    const Error& error = territory.error();
    EXPECT_EQ(error.code(), bad.code) << error.code().name;
    EXPECT_EQ(error.detail("file"), "c.csv");
    EXPECT_EQ(error.detail("line"), bad.line);
    EXPECT_EQ(error.detail("column"), bad.column);
    EXPECT_EQ(error.detail("value"), bad.value);
}

const std::string good = "62001,Ablain,1994,50.39,2.69,1.941\n";

INSTANTIATE_TEST_SUITE_P(
    CommuneReader, BadLine,
    ::testing::Values(
        BadCase{"CellMissing", good + "62002,Ablainzevelle,208\n", medicobus::codes::csvCellCount, "3", "3",
                "3"},
        BadCase{"InseeShort", good + "6202,A,1,50,2,1\n", codes::territoryInsee, "3", "insee", "6202"},
        BadCase{"InseeLetters", "2C004,A,1,50,2,1\n", codes::territoryInsee, "2", "insee", "2C004"},
        BadCase{"InseeLowerCase", "2a004,A,1,50,2,1\n", codes::territoryInsee, "2", "insee", "2a004"},
        BadCase{"InseeEmpty", ",A,1,50,2,1\n", codes::territoryInsee, "2", "insee", ""},
        BadCase{"NameEmpty", "62002,,1,50,2,1\n", codes::territoryNoName, "2", "nom", ""},
        BadCase{"LatitudeHigh", "62002,A,1,90.01,2,1\n", medicobus::codes::csvRange, "2", "lat", "90.01"},
        BadCase{"LatitudeLow", "62002,A,1,-91,2,1\n", medicobus::codes::csvRange, "2", "lat", "-91"},
        BadCase{"LongitudeHigh", "62002,A,1,50,180.5,1\n", medicobus::codes::csvRange, "2", "lon", "180.5"},
        BadCase{"PointHalf", "62002,A,1,50,,1\n", codes::territoryHalfPoint, "2", "lon", ""},
        BadCase{"PointOtherHalf", "62002,A,1,,2,1\n", codes::territoryHalfPoint, "2", "lat", ""},
        BadCase{"PopulationNegative", "62002,A,-1,50,2,1\n", medicobus::codes::csvRange, "2", "population",
                "-1"},
        BadCase{"AplNegative", "62002,A,1,50,2,-0.1\n", medicobus::codes::csvRange, "2", "apl", "-0.1"},
        BadCase{"DecimalComma", "62002,A,1,50,2,\"1,5\"\n", medicobus::codes::csvNumber, "2", "apl", "1,5"},
        BadCase{"NotFinite", "62002,A,inf,50,2,1\n", medicobus::codes::csvNumber, "2", "population", "inf"}),
    [](const auto& test) { return test.param.name; });

TEST(CommuneReader, NamesBothLinesOfADuplicateCode) {
    const auto territory = readLines(good + "62002,A,1,50,2,1\n" + good);
    ASSERT_FALSE(territory);
    EXPECT_EQ(territory.error().code(), codes::territoryDuplicateInsee);
    EXPECT_EQ(territory.error().detail("line"), "4");
    EXPECT_EQ(territory.error().detail("first_line"), "2");
    EXPECT_EQ(territory.error().detail("value"), "62001");
}

TEST(CommuneReader, RefusesAnotherEncodingThanUtf8) {
    const auto territory = readLines("61001,Alen\xE7on,25490,48.43,0.09,3.2\n");
    ASSERT_FALSE(territory);
    EXPECT_EQ(territory.error().code(), medicobus::codes::csvEncoding);
    EXPECT_EQ(territory.error().detail("line"), "2");
    EXPECT_EQ(territory.error().detail("column"), "11");
    EXPECT_EQ(territory.error().detail("value"), "0xE7");
}

TEST(CommuneReader, NamesAMissingColumnAndWhatWasFound) {
    const auto territory = parseCommunes("insee,nom,lat,lon,apl\n62001,A,50,2,1\n", "c.csv");
    ASSERT_FALSE(territory);
    EXPECT_EQ(territory.error().code(), medicobus::codes::csvMissingColumn);
    EXPECT_EQ(territory.error().detail("column"), "population");
    EXPECT_EQ(territory.error().detail("expected"), "population, population_2023");
    EXPECT_EQ(territory.error().detail("value"), "insee, nom, lat, lon, apl");
}

TEST(CommuneReader, RefusesAFileWithoutCommunes) {
    EXPECT_EQ(parseCommunes("", "c.csv").error().code(), medicobus::codes::csvEmpty);
    EXPECT_EQ(parseCommunes(header, "c.csv").error().code(), codes::territoryNoCommune);
}

TEST(CommuneReader, TellsAMissingFile) {
    EXPECT_EQ(readCommunes("/nowhere/c.csv").error().code(), medicobus::codes::fileMissing);
}

TEST(CommuneReader, LeavesTheUnknownEmpty) {
    const auto territory = readLines("2A004,Ajaccio,,,,\n");
    ASSERT_TRUE(territory);
    const Commune& commune = territory->communes.front();
    EXPECT_EQ(commune.insee.value, "2A004");
    EXPECT_EQ(commune.department, "2A");
    EXPECT_FALSE(commune.population);
    EXPECT_FALSE(commune.point);
    EXPECT_FALSE(commune.apl);
    EXPECT_FALSE(commune.zoning);
    EXPECT_FALSE(territory->isFictional);
}

TEST(CommuneReader, ReadsTheNamesOfTheOfficialFilesAndTheLatestYear) {
    const auto territory = parseCommunes(
        "insee,nom,departement,codes_postaux,population_2023,lat,lon,apl_mg_2018,apl_mg_2023,apl_mg65_2018,"
        "zonage_mg,part_65plus_2020,min_urgences_2019\r\n"
        "14005,Valambray,14,14190 14370,1682,49.08,-0.19,3.361,3.676,3.1,2_ZAC,17.6,15.5\r\n",
        "c.csv");
    ASSERT_TRUE(territory);
    const Commune& commune = territory->communes.front();
    EXPECT_EQ(commune.population, 1682);
    EXPECT_EQ(commune.apl, 3.676);
    EXPECT_EQ(commune.zoning, Zoning::Zac);
    EXPECT_EQ(commune.share65, 17.6);
    EXPECT_EQ(commune.emergencyTime->count(), 15.5);
    EXPECT_EQ(commune.point, (GeoPoint{49.08, -0.19}));
    EXPECT_THAT(commune.postcodes, ElementsAre("14190", "14370"));
}

TEST(CommuneReader, RefusesAZoningThatItDoesNotKnow) {
    const auto territory =
        parseCommunes("insee,nom,population,lat,lon,apl,zonage_mg\n62001,A,1,50,2,1,ZIP\n", "c.csv");
    ASSERT_FALSE(territory);
    EXPECT_EQ(territory.error().code(), codes::territoryZoning);
    EXPECT_THAT(std::string(territory.error().detail("expected")), HasSubstr("1_ZIP"));
}

TEST(CommuneReader, ReadsEveryOfficialFileWhole) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const std::vector<std::pair<std::string, std::size_t>> files{
        {"14", 526}, {"58", 309}, {"61", 381}, {"62", 887}, {"france", 34'746}};
    for (const auto& [name, count] : files) {
        const auto territory = readCommunes(testing::sharedData() / ("territory/communes-" + name + ".csv"));
        ASSERT_TRUE(territory) << territory.error().code().name << ' ' << territory.error().detail("line");
        EXPECT_EQ(territory->communes.size(), count) << name;
        if (name == "france") {
            const auto hasAll = [](const Commune& c) { return c.population && c.point && c.apl; };
            const auto& all = territory->communes;
            EXPECT_EQ(std::count_if(all.begin(), all.end(), hasAll), 34'727);
        }
    }
}

TEST(InseeCode, HasItsDepartment) {
    EXPECT_EQ(departmentOf({"62024"}), "62");
    EXPECT_EQ(departmentOf({"2A004"}), "2A");
    EXPECT_EQ(departmentOf({"97105"}), "971");
    EXPECT_FALSE(isInseeCode("620245"));
    EXPECT_TRUE(isInseeCode("01001"));
}

} // namespace
} // namespace medicobus::territory
