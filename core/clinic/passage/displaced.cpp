// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/desk_state.h"

#include <algorithm>

namespace medicobus::clinic {

namespace {

/// What befell an appointment that is still expected.
Mishap mishapOf(const Appointment& appointment, const std::optional<plan::Occurrence>& occurrence,
                const std::optional<plan::Slot>& slot) {
    if (appointment.claim == Claim::ToReplace) {
        return Mishap::PlaceRefused;
    }
    if (!occurrence) {
        return Mishap::PassageGone;
    }
    if (occurrence->status == plan::Occurrence::Status::Cancelled) {
        return Mishap::PassageCancelled;
    }
    return slot ? Mishap::None : Mishap::SlotGone;
}

} // namespace

Result<Displaced> Desk::State::listed(const Appointment& appointment) const {
    Displaced listed;
    listed.appointment = appointment;
    listed.occurrence = programme ? findPassage(*programme, appointment.place.occurrence) : std::nullopt;
    if (!unlocked()) {
        return listed;
    }
    auto filled = withPerson(appointment);
    if (!filled) {
        return Fault(std::move(filled.error()));
    }
    listed.appointment = std::move(*filled);
    auto who = whoIs(listed.appointment);
    if (!who) {
        return Fault(std::move(who.error()));
    }
    listed.patient = std::move(*who);
    return listed;
}

bool Desk::State::isAhead(const Displaced& listed) const {
    const LocalTime at = listed.occurrence ? listed.occurrence->start : listed.appointment.promised;
    return dateOf(at) >= today();
}

Result<void> Desk::State::weigh(const plan::Programme& after, const std::vector<Appointment>& appointments,
                                Consequence& into) const {
    std::map<plan::OccurrenceId, std::optional<plan::Occurrence>> known;
    for (const Appointment& each : appointments) {
        if (each.state != AppointmentState::Booked || each.isWalkIn()) {
            continue;
        }
        const auto [at, isNew] = known.try_emplace(each.place.occurrence);
        if (isNew) {
            at->second = findPassage(after, each.place.occurrence);
        }
        const std::optional<plan::Occurrence>& occurrence = at->second;
        const auto slot = occurrence ? slotOf(after, *occurrence, each) : std::nullopt;
        const Mishap mishap = mishapOf(each, occurrence, slot);
        if (mishap == Mishap::None && slot->start == each.promised) {
            continue;
        }
        auto displaced = listed(each);
        if (!displaced) {
            return Fault(std::move(displaced.error()));
        }
        displaced->occurrence = occurrence;
        displaced->mishap = mishap;
        if (isAhead(*displaced)) {
            (mishap == Mishap::None ? into.moved : into.toReplace).push_back(std::move(*displaced));
        }
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

Result<std::vector<Displaced>> Desk::State::misfortunes(bool withRefusedMoves) const {
    if (!programme) {
        return std::vector<Displaced>();
    }
    const auto booked = ask([](const auto& db) { return rows::expected(db); });
    if (!booked) {
        return Fault(booked.error());
    }
    Consequence consequence;
    if (const Result<void> weighed = weigh(*programme, *booked, consequence); !weighed) {
        return Fault(weighed.error());
    }
    std::vector<Displaced> found = std::move(consequence.toReplace);
    for (const Appointment& each : *booked) {
        if (!withRefusedMoves || !each.refusal || each.claim == Claim::ToReplace) {
            continue;
        }
        auto refused = listed(each);
        if (!refused) {
            return Fault(std::move(refused.error()));
        }
        refused->mishap = Mishap::MoveRefused;
        const bool isListed = std::any_of(found.begin(), found.end(), [&](const Displaced& other) {
            return other.appointment.id == each.id;
        });
        if (!isListed && isAhead(*refused)) {
            found.push_back(std::move(*refused));
        }
    }
    for (Displaced& each : found) {
        auto free = insteadOf(each);
        if (!free) {
            return Fault(std::move(free.error()));
        }
        each.alternatives = std::move(*free);
    }
    std::stable_sort(found.begin(), found.end(), [](const Displaced& left, const Displaced& right) {
        return left.appointment.promised < right.appointment.promised;
    });
    return found;
}

Result<std::vector<Displaced>> Desk::toReplace() const {
    return m_state->misfortunes(false);
}

} // namespace medicobus::clinic
