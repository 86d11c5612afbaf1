// SPDX-License-Identifier: EUPL-1.2
#include "clinic/half_day/delays.h"

#include <algorithm>
#include <optional>

namespace medicobus::clinic {

using std::chrono::minutes;

void carryDelays(std::vector<DayEntry>& entries, LocalTime now, minutes slot,
                 const std::function<LocalTime(Instant)>& local) {
    std::optional<LocalTime> busyUntil;
    const auto occupy = [&](LocalTime until) { busyUntil = std::max(busyUntil.value_or(until), until); };
    for (const DayEntry& each : entries) {
        if (each.appointment && each.appointment->state == AppointmentState::InConsultation) {
            const LocalTime begun = each.appointment->begunAt ? local(*each.appointment->begunAt) : each.time;
            occupy(std::max(begun + slot, now));
        }
    }
    for (DayEntry& each : entries) {
        const bool isWaiting = each.appointment && each.slot
                               && (each.appointment->state == AppointmentState::Booked
                                   || each.appointment->state == AppointmentState::Arrived);
        if (!isWaiting || dateOf(each.slot->start) != dateOf(now)) {
            continue;
        }
        const bool isHere = each.appointment->state == AppointmentState::Arrived;
        if (!isHere && each.slot->start < now) {
            continue;
        }
        const LocalTime begins =
            std::max(busyUntil.value_or(each.slot->start), std::max(each.slot->start, now));
        each.delay = begins - each.slot->start;
        occupy(begins + (each.slot->end - each.slot->start));
    }
}

} // namespace medicobus::clinic
