// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/claim/place.h"
#include "journal/operation.h"

#include <optional>
#include <string>
#include <vector>

namespace medicobus::clinic {

/// A free place that a hub offers instead, with the hour at which it begins.
struct Alternative {
    Place place;
    LocalTime start{};

    friend bool operator==(const Alternative&, const Alternative&) = default;
};

/// A claim that was turned down.
struct Refusal {
    journal::OperationId operation; ///< The claim.
    Place place;
    Coded<RefusalReason> reason;
    std::vector<Alternative> alternatives; ///< Nearest first.

    friend bool operator==(const Refusal&, const Refusal&) = default;
};

/// What a hub says of a claim. Ended: the place was given back, and is taken again only when the hub confirms
/// this claim anew, or another one.
enum class Word { Confirmed, Refused, Ended };

/// The open body of `claim.confirmed`, `claim.refused` and `claim.ended`, whose subject is the appointment.
struct Decision {
    AppointmentId appointment;
    journal::OperationId operation; ///< The claim decided on.
    Place place;
    Word word = Word::Confirmed;
    std::optional<Refusal> refusal;          ///< When refused.
    std::optional<journal::DeviceId> device; ///< Who claimed, and so may read the decision whatever its role.
    std::string lease;                       ///< Of which share a confirmed claim used the place; or empty.
};

inline constexpr const char* confirmedKind = "claim.confirmed";
inline constexpr const char* refusedKind = "claim.refused";
inline constexpr const char* endedKind = "claim.ended";

std::string kindOf(Word word);

/// `appointment`, `operation`, `occurrence`, `slot`, `seat`, `device`, `lease`; for a refusal also `reason`
/// and `alternatives` (objects with `occurrence`, `slot`, `seat`, `start`).
Json toJson(const Decision& decision);
/// Nothing when the body does not name an appointment, a claim and a place.
std::optional<Decision> decisionFrom(const std::string& kind, const Json& body);

Json toJson(const Refusal& refusal);
/// Reads what `toJson` wrote of a refusal; nothing for anything else.
std::optional<Refusal> refusalFrom(const Json& body);

} // namespace medicobus::clinic
