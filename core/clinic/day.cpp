// SPDX-License-Identifier: EUPL-1.2
#include "clinic/day.h"

#include "clinic/desk.h"
#include "clinic/desk_state.h"

#include <algorithm>
#include <set>

namespace medicobus::clinic {

namespace {

using std::chrono::minutes;

/// Appointments by the slot that they hold.
std::map<int, const Appointment*> holders(const std::vector<Appointment>& there) {
    std::map<int, const Appointment*> bySlot;
    for (const Appointment& each : there) {
        if (each.place.slot && holdsSlot(each.state)) {
            bySlot.emplace(*each.place.slot, &each);
        }
    }
    return bySlot;
}

void countOne(DayCounts& counts, const Appointment& each) {
    if (each.state == AppointmentState::Cancelled) {
        // What was never meant is no cancellation.
        counts.cancelled += each.cause == Coded(CancelCause::Mistake) ? 0 : 1;
        return;
    }
    ++(each.isWalkIn() ? counts.walkIns : counts.booked);
    switch (each.state) {
    case AppointmentState::Booked:
        ++counts.expected;
        break;
    case AppointmentState::Arrived:
    case AppointmentState::InConsultation:
        ++counts.here;
        break;
    case AppointmentState::Seen:
        ++counts.seen;
        break;
    case AppointmentState::Absent:
        ++counts.absent;
        break;
    case AppointmentState::Cancelled:
        break;
    }
}

DayCounts tally(const std::vector<plan::Slot>& slots, const std::vector<Appointment>& there) {
    DayCounts counts;
    counts.slots = static_cast<int>(slots.size());
    for (const Appointment& each : there) {
        countOne(counts, each);
    }
    const auto bySlot = holders(there);
    counts.free = static_cast<int>(std::count_if(
        slots.begin(), slots.end(), [&](const plan::Slot& slot) { return !bySlot.contains(slot.index); }));
    return counts;
}

/// How late one line is: waiting, how long after its hour; begun, how long after its hour it began.
minutes lateness(const DayEntry& entry, LocalTime now, const std::optional<LocalTime>& begun) {
    if (!entry.slot || !entry.appointment) {
        return minutes(0);
    }
    const AppointmentState state = entry.appointment->state;
    if (begun && (state == AppointmentState::InConsultation || state == AppointmentState::Seen)) {
        return std::max(minutes(0), *begun - entry.slot->start);
    }
    const bool isWaiting = state == AppointmentState::Booked || state == AppointmentState::Arrived;
    // Lateness is of the day itself; an appointment left as booked last week is not a week late.
    if (!isWaiting || dateOf(now) != dateOf(entry.slot->start)) {
        return minutes(0);
    }
    return std::max(minutes(0), now - entry.slot->start);
}

/// What those who wait can expect: the overrun of whoever is in consultation, else how long the first who is
/// here has been waiting.
minutes running(const DayList& list, LocalTime now) {
    if (dateOf(now) != dateOf(list.occurrence.start)) {
        return minutes(0);
    }
    for (const DayEntry& each : list.entries) {
        if (each.slot && each.appointment && each.appointment->state == AppointmentState::InConsultation) {
            return std::max(each.late, now - each.slot->end);
        }
    }
    for (const DayEntry& each : list.entries) {
        if (each.slot && each.appointment && each.appointment->state == AppointmentState::Arrived) {
            return each.late;
        }
    }
    return minutes(0);
}

} // namespace

DayCounts& DayCounts::operator+=(const DayCounts& other) {
    slots += other.slots;
    free += other.free;
    booked += other.booked;
    expected += other.expected;
    here += other.here;
    seen += other.seen;
    absent += other.absent;
    cancelled += other.cancelled;
    walkIns += other.walkIns;
    return *this;
}

std::optional<plan::Slot> slotOf(const plan::Programme& programme, const plan::Occurrence& occurrence,
                                 const Appointment& appointment) {
    if (!appointment.place.slot) {
        return std::nullopt;
    }
    for (const plan::Slot& each : plan::slotsOf(occurrence, programme.slot)) {
        if (each.index == *appointment.place.slot) {
            return each;
        }
    }
    return std::nullopt;
}

Result<DayEntry> Desk::State::entryOf(const plan::Occurrence& occurrence, const Appointment& held) const {
    Result<Patient> who = patient(held.patient);
    if (!who) {
        return Fault(std::move(who.error()));
    }
    const auto typed = journal->local(draftKey(held.id));
    if (!typed) {
        return Fault(typed.error());
    }
    DayEntry entry;
    entry.slot = slotOf(*programme, occurrence, held);
    entry.time = entry.slot ? entry.slot->start : held.promised;
    entry.next = naturalNext(held.state);
    entry.hasDraft = typed->has_value();
    if (who->details.birthDate) {
        entry.age = ageOn(*who->details.birthDate, dateOf(occurrence.start));
    }
    entry.appointment = held;
    entry.patient = std::move(*who);
    const auto begun = held.begunAt ? std::optional(localOf(*held.begunAt)) : std::nullopt;
    entry.late = lateness(entry, now(), begun);
    return entry;
}

Result<DayList> Desk::dayList(const plan::OccurrenceId& id) const {
    Result<plan::Occurrence> occurrence = m_state->passage(id);
    if (!occurrence) {
        return Fault(std::move(occurrence.error()));
    }
    const auto there = m_state->ask([&](const auto& db) { return rows::appointmentsAt(db, id); });
    if (!there) {
        return Fault(there.error());
    }
    DayList list;
    list.occurrence = std::move(*occurrence);
    const std::vector<plan::Slot> slots = plan::slotsOf(list.occurrence, m_state->programme->slot);
    list.counts = tally(slots, *there);
    const auto bySlot = holders(*there);
    for (const plan::Slot& slot : slots) {
        if (!bySlot.contains(slot.index)) {
            DayEntry free;
            free.slot = slot;
            free.time = slot.start;
            list.entries.push_back(std::move(free));
        }
    }
    for (const Appointment& each : *there) {
        if (!holdsSlot(each.state)) {
            continue;
        }
        Result<DayEntry> entry = m_state->entryOf(list.occurrence, each);
        if (!entry) {
            return Fault(std::move(entry.error()));
        }
        list.entries.push_back(std::move(*entry));
    }
    std::stable_sort(list.entries.begin(), list.entries.end(),
                     [](const DayEntry& left, const DayEntry& right) { return left.time < right.time; });
    list.late = running(list, m_state->now());
    return list;
}

Result<DayCounts> Desk::counts(const plan::OccurrenceId& id) const {
    const Result<plan::Occurrence> occurrence = m_state->passage(id);
    if (!occurrence) {
        return Fault(occurrence.error());
    }
    return m_state->ask([&](const auto& db) { return rows::appointmentsAt(db, id); })
        .map([&](const std::vector<Appointment>& there) {
            return tally(plan::slotsOf(*occurrence, m_state->programme->slot), there);
        });
}

Result<DayCounts> Desk::countsOn(const plan::BusKey& bus, Date date) const {
    DayCounts day;
    for (const plan::Occurrence& each : passagesOn(bus, date)) {
        const Result<DayCounts> some = counts(each.id);
        if (!some) {
            return some;
        }
        day += *some;
    }
    return day;
}

Result<std::vector<plan::Slot>> Desk::State::freeSlots(const plan::Occurrence& occurrence) const {
    return ask([&](const auto& db) { return rows::appointmentsAt(db, occurrence.id); })
        .map([&](const std::vector<Appointment>& there) {
            std::vector<plan::Slot> slots = plan::slotsOf(occurrence, programme->slot);
            const auto bySlot = holders(there);
            std::erase_if(slots, [&](const plan::Slot& slot) { return bySlot.contains(slot.index); });
            return slots;
        });
}

Result<std::vector<plan::Slot>> Desk::freeSlots(const plan::OccurrenceId& id) const {
    const Result<plan::Occurrence> occurrence = m_state->passage(id);
    if (!occurrence) {
        return Fault(occurrence.error());
    }
    return m_state->freeSlots(*occurrence);
}

Result<std::vector<FreeSlot>> Desk::State::nearestFree(const plan::Occurrence& occurrence, LocalTime to,
                                                       std::size_t count) const {
    std::vector<plan::Occurrence> passages =
        plan::nextPassages(*programme, occurrence.site, dateOf(std::max(now(), occurrence.start)), count + 1);
    std::erase_if(passages, [&](const plan::Occurrence& each) { return each.id == occurrence.id; });
    passages.insert(passages.begin(), occurrence);
    std::vector<FreeSlot> near;
    for (const plan::Occurrence& each : passages) {
        const bool isHeld = each.status == plan::Occurrence::Status::Planned
                            || each.status == plan::Occurrence::Status::Moved;
        if (!isHeld || near.size() >= count) {
            continue;
        }
        Result<std::vector<plan::Slot>> free = freeSlots(each);
        if (!free) {
            return Fault(std::move(free.error()));
        }
        std::erase_if(*free, [&](const plan::Slot& slot) { return slot.start < now(); });
        // In another passage the nearest is the same hour of the day.
        const LocalTime wanted = LocalTime(dateOf(each.start)) + timeOf(to);
        std::stable_sort(free->begin(), free->end(), [&](const plan::Slot& left, const plan::Slot& right) {
            return date::abs(left.start - wanted) < date::abs(right.start - wanted);
        });
        for (const plan::Slot& slot : *free) {
            if (near.size() < count) {
                near.push_back({each, slot});
            }
        }
    }
    return near;
}

Result<std::vector<FreeSlot>> Desk::nearestFree(const plan::OccurrenceId& id, int slot,
                                                std::size_t count) const {
    const Result<plan::Occurrence> occurrence = m_state->passage(id);
    if (!occurrence) {
        return Fault(occurrence.error());
    }
    return m_state->nearestFree(*occurrence, occurrence->start + slot * m_state->programme->slot, count);
}

} // namespace medicobus::clinic
