// SPDX-License-Identifier: EUPL-1.2
#include "journal/audit/check.h"
#include "journal/journal.h"
#include "journal/store/files.h"
#include "journal/store/migrations.h"
#include "journal/store/rows.h"
#include "journal/store/sqlite_error.h"

namespace medicobus::journal {
namespace {

using DatabasePointer = std::unique_ptr<SQLite::Database>;

std::filesystem::path beside(const std::filesystem::path& file, const char* ending) {
    std::filesystem::path path = file;
    path += ending;
    return path;
}

/// Opens a file that must be a journal of this version or an older one.
Result<DatabasePointer> openExisting(const std::filesystem::path& file, int flags) {
    if (std::error_code ignored; !std::filesystem::exists(file, ignored)) {
        return fault(codes::missing, {{"file", file.string()}});
    }
    return guarded(nullptr, file, [&]() -> Result<DatabasePointer> {
        auto db = std::make_unique<SQLite::Database>(file.string(), flags);
        return guarded(db.get(), file, [&]() -> Result<DatabasePointer> {
            const auto version = recognise(*db, file);
            if (!version) {
                return Fault(version.error());
            }
            if (*version == 0) {
                return fault(codes::notOurs, {{"file", file.string()}});
            }
            return std::move(db);
        });
    });
}

/// Brings the copy to the latest version, refuses it if it has faults, and gives it an identity of its own.
Result<void> makeFit(const std::filesystem::path& copy, const std::filesystem::path& from, const Clock& clock,
                     const Entropy& entropy) {
    auto opened = openExisting(copy, SQLite::OPEN_READWRITE);
    if (!opened) {
        return Fault(opened.error());
    }
    SQLite::Database& db = **opened;
    return guarded(&db, copy, [&]() -> Result<void> {
        migrate(db, db.execAndGet("PRAGMA user_version").getInt());
        Report report;
        checkFile(db, report);
        if (report.isClean()) {
            checkOperations(db, report);
        }
        if (!report.isClean()) {
            return fault(codes::badBackup, {{"file", from.string()},
                                            {"value", std::string(report.faults.front().code().name)}});
        }
        addIdentity(db, clock, entropy);
        return {};
    });
}

/// Refuses to replace a journal that is open elsewhere or holds more than the copy, and folds its log into
/// it.
Result<void> settle(SQLite::Database& db, const std::filesystem::path& file,
                    const std::filesystem::path& copy, IfNewer ifNewer) {
    return guarded(&db, file, [&]() -> Result<void> {
        SQLite::Statement attach(db, "ATTACH ? AS copy");
        attach.bind(1, copy.string());
        attach.exec();
        const auto lost = db.execAndGet("SELECT count(*) FROM main.operations "
                                        "WHERE id NOT IN (SELECT id FROM copy.operations)")
                              .getInt64();
        db.exec("DETACH copy");
        if (lost > 0 && ifNewer == IfNewer::Refuse) {
            return fault(codes::wouldLose, {{"file", file.string()}, {"value", std::to_string(lost)}});
        }
        // Leaving WAL needs the file for oneself alone, and leaves no log behind that could outlive it.
        db.execAndGet("PRAGMA journal_mode = DELETE");
        return {};
    });
}

/// Makes sure that the file in the way may be replaced: a damaged one may, one from a newer program only on
/// request.
Result<void> clearTheWay(const std::filesystem::path& file, const std::filesystem::path& copy,
                         IfNewer ifNewer) {
    auto opened = openExisting(file, SQLite::OPEN_READWRITE);
    auto settled = opened ? settle(**opened, file, copy, ifNewer) : Result<void>(Fault(opened.error()));
    if (settled) {
        return settled;
    }
    const ErrorCode code = settled.error().code();
    const bool isReplaceable = code == codes::corrupt || code == codes::missing
                               || (code == codes::newer && ifNewer == IfNewer::SetAside);
    return isReplaceable ? Result<void>() : settled;
}

/// Moves a file and the log beside it, which belongs to that file alone.
Result<void> setAside(const std::filesystem::path& file) {
    std::error_code failure;
    for (const char* ending : {"", "-wal", "-shm"}) {
        const auto from = beside(file, ending);
        const auto to = beside(beside(file, ".replaced"), ending);
        std::filesystem::remove(to, failure);
        if (std::filesystem::exists(from, failure)) {
            std::filesystem::rename(from, to, failure);
            if (failure) {
                return Fault(systemError(failure.value(), from));
            }
        }
    }
    return {};
}

} // namespace

Result<void> Journal::restore(const std::filesystem::path& from, const std::filesystem::path& to,
                              const Clock& clock, const Entropy& entropy, IfNewer ifNewer) {
    auto source = openExisting(from, SQLite::OPEN_READONLY);
    if (!source) {
        return Fault(source.error());
    }
    const auto copy = beside(to, ".restoring");
    const auto put = [&]() -> Result<void> {
        return copyTo(**source, copy)
            .and_then([&] { return makeFit(copy, from, clock, entropy); })
            .and_then([&] { return clearTheWay(to, copy, ifNewer); })
            .and_then([&] { return setAside(to); })
            .and_then([&]() -> Result<void> {
                std::error_code failure;
                std::filesystem::rename(copy, to, failure);
                return failure ? Fault(systemError(failure.value(), to)) : syncFolderOf(to);
            });
    };
    auto restored = put();
    std::error_code ignored;
    std::filesystem::remove(copy, ignored);
    return restored;
}

} // namespace medicobus::journal
