// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/rules/case.h"

#include "clinic/claim/body.h"

#include <algorithm>

namespace medicobus::sync {

using journal::Operation;

namespace {

/// An operation as a fact of its appointment; nothing when it is none.
std::optional<clinic::Fact> factOf(const Operation& operation) {
    const auto dot = operation.kind.find('.');
    const std::string family = operation.kind.substr(0, dot);
    const std::string said = dot == std::string::npos ? std::string() : operation.kind.substr(dot + 1);
    clinic::Fact fact;
    fact.operation = operation.id;
    fact.time = operation.time;
    fact.device = operation.device;
    fact.body = operation.open;
    if (family == "appointment") {
        fact.kind = said;
    } else if (family == "visit" || family == "claim") {
        fact.kind = family + "_" + said;
    } else {
        return std::nullopt;
    }
    if (fact.kind == "reverted") {
        fact.reverts = clinic::idIn<OperationId>(operation.open, "operation");
    }
    return fact;
}

} // namespace

Claims::Case::Case(std::string id, std::vector<StoredOperation> stored) : appointment(std::move(id)) {
    for (StoredOperation& each : stored) {
        if (auto fact = factOf(each.operation)) {
            latest = std::max(latest, fact->time);
            if (fact->kind == "deposited" && !depositor) {
                depositor = fact->device;
            }
            facts.push_back(std::move(*fact));
            operations.emplace(each.operation.id, std::move(each.operation));
        }
    }
    words = clinic::wordsIn(facts);
}

std::optional<DeviceId> depositorOf(HubTransaction& transaction, const journal::Subject& appointment) {
    for (const StoredOperation& each : transaction.ofSubject(appointment)) {
        if (each.operation.kind == "appointment.deposited") {
            return each.operation.device;
        }
    }
    return std::nullopt;
}

bool isOfPlace(const Operation& operation) {
    return !operation.sealed
           && (operation.kind == "appointment.cancelled" || operation.kind == "appointment.moved"
               || operation.kind == "appointment.reinstated" || operation.kind.starts_with("claim."));
}

Seat seatOf(const clinic::Place& place) {
    return {place.occurrence.text(), place.slot.value_or(0), place.seat};
}

OperationId idOf(const std::string& text) {
    return {Uuid::parse(text).value_or(Uuid())};
}

bool isToldBy(const Operation& claim) {
    const auto asked = clinic::placeClaimFrom(claim.open);
    return asked && asked->basis != clinic::Basis::Request;
}

bool isEndedBy(const Operation& later, const OperationId& claim) {
    const auto ends = later.open.is_object() ? later.open.find("ends") : later.open.end();
    return ends != later.open.end() && ends->is_array()
           && std::any_of(ends->begin(), ends->end(), [&](const Json& each) {
                  return each.is_string() && each.get<std::string>() == claim.text();
              });
}

} // namespace medicobus::sync
