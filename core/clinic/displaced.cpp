// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/desk_state.h"

namespace medicobus::clinic {

Result<void> Desk::State::weigh(const plan::Programme& after, const std::vector<Appointment>& appointments,
                                Consequence& into) const {
    std::map<plan::OccurrenceId, std::optional<plan::Occurrence>> known;
    for (const Appointment& each : appointments) {
        if (each.state != AppointmentState::Booked) {
            continue;
        }
        const auto [at, isNew] = known.try_emplace(each.place.occurrence);
        if (isNew) {
            at->second = findPassage(after, each.place.occurrence);
        }
        const std::optional<plan::Occurrence>& occurrence = at->second;
        if (dateOf(occurrence ? occurrence->start : each.promised) < today()) {
            continue;
        }
        const auto slot = occurrence ? slotOf(after, *occurrence, each) : std::nullopt;
        if (slot && slot->start == each.promised) {
            continue;
        }
        const Result<Patient> who = patient(each.patient);
        if (!who) {
            return Fault(who.error());
        }
        (slot ? into.moved : into.toReplace).push_back({each, *who, occurrence});
    }
    return {};
}

Result<Consequence> Desk::State::consequenceOf(const plan::Programme& after,
                                               const std::vector<plan::Occurrence>& touched) const {
    Consequence consequence;
    for (const plan::Occurrence& each : touched) {
        const auto there = ask([&](const auto& db) { return rows::appointmentsAt(db, each.id); });
        if (!there) {
            return Fault(there.error());
        }
        if (const Result<void> weighed = weigh(after, *there, consequence); !weighed) {
            return Fault(weighed.error());
        }
        if (auto now = findPassage(after, each.id)) {
            consequence.passages.push_back(std::move(*now));
        }
    }
    return consequence;
}

Result<std::vector<Displaced>> Desk::toReplace() const {
    if (!m_state->programme) {
        return std::vector<Displaced>();
    }
    const auto booked = m_state->ask([](const auto& db) { return rows::expected(db); });
    if (!booked) {
        return Fault(booked.error());
    }
    Consequence consequence;
    if (const Result<void> weighed = m_state->weigh(*m_state->programme, *booked, consequence); !weighed) {
        return Fault(weighed.error());
    }
    return std::move(consequence.toReplace);
}

} // namespace medicobus::clinic
