// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/run_binary.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>

namespace medicobus::testing {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

const std::vector<std::string> day{"--today", "2027-03-03"};

Ran demo(const std::string& folder, std::vector<std::string> more = {}) {
    std::vector<std::string> arguments{"demo", "-o", folder};
    arguments.insert(arguments.end(), day.begin(), day.end());
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run(arguments);
}

TEST(DemoCommand, TellsTheWholeStory) {
    const Scratch scratch;
    const auto folder = scratch.path("demo");
    const Ran ran = demo(folder);
    ASSERT_EQ(ran.status, 0) << ran.err;
    for (const std::string words :
         {"département fictif", "lundi", "Au tableur", "toutes les règles sont tenues", "mardi 2 mars 2027",
          "7 personnes vues", "1 absente", "confirmés sans réseau dans sa part de créneaux",
          "la tablette et le secrétariat tiennent les mêmes", "Fichiers écrits"}) {
        EXPECT_THAT(ran.out, HasSubstr(words));
    }
    for (const std::string file :
         {"scenario.json", "plan.json", "tablette.db", "public/index.html", "public/accessibilite.html"}) {
        EXPECT_TRUE(fs::exists(fs::path(folder) / file)) << file;
    }
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        const bool isStore = scratch.read(fs::relative(entry.path(), scratch.folder()).string())
                                 .starts_with("SQLite format 3");
        EXPECT_EQ(isStore, entry.path().extension() == ".db") << entry.path();
    }
    EXPECT_EQ(run({"verify", folder + "/scenario.json", folder + "/plan.json"}).status, 0);
    std::map<std::string, int> operations;
    for (const char* store : {"tablette", "secretariat", "coordination"}) {
        const auto report = run({"journal", "verify", folder + "/" + store + ".db", "--json"}).json();
        EXPECT_EQ(report["clean"], true) << store;
        operations[store] = report["operations"];
    }
    EXPECT_GT(operations["tablette"], 60);
    EXPECT_EQ(operations["tablette"], operations["secretariat"]);
    EXPECT_LT(operations["coordination"], operations["tablette"]) << "it is told of no person";
}

TEST(DemoCommand, RepeatsItselfForTheSameDayAndSeed) {
    const Scratch scratch;
    ASSERT_EQ(demo(scratch.path("one")).status, 0);
    ASSERT_EQ(demo(scratch.path("two")).status, 0);
    EXPECT_EQ(scratch.read("one/scenario.json"), scratch.read("two/scenario.json"));
    EXPECT_EQ(scratch.read("one/plan.json"), scratch.read("two/plan.json"));
    EXPECT_EQ(scratch.read("one/public/index.html"), scratch.read("two/public/index.html"));
}

TEST(DemoCommand, KeepsTheTabletOfAnEarlierRun) {
    const Scratch scratch;
    const auto folder = scratch.path("demo");
    ASSERT_EQ(demo(folder).status, 0);
    const auto before = run({"journal", "verify", folder + "/tablette.db", "--json"}).json();
    const Ran again = demo(folder);
    EXPECT_EQ(again.status, 0) << again.err;
    EXPECT_THAT(again.out, HasSubstr("gardée telle quelle"));
    const auto after = run({"journal", "verify", folder + "/tablette.db", "--json"}).json();
    EXPECT_EQ(before["operations"], after["operations"]);
}

TEST(DemoCommand, TouchesNobodysWork) {
    const Scratch scratch;
    fs::create_directory(scratch.path("mine"));
    const std::string mine = R"({"format":"medicobus-scenario/1","my":"work"})";
    scratch.write("mine/scenario.json", mine);
    const Ran ran = demo(scratch.path("mine"));
    EXPECT_EQ(ran.status, 2);
    EXPECT_EQ(scratch.read("mine/scenario.json"), mine);
    EXPECT_FALSE(fs::exists(scratch.path("mine/plan.json")));

    fs::create_directory(scratch.path("other"));
    scratch.write("other/tablette.db", "not a database, but somebody's");
    EXPECT_EQ(demo(scratch.path("other")).status, 2);
    EXPECT_EQ(scratch.read("other/tablette.db"), "not a database, but somebody's");
}

TEST(DemoCommand, ListsItsFictionalPatientsAndNothingElse) {
    const Ran listed = run({"demo", "--list-patients"});
    EXPECT_EQ(listed.status, 0);
    EXPECT_EQ(std::count(listed.out.begin(), listed.out.end(), '\n'), 14);
    const Scratch scratch;
    const Ran both = demo(scratch.path("demo"), {"--list-patients"});
    EXPECT_EQ(both.out, listed.out);
    EXPECT_TRUE(fs::exists(scratch.path("demo/tablette.db")));
    for (const auto& entry : fs::recursive_directory_iterator(scratch.path("demo/public"))) {
        if (entry.is_regular_file()) {
            const std::string page = scratch.read(fs::relative(entry.path(), scratch.folder()).string());
            EXPECT_EQ(page.find("Personne-Fictive"), std::string::npos) << entry.path();
        }
    }
}

TEST(DemoCommand, SaysWhatIsWrongWithItsFolder) {
    const Scratch scratch;
    const auto file = scratch.write("file", "x");
    const Ran ran = demo(file);
    EXPECT_EQ(ran.status, 2);
    EXPECT_NE(ran.err, "");
    EXPECT_EQ(scratch.read("file"), "x");
}

} // namespace
} // namespace medicobus::testing
