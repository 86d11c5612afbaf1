// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/server/sql/engine.h"
#include "sync/hub/hub_store.h"

// The hub's values as columns. Nothing here throws but what the row itself throws; a column of another shape
// than was written reads as nil.

namespace medicobus::platform {

/// The columns that `operationIn` reads, from the first.
#define MEDICOBUS_OPERATION_COLUMNS                                                                          \
    "hub_seq, id, device, seq, hybrid_time, actor, subject_type, subject_id, kind, schema_version, "         \
    "open_body, sealed_body, seal_key, previous_hash, hash, signature, verdict, reason, ruled_by"
sync::StoredOperation operationIn(const SqlRow& row);

/// The columns that `deviceIn` reads.
#define MEDICOBUS_DEVICE_COLUMNS                                                                             \
    "id, enrolment, name, role, commune, sign_key, box_key, state, enrolled_at, seen_at, crew_key, "         \
    "must_wipe, is_wiped, reported_epoch, drift"
sync::HubDevice deviceIn(const SqlRow& row);

/// The columns that `accessIn` reads.
#define MEDICOBUS_ACCESS_COLUMNS                                                                             \
    "number, at, device, session, action, record, status, previous, hash, signature"
sync::AccessEntry accessIn(const SqlRow& row);

template <typename Id>
Blob blobOf(const Id& id) {
    const auto& bytes = id.value.bytes();
    return {std::string(bytes.begin(), bytes.end())};
}
template <std::size_t Size>
Blob blobOf(const std::array<std::uint8_t, Size>& bytes) {
    return {std::string(bytes.begin(), bytes.end())};
}
std::int64_t millisOf(Instant instant);
Instant instantOf(std::int64_t millis);

template <std::size_t Size>
std::array<std::uint8_t, Size> arrayIn(const SqlRow& row, int column) {
    std::array<std::uint8_t, Size> out{};
    const std::string bytes = row.bytes(column);
    if (bytes.size() == Size) {
        std::copy(bytes.begin(), bytes.end(), out.begin());
    }
    return out;
}

} // namespace medicobus::platform
