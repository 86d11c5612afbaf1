// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/json_reader.h"
#include "base/uuid.h"
#include "clinic/coded.h"
#include "plan/programme.h"

#include <array>
#include <optional>
#include <string>

namespace medicobus::clinic {

using AppointmentId = Id<struct AppointmentTag>;

/// One place in the list of a passage: its slot, or none for a person without appointment.
struct Place {
    plan::OccurrenceId occurrence;
    std::optional<int> slot;
    int seat = 0; ///< From 0; above 0 only where the session offers several persons one slot.

    friend auto operator<=>(const Place&, const Place&) = default;
};

/// On what a booking rests: a store that belongs to no hub, a share leased to this device, or nothing yet.
enum class Basis { Own, Lease, Request };
/// Of a place: whether it is the person's. None: no slot is held or asked for.
enum class Claim { None, Own, Confirmed, Requested, ToReplace };
/// Why a hub refused a place.
enum class RefusalReason { Taken, Leased, NoSuchPlace, PassageCancelled, PassagePast, Revoked };

inline constexpr std::array<Code<Basis>, 3> bases{
    {{Basis::Own, "own"}, {Basis::Lease, "lease"}, {Basis::Request, "request"}}};
inline constexpr std::array<Code<Claim>, 5> claims{{{Claim::None, "none"},
                                                    {Claim::Own, "own"},
                                                    {Claim::Confirmed, "confirmed"},
                                                    {Claim::Requested, "requested"},
                                                    {Claim::ToReplace, "to_replace"}}};
inline constexpr std::array<Code<RefusalReason>, 6> refusalReasons{
    {{RefusalReason::Taken, "taken"},
     {RefusalReason::Leased, "leased"},
     {RefusalReason::NoSuchPlace, "no_such_place"},
     {RefusalReason::PassageCancelled, "passage_cancelled"},
     {RefusalReason::PassagePast, "passage_past"},
     {RefusalReason::Revoked, "revoked"}}};
constexpr const auto& codesOf(Basis) {
    return bases;
}
constexpr const auto& codesOf(Claim) {
    return claims;
}
constexpr const auto& codesOf(RefusalReason) {
    return refusalReasons;
}

/// The open body of what asks for a place: `appointment.booked`, `.moved`, `.deposited`, `.reinstated`, and
/// without slot `.walked_in`.
struct PlaceClaim {
    Place place;
    LocalTime promised{}; ///< The hour told to the person when the place was given.
    Basis basis = Basis::Own;
    std::string lease{}; ///< Its id, when `basis` is Lease.

    friend bool operator==(const PlaceClaim&, const PlaceClaim&) = default;
};

/// `occurrence`, `slot`, `seat`, `promised`, `basis`, `lease`.
Json toJson(const PlaceClaim& claim);
/// Nothing when the body names no passage or hour. A basis that is not said is `own`; one that is not known
/// is a request, since a request promises nothing.
std::optional<PlaceClaim> placeClaimFrom(const Json& body);

/// `occurrence`, `slot`, `seat`.
Json toJson(const Place& place);
std::optional<Place> placeFrom(const Json& body);

} // namespace medicobus::clinic
