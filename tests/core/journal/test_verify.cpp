// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/journal/scratch.h"

using namespace medicobus;
using namespace medicobus::journal;
using namespace medicobus::testing;

namespace {

std::vector<std::string> faultsOf(const Report& report) {
    std::vector<std::string> faults;
    for (const Error& fault : report.faults) {
        faults.push_back(std::string(fault.code().name) + " " + std::string(fault.detail("seq"))
                         + std::string(fault.detail("key")));
    }
    return faults;
}

using Faults = std::vector<std::string>;

} // namespace

TEST_F(JournalTest, VerifyFindsNothingInASoundJournal) {
    fill(30, 100);
    const auto report = open()->verify();
    ASSERT_TRUE(report);
    EXPECT_EQ(faultsOf(*report), Faults{});
    EXPECT_EQ(report->operations, 30);
    EXPECT_EQ(report->devices, 1);
    EXPECT_EQ(report->rows, 7 + 30);
}

TEST_F(JournalTest, VerifyFindsOneChangedLetter) {
    struct Case {
        std::string change;
        Faults found;
    };
    const std::vector<Case> cases = {
        {"open_body = replace(open_body, '8', '9')",
         {"journal.altered 8", "journal.drift tally", "journal.drift tally_entry"}},
        // The same meaning, but not the bytes that were hashed.
        {"open_body = replace(open_body, ':', ': ')", {"journal.altered 8"}},
        {"sealed_body = CAST(replace(CAST(sealed_body AS TEXT), 'xxxx', 'xxxy') AS BLOB)",
         {"journal.altered 8", "journal.drift tally"}},
        {"actor = 'crew-2'", {"journal.altered 8"}},
        {"seal_key = 'k'", {"journal.altered 8"}},
        {"schema_version = 2", {"journal.altered 8"}},
        {"hash = zeroblob(32)", {"journal.altered 8", "journal.broken_chain 9"}},
        {"previous_hash = zeroblob(32)", {"journal.altered 8", "journal.broken_chain 8"}},
        {"hybrid_time = hybrid_time - 65536 * 2", {"journal.altered 8", "journal.time_order 8"}},
        {"open_body = 'no json'", {"journal.unreadable_operation 8", "journal.unreadable_operation 8"}},
    };
    for (const Case& each : cases) {
        const Scratch folder;
        auto path = folder.file();
        {
            const auto journal = Journal::open(path, clock, systemEntropy(), {std::make_shared<Tally>()});
            ASSERT_TRUE(journal);
            for (int index = 1; index <= 12; ++index) {
                auto draft = added("site", index);
                draft.sealed = index < 12 ? "xxxx" : "last";
                clock.step(std::chrono::milliseconds(1));
                ASSERT_TRUE((*journal)->append(draft));
            }
        }
        {
            SQLite::Database db(path.string(), SQLite::OPEN_READWRITE);
            db.exec("DROP TRIGGER operations_never_change; UPDATE operations SET " + each.change
                    + " WHERE seq = 8");
        }
        const auto journal = Journal::open(path, clock, systemEntropy(), {std::make_shared<Tally>()});
        ASSERT_TRUE(journal);
        const auto report = (*journal)->verify();
        ASSERT_TRUE(report);
        EXPECT_EQ(faultsOf(*report), each.found) << each.change;
        EXPECT_EQ(report->faults.front().detail("device"), (*journal)->device().text());
    }
}

TEST_F(JournalTest, VerifyFindsARemovedOperation) {
    fill(12);
    tamper("DELETE FROM operations WHERE seq = 5");
    const auto report = open()->verify();
    ASSERT_TRUE(report);
    EXPECT_EQ(faultsOf(*report),
              (Faults{"journal.gap 6", "journal.drift tally", "journal.drift tally_entry"}));
    EXPECT_EQ(report->faults.front().detail("expected"), "5");
}

TEST_F(JournalTest, VerifyFindsARemovalHiddenByRenumbering) {
    fill(12);
    tamper("DELETE FROM operations WHERE seq = 5; UPDATE operations SET seq = 5 WHERE seq = 12");
    const auto report = open()->verify();
    ASSERT_TRUE(report);
    const auto faults = faultsOf(*report);
    EXPECT_EQ(faults[0], "journal.altered 5");
    EXPECT_NE(std::find(faults.begin(), faults.end(), "journal.broken_chain 6"), faults.end());
}

TEST_F(JournalTest, VerifyCutsALongListOfFaults) {
    fill(130);
    tamper("UPDATE operations SET actor = 'other'");
    const auto report = open()->verify();
    ASSERT_TRUE(report);
    EXPECT_EQ(report->faults.size(), Report::maxFaults);
    EXPECT_TRUE(report->isCut);
}

TEST_F(JournalTest, RebuildMendsAProjectionThatDrifted) {
    fill(20);
    const std::vector<std::string> damages = {
        "UPDATE tally SET total = total + 1 WHERE subject = 'site-1'",
        "DELETE FROM tally_entry WHERE amount = 7",
        "INSERT INTO tally VALUES ('site-of-nobody', 1, NULL)",
        "ALTER TABLE tally ADD COLUMN extra INTEGER",
        "DROP TABLE tally_entry",
    };
    for (const std::string& damage : damages) {
        const auto journal = open();
        SQLite::Database(scratch.file().string(), SQLite::OPEN_READWRITE).exec(damage);
        const auto before = journal->verify();
        ASSERT_TRUE(before) << damage;
        ASSERT_EQ(before->faults.size(), 1U) << damage;
        EXPECT_EQ(before->faults.front().code(), journal::codes::drift) << damage;
        ASSERT_TRUE(journal->rebuild()) << damage;
        const auto after = journal->verify();
        ASSERT_TRUE(after);
        EXPECT_EQ(faultsOf(*after), Faults{}) << damage;
    }
    EXPECT_EQ(number(*open(), "SELECT sum(total) FROM tally"), 210);
}
