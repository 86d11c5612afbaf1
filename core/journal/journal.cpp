// SPDX-License-Identifier: EUPL-1.2
#include "journal/journal.h"

#include "journal/state.h"
#include "journal/store/envelopes.h"
#include "journal/store/files.h"
#include "journal/store/migrations.h"
#include "journal/store/sqlite_error.h"

namespace medicobus::journal {

namespace {

DeviceId currentIdentity(SQLite::Database& db, const Clock& clock, const Entropy& entropy) {
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    SQLite::Statement current(db, "SELECT id FROM identities ORDER BY ordinal DESC LIMIT 1");
    if (current.executeStep()) {
        return {uuidOf(current.getColumn(0))};
    }
    const DeviceId device = addIdentity(db, clock, entropy);
    transaction.commit();
    return device;
}

Result<void> bringUpToDate(Connection& db, const Projections& projections) {
    if (isCurrent(db, projections)) {
        return {};
    }
    SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
    auto replayed = replay(db, projections);
    if (replayed) {
        transaction.commit();
    }
    return replayed;
}

/// The finished operation that follows `end` on its device.
Result<Operation> finish(const OperationDraft& draft, OperationId id, DeviceId device, HybridTime time,
                         const ChainEnd& end, const Signer& signer) {
    Operation operation;
    operation.id = id;
    operation.device = device;
    operation.seq = end.seq + 1;
    operation.time = time;
    operation.actor = draft.actor;
    operation.subject = draft.subject;
    operation.kind = draft.kind;
    operation.schemaVersion = draft.schemaVersion;
    operation.open = draft.open;
    operation.sealed = draft.sealed;
    operation.sealKey = draft.sealKey;
    operation.previousHash = end.hash;
    const auto hash = hashOf(operation);
    if (!hash) {
        return Fault(hash.error());
    }
    operation.hash = *hash;
    if (signer) {
        const auto signature = signer(operation.hash);
        if (!signature) {
            return Fault(signature.error());
        }
        operation.signature = *signature;
    }
    return operation;
}

} // namespace

Journal::Journal(std::unique_ptr<State> state) : m_state(std::move(state)) {}

Journal::~Journal() = default;

Result<std::unique_ptr<Journal>> Journal::open(const std::filesystem::path& path, const Clock& clock,
                                               Entropy entropy, Projections projections,
                                               OpenOptions options) {
    if (auto prepared = prepareFile(path, options.ifMissing == OpenOptions::IfMissing::Create); !prepared) {
        return Fault(prepared.error());
    }
    std::unique_ptr<Connection> writer;
    using Opened = Result<std::unique_ptr<Journal>>;
    const int patience = static_cast<int>(options.patience.count());
    auto opened = guarded(nullptr, path, [&]() -> Result<void> {
        writer = std::make_unique<Connection>(path.string(), SQLite::OPEN_READWRITE, patience);
        return {};
    });
    if (!opened) {
        return Fault(opened.error());
    }
    return guarded(writer.get(), path, [&]() -> Opened {
        if (auto upgraded = upgrade(*writer, path); !upgraded) {
            return Fault(upgraded.error());
        }
        const DeviceId device = currentIdentity(*writer, clock, entropy);
        if (auto current = bringUpToDate(*writer, projections); !current) {
            return Fault(current.error());
        }
        wipeLog(*writer);
        auto reader = std::make_unique<SQLite::Database>(path.string(), SQLite::OPEN_READONLY, patience);
        const HybridClock hybrid(clock, latestTime(*writer));
        return std::unique_ptr<Journal>(new Journal(std::unique_ptr<State>(new State{path,
                                                                                     clock,
                                                                                     std::move(entropy),
                                                                                     std::move(projections),
                                                                                     std::move(writer),
                                                                                     std::move(reader),
                                                                                     device,
                                                                                     hybrid,
                                                                                     {}})));
    });
}

Result<Operation> Journal::append(const OperationDraft& draft) {
    auto stored = appendAll({&draft, 1});
    if (!stored) {
        return Fault(stored.error());
    }
    return std::move(stored->front());
}

void Journal::setSigner(Signer signer) {
    m_state->signer = std::move(signer);
}

Result<std::vector<Operation>> Journal::appendAll(std::span<const OperationDraft> drafts) {
    if (drafts.empty()) {
        return std::vector<Operation>();
    }
    State& state = *m_state;
    Connection& db = *state.writer;
    return guarded(&db, state.path, [&]() -> Result<std::vector<Operation>> {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        ChainEnd end = chainEnd(db, state.device);
        state.hybrid.observe(latestTime(db));
        std::vector<Operation> stored;
        RowWriter rows(db);
        std::int64_t last = 0;
        for (const OperationDraft& draft : drafts) {
            const auto id = draft.id ? *draft.id : OperationId::make(state.clock.now(), state.entropy);
            auto operation = finish(draft, id, state.device, state.hybrid.tick(), end, state.signer);
            if (!operation) {
                return Fault(operation.error());
            }
            if (draft.envelope && !storeEnvelope(db, *draft.envelope, IfHeld::Keep)) {
                return fault(codes::erased, {{"key", draft.envelope->key}});
            }
            last = rows.write(*operation);
            destroyNamed(db, *operation);
            if (auto projected = project(db, state.projections, *operation); !projected) {
                return Fault(projected.error());
            }
            end = {operation->seq, operation->hash};
            stored.push_back(std::move(*operation));
        }
        noteApplied(db, state.projections, last);
        transaction.commit();
        wipeLog(db);
        return stored;
    });
}

Result<void> Journal::rebuild() {
    Connection& db = *m_state->writer;
    return guarded(&db, m_state->path, [&]() -> Result<void> {
        SQLite::Transaction transaction(db, SQLite::TransactionBehavior::IMMEDIATE);
        auto replayed = replay(db, m_state->projections);
        if (replayed) {
            transaction.commit();
        }
        return replayed;
    });
}

Result<void> Journal::backup(const std::filesystem::path& path) const {
    return copyTo(*m_state->reader, path);
}

Result<void> Journal::setLocal(std::string_view key, std::string_view value) {
    Connection& db = *m_state->writer;
    return guarded(&db, m_state->path, [&]() -> Result<void> {
        SQLite::Statement set(db, "INSERT OR REPLACE INTO local_values VALUES (?, ?)");
        set.bind(1, std::string(key));
        set.bind(2, std::string(value));
        set.exec();
        return {};
    });
}

Result<std::optional<std::string>> Journal::local(std::string_view key) const {
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path, [&]() -> Result<std::optional<std::string>> {
        SQLite::Statement get(db, "SELECT value FROM local_values WHERE key = ?");
        get.bind(1, std::string(key));
        return get.executeStep() ? std::optional(get.getColumn(0).getString()) : std::nullopt;
    });
}

Result<void> Journal::removeLocal(std::string_view key) {
    Connection& db = *m_state->writer;
    return guarded(&db, m_state->path, [&]() -> Result<void> {
        SQLite::Statement remove(db, "DELETE FROM local_values WHERE key = ?");
        remove.bind(1, std::string(key));
        remove.exec();
        return {};
    });
}

const SQLite::Database& Journal::reader() const {
    return *m_state->reader;
}

DeviceId Journal::device() const {
    return m_state->device;
}

const std::filesystem::path& Journal::path() const {
    return m_state->path;
}

Uuid Journal::newUuid() const {
    return Uuid::v7(m_state->clock.now(), m_state->entropy);
}

} // namespace medicobus::journal
