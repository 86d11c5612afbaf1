// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/desk.h"
#include "platform/network/curl_hub_link.h"
#include "sync/device/exchange.h"
#include "sync/device/vault_keys.h"
#include "sync/hub/hub_store.h"
#include "tests/core/vault/vault_folder.h"

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>

namespace medicobus::testing {

/// The value, or the end of the test program with the code of what failed.
template <typename T>
T must(Result<T> result, const std::string& what) {
    if (!result) {
        throw std::runtime_error(what + ": " + std::string(result.error().code().name) + " "
                                 + std::string(result.error().detail("cause")));
    }
    if constexpr (!std::is_void_v<T>) {
        return std::move(*result);
    }
}

/// A whole device as it runs on a tablet: vault, desk and exchange in a folder of the real disk, with the hub
/// over loopback. Only the keychain is a file and the PIN costs little. After a kill, the same folder opens
/// again.
class Tablet {
public:
    Tablet(std::filesystem::path folder, std::string actor, const Clock& clock);

    /// Opens what the folder holds, or makes it; the first crew device makes the crew's key.
    void open(bool makesCrewKey = false);
    void connect(const std::string& hub, const sync::PublicKey& hubKey, sync::ExchangeOptions options = {});

    clinic::Desk& desk() { return *m_desk; }
    journal::Journal& journal() { return m_desk->journal(); }
    vault::Vault& vault() { return *m_vault; }
    sync::Exchange& exchange() { return *m_exchange; }
    sync::HubLink& link() { return *m_link; }
    /// A whole round with the hub, and what it brought on the screen.
    [[nodiscard]] Result<void> synchronise();

private:
    std::filesystem::path m_folder;
    std::string m_actor;
    const Clock& m_clock;
    vault::FileKeychain m_keychain;
    vault::FileWraps m_wraps;
    vault::StillClock m_still;
    std::unique_ptr<vault::Vault> m_vault;
    std::unique_ptr<sync::VaultKeys> m_keys;
    std::unique_ptr<clinic::Desk> m_desk;
    std::unique_ptr<CurlHubLink> m_link;
    std::unique_ptr<sync::Exchange> m_exchange;
};

/// The hub's public key, made on first use.
sync::PublicKey hubKeyIn(sync::HubStore& store, const Clock& clock);

/// Enrols a device as a person on the hub's own command line would; a colleague hands on the crew's key.
void enrol(sync::HubStore& store, const Clock& clock, Tablet& tablet, Tablet* colleague,
           sync::Role role = sync::Role::Crew);

} // namespace medicobus::testing
