// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/rig/tablet.h"

#include "sync/hub/desk/enrolments.h"
#include "sync/hub/identity.h"
#include "sync/hub/rules/author.h"

namespace medicobus::testing {
namespace {

constexpr std::string_view pin = "4072";
const std::string user = "u-equipe";

} // namespace

Tablet::Tablet(std::filesystem::path folder, std::string actor, const Clock& clock)
    : m_folder(std::move(folder)),
      m_actor(std::move(actor)),
      m_clock(clock),
      m_keychain(m_folder),
      m_wraps(m_folder) {
    std::filesystem::create_directories(m_folder);
}

void Tablet::open(bool makesCrewKey) {
    const vault::Doors doors{m_keychain, m_wraps, m_still};
    const vault::VaultOptions options{std::chrono::hours(24), {1, 8}};
    const vault::NewUser person{user, "Equipe", pin};
    const bool isNew = !must(m_wraps.load(), "wraps").has_value();
    m_vault = must(!isNew         ? vault::Vault::open(doors, options)
                   : makesCrewKey ? vault::Vault::create(doors, person, options)
                                  : vault::Vault::createWaiting(doors, person, options),
                   "vault");
    if (m_vault->isLocked()) {
        must(m_vault->unlock(user, pin), "unlock");
    }
    m_keys = std::make_unique<sync::VaultKeys>(*m_vault);
    m_desk = std::make_unique<clinic::Desk>(
        must(clinic::Desk::open(m_folder / "medicobus.db", m_clock, systemEntropy(), m_actor), "desk"));
    m_desk->useVault(m_vault.get());
    journal().setSigner([this](const journal::Hash& hash) { return m_keys->sign(sync::viewOf(hash)); });
}

void Tablet::connect(const std::string& hub, const sync::PublicKey& hubKey, sync::ExchangeOptions options) {
    options.beforeRound = [this]() -> Result<void> { return m_desk->releaseEndedLeases().map([](int) {}); };
    m_link = std::make_unique<CurlHubLink>(hub, std::nullopt);
    m_exchange = std::make_unique<sync::Exchange>(*m_link, journal(), m_clock, *m_keys, hubKey, options);
}

Result<void> Tablet::synchronise() {
    auto done = m_exchange->run();
    auto refreshed = m_desk->noteExchange();
    return done ? refreshed : done;
}

sync::PublicKey hubKeyIn(sync::HubStore& store, const Clock& clock) {
    sync::PublicKey key{};
    must(store.write([&](sync::HubTransaction& transaction) -> Result<void> {
        key = sync::identityIn(transaction, clock, systemEntropy()).publicKey;
        return {};
    }),
         "the hub's key");
    return key;
}

void enrol(sync::HubStore& store, const Clock& clock, Tablet& tablet, Tablet* colleague, sync::Role role) {
    const auto work = [&](sync::HubTransaction& transaction) -> Result<void> {
        const Entropy entropy = systemEntropy();
        const auto identity = sync::identityIn(transaction, clock, entropy);
        sync::Author author(transaction, identity, clock, entropy);
        sync::EnrolmentRequest request;
        request.secret =
            sync::invite(transaction, role, "", "Tablette", author.now() + std::chrono::hours(1), entropy);
        request.device = tablet.journal().device();
        request.name = "Tablette";
        request.signKey = tablet.vault().signPublicKey();
        request.boxKey = tablet.vault().boxPublicKey();
        const auto begun = sync::beginEnrolment(transaction, request, author.now(), author.newUuid());
        if (!begun) {
            return Fault(begun.error());
        }
        sync::Approval approval;
        if (colleague != nullptr) {
            approval.crewKey = must(colleague->vault().sealCrewKeyFor(request.boxKey), "the crew's key");
        }
        const auto decided = sync::decideEnrolment(transaction, author, begun->enrolment, approval, nullptr);
        if (!decided) {
            return Fault(decided.error());
        }
        return colleague == nullptr ? Result<void>() : tablet.vault().adoptCrewKey(decided->crewKey);
    };
    must(store.write(work), "enrolment");
    must(tablet.desk().setEnrolled(), "enrolment");
}

} // namespace medicobus::testing
