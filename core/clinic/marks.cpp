// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/desk_state.h"

namespace medicobus::clinic {

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
    const bool wantsPlaceBack = event == AppointmentEvent::Reinstate
                                && marked->state == AppointmentState::Cancelled && marked->place.slot;
    if (wantsPlaceBack) {
        return m_state->reinstate(*marked);
    }
    if (const Result<void> stored = m_state->say(id, factKind(event)); !stored) {
        return Fault(stored.error());
    }
    return m_state->appointment(id).map([](const Appointment& now) { return now.state; });
}

/// Takes the place of a cancelled appointment again: a claim like any other.
Result<AppointmentState> Desk::State::reinstate(const Appointment& cancelled) {
    PlaceClaim claim{cancelled.place, cancelled.promised, isEnrolled ? Basis::Request : Basis::Own, {}};
    const auto occurrence = programme ? findPassage(*programme, cancelled.place.occurrence) : std::nullopt;
    if (const auto slot = occurrence ? slotOf(*programme, *occurrence, cancelled) : std::nullopt) {
        const auto free = claimOn(*occurrence, *slot);
        if (!free) {
            return Fault(free.error());
        }
        if (!*free) {
            return taken(*occurrence, cancelled.promised);
        }
        claim.place = (*free)->place;
        claim.basis = (*free)->basis;
        claim.lease = (*free)->lease;
    }
    return say(cancelled.id, factKind(AppointmentEvent::Reinstate), toJson(claim)).and_then([&] {
        return appointment(cancelled.id).map([](const Appointment& now) { return now.state; });
    });
}

Result<AppointmentState> Desk::undo(const AppointmentId& id) {
    const Result<Appointment> known = m_state->appointment(id);
    if (!known) {
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
    const auto stored = m_state->takeBack(*known, standing);
    m_state->last.reset();
    return stored.and_then(
        [&] { return m_state->appointment(id).map([](const Appointment& now) { return now.state; }); });
}

/// A fact is withdrawn; what freed or took a place is answered by a claim the other way.
Result<void> Desk::State::takeBack(const Appointment& known, const Standing& standing) {
    const auto cancelAs = [&](const Coded<CancelCause>& cause) {
        return say(known.id, factKind(AppointmentEvent::Cancel), {{"cause", cause.code()}});
    };
    if (standing.lastKind == "booked" || standing.lastKind == "walked_in"
        || standing.lastKind == "deposited") {
        return cancelAs(CancelCause::Mistake);
    }
    if (standing.lastKind == "cancelled") {
        return known.place.slot ? reinstate(known).map([](AppointmentState) {})
                                : say(known.id, factKind(AppointmentEvent::Reinstate));
    }
    if (standing.lastKind != "moved") {
        return say(known.id, "reverted", {{"operation", standing.last->text()}});
    }
    if (!standing.pending.empty()) {
        const Basis basis = isEnrolled ? Basis::Request : Basis::Own;
        return say(known.id, factKind(AppointmentEvent::Move),
                   toJson(PlaceClaim{known.place, known.promised, basis, {}}));
    }
    if (!standing.former || !standing.former->slot) {
        return fault(codes::nothingToUndo);
    }
    return offered(standing.former->occurrence, *standing.former->slot)
        .and_then([&](const PlaceClaim& claim) {
            return say(known.id, factKind(AppointmentEvent::Move), toJson(claim));
        });
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
    if (last.subject.type == "patient") {
        return m_state->directory ? m_state->readMerges(*m_state->directory) : Result<void>();
    }
    return m_state->reload();
}

} // namespace medicobus::clinic
