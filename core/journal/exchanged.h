// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/operation.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// What a journal takes in from elsewhere, and what it is told of its own operations (core/sync/README.md).

namespace medicobus::journal {

/// A value of this device alone, to be written with a change; removed when it has no value.
struct LocalValue {
    std::string key;
    std::optional<std::string> value;
};

/// Operations of other devices (own ones among them are known already), applied together or not at all.
struct Incoming {
    std::vector<Operation> operations;
    std::vector<Envelope> envelopes;
    /// Operations withdrawn from this device's scope; taken after the operations.
    std::vector<OperationId> removals;
    std::vector<LocalValue> locals;
    /// Said by the hub, whose word decides: an operation withdrawn before may come back, and one of another
    /// device that differs from what is held under its number replaces it.
    bool isFromHub = false;
};

struct Ingested {
    std::int64_t stored = 0;
    std::int64_t known = 0;
    std::int64_t removed = 0;
    /// Kept out because they were withdrawn from this device's scope.
    std::int64_t refused = 0;
};

/// What the hub said of one own operation.
struct VerdictNote {
    std::int64_t seq = 0;
    /// "accepted", "merged", "conflict" or "rejected".
    std::string verdict;
    std::string reason;
    std::optional<OperationId> by;
};

/// An operation of which a hub said something else than "accepted".
struct RuledOperation {
    Operation operation;
    VerdictNote note;
};

} // namespace medicobus::journal
