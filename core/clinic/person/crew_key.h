// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/error.h"
#include "vault/sealing.h"

#include <string>
#include <vector>

namespace medicobus::clinic {

/// The public key of a crew, as devices of that crew told it: what a deposit is sealed to.
struct CrewKeyNotice {
    vault::PublicKey key{};
    std::string fingerprint;          ///< `vault::Vault::fingerprintOf`, for two people to compare.
    std::vector<std::string> devices; ///< The names of the crew's devices that told it, first told first.
    Instant at;                       ///< When it was told first.
    bool isCompared = false;          ///< A person found it on a screen of the crew too.
};

/// Says the public key of the crew: subject `{"crew", fingerprint}`, open body `{"key": base64url}`. Said by
/// each device that holds the crew's key, once; the hub takes it of the crew's role alone.
inline constexpr const char* crewKeyedKind = "crew.keyed";

namespace codes {
/// No device of the crew has told its public key yet, or none has met the hub since.
inline constexpr ErrorCode crewKeyUnknown{"clinic.crew_key_unknown"};
/// The crew's devices told different keys, and no person has compared one. Details: value (how many).
inline constexpr ErrorCode crewKeysDiffer{"clinic.crew_keys_differ"};
/// No device of the crew told a key of this fingerprint. Details: value.
inline constexpr ErrorCode crewKeyNotTold{"clinic.crew_key_not_told"};
} // namespace codes

} // namespace medicobus::clinic
