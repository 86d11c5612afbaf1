// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/journal/scratch.h"

#include <sys/stat.h>

using namespace medicobus;
using namespace medicobus::journal;
using namespace medicobus::testing;

TEST_F(JournalTest, GivesEachOperationItsNumberTimeAndLink) {
    const auto journal = open();
    const auto first = journal->append(added("site-1", 2));
    // The clock stands still, then goes back by an hour: order must hold all the same.
    const auto second = journal->append(added("site-1", 3));
    clock.step(-std::chrono::hours(1));
    const auto third = journal->append(added("site-2", 4));
    ASSERT_TRUE(first && second && third);

    EXPECT_EQ(first->seq, 1);
    EXPECT_EQ(second->seq, 2);
    EXPECT_EQ(third->seq, 3);
    EXPECT_EQ(first->device, journal->device());
    EXPECT_LT(first->time, second->time);
    EXPECT_LT(second->time, third->time);
    EXPECT_EQ(first->previousHash, Hash{});
    EXPECT_EQ(second->previousHash, first->hash);
    EXPECT_EQ(third->previousHash, second->hash);
    EXPECT_EQ(first->hash, *hashOf(*first));
    EXPECT_EQ(first->id.value.bytes()[6] >> 4, 7);
    EXPECT_FALSE(first->sealKey || first->signature);
}

TEST_F(JournalTest, FindsEverythingAgainAfterARestart) {
    auto journal = open();
    auto draft = added("site-1", 2);
    draft.sealed = std::string("{\"name\":\"\xC3\x89ric\"}\0binary", 24);
    draft.schemaVersion = 4;
    const auto stored = journal->append(draft);
    ASSERT_TRUE(stored);
    const DeviceId device = journal->device();
    journal.reset();

    journal = open();
    EXPECT_EQ(journal->device(), device);
    const auto read = journal->since(device, 0);
    ASSERT_TRUE(read);
    ASSERT_EQ(read->size(), 1U);
    const Operation& operation = read->front();
    EXPECT_EQ(operation.id, stored->id);
    EXPECT_EQ(operation.time, stored->time);
    EXPECT_EQ(operation.actor, "crew-1");
    EXPECT_EQ(operation.subject, (Subject{"tally", "site-1"}));
    EXPECT_EQ(operation.kind, "tally.added");
    EXPECT_EQ(operation.schemaVersion, 4);
    EXPECT_EQ(operation.open, draft.open);
    EXPECT_EQ(operation.sealed, draft.sealed);
    EXPECT_EQ(operation.hash, stored->hash);

    const auto next = journal->append(added("site-1", 5));
    ASSERT_TRUE(next);
    EXPECT_EQ(next->seq, 2);
    EXPECT_EQ(next->previousHash, stored->hash);
    EXPECT_EQ(number(*journal, "SELECT total FROM tally WHERE subject = 'site-1'"), 7);
}

TEST_F(JournalTest, StoresAllOrNoneOfSeveral) {
    const auto journal = open();
    ASSERT_TRUE(journal->append(added("site-1", 1)));
    auto refused = added("site-1", 0);
    refused.kind = "tally.refused";
    const std::vector<OperationDraft> drafts{added("site-1", 10), added("site-2", 20), refused};

    const auto stored = journal->appendAll(drafts);
    ASSERT_FALSE(stored);
    EXPECT_EQ(stored.error().code(), tallyRefused);
    EXPECT_EQ(number(*journal, "SELECT count(*) FROM operations"), 1);
    EXPECT_EQ(number(*journal, "SELECT sum(total) FROM tally"), 1);

    const auto both = journal->appendAll(std::span(drafts).first(2));
    ASSERT_TRUE(both);
    EXPECT_EQ(both->back().seq, 3);
    EXPECT_TRUE(journal->verify()->isClean());
}

TEST_F(JournalTest, RefusesABadDraftAndStoresNothing) {
    const auto journal = open();
    auto draft = added("site-1", 1);
    draft.open["note"] = "\xFF";
    EXPECT_EQ(codeOf(journal->append(draft)), "journal.bad_operation");
    draft = added("site-1", 1);
    draft.open = {{"quantity", 1}};
    EXPECT_EQ(codeOf(journal->append(draft)), "journal.bad_operation") << "a body the projection cannot read";
    EXPECT_EQ(number(*journal, "SELECT count(*) FROM operations"), 0);
    EXPECT_EQ(journal->append(added("site-1", 1))->seq, 1);
}

TEST_F(JournalTest, KeepsKindsItDoesNotKnow) {
    auto journal = open();
    auto draft = added("site-1", 1);
    draft.kind = "weather.noted";
    draft.open = {{"sky", "grey"}, {"nested", {1, 2.5, nullptr}}};
    ASSERT_TRUE(journal->append(draft));
    ASSERT_TRUE(journal->rebuild());
    EXPECT_EQ(journal->ofSubject(draft.subject)->front().open, draft.open);
    EXPECT_EQ(number(*journal, "SELECT count(*) FROM tally"), 0);
}

TEST_F(JournalTest, ReadsBySubjectBySeqAndInOrder) {
    const auto journal = open();
    for (int index = 1; index <= 6; ++index) {
        ASSERT_TRUE(journal->append(added(index % 2 == 0 ? "even" : "odd", index)));
    }
    std::vector<int> amounts;
    const auto even = journal->ofSubject({"tally", "even"});
    ASSERT_TRUE(even);
    for (const Operation& operation : *even) {
        amounts.push_back(operation.open["amount"]);
    }
    EXPECT_EQ(amounts, (std::vector<int>{2, 4, 6}));
    EXPECT_EQ(journal->since(journal->device(), 4)->size(), 2U);
    EXPECT_EQ(journal->since(DeviceId{journal->newUuid()}, 0)->size(), 0U);

    std::vector<std::int64_t> seqs;
    const auto all = journal->each([&](const Operation& operation) -> Result<void> {
        seqs.push_back(operation.seq);
        return seqs.size() < 4 ? Result<void>() : fault(tallyRefused);
    });
    EXPECT_EQ(codeOf(all), "tally.refused");
    EXPECT_EQ(seqs, (std::vector<std::int64_t>{1, 2, 3, 4}));
}

TEST_F(JournalTest, NeverChangesOrDropsAnOperation) {
    const auto journal = open();
    ASSERT_TRUE(journal->append(added("site-1", 1)));
    EXPECT_THROW(tally->writer().exec("UPDATE operations SET actor = 'other'"), SQLite::Exception);
    EXPECT_THROW(tally->writer().exec("DELETE FROM operations"), SQLite::Exception);
}

TEST_F(JournalTest, WritesThroughASyncedLogAndReadsThroughAConnectionThatCannotWrite) {
    const auto journal = open();
    EXPECT_EQ(tally->writer().execAndGet("PRAGMA journal_mode").getString(), "wal");
    EXPECT_EQ(tally->writer().execAndGet("PRAGMA synchronous").getInt(), 2);
    EXPECT_EQ(tally->writer().execAndGet("PRAGMA foreign_keys").getInt(), 1);
    SQLite::Statement write(journal->reader(), "DELETE FROM tally");
    EXPECT_THROW(write.exec(), SQLite::Exception);
}

TEST_F(JournalTest, LetsOnlyItsOwnerReadTheFile) {
    const auto journal = open();
    ASSERT_TRUE(journal->append(added("site-1", 1)));
    for (const char* ending : {"", "-wal", "-shm"}) {
        struct stat status {};
        ASSERT_EQ(::stat((scratch.file().string() + ending).c_str(), &status), 0) << ending;
        EXPECT_EQ(status.st_mode & 0777U, 0600U) << ending;
    }
}

TEST_F(JournalTest, CountsWhatWaitsToBeSentAndSinceWhen) {
    const auto journal = open();
    EXPECT_EQ(journal->waiting()->count, 0);
    EXPECT_FALSE(journal->waiting()->oldest);
    const Instant start = clock.now();
    for (int index = 0; index < 3; ++index) {
        ASSERT_TRUE(journal->append(added("site-1", 1)));
        clock.step(std::chrono::minutes(4));
    }
    EXPECT_EQ(journal->waiting()->count, 3);
    EXPECT_EQ(journal->waiting()->oldest, start);

    // What the sync will write once a hub has acknowledged the first two.
    tally->writer().exec("UPDATE identities SET acked_through = 2");
    EXPECT_EQ(journal->waiting()->count, 1);
    EXPECT_EQ(journal->waiting()->oldest, start + std::chrono::minutes(8));
}

TEST_F(JournalTest, KeepsValuesOfThisDeviceWithoutMakingOperations) {
    auto journal = open();
    ASSERT_TRUE(journal->setLocal("draft.visit", "{\"reason\":\"R"));
    ASSERT_TRUE(journal->setLocal("draft.visit", "{\"reason\":\"RENEWAL\""));
    ASSERT_TRUE(journal->setLocal("space", "crew"));
    journal.reset();
    journal = open();
    EXPECT_EQ(*journal->local("draft.visit"), "{\"reason\":\"RENEWAL\"");
    ASSERT_TRUE(journal->removeLocal("draft.visit"));
    EXPECT_EQ(*journal->local("draft.visit"), std::nullopt);
    EXPECT_EQ(*journal->local("space"), "crew");
    EXPECT_EQ(number(*journal, "SELECT count(*) FROM operations"), 0);
}

TEST_F(JournalTest, RebuildsAProjectionWhoseVersionChanged) {
    fill(10);
    EXPECT_EQ(number(*open(1), "SELECT sum(total) FROM tally"), 55);
    EXPECT_EQ(number(*open(2), "SELECT sum(total) FROM tally"), 110);
    EXPECT_EQ(number(*open(1), "SELECT sum(total) FROM tally"), 55);
}

TEST_F(JournalTest, CatchesUpAProjectionThatMissedOperations) {
    fill(3);
    {
        const auto bare = Journal::open(scratch.file(), clock, systemEntropy(), {});
        ASSERT_TRUE(bare);
        ASSERT_TRUE((*bare)->append(added("site-1", 100)));
    }
    EXPECT_EQ(number(*open(), "SELECT sum(total) FROM tally"), 106);
}

TEST_F(JournalTest, TwoConnectionsNumberTheirOperationsInTurn) {
    const auto one = open();
    const auto other = open();
    clock.step(std::chrono::hours(1));
    ASSERT_EQ(one->append(added("site-1", 1))->seq, 1);
    clock.step(-std::chrono::hours(2));
    ASSERT_EQ(other->append(added("site-1", 2))->seq, 2);
    ASSERT_EQ(one->append(added("site-1", 3))->seq, 3);
    const auto report = one->verify();
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->isClean());
    EXPECT_EQ(report->operations, 3);
}
