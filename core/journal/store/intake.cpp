// SPDX-License-Identifier: EUPL-1.2
#include "journal/store/intake.h"

#include "journal/codes.h"
#include "journal/store/envelopes.h"
#include "journal/store/projector.h"
#include "journal/store/verdicts.h"

#include <sqlite3.h>

#include <algorithm>

namespace medicobus::journal {
namespace {

Fault faultOf(ErrorCode code, const Operation& operation) {
    return fault(code, {{"device", operation.device.text()},
                        {"seq", std::to_string(operation.seq)},
                        {"id", operation.id.text()}});
}

std::vector<DeviceId> identitiesOf(const SQLite::Database& db) {
    std::vector<DeviceId> own;
    SQLite::Statement select(db, "SELECT id FROM identities ORDER BY ordinal");
    while (select.executeStep()) {
        own.push_back({uuidOf(select.getColumn(0))});
    }
    return own;
}

void runWithId(SQLite::Database& db, const char* sql, const OperationId& id) {
    SQLite::Statement statement(db, sql);
    bindBytes(statement, 1, id.value.bytes().data(), 16);
    statement.exec();
}

} // namespace

Intake::Intake(Connection& db, const Projections& projections, bool isFromHub)
    : m_db(db),
      m_projections(projections),
      m_isFromHub(isFromHub),
      m_rows(db),
      m_known(db.ready("SELECT id, hash FROM operations WHERE id = ?1 UNION ALL "
                       "SELECT id, hash FROM operations WHERE device = ?2 AND seq = ?3")),
      m_withdrawn(db.ready("SELECT 1 FROM withdrawn WHERE id = ?")),
      m_own(identitiesOf(db)) {}

Result<void> Intake::take(const Operation& operation) {
    const auto hash = hashOf(operation);
    if (!hash) {
        return Fault(hash.error());
    }
    if (*hash != operation.hash) {
        return faultOf(codes::altered, operation);
    }
    if (!m_isFromHub && isWithdrawn(operation.id)) {
        ++m_counts.refused;
        return {};
    }
    const auto standing = standingOf(operation);
    if (!standing) {
        return Fault(standing.error());
    }
    if (*standing == Standing::Known) {
        ++m_counts.known;
        return {};
    }
    if (isWithdrawn(operation.id)) {
        runWithId(m_db, "DELETE FROM withdrawn WHERE id = ?", operation.id);
    }
    m_last = m_rows.write(operation);
    ++m_counts.stored;
    destroyNamed(m_db, operation);
    return apply(operation);
}

Result<Intake::Standing> Intake::standingOf(const Operation& operation) {
    m_known.reset();
    bindBytes(m_known, 1, operation.id.value.bytes().data(), 16);
    bindBytes(m_known, 2, operation.device.value.bytes().data(), 16);
    m_known.bind(3, operation.seq);
    std::vector<OperationId> others;
    while (m_known.executeStep()) {
        const auto* bytes = static_cast<const std::uint8_t*>(m_known.getColumn(1).getBlob());
        if (std::equal(operation.hash.begin(), operation.hash.end(), bytes)) {
            m_known.reset();
            return Standing::Known;
        }
        others.push_back({uuidOf(m_known.getColumn(0))});
    }
    m_known.reset();
    // A number of one's own that this file never gave out was given out by a copy of it. Under a former
    // identity it may well be what a backup lacked.
    const bool isCurrent = operation.device == m_own.back();
    if (isCurrent || (!others.empty() && !m_isFromHub)) {
        return faultOf(codes::forked, operation);
    }
    for (const OperationId& other : others) {
        remove(other);
    }
    return Standing::New;
}

bool Intake::isWithdrawn(const OperationId& id) {
    m_withdrawn.reset();
    bindBytes(m_withdrawn, 1, id.value.bytes().data(), 16);
    const bool is = m_withdrawn.executeStep();
    m_withdrawn.reset();
    return is;
}

Result<void> Intake::apply(const Operation& operation) {
    m_db.run("SAVEPOINT projecting");
    Result<void> applied;
    try {
        applied = project(m_db, m_projections, operation);
    } catch (const SQLite::Exception& refusal) {
        if ((refusal.getErrorCode() & 0xFF) != SQLITE_CONSTRAINT) {
            throw;
        }
        applied = fault(codes::badOperation, {{"kind", operation.kind}, {"cause", refusal.what()}});
    }
    if (!applied) {
        // A body that this version cannot read must not hold up all that comes after it; it is kept and told.
        m_db.run("ROLLBACK TO projecting");
        std::ignore = noteVerdict(m_db, operation.device,
                                  {operation.seq, "rejected", std::string(applied.error().code().name), {}});
    }
    m_db.run("RELEASE projecting");
    return {};
}

void Intake::remove(const OperationId& id) {
    runWithId(m_db, "INSERT OR IGNORE INTO withdrawn VALUES (?)", id);
    runWithId(m_db, "DELETE FROM verdicts WHERE operation = ?", id);
    runWithId(m_db, "DELETE FROM operations WHERE id = ?", id);
    m_mustReplay = true;
}

bool Intake::isRejected(const OperationId& id) const {
    SQLite::Statement select(m_db, "SELECT 1 FROM verdicts WHERE operation = ? AND verdict = 'rejected'");
    bindBytes(select, 1, id.value.bytes().data(), 16);
    return select.executeStep();
}

void Intake::withdraw(const OperationId& id) {
    SQLite::Statement held(m_db, "SELECT device, seq FROM operations WHERE id = ?");
    bindBytes(held, 1, id.value.bytes().data(), 16);
    if (!held.executeStep()) {
        runWithId(m_db, "INSERT OR IGNORE INTO withdrawn VALUES (?)", id);
        return;
    }
    const DeviceId device{uuidOf(held.getColumn(0))};
    const std::int64_t seq = held.getColumn(1).getInt64();
    held.reset();
    ++m_counts.removed;
    if (std::find(m_own.begin(), m_own.end(), device) != m_own.end()) {
        m_mustReplay = (!isRejected(id) && noteVerdict(m_db, device, {seq, "rejected", "out_of_scope", {}}))
                       || m_mustReplay;
        return;
    }
    remove(id);
}

Result<void> Intake::finish() {
    if (m_mustReplay) {
        return replay(m_db, m_projections);
    }
    if (m_last > 0) {
        noteApplied(m_db, m_projections, m_last);
    }
    return {};
}

Result<void> renumber(Connection& db, std::vector<Operation> operations, DeviceId device,
                      const Signer& signer) {
    for (const Operation& operation : operations) {
        runWithId(db, "INSERT OR IGNORE INTO withdrawn VALUES (?)", operation.id);
        runWithId(db, "DELETE FROM verdicts WHERE operation = ?", operation.id);
        runWithId(db, "DELETE FROM operations WHERE id = ?", operation.id);
    }
    RowWriter rows(db);
    ChainEnd end;
    for (Operation& operation : operations) {
        operation.device = device;
        operation.seq = end.seq + 1;
        operation.previousHash = end.hash;
        const auto hash = hashOf(operation);
        if (!hash) {
            return Fault(hash.error());
        }
        operation.hash = *hash;
        operation.signature.reset();
        if (signer) {
            const auto signature = signer(*hash);
            if (!signature) {
                return Fault(signature.error());
            }
            operation.signature = *signature;
        }
        runWithId(db, "DELETE FROM withdrawn WHERE id = ?", operation.id);
        std::ignore = rows.write(operation);
        end = {operation.seq, operation.hash};
    }
    return {};
}

} // namespace medicobus::journal
