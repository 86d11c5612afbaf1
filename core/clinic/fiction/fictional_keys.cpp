// SPDX-License-Identifier: EUPL-1.2
#include "clinic/fiction/fictional_keys.h"

#include "vault/keys/base64.h"

namespace medicobus::clinic {

namespace {

/// The PIN is known, so guessing it need not cost anything.
constexpr vault::PinCost cheap{1, vault::PinCost::leastMemoryKib};

std::string keyOf(std::string_view name) {
    return std::string("fictional-secret/").append(name);
}

} // namespace

Result<std::optional<vault::Secret>> FictionalSecrets::read(std::string_view name) {
    return m_journal.local(keyOf(name)).map([](const std::optional<std::string>& text) {
        const auto bytes = text ? vault::fromBase64(*text) : std::nullopt;
        return bytes ? std::optional(vault::Secret::copyOf(std::string_view(*bytes))) : std::nullopt;
    });
}

Result<void> FictionalSecrets::write(std::string_view name, const vault::Secret& secret) {
    return m_journal.setLocal(keyOf(name), vault::toBase64(secret.bytes()));
}

Result<void> FictionalSecrets::remove(std::string_view name) {
    return m_journal.removeLocal(keyOf(name));
}

Result<std::unique_ptr<FictionalKeys>> FictionalKeys::open(Desk& desk, const BootClock& clock) {
    const auto programme = desk.programme();
    if (!programme || !programme->isFictional) {
        return fault(codes::notFictional, {{"file", desk.journal().path().string()}});
    }
    std::unique_ptr<FictionalKeys> keys(new FictionalKeys(desk.journal()));
    const vault::Doors doors{keys->m_secrets, keys->m_wraps, clock};
    vault::VaultOptions options;
    options.cost = cheap;
    auto vault = vault::Vault::open(doors, options);
    if (!vault && vault.error().code() == vault::codes::missing) {
        vault = vault::Vault::create(doors, {std::string(fictionalUser), "Équipe d'essai", fictionalPin},
                                     options);
    }
    if (!vault) {
        return Fault(std::move(vault.error()));
    }
    if ((*vault)->isLocked()) {
        if (auto unlocked = (*vault)->unlock(fictionalUser, fictionalPin); !unlocked) {
            return Fault(std::move(unlocked.error()));
        }
    }
    keys->m_vault = std::move(*vault);
    desk.useVault(keys->m_vault.get());
    return keys;
}

} // namespace medicobus::clinic
