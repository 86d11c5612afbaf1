// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/hybrid_clock.h"
#include "clinic/claim/decision.h"
#include "clinic/claim/place.h"
#include "clinic/patient.h"
#include "clinic/states.h"
#include "clinic/visit.h"
#include "journal/operation.h"
#include "plan/programme.h"

#include <array>
#include <compare>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace medicobus::clinic {

/// Why an appointment was given up.
enum class CancelCause { PatientAsked, PassageCancelled, LeftUnseen, Mistake, Other };
inline constexpr std::array<Code<CancelCause>, 5> cancelCauses{
    {{CancelCause::PatientAsked, "patient_asked"},
     {CancelCause::PassageCancelled, "passage_cancelled"},
     {CancelCause::LeftUnseen, "left_unseen"},
     {CancelCause::Mistake, "mistake"},
     {CancelCause::Other, "other"}}};
constexpr const auto& codesOf(CancelCause) {
    return cancelCauses;
}

/// A person expected at a passage, or come without appointment.
struct Appointment {
    AppointmentId id;
    PatientId patient;    ///< Who comes: the one who stays, where several entries are one person.
    PatientId enteredFor; ///< The entry under whose key it is sealed.
    Place place;          ///< Held or asked for; with `claim` ToReplace, the one that was refused.
    LocalTime promised{}; ///< The hour told to the person when the place was given.
    Claim claim = Claim::None;
    std::optional<PlaceClaim> wanted; ///< Another place, for which a move waits for the hub.
    std::optional<Refusal> refusal;   ///< When the last claim was refused: the booking, or a move.
    Reason reason;
    Flags flags;
    AppointmentState state = AppointmentState::Booked;
    Coded<CancelCause> cause;             ///< When cancelled.
    std::optional<AppointmentId> follows; ///< The appointment whose follow-up this is.
    std::optional<Instant> arrivedAt;
    std::optional<Instant> begunAt;
    std::optional<Instant> seenAt;
    bool hasVisit = false;

    bool isWalkIn() const { return !place.slot; }
    /// Whether the place is taken by this appointment, if only until the hub decides.
    bool holdsPlace() const { return place.slot && clinic::holdsSlot(state) && claim != Claim::ToReplace; }
};

/// One thing said of an appointment, as the journal holds it. The appointment is what its facts make of it
/// when read in the order of their times, whatever the order in which they came.
struct Fact {
    journal::OperationId operation;
    HybridTime time;
    journal::DeviceId device;
    /// booked, deposited, walked_in, arrived, begun, seen, absent, cancelled, moved, reinstated, reverted,
    /// visit_recorded, claim_confirmed, claim_refused, claim_ended; any other changes nothing.
    std::string kind;
    Json body = Json::object(); ///< Open body.
    std::optional<journal::OperationId> reverts;

    Instant at() const { return Instant(std::chrono::milliseconds(time.millis)); }
};

/// The kind of fact that says this event.
std::string factKind(AppointmentEvent event);
std::optional<AppointmentEvent> eventOf(std::string_view factKind);

/// The order in which facts count.
bool earlier(const Fact& left, const Fact& right);

/// A move that the hub has not decided on.
struct PendingMove {
    journal::OperationId operation;
    PlaceClaim claim;
};

/// What stands of an appointment when all its facts are read.
struct Standing {
    AppointmentState state = AppointmentState::Cancelled;
    std::optional<Place> place;
    LocalTime promised{};
    Claim claim = Claim::None;
    journal::OperationId claimedBy; ///< The operation that asked for `place`.
    std::vector<PendingMove> pending;
    std::optional<Refusal> refusal; ///< Of the last claim, when it was refused.
    std::optional<Place> former;    ///< Where the person was before the last move.
    Coded<CancelCause> cause;
    std::optional<Instant> arrivedAt;
    std::optional<Instant> begunAt;
    std::optional<Instant> seenAt;
    bool hasVisit = false;
    std::optional<journal::OperationId> last; ///< The fact that an undo would take back.
    std::string lastKind;
};

/// Reads the facts of one appointment, in any order: the same set makes the same standing. A fact that the
/// table of states refuses where it stands changes nothing. The hub's word on a claim counts as `wordsIn`
/// says; a claim that it ended is a request again, should the person stand there by it all the same. A move
/// on request takes effect when it is confirmed; until then, and when it is refused, the person stays where
/// they were. A place that was told (confirmed, or claimed by its teller's own right) is given back only by a
/// cancellation or a claim of somebody who knew of it (`ends` in its body): nothing else that was said takes
/// it back. `reverted` takes back arrivals, consultations, absences and reinstatements, never what would take
/// a place again: a place is only ever taken by a claim.
Standing standingOf(std::vector<Fact> facts);

/// The hub's standing word on each claim, from the same facts in any order. What it told stays, as it was
/// told first, until the hub itself ends the claim; then its next word counts. A refusal is never taken back.
std::map<journal::OperationId, Decision> wordsIn(std::vector<Fact> facts);

/// A place that an appointment takes, and the operation that asked for it.
struct Hold {
    Place place;
    Claim claim = Claim::None; ///< Own, Confirmed or Requested.
    journal::OperationId operation;
};

/// The place where the person stands, then those of moves that wait.
std::vector<Hold> holdsOf(const Standing& standing);

namespace codes {
inline constexpr ErrorCode noProgramme{"clinic.no_programme"};
inline constexpr ErrorCode passageUnknown{"clinic.passage_unknown"};
inline constexpr ErrorCode passagePast{"clinic.passage_past"};
inline constexpr ErrorCode passageCancelled{"clinic.passage_cancelled"};
/// A public holiday falls on it and nobody has decided that it is held (`Desk::keepOccurrence`).
inline constexpr ErrorCode passageUnconfirmed{"clinic.passage_unconfirmed"};
/// Details: value, the passage that the same bus holds then.
inline constexpr ErrorCode busBusy{"clinic.bus_busy"};
/// Details: value, the date.
inline constexpr ErrorCode siteClosed{"clinic.site_closed"};
inline constexpr ErrorCode siteUnknown{"clinic.site_unknown"};
inline constexpr ErrorCode badTimes{"clinic.bad_times"};
inline constexpr ErrorCode patientUnknown{"clinic.patient_unknown"};
/// The field has no such values to choose between.
inline constexpr ErrorCode noConflict{"clinic.no_conflict"};
/// Sealed under a key that has not come to this device. Details: value.
inline constexpr ErrorCode keyMissing{"clinic.key_missing"};
/// An opened body is not what its kind says.
inline constexpr ErrorCode badBody{"clinic.bad_body"};
inline constexpr ErrorCode appointmentUnknown{"clinic.appointment_unknown"};
inline constexpr ErrorCode slotUnknown{"clinic.slot_unknown"};
/// Details: value (the slot's start), alternatives (up to three free starts, by nearness, spaced).
inline constexpr ErrorCode slotTaken{"clinic.slot_taken"};
inline constexpr ErrorCode noRoom{"clinic.no_room"};
/// Details: key (the follow-up's appointment), value (its hour).
inline constexpr ErrorCode followUpBooked{"clinic.follow_up_booked"};
inline constexpr ErrorCode tooEarly{"clinic.too_early"};
inline constexpr ErrorCode needsMore{"clinic.needs_more"};
inline constexpr ErrorCode nothingToUndo{"clinic.nothing_to_undo"};
inline constexpr ErrorCode visitRecorded{"clinic.visit_recorded"};
inline constexpr ErrorCode noVisit{"clinic.no_visit"};
inline constexpr ErrorCode noTour{"clinic.no_tour"};
inline constexpr ErrorCode tourOrder{"clinic.tour_order"};
} // namespace codes

} // namespace medicobus::clinic
