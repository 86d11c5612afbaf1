// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/cast/hub_house.h"

#include "sync/hub/identity.h"
#include "tests/simulation/world/chance.h"

#include <fmt/format.h>

#include <algorithm>

namespace medicobus::simulation {
namespace {

/// Limits that only a flood would reach: rates are tested elsewhere.
sync::HubOptions unhurried() {
    sync::HubOptions options;
    options.perDevice = {1e9, 1e9};
    options.perPeer = {1e9, 1e9};
    // Short, so that leases end while people still book.
    options.leaseLife = std::chrono::hours(2);
    return options;
}

} // namespace

HubHouse::HubHouse(const std::filesystem::path& root, const TrueTime& truth, FaultCounts& counts,
                   const Plant* plant)
    : m_file(root / m_machine.name() / "hub.db"), m_clock(truth), m_counts(counts), m_plant(plant) {}

HubHouse::~HubHouse() {
    stop();
}

bool HubHouse::startOne(std::size_t which) {
    auto running = std::make_unique<Running>(m_machine);
    running->process.noteInto(m_counts);
    const RunningAs as(running->process);
    auto store = platform::openHubStore("sqlite:" + m_file.string());
    if (!store) {
        return false;
    }
    running->store = std::move(*store);
    running->planted = m_plant == nullptr ? nullptr : m_plant->store(*running->store, m_clock);
    sync::HubStore& used = running->planted ? *running->planted : *running->store;
    auto hub = sync::Hub::open(used, m_clock, seededEntropy(), unhurried());
    if (!hub) {
        return false;
    }
    running->hub = std::move(*hub);
    m_running[which] = std::move(running);
    return true;
}

bool HubHouse::start() {
    for (std::size_t which = 0; which < m_running.size(); ++which) {
        if (!m_running[which] && !startOne(which)) {
            return false;
        }
    }
    return true;
}

void HubHouse::stopOne(std::unique_ptr<Running>& running) {
    if (running) {
        const RunningAs as(running->process);
        running->hub.reset();
        running->planted.reset();
        running->store.reset();
    }
    running.reset();
}

void HubHouse::stop() {
    for (auto& running : m_running) {
        stopOne(running);
    }
    stopOne(m_watch);
}

void HubHouse::kill() {
    for (Running* running : {m_running[0].get(), m_running[1].get(), m_watch.get()}) {
        if (running != nullptr) {
            running->process.die();
        }
    }
}

HubHouse::Running& HubHouse::watch() {
    if (!m_watch) {
        m_watch = std::make_unique<Running>(m_machine);
        const RunningAs as(m_watch->process);
        auto store = platform::openHubStore("sqlite:" + m_file.string());
        if (!store) {
            throw std::runtime_error(
                fmt::format("the hub's store cannot be opened: {}", store.error().code().name));
        }
        m_watch->store = std::move(*store);
    }
    return *m_watch;
}

std::optional<sync::HttpAnswer> HubHouse::answer(const sync::HttpCall& call) {
    const auto answers = [&](std::size_t which) {
        return m_running[which] && !m_running[which]->process.isDead();
    };
    if (!answers(m_turn)) {
        m_turn = (m_turn + 1) % m_running.size();
    }
    if (!answers(m_turn)) {
        return std::nullopt;
    }
    Running& running = *m_running[m_turn];
    const RunningAs as(running.process);
    sync::HttpAnswer answer = running.hub->answer(call);
    if (running.process.isDead()) {
        return std::nullopt;
    }
    m_turn = (m_turn + 1) % m_running.size();
    return answer;
}

bool HubHouse::hasDead() const {
    return std::any_of(m_running.begin(), m_running.end(),
                       [](const auto& each) { return each && each->process.isDead(); });
}

void HubHouse::spare() {
    for (const auto& each : m_running) {
        if (each) {
            each->process.spare();
        }
    }
}

void HubHouse::recover(std::optional<Loss> loss, Random& random) {
    for (auto& running : m_running) {
        if (running && (loss || running->process.isDead())) {
            stopOne(running);
        }
    }
    if (loss) {
        // It sees no more than the others, and must not tidy up after them.
        if (m_watch) {
            m_watch->process.die();
        }
        stopOne(m_watch);
        m_machine.losePower(random, *loss);
    }
}

void HubHouse::look(const Look& look) {
    Running& running = watch();
    const RunningAs as(running.process);
    const auto read = running.store->read([&](sync::HubTransaction& transaction) -> Result<void> {
        look(transaction);
        return {};
    });
    if (!read) {
        throw std::runtime_error(fmt::format("the hub's store cannot be read: {}", read.error().code().name));
    }
}

std::int64_t HubHouse::committed() {
    std::int64_t last = 0;
    look([&](sync::HubTransaction& transaction) { last = transaction.lastHubSeq(); });
    return last;
}

Result<void> HubHouse::command(const Work& work) {
    Running& running = watch();
    const RunningAs as(running.process);
    return running.store->write([&](sync::HubTransaction& transaction) -> Result<void> {
        const sync::Identity identity = sync::identityIn(transaction, m_clock, seededEntropy());
        const Entropy entropy = seededEntropy();
        sync::Author author(transaction, identity, m_clock, entropy);
        sync::PlanViews plans;
        return work(transaction, author, plans);
    });
}

} // namespace medicobus::simulation
