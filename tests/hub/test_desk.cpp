// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/bench.h"

#include "platform/server/backup/backup.h"
#include "sync/hub/desk/access_log.h"
#include "sync/hub/web/openapi.h"
#include "sync/hub/web/request.h"
#include "tests/hub/postgres.h"

#include <fstream>

namespace medicobus::test {

using sync::Role;

class HubDesk : public HubTest {};
INSTANTIATE_TEST_SUITE_P(Engines, HubDesk, testing::Values("sqlite", "postgres"),
                         [](const auto& each) { return each.param; });

TEST_P(HubDesk, EnrolsOnceByCodeAndComparesDigits) {
    TestDevice device(clock, 4242);
    sync::EnrolmentRequest request;
    request.device = device.id;
    request.name = "Tablette du bus 1";
    request.signKey = device.signKey;
    request.boxKey = device.boxKey;
    decide([&](sync::HubTransaction& transaction, sync::Author&) {
        request.secret = sync::invite(transaction, Role::Crew, "", "", clock.now() + std::chrono::hours(24),
                                      seededEntropy(5));
    });
    const auto asked = device.call(*hub, "POST", "/v1/enrolments", sync::toJson(request));
    ASSERT_EQ(asked.status, 201) << asked.body;
    const auto enrolment = sync::readEnrolment(asked.body).value();
    EXPECT_EQ(enrolment.state, sync::Enrolment::State::Pending);
    EXPECT_EQ(device.call(*hub, "POST", "/v1/enrolments", sync::toJson(request)).status, 403)
        << "a code serves once";
    decide([&](sync::HubTransaction& transaction, sync::Author& author) {
        ASSERT_TRUE(sync::decideEnrolment(transaction, author, enrolment.id, {true, std::nullopt}, nullptr));
    });
    const auto stands = device.call(*hub, "GET", "/v1/enrolments/" + enrolment.id);
    EXPECT_EQ(sync::readEnrolment(stands.body).value().state, sync::Enrolment::State::Approved);
    device.openSession(*hub);
    EXPECT_EQ(device.call(*hub, "GET", "/v1/devices").status, 200);
}

TEST_P(HubDesk, ACodeDiesAfterADay) {
    TestDevice device(clock, 4243);
    sync::EnrolmentRequest request{{}, device.id, "x", device.signKey, device.boxKey};
    decide([&](sync::HubTransaction& transaction, sync::Author&) {
        request.secret = sync::invite(transaction, Role::Crew, "", "", clock.now() + std::chrono::hours(24),
                                      seededEntropy(6));
    });
    clock.step(std::chrono::hours(25));
    EXPECT_EQ(device.call(*hub, "POST", "/v1/enrolments", sync::toJson(request)).status, 403);
}

TEST_P(HubDesk, SessionsEndByTheHubsClockAndServeEveryProcess) {
    TestDevice crew = enrol(Role::Crew);
    auto second = openHub();
    EXPECT_EQ(crew.call(*second, "GET", "/v1/chains").status, 200);
    clock.step(std::chrono::hours(13));
    EXPECT_EQ(crew.call(*hub, "GET", "/v1/chains").status, 401);
    crew.openSession(*hub);
    crew.token[3] = crew.token[3] == 'A' ? 'B' : 'A';
    EXPECT_EQ(crew.call(*hub, "GET", "/v1/chains").status, 401);
}

TEST_P(HubDesk, LogsReadsInAChainThatTellsTampering) {
    TestDevice crew = enrol(Role::Crew);
    TestDevice coordination = enrol(Role::Coordination);
    crew.pull(*hub);
    EXPECT_EQ(crew.call(*hub, "GET", "/v1/access-log").status, 403);
    const auto answer = coordination.call(*hub, "GET", "/v1/access-log");
    ASSERT_EQ(answer.status, 200);
    const Json log = Json::parse(answer.body);
    bool hasRead = false;
    for (const Json& each : log["entries"]) {
        hasRead = hasRead || (each["device"] == crew.id.text() && each["action"] == "GET /v1/operations");
    }
    EXPECT_TRUE(hasRead);
    const auto check = [&] {
        sync::AccessReport report;
        decide([&](sync::HubTransaction& transaction, sync::Author&) {
            const auto identity = sync::identityIn(transaction, clock, seededEntropy(1));
            report = sync::verifyAccessLog(transaction, identity.publicKey);
        });
        return report;
    };
    EXPECT_EQ(check().broken, 0);
    EXPECT_GE(check().entries, 4);
    ASSERT_TRUE(store->engine().transact(platform::Access::Write, [](platform::SqlSession& session) {
        session.run("UPDATE hub_access.entries SET record = 'nothing' WHERE number = 2");
        return Result<void>();
    }));
    EXPECT_EQ(check().broken, 2);
}

TEST_P(HubDesk, BacksUpFromOneEngineToAnotherAndTakesANewIdentity) {
    TestDevice crew = enrol(Role::Crew);
    crew.write("patient.registered", {"patient", "p"}, Json::object(), std::string("\0\xff sealed", 9), "k");
    crew.push(*hub, 1, {{"k", "wrapped"}});
    const auto file = folder / "hub.backup";
    ASSERT_TRUE(platform::backUp(store->engine(), file, "a passphrase"));
    std::ifstream in(file, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(in)), {});
    EXPECT_EQ(bytes.find("tablette"), std::string::npos) << "the backup is sealed";

    const auto other = platform::openHubStore("sqlite:" + (folder / "other.db").string());
    ASSERT_TRUE(other);
    EXPECT_EQ(platform::restoreFrom((*other)->engine(), file, "wrong").error().detail("cause"), "passphrase");
    ASSERT_TRUE(platform::restoreFrom((*other)->engine(), file, "a passphrase"));
    EXPECT_EQ(platform::restoreFrom((*other)->engine(), file, "a passphrase").error().code(),
              platform::codes::storeNotEmpty);
    ASSERT_TRUE((*other)->write([&](sync::HubTransaction& transaction) -> Result<void> {
        sync::renew(transaction, clock, seededEntropy(8));
        return {};
    }));
    auto restored = sync::Hub::open(**other, clock, seededEntropy(9), {}).value();
    crew.openSession(*restored);
    const auto page = crew.pull(*restored);
    EXPECT_EQ(page.chain.at(crew.id), 1);
    EXPECT_EQ(page.envelopes.size(), 1U);
    EXPECT_NE(page.epoch, crew.pull(*hub).epoch);
    {
        std::ofstream cut(folder / "cut.backup", std::ios::binary);
        cut << bytes.substr(0, bytes.size() - 5);
    }
    const auto third = platform::openHubStore("sqlite:" + (folder / "third.db").string());
    EXPECT_FALSE(platform::restoreFrom((*third)->engine(), folder / "cut.backup", "a passphrase"));
}

TEST_P(HubDesk, MovesToTheOtherEngineByABackup) {
    const bool isFromSqlite = GetParam() == "sqlite";
    const auto postgres = isFromSqlite ? postgresUrl("moved") : std::nullopt;
    if (isFromSqlite && !postgres) {
        GTEST_SKIP() << "skipped: PostgreSQL is not installed";
    }
    TestDevice crew = enrol(Role::Crew);
    crew.write("patient.registered", {"patient", "p"}, {{"seen", {{"family_name", "é"}}}},
               std::string("\0\xff sealed", 9), "k");
    crew.push(*hub, 1, {{"k", std::string("\0wrapped\xfe", 9)}});
    const auto before = crew.pull(*hub);
    const auto file = folder / "hub.backup";
    ASSERT_TRUE(platform::backUp(store->engine(), file, "a passphrase"));

    const auto other =
        platform::openHubStore(isFromSqlite ? *postgres : "sqlite:" + (folder / "moved.db").string());
    ASSERT_TRUE(other);
    const auto moved = platform::restoreFrom((*other)->engine(), file, "a passphrase");
    ASSERT_TRUE(moved) << moved.error().code().name << " " << moved.error().detail("cause");
    auto restored = sync::Hub::open(**other, clock, seededEntropy(9), {}).value();
    crew.openSession(*restored);
    const auto after = crew.pull(*restored);
    EXPECT_EQ(after.checksum, before.checksum);
    EXPECT_EQ(after.chain, before.chain);
    ASSERT_EQ(after.envelopes.size(), 1U);
    EXPECT_EQ(after.envelopes[0].wrapped, before.envelopes.at(0).wrapped);
    ASSERT_FALSE(after.operations.empty());
    EXPECT_EQ(after.operations.back().sealed, before.operations.back().sealed);
    EXPECT_EQ(after.operations.back().open, before.operations.back().open);
    EXPECT_EQ(platform::restoreFrom((*other)->engine(), file, "a passphrase").error().code(),
              platform::codes::storeNotEmpty);
    crew.write("patient.corrected", {"patient", "p"}, Json::object());
    EXPECT_EQ(crew.push(*restored, 2).ackedThrough, 2) << "what follows is stored there too";
}

TEST_P(HubDesk, LimitsBodiesAndRates) {
    sync::HubOptions options;
    options.bodyLimit = 1000;
    auto small = openHub(options);
    TestDevice crew = enrol(Role::Crew);
    EXPECT_EQ(crew.call(*small, "POST", "/v1/operations", {{"x", std::string(2000, 'x')}}).status, 413);
    options.perDevice = {3, 1};
    auto slow = sync::Hub::open(*store, clock, seededEntropy(77), options).value();
    for (int i = 0; i < 3; ++i) {
        EXPECT_EQ(crew.call(*slow, "GET", "/v1/chains").status, 200);
    }
    const auto refused = crew.call(*slow, "GET", "/v1/chains");
    EXPECT_EQ(refused.status, 429);
    EXPECT_EQ(refused.headers.at("retry-after"), "1");
    clock.step(std::chrono::seconds(2));
    EXPECT_EQ(crew.call(*slow, "GET", "/v1/chains").status, 200);
}

TEST_P(HubDesk, DescribesExactlyTheRoutesThatAnswer) {
    const Json description = Json::parse(TestDevice(clock, 1).call(*hub, "GET", "/openapi.json").body);
    EXPECT_EQ(description["openapi"], "3.0.3");
    TestDevice stranger(clock, 2);
    std::size_t count = 0;
    for (const auto& [path, methods] : description["paths"].items()) {
        for (const auto& [method, operation] : methods.items()) {
            ++count;
            std::string upper = method;
            std::transform(upper.begin(), upper.end(), upper.begin(),
                           [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
            std::string live = path;
            for (auto at = live.find('{'); at != std::string::npos; at = live.find('{')) {
                live.replace(at, live.find('}') - at + 1, "0195a000-0000-7000-8000-00000000000f");
            }
            const auto answer = stranger.call(*hub, upper, live, upper == "GET" ? Json() : Json::object());
            EXPECT_TRUE(operation["responses"].contains(std::to_string(answer.status)))
                << upper << " " << path << " gave " << answer.status << " " << answer.body;
            EXPECT_EQ(operation.contains("security"), answer.status == 401
                                                          && !path.starts_with("/v1/sessions")
                                                          && path != "/v1/devices/{id}/wiped")
                << path;
        }
    }
    EXPECT_EQ(count, sync::web::routes().size());
    for (const char* nowhere : {"/v1/nowhere", "/v2/operations", "/../etc/passwd", "//", "/v1/"}) {
        EXPECT_EQ(stranger.call(*hub, "GET", nowhere).status, 404) << nowhere;
    }
    EXPECT_EQ(stranger.call(*hub, "DELETE", "/v1/operations").status, 405);
}

TEST_P(HubDesk, ServesPagesFromMemoryWithETags) {
    sync::HubOptions options;
    int renderings = 0;
    options.publish = [&](const plan::Programme& programme, Date, Date,
                          Instant) -> Result<std::map<std::string, std::string>> {
        ++renderings;
        return std::map<std::string, std::string>{{"index.html", programme.name}};
    };
    auto front = openHub(options);
    TestDevice resident(clock, 3);
    EXPECT_EQ(resident.call(*front, "GET", "/").status, 404) << "nothing is published";
    TestDevice coordination = enrol(Role::Coordination);
    publish(coordination);
    const auto page = resident.call(*front, "GET", "/");
    ASSERT_EQ(page.status, 200);
    EXPECT_EQ(page.type, "text/html; charset=utf-8");
    sync::HttpCall again;
    again.method = "GET";
    again.path = "/index.html";
    again.headers["if-none-match"] = page.headers.at("etag");
    EXPECT_EQ(front->answer(again).status, 304);
    EXPECT_EQ(renderings, 1);
}

TEST_P(HubDesk, SpeaksPrometheus) {
    TestDevice crew = enrol(Role::Crew);
    crew.pull(*hub);
    const auto text = crew.call(*hub, "GET", "/metrics").body;
    EXPECT_NE(text.find("medicobus_requests_total{route=\"/v1/operations\",status=\"200\"} 1"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("medicobus_devices{state=\"active\"} 1"), std::string::npos);
}

} // namespace medicobus::test
