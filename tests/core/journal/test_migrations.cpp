// SPDX-License-Identifier: EUPL-1.2
#include "journal/store/migrations.h"
#include "tests/core/journal/scratch.h"

#include "base/file.h"

using namespace medicobus;
using namespace medicobus::journal;
using namespace medicobus::testing;

namespace {

std::string schemaOf(const std::filesystem::path& file) {
    SQLite::Database db(file.string(), SQLite::OPEN_READONLY);
    SQLite::Statement select(
        db, "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'tally%' AND sql NOT NULL "
            "ORDER BY type, name");
    std::string schema;
    while (select.executeStep()) {
        schema += select.getColumn(1).getString() + ";\n";
    }
    return schema;
}

int versionOf(const std::filesystem::path& file) {
    return SQLite::Database(file.string(), SQLite::OPEN_READONLY).execAndGet("PRAGMA user_version").getInt();
}

class MigrationTest : public JournalTest {
protected:
    /// Puts a stored file of an older version in place, as that version wrote it.
    void startFrom(const std::string& name) {
        const auto sql = readFile(std::filesystem::path(MEDICOBUS_SOURCE_DIR) / "tests/data/journal" / name);
        ASSERT_TRUE(sql);
        SQLite::Database db(scratch.file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        db.exec(*sql);
        db.exec("PRAGMA journal_mode = WAL");
    }
    void expectTheSchemaOfAFreshFile() {
        const Scratch fresh;
        ASSERT_TRUE(Journal::open(fresh.file(), clock, systemEntropy(), {}));
        EXPECT_EQ(schemaOf(scratch.file()), schemaOf(fresh.file()));
    }
};

} // namespace

TEST_F(MigrationTest, AnEmptyFileGetsTheLatestSchema) {
    std::ignore = open();
    EXPECT_EQ(versionOf(scratch.file()), latestVersion());
    SQLite::Database db(scratch.file().string(), SQLite::OPEN_READONLY);
    EXPECT_EQ(db.execAndGet("PRAGMA application_id").getInt(), applicationId);
    for (const char* table :
         {"identities", "operations", "projections", "local_values", "envelopes", "verdicts", "withdrawn"}) {
        EXPECT_EQ(
            db.execAndGet(std::string("SELECT strict FROM pragma_table_list WHERE name = '") + table + "'")
                .getInt(),
            1)
            << table;
    }
    EXPECT_EQ(
        db.execAndGet("SELECT count(*) FROM sqlite_master, pragma_table_info(sqlite_master.name) AS column "
                      "WHERE column.type = 'REAL'")
            .getInt(),
        0);
}

TEST_F(MigrationTest, Version1BecomesTheLatestWithEverythingInIt) {
    ASSERT_NO_FATAL_FAILURE(startFrom("v1.sql"));
    ASSERT_EQ(versionOf(scratch.file()), 1);
    {
        const auto journal = open();
        EXPECT_EQ(journal->device().text(), "01a3185c-5000-7000-8000-0000000000aa");
        const auto report = journal->verify();
        ASSERT_TRUE(report);
        EXPECT_TRUE(report->isClean());
        EXPECT_EQ(report->operations, 3);
        EXPECT_EQ(journal->waiting()->count, 3);
        EXPECT_EQ(*journal->local("space"), std::nullopt);
        EXPECT_EQ(number(*journal, "SELECT total FROM tally WHERE subject = 'site-1'"), 30);
        EXPECT_EQ(journal->append(added("site-1", 1))->seq, 4);
    }
    EXPECT_EQ(versionOf(scratch.file()), 3);
    EXPECT_EQ(versionOf(scratch.file("medicobus.db.v1.bak")), 1) << "the copy made before";
    expectTheSchemaOfAFreshFile();
}

TEST_F(MigrationTest, Version2BecomesVersion3WithEverythingInIt) {
    ASSERT_NO_FATAL_FAILURE(startFrom("v2.sql"));
    ASSERT_EQ(versionOf(scratch.file()), 2);
    {
        const auto journal = open();
        const auto report = journal->verify();
        ASSERT_TRUE(report);
        EXPECT_TRUE(report->isClean());
        EXPECT_EQ(report->operations, 3);
        EXPECT_EQ(journal->waiting()->count, 2);
        EXPECT_EQ(*journal->local("space"), "crew");
        EXPECT_EQ(number(*journal, "SELECT total FROM tally WHERE subject = 'site-1'"), 30);
        EXPECT_TRUE(journal->ruled()->empty());
        EXPECT_EQ(*journal->envelope("key-1"), std::nullopt);
        EXPECT_EQ(journal->append(added("site-1", 1))->seq, 4);
    }
    EXPECT_EQ(versionOf(scratch.file()), 3);
    EXPECT_EQ(versionOf(scratch.file("medicobus.db.v2.bak")), 2) << "the copy made before";
    expectTheSchemaOfAFreshFile();
}

TEST_F(MigrationTest, AFailedBackupStopsTheUpgrade) {
    ASSERT_NO_FATAL_FAILURE(startFrom("v1.sql"));
    std::filesystem::create_directory(scratch.file("medicobus.db.v1.bak"));
    const auto opened = tryOpen();
    ASSERT_EQ(codeOf(opened), "journal.backup_failed");
    EXPECT_EQ(opened.error().detail("value"), "journal.unusable");
    EXPECT_EQ(opened.error().detail("file"), scratch.file("medicobus.db.v1.bak").string());
    EXPECT_EQ(versionOf(scratch.file()), 1);
}

TEST_F(MigrationTest, AFailedMigrationLeavesNothingOfItself) {
    ASSERT_NO_FATAL_FAILURE(startFrom("v1.sql"));
    // The migration's second statement now fails, after its first has made a table.
    SQLite::Database(scratch.file().string(), SQLite::OPEN_READWRITE)
        .exec("ALTER TABLE identities ADD COLUMN acked_through INTEGER");
    EXPECT_EQ(openingCode(), "journal.unusable");
    EXPECT_EQ(versionOf(scratch.file()), 1);
    EXPECT_FALSE(SQLite::Database(scratch.file().string()).tableExists("local_values"));
}

TEST_F(MigrationTest, ABackupOfAnOlderVersionCanBeRestored) {
    ASSERT_NO_FATAL_FAILURE(startFrom("v1.sql"));
    const auto to = scratch.file("restored.db");
    ASSERT_EQ(codeOf(Journal::restore(scratch.file(), to, clock, systemEntropy())), "done");
    EXPECT_EQ(versionOf(to), 3);
    EXPECT_EQ(versionOf(scratch.file()), 1);
}
