// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/desk_state.h"
#include "clinic/half_day/rows.h"

#include <algorithm>

namespace medicobus::clinic {

namespace {

journal::Subject subjectOf(const RequestId& id) {
    return {"request", id.text()};
}

} // namespace

Result<RequestId> Desk::askForPlace(const PlaceWish& wish) {
    if (!m_state->programme) {
        return fault(codes::noProgramme);
    }
    if (!m_state->programme->findSite(wish.site)) {
        return fault(codes::siteUnknown, {{"value", wish.site.value}});
    }
    auto key = m_state->keyOf(wish.patient);
    if (!key) {
        return Fault(std::move(key.error()));
    }
    const auto waiting = waitingList();
    if (!waiting) {
        return Fault(waiting.error());
    }
    if (std::any_of(waiting->begin(), waiting->end(), [&](const WaitingPerson& each) {
            return each.patient.id == wish.patient && each.wish.site == wish.site;
        })) {
        return fault(codes::alreadyWaiting, {{"value", wish.site.value}});
    }
    const RequestId id{m_state->journal->newUuid()};
    const auto stored =
        m_state->append(subjectOf(id), "request.made", {{"site", wish.site.value}},
                        State::Personal{personBody(wish.patient, wish.reason, wish.flags), std::move(*key)});
    if (!stored) {
        return Fault(stored.error());
    }
    m_state->last = State::Undoable{subjectOf(id), "request.reverted", stored->id};
    return id;
}

Result<void> Desk::withdrawRequest(const RequestId& id, const Coded<WithdrawCause>& cause) {
    const auto open = m_state->ask([](const auto& db) { return rows::openRequests(db); });
    if (!open) {
        return Fault(open.error());
    }
    if (std::none_of(open->begin(), open->end(),
                     [&](const rows::OpenRequest& each) { return each.id == id; })) {
        return fault(codes::requestUnknown, {{"value", id.text()}});
    }
    const auto stored = m_state->append(subjectOf(id), "request.withdrawn", {{"cause", cause.code()}});
    if (!stored) {
        return Fault(stored.error());
    }
    m_state->last = State::Undoable{subjectOf(id), "request.reverted", stored->id};
    return {};
}

Result<std::vector<WaitingPerson>> Desk::waitingList() const {
    if (const auto unlocked = m_state->unlocked(); !unlocked) {
        return Fault(unlocked.error());
    }
    const auto open = m_state->ask([](const auto& db) { return rows::openRequests(db); });
    if (!open) {
        return Fault(open.error());
    }
    std::vector<WaitingPerson> waiting;
    for (const rows::OpenRequest& each : *open) {
        // Sealed as who comes to an appointment is, and read in the same way.
        Appointment who;
        if (const auto filled = m_state->fillPerson(who, each.body); !filled) {
            return Fault(filled.error());
        }
        auto patient = m_state->whoIs(who);
        if (!patient) {
            return Fault(std::move(patient.error()));
        }
        if (!patient->isErased && !patient->isUnreadable) {
            const PlaceWish wish{each.site, patient->id, who.reason, who.flags};
            waiting.push_back({each.id, wish, std::move(*patient), each.askedAt});
        }
    }
    return waiting;
}

Result<std::vector<WaitingPerson>> Desk::waitingFor(const plan::SiteKey& site) const {
    auto waiting = waitingList();
    if (!waiting || !m_state->programme) {
        return waiting;
    }
    const plan::Site* here = m_state->programme->findSite(site);
    std::erase_if(*waiting, [&](WaitingPerson& each) {
        const plan::Site* wished = m_state->programme->findSite(each.wish.site);
        if (here && wished) {
            each.away = greatCircle(here->point, wished->point);
        }
        const bool isNear = here && wished && each.away < nearbySites;
        return each.wish.site != site && !isNear;
    });
    return waiting;
}

} // namespace medicobus::clinic
