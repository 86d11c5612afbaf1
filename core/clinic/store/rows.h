// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/appointment.h"
#include "clinic/claim/lease.h"
#include "clinic/day.h"
#include "clinic/person/unions.h"
#include "journal/store/connection.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// The clinic's tables as values. These functions throw SQLite's exceptions; the public ones above them do
// not.

namespace medicobus::clinic::rows {

/// Bytes of a sealed body on their way into a table; null binds as NULL.
struct Blob {
    const std::string* bytes = nullptr;
};

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
inline void bind(SQLite::Statement& statement, int index, Blob value) {
    if (value.bytes) {
        statement.bind(index, value.bytes->data(), static_cast<int>(value.bytes->size()));
    } else {
        statement.bind(index);
    }
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

/// The same of a connection that keeps what it prepared; it is to be reset after use.
template <typename... Values>
SQLite::Statement& ready(journal::Connection& db, const std::string& sql, const Values&... values) {
    SQLite::Statement& statement = db.ready(sql);
    int index = 0;
    (bind(statement, ++index, values), ...);
    return statement;
}

template <typename... Values>
void run(journal::Connection& db, const std::string& sql, const Values&... values) {
    SQLite::Statement& statement = ready(db, sql, values...);
    statement.exec();
    statement.reset();
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

template <typename T>
T idFrom(const std::string& text) {
    return T{Uuid::parse(text).value_or(Uuid())};
}

// Programme (rows.cpp)

/// The text of the programme published last.
std::optional<std::string> programmeInForce(const SQLite::Database& db);
/// The decision in force for each passage that has one; `sequence` counts withdrawn decisions too. A passage
/// whose only decision was withdrawn is kept.
std::vector<plan::Override> passageChanges(const SQLite::Database& db);
std::vector<plan::Closure> closures(const SQLite::Database& db);
/// The operation said last of the programme, or of a passage or a site with its withdrawals: what the next
/// change is made from.
std::optional<std::string> lastEdit(const SQLite::Database& db, const journal::Subject& subject);

/// A confirmed moment with the operation that said it.
struct TourMoment {
    journal::OperationId operation;
    std::string kind;
    std::optional<plan::OccurrenceId> stop;
    LocalTime at{};
    std::optional<Meters> driven;
};
/// The moments of a tour that nobody took back, in the order in which they were said.
std::vector<TourMoment> tourMoments(const SQLite::Database& db, const std::string& tour);

// Persons, appointments and visits (record_rows.cpp): what anyone may read as values, the rest as sealed

std::vector<Fact> factsOf(const SQLite::Database& db, const std::string& appointment);
/// The same while an operation is applied.
std::vector<Fact> factsOf(journal::Connection& db, const std::string& appointment);
/// The operations that asked for a place for this appointment.
std::vector<std::string> claimsOf(const SQLite::Database& db, const std::string& appointment);

std::optional<Appointment> appointment(const SQLite::Database& db, const AppointmentId& id);
std::vector<Appointment> appointmentsAt(const SQLite::Database& db, const plan::OccurrenceId& occurrence);
/// Every appointment that is booked and not more.
std::vector<Appointment> expected(const SQLite::Database& db);
/// The appointments whose person is sealed under one of these keys, latest first.
std::vector<Appointment> appointmentsUnder(const SQLite::Database& db, const std::string& key);

/// Who comes and why: of the first operation that says it.
std::optional<SealedBody> personOf(const SQLite::Database& db, const AppointmentId& id);
std::map<AppointmentId, SealedBody> personsAt(const SQLite::Database& db,
                                              const plan::OccurrenceId& occurrence);

/// A slot and a seat that somebody holds or asks for.
std::set<LeasedPlace> taken(const SQLite::Database& db, const plan::OccurrenceId& occurrence);

/// A version of what was recorded of one person seen.
struct VisitVersion {
    SealedBody body;
    Instant at;
};
/// Oldest first.
std::vector<VisitVersion> visits(const SQLite::Database& db, const AppointmentId& id);

/// What was said of one person, or of all when there is none; `fields` is still sealed.
std::vector<SealedPatientFact> patientFacts(const SQLite::Database& db, const std::optional<PatientId>& id);
/// The merges that nobody took back.
std::vector<PatientMerge> merges(const SQLite::Database& db);
/// Of one thing said of a person, by the texts of the two; a person's print is their sum, so that it does
/// not depend on any order.
std::uint64_t printOf(const std::string& operation, const std::string& device);
/// For each person a number that changes with the set of what was said of them. Good within one process.
std::map<PatientId, std::uint64_t> patientPrints(const SQLite::Database& db);
/// The names of the keys that erasures destroyed, each once.
std::set<std::string> erasedKeys(const SQLite::Database& db);
/// The names of the keys that seal what was said of persons and of stops, each once.
std::vector<std::string> sealKeys(const SQLite::Database& db);
/// The person whose key this was, when it was destroyed.
std::optional<PatientId> erasedOwner(const SQLite::Database& db, const std::string& key);

/// A crew's public key as a device told it, in text.
struct ToldKey {
    journal::DeviceId device;
    std::string key;
    Instant at;
};
/// First told first.
std::vector<ToldKey> crewKeys(const SQLite::Database& db);

/// A town hall's deposits that nobody has taken.
std::vector<SealedBody> deposits(const SQLite::Database& db);

/// The leases of every other device in one passage, less what they used or gave back.
std::vector<Lease> leasesOfOthers(const SQLite::Database& db, const journal::DeviceId& device,
                                  const plan::OccurrenceId& occurrence);
/// The leases of a device in one passage, or in all of them, less what it used or gave back.
std::vector<Lease> leases(const SQLite::Database& db, const journal::DeviceId& device,
                          const std::optional<plan::OccurrenceId>& occurrence);

} // namespace medicobus::clinic::rows
