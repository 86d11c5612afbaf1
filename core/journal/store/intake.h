// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/exchanged.h"
#include "journal/projection.h"
#include "journal/store/rows.h"

#include <vector>

// Taking in operations made elsewhere, inside a transaction of the caller; throws SQLite's exceptions.

namespace medicobus::journal {

/// Stores and projects operations of other devices one by one, and withdraws some.
class Intake {
public:
    Intake(Connection& db, const Projections& projections, bool isFromHub);

    /// Errors: `journal.altered`, `journal.forked`, `journal.bad_operation`.
    [[nodiscard]] Result<void> take(const Operation& operation);
    /// Deletes an operation; one of this file's own identities stays in its chain but no longer counts.
    void withdraw(const OperationId& id);
    /// Makes the projections whole again after what was withdrawn.
    [[nodiscard]] Result<void> finish();

    Ingested counts() const { return m_counts; }

private:
    enum class Standing { New, Known };
    [[nodiscard]] Result<Standing> standingOf(const Operation& operation);
    bool isWithdrawn(const OperationId& id);
    [[nodiscard]] Result<void> apply(const Operation& operation);
    void remove(const OperationId& id);
    bool isRejected(const OperationId& id) const;

    Connection& m_db;
    const Projections& m_projections;
    bool m_isFromHub;
    RowWriter m_rows;
    SQLite::Statement& m_known;
    SQLite::Statement& m_withdrawn;
    /// Never empty; the current one is the last.
    std::vector<DeviceId> m_own;
    Ingested m_counts;
    std::int64_t m_last = 0;
    bool m_mustReplay = false;
};

/// Stores these operations, which follow each other, again under a device that has none yet.
[[nodiscard]] Result<void> renumber(Connection& db, std::vector<Operation> operations, DeviceId device,
                                    const Signer& signer);

} // namespace medicobus::journal
