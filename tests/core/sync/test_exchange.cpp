// SPDX-License-Identifier: EUPL-1.2
#include "sync/device/enrol.h"
#include "tests/core/sync/hub_double.h"

using namespace medicobus;
using namespace medicobus::sync;
using namespace medicobus::testing;

namespace {

/// One tablet: its journal, its key, its exchange.
struct Tablet {
    Tablet(HubDouble& theHub, const HandClock& theClock, std::uint8_t number)
        : hub(theHub), clock(theClock), keys(number) {
        options.batch = 7;
        options.page = 5;
        start();
        hub.enrol(journal->device(), keys.publicKey());
    }
    /// As after a crash: nothing is left but the file.
    void start() {
        exchange.reset();
        journal.reset();
        journal = std::move(
            *journal::Journal::open(scratch.file(), clock, systemEntropy(), {std::make_shared<Tally>()}));
        journal->setSigner(keys.signer());
        exchange = std::make_unique<Exchange>(hub, *journal, clock, keys, hub.key(), options);
    }
    void add(const std::string& subject, int amount) { ASSERT_TRUE(journal->append(added(subject, amount))); }
    std::int64_t total() const {
        SQLite::Statement sum(journal->reader(), "SELECT ifnull(sum(total), 0) FROM tally");
        sum.executeStep();
        return sum.getColumn(0).getInt64();
    }

    HubDouble& hub;
    const HandClock& clock;
    TestKeys keys;
    Scratch scratch;
    ExchangeOptions options;
    std::unique_ptr<journal::Journal> journal;
    std::unique_ptr<Exchange> exchange;
};

class ExchangeTest : public ::testing::Test {
protected:
    static void add(Tablet& tablet, int count) {
        for (int at = 0; at < count; ++at) {
            tablet.add("site-" + std::to_string(at % 3), 1);
        }
    }

    HandClock clock;
    HubDouble hub{clock};
    Tablet one{hub, clock, 1};
    Tablet two{hub, clock, 2};
};

using State = ExchangeStatus::State;

} // namespace

TEST_F(ExchangeTest, TwoTabletsComeToTheSameState) {
    add(one, 20);
    add(two, 13);
    EXPECT_FALSE(one.exchange->status()->isSynchronised);
    ASSERT_EQ(codeOf(one.exchange->run()), "done");
    ASSERT_EQ(codeOf(two.exchange->run()), "done");
    ASSERT_EQ(codeOf(one.exchange->run()), "done");
    EXPECT_EQ(one.total(), 33);
    EXPECT_EQ(*one.journal->stateHash(), *two.journal->stateHash());
    EXPECT_EQ(*one.journal->operationsHash(), *two.journal->operationsHash());
    const auto status = one.exchange->status();
    EXPECT_TRUE(status->isSynchronised);
    EXPECT_EQ(status->state, State::Working);
    EXPECT_EQ(status->waiting, 0);
    EXPECT_TRUE(one.journal->verify()->isClean());
    one.add("site-1", 1);
    EXPECT_FALSE(one.exchange->status()->isSynchronised);
}

TEST_F(ExchangeTest, EveryLostMessageCostsNothingButATry) {
    add(one, 20);
    add(two, 20);
    ASSERT_TRUE(two.exchange->run());
    const int start = hub.calls;
    ASSERT_TRUE(one.exchange->run());
    const int needed = hub.calls - start;
    for (const bool isRequest : {true, false}) {
        for (int at = 0; at < needed; ++at) {
            Tablet fresh{hub, clock, static_cast<std::uint8_t>(100)};
            add(fresh, 20);
            const std::int64_t before = static_cast<std::int64_t>(hub.operations().size());
            int left = at;
            while (left > 0 && fresh.exchange->step().value_or(false)) {
                --left;
            }
            (isRequest ? hub.loseRequests : hub.loseAnswers) = 1;
            EXPECT_EQ(codeOf(fresh.exchange->run()), "sync.unreachable") << at;
            EXPECT_EQ(fresh.exchange->status()->state, State::Offline);
            fresh.start();
            ASSERT_EQ(codeOf(fresh.exchange->run()), "done") << at;
            EXPECT_LE(static_cast<std::int64_t>(hub.operations().size()) - before, 20);
            EXPECT_EQ(hub.heldOf(fresh.journal->device()), 20);
            EXPECT_TRUE(fresh.exchange->status()->isSynchronised);
            hub.loseRequests = hub.loseAnswers = 0;
        }
    }
}

TEST_F(ExchangeTest, AnAnswerThatWasChangedOnTheWayIsNoAnswer) {
    add(one, 3);
    add(two, 3);
    ASSERT_TRUE(two.exchange->run());
    hub.change = [](HttpAnswer& answer) { answer.body.back() = ' '; };
    EXPECT_EQ(codeOf(one.exchange->run()), "sync.unreachable");
    const auto alter = [](const std::string& key, const Json& value) {
        return [key, value](HttpAnswer& answer) {
            Json body = Json::parse(answer.body);
            if (body.contains("checksum")) {
                body[key] = value;
                answer.body = body.dump();
                addDigest(answer);
            }
        };
    };
    hub.change = alter("count", 99);
    EXPECT_EQ(codeOf(one.exchange->run()), "sync.bad_page");
    hub.change = alter("from", 99);
    EXPECT_EQ(codeOf(one.exchange->run()), "sync.bad_page");
    hub.change = alter("to", "far");
    EXPECT_EQ(codeOf(one.exchange->run()), "sync.bad_message");
    EXPECT_EQ(one.exchange->status()->state, State::Faulty);
    EXPECT_EQ(one.total(), 3);
    hub.change = nullptr;
    ASSERT_EQ(codeOf(one.exchange->run()), "done");
    EXPECT_EQ(one.total(), 6);
    EXPECT_EQ(one.exchange->status()->state, State::Working);
}

TEST_F(ExchangeTest, WhatNobodySignedIsNotTaken) {
    add(two, 3);
    ASSERT_TRUE(two.exchange->run());
    hub.change = [&](HttpAnswer& answer) {
        Json body = Json::parse(answer.body);
        if (body.contains("checksum")) {
            for (Json& operation : body["operations"]) {
                if (operation["device"] == two.journal->device().text()) {
                    operation["signature"] = std::string(86, 'A');
                }
            }
            answer.body = body.dump();
            addDigest(answer);
        }
    };
    EXPECT_EQ(codeOf(one.exchange->run()), "sync.bad_signature");
    EXPECT_EQ(one.total(), 0);
}

TEST_F(ExchangeTest, OnlyTheHubDecides) {
    journal::OperationDraft forged;
    forged.actor = "crew-1";
    forged.subject = {"device", "01a3185c-5000-7000-8000-0000000000aa"};
    forged.kind = "device.enrolled";
    ASSERT_TRUE(two.journal->append(forged));
    EXPECT_EQ(codeOf(two.exchange->run()), "sync.not_the_hub") << "sent, and not believed when it comes back";
    EXPECT_EQ(codeOf(one.exchange->run()), "sync.not_the_hub");
}

TEST_F(ExchangeTest, VerdictsAreShownAndTheRejectedStopsCounting) {
    hub.rule = [](const Operation& operation) {
        Verdict verdict{operation.seq, Verdict::Kind::Accepted, {}, {}};
        if (operation.seq == 2) {
            verdict = {operation.seq, Verdict::Kind::Rejected, "stale_base", operation.id};
        }
        if (operation.seq == 3) {
            verdict.kind = Verdict::Kind::Conflict;
        }
        return verdict;
    };
    add(one, 4);
    ASSERT_TRUE(one.exchange->run());
    const auto status = one.exchange->status();
    EXPECT_TRUE(status->isSynchronised);
    EXPECT_EQ(status->refusals, 1);
    EXPECT_EQ(status->conflicts, 1);
    EXPECT_EQ(one.total(), 3);
    ASSERT_TRUE(two.exchange->run());
    EXPECT_EQ(*one.journal->operationsHash(), *two.journal->operationsHash());
}

TEST_F(ExchangeTest, AHubRestoredFromABackupGetsBackAllThatAnybodyHolds) {
    add(one, 10);
    ASSERT_TRUE(one.exchange->run());
    const std::size_t saved = hub.operations().size();
    add(two, 10);
    ASSERT_TRUE(two.exchange->run());
    hub.enrol(DeviceId{*Uuid::parse("01a3185c-5000-7000-8000-0000000000bb")}, one.keys.publicKey());
    add(one, 10);
    ASSERT_TRUE(one.exchange->run());
    const std::size_t all = hub.operations().size();

    hub.restore(saved, "epoch-2");
    EXPECT_LT(hub.operations().size(), all);
    // Tablet two is not there: one gives back what it holds of two and of the former hub.
    ASSERT_EQ(codeOf(one.exchange->run()), "done");
    EXPECT_EQ(hub.operations().size(), all);
    EXPECT_EQ(hub.heldOf(two.journal->device()), 10);
    EXPECT_TRUE(one.exchange->status()->isSynchronised);
    ASSERT_EQ(codeOf(two.exchange->run()), "done");
    EXPECT_EQ(*one.journal->operationsHash(), *two.journal->operationsHash());
}

TEST_F(ExchangeTest, WhatWasDamagedOnItsWayToARestoredHubIsBroughtAgain) {
    const std::size_t saved = hub.operations().size();
    add(one, 10);
    add(two, 10);
    ASSERT_TRUE(two.exchange->run());
    ASSERT_TRUE(one.exchange->run());
    const std::size_t all = hub.operations().size();
    hub.restore(saved, "epoch-2");
    hub.damagePushes = 1;
    EXPECT_EQ(codeOf(one.exchange->run()), "sync.refused");
    ASSERT_EQ(codeOf(one.exchange->run()), "done");
    EXPECT_EQ(hub.operations().size(), all);
    EXPECT_EQ(hub.heldOf(two.journal->device()), 10);
}

TEST_F(ExchangeTest, WhatWasToldBeyondAGapIsBroughtBackToo) {
    journal::Operation decision;
    decision.subject = {"lease", "l1"};
    decision.kind = "lease.granted";
    for (int at = 0; at < 20; ++at) {
        hub.decide(decision);
    }
    ASSERT_TRUE(one.exchange->run());
    // Of the hub's chain, what is not in this device's scope is taken from it.
    const std::size_t before = 2;
    const auto kept = hub.operations();
    for (std::size_t at = before; at < kept.size(); at += 2) {
        hub.removals.push_back(kept[at].id);
    }
    ASSERT_TRUE(one.exchange->run());
    hub.removals.clear();
    hub.takesBeyondGaps = true;
    hub.restore(before, "epoch-2");
    ASSERT_EQ(codeOf(one.exchange->run()), "done");
    EXPECT_EQ(hub.operations().size(), before + (kept.size() - before) / 2);
}

TEST_F(ExchangeTest, SynchronisedIsNotSaidOfAnotherEpoch) {
    add(one, 10);
    ASSERT_TRUE(one.exchange->run());
    ASSERT_TRUE(one.exchange->status()->isSynchronised);
    hub.restore(2, "epoch-2");
    ASSERT_TRUE(one.exchange->step().has_value());
    while (one.exchange->status()->isSynchronised) {
        ASSERT_TRUE(one.exchange->step().has_value());
    }
    EXPECT_EQ(one.exchange->status()->waiting, 10);
    one.start();
    ASSERT_EQ(codeOf(one.exchange->run()), "done");
    EXPECT_EQ(hub.heldOf(one.journal->device()), 10);
}

TEST_F(ExchangeTest, AVerdictWhoseAnswerWasLostIsHeardFromTheRestoredHub) {
    hub.rule = [](const Operation& operation) {
        return operation.seq == 2 ? Verdict{2, Verdict::Kind::Rejected, "stale_base", {}}
                                  : Verdict{operation.seq, Verdict::Kind::Accepted, {}, {}};
    };
    add(one, 4);
    const std::size_t before = hub.operations().size();
    // The hub stores and rules; what it answers to the push never comes.
    hub.change = [&](HttpAnswer& answer) { answer.body += hub.operations().size() > before ? "cut" : ""; };
    EXPECT_EQ(codeOf(one.exchange->run()), "sync.unreachable");
    ASSERT_EQ(hub.operations().size(), before + 4);
    hub.change = nullptr;
    EXPECT_EQ(one.exchange->status()->refusals, 0);
    hub.restore(hub.operations().size(), "epoch-2");
    ASSERT_EQ(codeOf(one.exchange->run()), "done");
    EXPECT_TRUE(one.exchange->status()->isSynchronised);
    EXPECT_EQ(one.exchange->status()->refusals, 1);
    EXPECT_EQ(one.total(), 3);
    ASSERT_EQ(codeOf(two.exchange->run()), "done");
    EXPECT_EQ(*one.journal->operationsHash(), *two.journal->operationsHash());
}

TEST_F(ExchangeTest, ARevokedDeviceStopsAndDestroysItsKeysWhenTold) {
    ASSERT_TRUE(one.journal->putEnvelope({"key-1", "wrapped"}));
    int wipes = 0;
    one.options.wipe = [&]() -> Result<void> {
        ++wipes;
        return {};
    };
    one.start();
    ASSERT_TRUE(one.exchange->run());
    hub.refusal = Refusal{"revoked", true, {}};
    EXPECT_EQ(codeOf(one.exchange->run()), "sync.revoked");
    EXPECT_EQ(wipes, 1);
    EXPECT_EQ(*one.journal->envelope("key-1"), std::nullopt);
    EXPECT_EQ(one.exchange->status()->state, State::Revoked);
    EXPECT_FALSE(one.exchange->status()->isSynchronised);
    one.start();
    const int calls = hub.calls;
    EXPECT_EQ(codeOf(one.exchange->run()), "sync.revoked");
    EXPECT_EQ(hub.calls, calls) << "it does not ask again";
}

TEST_F(ExchangeTest, AWipeCutShortIsDoneAgain) {
    one.options.wipe = []() -> Result<void> { return fault(ErrorCode{"vault.keychain_timeout"}); };
    one.start();
    hub.refusal = Refusal{"revoked", true, {}};
    EXPECT_EQ(codeOf(one.exchange->run()), "vault.keychain_timeout");
    one.options.wipe = nullptr;
    one.start();
    EXPECT_EQ(codeOf(one.exchange->run()), "sync.revoked");
    EXPECT_EQ(one.exchange->status()->state, State::Revoked);
}

TEST_F(ExchangeTest, ALockedVaultWaitsAndAForgottenSessionIsOpenedAgain) {
    add(one, 1);
    one.keys.isLocked = true;
    EXPECT_EQ(codeOf(one.exchange->run()), "vault.locked");
    EXPECT_EQ(one.exchange->status()->state, State::Locked);
    one.keys.isLocked = false;
    ASSERT_TRUE(one.exchange->run());
    hub.restore(hub.operations().size(), "epoch-1");
    add(one, 1);
    ASSERT_EQ(codeOf(one.exchange->run()), "done");
    EXPECT_TRUE(one.exchange->status()->isSynchronised);
}

TEST_F(ExchangeTest, DelaysGrowAndAClockSetBackDoesNotPutTheNextTryOff) {
    hub.loseRequests = 3;
    EXPECT_TRUE(one.exchange->isDue());
    for (const int seconds : {5, 15, 30}) {
        EXPECT_FALSE(one.exchange->run());
        EXPECT_EQ(one.exchange->nextAttempt() - clock.now(), std::chrono::seconds(seconds));
        EXPECT_FALSE(one.exchange->isDue());
        clock.step(std::chrono::seconds(seconds));
        EXPECT_TRUE(one.exchange->isDue());
    }
    ASSERT_TRUE(one.exchange->run());
    EXPECT_FALSE(one.exchange->isDue());
    clock.step(-std::chrono::hours(24 * 365));
    EXPECT_TRUE(one.exchange->isDue());
    ASSERT_EQ(codeOf(one.exchange->run()), "done");
}

TEST_F(ExchangeTest, DriftIsShownAndStopsNothing) {
    hub.offset = std::chrono::hours(24 * 365);
    add(one, 1);
    ASSERT_TRUE(one.exchange->run());
    EXPECT_EQ(*one.exchange->status()->drift, -std::chrono::hours(24 * 365));
    EXPECT_TRUE(one.exchange->status()->isDriftLarge);
    EXPECT_TRUE(one.exchange->status()->isSynchronised);
}

TEST_F(ExchangeTest, ACopiedFileTakesANewIdentityAndLosesNothing) {
    add(one, 2);
    ASSERT_TRUE(one.exchange->run());
    const Scratch aside;
    ASSERT_TRUE(one.journal->backup(aside.file()));
    add(one, 3);
    ASSERT_TRUE(one.exchange->run());
    one.exchange.reset();
    one.journal.reset();
    // Copied by hand, not restored: it goes on under the same identity.
    std::filesystem::copy_file(aside.file(), one.scratch.file(),
                               std::filesystem::copy_options::overwrite_existing);
    one.start();
    const auto former = one.journal->device();
    one.add("site-9", 100);
    EXPECT_EQ(codeOf(one.exchange->run()), "sync.must_enrol");
    EXPECT_EQ(one.exchange->status()->state, State::MustEnrol);
    EXPECT_NE(one.journal->device(), former);
    hub.enrol(one.journal->device(), one.keys.publicKey());
    ASSERT_EQ(codeOf(one.exchange->run()), "done");
    EXPECT_EQ(one.total(), 105);
    EXPECT_TRUE(one.exchange->status()->isSynchronised);
    ASSERT_TRUE(two.exchange->run());
    EXPECT_EQ(*one.journal->stateHash(), *two.journal->stateHash());
    EXPECT_TRUE(one.journal->verify()->isClean());
}

TEST_F(ExchangeTest, WhatWasRecordedBeforeThereWasAKeyIsSentSigned) {
    one.journal->setSigner({});
    add(one, 9);
    ASSERT_TRUE(one.exchange->run());
    ASSERT_EQ(codeOf(two.exchange->run()), "done");
    EXPECT_EQ(two.total(), 9);
}

TEST_F(ExchangeTest, WrappedKeysTravelAndWithdrawnOperationsGo) {
    auto draft = added("site-1", 5);
    draft.sealed = "ciphertext";
    draft.sealKey = "key-1";
    draft.envelope = journal::Envelope{"key-1", "wrapped"};
    const auto stored = one.journal->append(draft);
    ASSERT_TRUE(one.exchange->run());
    ASSERT_TRUE(two.exchange->run());
    EXPECT_EQ((**two.journal->envelope("key-1")).wrapped, "wrapped");
    EXPECT_EQ(two.total(), 5);
    hub.removals = {stored->id};
    ASSERT_TRUE(two.exchange->run());
    EXPECT_EQ(two.total(), 0);
}

TEST_F(ExchangeTest, OtherCallsUseTheSessionAndOpenItAgain) {
    const auto first = one.exchange->talk(get("/v1/chains"));
    ASSERT_EQ(codeOf(first), "done");
    hub.restore(hub.operations().size(), "epoch-1");
    EXPECT_EQ(codeOf(one.exchange->talk(get("/v1/chains"))), "done");
    hub.refusal = Refusal{"not_allowed", false, {}};
    const auto refused = one.exchange->talk(get("/v1/devices"));
    ASSERT_EQ(codeOf(refused), "sync.refused");
    EXPECT_EQ(refused.error().detail("value"), "not_allowed");
}

namespace {

/// Answers every call with what a test says.
class Saying final : public HubLink {
public:
    Result<HttpAnswer> call(const HttpCall& call) override {
        asked = call;
        HttpAnswer answer{status, "application/json", {}, body};
        addDigest(answer);
        return answer;
    }
    HttpCall asked;
    int status = 200;
    std::string body;
};

} // namespace

TEST_F(ExchangeTest, ADeviceAsksToEnrolAndAnApprovalEndsItsRevocation) {
    Saying link;
    InvitationCode code;
    code.secret.fill(3);
    Enrolment said;
    said.id = "e-1";
    said.device = one.journal->device();
    link.body = toJson(said).dump();
    const auto asked =
        askToEnrol(link, code, *one.journal, "Tablette du bus 1", one.keys.publicKey(), PublicKey{});
    ASSERT_EQ(codeOf(asked), "done");
    EXPECT_EQ(asked->state, Enrolment::State::Pending);
    const auto sent = readEnrolmentRequest(link.asked.body);
    ASSERT_TRUE(sent);
    EXPECT_EQ(sent->secret, code.secret);
    EXPECT_EQ(sent->device, one.journal->device());

    hub.refusal = Refusal{"revoked", false, {}};
    EXPECT_EQ(codeOf(one.exchange->run()), "sync.revoked");
    hub.refusal.reset();
    ASSERT_TRUE(enrolmentNow(link, "e-1", *one.journal));
    EXPECT_EQ(codeOf(one.exchange->run()), "sync.revoked") << "not approved yet";
    said.state = Enrolment::State::Approved;
    link.body = toJson(said).dump();
    ASSERT_TRUE(enrolmentNow(link, "e-1", *one.journal));
    EXPECT_EQ(link.asked.path, "/v1/enrolments/e-1");
    EXPECT_EQ(codeOf(one.exchange->run()), "done");

    link.status = 410;
    link.body = toJson(Refusal{"code_spent", false, {}}).dump();
    EXPECT_EQ(codeOf(enrolmentNow(link, "e-1", *one.journal)), "sync.refused");
}
