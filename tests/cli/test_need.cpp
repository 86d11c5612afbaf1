// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/run_binary.h"
#include "tests/core/shared_data.h"

#include <gmock/gmock.h>

#include <cmath>

namespace medicobus::testing {
namespace {

using ::testing::HasSubstr;

const std::string header = "insee,nom,population,lat,lon,apl\n";

TEST(NeedCommand, TellsPasDeCalaisToPeople) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const Ran ran = run({"need", (sharedData() / "territory/communes-62.csv").string(), "--top", "4"});
    EXPECT_EQ(ran.status, 0);
    EXPECT_THAT(ran.out, HasSubstr("178 communes sur 887 sous 2,5"));
    EXPECT_THAT(ran.out, HasSubstr("86\u202f833 habitants, 43\u202f740 consultations manquantes"));
    std::size_t last = 0;
    for (const std::string first : {"Ardres", "Lumbres", "Licques", "Alquines"}) {
        const std::size_t at = ran.out.find(first);
        ASSERT_NE(at, std::string::npos) << first;
        EXPECT_GT(at, last);
        last = at;
    }
    EXPECT_THAT(ran.out, HasSubstr("3\u202f792"));
    EXPECT_EQ(ran.err, "");
}

TEST(NeedCommand, TellsPasDeCalaisToMachines) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const Ran ran = run({"--json", "need", (sharedData() / "territory/communes-62.csv").string()});
    const auto answer = ran.json();
    EXPECT_EQ(answer["under_line"], 178);
    EXPECT_EQ(std::lround(answer["inhabitants"].get<double>()), 86'833);
    EXPECT_EQ(std::lround(answer["missing"].get<double>()), 43'740);
    ASSERT_EQ(answer["communes"].size(), 178U);
    EXPECT_EQ(answer["communes"][0]["insee"], "62038");
    EXPECT_EQ(std::lround(answer["communes"][3]["missing"].get<double>()), 1'658);
    EXPECT_EQ(answer["fictional"], false);
}

TEST(NeedCommand, MarksTheEmbeddedTerritoryAsFictional) {
    EXPECT_THAT(run({"need", "admidep"}).out, HasSubstr("Admidep (territoire fictif)"));
    EXPECT_THAT(run({"need", "admidep", "--lang", "en"}).out, HasSubstr("Admidep (fictional territory)"));
    const auto answer = run({"need", "admidep", "--json", "--top", "5"}).json();
    EXPECT_EQ(answer["fictional"], true);
    EXPECT_EQ(answer["communes"].size(), 5U);
    EXPECT_EQ(answer["unknown"].size(), 2U);
}

TEST(NeedCommand, CountsTheUnknownApart) {
    const Scratch scratch;
    const auto file = scratch.write("c.csv", header + "62001,A,100,50,2,\n62002,B,100,50,2,1.5\n");
    const auto answer = run({"need", file, "--json"}).json();
    EXPECT_EQ(answer["unknown"], nlohmann::json::array({"62001"}));
    EXPECT_EQ(answer["under_line"], 1);
}

struct BadFile {
    std::string name;
    std::string content;
    std::string french;
    std::string english;
};

void PrintTo(const BadFile& bad, std::ostream* out) {
    *out << bad.name;
}

class BadTerritory : public ::testing::TestWithParam<BadFile> {};

TEST_P(BadTerritory, IsRefusedWithPlaceAndRemedyInBothLanguages) {
    const Scratch scratch;
    const auto file = scratch.write("communes.csv", GetParam().content);
    const Ran french = run({"need", file}, "fr_FR.UTF-8");
    EXPECT_EQ(french.status, 2);
    EXPECT_EQ(french.out, "");
    EXPECT_THAT(french.err, HasSubstr(file));
    EXPECT_THAT(french.err, HasSubstr(GetParam().french));
    const Ran english = run({"need", file}, "en_GB.UTF-8");
    EXPECT_EQ(english.status, 2);
    EXPECT_THAT(english.err, HasSubstr(GetParam().english));
    const auto json = nlohmann::json::parse(run({"need", file, "--json"}).err, nullptr, false);
    ASSERT_FALSE(json.is_discarded());
    EXPECT_EQ(json["error"]["details"]["file"], file);
}

INSTANTIATE_TEST_SUITE_P(
    NeedCommand, BadTerritory,
    ::testing::Values(BadFile{"Malformed", header + "62001,A,1,50,2\n", "ligne 2", "line 2"},
                      BadFile{"Duplicate", header + "62001,A,1,50,2,1\n62001,B,1,50,2,1\n",
                              "déjà à la ligne 2", "already on line 2"},
                      BadFile{"Latitude", header + "62001,A,1,95,2,1\n",
                              "ligne 2, colonne lat – 95 est hors limites",
                              "line 2, column lat – 95 is out of bounds"},
                      BadFile{"Encoding", header + "61001,Alen\xE7on,1,48,0,1\n", "UTF-8", "UTF-8"},
                      BadFile{"Column", "insee,nom,lat,lon,apl\n62001,A,50,2,1\n", "colonne population",
                              "column population"},
                      BadFile{"Empty", "", "Le fichier est vide", "The file is empty"}),
    [](const auto& test) { return test.param.name; });

TEST(NeedCommand, RefusesAMissingFileAndAFolder) {
    const Scratch scratch;
    const Ran missing = run({"need", scratch.path("none.csv")});
    EXPECT_EQ(missing.status, 2);
    EXPECT_THAT(missing.err, HasSubstr("n\u2019existe pas"));
    const Ran folder = run({"need", scratch.folder().string()}, "en");
    EXPECT_EQ(folder.status, 2);
    EXPECT_THAT(folder.err, HasSubstr("folder"));
}

TEST(TerritoryCommand, TellsWhatIsKnownAndWhatIsMissing) {
    const auto answer = run({"territory", "show", "admidep", "--json"}).json();
    EXPECT_EQ(answer["communes"], 300);
    EXPECT_EQ(answer["known"]["apl"], 298);
    EXPECT_THAT(run({"territory", "show", "admidep"}).out, HasSubstr("300 communes"));
}

} // namespace
} // namespace medicobus::testing
