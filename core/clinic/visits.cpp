// SPDX-License-Identifier: EUPL-1.2
#include "clinic/claim/body.h"
#include "clinic/desk.h"
#include "clinic/desk_state.h"
#include "vault/keys/base64.h"

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
    if (const auto stored = m_state->recordSealed(*seen, "visit.recorded", visit); !stored) {
        return stored;
    }
    // The visit is kept; a draft that could not be dropped only opens the form on the same content.
    static_cast<void>(m_state->journal->removeLocal(m_state->draftKey(id)));
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
    if (const auto stored = m_state->recordSealed(*seen, "visit.corrected", visit); !stored) {
        return stored;
    }
    static_cast<void>(m_state->journal->removeLocal(m_state->draftKey(id)));
    return {};
}

Result<void> Desk::State::recordSealed(const Appointment& seen, const char* kind, const Visit& visit) {
    return withPerson(seen)
        .and_then([&](const Appointment& whole) { return keyOf(whole.enteredFor); })
        .and_then([&](vault::Envelope&& key) {
            return append(subjectOf(seen.id), kind, Json::object(), Personal{toJson(visit), std::move(key)});
        })
        .map([](const journal::Operation&) {});
}

Result<std::optional<RecordedVisit>> Desk::visit(const AppointmentId& id) const {
    if (const auto open = m_state->unlocked(); !open) {
        return Fault(open.error());
    }
    const auto versions = m_state->ask([&](const auto& db) { return rows::visits(db, id); });
    if (!versions) {
        return Fault(versions.error());
    }
    if (versions->empty()) {
        return std::optional<RecordedVisit>();
    }
    return m_state->opened(versions->back().body).and_then(visitFromJson).map([&](Visit&& visit) {
        return std::optional(
            RecordedVisit{std::move(visit), versions->front().at, static_cast<int>(versions->size()) - 1});
    });
}

Result<std::vector<VisitAt>> Desk::visitVersions(const AppointmentId& id) const {
    if (const auto open = m_state->unlocked(); !open) {
        return Fault(open.error());
    }
    const auto versions = m_state->ask([&](const auto& db) { return rows::visits(db, id); });
    if (!versions) {
        return Fault(versions.error());
    }
    std::vector<VisitAt> opened;
    for (const rows::VisitVersion& each : *versions) {
        if (auto visit = m_state->opened(each.body).and_then(visitFromJson)) {
            opened.push_back({std::move(*visit), each.at});
        }
    }
    return opened;
}

Result<void> Desk::saveDraft(const AppointmentId& id, const Visit& draft) {
    const auto key =
        appointment(id).and_then([&](const Appointment& whole) { return m_state->keyOf(whole.enteredFor); });
    if (!key) {
        return Fault(key.error());
    }
    // Under the person's own key, so that a draft does not outlive them.
    const std::string row = m_state->draftKey(id);
    const auto sealed = m_state->vault->seal(*key, {"local_values", "value", row}, toJson(draft).dump());
    if (!sealed) {
        return Fault(sealed.error());
    }
    return m_state->journal->setLocal(row,
                                      Json{{"key", key->key}, {"sealed", vault::toBase64(*sealed)}}.dump());
}

Result<std::optional<Visit>> Desk::draft(const AppointmentId& id) const {
    if (const auto open = m_state->unlocked(); !open) {
        return Fault(open.error());
    }
    const std::string row = m_state->draftKey(id);
    const auto text = m_state->journal->local(row);
    if (!text) {
        return Fault(text.error());
    }
    if (!*text) {
        return std::optional<Visit>();
    }
    const Json kept = Json::parse(**text, nullptr, false);
    const auto sealed = vault::fromBase64(textIn(kept, "sealed"));
    const auto key = m_state->keyNamed(textIn(kept, "key"));
    if (!key) {
        return Fault(key.error());
    }
    if (!sealed) {
        return fault(codes::badBody, {{"value", row}});
    }
    return m_state->vault->open(*key, {"local_values", "value", row}, *sealed)
        .and_then([&](const vault::SecretText& opened) { return JsonReader::parse(opened.view(), row); })
        .and_then(visitFromJson)
        .map([](Visit&& read) { return std::optional(std::move(read)); });
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
    return appointment(id).map([](const Appointment& booked) {
        Visit form;
        form.reason = booked.reason;
        form.flags = booked.flags;
        return form;
    });
}

} // namespace medicobus::clinic
