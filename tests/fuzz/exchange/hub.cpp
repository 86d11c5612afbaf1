// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/hub.h"
#include "platform/server/sql/hub_store.h"
#include "sync/wire/push.h"
#include "sync/wire/session.h"
#include "tests/fuzz/fuzz.h"

#include <sodium.h>

#include <array>
#include <memory>

// An input is `WHO METHOD PATH` on the first line, headers as `name: value` up to an empty line, then the
// body. WHO is crew, coordination or town_hall, whose session the call then carries, or anything else for
// nobody. A push of theirs is sent once as it is and once with numbers, hashes and signature made right, so
// that what stands behind them is reached too.

namespace medicobus::fuzz {
namespace {

constexpr std::string_view commune = "62001";

class Stopped : public Clock {
public:
    Instant now() const override { return Instant(std::chrono::milliseconds(1'800'000'000'000)); }
};

/// The same bytes in every run, so that a find is found again.
Entropy counted() {
    return [state = std::uint8_t{0}](std::uint8_t* bytes, std::size_t count) mutable {
        for (std::size_t i = 0; i < count; ++i) {
            bytes[i] = ++state;
        }
    };
}

struct Caller {
    sync::Role role = sync::Role::Crew;
    journal::DeviceId id;
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret{};
    std::string token;

    sync::Signature sign(std::string_view bytes) const {
        sync::Signature signature{};
        crypto_sign_detached(signature.data(), nullptr, reinterpret_cast<const unsigned char*>(bytes.data()),
                             bytes.size(), secret.data());
        return signature;
    }
};

/// A hub in memory with a device of each role.
struct Place {
    Place() {
        [[maybe_unused]] static const int started = sodium_init();
        auto opened = platform::openHubStore("sqlite::memory:");
        require(opened.has_value(), "the store is there");
        store = std::move(*opened);
        sync::HubOptions options;
        options.perDevice = {0, 0};
        options.perPeer = {0, 0};
        auto begun = sync::Hub::open(*store, clock, counted(), options);
        require(begun.has_value(), "the hub is there");
        hub = std::move(*begun);
        for (const auto role : {sync::Role::Crew, sync::Role::Coordination, sync::Role::TownHall}) {
            callers.push_back(enrolled(role));
        }
    }

    Caller enrolled(sync::Role role) {
        Caller caller;
        caller.role = role;
        std::array<std::uint8_t, 16> id{1, 0x9A, 0x31, 0x85, 0xC5, 0, 0x70, 0, 0x80};
        id.back() = static_cast<std::uint8_t>(1 + static_cast<int>(role));
        caller.id = {Uuid(id)};
        sync::HubDevice device;
        device.id = caller.id;
        device.enrolment = caller.id.text();
        device.role = role;
        device.commune = role == sync::Role::TownHall ? commune : "";
        device.state = sync::DeviceState::Active;
        std::array<unsigned char, crypto_sign_SEEDBYTES> seed{};
        seed.fill(id.back());
        crypto_sign_seed_keypair(device.signKey.data(), caller.secret.data(), seed.data());
        const auto stored = store->write([&](sync::HubTransaction& transaction) -> Result<void> {
            transaction.putDevice(device);
            return {};
        });
        require(stored.has_value(), "a device is known");
        const auto challenge = sync::readChallenge(hub->answer({"GET", "/v1/challenge", {}, {}, {}}).body);
        require(challenge.has_value(), "there is a challenge");
        const sync::SessionRequest request{caller.id, challenge->challenge,
                                           caller.sign(sync::sessionProof(challenge->challenge))};
        const auto answer = hub->answer({"POST", "/v1/sessions", {}, sync::toJson(request).dump(), {}});
        const auto session = sync::readSession(answer.body);
        require(session.has_value(), "a session opens");
        caller.token = session->token;
        return caller;
    }

    Stopped clock;
    std::unique_ptr<platform::SqlHubStore> store;
    std::unique_ptr<sync::Hub> hub;
    std::vector<Caller> callers;
};

std::string_view takeUntil(std::string_view& rest, char end) {
    const std::size_t at = std::min(rest.find(end), rest.size());
    const std::string_view taken = rest.substr(0, at);
    rest.remove_prefix(std::min(at + 1, rest.size()));
    return taken;
}

sync::HttpCall callOf(std::string_view& rest) {
    sync::HttpCall call;
    call.method = takeUntil(rest, ' ');
    call.path = takeUntil(rest, '\n');
    while (!rest.empty()) {
        std::string_view line = takeUntil(rest, '\n');
        if (line.empty()) {
            break;
        }
        const std::string name(takeUntil(line, ':'));
        call.headers[name] = line.starts_with(' ') ? line.substr(1) : line;
    }
    call.body = rest;
    call.peer = "127.0.0.1";
    return call;
}

void tryCall(Place& place, const sync::HttpCall& call) {
    const sync::HttpAnswer answer = place.hub->answer(call);
    require(answer.status >= 200 && answer.status < 600, "an answer has a status");
    require(answer.status != 500, "no call is one that nobody foresaw");
    if (answer.type == "application/json" && answer.status != 304) {
        require(Json::accept(answer.body), "an answer is JSON");
        require(sync::readRefusal(answer.body).has_value() || answer.status < 400, "a refusal says why");
    }
}

/// The push as an honest device would have written it: one chain from its first operation.
std::string honest(sync::Push push, const Caller& caller) {
    push.device = caller.id;
    journal::Hash previous{};
    std::int64_t seq = 0;
    for (sync::Operation& operation : push.operations) {
        operation.device = caller.id;
        operation.seq = ++seq;
        operation.previousHash = previous;
        const auto hash = journal::hashOf(operation);
        if (!hash) {
            push.operations.resize(static_cast<std::size_t>(seq - 1));
            break;
        }
        operation.hash = previous = *hash;
        operation.signature = caller.sign(sync::viewOf(*hash));
    }
    return sync::textOf(push);
}

} // namespace

void feed(std::string_view bytes) {
    // A new one for each input: what one call stores must not decide what the next one finds.
    Place place;
    const std::string_view who = takeUntil(bytes, ' ');
    sync::HttpCall call = callOf(bytes);
    const Caller* sender = nullptr;
    for (const Caller& caller : place.callers) {
        if (who == sync::codeOf(caller.role)) {
            sender = &caller;
            call.headers["authorization"] = "Bearer " + caller.token;
        }
    }
    tryCall(place, call);
    const auto push = sender ? sync::readPush(call.body) : Result<sync::Push>(sync::Push());
    if (sender && push) {
        call.headers.erase("content-digest");
        call.body = honest(*push, *sender);
        tryCall(place, call);
        tryCall(place, {"GET", "/v1/operations", {{"authorization", "Bearer " + sender->token}}, {}, {}});
    }
}

} // namespace medicobus::fuzz
