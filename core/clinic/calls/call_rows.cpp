// SPDX-License-Identifier: EUPL-1.2
#include "clinic/calls/call_rows.h"

#include "clinic/claim/body.h"

namespace medicobus::clinic::rows {

namespace {

Instant instantOf(std::int64_t packed) {
    return Instant(std::chrono::milliseconds(HybridTime::unpack(packed).millis));
}

} // namespace

std::map<RequestId, Tries> tries(const SQLite::Database& db) {
    std::map<RequestId, Tries> found;
    auto select = prepared(db, "SELECT subject, count(*), max(time) FROM clinic_call WHERE "
                               "kind = 'request.tried' AND operation NOT IN (SELECT target FROM "
                               "clinic_reverted) GROUP BY subject");
    while (select.executeStep()) {
        found[idFrom<RequestId>(select.getColumn(0).getString())] = {
            select.getColumn(1).getInt(), instantOf(select.getColumn(2).getInt64())};
    }
    return found;
}

std::optional<SaidReminder> reminderOf(const SQLite::Database& db, const Appointment& appointment) {
    auto select = prepared(db,
                           "SELECT open, time FROM clinic_call WHERE subject = ? AND kind = 'reminder.said' "
                           "AND operation NOT IN (SELECT target FROM clinic_reverted) "
                           "ORDER BY time DESC, device DESC, operation DESC",
                           appointment.id.text());
    while (select.executeStep()) {
        const Json body = Json::parse(select.getColumn(0).getString(), nullptr, false);
        const auto place = placeClaimFrom(body);
        if (place && place->place.occurrence == appointment.place.occurrence
            && place->promised == appointment.promised) {
            return SaidReminder{Coded<ReminderAnswer>::of(textIn(body, "answer")),
                                instantOf(select.getColumn(1).getInt64())};
        }
    }
    return std::nullopt;
}

} // namespace medicobus::clinic::rows
