// SPDX-License-Identifier: EUPL-1.2
#include "clinic/day.h"

#include "clinic/desk.h"
#include "clinic/desk_state.h"
#include "clinic/half_day/delays.h"
#include "clinic/half_day/rows.h"

#include <algorithm>
#include <set>

namespace medicobus::clinic {

namespace {

using std::chrono::minutes;

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

/// What a passage holds, to be counted and listed.
struct Held {
    std::vector<Appointment> there;
    std::set<LeasedPlace> taken;
};

DayCounts tally(const plan::Occurrence& occurrence, const std::vector<plan::Slot>& slots, const Held& held) {
    DayCounts counts;
    const int seats = std::max(1, occurrence.seats);
    counts.slots = static_cast<int>(slots.size()) * seats;
    for (const Appointment& each : held.there) {
        countOne(counts, each);
    }
    counts.free = freePlaces(slots, seats, held.taken);
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
    if (!appointment.place.slot || appointment.claim == Claim::ToReplace) {
        return std::nullopt;
    }
    for (const plan::Slot& each : plan::slotsOf(occurrence, programme.slot)) {
        if (each.index == *appointment.place.slot) {
            return each;
        }
    }
    return std::nullopt;
}

Result<DayEntry> Desk::State::entryOf(const plan::Occurrence& occurrence, Appointment held) const {
    Result<Patient> who = whoIs(held);
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
    const auto isApart = isSetApart(held);
    if (!isApart) {
        return Fault(isApart.error());
    }
    entry.isSetApart = *isApart;
    const auto begun = held.begunAt ? std::optional(localOf(*held.begunAt)) : std::nullopt;
    entry.appointment = std::move(held);
    entry.patient = std::move(*who);
    entry.late = lateness(entry, now(), begun);
    return entry;
}

Result<DayList> Desk::dayList(const plan::OccurrenceId& id) const {
    if (const auto open = m_state->unlocked(); !open) {
        return Fault(open.error());
    }
    Result<plan::Occurrence> occurrence = m_state->passage(id);
    if (!occurrence) {
        return Fault(std::move(occurrence.error()));
    }
    const auto held = m_state->ask([&](const auto& db) {
        return Held{rows::appointmentsAt(db, id), rows::taken(db, id)};
    });
    const auto persons = m_state->ask([&](const auto& db) { return rows::personsAt(db, id); });
    const auto known =
        m_state->ask([&](const auto& db) { return rows::seenBefore(db, id, occurrence->start); });
    if (!held || !persons || !known) {
        return Fault(!held ? held.error() : !persons ? persons.error() : known.error());
    }
    DayList list;
    list.occurrence = std::move(*occurrence);
    const std::vector<plan::Slot> slots = plan::slotsOf(list.occurrence, m_state->programme->slot);
    list.counts = tally(list.occurrence, slots, *held);
    for (const plan::Slot& slot : slots) {
        if (freePlaces({slot}, std::max(1, list.occurrence.seats), held->taken) > 0) {
            DayEntry free;
            free.slot = slot;
            free.time = slot.start;
            list.entries.push_back(std::move(free));
        }
    }
    for (Appointment each : held->there) {
        if (!holdsSlot(each.state)) {
            continue;
        }
        const auto body = persons->find(each.id);
        const auto filled =
            m_state->fillPerson(each, body == persons->end() ? std::nullopt : std::optional(body->second));
        Result<DayEntry> entry =
            filled ? m_state->entryOf(list.occurrence, std::move(each)) : Fault(filled.error());
        if (!entry) {
            return Fault(std::move(entry.error()));
        }
        const bool isSealed = body != persons->end() && body->second.key;
        entry->isFirstVisit = isSealed && !known->contains(*body->second.key);
        list.entries.push_back(std::move(*entry));
    }
    std::stable_sort(list.entries.begin(), list.entries.end(),
                     [](const DayEntry& left, const DayEntry& right) { return left.time < right.time; });
    list.late = running(list, m_state->now());
    const minutes slot = list.occurrence.slot.count() > 0 ? list.occurrence.slot : m_state->programme->slot;
    carryDelays(list.entries, m_state->now(), slot,
                [this](Instant instant) { return m_state->localOf(instant); });
    return list;
}

Result<DayCounts> Desk::counts(const plan::OccurrenceId& id) const {
    const Result<plan::Occurrence> occurrence = m_state->passage(id);
    if (!occurrence) {
        return Fault(occurrence.error());
    }
    return m_state
        ->ask([&](const auto& db) {
            return Held{rows::appointmentsAt(db, id), rows::taken(db, id)};
        })
        .map([&](const Held& held) {
            return tally(*occurrence, plan::slotsOf(*occurrence, m_state->programme->slot), held);
        });
}

Result<std::vector<Appointment>> Desk::openAppointments(const plan::OccurrenceId& id) const {
    return m_state->ask([&](const auto& db) { return rows::appointmentsAt(db, id); });
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

} // namespace medicobus::clinic
