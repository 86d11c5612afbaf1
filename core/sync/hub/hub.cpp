// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/hub.h"

#include "sync/digest.h"
#include "sync/hub/desk/access_log.h"
#include "sync/hub/desk/contacts.h"
#include "sync/hub/handlers/sessions.h"
#include "sync/hub/state.h"

#include <fmt/format.h>

namespace medicobus::sync {

namespace {

using web::Access;

bool isAllowed(Access access, Role role) {
    switch (access) {
    case Access::Public:
    case Access::Device:
        return true;
    case Access::Crew:
        return role == Role::Crew;
    case Access::Coordination:
        return role == Role::Coordination;
    case Access::Staff:
        return role != Role::TownHall;
    }
    return false;
}

/// The device whose session the call carries. Errors: `hub.session_over`, `hub.unknown_device`,
/// `hub.revoked` (wipe).
Result<void> authenticate(Hub::State& hub, web::Request& request) {
    constexpr std::string_view scheme = "Bearer ";
    const auto header = request.call.headers.find("authorization");
    const std::string_view given =
        header == request.call.headers.end() ? std::string_view() : std::string_view(header->second);
    const auto holder = given.starts_with(scheme) ? holderOf(hub.identity, given.substr(scheme.size()),
                                                             hub.clock.now(), hub.options.sessionLife)
                                                  : std::nullopt;
    if (!holder) {
        return fault(web::codes::sessionOver);
    }
    request.session = holder->session;
    auto read = hub.store.read([&](HubTransaction& transaction) -> Result<void> {
        request.device = transaction.device(holder->device);
        return {};
    });
    if (!read) {
        return read;
    }
    if (!request.device) {
        return fault(web::codes::unknownDevice, {{"value", holder->device.text()}});
    }
    if (request.device->state == DeviceState::Revoked) {
        return fault(web::codes::revoked, {{"wipe", request.device->mustWipe ? "true" : "false"}});
    }
    return request.device->state == DeviceState::Active ? Result<void>() : fault(web::codes::pending);
}

/// An answer whatever happens: what no reader foresaw, or no memory, must not end the process.
template <typename Serve>
HttpAnswer guarded(Serve&& serve) {
    try {
        return std::forward<Serve>(serve)();
    } catch (const std::exception&) {
        return web::refusal(Error(web::codes::internal));
    }
}

/// `hub.too_many` (seconds) when the caller goes beyond its rate.
Result<void> admit(int seconds) {
    return seconds == 0 ? Result<void>() : fault(web::codes::tooMany, {{"seconds", std::to_string(seconds)}});
}

} // namespace

Hub::Hub(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Hub::~Hub() = default;

Result<std::unique_ptr<Hub>> Hub::open(HubStore& store, const Clock& clock, Entropy entropy,
                                       HubOptions options) {
    if (const auto zone = toParis(clock.now()); !zone) {
        return Fault(zone.error());
    }
    auto state = std::make_unique<State>(store, clock, std::move(entropy), std::move(options));
    auto opened = store.write([&](HubTransaction& transaction) -> Result<void> {
        state->identity = identityIn(transaction, clock, state->entropy);
        return {};
    });
    if (!opened) {
        return Fault(opened.error());
    }
    return std::unique_ptr<Hub>(new Hub(std::move(state)));
}

HttpAnswer Hub::answer(const HttpCall& call) {
    State& hub = *m_state;
    const auto started = hub.options.stopwatch ? hub.options.stopwatch() : std::chrono::nanoseconds(0);
    const web::Matched matched = web::match(call);
    HttpAnswer answer = guarded([&] { return hub.serve(call, matched); });
    if (answer.type == "application/json") {
        addDigest(answer, wantedDigest(call));
    }
    answer.headers.try_emplace("cache-control", "no-store");
    const auto ended = hub.options.stopwatch ? hub.options.stopwatch() : std::chrono::nanoseconds(0);
    hub.metrics.observe(matched.route ? std::string(matched.route->path) : "other", answer.status,
                        ended - started);
    return answer;
}

HttpAnswer Hub::State::serve(const HttpCall& call, const web::Matched& matched) {
    if (call.body.size() > options.bodyLimit) {
        return web::refusal(Error(web::codes::tooLarge).with("expected", std::to_string(options.bodyLimit)));
    }
    if (!matched.route) {
        return web::refusal(Error(matched.isPathKnown ? web::codes::wrongMethod : web::codes::notFound)
                                .with("value", web::pathOf(call.path).substr(0, 80)));
    }
    web::Request request{call, matched.parameters, web::queryOf(call.path), {}, {}, {}};
    Result<HttpAnswer> answer = handle(request, *matched.route);
    HttpAnswer said = answer ? std::move(*answer) : web::refusal(answer.error());
    if (!answer && answer.error().code().name.starts_with("hub.store")) {
        metrics.countStoreError(std::string(answer.error().code().name));
    }
    if (matched.route->isLogged && (request.device || said.status < 400)) {
        // What cannot be logged must not be read: the answer is kept back.
        if (auto logged = logAccess(request, *matched.route, said.status); !logged) {
            metrics.countStoreError(std::string(logged.error().code().name));
            return web::refusal(logged.error());
        }
    }
    return said;
}

Result<HttpAnswer> Hub::State::handle(web::Request& request, const web::Route& route) {
    const Instant now = clock.now();
    if (route.access != Access::Public) {
        if (auto known = authenticate(*this, request); !known) {
            return Fault(known.error());
        }
    }
    const int seconds = request.device ? limits.takeForDevice(request.device->id.text(), now)
                                       : limits.takeForPeer(request.call.peer, now);
    if (auto admitted = admit(seconds); !admitted) {
        return Fault(admitted.error());
    }
    if (request.device && !isAllowed(route.access, request.device->role)) {
        return fault(web::codes::notAllowed, {{"value", std::string(codeOf(request.device->role))}});
    }
    return route.handler(*this, request);
}

Result<void> Hub::State::logAccess(const web::Request& request, const web::Route& route, int status) {
    return store.write([&](HubTransaction& transaction) -> Result<void> {
        AccessEntry entry;
        entry.at = clock.now();
        entry.device = request.device ? request.device->id.text() : std::string();
        entry.session = request.session;
        entry.action = fmt::format("{} {}", route.method, route.path);
        entry.record = request.record;
        entry.status = status;
        sync::logAccess(transaction, identity, entry);
        if (request.device) {
            const auto told = request.call.headers.find(unsentHeader);
            noteContact(
                transaction, request.device->id,
                {entry.at, told == request.call.headers.end() ? std::nullopt : readUnsent(told->second)});
        }
        return {};
    });
}

void Hub::State::expunge() {
    mustExpunge = !store.expunge().has_value();
}

} // namespace medicobus::sync
