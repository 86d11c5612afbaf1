// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "sync/hub/rules/claims.h"

#include <map>

namespace medicobus::sync {

/// What the operations of one appointment say together.
struct Claims::Case {
    std::string appointment;
    std::vector<clinic::Fact> facts;
    std::map<OperationId, journal::Operation> operations;
    std::map<OperationId, clinic::Decision> words;
    HybridTime latest;

    Case(std::string id, std::vector<StoredOperation> stored);
    std::optional<clinic::Word> wordOn(const OperationId& claim) const {
        const auto said = words.find(claim);
        return said == words.end() ? std::nullopt : std::optional(said->second.word);
    }
};

Seat seatOf(const clinic::Place& place);
/// Nil for a text that is none.
OperationId idOf(const std::string& text);
/// Whether the person was told so without the hub: by a share, or by a store that was its own authority.
bool isToldBy(const journal::Operation& claim);

} // namespace medicobus::sync
