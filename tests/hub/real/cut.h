// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/hub/rig/child_process.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace medicobus::testing {

/// A second half of the network, where one device lives: a namespace joined to ours by a pair of virtual
/// interfaces that can be cut. The program must itself run in a namespace where it may do so (`unshare -n`).
class Cut {
public:
    /// Nothing where this is not permitted. `forward` is forward.py, `port` the hub's, on all addresses.
    static std::unique_ptr<Cut> make(const std::string& forward, std::uint16_t port);

    /// The words before a command that is to run in the other half.
    std::vector<std::string> inside() const;
    void cut() const;
    void heal() const;

private:
    Cut() = default;
    std::unique_ptr<ChildProcess> m_half;
    std::unique_ptr<ChildProcess> m_forward;
};

} // namespace medicobus::testing
