// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/boot_clock.h"
#include "base/result.h"
#include "vault/pin.h"
#include "vault/sealing.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::vault {

/// The device's key as one user can unwrap it.
struct UserWrap {
    std::string id;
    std::string label;
    PinCost cost;
    Salt salt{};
    std::string wrapped; ///< Bytes sealed by the key made of keychain and PIN.
    int wrongPins = 0;   ///< Since this user last opened the vault.
};

/// One of the crew's keys as this device keeps it.
struct CrewWrap {
    std::string id;
    PublicKey publicKey{};
    std::string sealed; ///< Bytes sealed by the device's key.
};

/// A copy of all keys that only the holder of the recovery key can open.
struct RecoveryWrap {
    PublicKey publicKey{};
    std::string sealed; ///< A sealed box.
};

/// The time before which no PIN is looked at, counted by the machine's own running time.
struct Hold {
    std::string boot;
    std::chrono::milliseconds until{0};
    std::chrono::milliseconds length{0};
};

/// Everything of a vault that is stored: wrapped keys and public ones, tries and the delay after them.
/// Written as `medicobus-vault/1` (README).
struct Wraps {
    std::string vault;                            ///< Names this vault's secret in the keychain.
    std::array<std::uint8_t, 16> keychainCheck{}; ///< Tells another secret from a wrong PIN.
    PublicKey signKey{};
    PublicKey boxKey{};
    std::vector<CrewWrap> crew; ///< The last one is in use; older ones open what they wrapped.
    std::optional<RecoveryWrap> recovery;
    std::vector<UserWrap> users; ///< None once the wraps were destroyed.
    std::optional<Hold> hold;
    std::array<std::uint8_t, 32> mac{}; ///< Over all but tries and delay, under the device's key.

    UserWrap* findUser(std::string_view id);
};

std::string encodeWraps(const Wraps& wraps);
/// Errors: `vault.bad_wraps` (key, cause).
[[nodiscard]] Result<Wraps> decodeWraps(std::string_view json);
/// What the MAC covers.
std::string protectedPart(const Wraps& wraps);

} // namespace medicobus::vault
