// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "vault/secret.h"

#include <array>
#include <chrono>
#include <cstdint>
#include <string_view>

namespace medicobus::vault {

/// What a guess at a PIN costs: Argon2id13 with one lane. The default takes 3 passes over 64 MiB.
struct PinCost {
    int passes = 3;
    int memoryKib = 64 * 1024;

    /// Bounds within which stored parameters are believed.
    static constexpr int mostPasses = 32;
    static constexpr int leastMemoryKib = 8;
    static constexpr int mostMemoryKib = 1024 * 1024;
};

using Salt = std::array<std::uint8_t, 16>;

/// Digits that a PIN has at least: 10,000 of them are 13 bits (CNIL 2022-100 for a device one holds).
inline constexpr int leastPinDigits = 4;
inline constexpr int mostPinDigits = 32;

/// Refuses what is not 4 to 32 digits, and what anybody tries first: one digit repeated, a run up or down,
/// two digits in turn, a pair twice, a recent year. Errors: `vault.weak_pin`.
[[nodiscard]] Result<void> checkPin(std::string_view pin);

/// How long nobody may try after that many wrong PINs: nothing before the third, then 30 s, 1, 2, 5, 15 and
/// 60 min.
std::chrono::seconds delayAfter(int wrongPins);
/// Wrong PINs before the first delay.
inline constexpr int freeTries = 3;

/// The key that wraps for one user: BLAKE2b-256, keyed by the keychain's secret, of Argon2id13(pin, salt).
/// Neither the keychain nor the PIN alone gives it. Errors: `vault.out_of_memory`.
[[nodiscard]] Result<Secret> keyFromPin(const Secret& keychainSecret, std::string_view pin, const Salt& salt,
                                        const PinCost& cost);

} // namespace medicobus::vault
