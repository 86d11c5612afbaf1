// SPDX-License-Identifier: EUPL-1.2
#include "clinic/store/projection.h"
#include "tests/core/clinic/merging/script.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>

namespace medicobus::clinic {
namespace {

using journal::Incoming;
using journal::Journal;
using journal::Operation;

class StillClock : public Clock {
public:
    Instant now() const override { return toInstant(parseLocal("2027-03-01T10:00").value()).value(); }
};

template <typename T>
void shuffle(std::vector<T>& items, Random& random) {
    for (std::size_t left = items.size(); left > 1; --left) {
        std::swap(items[left - 1], items[random.below(left)]);
    }
}

/// Journals of one set of operations that came in different ways.
class AnyOrder : public ::testing::TestWithParam<std::uint64_t> {
protected:
    void SetUp() override {
        std::string name = (std::filesystem::temp_directory_path() / "medicobus-order-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder = name;
        Script script(GetParam());
        operations = script.write(160);
        envelopes = script.envelopes();
    }
    void TearDown() override {
        std::error_code ignored;
        std::filesystem::remove_all(folder, ignored);
    }
    std::unique_ptr<Journal> journal() {
        const auto file = folder / (std::to_string(++made) + ".db");
        return std::move(
            *Journal::open(file, clock, systemEntropy(), {std::make_shared<const ClinicProjection>()}));
    }
    void take(Journal& into, Incoming batch) {
        const auto taken = into.ingest(batch);
        ASSERT_TRUE(taken) << taken.error().code().name << " " << taken.error().detail("cause");
    }
    /// In batches of any size, some operations coming twice.
    void takeInAnyOrder(Journal& into, std::vector<Operation> all) {
        shuffle(all, random);
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t size = std::min<std::size_t>(1 + random.below(40), all.size() - at);
            const auto from = all.begin() + static_cast<std::ptrdiff_t>(at);
            Incoming batch;
            batch.operations.assign(from, from + static_cast<std::ptrdiff_t>(size));
            batch.operations.push_back(all[random.below(at + size)]);
            batch.envelopes = envelopes;
            take(into, batch);
            at += size;
        }
    }
    std::string keysOf(const Journal& journal) {
        std::string text;
        const auto held = journal.envelopes().value();
        for (const journal::Envelope& each : held) {
            text.append(each.key).append("\n");
        }
        return text;
    }
    void expectSame(const Journal& one, const Journal& other) {
        EXPECT_EQ(one.stateHash().value(), other.stateHash().value());
        EXPECT_EQ(one.operationsHash().value(), other.operationsHash().value());
        EXPECT_EQ(keysOf(one), keysOf(other));
        EXPECT_TRUE(one.verify()->isClean());
    }

    StillClock clock;
    std::filesystem::path folder;
    int made = 0;
    Random random{GetParam() + 1};
    std::vector<Operation> operations;
    std::vector<journal::Envelope> envelopes;
};

TEST_P(AnyOrder, OfTheSameOperationsMakesTheSameState) {
    SCOPED_TRACE("seed " + std::to_string(GetParam()));
    const auto reference = journal();
    take(*reference, {operations, envelopes, {}, {}, false});
    for (int round = 0; round < 4; ++round) {
        const auto other = journal();
        takeInAnyOrder(*other, operations);
        expectSame(*other, *reference);
    }
    ASSERT_TRUE(reference->rebuild());
    expectSame(*reference, *reference);
}

TEST_P(AnyOrder, OfComingAndGoingLeavesWhatStayed) {
    SCOPED_TRACE("seed " + std::to_string(GetParam()));
    std::vector<Operation> staying;
    std::vector<Operation> leaving;
    for (const Operation& each : operations) {
        // An erasure is a decision that nothing takes back.
        (random.below(3) == 0 && each.kind != "patient.erased" ? leaving : staying).push_back(each);
    }
    const auto reference = journal();
    take(*reference, {staying, envelopes, {}, {}, true});
    const auto other = journal();
    takeInAnyOrder(*other, operations);
    Incoming going;
    going.isFromHub = true;
    for (const Operation& each : leaving) {
        going.removals.push_back(each.id);
    }
    take(*other, going);
    expectSame(*other, *reference);
    // By another hand they do not come back; by the hub's word they do.
    takeInAnyOrder(*other, leaving);
    expectSame(*other, *reference);
    take(*other, {leaving, envelopes, {}, {}, true});
    take(*reference, {leaving, envelopes, {}, {}, true});
    expectSame(*other, *reference);
}

INSTANTIATE_TEST_SUITE_P(Seeds, AnyOrder, ::testing::Range<std::uint64_t>(1, 9));

} // namespace
} // namespace medicobus::clinic
