// SPDX-License-Identifier: EUPL-1.2
#include "clinic/store/rows.h"

#include "base/fold.h"
#include "calendar/holidays.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <sqlite3.h>

namespace medicobus::clinic::rows {

namespace {

constexpr auto appointmentColumns = "SELECT id, patient, reason, flags, follows, occurrence, slot, promised, "
                                    "state, cause, arrived_at, begun_at, "
                                    "seen_at, has_visit FROM clinic_appointment ";
constexpr auto patientColumns =
    "SELECT id, family_name, given_name, birth_date, phone, commune FROM clinic_patient ";
constexpr auto notReverted = "operation NOT IN (SELECT target FROM clinic_reverted) ";

template <typename T>
T idFrom(const std::string& text) {
    return T{Uuid::parse(text).value_or(Uuid())};
}

std::optional<Instant> instantIn(const SQLite::Column& column) {
    if (column.isNull()) {
        return std::nullopt;
    }
    return Instant(std::chrono::milliseconds(column.getInt64()));
}

Appointment readAppointment(SQLite::Statement& row) {
    Appointment read;
    read.id = idFrom<AppointmentId>(row.getColumn(0).getString());
    read.patient = idFrom<PatientId>(row.getColumn(1).getString());
    read.reason = Reason::of(row.getColumn(2).getString());
    read.flags = flagsFromJson(Json::parse(row.getColumn(3).getString(), nullptr, false));
    if (!row.getColumn(4).isNull()) {
        read.follows = idFrom<AppointmentId>(row.getColumn(4).getString());
    }
    read.place.occurrence =
        plan::OccurrenceId::parse(row.getColumn(5).getString()).value_or(plan::OccurrenceId{});
    if (!row.getColumn(6).isNull()) {
        read.place.slot = row.getColumn(6).getInt();
    }
    read.promised = parseLocal(row.getColumn(7).getString()).value_or(LocalTime());
    read.state = parseState(row.getColumn(8).getString()).value_or(AppointmentState::Cancelled);
    read.cause = Coded<CancelCause>::of(row.getColumn(9).getString());
    read.arrivedAt = instantIn(row.getColumn(10));
    read.begunAt = instantIn(row.getColumn(11));
    read.seenAt = instantIn(row.getColumn(12));
    read.hasVisit = row.getColumn(13).getInt() != 0;
    return read;
}

Patient readPatient(SQLite::Statement& row) {
    Patient read;
    read.id = idFrom<PatientId>(row.getColumn(0).getString());
    read.details.familyName = row.getColumn(1).getString();
    read.details.givenName = row.getColumn(2).getString();
    if (const Result<Date> birth = parseDate(row.getColumn(3).getString())) {
        read.details.birthDate = *birth;
    }
    read.details.phone = row.getColumn(4).getString();
    read.details.commune = row.getColumn(5).getString();
    return read;
}

template <typename Read>
auto all(SQLite::Statement statement, Read read) {
    std::vector<decltype(read(statement))> found;
    while (statement.executeStep()) {
        found.push_back(read(statement));
    }
    return found;
}

template <typename Read>
auto first(SQLite::Statement statement, Read read) -> std::optional<decltype(read(statement))> {
    if (!statement.executeStep()) {
        return std::nullopt;
    }
    return read(statement);
}

/// `_` and `%` mean themselves; `!` escapes.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == '%' || c == '_' || c == '!') {
            out += '!';
        }
        out += c;
    }
    return out;
}

plan::Override readChange(SQLite::Statement& row) {
    plan::Override change;
    change.occurrence =
        plan::OccurrenceId::parse(row.getColumn(0).getString()).value_or(plan::OccurrenceId{});
    const std::string kind = row.getColumn(1).getString();
    change.kind = kind == "moved"       ? plan::Override::Kind::Moved
                  : kind == "cancelled" ? plan::Override::Kind::Cancelled
                                        : plan::Override::Kind::Kept;
    change.start = parseLocal(row.getColumn(2).getString()).value_or(LocalTime());
    change.end = parseLocal(row.getColumn(3).getString()).value_or(LocalTime());
    change.reason = row.getColumn(4).getString();
    change.sequence = row.getColumn(5).getInt();
    return change;
}

} // namespace

bool isUniqueViolation(const SQLite::Exception& refusal) {
    return refusal.getExtendedErrorCode() == SQLITE_CONSTRAINT_UNIQUE;
}

std::vector<Fact> factsOf(const SQLite::Database& db, const std::string& appointment) {
    return all(prepared(db,
                        "SELECT operation, time, device, kind, body, reverts FROM clinic_fact "
                        "WHERE appointment = ?",
                        appointment),
               [](SQLite::Statement& row) {
                   Fact fact;
                   fact.operation = idFrom<journal::OperationId>(row.getColumn(0).getString());
                   fact.time = HybridTime::unpack(row.getColumn(1).getInt64());
                   fact.device = idFrom<journal::DeviceId>(row.getColumn(2).getString());
                   fact.kind = row.getColumn(3).getString();
                   fact.body = Json::parse(row.getColumn(4).getString(), nullptr, false);
                   if (!row.getColumn(5).isNull()) {
                       fact.reverts = idFrom<journal::OperationId>(row.getColumn(5).getString());
                   }
                   return fact;
               });
}

std::optional<std::string> programmeInForce(const SQLite::Database& db) {
    return first(prepared(db, "SELECT body FROM clinic_programme ORDER BY time DESC, device DESC LIMIT 1"),
                 [](SQLite::Statement& row) { return row.getColumn(0).getString(); });
}

std::vector<plan::Override> passageChanges(const SQLite::Database& db) {
    std::map<plan::OccurrenceId, plan::Override> inForce;
    std::map<plan::OccurrenceId, int> highest;
    for (SQLite::Statement row(db, "SELECT occurrence, kind, start, \"end\", reason, sequence, operation IN "
                                   "(SELECT target FROM clinic_reverted) FROM clinic_passage_change "
                                   "ORDER BY time, device");
         row.executeStep();) {
        const plan::Override change = readChange(row);
        const bool isReverted = row.getColumn(6).getInt() != 0;
        int& top = highest[change.occurrence];
        // A withdrawn decision counts twice: it was made, then taken back.
        top = std::max(top, change.sequence) + (isReverted ? 1 : 0);
        if (!isReverted) {
            inForce.insert_or_assign(change.occurrence, change);
        }
    }
    std::vector<plan::Override> changes;
    for (const auto& [id, sequence] : highest) {
        const auto found = inForce.find(id);
        // On a public holiday nobody has decided again, so nothing stands and the passage is to confirm.
        if (found == inForce.end() && calendar::publicHolidayOn(dateOf(id.originalStart))) {
            continue;
        }
        plan::Override change = found != inForce.end()
                                    ? found->second
                                    : plan::Override{id, plan::Override::Kind::Kept, {}, {}, {}, 0};
        change.sequence = sequence;
        changes.push_back(std::move(change));
    }
    return changes;
}

std::vector<plan::Closure> closures(const SQLite::Database& db) {
    return all(prepared(db,
                        "SELECT site, first, last, reason, operation IN (SELECT target FROM clinic_reverted) "
                        "FROM clinic_closure ORDER BY time, device"),
               [](SQLite::Statement& row) {
                   plan::Closure closure;
                   closure.site = {row.getColumn(0).getString()};
                   closure.from = parseDate(row.getColumn(1).getString()).value_or(Date());
                   closure.until = parseDate(row.getColumn(2).getString()).value_or(Date());
                   closure.reason = row.getColumn(3).getString();
                   closure.isLifted = row.getColumn(4).getInt() != 0;
                   return closure;
               });
}

std::optional<Patient> patient(const SQLite::Database& db, const PatientId& id) {
    return first(prepared(db, std::string(patientColumns) + "WHERE id = ?", id.text()), readPatient);
}

std::vector<Patient> patientsMatching(const SQLite::Database& db, const std::vector<std::string>& words,
                                      std::size_t limit) {
    std::string sql = std::string(patientColumns) + "WHERE 1";
    for (std::size_t i = 0; i < words.size(); ++i) {
        sql += " AND (folded LIKE ? ESCAPE '!' OR birth_date LIKE ? ESCAPE '!')";
    }
    SQLite::Statement statement(db, sql + " ORDER BY folded, birth_date, id LIMIT ?");
    int index = 0;
    for (const std::string& word : words) {
        const bool isDate = parseDate(word).has_value();
        const bool isYear = word.size() == 4 && word.find_first_not_of("0123456789") == std::string::npos;
        statement.bind(++index, fmt::format("% {}%", escaped(word)));
        statement.bind(++index, isDate ? word : isYear ? word + "-%" : std::string());
    }
    statement.bind(++index, static_cast<std::int64_t>(limit));
    return all(std::move(statement), readPatient);
}

std::vector<Patient> patientsLike(const SQLite::Database& db, const PatientDetails& details) {
    return all(
        prepared(db,
                 std::string(patientColumns)
                     + "WHERE folded = ? OR (birth_date <> '' AND birth_date = ? AND (folded LIKE ? ESCAPE "
                       "'!' OR folded LIKE ? ESCAPE '!')) OR (phone <> '' AND phone = ?) "
                       "ORDER BY folded, id",
                 fmt::format(" {} {} ", foldForSearch(details.familyName), foldForSearch(details.givenName)),
                 details.birthDate ? formatDate(*details.birthDate) : std::string(),
                 fmt::format("% {} %", escaped(foldForSearch(details.familyName))),
                 fmt::format("% {} %", escaped(foldForSearch(details.givenName))), details.phone),
        readPatient);
}

std::optional<Appointment> appointment(const SQLite::Database& db, const AppointmentId& id) {
    return first(prepared(db, std::string(appointmentColumns) + "WHERE id = ?", id.text()), readAppointment);
}

std::vector<Appointment> appointmentsAt(const SQLite::Database& db, const plan::OccurrenceId& occurrence) {
    return all(prepared(db,
                        std::string(appointmentColumns) + "WHERE occurrence = ? ORDER BY slot, promised, id",
                        occurrence.text()),
               readAppointment);
}

std::vector<Appointment> appointmentsOf(const SQLite::Database& db, const PatientId& patient) {
    return all(prepared(db,
                        std::string(appointmentColumns) + "WHERE patient = ? ORDER BY promised DESC, id DESC",
                        patient.text()),
               readAppointment);
}

std::vector<Appointment> followUpsOf(const SQLite::Database& db, const AppointmentId& id) {
    return all(
        prepared(db, std::string(appointmentColumns) + "WHERE follows = ? ORDER BY promised, id", id.text()),
        readAppointment);
}

std::vector<Appointment> expected(const SQLite::Database& db) {
    return all(prepared(db, std::string(appointmentColumns) + "WHERE state = 'booked' ORDER BY promised, id"),
               readAppointment);
}

std::vector<VisitVersion> visits(const SQLite::Database& db, const AppointmentId& id) {
    return all(prepared(db, "SELECT body, time FROM clinic_visit WHERE appointment = ? ORDER BY time, device",
                        id.text()),
               [](SQLite::Statement& row) {
                   const Json body = Json::parse(row.getColumn(0).getString(), nullptr, false);
                   return VisitVersion{visitFromJson(body).value_or(Visit{}),
                                       Instant(std::chrono::milliseconds(
                                           HybridTime::unpack(row.getColumn(1).getInt64()).millis))};
               });
}

std::vector<TourMoment> tourMoments(const SQLite::Database& db, const std::string& tour) {
    return all(
        prepared(db,
                 std::string("SELECT operation, event, occurrence, at FROM clinic_tour WHERE tour = ? AND ")
                     + notReverted + "ORDER BY time, device",
                 tour),
        [](SQLite::Statement& row) {
            TourMoment moment;
            moment.operation = idFrom<journal::OperationId>(row.getColumn(0).getString());
            moment.kind = row.getColumn(1).getString();
            moment.stop = plan::OccurrenceId::parse(row.getColumn(2).getString());
            moment.at = parseLocal(row.getColumn(3).getString()).value_or(LocalTime());
            return moment;
        });
}

} // namespace medicobus::clinic::rows
