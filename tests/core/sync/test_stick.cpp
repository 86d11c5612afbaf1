// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "base/random.h"
#include "sync/stick/stick.h"
#include "tests/core/sync/hub_double.h"

using namespace medicobus;
using namespace medicobus::sync;
using namespace medicobus::testing;

namespace {

/// Two tablets enrolled with one hub that they no longer reach; the second never heard of the first.
class StickTest : public ::testing::Test {
protected:
    struct Tablet {
        Tablet(HubDouble& hub, const Clock& clock, std::uint8_t number)
            : keys(number),
              journal(std::move(*journal::Journal::open(scratch.file(), clock, systemEntropy(),
                                                        {std::make_shared<Tally>()}))) {
            journal->setSigner(keys.signer());
            hub.enrol(journal->device(), keys.publicKey());
            Exchange exchange(hub, *journal, clock, keys, hub.key());
            EXPECT_TRUE(exchange.run());
        }
        void add(int count) {
            for (int at = 0; at < count; ++at) {
                ASSERT_TRUE(journal->append(added("site-" + std::to_string(at % 3), 1)));
            }
        }
        Scratch scratch;
        TestKeys keys;
        std::unique_ptr<journal::Journal> journal;
    };

    void write(Tablet& from, const std::map<DeviceId, std::int64_t>& theirs = {}) {
        const auto stick = stickFor(*from.journal, from.keys, clock, theirs);
        ASSERT_EQ(codeOf(stick), "done");
        ASSERT_EQ(codeOf(writeStick(file, *stick, from.keys)), "done");
    }
    Result<Stick> read(Tablet& by) {
        KeyBook book(*by.journal, hub.key());
        return readStick(file, *by.journal, book);
    }

    HandClock clock;
    HubDouble hub{clock};
    Tablet two{hub, clock, 2};
    Tablet one{hub, clock, 1};
    Scratch plug;
    std::filesystem::path file = plug.file("echange.medicobus");
};

} // namespace

TEST_F(StickTest, TwoTabletsComeToTheSameStateWithoutANetwork) {
    one.add(25);
    two.add(12);
    auto draft = added("site-1", 5);
    draft.sealed = "ciphertext";
    draft.sealKey = "key-1";
    draft.envelope = Envelope{"key-1", "wrapped"};
    ASSERT_TRUE(one.journal->append(draft));

    ASSERT_NO_FATAL_FAILURE(write(one));
    const auto there = read(two);
    ASSERT_EQ(codeOf(there), "done");
    EXPECT_EQ(takeIn(*two.journal, *there)->stored, 27) << "and what the hub said of tablet one";
    EXPECT_EQ(takeIn(*two.journal, *there)->stored, 0);
    ASSERT_NO_FATAL_FAILURE(write(two, there->chains));
    const auto back = read(one);
    ASSERT_EQ(codeOf(back), "done");
    EXPECT_EQ(takeIn(*one.journal, *back)->stored, 12) << "only what one lacks";

    EXPECT_EQ(*one.journal->stateHash(), *two.journal->stateHash());
    EXPECT_EQ(*one.journal->operationsHash(), *two.journal->operationsHash());
    EXPECT_EQ((**two.journal->envelope("key-1")).wrapped, "wrapped");
    EXPECT_EQ(two.journal->waiting()->count, 12) << "only the hub acknowledges";

    // The hub hears of it all from whoever reaches it, and changes nothing when the other comes too.
    Exchange first(hub, *two.journal, clock, two.keys, hub.key());
    ASSERT_EQ(codeOf(first.run()), "done");
    Exchange second(hub, *one.journal, clock, one.keys, hub.key());
    ASSERT_EQ(codeOf(second.run()), "done");
    EXPECT_EQ(hub.operations().size(), 2U + 26U + 12U);
    EXPECT_TRUE(second.status()->isSynchronised);
}

TEST_F(StickTest, IsHandedOnToTheHubThoughItsWriterNeverComesAgain) {
    one.add(25);
    ASSERT_NO_FATAL_FAILURE(write(one));
    const auto there = read(two);
    ASSERT_EQ(codeOf(there), "done");
    ASSERT_TRUE(takeIn(*two.journal, *there));
    Exchange exchange(hub, *two.journal, clock, two.keys, hub.key());
    ASSERT_EQ(codeOf(exchange.run()), "done");
    EXPECT_EQ(hub.heldOf(one.journal->device()), 25);
}

TEST_F(StickTest, AFileCutShortOrAlteredIsRefusedWhole) {
    one.add(3);
    ASSERT_NO_FATAL_FAILURE(write(one));
    const std::string whole = *readFile(file);
    for (std::size_t size = 0; size < whole.size(); size += 1 + whole.size() / 97) {
        ASSERT_TRUE(writeFile(file, whole.substr(0, size)));
        EXPECT_NE(codeOf(read(two)), "done") << size;
    }
    Random random(20270302);
    for (int change = 0; change < 200; ++change) {
        std::string altered = whole;
        const std::size_t at = random.below(altered.size());
        altered[at] = static_cast<char>(altered[at] ^ (1 << random.below(8)));
        ASSERT_TRUE(writeFile(file, altered));
        EXPECT_NE(codeOf(read(two)), "done") << at;
    }
    ASSERT_TRUE(writeFile(file, whole + whole));
    EXPECT_EQ(codeOf(read(two)), "sync.bad_stick");
    ASSERT_TRUE(writeFile(file, whole));
    EXPECT_EQ(codeOf(read(two)), "done");
}

TEST_F(StickTest, OnlyWhomTheHubEnrolledIsBelieved) {
    one.add(1);
    TestKeys other(77);
    const auto stick = stickFor(*one.journal, one.keys, clock);
    ASSERT_TRUE(writeStick(file, *stick, other));
    EXPECT_EQ(codeOf(read(two)), "sync.bad_stick");
    Stick stranger = *stick;
    stranger.device = {one.journal->newUuid()};
    ASSERT_TRUE(writeStick(file, stranger, other));
    EXPECT_EQ(codeOf(read(two)), "sync.unknown_signer");

    journal::Operation revocation;
    revocation.subject = {"device", one.journal->device().text()};
    revocation.kind = "device.revoked";
    hub.decide(revocation);
    Exchange exchange(hub, *two.journal, clock, two.keys, hub.key());
    ASSERT_TRUE(exchange.run());
    ASSERT_NO_FATAL_FAILURE(write(one));
    EXPECT_EQ(codeOf(read(two)), "sync.revoked_signer");
}

TEST_F(StickTest, NothingIsWrittenWhileTheVaultIsLocked) {
    one.add(1);
    const auto stick = stickFor(*one.journal, one.keys, clock);
    one.keys.isLocked = true;
    EXPECT_EQ(codeOf(writeStick(file, *stick, one.keys)), "vault.locked");
    EXPECT_FALSE(std::filesystem::exists(file));
}
