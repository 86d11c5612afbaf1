// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/desk_state.h"

#include <algorithm>

namespace medicobus::clinic {

Result<void> Desk::recordVisit(const AppointmentId& id, const Visit& visit) {
    const Result<Appointment> seen = m_state->appointment(id);
    if (!seen) {
        return Fault(seen.error());
    }
    if (seen->hasVisit) {
        return fault(codes::visitRecorded, {{"value", id.text()}});
    }
    if (const Result<void> complete = checkComplete(visit); !complete) {
        return complete;
    }
    if (seen->state != AppointmentState::Seen) {
        if (const auto after = next(seen->state, AppointmentEvent::See); !after) {
            return Fault(after.error());
        }
    }
    if (const Result<void> due = m_state->notTooEarly(*seen, AppointmentEvent::See); !due) {
        return due;
    }
    const auto stored = m_state->append(subjectOf(id), "visit.recorded", Json::object(), toJson(visit));
    if (!stored) {
        return Fault(stored.error());
    }
    // The visit is kept; a draft that could not be dropped only opens the form on the same content.
    static_cast<void>(m_state->journal->removeLocal(draftKey(id)));
    return {};
}

Result<void> Desk::correctVisit(const AppointmentId& id, const Visit& visit) {
    const Result<Appointment> seen = m_state->appointment(id);
    if (!seen) {
        return Fault(seen.error());
    }
    if (!seen->hasVisit) {
        return fault(codes::noVisit, {{"value", id.text()}});
    }
    if (const Result<void> complete = checkComplete(visit); !complete) {
        return complete;
    }
    const auto stored = m_state->append(subjectOf(id), "visit.corrected", Json::object(), toJson(visit));
    if (!stored) {
        return Fault(stored.error());
    }
    static_cast<void>(m_state->journal->removeLocal(draftKey(id)));
    return {};
}

Result<std::optional<RecordedVisit>> Desk::visit(const AppointmentId& id) const {
    const auto versions = m_state->ask([&](const auto& db) { return rows::visits(db, id); });
    if (!versions) {
        return Fault(versions.error());
    }
    if (versions->empty()) {
        return std::optional<RecordedVisit>();
    }
    return RecordedVisit{versions->back().visit, versions->front().at,
                         static_cast<int>(versions->size()) - 1};
}

Result<void> Desk::saveDraft(const AppointmentId& id, const Visit& draft) {
    return m_state->journal->setLocal(draftKey(id), toJson(draft).dump());
}

Result<std::optional<Visit>> Desk::draft(const AppointmentId& id) const {
    const auto text = m_state->journal->local(draftKey(id));
    if (!text) {
        return Fault(text.error());
    }
    if (!*text) {
        return std::optional<Visit>();
    }
    const Result<Json> body = JsonReader::parse(**text, draftKey(id));
    if (!body) {
        return Fault(body.error());
    }
    return visitFromJson(*body).map([](Visit&& read) { return std::optional<Visit>(std::move(read)); });
}

Result<Visit> Desk::visitForm(const AppointmentId& id) const {
    const Result<std::optional<Visit>> typed = draft(id);
    if (!typed) {
        return Fault(typed.error());
    }
    if (*typed) {
        return **typed;
    }
    const Result<std::optional<RecordedVisit>> recorded = visit(id);
    if (!recorded) {
        return Fault(recorded.error());
    }
    if (*recorded) {
        return (*recorded)->visit;
    }
    return m_state->appointment(id).map([](const Appointment& booked) {
        Visit form;
        form.reason = booked.reason;
        form.flags = booked.flags;
        return form;
    });
}

Result<std::vector<FollowUpChoice>> Desk::followUpChoices(const AppointmentId& id, std::size_t count) const {
    const Result<Appointment> from = m_state->appointment(id);
    if (!from) {
        return Fault(from.error());
    }
    const Result<plan::Occurrence> passage = m_state->passage(from->place.occurrence);
    if (!passage) {
        return Fault(passage.error());
    }
    // A year of passages of one site, which the programme gives at most three of in a week.
    constexpr std::size_t yearAhead = 160;
    const LocalTime after = std::max(passage->end, m_state->now());
    std::vector<FollowUpChoice> choices;
    for (const plan::Occurrence& each :
         plan::nextPassages(*m_state->programme, passage->site, dateOf(after), yearAhead)) {
        const bool isHeld = each.status == plan::Occurrence::Status::Planned
                            || each.status == plan::Occurrence::Status::Moved;
        if (choices.size() == count) {
            break;
        }
        if (!isHeld || each.start < after) {
            continue;
        }
        Result<std::vector<plan::Slot>> free = m_state->freeSlots(each);
        if (!free) {
            return Fault(std::move(free.error()));
        }
        if (!free->empty()) {
            choices.push_back({each, std::move(*free)});
        }
    }
    return choices;
}

Result<Booked> Desk::bookFollowUp(const AppointmentId& id) {
    const Result<std::vector<FollowUpChoice>> choices = followUpChoices(id, 1);
    if (!choices) {
        return Fault(choices.error());
    }
    if (choices->empty()) {
        return fault(codes::noRoom, {{"value", id.text()}});
    }
    const FollowUpChoice& first = choices->front();
    return bookFollowUp(id, first.occurrence.id, first.free.front().index);
}

Result<Booked> Desk::bookFollowUp(const AppointmentId& id, const plan::OccurrenceId& occurrence, int slot) {
    const Result<Appointment> from = m_state->appointment(id);
    if (!from) {
        return Fault(from.error());
    }
    const Result<std::optional<Appointment>> already = followUpOf(id);
    if (!already) {
        return Fault(already.error());
    }
    if (*already) {
        return fault(codes::followUpBooked,
                     {{"key", (*already)->id.text()}, {"value", formatLocal((*already)->promised)}});
    }
    const Result<Visit> form = visitForm(id);
    if (!form) {
        return Fault(form.error());
    }
    BookingRequest request{occurrence, slot, from->patient, form->reason, form->flags};
    request.flags.videoUsed = false;
    return m_state->book(request, id);
}

Result<std::optional<Appointment>> Desk::followUpOf(const AppointmentId& id) const {
    const auto booked = m_state->ask([&](const auto& db) { return rows::followUpsOf(db, id); });
    if (!booked) {
        return Fault(booked.error());
    }
    const auto live = std::find_if(booked->begin(), booked->end(),
                                   [](const Appointment& each) { return holdsSlot(each.state); });
    return live == booked->end() ? std::optional<Appointment>() : std::optional(*live);
}

} // namespace medicobus::clinic
