// SPDX-License-Identifier: EUPL-1.2
#include "journal/store/migrations.h"
#include "tests/core/journal/scratch.h"

#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>

using namespace medicobus;
using namespace medicobus::journal;
using namespace medicobus::testing;

namespace {

constexpr uid_t nobody = 65534;

void overwrite(const std::filesystem::path& file, std::streamoff from, std::size_t count) {
    std::fstream out(file, std::ios::in | std::ios::out | std::ios::binary);
    out.seekp(from);
    out << std::string(count, '\xA5');
}

/// Lets a file grow no further than this; the answer of `write` is then an error, not a signal.
void limitFileSize(rlim_t bytes) {
    std::signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{bytes, RLIM_INFINITY};
    ::setrlimit(RLIMIT_FSIZE, &limit);
}

} // namespace

TEST_F(JournalTest, RefusesAFileThatIsNoDatabase) {
    std::ofstream(scratch.file()) << std::string(5000, 'n');
    EXPECT_EQ(openingCode(), "journal.corrupt");
}

TEST_F(JournalTest, RefusesADatabaseOfAnotherProgram) {
    SQLite::Database(scratch.file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE)
        .exec("CREATE TABLE recipes (name TEXT)");
    EXPECT_EQ(openingCode(), "journal.not_ours");
    SQLite::Database(scratch.file().string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 1");
    EXPECT_EQ(openingCode(), "journal.not_ours");
    EXPECT_FALSE(std::filesystem::exists(scratch.file("medicobus.db-wal"))) << "it must be left as it was";
}

TEST_F(JournalTest, RefusesADatabaseFromANewerProgram) {
    fill(3);
    tamper("PRAGMA user_version = 99");
    const auto opened = tryOpen();
    ASSERT_EQ(codeOf(opened), "journal.newer");
    EXPECT_EQ(opened.error().detail("value"), "99");
    EXPECT_EQ(opened.error().detail("expected"), std::to_string(latestVersion()));
    EXPECT_EQ(opened.error().detail("file"), scratch.file().string());
}

TEST_F(JournalTest, RefusesBytesOverwrittenInTheMiddle) {
    fill(200, 400);
    const auto size = static_cast<std::streamoff>(std::filesystem::file_size(scratch.file()));
    ASSERT_GT(size, 40 * 4096);
    overwrite(scratch.file(), size / 2 / 4096 * 4096, 4096);
    EXPECT_EQ(openingCode(), "journal.corrupt");
}

TEST_F(JournalTest, RefusesATruncatedFile) {
    fill(200, 400);
    std::filesystem::resize_file(scratch.file(), std::filesystem::file_size(scratch.file()) / 2 + 100);
    EXPECT_EQ(openingCode(), "journal.corrupt");
}

TEST_F(JournalTest, FindsDamageThatHappensWhileItIsOpen) {
    fill(200, 400);
    const auto journal = open();
    const auto size = static_cast<std::streamoff>(std::filesystem::file_size(scratch.file()));
    overwrite(scratch.file(), size / 4, static_cast<std::size_t>(size / 2));
    const auto report = journal->verify();
    ASSERT_TRUE(report);
    ASSERT_FALSE(report->isClean());
    EXPECT_EQ(report->faults.front().code(), journal::codes::damagedFile);
    EXPECT_EQ(codeOf(journal->each([](const Operation&) { return Result<void>(); })), "journal.corrupt");
}

TEST_F(JournalTest, SaysThatTheFileIsMissingWhenItMayNotBeMade) {
    OpenOptions options;
    options.ifMissing = OpenOptions::IfMissing::Refuse;
    const auto opened = tryOpen(1, options);
    ASSERT_EQ(codeOf(opened), "journal.missing");
    EXPECT_EQ(opened.error().detail("file"), scratch.file().string());
    EXPECT_FALSE(std::filesystem::exists(scratch.file()));
}

TEST_F(JournalTest, MakesItsFolder) {
    const auto path = scratch.folder() / "not" / "yet" / "medicobus.db";
    EXPECT_EQ(codeOf(Journal::open(path, clock, systemEntropy(), {})), "done");
    EXPECT_TRUE(std::filesystem::exists(path));
}

TEST_F(JournalTest, RefusesAFolderInPlaceOfTheFile) {
    std::filesystem::create_directory(scratch.file());
    EXPECT_EQ(openingCode(), "journal.unusable");
}

TEST_F(JournalTest, RefusesAReadOnlyFolderOrFile) {
    fill(3);
    struct Case {
        mode_t folder;
        mode_t file;
        std::string name;
    };
    const std::vector<Case> cases = {{0555, 0666, "medicobus.db"},
                                     {0777, 0444, "medicobus.db"},
                                     {0555, 0666, "new.db"},
                                     {0555, 0666, "sub/new.db"}};
    for (const Case& each : cases) {
        const std::string code = inChild([&]() -> std::string {
            ::chmod(scratch.file().c_str(), each.file);
            ::chmod(scratch.folder().c_str(), each.folder);
            // The administrator may write anywhere.
            if (::geteuid() == 0 && ::setuid(nobody) != 0) {
                return "could not give up rights";
            }
            return codeOf(Journal::open(scratch.folder() / each.name, clock, systemEntropy(), {}));
        });
        EXPECT_EQ(code, "journal.read_only")
            << each.name << std::oct << " " << each.folder << " " << each.file;
    }
}

TEST_F(JournalTest, SaysThatAnotherProcessHoldsTheLock) {
    const auto journal = open();
    OpenOptions options;
    options.patience = std::chrono::milliseconds(0);
    const auto other = tryOpen(1, options);
    ASSERT_TRUE(other);
    SQLite::Database holder(scratch.file().string(), SQLite::OPEN_READWRITE);
    holder.exec("BEGIN IMMEDIATE");
    EXPECT_EQ(codeOf((*other)->append(added("site-1", 1))), "journal.busy");
    EXPECT_EQ(codeOf((*other)->setLocal("space", "crew")), "journal.busy");
    EXPECT_EQ(openingCode(options), "journal.busy");
    EXPECT_EQ(codeOf((*other)->waiting()), "done") << "reading goes on";
    holder.exec("ROLLBACK");
    EXPECT_EQ(codeOf((*other)->append(added("site-1", 1))), "done");
}

TEST_F(JournalTest, AcknowledgesNothingWhenSQLiteMayGrowNoFurther) {
    const auto journal = open();
    auto large = added("site-1", 1);
    large.sealed = std::string(20'000, 'x');
    ASSERT_TRUE(journal->append(large));
    tally->writer().exec("PRAGMA max_page_count = 30");
    std::string code = "done";
    std::int64_t stored = 1;
    for (; code == "done" && stored < 100; ++stored) {
        code = codeOf(journal->append(large));
    }
    EXPECT_EQ(code, "journal.disk_full");
    EXPECT_EQ(number(*journal, "SELECT count(*) FROM operations"), stored - 1);
    EXPECT_EQ(number(*journal, "SELECT total FROM tally"), stored - 1);

    tally->writer().exec("PRAGMA max_page_count = 1000000");
    const auto next = journal->append(large);
    ASSERT_TRUE(next);
    EXPECT_EQ(next->seq, stored);
    EXPECT_TRUE(journal->verify()->isClean());
}

TEST_F(JournalTest, GoesOnOnceTheDiskHasRoomAgain) {
    fill(20, 2000);
    const std::string answer = inChild([&]() -> std::string {
        const auto journal = open();
        const std::int64_t before = number(*journal, "SELECT count(*) FROM operations");
        limitFileSize(std::filesystem::file_size(scratch.file()) + 50'000);
        auto draft = added("site-1", 1);
        draft.sealed = std::string(3000, 'x');
        std::int64_t acknowledged = before;
        std::string code;
        while ((code = codeOf(journal->append(draft))) == "done" && acknowledged < 1000) {
            ++acknowledged;
        }
        if (code != "journal.disk_full" || acknowledged == before) {
            return "append: " + code;
        }
        if (code = codeOf(journal->setLocal("draft", std::string(100'000, 'd')));
            code != "journal.disk_full") {
            return "setLocal: " + code;
        }
        limitFileSize(20'000);
        if (code = codeOf(journal->backup(scratch.file("copy.db"))); code != "journal.disk_full") {
            return "backup: " + code;
        }
        if (std::filesystem::exists(scratch.file("copy.db"))
            || std::filesystem::exists(scratch.file("copy.db.part"))) {
            return "a part of a backup is left";
        }
        if (number(*journal, "SELECT count(*) FROM operations") != acknowledged) {
            return "stored without saying so";
        }
        limitFileSize(RLIM_INFINITY);
        const auto next = journal->append(draft);
        if (!next || next->seq != acknowledged + 1) {
            return "after: " + codeOf(next);
        }
        return journal->verify()->isClean() ? "went on" : "damaged";
    });
    EXPECT_EQ(answer, "went on");
    EXPECT_TRUE(open()->verify()->isClean());
}

TEST_F(JournalTest, SaysThatTheDiskIsFullOnTheFirstOpening) {
    const std::string code = inChild([&] {
        limitFileSize(8192);
        return openingCode();
    });
    EXPECT_EQ(code, "journal.disk_full");
    EXPECT_EQ(openingCode(), "opened") << "and starts once there is room";
}
