// SPDX-License-Identifier: EUPL-1.2
#include "journal/store/verdicts.h"

#include "journal/store/rows.h"

#include <fmt/format.h>

namespace medicobus::journal {

bool noteVerdict(SQLite::Database& db, DeviceId device, const VerdictNote& note) {
    SQLite::Statement before(db, "SELECT verdicts.verdict, operations.id FROM operations LEFT JOIN verdicts "
                                 "ON verdicts.operation = operations.id WHERE device = ? AND seq = ?");
    bindBytes(before, 1, device.value.bytes().data(), 16);
    before.bind(2, note.seq);
    if (!before.executeStep()) {
        return false;
    }
    const bool wasRejected = before.getColumn(0).getString() == "rejected";
    const Uuid id = uuidOf(before.getColumn(1));
    if (note.verdict == "accepted") {
        SQLite::Statement forget(db, "DELETE FROM verdicts WHERE operation = ?");
        bindBytes(forget, 1, id.bytes().data(), 16);
        forget.exec();
        return wasRejected;
    }
    SQLite::Statement keep(db, "INSERT OR REPLACE INTO verdicts VALUES (?, ?, ?, ?)");
    bindBytes(keep, 1, id.bytes().data(), 16);
    keep.bind(2, note.verdict);
    keep.bind(3, note.reason);
    if (note.by) {
        bindBytes(keep, 4, note.by->value.bytes().data(), 16);
    }
    keep.exec();
    return wasRejected != (note.verdict == "rejected");
}

Result<std::vector<RuledOperation>> readRuled(const SQLite::Database& db) {
    SQLite::Statement select(
        db, fmt::format("SELECT {}, verdict, reason, caused_by FROM operations JOIN verdicts "
                        "ON verdicts.operation = operations.id ORDER BY {}",
                        rowColumns, replayOrder));
    std::vector<RuledOperation> ruled;
    while (select.executeStep()) {
        auto operation = readRow(select);
        if (!operation) {
            return Fault(operation.error());
        }
        VerdictNote note{
            operation->seq, select.getColumn(15).getString(), select.getColumn(16).getString(), {}};
        if (!select.getColumn(17).isNull()) {
            note.by = OperationId{uuidOf(select.getColumn(17))};
        }
        ruled.push_back({std::move(*operation), std::move(note)});
    }
    return ruled;
}

} // namespace medicobus::journal
