// SPDX-License-Identifier: EUPL-1.2
#include "clinic/store/projection.h"

#include "base/fold.h"
#include "clinic/appointment.h"
#include "clinic/store/rows.h"

#include <fmt/format.h>

#include <functional>
#include <map>

namespace medicobus::clinic {

namespace {

using journal::Operation;

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
CREATE TABLE clinic_patient(
  id TEXT PRIMARY KEY, time INTEGER NOT NULL, device TEXT NOT NULL, family_name TEXT NOT NULL,
  given_name TEXT NOT NULL, birth_date TEXT NOT NULL, phone TEXT NOT NULL, commune TEXT NOT NULL,
  folded TEXT NOT NULL) STRICT;
CREATE INDEX clinic_patient_phone ON clinic_patient(phone);
CREATE TABLE clinic_fact(
  operation TEXT PRIMARY KEY, appointment TEXT NOT NULL, time INTEGER NOT NULL, device TEXT NOT NULL,
  kind TEXT NOT NULL, body TEXT NOT NULL, reverts TEXT) STRICT;
CREATE INDEX clinic_fact_appointment ON clinic_fact(appointment);
CREATE TABLE clinic_appointment(
  id TEXT PRIMARY KEY, patient TEXT NOT NULL, reason TEXT NOT NULL, flags TEXT NOT NULL, follows TEXT,
  occurrence TEXT NOT NULL, slot INTEGER, promised TEXT NOT NULL, state TEXT NOT NULL, cause TEXT NOT NULL,
  arrived_at INTEGER, begun_at INTEGER, seen_at INTEGER, has_visit INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX clinic_appointment_slot ON clinic_appointment(occurrence, slot)
  WHERE slot IS NOT NULL AND state <> 'cancelled';
CREATE INDEX clinic_appointment_occurrence ON clinic_appointment(occurrence);
CREATE INDEX clinic_appointment_patient ON clinic_appointment(patient);
CREATE INDEX clinic_appointment_follows ON clinic_appointment(follows) WHERE follows IS NOT NULL;
CREATE INDEX clinic_appointment_expected ON clinic_appointment(promised) WHERE state = 'booked';
CREATE TABLE clinic_visit(
  operation TEXT PRIMARY KEY, appointment TEXT NOT NULL, time INTEGER NOT NULL, device TEXT NOT NULL,
  body TEXT NOT NULL) STRICT;
CREATE INDEX clinic_visit_appointment ON clinic_visit(appointment);
CREATE TABLE clinic_tour(
  operation TEXT PRIMARY KEY, time INTEGER NOT NULL, device TEXT NOT NULL, tour TEXT NOT NULL,
  event TEXT NOT NULL, occurrence TEXT NOT NULL, at TEXT NOT NULL) STRICT;
CREATE INDEX clinic_tour_day ON clinic_tour(tour);
)sql";

Fault badBody(const Operation& operation, std::string_view key) {
    return fault(codes::badBody, {{"kind", operation.kind}, {"key", std::string(key)}});
}

std::string openText(const Operation& operation, const char* key) {
    const auto found = operation.open.find(key);
    return found != operation.open.end() && found->is_string() ? found->get<std::string>() : std::string();
}

Result<Json> sealedBody(const Operation& operation) {
    if (!operation.sealed) {
        return badBody(operation, "sealed");
    }
    Result<Json> body = JsonReader::parse(*operation.sealed, {});
    if (!body || !body->is_object()) {
        return badBody(operation, "sealed");
    }
    return body;
}

Result<void> keepProgramme(SQLite::Database& db, const Operation& operation) {
    rows::run(db, "INSERT INTO clinic_programme VALUES (?, ?, ?, ?, ?)", operation.id.text(),
              operation.time.packed(), operation.device.text(), operation.subject.id, operation.open.dump());
    return {};
}

Result<void> keepPassageChange(SQLite::Database& db, const Operation& operation) {
    const std::string kind = operation.kind.substr(operation.kind.find('.') + 1);
    if (!plan::OccurrenceId::parse(operation.subject.id)) {
        return badBody(operation, "subject");
    }
    std::optional<std::string> start;
    std::optional<std::string> end;
    if (kind == "moved") {
        start = openText(operation, "start");
        end = openText(operation, "end");
        if (!parseLocal(*start) || !parseLocal(*end)) {
            return badBody(operation, "start");
        }
    }
    rows::run(db, "INSERT INTO clinic_passage_change VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", operation.id.text(),
              operation.time.packed(), operation.device.text(), operation.subject.id, kind, start, end,
              openText(operation, "reason"), operation.open.value("sequence", 1));
    return {};
}

Result<void> keepClosure(SQLite::Database& db, const Operation& operation) {
    const std::string first = openText(operation, "from");
    const std::string last = openText(operation, "until");
    if (!parseDate(first) || !parseDate(last)) {
        return badBody(operation, "from");
    }
    rows::run(db, "INSERT INTO clinic_closure VALUES (?, ?, ?, ?, ?, ?, ?)", operation.id.text(),
              operation.time.packed(), operation.device.text(), operation.subject.id, first, last,
              openText(operation, "reason"));
    return {};
}

Result<void> keepRevert(SQLite::Database& db, const Operation& operation) {
    const std::string target = openText(operation, "operation");
    if (!Uuid::parse(target)) {
        return badBody(operation, "operation");
    }
    rows::run(db, "INSERT INTO clinic_reverted VALUES (?, ?, ?, ?)", operation.id.text(),
              operation.time.packed(), target, operation.subject.id);
    return {};
}

Result<void> keepPatient(SQLite::Database& db, const Operation& operation) {
    const Result<Json> body = sealedBody(operation);
    if (!body) {
        return Fault(body.error());
    }
    const Result<PatientDetails> details = patientFromJson(*body);
    if (!details) {
        return badBody(operation, details.error().detail("key"));
    }
    const std::string birth = details->birthDate ? formatDate(*details->birthDate) : std::string();
    const std::string folded =
        fmt::format(" {} {} ", foldForSearch(details->familyName), foldForSearch(details->givenName));
    rows::run(db,
              "INSERT INTO clinic_patient VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
              "ON CONFLICT(id) DO UPDATE SET time=?2, device=?3, family_name=?4, given_name=?5, "
              "birth_date=?6, phone=?7, commune=?8, folded=?9 WHERE (?2, ?3) > (time, device)",
              operation.subject.id, operation.time.packed(), operation.device.text(), details->familyName,
              details->givenName, birth, details->phone, details->commune, folded);
    return {};
}

/// Makes the appointment's line again from all its facts.
Result<void> restate(SQLite::Database& db, const std::string& appointment) {
    const Standing standing = standingOf(rows::factsOf(db, appointment));
    if (!standing.place) {
        return {};
    }
    const std::string occurrence = standing.place->occurrence.text();
    try {
        rows::run(db,
                  "UPDATE clinic_appointment SET occurrence=?2, slot=?3, promised=?4, state=?5, cause=?6, "
                  "arrived_at=?7, begun_at=?8, seen_at=?9, has_visit=?10 WHERE id=?1",
                  appointment, occurrence, standing.place->slot, formatLocal(standing.promised),
                  std::string(codeOf(standing.state)), standing.cause.code(), standing.arrivedAt,
                  standing.begunAt, standing.seenAt, standing.hasVisit ? 1 : 0);
    } catch (const SQLite::Exception& refusal) {
        if (!rows::isUniqueViolation(refusal)) {
            throw;
        }
        return fault(codes::slotTaken,
                     {{"key", occurrence}, {"value", std::to_string(standing.place->slot.value_or(-1))}});
    }
    return {};
}

Result<void> keepFact(SQLite::Database& db, const Operation& operation) {
    const bool isVisit = operation.kind.starts_with("visit.");
    const std::string said = operation.kind.substr(operation.kind.find('.') + 1);
    const std::string kind = isVisit ? "visit_" + said : said;
    std::optional<std::string> reverts;
    if (kind == "reverted") {
        reverts = openText(operation, "operation");
        if (!Uuid::parse(*reverts)) {
            return badBody(operation, "operation");
        }
    }
    rows::run(db, "INSERT INTO clinic_fact VALUES (?, ?, ?, ?, ?, ?, ?)", operation.id.text(),
              operation.subject.id, operation.time.packed(), operation.device.text(), kind,
              operation.open.dump(), reverts);
    return restate(db, operation.subject.id);
}

/// The first fact of an appointment also says who comes and why.
Result<void> keepAppointment(SQLite::Database& db, const Operation& operation) {
    const Result<Json> body = sealedBody(operation);
    if (!body) {
        return Fault(body.error());
    }
    JsonReader reader(*body, "$", {});
    const std::string patient = reader.text("patient");
    const std::string reason = reader.text("reason", {});
    const Json flags = reader.raw("flags");
    std::optional<std::string> follows;
    if (reader.has("follows")) {
        follows = reader.text("follows");
    }
    if (!reader.ok() || !plan::OccurrenceId::parse(openText(operation, "occurrence"))
        || !parseLocal(openText(operation, "promised"))) {
        return badBody(operation, reader.ok() ? "occurrence" : "patient");
    }
    // Stands as cancelled, holding nothing, until its facts are read.
    rows::run(
        db,
        "INSERT INTO clinic_appointment(id, patient, reason, flags, follows, occurrence, promised, state, "
        "cause, has_visit) VALUES (?, ?, ?, ?, ?, '', '', 'cancelled', '', 0)",
        operation.subject.id, patient, reason, toJson(flagsFromJson(flags)).dump(), follows);
    return keepFact(db, operation);
}

Result<void> keepVisit(SQLite::Database& db, const Operation& operation) {
    const Result<Json> body = sealedBody(operation);
    if (!body) {
        return Fault(body.error());
    }
    if (!visitFromJson(*body)) {
        return badBody(operation, "sealed");
    }
    rows::run(db, "INSERT INTO clinic_visit VALUES (?, ?, ?, ?, ?)", operation.id.text(),
              operation.subject.id, operation.time.packed(), operation.device.text(), body->dump());
    return keepFact(db, operation);
}

Result<void> keepTour(SQLite::Database& db, const Operation& operation) {
    const std::string at = openText(operation, "at");
    if (!parseLocal(at)) {
        return badBody(operation, "at");
    }
    rows::run(db, "INSERT INTO clinic_tour VALUES (?, ?, ?, ?, ?, ?, ?)", operation.id.text(),
              operation.time.packed(), operation.device.text(), operation.subject.id, operation.kind,
              openText(operation, "occurrence"), at);
    return {};
}

using Keep = std::function<Result<void>(SQLite::Database&, const Operation&)>;

const std::map<std::string, Keep, std::less<>>& keepers() {
    static const std::map<std::string, Keep, std::less<>> byKind{{"programme.published", keepProgramme},
                                                                 {"passage.moved", keepPassageChange},
                                                                 {"passage.cancelled", keepPassageChange},
                                                                 {"passage.kept", keepPassageChange},
                                                                 {"passage.reverted", keepRevert},
                                                                 {"site.closed", keepClosure},
                                                                 {"site.reopened", keepRevert},
                                                                 {"patient.registered", keepPatient},
                                                                 {"patient.corrected", keepPatient},
                                                                 {"appointment.booked", keepAppointment},
                                                                 {"appointment.walked_in", keepAppointment},
                                                                 {"appointment.moved", keepFact},
                                                                 {"appointment.arrived", keepFact},
                                                                 {"appointment.begun", keepFact},
                                                                 {"appointment.seen", keepFact},
                                                                 {"appointment.absent", keepFact},
                                                                 {"appointment.cancelled", keepFact},
                                                                 {"appointment.reinstated", keepFact},
                                                                 {"appointment.reverted", keepFact},
                                                                 {"visit.recorded", keepVisit},
                                                                 {"visit.corrected", keepVisit},
                                                                 {"tour.departed", keepTour},
                                                                 {"tour.returned", keepTour},
                                                                 {"stop.arrived", keepTour},
                                                                 {"stop.left", keepTour},
                                                                 {"tour.reverted", keepRevert}};
    return byKind;
}

} // namespace

std::vector<std::string> ClinicProjection::tables() const {
    return {"clinic_programme",   "clinic_passage_change", "clinic_closure",
            "clinic_reverted",    "clinic_patient",        "clinic_fact",
            "clinic_appointment", "clinic_visit",          "clinic_tour"};
}

void ClinicProjection::create(SQLite::Database& db) const {
    db.exec(schema);
}

Result<void> ClinicProjection::apply(SQLite::Database& db, const Operation& operation) const {
    const auto keeper = keepers().find(operation.kind);
    return keeper == keepers().end() ? Result<void>() : keeper->second(db, operation);
}

} // namespace medicobus::clinic
