// SPDX-License-Identifier: EUPL-1.2
#include "clinic/store/projection.h"

#include "clinic/store/keepers.h"

namespace medicobus::clinic {

namespace {

constexpr auto schema = R"sql(
CREATE TABLE clinic_programme(
  operation TEXT PRIMARY KEY, time INTEGER NOT NULL, device TEXT NOT NULL, version TEXT NOT NULL,
  body TEXT NOT NULL) STRICT;
CREATE TABLE clinic_passage_change(
  operation TEXT PRIMARY KEY, time INTEGER NOT NULL, device TEXT NOT NULL, occurrence TEXT NOT NULL,
  kind TEXT NOT NULL, start TEXT, "end" TEXT, reason TEXT NOT NULL, sequence INTEGER NOT NULL) STRICT;
CREATE TABLE clinic_closure(
  operation TEXT PRIMARY KEY, time INTEGER NOT NULL, device TEXT NOT NULL, site TEXT NOT NULL,
  first TEXT NOT NULL, last TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
CREATE TABLE clinic_reverted(
  operation TEXT PRIMARY KEY, time INTEGER NOT NULL, target TEXT NOT NULL, subject TEXT NOT NULL) STRICT;
CREATE TABLE clinic_tour(
  operation TEXT PRIMARY KEY, time INTEGER NOT NULL, device TEXT NOT NULL, tour TEXT NOT NULL,
  event TEXT NOT NULL, occurrence TEXT NOT NULL, at TEXT NOT NULL, driven INTEGER) STRICT;
CREATE INDEX clinic_tour_day ON clinic_tour(tour);

CREATE TABLE clinic_patient(
  operation TEXT PRIMARY KEY, patient TEXT NOT NULL, time INTEGER NOT NULL, device TEXT NOT NULL,
  kind TEXT NOT NULL, open TEXT NOT NULL, seal_key TEXT, sealed BLOB) STRICT;
CREATE INDEX clinic_patient_id ON clinic_patient(patient, operation, device);
CREATE TABLE clinic_erased(
  operation TEXT NOT NULL, patient TEXT NOT NULL, seal_key TEXT NOT NULL,
  PRIMARY KEY (operation, seal_key)) STRICT;
CREATE INDEX clinic_erased_key ON clinic_erased(seal_key);
CREATE TABLE clinic_merge(
  operation TEXT PRIMARY KEY, time INTEGER NOT NULL, device TEXT NOT NULL, gone TEXT NOT NULL,
  stays TEXT NOT NULL) STRICT;

CREATE TABLE clinic_fact(
  operation TEXT PRIMARY KEY, appointment TEXT NOT NULL, time INTEGER NOT NULL, device TEXT NOT NULL,
  kind TEXT NOT NULL, body TEXT NOT NULL, reverts TEXT) STRICT;
CREATE INDEX clinic_fact_appointment ON clinic_fact(appointment);
CREATE TABLE clinic_person(
  operation TEXT PRIMARY KEY, appointment TEXT NOT NULL, time INTEGER NOT NULL, device TEXT NOT NULL,
  seal_key TEXT, sealed BLOB NOT NULL) STRICT;
CREATE INDEX clinic_person_appointment ON clinic_person(appointment);
CREATE INDEX clinic_person_key ON clinic_person(seal_key);
CREATE TABLE clinic_appointment(
  id TEXT PRIMARY KEY, occurrence TEXT NOT NULL, slot INTEGER, seat INTEGER NOT NULL, promised TEXT NOT NULL,
  state TEXT NOT NULL, claim TEXT NOT NULL, wanted TEXT, refusal TEXT, cause TEXT NOT NULL,
  arrived_at INTEGER, begun_at INTEGER, seen_at INTEGER, has_visit INTEGER NOT NULL) STRICT;
CREATE INDEX clinic_appointment_occurrence ON clinic_appointment(occurrence);
CREATE INDEX clinic_appointment_expected ON clinic_appointment(promised) WHERE state = 'booked';
CREATE TABLE clinic_hold(
  appointment TEXT NOT NULL, operation TEXT NOT NULL, occurrence TEXT NOT NULL, slot INTEGER NOT NULL,
  seat INTEGER NOT NULL, claim TEXT NOT NULL, PRIMARY KEY (appointment, operation)) STRICT;
CREATE INDEX clinic_hold_place ON clinic_hold(occurrence, slot, seat);
CREATE TABLE clinic_deposit(
  operation TEXT PRIMARY KEY, appointment TEXT NOT NULL, time INTEGER NOT NULL, device TEXT NOT NULL,
  sealed BLOB NOT NULL) STRICT;
CREATE TABLE clinic_crew_key(
  operation TEXT PRIMARY KEY, time INTEGER NOT NULL, device TEXT NOT NULL, key TEXT NOT NULL) STRICT;
CREATE TABLE clinic_visit(
  operation TEXT PRIMARY KEY, appointment TEXT NOT NULL, time INTEGER NOT NULL, device TEXT NOT NULL,
  seal_key TEXT, sealed BLOB NOT NULL) STRICT;
CREATE INDEX clinic_visit_appointment ON clinic_visit(appointment);

CREATE TABLE clinic_lease(
  operation TEXT PRIMARY KEY, lease TEXT NOT NULL, device TEXT NOT NULL, occurrence TEXT NOT NULL,
  until INTEGER NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX clinic_lease_device ON clinic_lease(device, occurrence);
CREATE TABLE clinic_lease_use(
  operation TEXT PRIMARY KEY, lease TEXT NOT NULL, slot INTEGER NOT NULL, seat INTEGER NOT NULL) STRICT;
CREATE INDEX clinic_lease_use_of ON clinic_lease_use(lease);
CREATE TABLE clinic_lease_release(
  operation TEXT PRIMARY KEY, lease TEXT NOT NULL, device TEXT NOT NULL, body TEXT NOT NULL) STRICT;
CREATE INDEX clinic_lease_release_of ON clinic_lease_release(lease);

CREATE TABLE clinic_request(
  operation TEXT PRIMARY KEY, request TEXT NOT NULL, time INTEGER NOT NULL, device TEXT NOT NULL,
  kind TEXT NOT NULL, site TEXT NOT NULL, seal_key TEXT, sealed BLOB) STRICT;
CREATE INDEX clinic_request_id ON clinic_request(request);
CREATE TABLE clinic_request_answer(
  operation TEXT PRIMARY KEY, request TEXT NOT NULL, appointment TEXT NOT NULL) STRICT;
CREATE INDEX clinic_request_answer_of ON clinic_request_answer(request);
CREATE TABLE clinic_stop_note(
  operation TEXT PRIMARY KEY, site TEXT NOT NULL, time INTEGER NOT NULL, device TEXT NOT NULL,
  seal_key TEXT, sealed BLOB NOT NULL) STRICT;
CREATE INDEX clinic_stop_note_site ON clinic_stop_note(site);

CREATE TABLE clinic_call(
  operation TEXT PRIMARY KEY, subject TEXT NOT NULL, time INTEGER NOT NULL, device TEXT NOT NULL,
  kind TEXT NOT NULL, open TEXT NOT NULL) STRICT;
CREATE INDEX clinic_call_subject ON clinic_call(subject, kind);
CREATE INDEX clinic_call_kind ON clinic_call(kind);
)sql";

Keepers allKeepers() {
    Keepers all = programmeKeepers();
    all.merge(recordKeepers());
    all.merge(halfDayKeepers());
    all.merge(callKeepers());
    return all;
}

} // namespace

std::vector<std::string> ClinicProjection::tables() const {
    return {"clinic_programme",      "clinic_passage_change",
            "clinic_closure",        "clinic_reverted",
            "clinic_tour",           "clinic_patient",
            "clinic_erased",         "clinic_fact",
            "clinic_person",         "clinic_appointment",
            "clinic_hold",           "clinic_deposit",
            "clinic_visit",          "clinic_lease",
            "clinic_lease_use",      "clinic_lease_release",
            "clinic_crew_key",       "clinic_request",
            "clinic_request_answer", "clinic_stop_note",
            "clinic_merge",          "clinic_call"};
}

void ClinicProjection::create(SQLite::Database& db) const {
    db.exec(schema);
}

Result<void> ClinicProjection::apply(journal::Connection& db, const journal::Operation& operation) const {
    static const Keepers keepers = allKeepers();
    if (const auto keeper = keepers.find(operation.kind); keeper != keepers.end()) {
        keeper->second(db, operation);
    }
    return {};
}

} // namespace medicobus::clinic
