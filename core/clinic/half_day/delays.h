// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/day.h"

#include <chrono>
#include <functional>
#include <vector>

namespace medicobus::clinic {

/// Fills `DayEntry::delay` of a list that is ordered by time: one consultation after the other, each as long
/// as its slot (`slot` for a walk-in), begun no earlier than its hour and than now. An empty place or an
/// absence takes in delay; so does who is not here yet though their hour has passed, until they come.
void carryDelays(std::vector<DayEntry>& entries, LocalTime now, std::chrono::minutes slot,
                 const std::function<LocalTime(Instant)>& local);

} // namespace medicobus::clinic
