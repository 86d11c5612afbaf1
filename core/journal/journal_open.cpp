// SPDX-License-Identifier: EUPL-1.2
#include "journal/copy.h"
#include "journal/migrations.h"
#include "journal/projector.h"
#include "journal/rows.h"
#include "journal/sqlite_error.h"
#include "journal/state.h"

#include <fmt/format.h>
#include <unistd.h>

namespace medicobus::journal {
namespace {

/// Refuses what SQLite would only half refuse (it opens a write-protected file for reading), and makes a new
/// file.
Result<void> prepareFile(const std::filesystem::path& path, OpenOptions::IfMissing ifMissing) {
    std::error_code failure;
    const auto status = std::filesystem::status(path, failure);
    if (std::filesystem::is_directory(status)) {
        return Fault(systemError(EISDIR, path));
    }
    if (!std::filesystem::exists(status)) {
        if (ifMissing == OpenOptions::IfMissing::Refuse) {
            return fault(codes::missing, {{"file", path.string()}});
        }
        return createPrivate(path);
    }
    if (::access(path.c_str(), R_OK | W_OK) != 0) {
        return Fault(systemError(errno, path));
    }
    return {};
}

Result<void> backUpBeforeUpgrade(SQLite::Database& db, const std::filesystem::path& path, int version) {
    std::filesystem::path copy = path;
    copy += fmt::format(".v{}.bak", version);
    const auto copied = copyTo(db, copy);
    if (copied) {
        return {};
    }
    Error error(codes::backupFailed);
    for (const auto& [key, value] : copied.error().details()) {
        error.with(key, value);
    }
    return Fault(std::move(error).with("value", std::string(copied.error().code().name)));
}

/// Brings a file that was recognised to the latest version.
Result<void> upgrade(SQLite::Database& db, const std::filesystem::path& path) {
    const auto version = recognise(db, path);
    if (!version) {
        return Fault(version.error());
    }
    if (const std::string found = db.execAndGet("PRAGMA quick_check(1)").getString(); found != "ok") {
        return fault(codes::corrupt, {{"file", path.string()}, {"cause", found}});
    }
    if (*version > 0 && *version < latestVersion()) {
        if (auto saved = backUpBeforeUpgrade(db, path, *version); !saved) {
            return saved;
        }
    }
    if (const std::string mode = db.execAndGet("PRAGMA journal_mode = WAL").getString(); mode != "wal") {
        return fault(codes::unusable, {{"file", path.string()}, {"cause", "journal_mode " + mode}});
    }
    db.exec("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON");
    migrate(db, *version);
    return {};
}

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

Result<void> bringUpToDate(SQLite::Database& db, const Projections& projections) {
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

} // namespace

DeviceId addIdentity(SQLite::Database& db, const Clock& clock, const Entropy& entropy) {
    const DeviceId device = DeviceId::make(clock.now(), entropy);
    SQLite::Statement insert(db, "INSERT INTO identities (id) VALUES (?)");
    bindBytes(insert, 1, device.value.bytes().data(), 16);
    insert.exec();
    return device;
}

Result<std::unique_ptr<Journal>> Journal::open(const std::filesystem::path& path, const Clock& clock,
                                               Entropy entropy, Projections projections,
                                               OpenOptions options) {
    if (auto prepared = prepareFile(path, options.ifMissing); !prepared) {
        return Fault(prepared.error());
    }
    std::unique_ptr<SQLite::Database> writer;
    using Opened = Result<std::unique_ptr<Journal>>;
    const int patience = static_cast<int>(options.patience.count());
    auto opened = guarded(nullptr, path, [&]() -> Result<void> {
        writer = std::make_unique<SQLite::Database>(path.string(), SQLite::OPEN_READWRITE, patience);
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
        auto reader = std::make_unique<SQLite::Database>(path.string(), SQLite::OPEN_READONLY, patience);
        const HybridClock hybrid(clock, latestTime(*writer));
        return std::unique_ptr<Journal>(new Journal(
            std::unique_ptr<State>(new State{path, clock, std::move(entropy), std::move(projections),
                                             std::move(writer), std::move(reader), device, hybrid})));
    });
}

} // namespace medicobus::journal
