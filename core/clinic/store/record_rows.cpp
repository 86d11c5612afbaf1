// SPDX-License-Identifier: EUPL-1.2
#include "clinic/store/rows.h"

#include "base/json/text.h"

namespace medicobus::clinic::rows {

namespace {

constexpr auto appointmentColumns = "SELECT id, occurrence, slot, seat, promised, state, claim, wanted, "
                                    "refusal, cause, arrived_at, begun_at, "
                                    "seen_at, has_visit FROM clinic_appointment ";

std::optional<Instant> instantIn(const SQLite::Column& column) {
    if (column.isNull()) {
        return std::nullopt;
    }
    return Instant(std::chrono::milliseconds(column.getInt64()));
}

std::optional<std::string> textIn(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getString());
}

Json jsonIn(const SQLite::Column& column) {
    return parseJson(column.getString());
}

Appointment readAppointment(SQLite::Statement& row) {
    Appointment read;
    read.id = idFrom<AppointmentId>(row.getColumn(0).getString());
    read.place.occurrence =
        plan::OccurrenceId::parse(row.getColumn(1).getString()).value_or(plan::OccurrenceId{});
    if (!row.getColumn(2).isNull()) {
        read.place.slot = row.getColumn(2).getInt();
    }
    read.place.seat = row.getColumn(3).getInt();
    read.promised = parseLocal(row.getColumn(4).getString()).value_or(LocalTime());
    read.state = parseState(row.getColumn(5).getString()).value_or(AppointmentState::Cancelled);
    read.claim = Coded<Claim>::of(row.getColumn(6).getString()).known().value_or(Claim::None);
    if (!row.getColumn(7).isNull()) {
        read.wanted = placeClaimFrom(jsonIn(row.getColumn(7)));
    }
    if (!row.getColumn(8).isNull()) {
        read.refusal = refusalFrom(jsonIn(row.getColumn(8)));
    }
    read.cause = Coded<CancelCause>::of(row.getColumn(9).getString());
    read.arrivedAt = instantIn(row.getColumn(10));
    read.begunAt = instantIn(row.getColumn(11));
    read.seenAt = instantIn(row.getColumn(12));
    read.hasVisit = row.getColumn(13).getInt() != 0;
    return read;
}

/// From columns operation, appointment, seal_key, sealed.
SealedBody readBody(SQLite::Statement& row, int from = 0) {
    return {idFrom<journal::OperationId>(row.getColumn(from).getString()),
            idFrom<AppointmentId>(row.getColumn(from + 1).getString()), textIn(row.getColumn(from + 2)),
            row.getColumn(from + 3).getString()};
}

constexpr auto factsQuery =
    "SELECT operation, time, device, kind, body, reverts FROM clinic_fact WHERE appointment = ?";

Fact readFact(SQLite::Statement& row) {
    Fact fact;
    fact.operation = idFrom<journal::OperationId>(row.getColumn(0).getString());
    fact.time = HybridTime::unpack(row.getColumn(1).getInt64());
    fact.device = idFrom<journal::DeviceId>(row.getColumn(2).getString());
    fact.kind = row.getColumn(3).getString();
    fact.body = jsonIn(row.getColumn(4));
    if (const auto reverts = textIn(row.getColumn(5))) {
        fact.reverts = idFrom<journal::OperationId>(*reverts);
    }
    return fact;
}

Lease readLease(SQLite::Statement& row) {
    return leaseFrom(jsonIn(row.getColumn(0))).value_or(Lease{});
}

/// Without the places that their device used or gave back.
std::vector<Lease> lessSpent(const SQLite::Database& db, std::vector<Lease> held) {
    for (Lease& lease : held) {
        auto select = prepared(db, "SELECT body FROM clinic_lease_release WHERE lease = ? AND device = ?",
                               lease.id, lease.device.text());
        while (select.executeStep()) {
            const auto release = leaseReleaseFrom(jsonIn(select.getColumn(0)));
            for (const LeasedPlace& place : release ? release->places : std::set<LeasedPlace>()) {
                lease.places.erase(place);
            }
        }
        auto used = prepared(db, "SELECT slot, seat FROM clinic_lease_use WHERE lease = ?", lease.id);
        while (used.executeStep()) {
            lease.places.erase({used.getColumn(0).getInt(), used.getColumn(1).getInt()});
        }
    }
    return held;
}

} // namespace

std::vector<Fact> factsOf(const SQLite::Database& db, const std::string& appointment) {
    return all(prepared(db, factsQuery, appointment), readFact);
}

std::vector<Fact> factsOf(journal::Connection& db, const std::string& appointment) {
    SQLite::Statement& select = ready(db, factsQuery, appointment);
    std::vector<Fact> facts;
    while (select.executeStep()) {
        facts.push_back(readFact(select));
    }
    select.reset();
    return facts;
}

std::vector<std::string> claimsOf(const SQLite::Database& db, const std::string& appointment) {
    return all(prepared(db,
                        "SELECT operation FROM clinic_fact WHERE appointment = ? AND kind IN ('booked', "
                        "'deposited', 'moved', 'reinstated') ORDER BY time, device, operation",
                        appointment),
               [](SQLite::Statement& row) { return row.getColumn(0).getString(); });
}

std::optional<Appointment> appointment(const SQLite::Database& db, const AppointmentId& id) {
    return first(prepared(db, std::string(appointmentColumns) + "WHERE id = ?", id.text()), readAppointment);
}

std::vector<Appointment> appointmentsAt(const SQLite::Database& db, const plan::OccurrenceId& occurrence) {
    return all(
        prepared(db,
                 std::string(appointmentColumns) + "WHERE occurrence = ? ORDER BY slot, seat, promised, id",
                 occurrence.text()),
        readAppointment);
}

std::vector<Appointment> expected(const SQLite::Database& db) {
    return all(prepared(db, std::string(appointmentColumns) + "WHERE state = 'booked' ORDER BY promised, id"),
               readAppointment);
}

std::vector<Appointment> appointmentsUnder(const SQLite::Database& db, const std::string& key) {
    return all(prepared(db,
                        std::string(appointmentColumns)
                            + "WHERE id IN (SELECT appointment FROM clinic_person WHERE seal_key = ?) "
                              "ORDER BY promised DESC, id DESC",
                        key),
               readAppointment);
}

std::optional<SealedBody> personOf(const SQLite::Database& db, const AppointmentId& id) {
    return first(prepared(db,
                          "SELECT operation, appointment, seal_key, sealed FROM clinic_person "
                          "WHERE appointment = ? ORDER BY time, device, operation LIMIT 1",
                          id.text()),
                 [](SQLite::Statement& row) { return readBody(row); });
}

std::map<AppointmentId, SealedBody> personsAt(const SQLite::Database& db,
                                              const plan::OccurrenceId& occurrence) {
    std::map<AppointmentId, SealedBody> persons;
    auto select = prepared(db,
                           "SELECT operation, appointment, seal_key, sealed FROM clinic_person WHERE "
                           "appointment IN (SELECT id FROM clinic_appointment WHERE occurrence = ?) "
                           "ORDER BY time, device, operation",
                           occurrence.text());
    while (select.executeStep()) {
        SealedBody body = readBody(select);
        persons.try_emplace(body.appointment, std::move(body));
    }
    return persons;
}

std::set<LeasedPlace> taken(const SQLite::Database& db, const plan::OccurrenceId& occurrence) {
    std::set<LeasedPlace> places;
    auto select = prepared(db, "SELECT slot, seat FROM clinic_hold WHERE occurrence = ?", occurrence.text());
    while (select.executeStep()) {
        places.insert({select.getColumn(0).getInt(), select.getColumn(1).getInt()});
    }
    return places;
}

std::vector<VisitVersion> visits(const SQLite::Database& db, const AppointmentId& id) {
    return all(prepared(db,
                        "SELECT operation, appointment, seal_key, sealed, time FROM clinic_visit "
                        "WHERE appointment = ? ORDER BY time, device",
                        id.text()),
               [](SQLite::Statement& row) {
                   const HybridTime time = HybridTime::unpack(row.getColumn(4).getInt64());
                   return VisitVersion{readBody(row), Instant(std::chrono::milliseconds(time.millis))};
               });
}

std::vector<SealedPatientFact> patientFacts(const SQLite::Database& db, const std::optional<PatientId>& id) {
    const std::string sql = "SELECT operation, '', seal_key, sealed, patient, time, device, kind, open "
                            "FROM clinic_patient ";
    auto select = id ? prepared(db, sql + "WHERE patient = ? ORDER BY operation", id->text())
                     : prepared(db, sql + "ORDER BY patient, operation");
    return all(std::move(select), [](SQLite::Statement& row) {
        SealedPatientFact fact;
        fact.body = readBody(row);
        fact.patient = idFrom<PatientId>(row.getColumn(4).getString());
        fact.time = HybridTime::unpack(row.getColumn(5).getInt64());
        fact.device = idFrom<journal::DeviceId>(row.getColumn(6).getString());
        fact.kind = row.getColumn(7).getString();
        fact.open = jsonIn(row.getColumn(8));
        return fact;
    });
}

std::vector<PatientMerge> merges(const SQLite::Database& db) {
    return all(prepared(db, "SELECT operation, time, device, gone, stays FROM clinic_merge WHERE NOT EXISTS "
                            "(SELECT 1 FROM clinic_reverted WHERE target = clinic_merge.operation "
                            "AND subject = clinic_merge.gone)"),
               [](SQLite::Statement& row) {
                   return PatientMerge{idFrom<journal::OperationId>(row.getColumn(0).getString()),
                                       HybridTime::unpack(row.getColumn(1).getInt64()),
                                       idFrom<journal::DeviceId>(row.getColumn(2).getString()),
                                       idFrom<PatientId>(row.getColumn(3).getString()),
                                       idFrom<PatientId>(row.getColumn(4).getString())};
               });
}

std::uint64_t printOf(const std::string& operation, const std::string& device) {
    return std::hash<std::string>()(operation + device);
}

std::map<PatientId, std::uint64_t> patientPrints(const SQLite::Database& db) {
    std::map<PatientId, std::uint64_t> prints;
    std::string last;
    std::uint64_t* print = nullptr;
    auto select = prepared(db, "SELECT patient, operation, device FROM clinic_patient ORDER BY patient");
    while (select.executeStep()) {
        if (print == nullptr || last != select.getColumn(0).getText()) {
            last = select.getColumn(0).getText();
            print = &prints[idFrom<PatientId>(last)];
        }
        *print += printOf(select.getColumn(1).getText(), select.getColumn(2).getText());
    }
    return prints;
}

std::set<std::string> erasedKeys(const SQLite::Database& db) {
    const auto keys = all(prepared(db, "SELECT DISTINCT seal_key FROM clinic_erased"),
                          [](SQLite::Statement& row) { return row.getColumn(0).getString(); });
    return {keys.begin(), keys.end()};
}

std::vector<std::string> sealKeys(const SQLite::Database& db) {
    return all(prepared(db, "SELECT seal_key FROM clinic_patient WHERE seal_key IS NOT NULL UNION "
                            "SELECT seal_key FROM clinic_stop_note WHERE seal_key IS NOT NULL"),
               [](SQLite::Statement& row) { return row.getColumn(0).getString(); });
}

std::optional<PatientId> erasedOwner(const SQLite::Database& db, const std::string& key) {
    return first(prepared(db, "SELECT patient FROM clinic_erased WHERE seal_key = ? LIMIT 1", key),
                 [](SQLite::Statement& row) { return idFrom<PatientId>(row.getColumn(0).getString()); });
}

std::vector<ToldKey> crewKeys(const SQLite::Database& db) {
    return all(prepared(db, "SELECT device, key, time FROM clinic_crew_key ORDER BY time, device, operation"),
               [](SQLite::Statement& row) {
                   const HybridTime time = HybridTime::unpack(row.getColumn(2).getInt64());
                   return ToldKey{idFrom<journal::DeviceId>(row.getColumn(0).getString()),
                                  row.getColumn(1).getString(),
                                  Instant(std::chrono::milliseconds(time.millis))};
               });
}

std::vector<SealedBody> deposits(const SQLite::Database& db) {
    return all(prepared(db,
                        "SELECT operation, appointment, NULL, sealed FROM clinic_deposit WHERE appointment "
                        "NOT IN (SELECT appointment FROM clinic_person) ORDER BY time, device, operation"),
               [](SQLite::Statement& row) { return readBody(row); });
}

std::vector<Lease> leases(const SQLite::Database& db, const journal::DeviceId& device,
                          const std::optional<plan::OccurrenceId>& occurrence) {
    return lessSpent(
        db, all(prepared(db,
                         "SELECT body FROM clinic_lease WHERE device = ?1 AND "
                         "(?2 IS NULL OR occurrence = ?2) ORDER BY until, operation",
                         device.text(),
                         occurrence ? std::optional(occurrence->text()) : std::optional<std::string>()),
                readLease));
}

std::vector<Lease> leasesOfOthers(const SQLite::Database& db, const journal::DeviceId& device,
                                  const plan::OccurrenceId& occurrence) {
    return lessSpent(db, all(prepared(db,
                                      "SELECT body FROM clinic_lease WHERE occurrence = ? AND device <> ? "
                                      "ORDER BY until, operation",
                                      occurrence.text(), device.text()),
                             readLease));
}

} // namespace medicobus::clinic::rows
