// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/bench.h"

#include "base/random.h"
#include "plan/programme_json.h"
#include "sync/digest.h"
#include "tests/hub/postgres.h"

#include <sodium.h>

#include <atomic>
#include <unistd.h>

namespace medicobus::test {

Entropy seededEntropy(std::uint64_t seed) {
    auto random = std::make_shared<Random>(seed);
    auto guard = std::make_shared<std::mutex>();
    return [random, guard](std::uint8_t* bytes, std::size_t count) {
        const std::lock_guard lock(*guard);
        for (std::size_t i = 0; i < count; ++i) {
            bytes[i] = static_cast<std::uint8_t>(random->below(256));
        }
    };
}

TestDevice::TestDevice(const Clock& clock, std::uint64_t seed)
    : m_clock(clock), m_entropy(seededEntropy(seed)) {
    [[maybe_unused]] static const int started = sodium_init();
    id = journal::DeviceId::make(clock.now(), m_entropy);
    std::array<std::uint8_t, 32> start{};
    m_entropy(start.data(), start.size());
    crypto_sign_seed_keypair(signKey.data(), m_secret.data(), start.data());
    m_entropy(boxKey.data(), boxKey.size());
}

journal::Operation& TestDevice::write(const std::string& kind, journal::Subject subject, Json open,
                                      std::optional<std::string> sealed, std::optional<std::string> key) {
    journal::Operation operation;
    operation.id = journal::OperationId::make(m_clock.now(), m_entropy);
    operation.device = id;
    operation.seq = static_cast<std::int64_t>(chain.size()) + 1;
    operation.time = HybridClock(m_clock, chain.empty() ? HybridTime{} : chain.back().time).tick();
    operation.actor = "tester";
    operation.subject = std::move(subject);
    operation.kind = kind;
    operation.open = std::move(open);
    operation.sealed = std::move(sealed);
    operation.sealKey = std::move(key);
    if (!chain.empty()) {
        operation.previousHash = chain.back().hash;
    }
    seal(operation);
    chain.push_back(std::move(operation));
    return chain.back();
}

void TestDevice::seal(journal::Operation& operation) const {
    operation.hash = journal::hashOf(operation).value();
    sync::Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, operation.hash.data(), operation.hash.size(),
                         m_secret.data());
    operation.signature = signature;
}

sync::HttpAnswer TestDevice::call(sync::Hub& hub, const std::string& method, const std::string& path,
                                  const Json& body) const {
    sync::HttpCall call;
    call.method = method;
    call.path = path;
    call.peer = "127.0.0.1";
    if (!token.empty()) {
        call.headers["authorization"] = "Bearer " + token;
    }
    if (!body.is_null()) {
        call.body = body.dump();
        sync::addDigest(call);
    }
    return hub.answer(call);
}

void TestDevice::openSession(sync::Hub& hub) {
    const auto challenge = sync::readChallenge(call(hub, "GET", "/v1/challenge").body).value();
    const std::string proof = sync::sessionProof(challenge.challenge);
    sync::SessionRequest request{id, challenge.challenge, {}};
    crypto_sign_detached(request.signature.data(), nullptr,
                         reinterpret_cast<const unsigned char*>(proof.data()), proof.size(), m_secret.data());
    const auto answer = call(hub, "POST", "/v1/sessions", sync::toJson(request));
    ASSERT_EQ(answer.status, 200) << answer.body;
    const auto session = sync::readSession(answer.body).value();
    token = session.token;
    epoch = session.epoch;
}

sync::HttpAnswer TestDevice::pushRaw(sync::Hub& hub, std::size_t from, std::size_t count) const {
    sync::Push push{id, epoch, {}, {}};
    for (std::size_t i = from; i < chain.size() && i - from < count; ++i) {
        push.operations.push_back(chain[i]);
    }
    return call(hub, "POST", "/v1/operations", Json::parse(sync::textOf(push)));
}

sync::PushAnswer TestDevice::push(sync::Hub& hub, std::int64_t fromSeq, std::vector<sync::Envelope> keys) {
    sync::Push push{id, epoch, {}, std::move(keys)};
    push.operations.assign(chain.begin() + static_cast<std::ptrdiff_t>(fromSeq - 1), chain.end());
    const auto answer = call(hub, "POST", "/v1/operations", Json::parse(sync::textOf(push)));
    EXPECT_EQ(answer.status, 200) << answer.body;
    return sync::readPushAnswer(answer.body).value_or(sync::PushAnswer{});
}

sync::Page TestDevice::pull(sync::Hub& hub, std::int64_t after, std::size_t limit) const {
    const auto answer =
        call(hub, "GET", "/v1/operations?after=" + std::to_string(after) + "&limit=" + std::to_string(limit));
    EXPECT_EQ(answer.status, 200) << answer.body;
    const auto page = sync::readPage(answer.body);
    EXPECT_TRUE(page && sync::isWhole(*page));
    return page.value_or(sync::Page{});
}

void HubTest::SetUp() {
    static std::atomic<int> count{0};
    const std::string name = "hub" + std::to_string(::getpid()) + "_" + std::to_string(++count);
    folder = std::filesystem::temp_directory_path() / ("medicobus-" + name);
    std::filesystem::create_directories(folder);
    if (GetParam() == "sqlite") {
        database = "sqlite:" + (folder / "hub.db").string();
    } else if (const auto url = postgresUrl(name)) {
        database = *url;
    } else {
        GTEST_SKIP() << "skipped: no PostgreSQL";
    }
    store = openStore();
    ASSERT_TRUE(store);
    hub = openHub();
    ASSERT_TRUE(hub);
}

void HubTest::TearDown() {
    hub.reset();
    store.reset();
    std::filesystem::remove_all(folder);
}

std::unique_ptr<platform::SqlHubStore> HubTest::openStore() {
    auto opened = platform::openHubStore(database);
    EXPECT_TRUE(opened) << (opened ? "" : opened.error().detail("cause"));
    return opened ? std::move(*opened) : nullptr;
}

std::unique_ptr<sync::Hub> HubTest::openHub(sync::HubOptions options) {
    options.perDevice = {0, 0};
    options.perPeer = {0, 0};
    auto opened = sync::Hub::open(*store, clock, seededEntropy(++seed), std::move(options));
    EXPECT_TRUE(opened) << (opened ? "" : opened.error().detail("cause"));
    return opened ? std::move(*opened) : nullptr;
}

void HubTest::decide(const std::function<void(sync::HubTransaction&, sync::Author&)>& work) {
    const auto done = store->write([&](sync::HubTransaction& transaction) -> Result<void> {
        const Entropy entropy = seededEntropy(++seed + 1000);
        const auto identity = sync::identityIn(transaction, clock, entropy);
        sync::Author author(transaction, identity, clock, entropy);
        work(transaction, author);
        return {};
    });
    ASSERT_TRUE(done) << done.error().detail("cause");
}

TestDevice HubTest::enrol(sync::Role role, const std::string& commune) {
    TestDevice device(clock, ++seed * 7919);
    decide([&](sync::HubTransaction& transaction, sync::Author& author) {
        sync::EnrolmentRequest request;
        request.secret = sync::invite(transaction, role, commune, "tablette",
                                      clock.now() + std::chrono::hours(24), seededEntropy(++seed));
        request.device = device.id;
        request.name = "tablette";
        request.signKey = device.signKey;
        request.boxKey = device.boxKey;
        const auto begun = sync::beginEnrolment(transaction, request, clock.now(), author.newUuid());
        ASSERT_TRUE(begun) << begun.error().code().name;
        ASSERT_TRUE(sync::decideEnrolment(transaction, author, begun->enrolment, {true, "sealed"}, nullptr));
    });
    device.openSession(*hub);
    return device;
}

void HubTest::publish(TestDevice& coordination) {
    plan::Programme programme;
    programme.version = "0195a000-0000-7000-8000-000000000001";
    programme.name = "Médicobus de l'Admidep";
    programme.isFictional = true;
    programme.firstMonday = parseDate("2027-03-01").value();
    programme.cycleWeeks = 1;
    programme.buses = {{"B1"}};
    for (const auto& [site, insee, day] :
         {std::tuple{"S1", "62001", Weekday::Tuesday}, std::tuple{"S2", "62002", Weekday::Thursday}}) {
        plan::Site made;
        made.id = {site};
        made.insee = {insee};
        made.name = "Salle communale";
        made.commune = "Ville fictive";
        made.point = {50.5, 2.0};
        programme.sites.push_back(made);
        programme.communes.push_back({{insee}, "Ville fictive", {50.5, 2.0}});
        plan::Series series;
        series.id = {std::string("s") + site[1]};
        series.bus = {"B1"};
        series.site = {site};
        series.weekday = day;
        series.session = {"matin"};
        series.weeks = {0};
        series.start = std::chrono::hours(9);
        series.end = std::chrono::hours(12);
        programme.series.push_back(series);
    }
    coordination.write("programme.published", {"programme", programme.version},
                       Json::parse(plan::programmeJson(programme)));
    const auto answer = coordination.push(*hub, static_cast<std::int64_t>(coordination.chain.size()));
    ASSERT_EQ(answer.verdicts.back().kind, sync::Verdict::Kind::Accepted) << answer.verdicts.back().reason;
}

Json bookingOf(const std::string& occurrence, int slot, const std::string& basis, const std::string& lease) {
    Json open{{"occurrence", occurrence},
              {"slot", slot},
              {"seat", 0},
              {"promised", "2027-03-02T09:00"},
              {"basis", basis}};
    if (!lease.empty()) {
        open["lease"] = lease;
    }
    return open;
}

std::vector<journal::Operation> decisionsOn(const sync::Page& page, const std::string& appointment) {
    std::vector<journal::Operation> found;
    for (const journal::Operation& each : page.operations) {
        if (each.subject.id == appointment && each.kind.starts_with("claim.")) {
            found.push_back(each);
        }
    }
    return found;
}

} // namespace medicobus::test
