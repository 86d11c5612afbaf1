// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/desk.h"
#include "clinic/person/local_wraps.h"

#include <memory>
#include <string_view>

namespace medicobus::clinic {

/// What opens the demonstration: known to everybody, since it protects nobody.
inline constexpr std::string_view fictionalUser = "essai";
inline constexpr std::string_view fictionalPin = "4072";

/// In place of the keychain, for persons who do not exist: the secret lies in the store itself.
class FictionalSecrets : public vault::SecretStore {
public:
    explicit FictionalSecrets(journal::Journal& journal) : m_journal(journal) {}

    Result<std::optional<vault::Secret>> read(std::string_view name) override;
    Result<void> write(std::string_view name, const vault::Secret& secret) override;
    Result<void> remove(std::string_view name) override;

private:
    journal::Journal& m_journal;
};

/// The vault of a store whose programme is marked fictional; it serves no other.
class FictionalKeys {
public:
    /// Makes or opens the vault, unlocks it by the PIN above and gives it to the desk, which must not outlive
    /// the keys. Errors: `clinic.not_fictional`, and those of the vault.
    [[nodiscard]] static Result<std::unique_ptr<FictionalKeys>> open(Desk& desk, const BootClock& clock);

    vault::Vault& vault() { return *m_vault; }

private:
    explicit FictionalKeys(journal::Journal& journal) : m_secrets(journal), m_wraps(journal) {}

    FictionalSecrets m_secrets;
    LocalWraps m_wraps;
    std::unique_ptr<vault::Vault> m_vault;
};

namespace codes {
inline constexpr ErrorCode notFictional{"clinic.not_fictional"};
} // namespace codes

} // namespace medicobus::clinic
