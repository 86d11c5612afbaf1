// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/appointment.h"
#include "clinic/patient.h"

#include <array>
#include <optional>
#include <vector>

namespace medicobus::clinic {

/// What came of calling somebody about their appointment.
enum class ReminderAnswer { Reached, NoAnswer };
inline constexpr std::array<Code<ReminderAnswer>, 2> reminderAnswers{
    {{ReminderAnswer::Reached, "reached"}, {ReminderAnswer::NoAnswer, "no_answer"}}};
constexpr const auto& codesOf(ReminderAnswer) {
    return reminderAnswers;
}

/// Somebody to call before their appointment.
struct Reminder {
    Appointment appointment;
    Patient patient;
    plan::Occurrence occurrence;
    LocalTime at{};                      ///< When they are expected.
    Coded<ReminderAnswer> answer;        ///< Not set while nobody has called.
    std::optional<Instant> answeredAt{}; ///< When that was said.
};

/// Those expected on the next day on which anybody is.
struct ReminderList {
    std::optional<Date> day;         ///< None when nobody is expected.
    std::vector<Reminder> reminders; ///< By place, then by hour.
};

/// Kinds of operations, subject `{"reminder", appointment}`: the call made last stands.
inline constexpr const char* reminderSaidKind = "reminder.said"; ///< Open: answer, promised.
/// Open: operation.
inline constexpr const char* reminderRevertedKind = "reminder.reverted";

} // namespace medicobus::clinic
