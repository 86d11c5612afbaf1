// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "base/random.h"
#include "tests/core/journal/scratch.h"

using namespace medicobus;
using namespace medicobus::journal;
using namespace medicobus::testing;

namespace {

/// Two journals, and what one holds as the other would get it.
class ExchangedTest : public JournalTest {
protected:
    void SetUp() override {
        mine = open();
        auto other = Journal::open(away.file(), clock, systemEntropy(), {std::make_shared<Tally>()});
        ASSERT_TRUE(other);
        theirs = std::move(*other);
    }
    Operation theyAdd(const std::string& subject, int amount) {
        clock.step(std::chrono::milliseconds(10));
        return *theirs->append(added(subject, amount));
    }
    std::int64_t total(const Journal& journal, const std::string& subject) {
        return number(journal, "SELECT ifnull(sum(total), 0) FROM tally WHERE subject = '" + subject + "'");
    }
    /// Whether any file of the journal holds these bytes.
    bool isOnDisk(const std::string& bytes) {
        for (const auto& entry : std::filesystem::directory_iterator(scratch.folder())) {
            if (readFile(entry.path())->find(bytes) != std::string::npos) {
                return true;
            }
        }
        return false;
    }
    static OperationDraft erasure(std::vector<std::string> keys) {
        OperationDraft draft;
        draft.actor = "crew-1";
        draft.subject = {"patient", "p-1"};
        draft.kind = "patient.erased";
        draft.open = {{"keys", std::move(keys)}};
        return draft;
    }

    Scratch away;
    std::unique_ptr<Journal> mine;
    std::unique_ptr<Journal> theirs;
};

} // namespace

TEST_F(ExchangedTest, WhatCameFromElsewhereIsStoredProjectedAndCountedOnce) {
    const Operation first = theyAdd("site-1", 5);
    const Operation second = theyAdd("site-1", 7);
    Incoming incoming;
    incoming.operations = {second, first, second};
    incoming.locals = {{"cursor", "12"}};
    const auto taken = mine->ingest(incoming);
    ASSERT_EQ(codeOf(taken), "done");
    EXPECT_EQ(taken->stored, 2);
    EXPECT_EQ(taken->known, 1);
    EXPECT_EQ(total(*mine, "site-1"), 12);
    EXPECT_EQ(**mine->local("cursor"), "12");
    EXPECT_EQ(mine->ingest(incoming)->stored, 0);
    EXPECT_EQ(total(*mine, "site-1"), 12);
    EXPECT_EQ(mine->waiting()->count, 0) << "another's operations are not ours to send";
    EXPECT_TRUE(mine->verify()->isClean());
    EXPECT_GT(mine->append(added("site-1", 1))->time, second.time) << "what was seen is before what follows";
}

TEST_F(ExchangedTest, AnAlteredOperationLeavesNothingOfItsBatch) {
    const Operation first = theyAdd("site-1", 5);
    Operation second = theyAdd("site-1", 7);
    second.open["amount"] = 700;
    Incoming incoming;
    incoming.operations = {first, second};
    incoming.locals = {{"cursor", "12"}};
    const auto taken = mine->ingest(incoming);
    ASSERT_EQ(codeOf(taken), "journal.altered");
    EXPECT_EQ(taken.error().detail("seq"), "2");
    EXPECT_EQ(total(*mine, "site-1"), 0);
    EXPECT_EQ(*mine->local("cursor"), std::nullopt);
}

TEST_F(ExchangedTest, ASecondOperationUnderOneNumberIsRefusedUnlessTheHubSaysSo) {
    ASSERT_TRUE(mine->ingest({{theyAdd("site-1", 5)}, {}, {}, {}, false}));
    std::filesystem::remove(away.file());
    Operation twin = *mine->operationsOf(theirs->device(), 0, 1).value().begin();
    twin.id = {mine->newUuid()};
    twin.open["amount"] = 50;
    twin.hash = *hashOf(twin);
    EXPECT_EQ(codeOf(mine->ingest({{twin}, {}, {}, {}, false})), "journal.forked");
    EXPECT_EQ(total(*mine, "site-1"), 5);
    EXPECT_EQ(codeOf(mine->ingest({{twin}, {}, {}, {}, true})), "done");
    EXPECT_EQ(total(*mine, "site-1"), 50);
    EXPECT_TRUE(mine->verify()->isClean());
}

TEST_F(ExchangedTest, AForkOfOnesOwnNumbersIsSettledByANewIdentity) {
    const DeviceId former = mine->device();
    ASSERT_TRUE(mine->append(added("site-1", 1)));
    const Operation kept = *mine->append(added("site-1", 2));
    Operation twin = kept;
    twin.id = {mine->newUuid()};
    twin.hash = *hashOf(twin);
    EXPECT_EQ(codeOf(mine->ingest({{twin}, {}, {}, {}, true})), "journal.forked");

    ASSERT_EQ(codeOf(mine->takeNewIdentity(2)), "done");
    EXPECT_NE(mine->device(), former);
    const auto moved = mine->operation(kept.id);
    ASSERT_TRUE(moved && *moved);
    EXPECT_EQ((**moved).device, mine->device());
    EXPECT_EQ((**moved).seq, 1);
    EXPECT_EQ((**moved).time, kept.time);
    EXPECT_EQ(codeOf(mine->ingest({{twin}, {}, {}, {}, true})), "done");
    EXPECT_EQ(total(*mine, "site-1"), 5);
    EXPECT_EQ(mine->append(added("site-1", 1))->seq, 2);
    EXPECT_TRUE(mine->verify()->isClean());
}

TEST_F(ExchangedTest, WhatWasWithdrawnGoesAndComesBackOnlyByTheHub) {
    const Operation first = theyAdd("site-1", 5);
    const Operation second = theyAdd("site-1", 7);
    ASSERT_TRUE(mine->ingest({{first, second}, {}, {}, {}, true}));
    EXPECT_EQ(mine->ingest({{}, {}, {first.id}, {}, true})->removed, 1);
    EXPECT_EQ(total(*mine, "site-1"), 7);
    EXPECT_EQ(mine->ingest({{first}, {}, {}, {}, false})->refused, 1);
    EXPECT_EQ(total(*mine, "site-1"), 7);
    EXPECT_EQ(mine->chains()->at(theirs->device()), 0) << "its first is missing";
    EXPECT_TRUE(mine->verify()->isClean()) << "another's chain may have gaps";
    EXPECT_EQ(mine->ingest({{first}, {}, {}, {}, true})->stored, 1);
    EXPECT_EQ(total(*mine, "site-1"), 12);
    EXPECT_EQ(mine->chains()->at(theirs->device()), 2);
}

TEST_F(ExchangedTest, OnesOwnWithdrawnOperationStaysInItsChainAndCountsNoMore) {
    const Operation own = *mine->append(added("site-1", 5));
    ASSERT_TRUE(mine->append(added("site-1", 7)));
    ASSERT_TRUE(mine->ingest({{}, {}, {own.id}, {}, true}));
    EXPECT_EQ(total(*mine, "site-1"), 7);
    EXPECT_EQ(mine->ruled()->at(0).note.reason, "out_of_scope");
    EXPECT_TRUE(mine->verify()->isClean());
    EXPECT_EQ(mine->append(added("site-1", 1))->seq, 3);
}

TEST_F(ExchangedTest, ABodyThatCannotBeReadHoldsNothingUp) {
    OperationDraft odd = added("site-1", 1);
    odd.kind = "tally.refused";
    const auto refusing = Journal::open(away.file("plain.db"), clock, systemEntropy(), {});
    ASSERT_TRUE(refusing);
    const Operation unreadable = *(*refusing)->append(odd);
    const Operation next = *(*refusing)->append(added("site-1", 3));
    ASSERT_EQ(codeOf(mine->ingest({{unreadable, next}, {}, {}, {}, true})), "done");
    EXPECT_EQ(total(*mine, "site-1"), 3);
    ASSERT_EQ(mine->ruled()->size(), 1U);
    EXPECT_EQ(mine->ruled()->at(0).note.reason, "tally.refused");
    EXPECT_EQ(codeOf(mine->rebuild()), "done");
    EXPECT_TRUE(mine->verify()->isClean());
}

TEST_F(ExchangedTest, VerdictsAreKeptAndARejectedOperationStopsCounting) {
    ASSERT_TRUE(mine->append(added("site-1", 5)));
    ASSERT_TRUE(mine->append(added("site-1", 7)));
    const Operation third = *mine->append(added("site-1", 9));
    ASSERT_TRUE(mine->acknowledge(mine->device(), 2,
                                  {{1, "accepted", "", {}}, {2, "rejected", "stale_base", third.id}}));
    EXPECT_EQ(mine->waiting()->count, 1);
    EXPECT_EQ(total(*mine, "site-1"), 14);
    const auto ruled = mine->ruled();
    ASSERT_EQ(ruled->size(), 1U);
    EXPECT_EQ(ruled->at(0).operation.seq, 2);
    EXPECT_EQ(ruled->at(0).note.reason, "stale_base");
    EXPECT_EQ(ruled->at(0).note.by, third.id);
    EXPECT_TRUE(mine->verify()->isClean());
    mine.reset();
    mine = open();
    EXPECT_EQ(total(*mine, "site-1"), 14);

    ASSERT_TRUE(mine->acknowledge(mine->device(), 1));
    EXPECT_EQ(mine->waiting()->count, 1) << "an acknowledgement is not taken back";
    ASSERT_TRUE(mine->acknowledge(mine->device(), 3, {{2, "accepted", "", {}}}));
    EXPECT_EQ(total(*mine, "site-1"), 21);
    EXPECT_EQ(mine->waiting()->count, 0);
    ASSERT_TRUE(mine->startEpoch({{"epoch", "second"}, {"cursor", {}}}));
    EXPECT_EQ(mine->waiting()->count, 3);
    EXPECT_EQ(**mine->local("epoch"), "second");
}

TEST_F(ExchangedTest, AnErasedKeyLeavesNoTraceAndIsRefusedForEver) {
    for (int patient = 0; patient < 200; ++patient) {
        OperationDraft draft = added("site-1", 1);
        draft.sealed = "ciphertext";
        draft.sealKey = "key-" + std::to_string(patient * 7919 % 1000);
        draft.envelope = Envelope{*draft.sealKey, "wrapped:" + *draft.sealKey + ":" + std::string(60, 'w')};
        ASSERT_TRUE(mine->append(draft));
    }
    ASSERT_TRUE(isOnDisk("wrapped:key-919:"));
    const Operation erased = *mine->append(erasure({"key-919", "key-0"}));
    EXPECT_FALSE(isOnDisk("wrapped:key-919:"));
    EXPECT_FALSE(isOnDisk("wrapped:key-0:"));
    EXPECT_EQ(codeOf(mine->envelope("key-919")), "journal.erased");
    EXPECT_EQ(codeOf(mine->putEnvelope({"key-919", "again"})), "journal.erased");
    ASSERT_TRUE(mine->ingest({{}, {{"key-919", "wrapped:key-919:again"}}, {}, {}, true}));
    EXPECT_FALSE(isOnDisk("wrapped:key-919:again"));
    const auto operations = mine->operationsOf(mine->device(), 0, 1000);
    EXPECT_EQ(mine->envelopesFor(*operations)->size(), 198U);

    // The same from elsewhere, with the key in the same batch.
    ASSERT_TRUE(theirs->ingest({{erased}, {{"key-919", "x"}, {"key-1", "y"}}, {}, {}, true}));
    EXPECT_EQ(codeOf(theirs->envelope("key-919")), "journal.erased");
    EXPECT_EQ((**theirs->envelope("key-1")).wrapped, "y");
    ASSERT_TRUE(mine->verify()->isClean());
}

TEST_F(ExchangedTest, EveryErasedKeyIsGoneFromEveryPage) {
    std::vector<std::string> keys;
    Random random(20270301);
    for (int patient = 0; patient < 600; ++patient) {
        keys.push_back("key-" + std::to_string(random.next() % 1'000'000'000));
        const std::size_t size = 40 + random.below(120);
        ASSERT_TRUE(
            mine->putEnvelope({keys.back(), "wrapped:" + keys.back() + ":" + std::string(size, 'w')}));
    }
    ASSERT_TRUE(mine->append(erasure(keys)));
    int found = 0;
    for (const std::string& key : keys) {
        found += isOnDisk("wrapped:" + key + ":") ? 1 : 0;
    }
    EXPECT_EQ(found, 0);
}

TEST_F(ExchangedTest, AWipeDestroysEveryKey) {
    ASSERT_TRUE(mine->putEnvelope({"key-1", "wrapped:key-1"}));
    ASSERT_TRUE(mine->dropEnvelopes());
    EXPECT_EQ(*mine->envelope("key-1"), std::nullopt);
    EXPECT_FALSE(isOnDisk("wrapped:key-1"));
}

TEST_F(ExchangedTest, OperationsAreSignedOnceThereIsASigner) {
    EXPECT_FALSE(mine->append(added("site-1", 1))->signature);
    mine->setSigner([](const Hash& hash) -> Result<Signature> {
        Signature signature{};
        std::copy(hash.begin(), hash.end(), signature.begin());
        return signature;
    });
    const Operation stored = *mine->append(added("site-1", 1));
    ASSERT_TRUE(stored.signature);
    EXPECT_TRUE(std::equal(stored.hash.begin(), stored.hash.end(), stored.signature->begin()));
    EXPECT_EQ((**mine->operation(stored.id)).signature, stored.signature);
    mine->setSigner([](const Hash&) -> Result<Signature> { return fault(tallyRefused); });
    EXPECT_EQ(codeOf(mine->append(added("site-1", 1))), "tally.refused");
    EXPECT_EQ(mine->operationsOf(mine->device(), 0, 10)->size(), 2U);
}

TEST_F(ExchangedTest, ASealerChoosesTheIdThatItBinds) {
    OperationDraft draft = added("site-1", 1);
    draft.id = OperationId{mine->newUuid()};
    draft.sealed = "ciphertext";
    draft.sealKey = "key-1";
    const Operation stored = *mine->append(draft);
    EXPECT_EQ(stored.id, *draft.id);
    EXPECT_EQ(stored.sealKey, "key-1");
    draft.id.reset();
    draft.sealed.reset();
    EXPECT_EQ(codeOf(mine->append(draft)), "journal.bad_operation");
}
