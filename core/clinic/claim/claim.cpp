// SPDX-License-Identifier: EUPL-1.2
#include "base/hybrid_clock.h"
#include "clinic/claim/body.h"
#include "clinic/claim/decision.h"
#include "clinic/claim/lease.h"
#include "clinic/claim/place.h"

namespace medicobus::clinic {

namespace {

std::set<LeasedPlace> placesIn(const Json& body) {
    std::set<LeasedPlace> places;
    const auto found = body.is_object() ? body.find("places") : body.end();
    for (const Json& each : found != body.end() && found->is_array() ? *found : Json::array()) {
        if (const auto slot = wholeIn(each, "slot")) {
            places.insert({*slot, wholeIn(each, "seat").value_or(0)});
        }
    }
    return places;
}

Json toJson(const std::set<LeasedPlace>& places) {
    Json list = Json::array();
    for (const LeasedPlace& each : places) {
        list.push_back({{"slot", each.slot}, {"seat", each.seat}});
    }
    return list;
}

} // namespace

Json toJson(const Place& place) {
    Json body{{"occurrence", place.occurrence.text()}};
    if (place.slot) {
        body["slot"] = *place.slot;
        body["seat"] = place.seat;
    }
    return body;
}

std::optional<Place> placeFrom(const Json& body) {
    const auto occurrence = plan::OccurrenceId::parse(textIn(body, "occurrence"));
    if (!occurrence) {
        return std::nullopt;
    }
    return Place{*occurrence, wholeIn(body, "slot"), wholeIn(body, "seat").value_or(0)};
}

Json toJson(const PlaceClaim& claim) {
    Json body = toJson(claim.place);
    body["promised"] = formatLocal(claim.promised);
    if (claim.place.slot) {
        body["basis"] = Coded(claim.basis).code();
    }
    if (claim.basis == Basis::Lease) {
        body["lease"] = claim.lease;
    }
    return body;
}

std::optional<PlaceClaim> placeClaimFrom(const Json& body) {
    const auto place = placeFrom(body);
    const auto promised = parseLocal(textIn(body, "promised"));
    if (!place || !promised) {
        return std::nullopt;
    }
    const auto basis = Coded<Basis>::of(textIn(body, "basis"));
    return PlaceClaim{*place, *promised, basis.isSet() ? basis.known().value_or(Basis::Request) : Basis::Own,
                      textIn(body, "lease")};
}

Json toJson(const Refusal& refusal) {
    Json body = toJson(refusal.place);
    body["operation"] = refusal.operation.text();
    body["reason"] = refusal.reason.code();
    body["alternatives"] = Json::array();
    for (const Alternative& each : refusal.alternatives) {
        Json place = toJson(each.place);
        place["start"] = formatLocal(each.start);
        body["alternatives"].push_back(std::move(place));
    }
    return body;
}

std::optional<Refusal> refusalFrom(const Json& body) {
    const auto operation = idIn<journal::OperationId>(body, "operation");
    const auto place = placeFrom(body);
    if (!operation || !place) {
        return std::nullopt;
    }
    Refusal refusal{*operation, *place, Coded<RefusalReason>::of(textIn(body, "reason")), {}};
    const auto found = body.find("alternatives");
    for (const Json& each : found != body.end() && found->is_array() ? *found : Json::array()) {
        const auto free = placeFrom(each);
        const auto start = parseLocal(textIn(each, "start"));
        if (free && start) {
            refusal.alternatives.push_back({*free, *start});
        }
    }
    return refusal;
}

Json toJson(const Decision& decision) {
    Json body = decision.refusal ? toJson(*decision.refusal) : toJson(decision.place);
    body["appointment"] = decision.appointment.text();
    body["operation"] = decision.operation.text();
    if (decision.device) {
        body["device"] = decision.device->text();
    }
    if (!decision.lease.empty()) {
        body["lease"] = decision.lease;
    }
    return body;
}

std::string kindOf(Word word) {
    return word == Word::Confirmed ? confirmedKind : word == Word::Refused ? refusedKind : endedKind;
}

std::optional<Decision> decisionFrom(const std::string& kind, const Json& body) {
    const auto appointment = idIn<AppointmentId>(body, "appointment");
    const auto operation = idIn<journal::OperationId>(body, "operation");
    const auto place = placeFrom(body);
    for (const Word word : {Word::Confirmed, Word::Refused, Word::Ended}) {
        if (appointment && operation && place && kind == kindOf(word)) {
            return Decision{*appointment,
                            *operation,
                            *place,
                            word,
                            word == Word::Refused ? refusalFrom(body) : std::nullopt,
                            idIn<journal::DeviceId>(body, "device"),
                            textIn(body, "lease")};
        }
    }
    return std::nullopt;
}

Json toJson(const Lease& lease) {
    return {{"lease", lease.id},
            {"device", lease.device.text()},
            {"occurrence", lease.occurrence.text()},
            {"places", toJson(lease.places)},
            {"until", lease.until.time_since_epoch().count()}};
}

std::optional<Lease> leaseFrom(const Json& body) {
    const auto device = idIn<journal::DeviceId>(body, "device");
    const auto occurrence = plan::OccurrenceId::parse(textIn(body, "occurrence"));
    const auto until = body.is_object() ? body.find("until") : body.end();
    if (!device || !occurrence || until == body.end() || !until->is_number_integer()) {
        return std::nullopt;
    }
    return Lease{textIn(body, "lease"), *device, *occurrence, placesIn(body),
                 Instant(std::chrono::milliseconds(until->get<std::int64_t>()))};
}

Json toJson(const LeaseRelease& release) {
    return {{"lease", release.lease}, {"places", toJson(release.places)}};
}

std::optional<LeaseRelease> leaseReleaseFrom(const Json& body) {
    const std::string lease = textIn(body, "lease");
    return lease.empty() ? std::nullopt : std::optional(LeaseRelease{lease, placesIn(body)});
}

Instant leaseClock(Instant wall, HybridTime hybrid) {
    return std::max(wall, Instant(std::chrono::milliseconds(hybrid.millis)));
}

} // namespace medicobus::clinic
