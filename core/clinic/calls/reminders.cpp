// SPDX-License-Identifier: EUPL-1.2
#include "clinic/calls/call_rows.h"
#include "clinic/desk.h"
#include "clinic/desk_state.h"
#include "clinic/half_day/rows.h"

#include <algorithm>
#include <tuple>

namespace medicobus::clinic {

Result<ReminderList> Desk::reminders() const {
    const auto persons = m_state->persons();
    const auto booked = m_state->ask([](const auto& db) { return rows::expected(db); });
    if (!persons || !booked) {
        return Fault(persons ? booked.error() : persons.error());
    }
    ReminderList list;
    for (const Appointment& each : *booked) {
        const auto passage =
            m_state->programme ? findPassage(*m_state->programme, each.place.occurrence) : std::nullopt;
        const auto slot = passage ? slotOf(*m_state->programme, *passage, each) : std::nullopt;
        const bool isOn = slot && isHeld(*passage) && dateOf(slot->start) > m_state->today()
                          && each.claim != Claim::ToReplace;
        const Date day = isOn ? dateOf(slot->start) : Date();
        if (!isOn || (list.day && *list.day < day)) {
            continue;
        }
        if (list.day != day) {
            list = {day, {}};
        }
        auto filled = m_state->withPerson(each);
        auto who = filled ? m_state->whoIs(*filled) : Result<Patient>(Fault(filled.error()));
        const auto said = m_state->ask([&](const auto& db) { return rows::reminderOf(db, each); });
        if (!who || !said) {
            return Fault(who ? said.error() : who.error());
        }
        if (!who->isErased) {
            Reminder reminder{std::move(*filled), std::move(*who), *passage, slot->start, {}, {}};
            if (*said) {
                reminder.answer = (*said)->answer;
                reminder.answeredAt = (*said)->at;
            }
            list.reminders.push_back(std::move(reminder));
        }
    }
    std::stable_sort(list.reminders.begin(), list.reminders.end(), [](const auto& left, const auto& right) {
        return std::tie(left.occurrence.start, left.occurrence.site.value, left.at)
               < std::tie(right.occurrence.start, right.occurrence.site.value, right.at);
    });
    return list;
}

Result<void> Desk::sayReminder(const AppointmentId& id, ReminderAnswer answer) {
    const auto called = m_state->appointment(id);
    if (!called) {
        return Fault(called.error());
    }
    Json open{{"answer", Coded(answer).code()},
              {"occurrence", called->place.occurrence.text()},
              {"promised", formatLocal(called->promised)}};
    const journal::Subject subject{"reminder", id.text()};
    const auto stored = m_state->append(subject, reminderSaidKind, std::move(open));
    if (!stored) {
        return Fault(stored.error());
    }
    m_state->last = State::Undoable{subject, reminderRevertedKind, stored->id};
    return {};
}

Result<void> Desk::noteTry(const RequestId& id) {
    const auto open = m_state->ask([](const auto& db) { return rows::openRequests(db); });
    if (!open) {
        return Fault(open.error());
    }
    if (std::none_of(open->begin(), open->end(), [&](const auto& each) { return each.id == id; })) {
        return fault(codes::requestUnknown, {{"value", id.text()}});
    }
    const journal::Subject subject{"request", id.text()};
    const auto stored = m_state->append(subject, requestTriedKind);
    if (!stored) {
        return Fault(stored.error());
    }
    m_state->last = State::Undoable{subject, "request.reverted", stored->id};
    return {};
}

Result<std::map<RequestId, Tries>> Desk::tries() const {
    return m_state->ask([](const auto& db) { return rows::tries(db); });
}

} // namespace medicobus::clinic
