// SPDX-License-Identifier: EUPL-1.2
#include "journal/exchanged.h"

#include "journal/state.h"
#include "journal/store/envelopes.h"
#include "journal/store/intake.h"
#include "journal/store/sqlite_error.h"
#include "journal/store/verdicts.h"

#include <algorithm>
#include <set>

namespace medicobus::journal {
namespace {

void writeLocals(SQLite::Database& db, const std::vector<LocalValue>& locals) {
    SQLite::Statement set(db, "INSERT OR REPLACE INTO local_values VALUES (?, ?)");
    SQLite::Statement remove(db, "DELETE FROM local_values WHERE key = ?");
    for (const auto& [key, value] : locals) {
        SQLite::Statement& statement = value ? set : remove;
        statement.reset();
        statement.bind(1, key);
        if (value) {
            statement.bind(2, *value);
        }
        statement.exec();
    }
}

} // namespace

Result<Ingested> Journal::ingest(const Incoming& incoming) {
    State& state = *m_state;
    Connection& db = *state.writer;
    return guarded(&db, state.path, [&]() -> Result<Ingested> {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        Intake intake(db, state.projections, incoming.isFromHub);
        for (const Operation& operation : incoming.operations) {
            if (auto taken = intake.take(operation); !taken) {
                return Fault(taken.error());
            }
        }
        for (const Envelope& envelope : incoming.envelopes) {
            std::ignore = storeEnvelope(db, envelope, IfHeld::Keep);
        }
        for (const OperationId& id : incoming.removals) {
            intake.withdraw(id);
        }
        if (auto finished = intake.finish(); !finished) {
            return Fault(finished.error());
        }
        writeLocals(db, incoming.locals);
        transaction.commit();
        state.hybrid.observe(latestTime(db));
        wipeLog(db);
        return intake.counts();
    });
}

Result<void> Journal::acknowledge(DeviceId device, std::int64_t through,
                                  const std::vector<VerdictNote>& verdicts) {
    State& state = *m_state;
    Connection& db = *state.writer;
    return guarded(&db, state.path, [&]() -> Result<void> {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        SQLite::Statement note(db,
                               "UPDATE identities SET acked_through = max(acked_through, ?) WHERE id = ?");
        note.bind(1, through);
        bindBytes(note, 2, device.value.bytes().data(), 16);
        note.exec();
        const bool hasEarlier = db.execAndGet("SELECT count(*) FROM verdicts").getInt64() > 0;
        bool changesWhatCounts = false;
        for (const VerdictNote& verdict : verdicts) {
            if (hasEarlier || verdict.verdict != "accepted") {
                changesWhatCounts = noteVerdict(db, device, verdict) || changesWhatCounts;
            }
        }
        if (changesWhatCounts) {
            if (auto replayed = replay(db, state.projections); !replayed) {
                return replayed;
            }
        }
        transaction.commit();
        return {};
    });
}

Result<void> Journal::startEpoch(const std::vector<LocalValue>& locals) {
    Connection& db = *m_state->writer;
    return guarded(&db, m_state->path, [&]() -> Result<void> {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        db.exec("UPDATE identities SET acked_through = 0");
        writeLocals(db, locals);
        transaction.commit();
        return {};
    });
}

Result<std::vector<RuledOperation>> Journal::ruled() const {
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path, [&] { return readRuled(db); });
}

Result<void> Journal::takeNewIdentity(std::int64_t seq) {
    State& state = *m_state;
    Connection& db = *state.writer;
    return guarded(&db, state.path, [&]() -> Result<void> {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        std::vector<Operation> moving;
        auto read = eachRow(
            db, "WHERE device = ? AND seq >= ? ORDER BY seq",
            [&](SQLite::Statement& select) {
                bindBytes(select, 1, state.device.value.bytes().data(), 16);
                select.bind(2, seq);
            },
            [&](const Operation& operation) -> Result<void> {
                moving.push_back(operation);
                return {};
            });
        if (!read) {
            return read;
        }
        const DeviceId device = addIdentity(db, state.clock, state.entropy);
        auto renumbered = renumber(db, std::move(moving), device, state.signer).and_then([&] {
            return replay(db, state.projections);
        });
        if (renumbered) {
            transaction.commit();
            state.device = device;
        }
        return renumbered;
    });
}

Result<std::optional<Envelope>> Journal::envelope(const std::string& key) const {
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path, [&] { return readEnvelope(db, key); });
}

Result<std::vector<Envelope>> Journal::envelopes() const {
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path, [&]() -> Result<std::vector<Envelope>> {
        std::vector<Envelope> held;
        SQLite::Statement select(db,
                                 "SELECT key, wrapped FROM envelopes WHERE wrapped IS NOT NULL ORDER BY key");
        while (select.executeStep()) {
            held.push_back({select.getColumn(0).getString(), select.getColumn(1).getString()});
        }
        return held;
    });
}

Result<std::vector<Envelope>> Journal::envelopesFor(std::span<const Operation> operations) const {
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path, [&]() -> Result<std::vector<Envelope>> {
        std::set<std::string> keys;
        for (const Operation& operation : operations) {
            if (operation.sealKey) {
                keys.insert(*operation.sealKey);
            }
        }
        std::vector<Envelope> envelopes;
        for (const std::string& key : keys) {
            if (auto held = readEnvelope(db, key); held && *held) {
                envelopes.push_back(std::move(**held));
            }
        }
        return envelopes;
    });
}

Result<void> Journal::putEnvelope(const Envelope& envelope) {
    Connection& db = *m_state->writer;
    return guarded(&db, m_state->path, [&]() -> Result<void> {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        if (!storeEnvelope(db, envelope, IfHeld::Replace)) {
            return fault(codes::erased, {{"key", envelope.key}});
        }
        transaction.commit();
        return {};
    });
}

Result<void> Journal::dropEnvelopes() {
    Connection& db = *m_state->writer;
    return guarded(&db, m_state->path, [&]() -> Result<void> {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        destroyAll(db);
        transaction.commit();
        wipeLog(db);
        return {};
    });
}

} // namespace medicobus::journal
