// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/desk_state.h"

#include <algorithm>

namespace medicobus::clinic {

namespace {

using Status = plan::Occurrence::Status;

Json placeBody(const plan::OccurrenceId& occurrence, std::optional<int> slot, LocalTime promised) {
    Json body{{"occurrence", occurrence.text()}, {"promised", formatLocal(promised)}};
    if (slot) {
        body["slot"] = *slot;
    }
    return body;
}

Json personBody(const PatientId& patient, const Reason& reason, const Flags& flags,
                const std::optional<AppointmentId>& follows) {
    Json body{{"patient", patient.text()}, {"reason", reason.code()}, {"flags", toJson(flags)}};
    if (follows) {
        body["follows"] = follows->text();
    }
    return body;
}

Result<void> heldOn(const plan::Occurrence& occurrence) {
    if (occurrence.status == Status::Cancelled) {
        return fault(codes::passageCancelled,
                     {{"value", occurrence.id.text()}, {"reason", occurrence.reason}});
    }
    return {};
}

const Appointment* holderOf(const std::vector<Appointment>& there, int slot) {
    const auto holder = std::find_if(there.begin(), there.end(), [slot](const Appointment& each) {
        return each.place.slot == slot && holdsSlot(each.state);
    });
    return holder == there.end() ? nullptr : &*holder;
}

} // namespace

Result<Appointment> Desk::State::appointment(const AppointmentId& id) const {
    auto found = ask([&](const auto& db) { return rows::appointment(db, id); });
    if (!found) {
        return Fault(std::move(found.error()));
    }
    if (!*found) {
        return fault(codes::appointmentUnknown, {{"value", id.text()}});
    }
    return std::move(**found);
}

Fault Desk::State::taken(const plan::Occurrence& occurrence, LocalTime start) const {
    constexpr std::size_t offeredInstead = 3;
    std::string near;
    for (const FreeSlot& each :
         nearestFree(occurrence, start, offeredInstead).value_or(std::vector<FreeSlot>())) {
        near.append(near.empty() ? "" : " ").append(formatLocal(each.slot.start));
    }
    return fault(codes::slotTaken, {{"value", formatLocal(start)}, {"alternatives", near}});
}

Result<plan::Slot> Desk::State::offered(const plan::OccurrenceId& id, int slot) const {
    const Result<plan::Occurrence> occurrence = passage(id);
    if (!occurrence) {
        return Fault(occurrence.error());
    }
    if (const Result<void> held = heldOn(*occurrence); !held) {
        return Fault(held.error());
    }
    if (occurrence->status == Status::ToConfirm) {
        return fault(codes::passageUnconfirmed, {{"value", id.text()}, {"reason", occurrence->reason}});
    }
    if (dateOf(occurrence->start) < today()) {
        return fault(codes::passagePast, {{"value", formatLocal(occurrence->start)}});
    }
    const std::vector<plan::Slot> slots = plan::slotsOf(*occurrence, programme->slot);
    if (slot < 0 || static_cast<std::size_t>(slot) >= slots.size()) {
        return fault(codes::slotUnknown,
                     {{"value", std::to_string(slot)}, {"expected", std::to_string(slots.size())}});
    }
    const plan::Slot& wanted = slots[static_cast<std::size_t>(slot)];
    const auto there = ask([&](const auto& db) { return rows::appointmentsAt(db, id); });
    if (!there) {
        return Fault(there.error());
    }
    if (holderOf(*there, slot)) {
        return taken(*occurrence, wanted.start);
    }
    return wanted;
}

Result<void> Desk::State::say(const AppointmentId& id, const std::string& kind, Json open,
                              std::optional<Json> sealed) {
    const auto stored = append(subjectOf(id), "appointment." + kind, std::move(open), std::move(sealed));
    if (!stored) {
        return Fault(stored.error());
    }
    last = Undoable{subjectOf(id), "appointment.reverted", stored->id};
    return {};
}

Result<void> Desk::State::notTooEarly(const Appointment& appointment, AppointmentEvent event) const {
    const auto occurrence = programme ? findPassage(*programme, appointment.place.occurrence) : std::nullopt;
    LocalTime from = occurrence ? occurrence->start : appointment.promised;
    if (event == AppointmentEvent::MarkAbsent) {
        const auto slot = occurrence ? slotOf(*programme, *occurrence, appointment) : std::nullopt;
        from = slot ? slot->start : from;
    } else {
        from = LocalTime(dateOf(from));
    }
    if (event != AppointmentEvent::Reinstate && now() < from) {
        return fault(codes::tooEarly, {{"value", formatLocal(from)}});
    }
    return {};
}

Result<Booked> Desk::State::book(const BookingRequest& request, const std::optional<AppointmentId>& follows) {
    const Result<plan::Slot> slot = offered(request.occurrence, request.slot);
    if (!slot) {
        return Fault(slot.error());
    }
    if (const Result<Patient> known = patient(request.patient); !known) {
        return Fault(known.error());
    }
    auto others = ask([&](const auto& db) { return rows::appointmentsOf(db, request.patient); });
    if (!others) {
        return Fault(std::move(others.error()));
    }
    std::erase_if(*others, [&](const Appointment& each) {
        const auto passage = findPassage(*programme, each.place.occurrence);
        const LocalTime at = passage ? passage->start : each.promised;
        return !holdsSlot(each.state) || dateOf(at) != dateOf(slot->start);
    });
    const AppointmentId id{journal->newUuid()};
    const Result<void> stored = say(id, "booked", placeBody(request.occurrence, request.slot, slot->start),
                                    personBody(request.patient, request.reason, request.flags, follows));
    if (!stored) {
        return Fault(stored.error());
    }
    return Booked{id, std::move(*others)};
}

Result<Booked> Desk::book(const BookingRequest& request) {
    return m_state->book(request, std::nullopt);
}

Result<AppointmentId> Desk::walkIn(const plan::OccurrenceId& id, const PatientId& patient,
                                   const Reason& reason, const Flags& flags) {
    const Result<plan::Occurrence> occurrence = m_state->passage(id);
    if (!occurrence) {
        return Fault(occurrence.error());
    }
    if (const Result<void> held = heldOn(*occurrence); !held) {
        return Fault(held.error());
    }
    if (dateOf(occurrence->start) > m_state->today()) {
        return fault(codes::tooEarly, {{"value", formatLocal(occurrence->start)}});
    }
    if (const Result<Patient> known = m_state->patient(patient); !known) {
        return Fault(known.error());
    }
    const AppointmentId walkIn{m_state->journal->newUuid()};
    const Result<void> stored = m_state->say(walkIn, "walked_in", placeBody(id, std::nullopt, m_state->now()),
                                             personBody(patient, reason, flags, std::nullopt));
    if (!stored) {
        return Fault(stored.error());
    }
    return walkIn;
}

Result<void> Desk::move(const AppointmentId& id, const plan::OccurrenceId& occurrence, int slot) {
    const Result<Appointment> moved = m_state->appointment(id);
    if (!moved) {
        return Fault(moved.error());
    }
    if (const auto after = next(moved->state, AppointmentEvent::Move); !after) {
        return Fault(after.error());
    }
    if (moved->place == Place{occurrence, slot}) {
        return fault(codes::alreadySo, {{"value", occurrence.text()}});
    }
    const Result<plan::Slot> place = m_state->offered(occurrence, slot);
    if (!place) {
        return Fault(place.error());
    }
    return m_state->say(id, factKind(AppointmentEvent::Move), placeBody(occurrence, slot, place->start));
}

Result<void> Desk::cancel(const AppointmentId& id, const Coded<CancelCause>& cause) {
    const Result<Appointment> cancelled = m_state->appointment(id);
    if (!cancelled) {
        return Fault(cancelled.error());
    }
    if (const auto after = next(cancelled->state, AppointmentEvent::Cancel); !after) {
        return Fault(after.error());
    }
    return m_state->say(id, factKind(AppointmentEvent::Cancel), {{"cause", cause.code()}});
}

Result<AppointmentState> Desk::mark(const AppointmentId& id, AppointmentEvent event) {
    if (event == AppointmentEvent::Cancel || event == AppointmentEvent::Move) {
        return fault(codes::needsMore, {{"event", std::string(codeOf(event))}});
    }
    const Result<Appointment> marked = m_state->appointment(id);
    if (!marked) {
        return Fault(marked.error());
    }
    if (const auto after = next(marked->state, event); !after) {
        return after;
    }
    if (const Result<void> due = m_state->notTooEarly(*marked, event); !due) {
        return Fault(due.error());
    }
    const bool wantsSlotBack = event == AppointmentEvent::Reinstate
                               && marked->state == AppointmentState::Cancelled && marked->place.slot;
    if (wantsSlotBack) {
        const auto there =
            m_state->ask([&](const auto& db) { return rows::appointmentsAt(db, marked->place.occurrence); });
        if (!there) {
            return Fault(there.error());
        }
        const auto occurrence = this->occurrence(marked->place.occurrence);
        if (occurrence && holderOf(*there, *marked->place.slot)) {
            return m_state->taken(*occurrence, marked->promised);
        }
    }
    if (const Result<void> stored = m_state->say(id, factKind(event)); !stored) {
        return Fault(stored.error());
    }
    return m_state->appointment(id).map([](const Appointment& now) { return now.state; });
}

Result<AppointmentState> Desk::undo(const AppointmentId& id) {
    if (const Result<Appointment> known = m_state->appointment(id); !known) {
        return Fault(known.error());
    }
    const auto facts = m_state->ask([&](const auto& db) { return rows::factsOf(db, id.text()); });
    if (!facts) {
        return Fault(facts.error());
    }
    const Standing standing = standingOf(*facts);
    if (standing.hasVisit) {
        return fault(codes::visitRecorded, {{"value", id.text()}});
    }
    if (!standing.last) {
        return fault(codes::nothingToUndo);
    }
    const bool isFirst = standing.lastKind == "booked" || standing.lastKind == "walked_in";
    const Result<void> stored = isFirst
                                    ? m_state->say(id, factKind(AppointmentEvent::Cancel),
                                                   {{"cause", Coded(CancelCause::Mistake).code()}})
                                    : m_state->say(id, "reverted", {{"operation", standing.last->text()}});
    if (!stored) {
        return Fault(stored.error());
    }
    m_state->last.reset();
    return m_state->appointment(id).map([](const Appointment& now) { return now.state; });
}

Result<void> Desk::undoLast() {
    if (!m_state->last) {
        return fault(codes::nothingToUndo);
    }
    const State::Undoable last = *m_state->last;
    if (last.subject.type == "appointment") {
        const AppointmentId id{Uuid::parse(last.subject.id).value_or(Uuid())};
        return undo(id).map([](AppointmentState) {});
    }
    const auto stored = m_state->append(last.subject, last.kind, {{"operation", last.operation.text()}});
    if (!stored) {
        return Fault(stored.error());
    }
    return m_state->reload();
}

Result<Appointment> Desk::appointment(const AppointmentId& id) const {
    return m_state->appointment(id);
}

Result<std::vector<Appointment>> Desk::appointmentsOf(const PatientId& patient) const {
    return m_state->ask([&](const auto& db) { return rows::appointmentsOf(db, patient); });
}

} // namespace medicobus::clinic
