// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/hybrid_clock.h"
#include "clinic/patient.h"
#include "clinic/states.h"
#include "clinic/visit.h"
#include "journal/operation.h"
#include "plan/programme.h"

#include <array>
#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace medicobus::clinic {

using AppointmentId = Id<struct AppointmentTag>;

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

/// One place in the list of a passage: its slot, or none for a person without appointment.
struct Place {
    plan::OccurrenceId occurrence;
    std::optional<int> slot;

    friend bool operator==(const Place&, const Place&) = default;
};

/// A person expected at a passage, or come without appointment.
struct Appointment {
    AppointmentId id;
    PatientId patient;
    Place place;
    LocalTime promised{}; ///< The hour told to the person when the place was given.
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
};

/// One thing said of an appointment, as the journal holds it. The appointment is what its facts make of it
/// when read in the order of their times, whatever the order in which they came.
struct Fact {
    journal::OperationId operation;
    HybridTime time;
    journal::DeviceId device;
    /// booked, walked_in, arrived, begun, seen, absent, cancelled, moved, reinstated, reverted,
    /// visit_recorded; any other changes nothing.
    std::string kind;
    Json body = Json::object(); ///< Open body: `occurrence`, `slot`, `promised`, `cause`.
    std::optional<journal::OperationId> reverts;

    Instant at() const { return Instant(std::chrono::milliseconds(time.millis)); }
};

/// The kind of fact that says this event.
std::string factKind(AppointmentEvent event);

/// The order in which facts count.
bool earlier(const Fact& left, const Fact& right);

/// What stands once reverted facts are left out.
struct Standing {
    AppointmentState state = AppointmentState::Cancelled;
    std::optional<Place> place;
    LocalTime promised{};
    Coded<CancelCause> cause;
    std::optional<Instant> arrivedAt;
    std::optional<Instant> begunAt;
    std::optional<Instant> seenAt;
    bool hasVisit = false;
    std::optional<journal::OperationId> last; ///< The fact that an undo would take back.
    std::string lastKind;
};

/// Reads the facts of one appointment; a fact that the table of states refuses where it stands changes
/// nothing.
Standing standingOf(std::vector<Fact> facts);

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
