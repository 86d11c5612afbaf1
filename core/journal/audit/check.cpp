// SPDX-License-Identifier: EUPL-1.2
#include "journal/audit/check.h"

#include "journal/audit/digest.h"
#include "journal/store/projector.h"
#include "journal/store/rows.h"

#include <fmt/format.h>

#include <optional>
#include <set>

namespace medicobus::journal {
namespace {

void add(Report& report, Error fault) {
    if (report.faults.size() < Report::maxFaults) {
        report.faults.push_back(std::move(fault));
    } else {
        report.isCut = true;
    }
}

/// Follows each device's chain through rows ordered by device and seq.
class ChainWalk {
public:
    /// `own` are the identities of this file: a chain of another device may lack what is not for this one.
    ChainWalk(Report& report, std::set<DeviceId> own) : m_report(report), m_own(std::move(own)) {}

    void step(const SQLite::Statement& row) {
        ++m_report.operations;
        const DeviceId device{uuidOf(row.getColumn(1))};
        if (!m_device || *m_device != device) {
            ++m_report.devices;
            m_device = device;
            m_last = Operation();
            m_last.time = {-1, 0};
        }
        auto operation = readRow(row);
        if (!operation) {
            add(m_report, operation.error());
            m_last.seq = row.getColumn(2).getInt64();
            m_isLinkKnown = false;
            return;
        }
        compare(*operation, row.getColumn(9).getString());
        m_last = std::move(*operation);
        m_isLinkKnown = true;
    }

private:
    void compare(const Operation& operation, const std::string& storedBody) {
        const bool isNext = operation.seq == m_last.seq + 1;
        if (!isNext && m_own.contains(operation.device)) {
            add(m_report, faultOf(codes::gap, operation).with("expected", std::to_string(m_last.seq + 1)));
        }
        const auto hash = hashOf(operation);
        if (!hash || *hash != operation.hash || storedBody != operation.open.dump()) {
            add(m_report, faultOf(codes::altered, operation));
        }
        if (isNext && m_isLinkKnown && operation.previousHash != m_last.hash) {
            add(m_report, faultOf(codes::brokenChain, operation));
        }
        if (operation.time <= m_last.time) {
            add(m_report, faultOf(codes::timeOrder, operation));
        }
    }

    static Error faultOf(ErrorCode code, const Operation& operation) {
        return Error(code)
            .with("device", operation.device.text())
            .with("seq", std::to_string(operation.seq))
            .with("id", operation.id.text());
    }

    Report& m_report;
    std::set<DeviceId> m_own;
    std::optional<DeviceId> m_device;
    Operation m_last;
    /// Whether `m_last.hash` can be compared with: not after a row that could not be read.
    bool m_isLinkKnown = true;
};

std::int64_t count(SQLite::Database& db, const std::string& query) {
    return db.execAndGet("SELECT count(*) FROM " + query).getInt64();
}

std::string heldName(const std::string& table) {
    return quoted("held by the file: " + table);
}

/// Rows that are in one of two tables only, or -1 when their columns differ.
std::int64_t differingRows(SQLite::Database& db, const std::string& table) {
    const std::string made = quoted(table);
    const std::string held = heldName(table);
    try {
        const auto only = [&](const std::string& left, const std::string& right) {
            return count(db, fmt::format("(SELECT * FROM {} EXCEPT SELECT * FROM {})", left, right));
        };
        return only(made, held) + only(held, made) + std::abs(count(db, made) - count(db, held));
    } catch (const SQLite::Exception&) {
        return -1;
    }
}

/// What all tables hold.
struct Contents {
    Hash hash{};
    std::int64_t rows = 0;
};

/// Nothing when a table is missing.
std::optional<Contents> contentsOf(const SQLite::Database& db, const Projections& projections) {
    Digest digest;
    Contents contents;
    for (const auto& projection : projections) {
        for (const std::string& table : projection->tables()) {
            if (!db.tableExists(table)) {
                return std::nullopt;
            }
            contents.rows += addTable(digest, db, table);
        }
    }
    contents.hash = digest.take();
    return contents;
}

/// What the tables hold when they are made in a store of their own from the operations of `from`.
Result<Contents> remadeFrom(const SQLite::Database& from, const Projections& projections) {
    Connection scratch(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
    SQLite::Transaction transaction(scratch);
    for (const auto& projection : projections) {
        projection->create(scratch);
    }
    const auto applied =
        eachRow(from, fmt::format("WHERE {} ORDER BY {}", thatCount, replayOrder), {},
                [&](const Operation& operation) { return project(scratch, projections, operation); });
    if (!applied) {
        return Fault(applied.error());
    }
    return contentsOf(scratch, projections).value_or(Contents());
}

/// Replays beside what is held and adds each table that differs.
void tellDrift(Connection& copy, const Projections& projections, Report& report) {
    SQLite::Transaction transaction(copy);
    for (const auto& projection : projections) {
        for (const std::string& table : projection->tables()) {
            if (copy.tableExists(table)) {
                copy.exec(fmt::format("CREATE TABLE {} AS SELECT * FROM {}", heldName(table), quoted(table)));
            }
        }
    }
    if (auto replayed = replay(copy, projections); !replayed) {
        add(report, replayed.error());
        return;
    }
    for (const auto& projection : projections) {
        for (const std::string& table : projection->tables()) {
            if (const std::int64_t rows = differingRows(copy, table); rows != 0) {
                add(report, Error(codes::drift).with("key", table).with("value", std::to_string(rows)));
            }
            report.rows += count(copy, quoted(table));
        }
    }
}

} // namespace

void checkFile(SQLite::Database& db, Report& report) {
    SQLite::Statement check(db, "PRAGMA integrity_check");
    while (check.executeStep()) {
        if (const std::string message = check.getColumn(0).getString(); message != "ok") {
            add(report, Error(codes::damagedFile).with("value", message));
        }
    }
}

void checkOperations(const SQLite::Database& db, Report& report) {
    SQLite::Statement rows(db, fmt::format("SELECT {} FROM operations ORDER BY device, seq", rowColumns));
    std::set<DeviceId> own;
    SQLite::Statement identities(db, "SELECT id FROM identities");
    while (identities.executeStep()) {
        own.insert({uuidOf(identities.getColumn(0))});
    }
    ChainWalk walk(report, std::move(own));
    while (rows.executeStep()) {
        walk.step(rows);
    }
}

void checkProjections(Connection& copy, const Projections& projections, Report& report) {
    const auto held = contentsOf(copy, projections);
    const auto made = held ? remadeFrom(copy, projections) : Result<Contents>(Contents());
    if (!made) {
        add(report, made.error());
        return;
    }
    if (held && held->hash == made->hash) {
        report.rows += held->rows;
        return;
    }
    tellDrift(copy, projections, report);
}

} // namespace medicobus::journal
