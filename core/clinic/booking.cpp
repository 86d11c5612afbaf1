// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/desk_state.h"

#include <algorithm>

namespace medicobus::clinic {

namespace {

using Status = plan::Occurrence::Status;

Result<void> heldOn(const plan::Occurrence& occurrence) {
    if (occurrence.status == Status::Cancelled) {
        return fault(codes::passageCancelled,
                     {{"value", occurrence.id.text()}, {"reason", occurrence.reason}});
    }
    return {};
}

} // namespace

Json personBody(const PatientId& patient, const Reason& reason, const Flags& flags,
                const std::optional<AppointmentId>& follows) {
    Json body{{"patient", patient.text()}, {"reason", reason.code()}, {"flags", toJson(flags)}};
    if (follows) {
        body["follows"] = follows->text();
    }
    return body;
}

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

Result<PlaceClaim> Desk::State::offered(const plan::OccurrenceId& id, int slot) const {
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
    auto claim = claimOn(*occurrence, wanted);
    if (!claim) {
        return Fault(std::move(claim.error()));
    }
    return *claim ? Result<PlaceClaim>(std::move(**claim)) : taken(*occurrence, wanted.start);
}

Result<void> Desk::State::say(const AppointmentId& id, const std::string& kind, Json open,
                              const std::optional<Personal>& personal) {
    if (kind == "moved" || kind == "cancelled" || kind == "reinstated") {
        auto known = ask([&](const auto& db) { return rows::claimsOf(db, id.text()); });
        if (!known) {
            return Fault(std::move(known.error()));
        }
        open["ends"] = std::move(*known);
    }
    const auto stored = append(subjectOf(id), "appointment." + kind, std::move(open), personal);
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
    if (const auto open = unlocked(); !open) {
        return Fault(open.error());
    }
    const Result<PlaceClaim> claim = offered(request.occurrence, request.slot);
    if (!claim) {
        return Fault(claim.error());
    }
    auto key = keyOf(request.patient);
    if (!key) {
        return Fault(std::move(key.error()));
    }
    auto others = appointmentsOf(request.patient);
    if (!others) {
        return Fault(std::move(others.error()));
    }
    std::erase_if(*others, [&](const Appointment& each) {
        const auto passage = findPassage(*programme, each.place.occurrence);
        const LocalTime at = passage ? passage->start : each.promised;
        return !holdsSlot(each.state) || dateOf(at) != dateOf(claim->promised);
    });
    const auto apart = setApart(request.occurrence);
    if (!apart) {
        return Fault(apart.error());
    }
    const bool isRequest = claim->basis == Basis::Request;
    const bool isSetApart = isRequest && apart->contains({request.slot, claim->place.seat});
    const AppointmentId id{journal->newUuid()};
    const Personal personal{personBody(request.patient, request.reason, request.flags, follows),
                            std::move(*key)};
    Json open = toJson(*claim);
    if (request.answers) {
        open["request"] = request.answers->text();
    }
    const Result<void> stored = say(id, "booked", std::move(open), personal);
    if (!stored) {
        return Fault(stored.error());
    }
    return Booked{id, std::move(*others), isRequest, isSetApart};
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
    auto key = m_state->keyOf(patient);
    if (!key) {
        return Fault(std::move(key.error()));
    }
    const AppointmentId walkIn{m_state->journal->newUuid()};
    PlaceClaim here;
    here.place.occurrence = id;
    here.promised = m_state->now();
    const State::Personal personal{personBody(patient, reason, flags, std::nullopt), std::move(*key)};
    const Result<void> stored = m_state->say(walkIn, "walked_in", toJson(here), personal);
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
    const bool isThere =
        moved->holdsPlace() && moved->place.occurrence == occurrence && moved->place.slot == slot;
    if (isThere && !moved->wanted) {
        return fault(codes::alreadySo, {{"value", occurrence.text()}});
    }
    const auto stay =
        PlaceClaim{moved->place, moved->promised, m_state->isEnrolled ? Basis::Request : Basis::Own, {}};
    const Result<PlaceClaim> claim = isThere ? Result<PlaceClaim>(stay) : m_state->offered(occurrence, slot);
    if (!claim) {
        return Fault(claim.error());
    }
    return m_state->say(id, factKind(AppointmentEvent::Move), toJson(*claim));
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

Result<Appointment> Desk::appointment(const AppointmentId& id) const {
    return m_state->appointment(id).and_then(
        [&](Appointment&& found) { return m_state->withPerson(std::move(found)); });
}

Result<std::vector<Appointment>> Desk::appointmentsOf(const PatientId& patient) const {
    return m_state->appointmentsOf(patient);
}

} // namespace medicobus::clinic
