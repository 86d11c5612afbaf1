// SPDX-License-Identifier: EUPL-1.2
#include "clinic/half_day/rows.h"

#include "clinic/claim/body.h"
#include "clinic/store/keepers.h"

namespace medicobus::clinic {

namespace {

void keepRequest(journal::Connection& db, const journal::Operation& operation) {
    const rows::Blob body{operation.sealed ? &*operation.sealed : nullptr};
    rows::run(db, "INSERT INTO clinic_request VALUES (?, ?, ?, ?, ?, ?, ?, ?)", operation.id.text(),
              operation.subject.id, operation.time.packed(), operation.device.text(), operation.kind,
              textIn(operation.open, "site"), operation.sealKey, body);
}

void keepStopNote(journal::Connection& db, const journal::Operation& operation) {
    if (operation.sealed) {
        rows::run(db, "INSERT INTO clinic_stop_note VALUES (?, ?, ?, ?, ?, ?)", operation.id.text(),
                  operation.subject.id, operation.time.packed(), operation.device.text(), operation.sealKey,
                  rows::Blob{&*operation.sealed});
    }
}

} // namespace

Keepers halfDayKeepers() {
    return {{"request.made", keepRequest},
            {"request.withdrawn", keepRequest},
            {"request.reverted", keepRevert},
            {"stop.noted", keepStopNote}};
}

namespace rows {

namespace {

std::optional<std::string> keyIn(const SQLite::Column& column) {
    return column.isNull() ? std::nullopt : std::optional(column.getString());
}

} // namespace

// A request is over while an appointment made for it stands, and stays so when the person gave that up; it
// stands again when the booking was a mistake or its passage was cancelled.
std::vector<OpenRequest> openRequests(const SQLite::Database& db) {
    constexpr auto query = R"sql(
SELECT request, site, time, operation, seal_key, sealed FROM clinic_request AS made
WHERE kind = 'request.made' AND sealed IS NOT NULL
  AND operation NOT IN (SELECT target FROM clinic_reverted)
  AND NOT EXISTS (
    SELECT 1 FROM clinic_request AS gone WHERE gone.request = made.request AND gone.kind = 'request.withdrawn'
      AND gone.operation NOT IN (SELECT target FROM clinic_reverted))
  AND NOT EXISTS (
    SELECT 1 FROM clinic_request_answer AS answer JOIN clinic_appointment AS held ON held.id = answer.appointment
    WHERE answer.request = made.request
      AND NOT (held.state = 'cancelled' AND held.cause IN ('mistake', 'passage_cancelled')))
ORDER BY time, device, operation)sql";
    return all(prepared(db, query), [](SQLite::Statement& row) {
        OpenRequest read;
        read.id = idFrom<RequestId>(row.getColumn(0).getString());
        read.site = {row.getColumn(1).getString()};
        read.askedAt =
            Instant(std::chrono::milliseconds(HybridTime::unpack(row.getColumn(2).getInt64()).millis));
        read.operation = idFrom<journal::OperationId>(row.getColumn(3).getString());
        read.body = {read.operation, {}, keyIn(row.getColumn(4)), row.getColumn(5).getString()};
        return read;
    });
}

std::vector<SealedBody> stopNotes(const SQLite::Database& db, const plan::SiteKey& site) {
    return all(prepared(db,
                        "SELECT operation, seal_key, sealed FROM clinic_stop_note WHERE site = ? "
                        "ORDER BY time, device, operation",
                        site.value),
               [](SQLite::Statement& row) {
                   return SealedBody{idFrom<journal::OperationId>(row.getColumn(0).getString()),
                                     {},
                                     keyIn(row.getColumn(1)),
                                     row.getColumn(2).getString()};
               });
}

std::set<std::string> seenBefore(const SQLite::Database& db, const plan::OccurrenceId& occurrence,
                                 LocalTime start) {
    constexpr auto query = R"sql(
SELECT DISTINCT person.seal_key
FROM clinic_person AS person JOIN clinic_appointment AS held ON held.id = person.appointment
WHERE held.state = 'seen' AND held.occurrence <> ?1 AND held.promised < ?2 AND person.seal_key IN (
  SELECT other.seal_key FROM clinic_person AS other JOIN clinic_appointment AS here ON here.id = other.appointment
  WHERE here.occurrence = ?1))sql";
    std::set<std::string> keys;
    auto select = prepared(db, query, occurrence.text(), formatLocal(start));
    while (select.executeStep()) {
        keys.insert(select.getColumn(0).getString());
    }
    return keys;
}

} // namespace rows

} // namespace medicobus::clinic
