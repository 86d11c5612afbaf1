// SPDX-License-Identifier: EUPL-1.2
#include "vault/keys/key_ring.h"

#include "vault/codes.h"
#include "vault/keys/sealed_box.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

namespace medicobus::vault {
namespace {

constexpr std::size_t keyBytes = 32;
constexpr std::string_view crewDomain = "medicobus-vault/1 crew";

enum class DevicePart : std::uint64_t { Sign = 1, Box, Local, Crew, Mac };
enum class CrewPart : std::uint64_t { Wrapping = 1, Box, Name };

/// `context` is 8 characters, as crypto_kdf asks.
Secret derive(const Secret& key, std::uint64_t part, const char* context) {
    static_assert(crypto_kdf_KEYBYTES == keyBytes);
    Secret derived(keyBytes);
    crypto_kdf_derive_from_key(derived.data(), derived.size(), part, context, key.data());
    return derived;
}

Secret derive(const Secret& key, DevicePart part) {
    return derive(key, static_cast<std::uint64_t>(part), "mbdevice");
}

Secret derive(const Secret& key, CrewPart part) {
    return derive(key, static_cast<std::uint64_t>(part), "mbcrew_1");
}

std::string hexadecimal(std::span<const std::uint8_t> bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

Place crewPlace(std::string_view id) {
    return {"wraps", "crew", id};
}

Fault altered(std::string key) {
    return fault(codes::altered, {{"key", std::move(key)}});
}

} // namespace

CrewKey::CrewKey(Secret root)
    : key(std::move(root)), wrapping(derive(key, CrewPart::Wrapping)), boxKey(derive(key, CrewPart::Box)) {
    crypto_scalarmult_base(boxPublicKey.data(), boxKey.data());
    id = hexadecimal(derive(key, CrewPart::Name).bytes().first(16));
}

KeyRing::KeyRing(Secret deviceKey)
    : m_deviceKey(std::move(deviceKey)),
      m_localKey(derive(m_deviceKey, DevicePart::Local)),
      m_crewWrapping(derive(m_deviceKey, DevicePart::Crew)),
      m_macKey(derive(m_deviceKey, DevicePart::Mac)),
      m_signKey(crypto_sign_SECRETKEYBYTES),
      m_boxKey(derive(m_deviceKey, DevicePart::Box)),
      m_patientKey(keyBytes) {
    const Secret seed = derive(m_deviceKey, DevicePart::Sign);
    crypto_sign_seed_keypair(m_signPublicKey.data(), m_signKey.data(), seed.data());
    crypto_scalarmult_base(m_boxPublicKey.data(), m_boxKey.data());
}

Result<KeyRing> KeyRing::fromWraps(Secret deviceKey, const Wraps& wraps) {
    KeyRing ring(std::move(deviceKey));
    const auto mac = ring.macOf(wraps);
    if (sodium_memcmp(mac.data(), wraps.mac.data(), mac.size()) != 0) {
        return altered("wraps");
    }
    for (const CrewWrap& crew : wraps.crew) {
        Secret key(keyBytes);
        if (!openInto(key.bytes(), ring.m_crewWrapping.data(), crewDomain, {}, crewPlace(crew.id),
                      crew.sealed)) {
            return altered("wraps.crew");
        }
        ring.m_crews.emplace_back(std::move(key));
    }
    return ring;
}

// crewText := each crew's key (32 bytes), the one in use last
Secret KeyRing::crewText() const {
    Secret text(keyBytes * m_crews.size());
    for (std::size_t i = 0; i < m_crews.size(); ++i) {
        std::memcpy(text.data() + keyBytes * i, m_crews[i].key.data(), keyBytes);
    }
    return text;
}

Result<void> KeyRing::addCrews(std::string_view text) {
    if (text.size() % keyBytes != 0) {
        return altered("crew");
    }
    for (std::size_t at = 0; at < text.size(); at += keyBytes) {
        addCrew(Secret::copyOf(text.substr(at, keyBytes)));
    }
    return {};
}

// recoveryText := device key (32 bytes), then crewText
Secret KeyRing::recoveryText() const {
    const Secret crews = crewText();
    Secret text(keyBytes + crews.size());
    std::memcpy(text.data(), m_deviceKey.data(), keyBytes);
    if (!crews.empty()) {
        std::memcpy(text.data() + keyBytes, crews.data(), crews.size());
    }
    return text;
}

Result<KeyRing> KeyRing::fromRecoveryText(const Secret& text) {
    if (text.size() < keyBytes) {
        return altered("recovery");
    }
    KeyRing ring(Secret::copyOf(text.view().substr(0, keyBytes)));
    if (auto added = ring.addCrews(text.view().substr(keyBytes)); !added) {
        return Fault(std::move(added.error()));
    }
    return ring;
}

void KeyRing::addCrew(Secret key) {
    CrewKey added(std::move(key));
    std::erase_if(m_crews, [&](const CrewKey& held) { return held.id == added.id; });
    m_crews.push_back(std::move(added));
}

const CrewKey* KeyRing::findCrew(std::string_view id) const {
    const auto at =
        std::find_if(m_crews.begin(), m_crews.end(), [&](const CrewKey& crew) { return crew.id == id; });
    return at != m_crews.end() ? &*at : nullptr;
}

std::array<std::uint8_t, 64> KeyRing::sign(std::string_view bytes) const {
    std::array<std::uint8_t, crypto_sign_BYTES> signature{};
    crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const std::uint8_t*>(bytes.data()),
                         bytes.size(), m_signKey.data());
    return signature;
}

void KeyRing::store(Wraps& wraps) const {
    wraps.signKey = m_signPublicKey;
    wraps.boxKey = m_boxPublicKey;
    wraps.crew.clear();
    for (const CrewKey& crew : m_crews) {
        wraps.crew.push_back(
            {crew.id, crew.boxPublicKey,
             seal(m_crewWrapping.data(), crewDomain, {}, crewPlace(crew.id), crew.key.view())});
    }
    if (wraps.recovery) {
        wraps.recovery->sealed = sealBox(wraps.recovery->publicKey, recoveryText().view());
    }
    wraps.mac = macOf(wraps);
}

std::array<std::uint8_t, 32> KeyRing::macOf(const Wraps& wraps) const {
    const std::string bytes = protectedPart(wraps);
    std::array<std::uint8_t, 32> mac{};
    crypto_generichash(mac.data(), mac.size(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                       bytes.size(), m_macKey.data(), m_macKey.size());
    return mac;
}

} // namespace medicobus::vault
