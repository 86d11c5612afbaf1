// SPDX-License-Identifier: EUPL-1.2
#include "vault/pin.h"

#include "vault/codes.h"

#include <sodium.h>

#include <algorithm>
#include <string>

namespace medicobus::vault {
namespace {

bool isDigits(std::string_view pin) {
    return std::all_of(pin.begin(), pin.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Each digit differs from the one before it by the same step: 0000, 1234, 8642 (modulo 10, so 7890 too).
bool isRun(std::string_view pin) {
    const int step = (pin[1] - pin[0] + 10) % 10;
    for (std::size_t i = 1; i < pin.size(); ++i) {
        if ((pin[i] - pin[i - 1] + 10) % 10 != step) {
            return false;
        }
    }
    return true;
}

/// The same one or two digits over and over: 1212, 7777.
bool isRepeatedPair(std::string_view pin) {
    return std::equal(pin.begin() + 2, pin.end(), pin.begin());
}

/// A year in which somebody alive was born, the guess made first by whoever knows the person.
bool isYear(std::string_view pin) {
    return pin.size() == 4 && (pin.starts_with("19") || pin.starts_with("20"));
}

} // namespace

Result<void> checkPin(std::string_view pin) {
    if (pin.size() < leastPinDigits || pin.size() > mostPinDigits || !isDigits(pin)) {
        return fault(codes::weakPin, {{"expected", std::to_string(leastPinDigits)}});
    }
    if (isRun(pin) || isRepeatedPair(pin) || isYear(pin)) {
        return fault(codes::weakPin);
    }
    return {};
}

std::chrono::seconds delayAfter(int wrongPins) {
    using namespace std::chrono_literals;
    constexpr std::array<std::chrono::seconds, 6> delays{30s, 1min, 2min, 5min, 15min, 60min};
    if (wrongPins < freeTries) {
        return 0s;
    }
    return delays[std::min(static_cast<std::size_t>(wrongPins - freeTries), delays.size() - 1)];
}

Result<Secret> keyFromPin(const Secret& keychainSecret, std::string_view pin, const Salt& salt,
                          const PinCost& cost) {
    static_assert(std::tuple_size_v<Salt> == crypto_pwhash_argon2id_SALTBYTES);
    Secret stretched(crypto_generichash_BYTES);
    const auto memory = static_cast<std::size_t>(cost.memoryKib) * 1024;
    if (crypto_pwhash(stretched.data(), stretched.size(), pin.data(), pin.size(), salt.data(),
                      static_cast<unsigned long long>(cost.passes), memory, crypto_pwhash_ALG_ARGON2ID13)
        != 0) {
        return fault(codes::outOfMemory);
    }
    Secret key(crypto_generichash_BYTES);
    crypto_generichash(key.data(), key.size(), stretched.data(), stretched.size(), keychainSecret.data(),
                       keychainSecret.size());
    return key;
}

} // namespace medicobus::vault
