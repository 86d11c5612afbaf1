// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/desk/enrolments.h"
#include "sync/hub/identity.h"
#include "tests/simulation/cast/programme.h"
#include "tests/simulation/play/stage.h"
#include "tests/simulation/world/chance.h"

#include <fmt/format.h>

namespace medicobus::simulation {

std::optional<Violation> Stage::act(const Step& step) {
    if (step.who == Who::World) {
        actOnWorld(step);
        return std::nullopt;
    }
    return step.who == Who::Hub ? actOnHub(step) : actOnDevice(step);
}

std::optional<Violation> Stage::actOnDevice(const Step& step) {
    Tablet& tablet = m_company.of(step.who);
    switch (step.act) {
    case Act::Sync:
        return exchange(step, tablet);
    case Act::Lease:
        return askForLease(step, tablet);
    case Act::Publish:
        return publish(step, tablet);
    case Act::Deposit:
        return deposit(step, tablet);
    case Act::Revoke:
        return revoke(step);
    case Act::Stick:
        return exchangeStick(step, tablet);
    case Act::StickToHub:
        return carryStick(step, tablet);
    case Act::Restart:
        tablet.stop();
        note(step, true);
        return raise(tablet);
    case Act::Lag:
        tablet.stop();
        tablet.fallBehind();
        note(step, true);
        return raise(tablet);
    case Act::Recover:
        return recover(step, tablet);
    default:
        break;
    }
    const std::set<std::string> keys =
        step.act == Act::Erase ? keysOf(tablet, step) : std::set<std::string>();
    const Deed deed = perform(tablet, step, m_company.people);
    if (tablet.isDead()) {
        // Nobody heard the answer: it may have been stored or not.
        return std::nullopt;
    }
    note(step, deed.isDone());
    if (deed.registered) {
        m_company.people.push_back(*deed.registered);
    }
    if (deed.erased) {
        m_erased.insert(deed.erased->text());
        m_erasers.try_emplace(deed.erased->text(), tablet.number());
        m_destroyed.insert(keys.begin(), keys.end());
    }
    check(Guarantee::ReadYourWrites);
    return deed.broken;
}

std::optional<Violation> Stage::exchange(const Step& step, Tablet& tablet) {
    note(step, tablet.synchronise().has_value());
    return std::nullopt;
}

std::optional<Violation> Stage::askForLease(const Step& step, Tablet& tablet) {
    const auto passages = tablet.passages();
    if (!passages.empty()) {
        const RunningAs running(tablet.process());
        const auto& passage = passages[static_cast<std::size_t>(step.numbers[0]) % passages.size()];
        const auto lease =
            tablet.exchange().requestLease(passage.id.text(), 1 + static_cast<int>(step.numbers[1] % 3));
        // It may book there once the hub's word has come by the usual way.
        note(step, lease && *lease && tablet.synchronise());
    }
    return std::nullopt;
}

std::optional<Violation> Stage::publish(const Step& step, Tablet& tablet) {
    const RunningAs running(tablet.process());
    note(step, tablet.desk().publish(smallProgramme(static_cast<int>(step.numbers[0] % 3))).has_value());
    return std::nullopt;
}

std::optional<Violation> Stage::deposit(const Step& step, Tablet& tablet) {
    const RunningAs running(tablet.process());
    const auto passages = tablet.passages();
    if (passages.empty()) {
        return std::nullopt;
    }
    const auto& passage = passages[static_cast<std::size_t>(step.numbers[0]) % passages.size()];
    const journal::OperationDraft draft =
        depositAt(tablet, beginning().crewKey, passage, static_cast<int>(step.numbers[1] % 4));
    note(step, tablet.desk().journal().append(draft).has_value());
    return std::nullopt;
}

std::optional<Violation> Stage::revoke(const Step& step) {
    // At most two, so that somebody is left to compare with.
    if (m_revoked.size() >= 2) {
        return std::nullopt;
    }
    const std::size_t lost = static_cast<std::size_t>(step.numbers[0]) % 3;
    Tablet& tablet = *m_company.tablets[lost];
    if (auto broken = raise(tablet)) {
        return broken;
    }
    const journal::DeviceId chain = tablet.desk().journal().device();
    const auto done = m_company.hub.command(
        [&](sync::HubTransaction& transaction, sync::Author& author, sync::PlanViews& plans) {
            return sync::revokeDevice(transaction, author, plans, chain, step.numbers[1] % 2 == 0);
        });
    if (done) {
        m_revoked.insert(lost);
        m_ledger.excuse(chain);
        m_promises.forget(lost);
    }
    note(step, done.has_value());
    return std::nullopt;
}

std::optional<Violation> Stage::recover(const Step& step, Tablet& tablet) {
    const auto waitingOn = [&] {
        const auto waiting = tablet.desk().journal().waiting();
        return waiting ? waiting->count : -1;
    };
    const std::int64_t unsent = waitingOn();
    tablet.stop();
    const bool isDone = tablet.recover(beginning().recoveryKey);
    note(step, isDone);
    if (auto broken = raise(tablet)) {
        return broken;
    }
    check(Guarantee::NothingLost);
    if (!isDone || waitingOn() != unsent) {
        return Violation{Guarantee::NothingLost,
                         fmt::format("{} lost its unsent changes with its keys", tablet.name())};
    }
    return std::nullopt;
}

std::optional<Violation> Stage::actOnHub(const Step& step) {
    HubHouse& hub = m_company.hub;
    switch (step.act) {
    case Act::Backup:
        hub.stop();
        m_backup = hub.machine().image();
        note(step, true);
        break;
    case Act::Restore:
        return restoreHub(step);
    case Act::Withdraw: {
        const auto done =
            hub.command([&](sync::HubTransaction& transaction, sync::Author& author, sync::PlanViews&) {
                const auto device = beginning().chains[static_cast<std::size_t>(Who::TownHall)];
                return sync::changeRole(transaction, author, device, sync::Role::TownHall,
                                        step.numbers[0] % 2 == 0 ? communeOfAubefleur : communeOfBrumeval);
            });
        note(step, done.has_value());
        break;
    }
    case Act::Restart:
        hub.stop();
        note(step, hub.start());
        break;
    default:
        break;
    }
    return std::nullopt;
}

std::optional<Violation> Stage::restoreHub(const Step& step) {
    HubHouse& hub = m_company.hub;
    hub.stop();
    hub.machine().restore(m_backup);
    if (!hub.start()) {
        return Violation{Guarantee::NothingLost, "a restored hub does not start"};
    }
    const auto done =
        hub.command([&](sync::HubTransaction& transaction, sync::Author&, sync::PlanViews&) -> Result<void> {
            sync::renew(transaction, hub.clock(), seededEntropy());
            return {};
        });
    hub.stop();
    hub.start();
    counts().note(FaultKind::HubRestored);
    note(step, done.has_value());
    return std::nullopt;
}

void Stage::actOnWorld(const Step& step) {
    const auto which = static_cast<std::size_t>(step.numbers[0]);
    DeviceClock& clock =
        which % 6 == deviceCount ? m_company.hub.clock() : m_company.tablets[which % deviceCount]->clock();
    constexpr std::array<int, 4> jumps{365, -365, 1, -8};
    switch (step.act) {
    case Act::Pass:
        m_company.truth.pass(
            std::chrono::minutes(1 + step.numbers[0] % 1000 * (step.numbers[1] % 4 == 0 ? 10 : 1)));
        break;
    case Act::Jump:
        clock.jump(std::chrono::hours(24 * jumps[static_cast<std::size_t>(step.numbers[1]) % jumps.size()]));
        counts().note(FaultKind::ClockJump);
        break;
    case Act::Drift:
        clock.drift(step.numbers[1] - 500);
        break;
    case Act::SetRight:
        clock.correct();
        break;
    case Act::Cut:
        m_company.network.cut(which % deviceCount);
        break;
    case Act::Join:
        m_company.network.join(which % deviceCount);
        break;
    default:
        break;
    }
    if (step.salt % 4 == 0) {
        m_company.network.deliverLate(step.salt % 8 == 0);
    }
    note(step, true);
}

} // namespace medicobus::simulation
