// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "vault/keys/wraps.h"
#include "vault/sealing.h"
#include "vault/secret.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::vault {

/// One crew's key and what is derived from it.
struct CrewKey {
    explicit CrewKey(Secret key);

    Secret key;      ///< 32 bytes; the root of the others.
    Secret wrapping; ///< Wraps the keys of patients.
    Secret boxKey;   ///< Opens deposits.
    PublicKey boxPublicKey{};
    std::string id; ///< Derived from the key, so that equal keys have equal names; 32 hexadecimal digits.
};

/// All keys of an unlocked vault, derived from the device's key and the crews' keys. Let go of, it is wiped.
class KeyRing {
public:
    explicit KeyRing(Secret deviceKey);

    /// Opens the crews' keys and checks the whole. Errors: `vault.altered`.
    [[nodiscard]] static Result<KeyRing> fromWraps(Secret deviceKey, const Wraps& wraps);
    /// Errors: `vault.altered` when the bytes are not those of `recoveryText`.
    [[nodiscard]] static Result<KeyRing> fromRecoveryText(const Secret& text);

    /// The crews' keys as one text, the one in use last: what a device that joins is given.
    Secret crewText() const;
    /// Takes what `crewText` gave; errors: `vault.altered`.
    [[nodiscard]] Result<void> addCrews(std::string_view text);
    /// Makes it the one in use; a key already held only changes place.
    void addCrew(Secret key);
    const CrewKey* crew() const { return m_crews.empty() ? nullptr : &m_crews.back(); }
    const CrewKey* findCrew(std::string_view id) const;
    const std::vector<CrewKey>& crews() const { return m_crews; }

    /// Where a patient's key lies while it is used.
    Secret& patientKey() { return m_patientKey; }
    const Secret& deviceKey() const { return m_deviceKey; }
    const Secret& localKey() const { return m_localKey; }
    const Secret& boxKey() const { return m_boxKey; }
    const PublicKey& boxPublicKey() const { return m_boxPublicKey; }
    const PublicKey& signPublicKey() const { return m_signPublicKey; }
    std::array<std::uint8_t, 64> sign(std::string_view bytes) const;

    /// Writes the public keys, the crews' keys, the copy for recovery (to the key already named there) and
    /// the MAC.
    void store(Wraps& wraps) const;

private:
    Secret recoveryText() const;
    std::array<std::uint8_t, 32> macOf(const Wraps& wraps) const;

    Secret m_deviceKey;
    Secret m_localKey;
    Secret m_crewWrapping;
    Secret m_macKey;
    Secret m_signKey;
    Secret m_boxKey;
    Secret m_patientKey;
    PublicKey m_signPublicKey{};
    PublicKey m_boxPublicKey{};
    std::vector<CrewKey> m_crews;
};

} // namespace medicobus::vault
