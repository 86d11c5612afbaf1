// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "sync/hub/hub.h"

#include <map>
#include <mutex>
#include <string>

namespace medicobus::sync {

/// Counts calls against allowances: a bucket of tokens for each name (Turner 1986). In memory, for one
/// process; thread-safe.
class Limits {
public:
    explicit Limits(const HubOptions& options) : m_device(options.perDevice), m_peer(options.perPeer) {}

    /// 0 when the call may pass, else the seconds to wait.
    int takeForDevice(const std::string& device, Instant now) { return take("d:" + device, m_device, now); }
    int takeForPeer(const std::string& peer, Instant now) { return take("p:" + peer, m_peer, now); }

private:
    struct Bucket {
        double tokens = 0;
        Instant at;
    };
    int take(const std::string& name, const Allowance& allowance, Instant now);

    Allowance m_device;
    Allowance m_peer;
    std::mutex m_guard;
    std::map<std::string, Bucket> m_buckets;
};

} // namespace medicobus::sync
