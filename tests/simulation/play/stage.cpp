// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/play/stage.h"

#include "tests/simulation/world/chance.h"

#include <fmt/format.h>

#include <algorithm>

namespace medicobus::simulation {
namespace {

bool isOfNetwork(FaultKind kind) {
    return kind <= FaultKind::AnswerCorrupted;
}

/// Room left on a disk that fills up: some steps still fit, the next does not.
constexpr std::size_t littleRoom = 256;

const Mishap* powerLossOf(const Step& step, bool isOfHub) {
    const auto found = std::find_if(step.mishaps.begin(), step.mishaps.end(), [&](const Mishap& each) {
        return each.kind == FaultKind::PowerLoss && each.isOfHub == isOfHub;
    });
    return found == step.mishaps.end() ? nullptr : &*found;
}

void harm(Process& process, const Mishap& mishap) {
    switch (mishap.kind) {
    case FaultKind::PowerLoss:
    case FaultKind::Killed:
        process.dieBefore(mishap.at);
        break;
    case FaultKind::DiskError:
        process.failAt(mishap.at);
        break;
    case FaultKind::DiskFull:
        process.machine().limitTo(process.machine().used()
                                  + littleRoom * static_cast<std::size_t>(mishap.at));
        break;
    default:
        break;
    }
}

} // namespace

std::optional<journal::Hash> hashIn(const journal::Journal& journal, const journal::DeviceId& chain,
                                    std::int64_t seq) {
    const auto found = journal.operationsOf(chain, seq - 1, 1);
    return found && !found->empty() && found->front().seq == seq ? std::optional(found->front().hash)
                                                                 : std::nullopt;
}

Stage::Stage(const Scenario& scenario, const Plant* plant, Outcome& outcome)
    : m_outcome(outcome), m_company(beginning(), (seedEverything(scenario.seed), outcome.faults), plant) {
    m_backup = beginning().hub;
}

std::vector<Tablet*> Stage::working() {
    std::vector<Tablet*> devices;
    for (auto& tablet : m_company.tablets) {
        if (!m_revoked.contains(tablet->number())) {
            devices.push_back(tablet.get());
        }
    }
    return devices;
}

std::vector<Tablet*> Stage::crew() {
    std::vector<Tablet*> devices = working();
    std::erase_if(devices, [](const Tablet* each) {
        return each->number() >= static_cast<std::size_t>(Who::Coordination);
    });
    return devices;
}

void Stage::arrange(const Step& step) {
    std::vector<Network::Planned> planned;
    for (const Mishap& mishap : step.mishaps) {
        if (isOfNetwork(mishap.kind)) {
            planned.push_back({mishap.kind, mishap.at});
        } else if (mishap.isOfHub || step.who == Who::Hub) {
            harm(m_company.hub.next(), mishap);
        } else if (step.who != Who::World) {
            harm(m_company.of(step.who).process(), mishap);
        }
    }
    m_company.network.plan(std::move(planned), step.salt);
}

void Stage::clear(const Step& step) {
    Random random(step.salt);
    HubHouse& hub = m_company.hub;
    hub.machine().limitTo(std::nullopt);
    if (hub.hasDead()) {
        const Mishap* loss = powerLossOf(step, true);
        counts().note(loss ? FaultKind::PowerLoss : FaultKind::Killed);
        hub.recover(loss ? std::optional(loss->loss) : std::nullopt, random);
    }
    hub.spare();
    hub.start();
    if (step.who == Who::World || step.who == Who::Hub) {
        return;
    }
    Tablet& tablet = m_company.of(step.who);
    tablet.machine().limitTo(std::nullopt);
    if (tablet.isDead()) {
        const Mishap* loss = powerLossOf(step, false);
        counts().note(loss ? FaultKind::PowerLoss : FaultKind::Killed);
        tablet.stop();
        if (loss) {
            tablet.machine().losePower(random, loss->loss);
        }
    } else if (tablet.isRunning()) {
        tablet.process().spare();
    }
    m_company.network.plan({}, step.salt);
}

std::optional<Violation> Stage::raise(Tablet& tablet) {
    const bool wasDown = !tablet.isRunning();
    if (!m_company.wake(tablet)) {
        return Violation{Guarantee::NothingLost, fmt::format("{} does not start any more", tablet.name())};
    }
    if (!wasDown) {
        return std::nullopt;
    }
    check(Guarantee::NothingLost);
    const journal::Journal& journal = tablet.desk().journal();
    return m_ledger.expectIn(tablet.name(), journal.device(), [&](const auto& chain, std::int64_t seq) {
        return hashIn(journal, chain, seq);
    });
}

std::optional<Violation> Stage::play(const Step& step) {
    const bool isOfDevice = step.who != Who::World && step.who != Who::Hub;
    if (isOfDevice && m_revoked.contains(static_cast<std::size_t>(step.who)) && step.act != Act::Sync) {
        return std::nullopt;
    }
    m_company.truth.pass(std::chrono::seconds(1 + step.salt % 90));
    if (isOfDevice && m_revoked.contains(static_cast<std::size_t>(step.who))
        && !m_company.wake(m_company.of(step.who))) {
        // Killed while it was wiped: what it holds opens no more.
        return std::nullopt;
    }
    if (isOfDevice) {
        if (auto broken = raise(m_company.of(step.who))) {
            return broken;
        }
    }
    arrange(step);
    auto broken = act(step);
    if (isOfDevice && !broken && !m_company.of(step.who).isDead()) {
        m_company.of(step.who).process().spare();
        broken = look(m_company.of(step.who));
    }
    clear(step);
    return broken;
}

std::optional<Violation> Stage::look(Tablet& tablet) {
    const RunningAs running(tablet.process());
    journal::Journal& journal = tablet.desk().journal();
    const auto said = journal.since(journal.device(), m_ledger.last(journal.device()));
    if (said && !m_revoked.contains(tablet.number())) {
        m_ledger.acknowledged(*said);
    }
    // What a lost device goes on saying before it hears that it is lost binds nobody.
    if (!m_revoked.contains(tablet.number())) {
        check(Guarantee::OneBooking);
        if (auto broken = m_promises.look(tablet.number(), tablet.shown())) {
            return broken;
        }
    }
    return lookAtStatus(tablet);
}

std::optional<Violation> Stage::lookAtStatus(Tablet& tablet) {
    const auto status = tablet.exchange().status();
    m_saysSynchronised = status && status->isSynchronised;
    if (!m_saysSynchronised) {
        return std::nullopt;
    }
    check(Guarantee::SyncedIsTrue);
    const journal::Journal& journal = tablet.desk().journal();
    const auto chains = journal.chains();
    const auto end =
        chains ? chains->find(journal.device()) : std::map<journal::DeviceId, std::int64_t>::const_iterator();
    const std::int64_t last = chains && end != chains->end() ? end->second : 0;
    std::optional<Violation> broken;
    m_company.hub.look([&](sync::HubTransaction& transaction) {
        const auto epoch = journal.local("sync.epoch");
        const bool hasMetThisHub = epoch && *epoch && *epoch == transaction.value("epoch");
        if (!hasMetThisHub || last == 0) {
            return;
        }
        const auto stored = transaction.operation(journal.device(), last);
        if (!stored || stored->operation.hash != hashIn(journal, journal.device(), last)) {
            broken =
                Violation{Guarantee::SyncedIsTrue,
                          fmt::format("{} says synchronised, and the hub lacks its {}", tablet.name(), last)};
        }
    });
    return broken;
}

std::optional<Violation> Stage::settle() {
    constexpr int patience = 12;
    std::string lastError;
    // A round in which nobody had anything to send is the last: all have pulled what there was before it.
    for (int round = 0; round < patience; ++round) {
        const std::int64_t before = m_company.hub.committed();
        bool isQuiet = true;
        for (Tablet* tablet : working()) {
            if (auto broken = raise(*tablet)) {
                return broken;
            }
            m_company.truth.pass(std::chrono::seconds(30));
            const auto done = tablet->synchronise();
            if (!done) {
                lastError = fmt::format("{}: {} {}", tablet->name(), done.error().code().name,
                                        done.error().detail("value"));
            }
            if (auto broken = look(*tablet)) {
                return broken;
            }
            isQuiet = isQuiet && done && m_saysSynchronised;
        }
        if (isQuiet && m_company.hub.committed() == before) {
            return std::nullopt;
        }
    }
    return Violation{Guarantee::NothingLost,
                     "nothing goes wrong any more, and yet they do not come to rest; " + lastError};
}

std::optional<Violation> Stage::heal() {
    m_company.network.plan({}, 0);
    m_company.network.joinAll();
    m_company.network.deliverLate(false);
    if (!m_company.hub.start()) {
        return Violation{Guarantee::NothingLost, "the hub does not start any more"};
    }
    for (auto& tablet : m_company.tablets) {
        if (tablet->isBehind()) {
            tablet->stop();
            tablet->catchUp();
        }
    }
    if (auto broken = settle()) {
        return broken;
    }
    // A wrong clock hides no operation, but what is "from today on" is not the same day.
    for (auto& tablet : m_company.tablets) {
        tablet->clock().correct();
    }
    m_company.hub.clock().correct();
    if (auto broken = settle()) {
        return broken;
    }
    return eraseAgain();
}

std::optional<Violation> Stage::eraseAgain() {
    for (const auto& [id, eraser] : m_erasers) {
        Tablet& tablet = *crew().front();
        const RunningAs running(tablet.process());
        const clinic::PatientId patient{*Uuid::parse(id)};
        const auto known = tablet.desk().patient(patient);
        const bool isLost = m_revoked.contains(eraser) && known && !known->isErased;
        if (isLost && !tablet.desk().erasePatient(patient)) {
            return Violation{Guarantee::NothingComesBack,
                             fmt::format("{} cannot erase {}, whose erasure was lost", tablet.name(), id)};
        }
    }
    return settle();
}

void Stage::end() {
    m_company.hub.kill();
    for (auto& tablet : m_company.tablets) {
        if (tablet->isRunning()) {
            tablet->process().die();
        }
    }
}

std::set<std::string> Stage::keysOf(Tablet& tablet, const Step& step) const {
    const People& people = m_company.people;
    std::set<std::string> wrapped;
    const auto history =
        people.empty()
            ? Result<std::vector<journal::Operation>>()
            : tablet.desk().journal().ofSubject(
                {"patient", people[static_cast<std::size_t>(step.numbers[0]) % people.size()].text()});
    const auto envelopes =
        tablet.desk().journal().envelopesFor(history.value_or(std::vector<journal::Operation>()));
    for (const auto& envelope : envelopes.value_or(std::vector<journal::Envelope>())) {
        wrapped.insert(envelope.wrapped);
    }
    return wrapped;
}

void Stage::note(const Step& step, bool isDone) {
    m_outcome.done[static_cast<std::size_t>(step.act)] += isDone ? 1 : 0;
}

} // namespace medicobus::simulation
