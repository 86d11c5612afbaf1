// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "journal/operation.h"
#include "sync/wire/codec.h"
#include "sync/wire/role.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace medicobus::sync {

enum class DeviceState { Pending, Active, Refused, Revoked };

/// "pending", "active", "refused", "revoked".
std::string_view codeOf(DeviceState state);
std::optional<DeviceState> parseDeviceState(std::string_view code);

/// A device as the hub knows it.
struct HubDevice {
    journal::DeviceId id;
    std::string enrolment; ///< The id under which it asked to come.
    std::string name;      ///< Of the device ("Tablette du bus 1"), never of a person.
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
    bool isWiped = false; ///< It said so.
    /// The epoch in which it last brought what it holds.
    std::string reportedEpoch;
    /// Its clock less the hub's at its last contact, when it told its own.
    std::optional<std::chrono::milliseconds> drift;
};

} // namespace medicobus::sync
