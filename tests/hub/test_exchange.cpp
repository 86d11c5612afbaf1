// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/bench.h"

#include "sync/digest.h"
#include "sync/hub/rules/plan_view.h"

#include <fstream>

namespace medicobus::test {

using sync::Role;
using Kind = sync::Verdict::Kind;

class HubExchange : public HubTest {};
INSTANTIATE_TEST_SUITE_P(Engines, HubExchange, testing::Values("sqlite", "postgres"),
                         [](const auto& each) { return each.param; });

TEST_P(HubExchange, StoresOnceAndRepeatsItsFirstVerdict) {
    TestDevice crew = enrol(Role::Crew);
    crew.write("tour.departed", {"tour", "B1@2027-03-02"}, {{"bus", "B1"}});
    crew.write("patient.unheard_of", {"patient", "p"}, {{"future", true}});
    const auto first = crew.push(*hub);
    EXPECT_EQ(first.ackedThrough, 2);
    const auto again = crew.push(*hub);
    EXPECT_EQ(again.ackedThrough, 2);
    EXPECT_EQ(again.verdicts, first.verdicts);
    const auto page = crew.pull(*hub);
    std::size_t own = 0;
    for (const auto& each : page.operations) {
        own += each.device == crew.id ? 1U : 0U;
    }
    EXPECT_EQ(own, 2U);
    EXPECT_EQ(page.chain.at(crew.id), 2);
}

TEST_P(HubExchange, RefusesAGapAndStoresNothing) {
    TestDevice crew = enrol(Role::Crew);
    for (int i = 0; i < 3; ++i) {
        crew.write("tour.departed", {"tour", "B1@2027-03-02"}, {{"n", i}});
    }
    const auto answer = crew.pushRaw(*hub, 1);
    EXPECT_EQ(answer.status, 409);
    EXPECT_EQ(sync::readPushAnswer(answer.body).value().ackedThrough, 0);
    EXPECT_EQ(crew.pull(*hub).chain.count(crew.id), 0U);
}

TEST_P(HubExchange, TellsAForkAndABadSignature) {
    TestDevice crew = enrol(Role::Crew);
    crew.write("tour.departed", {"tour", "a"}, Json::object());
    crew.push(*hub);
    TestDevice twin = crew;
    twin.chain.clear();
    twin.write("tour.departed", {"tour", "b"}, Json::object());
    const auto forked = twin.push(*hub);
    ASSERT_EQ(forked.verdicts.size(), 1U);
    EXPECT_EQ(forked.verdicts[0].reason, "forked");

    crew.write("tour.returned", {"tour", "a"}, Json::object()).signature->at(0) ^= 1U;
    const auto bad = crew.push(*hub, 2);
    EXPECT_EQ(bad.verdicts.at(0).reason, "bad_signature");
    EXPECT_EQ(bad.ackedThrough, 2) << "a rejected operation is acknowledged, so that its chain goes on";
    crew.write("tour.returned", {"tour", "a"}, {{"n", 1}});
    EXPECT_EQ(crew.push(*hub, 3).verdicts.at(0).kind, Kind::Accepted);
    for (const auto& each : crew.pull(*hub).operations) {
        EXPECT_FALSE(each.device == crew.id && each.seq == 2) << "not passed on";
    }
}

TEST_P(HubExchange, OneSignatureVouchesForTheRunBeforeIt) {
    TestDevice crew = enrol(Role::Crew);
    for (int i = 0; i < 5; ++i) {
        crew.write("tour.departed", {"tour", "a"}, {{"n", i}});
    }
    for (int i = 0; i < 4; ++i) {
        crew.chain[static_cast<std::size_t>(i)].signature->at(0) ^= 1U;
    }
    for (const auto& verdict : crew.push(*hub).verdicts) {
        EXPECT_EQ(verdict.kind, Kind::Accepted);
    }
}

TEST_P(HubExchange, KeepsRolesApart) {
    TestDevice crew = enrol(Role::Crew);
    TestDevice coordination = enrol(Role::Coordination);
    publish(coordination);
    TestDevice hall = enrol(Role::TownHall, "62001");

    crew.write("site.closed", {"site", "S1"}, {{"from", "2027-03-02"}, {"until", "2027-03-02"}});
    EXPECT_EQ(crew.push(*hub).verdicts.at(0).reason, "not_allowed");
    crew.write("claim.confirmed", {"appointment", "x"}, Json::object());
    EXPECT_EQ(crew.push(*hub, 2).verdicts.at(0).reason, "not_allowed");
    coordination.write("patient.registered", {"patient", "p"}, Json::object(), "sealed");
    EXPECT_EQ(coordination.push(*hub, 2).verdicts.at(0).reason, "not_allowed");
    hall.write("site.closed", {"site", "S2"}, {{"from", "2027-03-04"}, {"until", "2027-03-04"}});
    hall.write("site.closed", {"site", "S1"}, {{"from", "2027-03-09"}, {"until", "2027-03-09"}});
    const auto said = hall.push(*hub);
    EXPECT_EQ(said.verdicts.at(0).reason, "out_of_scope");
    EXPECT_EQ(said.verdicts.at(1).kind, Kind::Accepted);

    crew.write("patient.registered", {"patient", "p"}, Json::object(), "sealed bytes");
    crew.push(*hub, 3);
    const auto sees = [&](const TestDevice& device) {
        std::size_t sealed = 0;
        for (const auto& each : device.pull(*hub).operations) {
            sealed += each.sealed ? 1U : 0U;
        }
        return sealed;
    };
    EXPECT_EQ(sees(crew), 1U);
    EXPECT_EQ(sees(coordination), 0U);
    EXPECT_EQ(sees(hall), 0U);
}

TEST_P(HubExchange, RefusesAPlanEditMadeFromAnOlderRevision) {
    TestDevice coordination = enrol(Role::Coordination);
    publish(coordination);
    const Json from{{"from", "2027-03-02"}, {"until", "2027-03-02"}, {"reason", "travaux"}};
    const auto first = coordination.write("site.closed", {"site", "S1"}, from).id;
    EXPECT_EQ(coordination.push(*hub, 2).verdicts.at(0).kind, Kind::Accepted);
    coordination.write("site.closed", {"site", "S1"}, from);
    const auto stale = coordination.push(*hub, 3).verdicts.at(0);
    EXPECT_EQ(stale.reason, "stale_base");
    EXPECT_EQ(stale.by, first);
    Json knowing = from;
    knowing["base"] = first.text();
    coordination.write("site.closed", {"site", "S1"}, knowing);
    EXPECT_EQ(coordination.push(*hub, 4).verdicts.at(0).kind, Kind::Accepted);
}

TEST_P(HubExchange, ErasesAKeySoThatItsBytesAreGone) {
    TestDevice crew = enrol(Role::Crew);
    const std::string wrapped = "ENVELOPE-THAT-MUST-GO-0123456789-ENVELOPE-THAT-MUST-GO";
    crew.write("patient.registered", {"patient", "p"}, Json::object(), "sealed", "k1");
    EXPECT_EQ(crew.push(*hub, 1, {{"k1", wrapped}}).verdicts.at(0).kind, Kind::Accepted);
    ASSERT_EQ(crew.pull(*hub).envelopes.size(), 1U);
    crew.write("patient.erased", {"patient", "p"}, {{"keys", {"k1"}}});
    crew.push(*hub, 2);
    EXPECT_TRUE(crew.pull(*hub).envelopes.empty());
    crew.write("patient.corrected", {"patient", "p"}, Json::object(), "sealed", "k1");
    EXPECT_EQ(crew.push(*hub, 3, {{"k1", wrapped}}).verdicts.at(0).reason, "unknown_key");
    EXPECT_TRUE(crew.pull(*hub).envelopes.empty()) << "refused for ever after";
    crew.write("patient.corrected", {"patient", "q"}, Json::object(), "sealed", "never-seen");
    EXPECT_EQ(crew.push(*hub, 4).verdicts.at(0).reason, "unknown_key");
    if (GetParam() == "sqlite") {
        for (const auto& file : std::filesystem::directory_iterator(folder)) {
            std::ifstream in(file.path(), std::ios::binary);
            const std::string all((std::istreambuf_iterator<char>(in)), {});
            EXPECT_EQ(all.find(wrapped), std::string::npos) << file.path();
        }
    }
}

TEST_P(HubExchange, PagesAndRemovesWhatLeavesTheScope) {
    TestDevice crew = enrol(Role::Crew);
    for (int i = 0; i < 25; ++i) {
        crew.write("patient.registered", {"patient", std::to_string(i)}, Json::object(), "sealed");
    }
    crew.push(*hub);
    TestDevice other = enrol(Role::Crew);
    std::int64_t cursor = 0;
    std::size_t seen = 0;
    sync::Page page;
    do {
        page = other.pull(*hub, cursor, 10);
        EXPECT_LE(page.operations.size(), 10U);
        for (const auto& each : page.operations) {
            seen += each.sealed ? 1U : 0U;
        }
        cursor = page.to;
    } while (page.hasMore);
    EXPECT_EQ(seen, 25U);

    decide([&](sync::HubTransaction& transaction, sync::Author& author) {
        ASSERT_TRUE(sync::changeRole(transaction, author, other.id, Role::Coordination, ""));
    });
    page = other.pull(*hub, cursor);
    EXPECT_EQ(page.removals.size(), 25U);
    EXPECT_EQ(other.pull(*hub, page.to).removals.size(), 0U);
}

TEST_P(HubExchange, TellsTheOthersOfWhatItRejected) {
    TestDevice crew = enrol(Role::Crew);
    TestDevice other = enrol(Role::Crew);
    const auto rejected =
        crew.write("patient.corrected", {"patient", "p"}, Json::object(), "sealed", "nobody's").id;
    EXPECT_EQ(crew.push(*hub).verdicts.at(0).reason, "unknown_key");
    EXPECT_EQ(other.pull(*hub).removals, std::vector{rejected}) << "a stick may have brought it";
    EXPECT_TRUE(crew.pull(*hub).removals.empty()) << "its author hears the verdict";
}

TEST_P(HubExchange, TakesOnlyErasuresOfADeviceThatWasDeclaredLostBefore) {
    TestDevice lost = enrol(Role::Crew);
    TestDevice crew = enrol(Role::Crew);
    const auto late = lost.write("tour.departed", {"tour", "a"}, Json::object()).id;
    lost.write("patient.erased", {"patient", "p"}, {{"keys", {"k1"}}});
    decide([&](sync::HubTransaction& transaction, sync::Author& author) {
        sync::PlanViews plans;
        ASSERT_TRUE(sync::revokeDevice(transaction, author, plans, lost.id, true));
    });
    const auto answer = crew.call(*hub, "POST", "/v1/operations",
                                  Json::parse(sync::textOf(sync::Push{lost.id, crew.epoch, lost.chain, {}})));
    ASSERT_EQ(answer.status, 200) << answer.body;
    const auto said = sync::readPushAnswer(answer.body).value();
    EXPECT_EQ(said.verdicts.at(0).reason, "revoked");
    EXPECT_EQ(said.verdicts.at(1).kind, Kind::Accepted);
    EXPECT_EQ(crew.pull(*hub).removals, std::vector{late});
}

TEST_P(HubExchange, TakesWhatAnotherHandBringsBeyondAHole) {
    TestDevice crew = enrol(Role::Crew);
    for (int i = 0; i < 5; ++i) {
        crew.write("tour.departed", {"tour", "a"}, {{"n", i}});
    }
    TestDevice carrier = enrol(Role::Crew);
    sync::Push push{crew.id, carrier.epoch, {crew.chain[0], crew.chain[3], crew.chain[4]}, {}};
    const auto answer = carrier.call(*hub, "POST", "/v1/operations", Json::parse(sync::textOf(push)));
    ASSERT_EQ(answer.status, 200) << answer.body;
    EXPECT_EQ(sync::readPushAnswer(answer.body).value().ackedThrough, 1);
    EXPECT_EQ(crew.push(*hub, 2).ackedThrough, 5) << "the author fills the hole";
}

TEST_P(HubExchange, TakesTenThousandOperationsBothWays) {
    constexpr std::size_t total = 10'000;
    constexpr std::size_t batch = 1000;
    TestDevice crew = enrol(Role::Crew);
    for (std::size_t i = 0; i < total; ++i) {
        crew.write("patient.registered", {"patient", std::to_string(i)}, Json::object(),
                   std::string(200, 's'));
    }
    TestDevice reader = enrol(Role::Crew);
    const auto started = std::chrono::steady_clock::now();
    for (std::size_t at = 0; at < total; at += batch) {
        ASSERT_EQ(crew.pushRaw(*hub, at, batch).status, 200);
    }
    const auto pushed = std::chrono::steady_clock::now();
    std::size_t seen = 0;
    std::int64_t cursor = 0;
    sync::Page page;
    do {
        page = reader.pull(*hub, cursor);
        cursor = page.to;
        for (const auto& each : page.operations) {
            seen += each.sealed ? 1U : 0U;
        }
    } while (page.hasMore);
    const auto millis = [](auto span) {
        return static_cast<int>(std::chrono::duration_cast<std::chrono::milliseconds>(span).count());
    };
    RecordProperty("push_ms", millis(pushed - started));
    RecordProperty("pull_ms", millis(std::chrono::steady_clock::now() - pushed));
    EXPECT_EQ(seen, total);
}

TEST_P(HubExchange, RefusesABodyThatWasChangedOnTheWay) {
    TestDevice crew = enrol(Role::Crew);
    crew.write("tour.departed", {"tour", "a"}, Json::object());
    sync::HttpCall call;
    call.method = "POST";
    call.path = "/v1/operations";
    call.headers["authorization"] = "Bearer " + crew.token;
    call.body = sync::textOf(sync::Push{crew.id, crew.epoch, crew.chain, {}});
    sync::addDigest(call);
    call.body.back() = ' ';
    const auto answer = hub->answer(call);
    EXPECT_EQ(answer.status, 400);
    EXPECT_NE(answer.body.find("bad_digest"), std::string::npos);
    EXPECT_TRUE(sync::isIntact(answer));
}

} // namespace medicobus::test
