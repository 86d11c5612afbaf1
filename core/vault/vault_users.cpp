// SPDX-License-Identifier: EUPL-1.2
#include "vault/keys/hold.h"
#include "vault/keys/key_ring.h"
#include "vault/keys/wraps.h"
#include "vault/vault.h"

#include <sodium.h>

#include <algorithm>

namespace medicobus::vault {
namespace {

constexpr std::string_view userDomain = "medicobus-vault/1 user";
constexpr std::size_t keyBytes = 32;

Place userPlace(std::string_view id) {
    return {"wraps", "user", id};
}

std::string secondsIn(std::chrono::milliseconds wait) {
    return std::to_string(std::chrono::ceil<std::chrono::seconds>(wait).count());
}

} // namespace

Result<UserWrap> Vault::wrapFor(const NewUser& user, const Secret& keychainSecret) const {
    UserWrap wrap{user.id, user.label, m_options.cost, {}, {}, 0};
    randombytes_buf(wrap.salt.data(), wrap.salt.size());
    const auto key = keyFromPin(keychainSecret, user.pin, wrap.salt, wrap.cost);
    if (!key) {
        return Fault(key.error());
    }
    wrap.wrapped =
        vault::seal(key->data(), userDomain, m_wraps->vault, userPlace(user.id), m_ring->deviceKey().view());
    return wrap;
}

Result<void> Vault::unlock(std::string_view user, std::string_view pin) {
    lock();
    if (auto loaded = reload(); !loaded) {
        return loaded;
    }
    if (m_wraps->findUser(user) == nullptr) {
        return fault(codes::unknownUser);
    }
    if (const auto wait = waitBeforeTry(); wait.count() > 0) {
        return fault(codes::tooSoon, {{"wait", secondsIn(wait)}});
    }
    const auto secret = keychainSecret();
    if (!secret) {
        return Fault(secret.error());
    }
    const Wraps before = *m_wraps;
    if (auto counted = countTry(user); !counted) {
        return counted;
    }
    auto tried = tryPin(user, pin, *secret);
    if (!tried && tried.error().code() == codes::outOfMemory) {
        *m_wraps = before;
        (void)save(*m_wraps); // Failing to, the try stays counted: the safe side.
    }
    return tried;
}

Result<void> Vault::countTry(std::string_view user) {
    Wraps counted = *m_wraps;
    ++counted.findUser(user)->wrongPins;
    counted.hold = holdAfter(wrongPins(counted), m_doors.clock.moment());
    if (auto saved = save(counted); !saved) {
        return saved;
    }
    *m_wraps = std::move(counted);
    return {};
}

Result<void> Vault::tryPin(std::string_view user, std::string_view pin, const Secret& keychainSecret) {
    UserWrap& wrap = *m_wraps->findUser(user);
    const auto key = keyFromPin(keychainSecret, pin, wrap.salt, wrap.cost);
    if (!key) {
        return Fault(key.error());
    }
    Secret deviceKey(keyBytes);
    if (!openInto(deviceKey.bytes(), key->data(), userDomain, m_wraps->vault, userPlace(user),
                  wrap.wrapped)) {
        const int left = freeTries - wrongPins(*m_wraps);
        return left > 0 ? fault(codes::wrongPin, {{"value", std::to_string(left)}})
                        : fault(codes::wrongPin, {{"wait", secondsIn(waitBeforeTry())}});
    }
    auto ring = KeyRing::fromWraps(std::move(deviceKey), *m_wraps);
    if (!ring) {
        return Fault(std::move(ring.error()));
    }
    wrap.wrongPins = 0;
    m_wraps->hold.reset();
    (void)save(*m_wraps); // On a full disk the PIN still opens; the try stays counted.
    m_ring = std::make_unique<KeyRing>(std::move(*ring));
    m_user = user;
    touch();
    return {};
}

std::chrono::milliseconds Vault::waitBeforeTry() const {
    return waitUnder(m_wraps->hold, m_doors.clock.moment());
}

std::vector<User> Vault::users() const {
    std::vector<User> users;
    for (const UserWrap& user : m_wraps->users) {
        users.push_back({user.id, user.label});
    }
    return users;
}

Result<void> Vault::addUser(const NewUser& user) {
    if (isLocked()) {
        return fault(codes::locked);
    }
    if (m_wraps->findUser(user.id) != nullptr) {
        return fault(codes::userExists);
    }
    if (auto good = checkPin(user.pin); !good) {
        return good;
    }
    const auto secret = keychainSecret();
    if (!secret) {
        return Fault(secret.error());
    }
    auto wrap = wrapFor(user, *secret);
    if (!wrap) {
        return Fault(std::move(wrap.error()));
    }
    Wraps changed = *m_wraps;
    changed.users.push_back(std::move(*wrap));
    return replace(std::move(changed));
}

Result<void> Vault::changePin(std::string_view user, std::string_view pin) {
    if (isLocked()) {
        return fault(codes::locked);
    }
    Wraps changed = *m_wraps;
    UserWrap* known = changed.findUser(user);
    if (known == nullptr) {
        return fault(codes::unknownUser);
    }
    if (auto good = checkPin(pin); !good) {
        return good;
    }
    const auto secret = keychainSecret();
    if (!secret) {
        return Fault(secret.error());
    }
    auto wrap = wrapFor({known->id, known->label, pin}, *secret);
    if (!wrap) {
        return Fault(std::move(wrap.error()));
    }
    *known = std::move(*wrap);
    return replace(std::move(changed));
}

Result<void> Vault::removeUser(std::string_view user) {
    if (isLocked()) {
        return fault(codes::locked);
    }
    if (m_wraps->findUser(user) == nullptr) {
        return fault(codes::unknownUser);
    }
    if (m_wraps->users.size() == 1) {
        return fault(codes::lastUser);
    }
    Wraps changed = *m_wraps;
    std::erase_if(changed.users, [&](const UserWrap& known) { return known.id == user; });
    return replace(std::move(changed));
}

} // namespace medicobus::vault
