// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"

namespace medicobus::vault::codes {

/// No vault was made on this device.
inline constexpr ErrorCode missing{"vault.missing"};
/// A vault is already there; making another would lose its keys.
inline constexpr ErrorCode exists{"vault.exists"};
inline constexpr ErrorCode locked{"vault.locked"};
/// Details: value (tries left before a delay) or wait (seconds until the next try).
inline constexpr ErrorCode wrongPin{"vault.wrong_pin"};
/// Not looked at: too soon after wrong PINs. Details: wait (seconds left).
inline constexpr ErrorCode tooSoon{"vault.too_soon"};
/// Details: expected (least number of digits), where the PIN is too short.
inline constexpr ErrorCode weakPin{"vault.weak_pin"};
inline constexpr ErrorCode unknownUser{"vault.unknown_user"};
inline constexpr ErrorCode userExists{"vault.user_exists"};
/// The only user cannot be removed: nobody could open the vault again.
inline constexpr ErrorCode lastUser{"vault.last_user"};
/// Not enough memory to derive a key from the PIN; says nothing of the PIN.
inline constexpr ErrorCode outOfMemory{"vault.out_of_memory"};
/// The keychain no longer holds this vault's secret: only the recovery key opens it.
inline constexpr ErrorCode secretLost{"vault.secret_lost"};
/// The keychain holds another secret than the one this vault was made with.
inline constexpr ErrorCode secretChanged{"vault.secret_changed"};
/// The stored wraps cannot be read. Details: key, cause.
inline constexpr ErrorCode badWraps{"vault.bad_wraps"};
/// The wraps were destroyed (remote wipe); only the recovery key opens what was sealed.
inline constexpr ErrorCode destroyed{"vault.destroyed"};
/// Something sealed, or a wrap, was changed, cut short, or moved from another place. Details: key.
inline constexpr ErrorCode altered{"vault.altered"};
/// This device waits for the crew's key.
inline constexpr ErrorCode noCrewKey{"vault.no_crew_key"};
/// Wrapped by the key of another crew. Details: value (its id).
inline constexpr ErrorCode unknownCrewKey{"vault.unknown_crew_key"};
/// The key of this person was destroyed: nothing opens it again.
inline constexpr ErrorCode erased{"vault.erased"};
/// No copy was sealed to a recovery key on this device.
inline constexpr ErrorCode noRecovery{"vault.no_recovery"};
/// Not the recovery key that the copy was sealed to.
inline constexpr ErrorCode wrongRecoveryKey{"vault.wrong_recovery_key"};
/// A key of the wrong length, or not a key at all. Details: key.
inline constexpr ErrorCode badKey{"vault.bad_key"};

// Of the system's keychain; made by `platform/keychain`. Details: cause.
inline constexpr ErrorCode keychainMissing{"vault.keychain_missing"};
inline constexpr ErrorCode keychainDenied{"vault.keychain_denied"};
inline constexpr ErrorCode keychainTimeout{"vault.keychain_timeout"};
/// What was read back is not what was written.
inline constexpr ErrorCode keychainMismatch{"vault.keychain_mismatch"};
/// Details: value (bytes), expected (most bytes).
inline constexpr ErrorCode keychainTooLong{"vault.keychain_too_long"};

} // namespace medicobus::vault::codes
