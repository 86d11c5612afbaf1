// SPDX-License-Identifier: EUPL-1.2
#include "cli/demo/meeting.h"

#include "sync/device/calls.h"
#include "sync/device/enrol.h"
#include "sync/hub/desk/enrolments.h"

namespace medicobus::cli {

Result<void> StoryDevice::begin(StoryDevice* from, const BootClock& bootClock) {
    if (from != nullptr) {
        journal::Incoming incoming;
        auto read = from->m_desk.journal().each([&](const journal::Operation& each) -> Result<void> {
            incoming.operations.push_back(each);
            return {};
        });
        const auto taken = read ? m_desk.journal().ingest(incoming) : Fault(std::move(read.error()));
        if (!taken) {
            return Fault(taken.error());
        }
        if (auto noted = m_desk.noteExchange(); !noted) {
            return noted;
        }
    }
    return clinic::FictionalKeys::open(m_desk, bootClock).map([&](auto&& opened) {
        m_fictional = std::move(opened);
        m_keys = std::make_unique<sync::VaultKeys>(m_fictional->vault());
    });
}

Result<void> StoryDevice::exchange() {
    return m_exchange->run().and_then([&] { return m_desk.noteExchange(); });
}

Result<void> StoryDevice::lease(const plan::OccurrenceId& passage, int places) {
    const auto share = m_exchange->requestLease(passage.text(), places);
    return share ? exchange() : Fault(share.error());
}

Result<std::unique_ptr<StoryHub>> StoryHub::open(const std::filesystem::path& file, const Clock& clock) {
    std::unique_ptr<StoryHub> hub(new StoryHub(clock));
    auto store = platform::openHubStore("sqlite:" + file.string());
    if (!store) {
        return Fault(std::move(store.error()));
    }
    hub->m_store = std::move(*store);
    auto opened = sync::Hub::open(*hub->m_store, clock, systemEntropy());
    if (!opened) {
        return Fault(std::move(opened.error()));
    }
    hub->m_hub = std::move(*opened);
    return hub->decide([](auto&, auto&) -> Result<void> { return {}; }).map([&] { return std::move(hub); });
}

Result<void> StoryHub::decide(const std::function<Result<void>(sync::HubTransaction&, sync::Author&)>& work) {
    const Entropy entropy = systemEntropy();
    return m_store->write([&](sync::HubTransaction& transaction) -> Result<void> {
        const auto identity = sync::identityIn(transaction, m_clock, entropy);
        m_key = identity.publicKey;
        sync::Author author(transaction, identity, m_clock, entropy);
        return work(transaction, author);
    });
}

Result<sync::HttpAnswer> StoryHub::call(const sync::HttpCall& call) {
    sync::HttpCall arriving = call;
    arriving.peer = "127.0.0.1";
    return m_hub->answer(arriving);
}

Result<void> StoryHub::approve(const sync::Enrolment& asked, sync::Role role, StoryDevice* approver) {
    if (approver == nullptr) {
        return decide([&](sync::HubTransaction& transaction, sync::Author& author) -> Result<void> {
            const auto done = sync::decideEnrolment(transaction, author, asked.id, {}, nullptr);
            return done ? Result<void>() : Fault(done.error());
        });
    }
    sync::Approval approval;
    if (role == sync::Role::Crew) {
        auto crewKey = approver->m_fictional->vault().sealCrewKeyFor(asked.boxKey);
        if (!crewKey) {
            return Fault(std::move(crewKey.error()));
        }
        approval.crewKey = std::move(*crewKey);
    }
    const auto told = approver->m_exchange->talk(
        sync::post("/v1/enrolments/" + asked.id + "/approval", sync::toJson(approval).dump()));
    return told ? Result<void>() : Fault(told.error());
}

Result<void> StoryHub::enrol(StoryDevice& device, sync::Role role, const std::string& name,
                             StoryDevice* approver) {
    sync::InvitationCode code;
    code.hub = "https://serveur.example";
    code.role = role;
    auto invited = decide([&](sync::HubTransaction& transaction, sync::Author&) -> Result<void> {
        constexpr std::chrono::hours life{24};
        code.secret = sync::invite(transaction, role, {}, name, m_clock.now() + life, systemEntropy());
        return {};
    });
    if (!invited) {
        return invited;
    }
    code.hubKey = m_key;
    clinic::Desk& desk = device.m_desk;
    const vault::Vault& vault = device.m_fictional->vault();
    const auto asked =
        sync::askToEnrol(*this, code, desk.journal(), name, vault.signPublicKey(), vault.boxPublicKey());
    if (!asked) {
        return Fault(asked.error());
    }
    if (auto approved = approve(*asked, role, approver); !approved) {
        return approved;
    }
    const auto enrolled = sync::enrolmentNow(*this, asked->id, desk.journal());
    auto joined = enrolled ? Result<void>() : Fault(enrolled.error());
    if (enrolled && enrolled->crewKey) {
        joined = desk.joinCrew(*enrolled->crewKey);
    }
    if (auto ready = joined.and_then([&] { return desk.setEnrolled(); }); !ready) {
        return ready;
    }
    sync::ExchangeOptions options;
    options.beforeRound = [&desk]() -> Result<void> {
        const auto released = desk.releaseEndedLeases();
        return released ? desk.announceCrewKey() : Fault(released.error());
    };
    device.m_exchange = std::make_unique<sync::Exchange>(*this, desk.journal(), m_clock, *device.m_keys,
                                                         m_key, std::move(options));
    return device.exchange();
}

} // namespace medicobus::cli
