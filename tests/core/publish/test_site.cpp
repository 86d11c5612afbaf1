// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "markup.h"
#include "publish/site.h"
#include "sample_programme.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>
#include <set>

namespace medicobus::publish {
namespace {

using testing::day;
using testing::sampleProgramme;
using testing::utc;

std::vector<PublishedFile> publish(const plan::Programme& programme) {
    auto files = publishAll(programme, day("2027-03-01"), day("2027-08-31"), utc("2027-02-26T17:05"));
    EXPECT_TRUE(files);
    return *files;
}

class Folder : public ::testing::Test {
protected:
    void SetUp() override {
        m_path = std::filesystem::path(::testing::TempDir())
                 / ("medicobus_site_"
                    + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
        std::filesystem::remove_all(m_path);
    }
    void TearDown() override { std::filesystem::remove_all(m_path); }
    std::filesystem::path m_path;
};

TEST(Site, HasAPageForEveryCommuneAndACalendarForEverySite) {
    std::vector<std::string> paths;
    for (const PublishedFile& file : publish(sampleProgramme())) {
        paths.push_back(file.path);
    }
    EXPECT_THAT(paths, ::testing::ElementsAre("accessibilite.html", "calendriers/99001-1.ics",
                                              "calendriers/99002-1.ics", "calendriers/99002-2.ics",
                                              "calendriers/99003-1.ics", "communes/99001.html",
                                              "communes/99002.html", "communes/99003.html",
                                              "communes/99004.html", "communes/99005.html", "index.html"));
}

TEST(Site, LinksOnlyToFilesItHas) {
    const auto files = publish(sampleProgramme());
    std::set<std::string> paths;
    for (const PublishedFile& file : files) {
        paths.insert(file.path);
    }
    for (const PublishedFile& file : files) {
        if (!file.path.ends_with(".html")) {
            continue;
        }
        for (const auto& link : testing::named(testing::readMarkup(file.content), "a")) {
            const std::string href = link.attribute("href");
            if (href.find(':') != std::string::npos || href.starts_with("#")) {
                continue;
            }
            const auto target = (std::filesystem::path(file.path).parent_path() / href).lexically_normal();
            EXPECT_TRUE(paths.contains(target.generic_string())) << file.path << " -> " << href;
        }
    }
}

TEST(Site, GivesAPageToACommuneThatOnlyASiteNames) {
    auto programme = sampleProgramme();
    programme.communes.clear();
    const auto files = publish(programme);
    EXPECT_EQ(std::count_if(files.begin(), files.end(),
                            [](const PublishedFile& file) { return file.path.starts_with("communes/"); }),
              3);
}

TEST(Site, IsTheSameBytesForTheSameProgramme) {
    const auto first = publish(sampleProgramme());
    const auto second = publish(sampleProgramme());
    ASSERT_EQ(first.size(), second.size());
    for (std::size_t i = 0; i < first.size(); ++i) {
        EXPECT_EQ(first[i].content, second[i].content) << first[i].path;
    }
}

TEST(Site, KeepsHostileKeysInsideItsFolders) {
    EXPECT_EQ(feedPath({"../../etc/x"}), "calendriers/_2e_2e_2f_2e_2e_2fetc_2fx.ics");
    EXPECT_NE(feedPath({"a/b"}), feedPath({"a_2fb"}));
}

TEST_F(Folder, IsWrittenWhole) {
    const auto files = publish(sampleProgramme());
    ASSERT_TRUE(writeSite(m_path, files));
    for (const PublishedFile& file : files) {
        const auto read = readFile(m_path / file.path);
        ASSERT_TRUE(read) << file.path;
        EXPECT_EQ(*read, file.content);
    }
}

TEST_F(Folder, NamesTheFileThatCannotBeWritten) {
    ASSERT_TRUE(writeFile(m_path / "communes", "a file where a folder should be"));
    const auto written = writeSite(m_path, publish(sampleProgramme()));
    ASSERT_FALSE(written);
    EXPECT_TRUE(written.error().code().name.starts_with("file.")) << written.error().code().name;
    EXPECT_THAT(std::string(written.error().detail("file")), ::testing::HasSubstr("communes"));
}

} // namespace
} // namespace medicobus::publish
