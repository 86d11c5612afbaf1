// SPDX-License-Identifier: EUPL-1.2
#include "base/geo.h"
#include "clinic/desk.h"
#include "clinic/desk_state.h"

#include <algorithm>
#include <set>
#include <tuple>

// When a person who was seen comes again.

namespace medicobus::clinic {

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
        if (choices.size() == count) {
            break;
        }
        if (!isHeld(each) || each.start < after) {
            continue;
        }
        Result<std::vector<plan::Slot>> free = m_state->openSlots(each);
        if (!free) {
            return Fault(std::move(free.error()));
        }
        if (!free->empty()) {
            choices.push_back({each, std::move(*free)});
        }
    }
    return choices;
}

Result<std::vector<FollowUpChoice>> Desk::nearbyFollowUps(const AppointmentId& id, std::size_t count) const {
    const auto passage = m_state->appointment(id).and_then(
        [&](const Appointment& from) { return m_state->passage(from.place.occurrence); });
    if (!passage) {
        return Fault(passage.error());
    }
    const LocalTime after = std::max(passage->end, m_state->now());
    std::vector<plan::Occurrence> near = m_state->nearby(*passage);
    std::sort(near.begin(), near.end(), [](const plan::Occurrence& left, const plan::Occurrence& right) {
        return std::tie(left.start, left.id) < std::tie(right.start, right.id);
    });
    const plan::Site* here = m_state->programme->findSite(passage->site);
    std::set<plan::SiteKey> offered;
    std::vector<FollowUpChoice> choices;
    for (const plan::Occurrence& each : near) {
        const plan::Site* there = m_state->programme->findSite(each.site);
        if (choices.size() == count || !isHeld(each) || each.start < after || !here || !there
            || offered.contains(each.site)) {
            continue;
        }
        auto free = m_state->openSlots(each);
        if (!free) {
            return Fault(std::move(free.error()));
        }
        if (!free->empty()) {
            offered.insert(each.site);
            choices.push_back({each, std::move(*free), greatCircle(here->point, there->point)});
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
    const Result<Appointment> from = appointment(id);
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
    BookingRequest request{occurrence, slot, from->enteredFor, form->reason, form->flags};
    request.flags.videoUsed = false;
    return m_state->book(request, id);
}

Result<std::optional<Appointment>> Desk::followUpOf(const AppointmentId& id) const {
    const Result<Appointment> from = appointment(id);
    if (!from) {
        return Fault(from.error());
    }
    const auto theirs = m_state->appointmentsOf(from->patient);
    if (!theirs) {
        return Fault(theirs.error());
    }
    // Listed latest first; the first follow-up booked is the one.
    const auto live = std::find_if(theirs->rbegin(), theirs->rend(), [&](const Appointment& each) {
        return each.follows == id && holdsSlot(each.state);
    });
    return live == theirs->rend() ? std::optional<Appointment>() : std::optional(*live);
}

} // namespace medicobus::clinic
