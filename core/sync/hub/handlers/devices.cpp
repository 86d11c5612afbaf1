// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/desk/contacts.h"
#include "sync/hub/desk/enrolments.h"
#include "sync/hub/handlers/handlers.h"
#include "sync/hub/handlers/sessions.h"
#include "sync/hub/state.h"
#include "sync/wire/session.h"

#include <sodium.h>

#include <algorithm>

namespace medicobus::sync::handlers {

namespace {

Result<DeviceId> deviceIn(const Request& request) {
    const std::string text = request.parameters.at("id");
    const auto id = Uuid::parse(text);
    if (!id) {
        return fault(web::codes::notFound, {{"value", text.substr(0, 80)}});
    }
    return DeviceId{*id};
}

DeviceEntry entryOf(HubTransaction& transaction, const HubDevice& device) {
    DeviceEntry entry;
    entry.device = device.id;
    entry.name = device.name;
    entry.role = device.role;
    entry.commune = device.commune;
    entry.signKey = device.signKey;
    entry.boxKey = device.boxKey;
    entry.state =
        device.state == DeviceState::Revoked ? DeviceEntry::State::Revoked : DeviceEntry::State::Active;
    entry.lastContact = device.seenAt;
    if (const auto contact = contactOf(transaction, device.id)) {
        entry.lastContact = std::max(device.seenAt.value_or(contact->at), contact->at);
        if (contact->unsent) {
            entry.unsent = contact->unsent->count;
        }
        if (contact->unsent && contact->unsent->count > 0) {
            entry.unsentSince = contact->at - contact->unsent->age;
        }
    }
    entry.ackedThrough = transaction.chainHead(device.id).seq;
    entry.drift = device.drift;
    entry.isWipeOrdered = device.mustWipe;
    entry.isWiped = device.isWiped;
    return entry;
}

Answer done(Result<void> stored) {
    if (!stored) {
        return Fault(stored.error());
    }
    return web::jsonAnswer(Json::object());
}

} // namespace

Answer inviteDevice(Hub::State& hub, Request& request) {
    const auto asked = readInvitationRequest(request.call.body);
    if (!asked) {
        return Fault(asked.error());
    }
    InvitationAnswer answer;
    answer.hubTime = hub.clock.now();
    answer.until = answer.hubTime + hub.options.invitationLife;
    const auto stored = hub.write([&](HubTransaction& transaction, Author&) -> Result<void> {
        answer.secret = invite(transaction, asked->role, asked->commune, {}, answer.until, hub.entropy);
        return {};
    });
    if (!stored) {
        return Fault(stored.error());
    }
    return web::jsonAnswer(toJson(answer));
}

Answer enrol(Hub::State& hub, Request& request) {
    const auto asked = readEnrolmentRequest(request.call.body);
    if (!asked) {
        return Fault(asked.error());
    }
    const Instant now = hub.clock.now();
    Json body;
    auto stored = hub.write([&](HubTransaction& transaction, Author& author) -> Result<void> {
        auto device = beginEnrolment(transaction, *asked, now, author.newUuid());
        if (!device) {
            return Fault(device.error());
        }
        body = toJson(enrolmentOf(*device, now));
        request.record = device->id.text();
        return {};
    });
    if (!stored) {
        return Fault(stored.error());
    }
    return web::jsonAnswer(body, 201);
}

Answer enrolment(Hub::State& hub, Request& request) {
    std::optional<HubDevice> device;
    auto read = hub.store.read([&](HubTransaction& transaction) -> Result<void> {
        device = transaction.enrolment(request.parameters.at("id"));
        return {};
    });
    if (!read) {
        return Fault(read.error());
    }
    if (!device) {
        return fault(web::codes::notFound, {{"value", request.parameters.at("id").substr(0, 80)}});
    }
    return web::jsonAnswer(toJson(enrolmentOf(*device, hub.clock.now())));
}

Answer enrolments(Hub::State& hub, Request&) {
    EnrolmentList list;
    list.hubTime = hub.clock.now();
    auto read = hub.store.read([&](HubTransaction& transaction) -> Result<void> {
        list.enrolments.clear();
        for (const HubDevice& each : transaction.devices()) {
            if (each.state == DeviceState::Pending) {
                list.enrolments.push_back(enrolmentOf(each, list.hubTime));
            }
        }
        return {};
    });
    if (!read) {
        return Fault(read.error());
    }
    return web::jsonAnswer(toJson(list));
}

Answer approve(Hub::State& hub, Request& request) {
    const auto approval = readApproval(request.call.body);
    if (!approval) {
        return Fault(approval.error());
    }
    Json body;
    auto stored = hub.write([&](HubTransaction& transaction, Author& author) -> Result<void> {
        auto device =
            decideEnrolment(transaction, author, request.parameters.at("id"), *approval, &*request.device);
        if (!device) {
            return Fault(device.error());
        }
        body = toJson(enrolmentOf(*device, hub.clock.now()));
        request.record = device->id.text();
        return {};
    });
    if (!stored) {
        return Fault(stored.error());
    }
    return web::jsonAnswer(body);
}

Answer devices(Hub::State& hub, Request&) {
    DeviceList list;
    list.hubTime = hub.clock.now();
    auto read = hub.store.read([&](HubTransaction& transaction) -> Result<void> {
        list.devices.clear();
        for (const HubDevice& each : transaction.devices()) {
            if (each.state == DeviceState::Active || each.state == DeviceState::Revoked) {
                list.devices.push_back(entryOf(transaction, each));
            }
        }
        return {};
    });
    if (!read) {
        return Fault(read.error());
    }
    return web::jsonAnswer(toJson(list));
}

Answer revoke(Hub::State& hub, Request& request) {
    const auto id = deviceIn(request);
    const auto order = readRevocation(request.call.body);
    if (!id || !order) {
        return Fault(id ? order.error() : id.error());
    }
    request.record = id->text();
    return done(hub.write([&](HubTransaction& transaction, Author& author) {
        return revokeDevice(transaction, author, hub.plans, *id, order->wipe);
    }));
}

Answer rescope(Hub::State& hub, Request& request) {
    const auto id = deviceIn(request);
    if (!id) {
        return Fault(id.error());
    }
    std::string role;
    std::string commune;
    const auto read = readMessage(request.call.body, [&](JsonReader& reader) {
        role = reader.text("role");
        commune = reader.text("commune", {});
        if (reader.ok() && !parseRole(role)) {
            reader.fail(sync::codes::jsonRange, "role", role);
        }
    });
    if (!read) {
        return Fault(read.error());
    }
    request.record = id->text();
    return done(hub.write([&](HubTransaction& transaction, Author& author) {
        return changeRole(transaction, author, *id, *parseRole(role), commune);
    }));
}

Answer confirmWipe(Hub::State& hub, Request& request) {
    const auto said = readSessionRequest(request.call.body);
    const auto id = deviceIn(request);
    if (!said || !id) {
        return Fault(said ? id.error() : said.error());
    }
    request.record = id->text();
    return done(hub.write([&](HubTransaction& transaction, Author&) -> Result<void> {
        auto device = transaction.device(*id);
        const std::string proof = sessionProof(said->challenge);
        if (!device || !device->mustWipe || said->device != *id
            || !isChallenge(hub.identity, said->challenge, hub.clock.now())
            || crypto_sign_verify_detached(said->signature.data(),
                                           reinterpret_cast<const unsigned char*>(proof.data()), proof.size(),
                                           device->signKey.data())
                   != 0) {
            return fault(web::codes::badProof);
        }
        device->isWiped = true;
        device->seenAt = hub.clock.now();
        transaction.putDevice(*device);
        return {};
    }));
}

} // namespace medicobus::sync::handlers
