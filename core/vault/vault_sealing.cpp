// SPDX-License-Identifier: EUPL-1.2
#include "vault/keys/base64.h"
#include "vault/keys/key_ring.h"
#include "vault/keys/sealed_box.h"
#include "vault/keys/wraps.h"
#include "vault/recovery_code.h"
#include "vault/vault.h"

#include "base/uuid.h"

#include <sodium.h>

#include <algorithm>
#include <cstring>

// wrapped := crew key's id (32 hexadecimal digits) "." base64(sealed patient's key)
// deposit := sealed box of: BLAKE2b-256 of the place, text

namespace medicobus::vault {
namespace {

constexpr std::string_view envelopeDomain = "medicobus-vault/1 envelope";
constexpr std::string_view patientDomain = "medicobus-vault/1 patient";
constexpr std::string_view localDomain = "medicobus-vault/1 local";
constexpr std::size_t keyBytes = 32;

Place envelopePlace(std::string_view key) {
    return {"envelope", "key", key};
}

std::string wrap(const CrewKey& crew, std::string_view key, const Secret& patientKey) {
    return crew.id + '.'
           + toBase64(
               seal(crew.wrapping.data(), envelopeDomain, crew.id, envelopePlace(key), patientKey.view()));
}

/// A UUID of 122 random bits (RFC 9562 version 4): the time of making says nothing.
std::string randomName() {
    std::array<std::uint8_t, 16> bytes{};
    randombytes_buf(bytes.data(), bytes.size());
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0F) | 0x40);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3F) | 0x80);
    return Uuid(bytes).text();
}

std::array<std::uint8_t, 32> hashOf(const Place& place) {
    crypto_generichash_state state;
    crypto_generichash_init(&state, nullptr, 0, crypto_generichash_BYTES);
    for (const std::string_view part : {place.table, place.column, place.row}) {
        const std::uint64_t size = part.size();
        std::array<std::uint8_t, 8> length{};
        for (std::size_t i = 0; i < length.size(); ++i) {
            length[i] = static_cast<std::uint8_t>(size >> (8 * i));
        }
        crypto_generichash_update(&state, length.data(), length.size());
        crypto_generichash_update(&state, reinterpret_cast<const std::uint8_t*>(part.data()), part.size());
    }
    std::array<std::uint8_t, 32> hash{};
    crypto_generichash_final(&state, hash.data(), hash.size());
    return hash;
}

} // namespace

Result<const CrewKey*> Vault::crewKey() const {
    if (isLocked()) {
        return fault(codes::locked);
    }
    const CrewKey* crew = m_ring->crew();
    if (crew == nullptr) {
        return fault(codes::noCrewKey);
    }
    return crew;
}

Result<Envelope> Vault::makeKey() const {
    const auto crew = crewKey();
    if (!crew) {
        return Fault(crew.error());
    }
    std::string key = randomName();
    std::string wrapped = wrap(**crew, key, Secret::random(keyBytes));
    return Envelope{std::move(key), std::move(wrapped)};
}

Result<Envelope> Vault::rewrap(const Envelope& envelope) const {
    const auto patientKey = unwrap(envelope);
    if (!patientKey) {
        return Fault(patientKey.error());
    }
    return Envelope{envelope.key, wrap(*m_ring->crew(), envelope.key, **patientKey)};
}

Result<const Secret*> Vault::unwrap(const Envelope& envelope) const {
    if (const auto any = crewKey(); !any) {
        return Fault(any.error());
    }
    if (envelope.wrapped.empty()) {
        return fault(codes::erased);
    }
    const std::string_view wrapped = envelope.wrapped;
    const std::size_t point = wrapped.find('.');
    const auto sealed = fromBase64(wrapped.substr(std::min(point, wrapped.size() - 1) + 1));
    if (point == std::string_view::npos || !sealed) {
        return fault(codes::altered, {{"key", "envelope"}});
    }
    const CrewKey* crew = m_ring->findCrew(wrapped.substr(0, point));
    if (crew == nullptr) {
        return fault(codes::unknownCrewKey, {{"value", std::string(wrapped.substr(0, point))}});
    }
    Secret& patientKey = m_ring->patientKey();
    if (!openInto(patientKey.bytes(), crew->wrapping.data(), envelopeDomain, crew->id,
                  envelopePlace(envelope.key), *sealed)) {
        return fault(codes::altered, {{"key", "envelope"}});
    }
    return &patientKey;
}

Result<std::string> Vault::seal(const Envelope& envelope, const Place& place, std::string_view text) const {
    const auto key = unwrap(envelope);
    if (!key) {
        return Fault(key.error());
    }
    return vault::seal((*key)->data(), patientDomain, envelope.key, place, text);
}

Result<SecretText> Vault::open(const Envelope& envelope, const Place& place, std::string_view sealed) const {
    const auto key = unwrap(envelope);
    if (!key) {
        return Fault(key.error());
    }
    return vault::open((*key)->data(), patientDomain, envelope.key, place, sealed);
}

Result<std::string> Vault::sealLocal(const Place& place, std::string_view text) const {
    if (isLocked()) {
        return fault(codes::locked);
    }
    return vault::seal(m_ring->localKey().data(), localDomain, {}, place, text);
}

Result<SecretText> Vault::openLocal(const Place& place, std::string_view sealed) const {
    if (isLocked()) {
        return fault(codes::locked);
    }
    return vault::open(m_ring->localKey().data(), localDomain, {}, place, sealed);
}

bool Vault::hasCrewKey() const {
    return !m_wraps->crew.empty();
}

std::string Vault::crewKeyId() const {
    return hasCrewKey() ? m_wraps->crew.back().id : std::string();
}

Result<PublicKey> Vault::crewPublicKey() const {
    if (!hasCrewKey()) {
        return fault(codes::noCrewKey);
    }
    return m_wraps->crew.back().publicKey;
}

std::string Vault::fingerprintOf(const PublicKey& key) {
    constexpr std::size_t groups = 6;
    constexpr unsigned groupsOfFourDigits = 10'000;
    std::array<std::uint8_t, 32> hash{};
    crypto_generichash(hash.data(), hash.size(), key.data(), key.size(), nullptr, 0);
    std::string text;
    for (std::size_t group = 0; group < groups; ++group) {
        // Of 32 bits, so that no remainder is noticeably likelier than another.
        unsigned number = 0;
        for (std::size_t i = 0; i < 4; ++i) {
            number = number << 8U | hash[4 * group + i];
        }
        const std::string digits = std::to_string(number % groupsOfFourDigits);
        text.append(group > 0 ? " " : "").append(4 - digits.size(), '0').append(digits);
    }
    return text;
}

Result<std::string> Vault::sealCrewKeyFor(const PublicKey& boxKey) const {
    if (const auto any = crewKey(); !any) {
        return Fault(any.error());
    }
    std::string box = sealBox(boxKey, m_ring->crewText().view());
    if (box.empty()) {
        return fault(codes::badKey, {{"key", "box_key"}});
    }
    return box;
}

Result<void> Vault::adoptCrewKey(std::string_view box) {
    if (isLocked()) {
        return fault(codes::locked);
    }
    const auto text = openBox(m_ring->boxPublicKey(), m_ring->boxKey(), box);
    if (!text) {
        return Fault(text.error());
    }
    if (text->empty()) {
        return fault(codes::altered, {{"key", "crew"}});
    }
    if (auto added = m_ring->addCrews(text->view()); !added) {
        return added;
    }
    return replace(*m_wraps);
}

Result<std::string> Vault::sealDeposit(const PublicKey& crewKey, const Place& place, std::string_view text) {
    const auto bound = hashOf(place);
    SecretText inside(bound.size() + text.size());
    std::copy(bound.begin(), bound.end(), inside.bytes().begin());
    std::copy(text.begin(), text.end(), inside.bytes().begin() + bound.size());
    std::string box = sealBox(crewKey, inside.view());
    if (box.empty()) {
        return fault(codes::badKey, {{"key", "crew_key"}});
    }
    return box;
}

Result<SecretText> Vault::openDeposit(const Place& place, std::string_view deposit) const {
    if (const auto any = crewKey(); !any) {
        return Fault(any.error());
    }
    const auto bound = hashOf(place);
    for (const CrewKey& crew : m_ring->crews()) {
        const auto inside = openBox(crew.boxPublicKey, crew.boxKey, deposit);
        if (!inside) {
            continue;
        }
        if (inside->size() < bound.size() || std::memcmp(inside->data(), bound.data(), bound.size()) != 0) {
            break;
        }
        return SecretText::copyOf(inside->view().substr(bound.size()));
    }
    return fault(codes::altered, {{"key", "deposit"}});
}

const PublicKey& Vault::signPublicKey() const {
    return m_wraps->signKey;
}

const PublicKey& Vault::boxPublicKey() const {
    return m_wraps->boxKey;
}

Result<SignatureBytes> Vault::sign(std::string_view bytes) const {
    if (isLocked()) {
        return fault(codes::locked);
    }
    return m_ring->sign(bytes);
}

bool Vault::verifies(const PublicKey& signKey, std::string_view bytes, const SignatureBytes& signature) {
    return crypto_sign_verify_detached(signature.data(), reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                       bytes.size(), signKey.data())
           == 0;
}

Result<void> Vault::setRecoveryKey(const PublicKey& recoveryKey) {
    if (isLocked()) {
        return fault(codes::locked);
    }
    if (sealBox(recoveryKey, {}).empty()) {
        return fault(codes::badKey, {{"key", "recovery_key"}});
    }
    Wraps changed = *m_wraps;
    changed.recovery = RecoveryWrap{recoveryKey, {}};
    return replace(std::move(changed));
}

std::string Vault::recoveryCopy() const {
    return m_wraps->recovery ? toBase64(m_wraps->recovery->sealed) : std::string();
}

RecoveryPair Vault::makeRecoveryPair() {
    RecoveryPair pair{{}, Secret::random(keyBytes)};
    pair.publicKey = recoveryPublicKey(pair.secretKey);
    return pair;
}

} // namespace medicobus::vault
