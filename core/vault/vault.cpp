// SPDX-License-Identifier: EUPL-1.2
#include "vault/vault.h"

#include "vault/keys/base64.h"
#include "vault/keys/key_ring.h"
#include "vault/keys/sealed_box.h"
#include "vault/keys/wraps.h"
#include "vault/memory.h"
#include "vault/recovery_code.h"

#include <sodium.h>

namespace medicobus::vault {
namespace {

constexpr std::size_t keyBytes = 32;

std::array<std::uint8_t, 16> checkOf(const Secret& keychainSecret) {
    constexpr std::string_view purpose = "medicobus-vault/1 keychain check";
    std::array<std::uint8_t, 16> check{};
    crypto_generichash(check.data(), check.size(), reinterpret_cast<const std::uint8_t*>(purpose.data()),
                       purpose.size(), keychainSecret.data(), keychainSecret.size());
    return check;
}

std::string keychainName(const Wraps& wraps) {
    return "medicobus-" + wraps.vault;
}

/// The stored wraps; nothing when there never were any.
Result<std::optional<Wraps>> loadWraps(WrapStore& store) {
    auto json = store.load();
    if (!json) {
        return Fault(std::move(json.error()));
    }
    if (!*json) {
        return std::nullopt;
    }
    auto wraps = decodeWraps(**json);
    if (!wraps) {
        return Fault(std::move(wraps.error()));
    }
    return std::move(*wraps);
}

} // namespace

Vault::Vault(Doors doors, VaultOptions options, Wraps wraps)
    : m_doors(doors), m_options(options), m_wraps(std::make_unique<Wraps>(std::move(wraps))) {}

Vault::~Vault() {
    m_ring.reset();
    scrubStack();
}

Result<std::unique_ptr<Vault>> Vault::make(Doors doors, const NewUser& first, VaultOptions options,
                                           KeyRing ring, std::optional<PublicKey> recoveryKey) {
    if (auto good = checkPin(first.pin); !good) {
        return Fault(std::move(good.error()));
    }
    const Secret secret = Secret::random(keyBytes);
    Wraps wraps;
    std::array<std::uint8_t, 16> name{};
    randombytes_buf(name.data(), name.size());
    wraps.vault = toBase64(name);
    wraps.keychainCheck = checkOf(secret);
    if (recoveryKey) {
        wraps.recovery = RecoveryWrap{*recoveryKey, {}};
    }
    std::unique_ptr<Vault> vault(new Vault(doors, options, wraps));
    vault->m_ring = std::make_unique<KeyRing>(std::move(ring));
    auto user = vault->wrapFor(first, secret);
    if (!user) {
        return Fault(std::move(user.error()));
    }
    wraps.users.push_back(std::move(*user));
    // The keychain first: wraps whose secret was never kept would be lost with the process.
    if (auto kept = doors.secrets.write(keychainName(wraps), secret); !kept) {
        return Fault(std::move(kept.error()));
    }
    if (auto saved = vault->replace(std::move(wraps)); !saved) {
        return Fault(std::move(saved.error()));
    }
    vault->m_user = first.id;
    vault->touch();
    return vault;
}

Result<std::unique_ptr<Vault>> Vault::makeFirst(Doors doors, const NewUser& first, VaultOptions options,
                                                KeyRing ring) {
    auto json = doors.wraps.load();
    if (!json) {
        return Fault(std::move(json.error()));
    }
    if (*json) {
        return fault(codes::exists);
    }
    return make(doors, first, options, std::move(ring), std::nullopt);
}

Result<std::unique_ptr<Vault>> Vault::create(Doors doors, const NewUser& first, VaultOptions options) {
    KeyRing ring(Secret::random(keyBytes));
    ring.addCrew(Secret::random(keyBytes));
    return makeFirst(doors, first, options, std::move(ring));
}

Result<std::unique_ptr<Vault>> Vault::createWaiting(Doors doors, const NewUser& first, VaultOptions options) {
    return makeFirst(doors, first, options, KeyRing(Secret::random(keyBytes)));
}

Result<std::unique_ptr<Vault>> Vault::open(Doors doors, VaultOptions options) {
    auto wraps = loadWraps(doors.wraps);
    if (!wraps) {
        return Fault(std::move(wraps.error()));
    }
    if (!*wraps) {
        return fault(codes::missing);
    }
    if ((*wraps)->users.empty()) {
        return fault(codes::destroyed);
    }
    return std::unique_ptr<Vault>(new Vault(doors, options, std::move(**wraps)));
}

Result<std::unique_ptr<Vault>> Vault::recover(Doors doors, const Secret& recoveryKey, const NewUser& first,
                                              VaultOptions options, std::string_view copy) {
    auto wraps = loadWraps(doors.wraps);
    if (!wraps && copy.empty()) {
        return Fault(std::move(wraps.error()));
    }
    const bool isReadable = wraps && *wraps;
    std::optional<std::string> box = fromBase64(copy);
    if (copy.empty() && isReadable && (*wraps)->recovery) {
        box = (*wraps)->recovery->sealed;
    }
    if (!box || box->empty()) {
        return fault(codes::noRecovery);
    }
    if (recoveryKey.size() != keyBytes) {
        return fault(codes::wrongRecoveryKey);
    }
    const PublicKey publicKey = recoveryPublicKey(recoveryKey);
    const auto text = openBox(publicKey, recoveryKey, *box);
    if (!text) {
        return fault(codes::wrongRecoveryKey);
    }
    auto ring = KeyRing::fromRecoveryText(*text);
    if (!ring) {
        return Fault(std::move(ring.error()));
    }
    auto vault = make(doors, first, options, std::move(*ring), publicKey);
    if (vault && isReadable) {
        // What is left of the old secret opens nothing any more; a keychain that is gone is no failure.
        (void)doors.secrets.remove(keychainName(**wraps));
    }
    return vault;
}

bool Vault::canRecover(WrapStore& store) {
    const auto wraps = loadWraps(store);
    return wraps && *wraps && (*wraps)->recovery && !(*wraps)->recovery->sealed.empty();
}

Result<void> Vault::destroy(Doors doors) {
    auto wraps = loadWraps(doors.wraps);
    if (!wraps && wraps.error().code() != codes::badWraps) {
        return Fault(std::move(wraps.error()));
    }
    if (wraps && !*wraps) {
        return {};
    }
    if (!wraps) {
        return doors.wraps.save("{}");
    }
    Wraps& left = **wraps;
    left.users.clear();
    left.crew.clear();
    left.hold.reset();
    if (auto saved = doors.wraps.save(encodeWraps(left)); !saved) {
        return saved;
    }
    return doors.secrets.remove(keychainName(left));
}

void Vault::lock() {
    if (!isLocked()) {
        for (const auto& forget : m_forget) {
            forget();
        }
    }
    m_ring.reset();
    m_user.clear();
    scrubStack();
}

void Vault::touch() {
    m_lastTouch = m_doors.clock.moment();
}

bool Vault::isIdle() const {
    if (isLocked()) {
        return false;
    }
    const BootMoment now = m_doors.clock.moment();
    return now.boot != m_lastTouch.boot || now.elapsed - m_lastTouch.elapsed >= m_options.idle;
}

bool Vault::lockIfIdle() {
    if (!isIdle()) {
        return false;
    }
    lock();
    return true;
}

Result<void> Vault::reload() {
    auto wraps = loadWraps(m_doors.wraps);
    if (!wraps) {
        return Fault(std::move(wraps.error()));
    }
    if (!*wraps || (*wraps)->users.empty()) {
        return fault(codes::destroyed);
    }
    *m_wraps = std::move(**wraps);
    return {};
}

Result<Secret> Vault::keychainSecret() const {
    auto secret = m_doors.secrets.read(keychainName(*m_wraps));
    if (!secret) {
        return Fault(std::move(secret.error()));
    }
    if (!*secret) {
        return fault(codes::secretLost);
    }
    const auto check = (*secret)->size() == keyBytes ? checkOf(**secret) : std::array<std::uint8_t, 16>{};
    if (sodium_memcmp(check.data(), m_wraps->keychainCheck.data(), check.size()) != 0) {
        return fault(codes::secretChanged);
    }
    return std::move(**secret);
}

Result<void> Vault::replace(Wraps changed) {
    m_ring->store(changed);
    if (auto saved = save(changed); !saved) {
        return saved;
    }
    *m_wraps = std::move(changed);
    return {};
}

Result<void> Vault::save(const Wraps& wraps) const {
    return m_doors.wraps.save(encodeWraps(wraps));
}

} // namespace medicobus::vault
