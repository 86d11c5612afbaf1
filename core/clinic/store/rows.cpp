// SPDX-License-Identifier: EUPL-1.2
#include "clinic/store/rows.h"

#include "calendar/holidays.h"

#include <algorithm>
#include <map>

namespace medicobus::clinic::rows {

namespace {

constexpr auto notReverted = "operation NOT IN (SELECT target FROM clinic_reverted) ";

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

std::optional<std::string> lastEdit(const SQLite::Database& db, const journal::Subject& subject) {
    const auto text = [](SQLite::Statement& row) { return row.getColumn(0).getString(); };
    if (subject.type == "programme") {
        return first(
            prepared(db, "SELECT operation FROM clinic_programme ORDER BY time DESC, device DESC LIMIT 1"),
            text);
    }
    const bool isSite = subject.type == "site";
    return first(prepared(db,
                          std::string("SELECT operation FROM (SELECT operation, time, device, ")
                              + (isSite ? "site AS subject FROM clinic_closure"
                                        : "occurrence AS subject FROM clinic_passage_change")
                              + " UNION ALL SELECT operation, time, '', subject FROM clinic_reverted) "
                                "WHERE subject = ? ORDER BY time DESC, device DESC LIMIT 1",
                          subject.id),
                 text);
}

std::vector<TourMoment> tourMoments(const SQLite::Database& db, const std::string& tour) {
    return all(
        prepared(db,
                 std::string(
                     "SELECT operation, event, occurrence, at, driven FROM clinic_tour WHERE tour = ? AND ")
                     + notReverted + "ORDER BY time, device",
                 tour),
        [](SQLite::Statement& row) {
            TourMoment moment;
            moment.operation = idFrom<journal::OperationId>(row.getColumn(0).getString());
            moment.kind = row.getColumn(1).getString();
            moment.stop = plan::OccurrenceId::parse(row.getColumn(2).getString());
            moment.at = parseLocal(row.getColumn(3).getString()).value_or(LocalTime());
            if (const auto metres = row.getColumn(4); !metres.isNull()) {
                moment.driven = Meters{static_cast<double>(metres.getInt64())};
            }
            return moment;
        });
}

} // namespace medicobus::clinic::rows
