// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vault/secret_store.h"

#include <chrono>
#include <string>

namespace medicobus::platform {

/// The system's keychain through QtKeychain: Secret Service or KWallet, Android Keystore, iOS Keychain. Never
/// a plain file: where there is no keychain, there is an error.
///
/// Needs a QCoreApplication. Each call blocks for at most `patience`, whatever the keychain does: the jobs
/// run on one thread of their own, which lives as long as the process, since QtKeychain queues all jobs on
/// the thread that started its first.
class SystemKeychain : public vault::SecretStore {
public:
    static constexpr std::chrono::milliseconds patience{5000};

    /// `service` groups this program's secrets, such as "medicobus".
    explicit SystemKeychain(std::string service) : m_service(std::move(service)) {}

    Result<std::optional<vault::Secret>> read(std::string_view name) override;
    Result<void> write(std::string_view name, const vault::Secret& secret) override;
    Result<void> remove(std::string_view name) override;

private:
    std::string m_service;
};

} // namespace medicobus::platform
