// SPDX-License-Identifier: EUPL-1.2
#include "journal/audit/check.h"
#include "journal/state.h"
#include "journal/store/files.h"
#include "journal/store/sqlite_error.h"

#include <fmt/format.h>

namespace medicobus::journal {
namespace {

Result<std::vector<Operation>> collect(const SQLite::Database& db, std::string_view rest,
                                       const std::function<void(SQLite::Statement&)>& bind) {
    std::vector<Operation> operations;
    auto read = eachRow(db, rest, bind, [&](const Operation& operation) -> Result<void> {
        operations.push_back(operation);
        return {};
    });
    if (!read) {
        return Fault(read.error());
    }
    return operations;
}

} // namespace

Result<void> Journal::each(const std::function<Result<void>(const Operation&)>& visit) const {
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path,
                   [&] { return eachRow(db, fmt::format("ORDER BY {}", replayOrder), {}, visit); });
}

Result<std::vector<Operation>> Journal::ofSubject(const Subject& subject) const {
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path, [&] {
        return collect(db, fmt::format("WHERE subject_type = ? AND subject_id = ? ORDER BY {}", replayOrder),
                       [&](SQLite::Statement& select) {
                           select.bind(1, subject.type);
                           select.bind(2, subject.id);
                       });
    });
}

Result<std::vector<Operation>> Journal::since(DeviceId device, std::int64_t seq) const {
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path, [&] {
        return collect(db, "WHERE device = ? AND seq > ? ORDER BY seq", [&](SQLite::Statement& select) {
            bindBytes(select, 1, device.value.bytes().data(), 16);
            select.bind(2, seq);
        });
    });
}

Result<std::vector<Operation>> Journal::operationsOf(DeviceId device, std::int64_t after,
                                                     std::size_t limit) const {
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path, [&] {
        return collect(db, "WHERE device = ? AND seq > ? ORDER BY seq LIMIT ?",
                       [&](SQLite::Statement& select) {
                           bindBytes(select, 1, device.value.bytes().data(), 16);
                           select.bind(2, after);
                           select.bind(3, static_cast<std::int64_t>(limit));
                       });
    });
}

Result<std::optional<Operation>> Journal::operation(OperationId id) const {
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path, [&]() -> Result<std::optional<Operation>> {
        auto found = collect(db, "WHERE id = ?", [&](SQLite::Statement& select) {
            bindBytes(select, 1, id.value.bytes().data(), 16);
        });
        if (!found) {
            return Fault(found.error());
        }
        return found->empty() ? std::nullopt : std::optional(std::move(found->front()));
    });
}

Result<Waiting> Journal::waiting() const {
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path, [&]() -> Result<Waiting> {
        SQLite::Statement select(
            db, "SELECT count(*), min(hybrid_time) FROM operations "
                "JOIN identities ON operations.device = identities.id WHERE seq > acked_through");
        select.executeStep();
        Waiting waiting;
        waiting.count = select.getColumn(0).getInt64();
        if (waiting.count > 0) {
            const auto time = HybridTime::unpack(select.getColumn(1).getInt64());
            waiting.oldest = Instant(std::chrono::milliseconds(time.millis));
        }
        return waiting;
    });
}

Result<Report> Journal::verify(Depth depth) const {
    SQLite::Database& db = *m_state->reader;
    Report report;
    auto checked = guarded(&db, m_state->path, [&]() -> Result<void> {
        checkFile(db, report);
        if (!report.isClean()) {
            // Reading on through damaged pages would only stop at the first.
            return {};
        }
        Connection copy(":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE);
        copyPages(db, copy);
        checkOperations(copy, report);
        if (depth == Depth::Everything) {
            checkProjections(copy, m_state->projections, report);
        }
        return {};
    });
    if (!checked && checked.error().code() == codes::corrupt) {
        // SQLite's check stops by itself at damage that it cannot read past.
        report.faults.push_back(
            Error(codes::damagedFile).with("value", std::string(checked.error().detail("cause"))));
        return report;
    }
    if (!checked) {
        return Fault(checked.error());
    }
    return report;
}

Result<std::vector<std::pair<DeviceId, std::int64_t>>> Journal::acknowledged() const {
    using Acknowledged = std::vector<std::pair<DeviceId, std::int64_t>>;
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path, [&]() -> Result<Acknowledged> {
        Acknowledged acknowledged;
        SQLite::Statement select(db, "SELECT id, acked_through FROM identities ORDER BY ordinal");
        while (select.executeStep()) {
            acknowledged.emplace_back(DeviceId{uuidOf(select.getColumn(0))}, select.getColumn(1).getInt64());
        }
        return acknowledged;
    });
}

Result<std::map<DeviceId, std::int64_t>> Journal::chains() const {
    using Chains = std::map<DeviceId, std::int64_t>;
    const SQLite::Database& db = *m_state->reader;
    return guarded(&db, m_state->path, [&]() -> Result<Chains> {
        Chains chains;
        SQLite::Statement ends(db, "SELECT device, max(seq), count(*) FROM operations GROUP BY device");
        SQLite::Statement numbers(db, "SELECT seq FROM operations WHERE device = ? ORDER BY seq");
        while (ends.executeStep()) {
            const DeviceId device{uuidOf(ends.getColumn(0))};
            std::int64_t& last = chains[device];
            if (ends.getColumn(1).getInt64() == ends.getColumn(2).getInt64()) {
                last = ends.getColumn(1).getInt64();
                continue;
            }
            bindBytes(numbers, 1, device.value.bytes().data(), 16);
            while (numbers.executeStep() && numbers.getColumn(0).getInt64() == last + 1) {
                ++last;
            }
            numbers.reset();
        }
        return chains;
    });
}

} // namespace medicobus::journal
