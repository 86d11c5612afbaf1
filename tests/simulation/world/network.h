// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "sync/http.h"
#include "tests/simulation/world/faults.h"

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace medicobus::simulation {

/// What lies between devices and the hub: it loses, repeats, holds back, cuts and garbles what it carries.
class Network {
public:
    /// Hands a call to the hub; nothing when no hub runs or it died before it answered.
    using Deliver = std::function<std::optional<sync::HttpAnswer>(const sync::HttpCall&)>;
    /// One fault of the n-th call from now, from 1.
    struct Planned {
        FaultKind kind = FaultKind::RequestDropped;
        std::int64_t at = 1;
    };

    Network(Deliver deliver, FaultCounts& counts) : m_deliver(std::move(deliver)), m_counts(counts) {}

    /// From now on calls are counted from 1 again, and these faults strike; `salt` decides where bytes
    /// change.
    void plan(std::vector<Planned> faults, std::uint64_t salt);
    void cut(std::size_t device) { m_cut.insert(device); }
    void join(std::size_t device) { m_cut.erase(device); }
    void joinAll() { m_cut.clear(); }

    Result<sync::HttpAnswer> carry(std::size_t device, const sync::HttpCall& call);
    /// Hands over what was held back, whose senders have long given up; later sent first when `isReversed`.
    void deliverLate(bool isReversed);
    /// Every request that was ever handed in, for repeating them all.
    const std::vector<sync::HttpCall>& sent() const { return m_sent; }
    std::int64_t calls() const { return m_calls; }

private:
    bool strikes(FaultKind kind);
    std::string cutShort(const std::string& body);
    std::string garbled(const std::string& body);
    sync::HttpCall onTheWay(const sync::HttpCall& call);
    Result<sync::HttpAnswer> onTheWayBack(sync::HttpAnswer answer);

    Deliver m_deliver;
    FaultCounts& m_counts;
    std::vector<Planned> m_planned;
    Random m_random{0};
    std::int64_t m_step = 0;
    std::int64_t m_calls = 0;
    std::set<std::size_t> m_cut;
    std::vector<sync::HttpCall> m_late;
    std::vector<sync::HttpCall> m_sent;
};

/// One device's end of the network.
class DeviceLink final : public sync::HubLink {
public:
    DeviceLink(Network& network, std::size_t device) : m_network(network), m_device(device) {}
    Result<sync::HttpAnswer> call(const sync::HttpCall& call) override {
        return m_network.carry(m_device, call);
    }

private:
    Network& m_network;
    std::size_t m_device;
};

} // namespace medicobus::simulation
