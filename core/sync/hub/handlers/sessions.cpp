// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/handlers/sessions.h"

#include "sync/hub/handlers/handlers.h"
#include "sync/hub/state.h"
#include "sync/wire/session.h"

#include <sodium.h>

#include <array>

// challenge := time[8] nonce[16] mac[32]            mac over "challenge" time nonce
// token     := base64url(device[16] time[8] nonce[8] mac[32])   mac over "session" device time nonce
// A time is UTC milliseconds, big-endian. Any process that knows the key can check both; none keeps them.

namespace medicobus::sync {

namespace {

constexpr std::chrono::minutes challengeLife{5};
/// Two hub processes may disagree on the time by as much.
constexpr std::chrono::minutes skew{5};
constexpr std::size_t macSize = crypto_auth_BYTES;

std::string timeBytes(Instant instant) {
    const auto millis = static_cast<std::uint64_t>(toMillis(instant));
    std::string out;
    for (int shift = 56; shift >= 0; shift -= 8) {
        out += static_cast<char>((millis >> shift) & 0xFFU);
    }
    return out;
}

Instant timeIn(std::string_view bytes) {
    std::uint64_t millis = 0;
    for (const char byte : bytes) {
        millis = (millis << 8U) | static_cast<unsigned char>(byte);
    }
    return Instant(std::chrono::milliseconds(static_cast<std::int64_t>(millis)));
}

std::string randomBytes(const Entropy& entropy, std::size_t count) {
    std::string out(count, '\0');
    entropy(reinterpret_cast<std::uint8_t*>(out.data()), count);
    return out;
}

std::string macOf(const Identity& identity, const std::string& purpose, std::string_view content) {
    const std::string text = purpose + std::string(content);
    std::string mac(macSize, '\0');
    crypto_auth(reinterpret_cast<unsigned char*>(mac.data()),
                reinterpret_cast<const unsigned char*>(text.data()), text.size(), identity.macKey.data());
    return mac;
}

/// The content before the MAC, when that is right.
std::optional<std::string_view> authentic(const Identity& identity, const std::string& purpose,
                                          std::string_view bytes, std::size_t size) {
    if (bytes.size() != size + macSize) {
        return std::nullopt;
    }
    const std::string mac = macOf(identity, purpose, bytes.substr(0, size));
    return sodium_memcmp(mac.data(), bytes.data() + size, macSize) == 0 ? std::optional(bytes.substr(0, size))
                                                                        : std::nullopt;
}

bool isWithin(Instant issued, Instant now, std::chrono::milliseconds life) {
    return now <= issued + life && issued <= now + skew;
}

} // namespace

std::string makeChallenge(const Identity& identity, Instant now, const Entropy& entropy) {
    const std::string content = timeBytes(now) + randomBytes(entropy, 16);
    return content + macOf(identity, "challenge", content);
}

bool isChallenge(const Identity& identity, std::string_view challenge, Instant now) {
    const auto content = authentic(identity, "challenge", challenge, 24);
    return content && isWithin(timeIn(content->substr(0, 8)), now, challengeLife);
}

std::string makeToken(const Identity& identity, const DeviceId& device, Instant now, const Entropy& entropy) {
    const auto& id = device.value.bytes();
    const std::string content = std::string(id.begin(), id.end()) + timeBytes(now) + randomBytes(entropy, 8);
    return toBase64(content + macOf(identity, "session", content));
}

std::optional<TokenHolder> holderOf(const Identity& identity, std::string_view token, Instant now,
                                    std::chrono::hours life) {
    const auto bytes = fromBase64(token);
    const auto content = bytes ? authentic(identity, "session", *bytes, 32) : std::nullopt;
    if (!content || !isWithin(timeIn(content->substr(16, 8)), now, life)) {
        return std::nullopt;
    }
    std::array<std::uint8_t, 16> id{};
    std::copy_n(content->begin(), id.size(), id.begin());
    return TokenHolder{DeviceId{Uuid(id)}, toHex(content->substr(24, 8))};
}

namespace handlers {

Answer challenge(Hub::State& hub, Request&) {
    const Instant now = hub.clock.now();
    return web::jsonAnswer(toJson(Challenge{makeChallenge(hub.identity, now, hub.entropy), now}));
}

Answer openSession(Hub::State& hub, Request& request) {
    const auto asked = readSessionRequest(request.call.body);
    if (!asked) {
        return Fault(asked.error());
    }
    const Instant now = hub.clock.now();
    std::optional<HubDevice> device;
    auto done = hub.write([&](HubTransaction& transaction, Author&) -> Result<void> {
        device = transaction.device(asked->device);
        const std::string proof = sessionProof(asked->challenge);
        if (!device || device->state == DeviceState::Refused) {
            return fault(web::codes::unknownDevice, {{"value", asked->device.text()}});
        }
        if (!isChallenge(hub.identity, asked->challenge, now)
            || crypto_sign_verify_detached(asked->signature.data(),
                                           reinterpret_cast<const unsigned char*>(proof.data()), proof.size(),
                                           device->signKey.data())
                   != 0) {
            return fault(web::codes::badProof);
        }
        if (device->state == DeviceState::Pending) {
            return fault(web::codes::pending);
        }
        if (device->state == DeviceState::Revoked) {
            return fault(web::codes::revoked, {{"wipe", device->mustWipe ? "true" : "false"}});
        }
        device->seenAt = now;
        transaction.putDevice(*device);
        return {};
    });
    if (!done) {
        return Fault(done.error());
    }
    Session session;
    session.token = makeToken(hub.identity, device->id, now, hub.entropy);
    session.validFor = hub.options.sessionLife;
    session.hubTime = now;
    session.epoch = hub.identity.epoch;
    session.role = std::string(codeOf(device->role));
    request.device = device;
    if (const auto holder = holderOf(hub.identity, session.token, now, hub.options.sessionLife)) {
        request.session = holder->session;
    }
    return web::jsonAnswer(toJson(session));
}

} // namespace handlers

} // namespace medicobus::sync
