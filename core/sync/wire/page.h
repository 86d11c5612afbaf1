// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/wire/operation.h"

namespace medicobus::sync {

/// `GET /v1/operations?after=CURSOR&limit=N`: what the hub committed after a cursor, up to a checkpoint.
struct Page {
    std::string epoch;
    /// The cursor asked from, and the one to ask from next.
    std::int64_t from = 0;
    std::int64_t to = 0;
    /// How many operations and removals the page holds.
    std::int64_t count = 0;
    /// `checksumOf`, as hex.
    std::string checksum;
    bool hasMore = false;
    Instant hubTime;
    std::vector<Operation> operations;
    std::vector<Envelope> envelopes;
    /// Operations withdrawn from this device's scope.
    std::vector<OperationId> removals;
    /// The last seq that the hub has stored of each chain.
    std::map<DeviceId, std::int64_t> chain;
};

/// BLAKE2b-256 over the hashes of the operations, then the ids of the removals, in order; hex.
std::string checksumOf(const std::vector<Operation>& operations, const std::vector<OperationId>& removals);
/// Sets count and checksum.
void close(Page& page);
/// Whether count and checksum are those of what the page holds.
bool isWhole(const Page& page);

/// `GET /v1/chains`: what the hub holds of every chain, however little of it this device may read.
struct Chains {
    std::string epoch;
    Instant hubTime;
    std::map<DeviceId, std::int64_t> chains;
};

std::string textOf(const Page& page);
Json toJson(const Chains& chains);
/// Errors: `sync.bad_message`.
[[nodiscard]] Result<Page> readPage(std::string_view body);
[[nodiscard]] Result<Page> readPageIn(const Json& body);
[[nodiscard]] Result<Chains> readChainsAnswer(std::string_view body);

} // namespace medicobus::sync
