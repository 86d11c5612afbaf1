// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/calls/reminder.h"
#include "clinic/calls/tries.h"
#include "clinic/store/rows.h"

#include <map>

// The table of calls as values; what was taken back is left out. They throw SQLite's exceptions.

namespace medicobus::clinic::rows {

/// Of each request that anybody was called about in vain.
std::map<RequestId, Tries> tries(const SQLite::Database& db);

struct SaidReminder {
    Coded<ReminderAnswer> answer;
    Instant at;
};
/// What was said last of the call about an appointment, as long as it stands where that call told.
std::optional<SaidReminder> reminderOf(const SQLite::Database& db, const Appointment& appointment);

} // namespace medicobus::clinic::rows
