// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "journal/operation.h"
#include "sync/wire/role.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace medicobus::sync {

using PublicKey = std::array<std::uint8_t, 32>;

enum class DeviceState { Pending, Active, Revoked };

/// "pending", "active", "revoked".
std::string_view codeOf(DeviceState state);
std::optional<DeviceState> parseDeviceState(std::string_view code);

/// A device as the hub knows it.
struct HubDevice {
    journal::DeviceId id;
    std::string name; ///< Of the device ("Tablette du bus 1"), never of a person.
    Role role = Role::Crew;
    std::string commune; ///< INSEE code, for a town hall.
    PublicKey signKey{}; ///< Ed25519.
    PublicKey boxKey{};  ///< X25519.
    DeviceState state = DeviceState::Pending;
    Instant enrolledAt{};
    std::optional<Instant> seenAt;
    /// The crew's key sealed to `boxKey` by the device that approved; ciphertext to the hub.
    std::string crewKey;
    /// What it holds is to be erased at its next contact.
    bool mustWipe = false;
    /// The epoch in which it last brought what it holds.
    std::string reportedEpoch;
    /// `hub_time` less its own clock at its last session, in seconds.
    std::int64_t drift = 0;
};

} // namespace medicobus::sync
