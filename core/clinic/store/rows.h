// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/appointment.h"
#include "clinic/day.h"
#include "clinic/patient.h"

#include <SQLiteCpp/SQLiteCpp.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The clinic's tables as values. These functions throw SQLite's exceptions; the public ones above them do
// not.

namespace medicobus::clinic::rows {

inline void bind(SQLite::Statement& statement, int index, const std::string& value) {
    statement.bind(index, value);
}
inline void bind(SQLite::Statement& statement, int index, const char* value) {
    statement.bind(index, value);
}
inline void bind(SQLite::Statement& statement, int index, std::int64_t value) {
    statement.bind(index, value);
}
inline void bind(SQLite::Statement& statement, int index, int value) {
    statement.bind(index, value);
}
inline void bind(SQLite::Statement& statement, int index, Instant value) {
    statement.bind(index, static_cast<std::int64_t>(value.time_since_epoch().count()));
}
template <typename T>
void bind(SQLite::Statement& statement, int index, const std::optional<T>& value) {
    if (value) {
        bind(statement, index, *value);
    } else {
        statement.bind(index);
    }
}

/// A statement with its parameters bound in order.
template <typename... Values>
SQLite::Statement prepared(const SQLite::Database& db, const std::string& sql, const Values&... values) {
    SQLite::Statement statement(db, sql);
    int index = 0;
    (bind(statement, ++index, values), ...);
    return statement;
}

template <typename... Values>
void run(SQLite::Database& db, const std::string& sql, const Values&... values) {
    prepared(db, sql, values...).exec();
}

bool isUniqueViolation(const SQLite::Exception& refusal);

std::vector<Fact> factsOf(const SQLite::Database& db, const std::string& appointment);

/// The text of the programme published last.
std::optional<std::string> programmeInForce(const SQLite::Database& db);
/// The decision in force for each passage that has one; `sequence` counts withdrawn decisions too. A passage
/// whose only decision was withdrawn is kept.
std::vector<plan::Override> passageChanges(const SQLite::Database& db);
std::vector<plan::Closure> closures(const SQLite::Database& db);

std::optional<Patient> patient(const SQLite::Database& db, const PatientId& id);
/// Persons of whom each word begins a name or is the birth date or year.
std::vector<Patient> patientsMatching(const SQLite::Database& db, const std::vector<std::string>& words,
                                      std::size_t limit);
/// Persons who share a name, the birth date or the phone.
std::vector<Patient> patientsLike(const SQLite::Database& db, const PatientDetails& details);

std::optional<Appointment> appointment(const SQLite::Database& db, const AppointmentId& id);
std::vector<Appointment> appointmentsAt(const SQLite::Database& db, const plan::OccurrenceId& occurrence);
std::vector<Appointment> appointmentsOf(const SQLite::Database& db, const PatientId& patient);
std::vector<Appointment> followUpsOf(const SQLite::Database& db, const AppointmentId& id);
/// Every appointment that is booked and not more.
std::vector<Appointment> expected(const SQLite::Database& db);

/// A version of what was recorded of one person seen.
struct VisitVersion {
    Visit visit;
    Instant at;
};
/// Oldest first.
std::vector<VisitVersion> visits(const SQLite::Database& db, const AppointmentId& id);

/// A confirmed moment with the operation that said it.
struct TourMoment {
    journal::OperationId operation;
    std::string kind;
    std::optional<plan::OccurrenceId> stop;
    LocalTime at{};
};
/// The moments of a tour that nobody took back, in the order in which they were said.
std::vector<TourMoment> tourMoments(const SQLite::Database& db, const std::string& tour);

} // namespace medicobus::clinic::rows
