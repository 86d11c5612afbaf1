// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/journal/scratch.h"

#include <fstream>

using namespace medicobus;
using namespace medicobus::journal;
using namespace medicobus::testing;

namespace {

class CopyTest : public JournalTest {
protected:
    std::filesystem::path copy() const { return scratch.folder() / "copies" / "monday.db"; }
    std::string restore(IfNewer ifNewer = IfNewer::Refuse) {
        return codeOf(Journal::restore(copy(), scratch.file(), clock, systemEntropy(), ifNewer));
    }
    void appendOne() { ASSERT_TRUE(open()->append(added("site-1", 1000))); }
};

} // namespace

TEST_F(CopyTest, ABackupIsOneWholeFileMadeWhileTheJournalIsOpen) {
    fill(50, 300);
    const auto journal = open();
    ASSERT_TRUE(journal->append(added("site-1", 1)));
    ASSERT_TRUE(journal->backup(copy()));
    ASSERT_TRUE(journal->append(added("site-1", 1)));
    ASSERT_TRUE(journal->backup(copy())) << "an older backup is replaced";
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(copy().parent_path()), {}), 1);
    const auto opened = Journal::open(copy(), clock, systemEntropy(), {std::make_shared<Tally>()});
    ASSERT_TRUE(opened);
    const auto report = (*opened)->verify();
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->isClean());
    EXPECT_EQ(report->operations, 52);
}

TEST_F(CopyTest, RestoringOnANewDeviceBringsEverythingBackUnderANewIdentity) {
    fill(20);
    const DeviceId before = open()->device();
    ASSERT_TRUE(open()->backup(copy()));
    std::filesystem::remove(scratch.file());

    ASSERT_EQ(restore(), "done");
    const auto journal = open();
    EXPECT_NE(journal->device(), before);
    EXPECT_EQ(journal->since(before, 0)->size(), 20U);
    const auto next = journal->append(added("site-1", 1));
    ASSERT_TRUE(next);
    EXPECT_EQ(next->seq, 1);
    EXPECT_EQ(journal->waiting()->count, 21) << "what the old identity had not sent waits still";
    const auto report = journal->verify();
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->isClean());
    EXPECT_EQ(report->devices, 2);
    EXPECT_EQ(number(*journal, "SELECT sum(total) FROM tally"), 211);
}

TEST_F(CopyTest, NeverReplacesANewerJournalUnasked) {
    fill(20);
    ASSERT_TRUE(open()->backup(copy()));
    EXPECT_EQ(restore(), "done") << "nothing would be lost";
    appendOne();
    appendOne();
    const auto refused = Journal::restore(copy(), scratch.file(), clock, systemEntropy());
    ASSERT_EQ(codeOf(refused), "journal.would_lose");
    EXPECT_EQ(refused.error().detail("value"), "2");
    EXPECT_EQ(number(*open(), "SELECT count(*) FROM operations"), 22);

    EXPECT_EQ(restore(IfNewer::SetAside), "done");
    EXPECT_EQ(number(*open(), "SELECT count(*) FROM operations"), 20);
    const auto aside = Journal::open(scratch.file("medicobus.db.replaced"), clock, systemEntropy(), {});
    ASSERT_TRUE(aside);
    EXPECT_EQ(number(**aside, "SELECT count(*) FROM operations"), 22);
}

TEST_F(CopyTest, ReplacesADamagedJournalAndKeepsItAside) {
    fill(20);
    ASSERT_TRUE(open()->backup(copy()));
    std::ofstream(scratch.file()) << std::string(9000, 'd');
    ASSERT_EQ(restore(), "done");
    EXPECT_TRUE(open()->verify()->isClean());
    EXPECT_EQ(std::filesystem::file_size(scratch.file("medicobus.db.replaced")), 9000U);
}

TEST_F(CopyTest, RefusesToRestoreOverAnOpenJournal) {
    fill(20);
    const auto journal = open();
    ASSERT_TRUE(journal->backup(copy()));
    EXPECT_EQ(restore(), "journal.busy");
    EXPECT_TRUE(journal->append(added("site-1", 1)));
    EXPECT_FALSE(std::filesystem::exists(scratch.file("medicobus.db.restoring")));
}

TEST_F(CopyTest, RefusesABadBackupAndLeavesTheJournalAlone) {
    fill(20);
    EXPECT_EQ(restore(), "journal.missing");
    ASSERT_TRUE(open()->backup(copy()));
    {
        SQLite::Database db(copy().string(), SQLite::OPEN_READWRITE);
        db.exec("DROP TRIGGER operations_never_change; UPDATE operations SET actor = 'other' WHERE seq = 3");
    }
    const auto altered = Journal::restore(copy(), scratch.file(), clock, systemEntropy());
    ASSERT_EQ(codeOf(altered), "journal.bad_backup");
    EXPECT_EQ(altered.error().detail("value"), "journal.altered");
    EXPECT_EQ(altered.error().detail("file"), copy().string());

    SQLite::Database(copy().string(), SQLite::OPEN_READWRITE).exec("PRAGMA user_version = 99");
    EXPECT_EQ(restore(), "journal.newer");
    std::ofstream(copy(), std::ios::trunc) << "not a database at all, but long enough to be read as one";
    EXPECT_EQ(restore(), "journal.corrupt");
    std::filesystem::resize_file(copy(), 0);
    EXPECT_EQ(restore(), "journal.not_ours");
    const auto report = open()->verify();
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->isClean());
    EXPECT_EQ(report->operations, 20);
}

TEST_F(CopyTest, ABackupThatCannotBeWrittenSaysWhy) {
    fill(3);
    const auto journal = open();
    std::filesystem::create_directories(copy());
    EXPECT_EQ(codeOf(journal->backup(copy())), "journal.unusable");
    EXPECT_FALSE(std::filesystem::exists(copy().string() + ".part"));
}
