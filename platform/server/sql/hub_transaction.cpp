// SPDX-License-Identifier: EUPL-1.2
#include "platform/server/sql/hub_transaction.h"

#include "base/json/text.h"
#include "platform/server/sql/hub_rows.h"

#include <algorithm>

// Values, operations and their chains, and the streams of devices.

namespace medicobus::platform {

using sync::StoredOperation;

namespace {

template <typename Read>
auto all(SqlSession& session, const char* statement, std::initializer_list<SqlValue> values, Read read) {
    std::vector<decltype(read(std::declval<const SqlRow&>()))> found;
    session.run(statement, values, [&](const SqlRow& row) { found.push_back(read(row)); });
    return found;
}

template <typename Read>
auto first(SqlSession& session, const char* statement, std::initializer_list<SqlValue> values, Read read) {
    std::optional<decltype(read(std::declval<const SqlRow&>()))> found;
    session.run(statement, values, [&](const SqlRow& row) { found = read(row); });
    return found;
}

SqlValue textOrNull(const std::optional<std::string>& text) {
    return text ? SqlValue(*text) : SqlValue(nullptr);
}

} // namespace

SqlHubTransaction::SqlHubTransaction(SqlSession& session, Access access) : m_session(session) {
    const char* counter = access == Access::Write ? "SELECT hub_seq FROM hub_counter FOR UPDATE"
                                                  : "SELECT hub_seq FROM hub_counter";
    session.run(counter, {}, [&](const SqlRow& row) { m_hubSeq = row.whole(0); });
    m_firstHubSeq = m_hubSeq;
}

void SqlHubTransaction::close() {
    if (m_hubSeq != m_firstHubSeq) {
        m_session.run("UPDATE hub_counter SET hub_seq = ?1", {m_hubSeq});
    }
    for (const auto& [device, chain] : m_chains) {
        if (chain.isChanged) {
            m_session.run("INSERT INTO chains(device, seq, hash, hybrid_time, last_seq) VALUES (?1, ?2, ?3, "
                          "?4, ?5) ON CONFLICT (device) DO UPDATE SET seq = excluded.seq, "
                          "hash = excluded.hash, hybrid_time = excluded.hybrid_time, "
                          "last_seq = excluded.last_seq",
                          {blobOf(device), chain.head.seq, blobOf(chain.head.hash), chain.head.time.packed(),
                           chain.lastSeq});
        }
    }
}

std::optional<std::string> SqlHubTransaction::value(std::string_view key) {
    return first(m_session, "SELECT value FROM hub_values WHERE key = ?1", {std::string(key)},
                 [](const SqlRow& row) { return row.bytes(0); });
}

void SqlHubTransaction::setValue(std::string_view key, std::string_view value) {
    m_session.run("INSERT INTO hub_values(key, value) VALUES (?1, ?2) "
                  "ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                  {std::string(key), Blob{std::string(value)}});
}

SqlHubTransaction::Chain& SqlHubTransaction::chain(const journal::DeviceId& device) {
    const auto known = m_chains.try_emplace(device);
    Chain& held = known.first->second;
    if (known.second) {
        m_session.run("SELECT seq, hash, hybrid_time, last_seq FROM chains WHERE device = ?1",
                      {blobOf(device)}, [&](const SqlRow& row) {
                          held.head = {row.whole(0), arrayIn<32>(row, 1), HybridTime::unpack(row.whole(2))};
                          held.lastSeq = row.whole(3);
                      });
    }
    return held;
}

sync::ChainHead SqlHubTransaction::chainHead(const journal::DeviceId& device) {
    return chain(device).head;
}

std::map<journal::DeviceId, std::int64_t> SqlHubTransaction::chains() {
    std::map<journal::DeviceId, std::int64_t> heads;
    m_session.run("SELECT device, seq FROM chains", {}, [&](const SqlRow& row) {
        heads[journal::DeviceId{Uuid(arrayIn<16>(row, 0))}] = row.whole(1);
    });
    for (const auto& [device, chain] : m_chains) {
        if (chain.isChanged) {
            heads[device] = chain.head.seq;
        }
    }
    return heads;
}

void SqlHubTransaction::lengthen(const journal::Operation& operation) {
    Chain& chain = this->chain(operation.device);
    chain.isChanged = true;
    chain.lastSeq = std::max(chain.lastSeq, operation.seq);
    if (operation.seq != chain.head.seq + 1) {
        return;
    }
    chain.head = {operation.seq, operation.hash, operation.time};
    // A hole was filled: what others brought from beyond it joins the chain.
    while (chain.head.seq < chain.lastSeq) {
        const auto next = this->operation(operation.device, chain.head.seq + 1);
        if (!next) {
            return;
        }
        chain.head = {next->operation.seq, next->operation.hash, next->operation.time};
    }
}

std::optional<StoredOperation> SqlHubTransaction::operation(const journal::DeviceId& device,
                                                            std::int64_t seq) {
    if (seq > chain(device).lastSeq) {
        return std::nullopt;
    }
    return first(m_session,
                 "SELECT " MEDICOBUS_OPERATION_COLUMNS " FROM operations WHERE device = ?1 AND seq = ?2",
                 {blobOf(device), seq}, operationIn);
}

std::optional<StoredOperation> SqlHubTransaction::operation(const journal::OperationId& id) {
    return first(m_session,
                 "SELECT " MEDICOBUS_OPERATION_COLUMNS " FROM operations WHERE id = ?1 "
                 "ORDER BY hub_seq DESC",
                 {blobOf(id)}, operationIn);
}

std::int64_t SqlHubTransaction::append(const journal::Operation& operation, const sync::Ruling& ruling,
                                       const std::optional<journal::DeviceId>& audience) {
    const auto blobOrNull = [](const auto& bytes) {
        return bytes ? SqlValue(Blob{std::string(bytes->begin(), bytes->end())}) : SqlValue(nullptr);
    };
    ++m_hubSeq;
    m_session.run("INSERT INTO operations(" MEDICOBUS_OPERATION_COLUMNS ", audience) VALUES "
                  "(?1,?2,?3,?4,?5,?6,?7,?8,?9,?10,?11,?12,?13,?14,?15,?16,?17,?18,?19,?20)",
                  {m_hubSeq,
                   blobOf(operation.id),
                   blobOf(operation.device),
                   operation.seq,
                   operation.time.packed(),
                   operation.actor,
                   operation.subject.type,
                   operation.subject.id,
                   operation.kind,
                   std::int64_t{operation.schemaVersion},
                   jsonText(operation.open),
                   blobOrNull(operation.sealed),
                   textOrNull(operation.sealKey),
                   blobOf(operation.previousHash),
                   blobOf(operation.hash),
                   blobOrNull(operation.signature),
                   ruling.verdict,
                   ruling.reason,
                   ruling.by,
                   audience ? SqlValue(blobOf(*audience)) : SqlValue(nullptr)});
    lengthen(operation);
    const auto known = m_known.subjects.find(operation.subject);
    if (known != m_known.subjects.end() && ruling.isApplied()) {
        known->second.push_back({m_hubSeq, operation, ruling});
    }
    return m_hubSeq;
}

void SqlHubTransaction::widen(std::int64_t hubSeq, const journal::DeviceId& audience) {
    m_session.run("UPDATE operations SET audience = ?2 WHERE hub_seq = ?1", {hubSeq, blobOf(audience)});
    m_session.run("INSERT INTO scope_changes(hub_seq, device, operation, is_removal) VALUES (?1, ?2, ?3, ?4)",
                  {++m_hubSeq, blobOf(audience), hubSeq, std::int64_t{0}});
}

#define MEDICOBUS_STREAM                                                                                     \
    "SELECT " MEDICOBUS_OPERATION_COLUMNS " FROM operations WHERE hub_seq > ?1 AND hub_seq <= ?2 AND "       \
    "verdict <> 'rejected' AND NOT (device = ?4 AND seq <= ?5) "

std::vector<StoredOperation> SqlHubTransaction::inScope(const sync::HubDevice& device, std::int64_t after,
                                                        std::int64_t through, std::size_t limit,
                                                        std::int64_t ownHeld) {
    const char* statement =
        MEDICOBUS_STREAM "AND (subject_type IN ('programme', 'passage', 'site', 'device', 'crew') "
                         "OR device = ?4 OR audience = ?4) ORDER BY hub_seq LIMIT ?3";
    if (device.role == sync::Role::Crew) {
        statement = MEDICOBUS_STREAM "ORDER BY hub_seq LIMIT ?3";
    } else if (device.role == sync::Role::Coordination) {
        statement = MEDICOBUS_STREAM "AND sealed_body IS NULL ORDER BY hub_seq LIMIT ?3";
    }
    return all(m_session, statement,
               {after, through, static_cast<std::int64_t>(limit), blobOf(device.id), ownHeld}, operationIn);
}

std::vector<sync::StreamLine> SqlHubTransaction::scopeLines(const sync::HubDevice& device, std::int64_t after,
                                                            std::int64_t through, std::size_t limit) {
    struct Line {
        std::int64_t hubSeq, operation;
        bool isRemoval;
    };
    const auto lines =
        all(m_session,
            "SELECT hub_seq, operation, is_removal FROM scope_changes WHERE device = ?1 AND "
            "hub_seq > ?2 AND hub_seq <= ?3 ORDER BY hub_seq LIMIT ?4",
            {blobOf(device.id), after, through, static_cast<std::int64_t>(limit)}, [](const SqlRow& row) {
                return Line{row.whole(0), row.whole(1), row.whole(2) != 0};
            });
    std::vector<sync::StreamLine> out;
    for (const Line& line : lines) {
        auto operation =
            first(m_session, "SELECT " MEDICOBUS_OPERATION_COLUMNS " FROM operations WHERE hub_seq = ?1",
                  {line.operation}, operationIn);
        if (operation && line.isRemoval) {
            out.push_back({line.hubSeq, std::nullopt, operation->operation.id});
        } else if (operation) {
            out.push_back({line.hubSeq, std::move(operation), std::nullopt});
        }
    }
    return out;
}

/// Rejected operations of others as removals: a stick may have brought them, or may still.
std::vector<sync::StreamLine> SqlHubTransaction::rejectedLines(const sync::HubDevice& device,
                                                               std::int64_t after, std::int64_t through,
                                                               std::size_t limit) {
    if (device.role != sync::Role::Crew) {
        return {};
    }
    // One that its device brought again under a new identity may stand there.
    return all(m_session,
               "SELECT hub_seq, id FROM operations WHERE verdict = 'rejected' AND hub_seq > ?1 AND "
               "hub_seq <= ?2 AND device <> ?3 AND NOT EXISTS (SELECT 1 FROM operations AS other WHERE "
               "other.id = operations.id AND other.verdict <> 'rejected') ORDER BY hub_seq LIMIT ?4",
               {after, through, blobOf(device.id), static_cast<std::int64_t>(limit)}, [](const SqlRow& row) {
                   return sync::StreamLine{row.whole(0), std::nullopt,
                                           journal::OperationId{Uuid(arrayIn<16>(row, 1))}};
               });
}

std::vector<sync::StreamLine> SqlHubTransaction::stream(const sync::HubDevice& device, std::int64_t after,
                                                        std::int64_t through, std::size_t limit,
                                                        std::int64_t ownHeld) {
    std::vector<sync::StreamLine> lines = scopeLines(device, after, through, limit);
    for (sync::StreamLine& each : rejectedLines(device, after, through, limit)) {
        lines.push_back(std::move(each));
    }
    const bool isPlain = lines.empty();
    for (StoredOperation& each : inScope(device, after, through, limit, ownHeld)) {
        lines.push_back({each.hubSeq, std::move(each), std::nullopt});
    }
    if (!isPlain) {
        std::sort(lines.begin(), lines.end(),
                  [](const auto& left, const auto& right) { return left.hubSeq < right.hubSeq; });
        lines.resize(std::min(lines.size(), limit));
    }
    return lines;
}

void SqlHubTransaction::changeScope(const sync::HubDevice& before, const sync::HubDevice& after) {
    constexpr std::size_t everything = std::size_t{1} << 40U;
    const auto numbers = [&](const sync::HubDevice& device) {
        std::vector<std::int64_t> held;
        for (const StoredOperation& each : inScope(device, 0, m_hubSeq, everything, 0)) {
            held.push_back(each.hubSeq);
        }
        return held;
    };
    const auto had = numbers(before);
    const auto has = numbers(after);
    const auto note = [&](const std::vector<std::int64_t>& from, const std::vector<std::int64_t>& without,
                          std::int64_t isRemoval) {
        std::vector<std::int64_t> changed;
        std::set_difference(from.begin(), from.end(), without.begin(), without.end(),
                            std::back_inserter(changed));
        for (const std::int64_t operation : changed) {
            m_session.run("INSERT INTO scope_changes(hub_seq, device, operation, is_removal) "
                          "VALUES (?1, ?2, ?3, ?4)",
                          {++m_hubSeq, blobOf(after.id), operation, isRemoval});
        }
    };
    note(had, has, 1);
    note(has, had, 0);
}

std::vector<StoredOperation> SqlHubTransaction::ofSubject(const journal::Subject& subject) {
    const auto known = m_known.subjects.find(subject);
    if (known != m_known.subjects.end()) {
        return known->second;
    }
    auto found = all(m_session,
                     "SELECT " MEDICOBUS_OPERATION_COLUMNS " FROM operations WHERE subject_type = ?1 AND "
                     "subject_id = ?2 AND verdict <> 'rejected' ORDER BY hub_seq",
                     {subject.type, subject.id}, operationIn);
    note(subject, found);
    return found;
}

void SqlHubTransaction::note(const journal::Subject& subject,
                             const std::vector<StoredOperation>& operations) {
    constexpr std::size_t most = 4096;
    if (m_known.subjects.size() >= most) {
        return;
    }
    m_known.subjects.emplace(subject, operations);
    const bool isNew = std::all_of(operations.begin(), operations.end(),
                                   [&](const StoredOperation& each) { return each.hubSeq > m_firstHubSeq; });
    if (isNew && subject.type == "appointment") {
        m_known.unclaimed.insert(subject.id);
        m_known.unwaiting.insert(subject.id);
    }
}

std::vector<StoredOperation> SqlHubTransaction::planEdits() {
    return all(m_session,
               "SELECT " MEDICOBUS_OPERATION_COLUMNS " FROM operations WHERE subject_type IN "
               "('programme', 'passage', 'site') AND verdict <> 'rejected' ORDER BY hub_seq",
               {}, operationIn);
}

std::int64_t SqlHubTransaction::lastPlanEdit() {
    return first(m_session,
                 "SELECT hub_seq FROM operations WHERE subject_type IN ('programme', 'passage', 'site') AND "
                 "verdict <> 'rejected' ORDER BY hub_seq DESC LIMIT 1",
                 {}, [](const SqlRow& row) { return row.whole(0); })
        .value_or(0);
}

} // namespace medicobus::platform
