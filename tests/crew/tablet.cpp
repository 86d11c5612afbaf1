// SPDX-License-Identifier: EUPL-1.2
#include "tests/crew/tablet.h"

#include "sync/hub/rules/author.h"

#include <unistd.h>

namespace medicobus::test {

namespace {

/// PINs cost little here.
const vault::VaultOptions cheap{std::chrono::minutes(5), {1, 8}};

void listen(std::string& capture, const std::map<std::string, std::string>& headers,
            const std::string& body) {
    for (const auto& [name, value] : headers) {
        capture.append(name).append(": ").append(value).append("\r\n");
    }
    capture.append("\r\n").append(body).append("\r\n");
}

} // namespace

Place::Place(const std::filesystem::path& folder, const Clock& clock) : m_clock(clock) {
    std::filesystem::create_directories(folder);
    store = platform::openHubStore("sqlite:" + (folder / "hub.db").string()).value();
    sync::HubOptions options;
    options.perDevice = {0, 0};
    options.perPeer = {0, 0};
    hub = sync::Hub::open(*store, clock, systemEntropy(), options).value();
    decide([](sync::HubTransaction&, sync::Author&) {});
}

void Place::decide(const std::function<void(sync::HubTransaction&, sync::Author&)>& work) {
    const Entropy entropy = systemEntropy();
    const auto done = store->write([&](sync::HubTransaction& transaction) -> Result<void> {
        const auto identity = sync::identityIn(transaction, m_clock, entropy);
        key = identity.publicKey;
        sync::Author author(transaction, identity, m_clock, entropy);
        work(transaction, author);
        return {};
    });
    ASSERT_TRUE(done);
}

Result<sync::HttpAnswer> Place::call(const sync::HttpCall& call) {
    capture.append(call.method).append(" ").append(call.path).append("\r\n");
    listen(capture, call.headers, call.body);
    sync::HttpCall arriving = call;
    arriving.peer = "192.0.2.7";
    sync::HttpAnswer answer = hub->answer(arriving);
    listen(capture, answer.headers, answer.body);
    return answer;
}

sync::InvitationCode Place::invite(sync::Role role, const std::string& commune) {
    sync::InvitationCode code;
    code.hub = "https://hub.example";
    code.hubKey = key;
    code.role = role;
    decide([&](sync::HubTransaction& transaction, sync::Author&) {
        code.secret = sync::invite(transaction, role, commune, {}, m_clock.now() + std::chrono::hours(24),
                                   systemEntropy());
    });
    return code;
}

void Place::approve(const std::string& enrolment) {
    decide([&](sync::HubTransaction& transaction, sync::Author& author) {
        ASSERT_TRUE(sync::decideEnrolment(transaction, author, enrolment, {}, nullptr));
    });
}

Tablet::Tablet(const std::filesystem::path& folder, std::string name, const Clock& clock, Crew crew)
    : m_folder(folder), m_name(std::move(name)), m_clock(clock) {
    std::filesystem::create_directories(folder);
    desk = std::make_unique<clinic::Desk>(
        clinic::Desk::open(folder / "medicobus.db", clock, systemEntropy(), "crew-" + m_name).value());
    m_wraps = std::make_unique<clinic::LocalWraps>(desk->journal());
    vault = crew == Crew::Makes ? vault::Vault::create(doors(), vault::Device::marie(), cheap).value()
                                : vault::Vault::createWaiting(doors(), vault::Device::marie(), cheap).value();
    desk->useVault(vault.get());
    m_keys = std::make_unique<sync::VaultKeys>(*vault);
}

void Tablet::recover(Place& place, const vault::Secret& recoveryKey) {
    desk->useVault(nullptr);
    m_exchange.reset();
    m_keys.reset();
    auto recovered = vault::Vault::recover(doors(), recoveryKey, vault::Device::paul(), cheap);
    ASSERT_TRUE(recovered) << codeIn(recovered);
    vault = std::move(*recovered);
    desk->useVault(vault.get());
    m_keys = std::make_unique<sync::VaultKeys>(*vault);
    meet(place);
}

void Tablet::meet(Place& place) {
    sync::ExchangeOptions options;
    options.beforeRound = [this] { return desk->announceCrewKey(); };
    options.wipe = [this] { return vault::Vault::destroy(doors()); };
    m_exchange =
        std::make_unique<sync::Exchange>(place, desk->journal(), m_clock, *m_keys, place.key, options);
}

void Tablet::join(Place& place, sync::Role role, Tablet* approver, const std::string& commune) {
    auto& journal = desk->journal();
    const auto code = place.invite(role, commune);
    const auto asked =
        sync::askToEnrol(place, code, journal, m_name, vault->signPublicKey(), vault->boxPublicKey());
    ASSERT_TRUE(asked) << codeIn(asked) << asked.error().detail("value");
    if (approver) {
        sync::Approval approval;
        if (role == sync::Role::Crew) {
            approval.crewKey = approver->vault->sealCrewKeyFor(asked->boxKey).value();
        }
        const auto answer = approver->talks().talk(
            sync::post("/v1/enrolments/" + asked->id + "/approval", sync::toJson(approval).dump()));
        ASSERT_TRUE(answer) << codeIn(answer) << answer.error().detail("value");
    } else {
        place.approve(asked->id);
    }
    const auto enrolled = sync::enrolmentNow(place, asked->id, journal);
    ASSERT_TRUE(enrolled) << codeIn(enrolled);
    ASSERT_EQ(enrolled->state, sync::Enrolment::State::Approved);
    if (enrolled->crewKey) {
        ASSERT_EQ(codeIn(desk->joinCrew(*enrolled->crewKey)), "done");
    }
    ASSERT_EQ(codeIn(desk->setEnrolled()), "done");
    meet(place);
    exchange();
}

void Tablet::exchange() {
    const auto done = m_exchange->run();
    ASSERT_TRUE(done) << m_name << ": " << codeIn(done) << " " << done.error().detail("value");
    ASSERT_EQ(codeIn(desk->noteExchange()), "done");
}

void CrewTest::SetUp() {
    std::string name = (std::filesystem::temp_directory_path() / "medicobus-crew-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder = name;
    clock.set("2027-03-01T10:00");
    place = std::make_unique<Place>(folder / "hub", clock);
}

void CrewTest::TearDown() {
    coordination.reset();
    place.reset();
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
}

std::unique_ptr<Tablet> CrewTest::tablet(const std::string& name, Tablet::Crew crew) {
    return std::make_unique<Tablet>(folder / name, name, clock, crew);
}

void CrewTest::publish(const plan::Programme& programme) {
    coordination = tablet("coordination");
    coordination->join(*place, sync::Role::Coordination);
    ASSERT_EQ(codeIn(coordination->desk->publish(programme)), "done");
    coordination->exchange();
    ASSERT_TRUE(coordination->isSynchronised());
}

} // namespace medicobus::test
