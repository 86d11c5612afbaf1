// SPDX-License-Identifier: EUPL-1.2
#include "base/random.h"
#include "tests/core/journal/scratch.h"

#include <algorithm>

using namespace medicobus;
using namespace medicobus::journal;
using namespace medicobus::testing;

namespace {

std::unique_ptr<Journal> openAt(const Scratch& scratch, const Clock& clock) {
    return std::move(*Journal::open(scratch.file(), clock, systemEntropy(), {std::make_shared<Tally>()}));
}

/// What three devices wrote, a key erased and an operation carried unread among it.
Incoming written(const HandClock& clock, Random& random) {
    Incoming all;
    for (int device = 0; device < 3; ++device) {
        const Scratch scratch;
        const auto journal = openAt(scratch, clock);
        for (int at = 0; at < 20; ++at) {
            auto draft =
                added("site-" + std::to_string(random.below(4)), static_cast<int>(random.below(100)));
            if (random.below(3) == 0) {
                draft.sealed = "note " + std::to_string(random.below(1000));
                draft.sealKey = "key-" + std::to_string(random.below(5));
                all.envelopes.push_back({*draft.sealKey, "wrapped " + *draft.sealKey});
            } else if (random.below(6) == 0) {
                draft.kind = "weather.noted";
            } else if (random.below(9) == 0) {
                draft.kind = "patient.erased";
                draft.open = {{"keys", {"key-" + std::to_string(random.below(5))}}};
            }
            all.operations.push_back(*journal->append(draft));
        }
    }
    return all;
}

template <typename T>
void shuffle(std::vector<T>& items, Random& random) {
    for (std::size_t left = items.size(); left > 1; --left) {
        std::swap(items[left - 1], items[random.below(left)]);
    }
}

std::string envelopesOf(const Journal& journal) {
    std::string text;
    for (int key = 0; key < 5; ++key) {
        const auto held = journal.envelope("key-" + std::to_string(key));
        text += held ? (*held ? (**held).wrapped : "none") : std::string(held.error().code().name);
        text += '\n';
    }
    return text;
}

} // namespace

TEST(Order, TheSameSetGivesTheSameStateInEveryOrderAndEveryCut) {
    constexpr std::uint64_t seed = 20270303;
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    HandClock clock;
    Incoming all = written(clock, random);
    const Scratch plain;
    const auto reference = openAt(plain, clock);
    ASSERT_TRUE(reference->ingest(all));
    for (int round = 0; round < 12; ++round) {
        shuffle(all.operations, random);
        shuffle(all.envelopes, random);
        const Scratch scratch;
        const auto journal = openAt(scratch, clock);
        for (std::size_t at = 0; at < all.operations.size();) {
            Incoming batch;
            const std::size_t size = std::min<std::size_t>(1 + random.below(20), all.operations.size() - at);
            const auto first = all.operations.begin() + static_cast<std::ptrdiff_t>(at);
            batch.operations.assign(first, first + static_cast<std::ptrdiff_t>(size));
            // Some come again, and the keys come with any batch.
            batch.operations.push_back(all.operations[random.below(at + size)]);
            batch.envelopes = all.envelopes;
            ASSERT_TRUE(journal->ingest(batch));
            at += size;
        }
        EXPECT_EQ(*journal->stateHash(), *reference->stateHash()) << round;
        EXPECT_EQ(*journal->operationsHash(), *reference->operationsHash()) << round;
        EXPECT_EQ(envelopesOf(*journal), envelopesOf(*reference)) << round;
        EXPECT_TRUE(journal->verify()->isClean()) << round;
    }
    ASSERT_TRUE(reference->append(added("site-1", 1)));
    const Hash before = *reference->stateHash();
    ASSERT_TRUE(reference->rebuild());
    EXPECT_EQ(*reference->stateHash(), before);
}
