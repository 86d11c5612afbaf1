// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/desk/enrolments.h"

#include "clinic/claim/body.h"
#include "sync/hub/web/request.h"

#include <sodium.h>

#include <algorithm>

namespace medicobus::sync {

namespace {

constexpr std::size_t longestName = 120;
constexpr const char* enrolledKind = "device.enrolled";
constexpr const char* revokedKind = "device.revoked";

std::string hashOf(const std::array<std::uint8_t, 20>& secret) {
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), secret.data(), secret.size(), nullptr, 0);
    return toHex(viewOf(hash));
}

/// What every store needs to know of a device, in the hub's chain.
Json describe(const HubDevice& device) {
    return {{"name", device.name},
            {"role", codeOf(device.role)},
            {"commune", device.commune},
            {"sign_key", toBase64(device.signKey)},
            {"box_key", toBase64(device.boxKey)}};
}

} // namespace

std::array<std::uint8_t, 20> invite(HubTransaction& transaction, Role role, const std::string& commune,
                                    const std::string& name, Instant until, const Entropy& entropy) {
    std::array<std::uint8_t, 20> secret{};
    entropy(secret.data(), secret.size());
    transaction.putInvitation({hashOf(secret), role, commune, name, until});
    return secret;
}

Result<HubDevice> beginEnrolment(HubTransaction& transaction, const EnrolmentRequest& request, Instant now,
                                 const Uuid& id) {
    const auto invitation = transaction.takeInvitation(hashOf(request.secret));
    if (!invitation || invitation->until < now) {
        return fault(web::codes::badSecret);
    }
    const auto known = transaction.device(request.device);
    if ((known && (known->state == DeviceState::Active || known->state == DeviceState::Revoked))
        || isHub(transaction, request.device)) {
        return fault(web::codes::deviceExists, {{"value", request.device.text()}});
    }
    HubDevice device;
    device.id = request.device;
    device.enrolment = id.text();
    device.name = (request.name.empty() ? invitation->name : request.name).substr(0, longestName);
    std::erase(device.name, '\0');
    device.role = invitation->role;
    device.commune = invitation->commune;
    device.signKey = request.signKey;
    device.boxKey = request.boxKey;
    device.enrolledAt = now;
    transaction.putDevice(device);
    return device;
}

Result<HubDevice> decideEnrolment(HubTransaction& transaction, Author& author, const std::string& enrolment,
                                  const Approval& approval, const HubDevice* approver) {
    auto device = transaction.enrolment(enrolment);
    if (!device) {
        return fault(web::codes::notFound, {{"value", enrolment}});
    }
    if (device->state != DeviceState::Pending) {
        return fault(web::codes::alreadyDecided, {{"value", enrolment}});
    }
    const auto all = transaction.devices();
    const bool hasCrew = std::any_of(all.begin(), all.end(), [](const HubDevice& each) {
        return each.role == Role::Crew && each.state == DeviceState::Active;
    });
    if (approval.isApproved && device->role == Role::Crew && hasCrew && !approval.crewKey) {
        return fault(web::codes::crewKeyMissing);
    }
    if (approver && approval.isApproved && device->role == Role::Crew && approver->role != Role::Crew) {
        // Only who holds the crew's key can pass it on.
        return fault(web::codes::notAllowed);
    }
    device->state = approval.isApproved ? DeviceState::Active : DeviceState::Refused;
    device->crewKey = approval.crewKey.value_or("");
    if (isRecovering(transaction)) {
        // A device that comes new has nothing to bring.
        device->reportedEpoch = transaction.value(values::epoch).value_or("");
    }
    transaction.putDevice(*device);
    if (approval.isApproved) {
        author.write({"device", device->id.text()}, enrolledKind, describe(*device));
    }
    return *device;
}

Result<void> revokeDevice(HubTransaction& transaction, Author& author, PlanViews& plans,
                          const DeviceId& device, bool isToWipe) {
    auto known = transaction.device(device);
    if (!known || known->state == DeviceState::Refused || known->state == DeviceState::Pending) {
        return fault(web::codes::notFound, {{"value", device.text()}});
    }
    if (known->state == DeviceState::Revoked && (known->mustWipe || !isToWipe)) {
        return fault(web::codes::alreadyDecided, {{"value", device.text()}});
    }
    known->state = DeviceState::Revoked;
    known->mustWipe = isToWipe;
    known->crewKey.clear();
    transaction.putDevice(*known);
    author.write({"device", device.text()}, revokedKind,
                 {{"wipe", isToWipe}, {"through", transaction.chainHead(device).seq}});
    Claims(transaction, author, plans).freeLeasesOf(device);
    return {};
}

Result<void> changeRole(HubTransaction& transaction, Author& author, const DeviceId& device, Role role,
                        const std::string& commune) {
    const auto before = transaction.device(device);
    if (!before || before->state != DeviceState::Active) {
        return fault(web::codes::notFound, {{"value", device.text()}});
    }
    HubDevice after = *before;
    after.role = role;
    after.commune = commune;
    if (role != Role::Crew) {
        after.crewKey.clear();
    }
    transaction.putDevice(after);
    transaction.changeScope(*before, after);
    author.write({"device", device.text()}, enrolledKind, describe(after));
    return {};
}

void adoptDevice(HubTransaction& transaction, const journal::Operation& operation) {
    const auto id = Uuid::parse(operation.subject.id);
    auto known = id ? transaction.device({*id}) : std::nullopt;
    if (known && operation.kind == revokedKind) {
        known->state = DeviceState::Revoked;
        known->mustWipe = known->mustWipe || operation.open.value("wipe", Json(false)) == true;
        transaction.putDevice(*known);
        return;
    }
    const auto text = [&](const char* key) { return clinic::textIn(operation.open, key); };
    const auto role = parseRole(text("role"));
    const auto signKey = arrayFromBase64<32>(text("sign_key"));
    const auto boxKey = arrayFromBase64<32>(text("box_key"));
    if (operation.kind != enrolledKind || !id || !role || !signKey || !boxKey
        || (known && known->state != DeviceState::Active)) {
        return;
    }
    HubDevice device = known.value_or(HubDevice{});
    device.id = {*id};
    device.enrolment = known ? device.enrolment : operation.id.text();
    device.name = text("name");
    device.role = *role;
    device.commune = text("commune");
    device.signKey = *signKey;
    device.boxKey = *boxKey;
    device.state = DeviceState::Active;
    device.enrolledAt = operation.recordedAt();
    transaction.putDevice(device);
}

void endRecovery(HubTransaction& transaction, Author& author, PlanViews& plans) {
    transaction.setValue(values::recovering, "0");
    Claims(transaction, author, plans).decideWaiting({});
}

Enrolment enrolmentOf(const HubDevice& device, Instant now) {
    Enrolment enrolment;
    enrolment.id = device.enrolment;
    enrolment.state = device.state == DeviceState::Pending  ? Enrolment::State::Pending
                      : device.state == DeviceState::Active ? Enrolment::State::Approved
                                                            : Enrolment::State::Refused;
    enrolment.device = device.id;
    enrolment.name = device.name;
    enrolment.role = device.role;
    enrolment.commune = device.commune;
    enrolment.signKey = device.signKey;
    enrolment.boxKey = device.boxKey;
    enrolment.hubTime = now;
    if (device.state == DeviceState::Active && !device.crewKey.empty()) {
        enrolment.crewKey = device.crewKey;
    }
    return enrolment;
}

} // namespace medicobus::sync
