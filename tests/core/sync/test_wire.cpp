// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/enrolment.h"
#include "sync/wire/lease.h"
#include "sync/wire/page.h"
#include "sync/wire/push.h"
#include "sync/wire/session.h"
#include "sync/wire/unsent.h"

#include <gtest/gtest.h>

using namespace medicobus;
using namespace medicobus::sync;

namespace {

DeviceId device(int number) {
    return {*Uuid::parse("01a3185c-5000-7000-8000-00000000000" + std::to_string(number))};
}

Operation operation() {
    Operation operation;
    operation.id = {*Uuid::parse("01a3185c-5000-7000-8000-0000000000ff")};
    operation.device = device(1);
    operation.seq = (std::int64_t{1} << 60) + 1;
    operation.time = {1'800'000'000'000, 65535};
    operation.actor = "crew-1";
    operation.subject = {"appointment", "a-1"};
    operation.kind = "appointment.foreseen_by_nobody";
    operation.open = {{"kept", {{"as", {1, 2.5, "élé"}}}}};
    operation.sealed = std::string("\x00\xff sealed", 9);
    operation.sealKey = "key-1";
    operation.hash = *journal::hashOf(operation);
    operation.signature.emplace().fill(7);
    return operation;
}

Push push() {
    return {device(1), "epoch-1", {operation()}, {{"key-1", std::string("\x01\x00", 2)}}};
}

template <typename T>
std::string codeOf(const Result<T>& result) {
    return result ? "read" : std::string(result.error().code().name);
}

/// The place and cause of what is wrong with a push that was changed by `change`.
std::string faultAfter(const std::function<void(Json&)>& change) {
    Json json = Json::parse(textOf(push()));
    change(json);
    const auto read = readPush(json.dump());
    return read ? "read"
                : std::string(read.error().detail("key")) + " " + std::string(read.error().detail("cause"));
}

} // namespace

TEST(Wire, APushComesBackWithEveryBitOfItsOperations) {
    const Push sent = push();
    const auto read = readPush(textOf(sent));
    ASSERT_TRUE(read) << read.error().detail("key");
    EXPECT_EQ(read->device, sent.device);
    EXPECT_EQ(read->epoch, "epoch-1");
    EXPECT_EQ(read->envelopes, sent.envelopes);
    ASSERT_EQ(read->operations.size(), 1U);
    EXPECT_EQ(*journal::canonicalBytes(read->operations[0]), *journal::canonicalBytes(sent.operations[0]));
    EXPECT_EQ(read->operations[0].hash, sent.operations[0].hash);
    EXPECT_EQ(read->operations[0].signature, sent.operations[0].signature);
}

TEST(Wire, WhatANewerVersionAddsPasses) {
    EXPECT_EQ(faultAfter([](Json& json) {
                  json["later"] = 1;
                  json["operations"][0]["later"] = {1};
              }),
              "read");
}

TEST(Wire, AFaultIsToldWithItsPlace) {
    EXPECT_EQ(faultAfter([](Json& json) { json.erase("epoch"); }), "$.epoch json.missing_key");
    EXPECT_EQ(faultAfter([](Json& json) { json["format"] = "medicobus-push/2"; }), "$.format json.range");
    EXPECT_EQ(faultAfter([](Json& json) { json["operations"][0]["seq"] = "1"; }),
              "$.operations[0].seq json.type");
    EXPECT_EQ(faultAfter([](Json& json) { json["operations"][0]["seq"] = 0; }),
              "$.operations[0].seq json.range");
    EXPECT_EQ(faultAfter([](Json& json) { json["operations"][0]["seq"] = 1.5; }),
              "$.operations[0].seq json.type");
    EXPECT_EQ(faultAfter([](Json& json) { json["operations"][0]["hash"] = "AAAA"; }),
              "$.operations[0].hash json.range");
    EXPECT_EQ(faultAfter([](Json& json) { json["operations"][0]["open"] = 3; }),
              "$.operations[0].open json.type");
    EXPECT_EQ(faultAfter([](Json& json) { json["operations"][0].erase("sealed"); }),
              "$.operations[0].sealed json.missing_key");
    EXPECT_EQ(faultAfter([](Json& json) { json["operations"][0]["counter"] = 65536; }),
              "$.operations[0].counter json.range");
    EXPECT_EQ(faultAfter([](Json& json) { json["envelopes"][0]["wrapped"] = "AA=="; }),
              "$.envelopes[0].wrapped json.range");
    EXPECT_EQ(codeOf(readPush("{")), "sync.bad_message");
    EXPECT_EQ(codeOf(readPush("[]")), "sync.bad_message");
}

TEST(Wire, DeepNestingIsRefusedBeforeItIsParsed) {
    const std::string deep(2'000'000, '[');
    const auto read = readPush("{\"open\":" + deep);
    ASSERT_EQ(codeOf(read), "sync.bad_message");
    EXPECT_EQ(read.error().detail("value"), "2000001");
    EXPECT_EQ(codeOf(readSession(R"({"token":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\"[[",
        "valid_for":1,"hub_time":1,"epoch":"e","role":"crew"})")),
              "read")
        << "brackets in a text do not nest";
}

TEST(Wire, VerdictsComeBack) {
    const PushAnswer sent{12,
                          "e",
                          Instant(std::chrono::milliseconds(5)),
                          {{11, Verdict::Kind::Merged, "", {}},
                           {12, Verdict::Kind::Rejected, "stale_base", OperationId{device(3).value}}}};
    const auto read = readPushAnswer(toJson(sent).dump());
    ASSERT_TRUE(read);
    EXPECT_EQ(read->ackedThrough, 12);
    EXPECT_EQ(read->verdicts, sent.verdicts);
    Json odd = toJson(sent);
    odd["verdicts"][0]["verdict"] = "perhaps";
    EXPECT_EQ(codeOf(readPushAnswer(odd.dump())), "sync.bad_message");
}

TEST(Wire, APageTellsWhatWasLostOrChangedOnTheWay) {
    Page page;
    page.epoch = "e";
    page.from = 3;
    page.to = 5;
    page.hasMore = true;
    page.operations = {operation()};
    page.removals = {OperationId{device(2).value}};
    page.chain = {{device(1), 9}, {device(2), 0}};
    close(page);
    auto read = readPage(textOf(page));
    ASSERT_TRUE(read) << read.error().detail("key");
    EXPECT_TRUE(isWhole(*read));
    EXPECT_EQ(read->chain, page.chain);
    EXPECT_EQ(read->count, 2);
    EXPECT_TRUE(read->hasMore);
    Page cut = *read;
    cut.removals.clear();
    EXPECT_FALSE(isWhole(cut));
    cut.count = 1;
    EXPECT_FALSE(isWhole(cut));
    Page changed = *read;
    changed.operations[0].hash[0] ^= 1;
    EXPECT_FALSE(isWhole(changed));
    Json odd = Json::parse(textOf(page));
    odd["chain"]["not a device"] = 1;
    EXPECT_EQ(codeOf(readPage(odd.dump())), "sync.bad_message");
}

TEST(Wire, EnrolmentsAndLeasesComeBack) {
    Enrolment enrolment;
    enrolment.id = "e-1";
    enrolment.state = Enrolment::State::Approved;
    enrolment.device = device(4);
    enrolment.name = "Tablette du bus 1";
    enrolment.role = Role::TownHall;
    enrolment.commune = "2A004";
    enrolment.boxKey.fill(9);
    enrolment.crewKey = std::string("\x00\x01", 2);
    const auto read = readEnrolment(toJson(enrolment).dump());
    ASSERT_TRUE(read) << read.error().detail("key");
    EXPECT_EQ(toJson(*read), toJson(enrolment));

    const LeaseAnswer answer{{}, Lease{"l", device(1), "s@2027-03-01T09:00", {{0, 0}, {3, 1}}, {}}};
    const auto lease = readLeaseAnswer(toJson(answer).dump());
    ASSERT_TRUE(lease);
    EXPECT_EQ(lease->lease, answer.lease);
    EXPECT_FALSE(readLeaseAnswer(toJson(LeaseAnswer{}).dump())->lease);
}

TEST(Wire, WhatIsUnsentIsToldByItsAge) {
    const Unsent told{3, std::chrono::seconds(720)};
    EXPECT_EQ(textOf(told), "3; age=720");
    EXPECT_EQ(readUnsent(textOf(told)), told);
    EXPECT_EQ(readUnsent("3; age=720; of=2"), told) << "a later version says more";
    for (const char* text : {"", "3", "3;age=1", "-1; age=1", "3; age=", "3; age=-7", "3; age=7x", "x; age=7",
                             "99999999999999999999; age=1"}) {
        EXPECT_EQ(readUnsent(text), std::nullopt) << text;
    }
}

TEST(Wire, TheSixDigitsHangOnEveryKey) {
    PublicKey hub{};
    PublicKey sign{};
    PublicKey box{};
    const std::string digits = comparisonDigits(hub, sign, box, "e-1");
    EXPECT_EQ(digits.size(), 6U);
    EXPECT_EQ(digits, comparisonDigits(hub, sign, box, "e-1"));
    for (PublicKey* key : {&hub, &sign, &box}) {
        (*key)[31] ^= 1;
        EXPECT_NE(digits, comparisonDigits(hub, sign, box, "e-1"));
        (*key)[31] ^= 1;
    }
    EXPECT_NE(digits, comparisonDigits(hub, sign, box, "e-2"));
}
