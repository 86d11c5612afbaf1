// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/http.h"
#include "sync/wire/invitation.h"

#include <QString>

#include <array>
#include <functional>
#include <memory>
#include <string>

namespace medicobus::app {

class Workspace;

/// Which hub this device belongs to, or has asked to join: kept on the device alone, and nothing secret in
/// it.
struct Membership {
    enum class State { None, Asking, Member };

    State state = State::None;
    std::string hub; ///< `https://host[:port]`
    std::array<std::uint8_t, 32> tlsKey{};
    sync::PublicKey hubKey{};
    sync::Role role = sync::Role::Crew;
    std::string commune;    ///< INSEE code, for a town hall.
    std::string enrolment;  ///< While asking.
    std::string deviceName; ///< What people call this device.

    friend bool operator==(const Membership&, const Membership&) = default;
};

/// None when there is none, or when what is kept cannot be read.
Membership readMembership(const Workspace& workspace);
void keepMembership(Workspace& workspace, const Membership& membership);

/// Makes the way to a hub, which pins its TLS key.
using LinkMaker = std::function<std::unique_ptr<sync::HubLink>(const Membership& membership)>;

} // namespace medicobus::app
