// SPDX-License-Identifier: EUPL-1.2
#include "base/csv_table.h"
#include "base/file.h"
#include "routing/instances/folder.h"
#include "samples.h"

#include <gmock/gmock.h>

namespace medicobus::testing {
namespace {

using namespace routing::instances;
using ::testing::ElementsAre;

class FolderOfInstances : public ::testing::Test {
protected:
    void SetUp() override {
        m_folder =
            std::filesystem::path(::testing::TempDir())
            / ("instances_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
        std::filesystem::remove_all(m_folder);
    }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    void write(const std::string& name, std::string_view text) const {
        ASSERT_TRUE(writeFile(m_folder / name, text));
    }
    static std::vector<std::string> namesOf(const Folder& folder) {
        std::vector<std::string> names;
        for (const Entry& entry : folder.entries) {
            names.push_back(entry.name);
        }
        return names;
    }

    std::filesystem::path m_folder;
};

TEST_F(FolderOfInstances, KnowsEachFileByItsContentAndNotByTheNameOfTheFolder) {
    write("C901.txt", samples::solomon);
    write("a.tw", samples::tsptw);
    write("p90.txt", samples::pvrp);
    write("tiny3.tsp", samples::tsplib);
    write("README.md", "words");
    write("notes", "Not an instance.");
    const auto folder = list(m_folder);
    ASSERT_TRUE(folder);
    EXPECT_THAT(namesOf(*folder), ElementsAre("C901", "a.tw", "p90", "tiny3"));
    EXPECT_FALSE(folder->entries[0].bestKnown.has_value());
    ASSERT_EQ(folder->errors.size(), 1U);
    EXPECT_EQ(folder->errors[0].code(), routing::instances::codes::instanceUnknownFormat);
    EXPECT_THAT(std::string(folder->errors[0].detail("file")), ::testing::EndsWith("notes"));
}

TEST_F(FolderOfInstances, TakesBestKnownValuesToursAndFleetsFromTheList) {
    write("a.tw", samples::tsptw);
    write("b.tw", samples::tsptw);
    write("bks.csv", "instance,best_known,source,tour\na.tw,19.375,somebody,1 2\n");
    const auto folder = list(m_folder);
    ASSERT_TRUE(folder);
    ASSERT_EQ(folder->entries.size(), 2U);
    EXPECT_EQ(folder->entries[0].bestKnown, 19.375);
    EXPECT_THAT(folder->entries[0].tour, ElementsAre(1, 2));
    EXPECT_FALSE(folder->entries[1].bestKnown.has_value());

    write("bks.csv", "instance,published,source,days\na.tw,21,somebody,2\n");
    EXPECT_EQ(list(m_folder)->entries[0].bestKnown, 21);
    write("bks.csv", "instance,best_known\na.tw,many\n");
    EXPECT_EQ(list(m_folder).error().code(), medicobus::codes::csvNumber);
    write("bks.csv", "name,best_known\na.tw,21\n");
    EXPECT_EQ(list(m_folder).error().code(), medicobus::codes::csvMissingColumn);
}

TEST_F(FolderOfInstances, GivesATeamFileOneEntryForEachNumberOfTours) {
    write("c901.txt", samples::toptw);
    EXPECT_THAT(namesOf(*list(m_folder)), ElementsAre("c901_m1", "c901_m2", "c901_m3", "c901_m4"));
    write("bks.csv", "instance,best_known\nc901_m10,17\nc901_m2,10\nc9010_m7,3\n");
    const auto folder = list(m_folder);
    EXPECT_THAT(namesOf(*folder), ElementsAre("c901_m2", "c901_m10"));
    EXPECT_EQ(folder->entries[1].bestKnown, 17);
    EXPECT_EQ(read(folder->entries[1])->problem.vehicles.size(), 10U);
}

TEST_F(FolderOfInstances, SaysThatAFolderIsMissing) {
    EXPECT_EQ(list(m_folder / "nowhere").error().code(), medicobus::codes::fileMissing);
}

} // namespace
} // namespace medicobus::testing
