// SPDX-License-Identifier: EUPL-1.2
#include "base/json/text.h"
#include "clinic/appointment.h"
#include "clinic/claim/body.h"
#include "clinic/claim/lease.h"
#include "clinic/store/keepers.h"
#include "clinic/store/rows.h"

namespace medicobus::clinic {

namespace {

using journal::Operation;

void keepPatient(journal::Connection& db, const Operation& operation) {
    const rows::Blob body{operation.sealed ? &*operation.sealed : nullptr};
    rows::run(db, "INSERT INTO clinic_patient VALUES (?, ?, ?, ?, ?, ?, ?, ?)", operation.id.text(),
              operation.subject.id, operation.time.packed(), operation.device.text(), operation.kind,
              jsonText(operation.open), operation.sealKey, body);
}

void keepErased(journal::Connection& db, const Operation& operation) {
    const auto keys = operation.open.find("keys");
    for (const Json& key : keys != operation.open.end() && keys->is_array() ? *keys : Json::array()) {
        if (key.is_string()) {
            rows::run(db, "INSERT OR IGNORE INTO clinic_erased VALUES (?, ?, ?)", operation.id.text(),
                      operation.subject.id, key.get<std::string>());
        }
    }
    keepPatient(db, operation);
}

void keepMerge(journal::Connection& db, const Operation& operation) {
    const std::string stays = textIn(operation.open, "into");
    if (Uuid::parse(operation.subject.id) && Uuid::parse(stays)) {
        rows::run(db, "INSERT INTO clinic_merge VALUES (?, ?, ?, ?, ?)", operation.id.text(),
                  operation.time.packed(), operation.device.text(), operation.subject.id, stays);
    }
}

/// Makes the appointment's lines again from all its facts.
void restate(journal::Connection& db, const std::string& appointment) {
    const Standing standing = standingOf(rows::factsOf(db, appointment));
    rows::run(db, "DELETE FROM clinic_hold WHERE appointment = ?", appointment);
    rows::run(db, "DELETE FROM clinic_appointment WHERE id = ?", appointment);
    if (!standing.place) {
        return;
    }
    std::optional<std::string> wanted;
    std::optional<std::string> refusal;
    if (!standing.pending.empty()) {
        wanted = toJson(standing.pending.back().claim).dump();
    }
    if (standing.refusal) {
        refusal = toJson(*standing.refusal).dump();
    }
    rows::run(db, "INSERT INTO clinic_appointment VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
              appointment, standing.place->occurrence.text(), standing.place->slot, standing.place->seat,
              formatLocal(standing.promised), std::string(codeOf(standing.state)),
              Coded(standing.claim).code(), wanted, refusal, standing.cause.code(), standing.arrivedAt,
              standing.begunAt, standing.seenAt, standing.hasVisit ? 1 : 0);
    for (const Hold& each : holdsOf(standing)) {
        rows::run(db, "INSERT INTO clinic_hold VALUES (?, ?, ?, ?, ?, ?)", appointment, each.operation.text(),
                  each.place.occurrence.text(), each.place.slot, each.place.seat, Coded(each.claim).code());
    }
}

void keepFactOf(journal::Connection& db, const Operation& operation, const std::string& appointment,
                const std::string& kind) {
    std::optional<std::string> reverts;
    if (kind == "reverted") {
        reverts = textIn(operation.open, "operation");
    }
    rows::run(db, "INSERT INTO clinic_fact VALUES (?, ?, ?, ?, ?, ?, ?)", operation.id.text(), appointment,
              operation.time.packed(), operation.device.text(), kind, jsonText(operation.open), reverts);
    const auto claim = placeClaimFrom(operation.open);
    if (claim && claim->basis == Basis::Lease && claim->place.slot) {
        rows::run(db, "INSERT INTO clinic_lease_use VALUES (?, ?, ?, ?)", operation.id.text(), claim->lease,
                  claim->place.slot, claim->place.seat);
    }
    restate(db, appointment);
}

void keepFact(journal::Connection& db, const Operation& operation) {
    const std::size_t dot = operation.kind.find('.');
    const std::string family = operation.kind.substr(0, dot);
    const std::string said = operation.kind.substr(dot + 1);
    keepFactOf(db, operation, operation.subject.id, family == "appointment" ? said : family + "_" + said);
}

void keepDecision(journal::Connection& db, const Operation& operation) {
    if (const auto decision = decisionFrom(operation.kind, operation.open)) {
        std::string kind = operation.kind;
        kind[kind.find('.')] = '_';
        keepFactOf(db, operation, decision->appointment.text(), kind);
    }
}

/// Who comes and why, as sealed.
void keepPerson(journal::Connection& db, const Operation& operation) {
    if (operation.sealed) {
        rows::run(db, "INSERT INTO clinic_person VALUES (?, ?, ?, ?, ?, ?)", operation.id.text(),
                  operation.subject.id, operation.time.packed(), operation.device.text(), operation.sealKey,
                  rows::Blob{&*operation.sealed});
    }
}

void keepBooked(journal::Connection& db, const Operation& operation) {
    keepPerson(db, operation);
    if (const std::string request = textIn(operation.open, "request"); Uuid::parse(request)) {
        rows::run(db, "INSERT INTO clinic_request_answer VALUES (?, ?, ?)", operation.id.text(), request,
                  operation.subject.id);
    }
    keepFact(db, operation);
}

void keepDeposit(journal::Connection& db, const Operation& operation) {
    if (operation.sealed) {
        rows::run(db, "INSERT INTO clinic_deposit VALUES (?, ?, ?, ?, ?)", operation.id.text(),
                  operation.subject.id, operation.time.packed(), operation.device.text(),
                  rows::Blob{&*operation.sealed});
    }
    keepFact(db, operation);
}

void keepCrewKey(journal::Connection& db, const Operation& operation) {
    rows::run(db, "INSERT INTO clinic_crew_key VALUES (?, ?, ?, ?)", operation.id.text(),
              operation.time.packed(), operation.device.text(), textIn(operation.open, "key"));
}

void keepVisit(journal::Connection& db, const Operation& operation) {
    if (operation.sealed) {
        rows::run(db, "INSERT INTO clinic_visit VALUES (?, ?, ?, ?, ?, ?)", operation.id.text(),
                  operation.subject.id, operation.time.packed(), operation.device.text(), operation.sealKey,
                  rows::Blob{&*operation.sealed});
    }
    keepFact(db, operation);
}

void keepLease(journal::Connection& db, const Operation& operation) {
    if (const auto lease = leaseFrom(operation.open)) {
        rows::run(db, "INSERT INTO clinic_lease VALUES (?, ?, ?, ?, ?, ?)", operation.id.text(), lease->id,
                  lease->device.text(), lease->occurrence.text(),
                  static_cast<std::int64_t>(lease->until.time_since_epoch().count()),
                  jsonText(operation.open));
    }
}

void keepRelease(journal::Connection& db, const Operation& operation) {
    if (const auto release = leaseReleaseFrom(operation.open)) {
        rows::run(db, "INSERT INTO clinic_lease_release VALUES (?, ?, ?, ?)", operation.id.text(),
                  release->lease, operation.device.text(), jsonText(operation.open));
    }
}

} // namespace

Keepers recordKeepers() {
    return {{"patient.registered", keepPatient},
            {"patient.corrected", keepPatient},
            {"patient.chosen", keepPatient},
            {"patient.erased", keepErased},
            {"patient.merged", keepMerge},
            {"patient.parted", keepRevert},
            {"appointment.booked", keepBooked},
            {"appointment.walked_in", keepBooked},
            {"appointment.deposited", keepDeposit},
            {"deposit.taken", keepPerson},
            {"appointment.moved", keepFact},
            {"appointment.arrived", keepFact},
            {"appointment.begun", keepFact},
            {"appointment.seen", keepFact},
            {"appointment.absent", keepFact},
            {"appointment.cancelled", keepFact},
            {"appointment.reinstated", keepFact},
            {"appointment.reverted", keepFact},
            {"crew.keyed", keepCrewKey},
            {"visit.recorded", keepVisit},
            {"visit.corrected", keepVisit},
            {"claim.confirmed", keepDecision},
            {"claim.refused", keepDecision},
            {"claim.ended", keepDecision},
            {"lease.granted", keepLease},
            {"lease.released", keepRelease}};
}

} // namespace medicobus::clinic
