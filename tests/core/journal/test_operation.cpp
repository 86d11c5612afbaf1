// SPDX-License-Identifier: EUPL-1.2
#include "journal/operation.h"

#include <gtest/gtest.h>

#include <fmt/format.h>

using namespace medicobus;
using namespace medicobus::journal;

namespace {

Operation example() {
    Operation operation;
    operation.id = {*Uuid::parse("01a3185c-5000-7000-8000-000000000001")};
    operation.device = {*Uuid::parse("01a3185c-5000-7000-8000-0000000000aa")};
    operation.seq = 2;
    operation.time = {1'800'000'000'000, 3};
    operation.actor = "crew-1";
    operation.subject = {"appointment", "a-1"};
    operation.kind = "appointment.booked";
    operation.open = {{"slot", "09:20"}, {"minutes", 20}};
    operation.sealed = R"({"name":"Éléonore Fictive"})";
    operation.previousHash.fill(7);
    return operation;
}

std::string hex(const Hash& hash) {
    std::string text;
    for (const std::uint8_t byte : hash) {
        text += fmt::format("{:02x}", byte);
    }
    return text;
}

} // namespace

// The expected value was computed from the grammar of operation.h by another implementation of BLAKE2b
// (Python's hashlib), so that a change of either shows.
TEST(OperationHash, IsTheOneOfTheWrittenGrammar) {
    ASSERT_TRUE(hashOf(example()));
    EXPECT_EQ(hex(*hashOf(example())), "72f3042d04ba46affa591eab20e41134242ce53f92a215084e34394fb370fc8b");
}

TEST(OperationHash, CoversEveryFieldButItselfAndTheSignature) {
    const std::vector<std::function<void(Operation&)>> changes = {
        [](Operation& o) { o.id.value = o.device.value; },
        [](Operation& o) { o.device.value = Uuid(); },
        [](Operation& o) { o.seq = 3; },
        [](Operation& o) { o.time.counter = 4; },
        [](Operation& o) { o.actor = "crew-2"; },
        [](Operation& o) { o.subject.type = "visit"; },
        [](Operation& o) { o.subject.id = "a-2"; },
        // The same letters, divided otherwise.
        [](Operation& o) {
            o.subject = {"appointmenta", "-1"};
        },
        [](Operation& o) { o.kind = "appointment.moved"; },
        [](Operation& o) { o.schemaVersion = 2; },
        [](Operation& o) { o.open["minutes"] = 21; },
        [](Operation& o) { o.sealed->back() = ']'; },
        [](Operation& o) { o.sealed.reset(); },
        [](Operation& o) { o.sealKey = "k-1"; },
        [](Operation& o) { o.previousHash[31] ^= 1; },
    };
    const Hash original = *hashOf(example());
    for (std::size_t index = 0; index < changes.size(); ++index) {
        Operation changed = example();
        changes[index](changed);
        ASSERT_TRUE(hashOf(changed)) << index;
        EXPECT_NE(*hashOf(changed), original) << index;
    }
    Operation signedOne = example();
    signedOne.hash.fill(1);
    signedOne.signature.emplace().fill(1);
    EXPECT_EQ(*hashOf(signedOne), original);
}

TEST(OperationHash, RefusesWhatNoJournalMayHold) {
    const std::vector<std::pair<std::string, std::function<void(Operation&)>>> cases = {
        {"actor", [](Operation& o) { o.actor.clear(); }},
        {"subject", [](Operation& o) { o.subject.type.clear(); }},
        {"subject", [](Operation& o) { o.subject.id.clear(); }},
        {"kind", [](Operation& o) { o.kind.clear(); }},
        {"schema_version", [](Operation& o) { o.schemaVersion = 0; }},
        {"open", [](Operation& o) { o.open = Json::array(); }},
        {"utf-8", [](Operation& o) { o.open["slot"] = "\xC3("; }},
        {"utf-8", [](Operation& o) { o.actor.push_back(static_cast<char>(0xFF)); }},
    };
    for (const auto& [key, change] : cases) {
        Operation operation = example();
        change(operation);
        const auto hash = hashOf(operation);
        ASSERT_FALSE(hash) << key;
        EXPECT_EQ(hash.error().code(), journal::codes::badOperation);
        EXPECT_EQ(hash.error().detail("key"), key);
    }
}
