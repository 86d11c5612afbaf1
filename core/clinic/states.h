// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"

#include <array>
#include <optional>
#include <string_view>

namespace medicobus::clinic {

/// Where a person stands between being expected and having been seen.
enum class AppointmentState { Booked, Arrived, InConsultation, Seen, Absent, Cancelled };

/// What the crew says of an appointment. Reinstate takes back an absence or a cancellation.
enum class AppointmentEvent { Arrive, Begin, See, MarkAbsent, Cancel, Move, Reinstate };

inline constexpr std::array allStates{AppointmentState::Booked,         AppointmentState::Arrived,
                                      AppointmentState::InConsultation, AppointmentState::Seen,
                                      AppointmentState::Absent,         AppointmentState::Cancelled};
inline constexpr std::array allEvents{AppointmentEvent::Arrive,   AppointmentEvent::Begin,
                                      AppointmentEvent::See,      AppointmentEvent::MarkAbsent,
                                      AppointmentEvent::Cancel,   AppointmentEvent::Move,
                                      AppointmentEvent::Reinstate};

/// The stable texts of the journal: "booked", "arrived", "in_consultation", "seen", "absent", "cancelled".
std::string_view codeOf(AppointmentState state);
/// "arrive", "begin", "see", "mark_absent", "cancel", "move", "reinstate".
std::string_view codeOf(AppointmentEvent event);
std::optional<AppointmentState> parseState(std::string_view code);
std::optional<AppointmentEvent> parseEvent(std::string_view code);

/// The state that follows, or the refusal: a code of this floor with details `value` (the state) and
/// `event`.
[[nodiscard]] Result<AppointmentState> next(AppointmentState state, AppointmentEvent event);
bool allows(AppointmentState state, AppointmentEvent event);

/// The event that one tap brings: arrive, then begin, then see; nothing once the matter is closed.
std::optional<AppointmentEvent> naturalNext(AppointmentState state);

/// True while the appointment holds its slot: everything but cancelled. Absence keeps the slot, so that a
/// late person finds it and the list of the day keeps its line.
bool holdsSlot(AppointmentState state);

namespace codes {
inline constexpr ErrorCode alreadySo{"clinic.already_so"};
inline constexpr ErrorCode alreadyArrived{"clinic.already_arrived"};
inline constexpr ErrorCode consultationBegun{"clinic.consultation_begun"};
inline constexpr ErrorCode alreadySeen{"clinic.already_seen"};
inline constexpr ErrorCode markedAbsent{"clinic.marked_absent"};
inline constexpr ErrorCode appointmentCancelled{"clinic.appointment_cancelled"};
inline constexpr ErrorCode nothingToReinstate{"clinic.nothing_to_reinstate"};
} // namespace codes

} // namespace medicobus::clinic
