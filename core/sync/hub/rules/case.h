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
    std::optional<DeviceId> depositor; ///< As `depositorOf` says.

    Case(std::string id, std::vector<StoredOperation> stored);
    std::optional<clinic::Word> wordOn(const OperationId& claim) const {
        const auto said = words.find(claim);
        return said == words.end() ? std::nullopt : std::optional(said->second.word);
    }
};

/// The town hall's device that deposited an appointment, if one did: it follows where the person stands.
std::optional<DeviceId> depositorOf(HubTransaction& transaction, const journal::Subject& appointment);
/// Whether an operation tells of an appointment's place alone: of no person, and not of whether they came.
bool isOfPlace(const journal::Operation& operation);

Seat seatOf(const clinic::Place& place);
/// Nil for a text that is none.
OperationId idOf(const std::string& text);
/// Whether the person was told so without the hub: by a share, or by a store that was its own authority.
bool isToldBy(const journal::Operation& claim);
/// Whether this was said by somebody who knew of the claim and meant to be over with it.
bool isEndedBy(const journal::Operation& later, const OperationId& claim);

} // namespace medicobus::sync
