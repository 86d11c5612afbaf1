// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "vault/codes.h"
#include "vault/secret.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace medicobus::vault {

/// Where the system keeps small secrets for a signed-in person: the keychain. Never a plain file.
///
/// Errors of all calls: `vault.keychain_missing`, `vault.keychain_denied`, `vault.keychain_timeout`.
class SecretStore {
public:
    /// Older Android keychains fail above this, some without saying so.
    static constexpr std::size_t mostBytes = 245;

    virtual ~SecretStore() = default;

    /// The secret, or nothing when there is none of that name.
    virtual Result<std::optional<Secret>> read(std::string_view name) = 0;
    /// Returns once the secret was read back and is the same. Also `vault.keychain_mismatch`,
    /// `vault.keychain_too_long`.
    virtual Result<void> write(std::string_view name, const Secret& secret) = 0;
    /// Removing what is not there is no error.
    virtual Result<void> remove(std::string_view name) = 0;
};

} // namespace medicobus::vault
