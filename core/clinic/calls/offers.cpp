// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/desk_state.h"
#include "plan/scenario.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace medicobus::clinic {

Result<std::vector<Offer>> Desk::offersNear(const territory::InseeCode& commune) const {
    std::vector<Offer> offers;
    const auto programme = m_state->programme;
    if (!programme) {
        return offers;
    }
    const auto home = std::find_if(programme->communes.begin(), programme->communes.end(),
                                   [&](const plan::CommunePoint& each) { return each.insee == commune; });
    const plan::TravelSpec spec;
    const travel::TravelEstimate travel(spec.detour, spec.kilometresPerHour);
    const Date today = m_state->today();
    for (plan::Occurrence& each : plan::occurrences(*programme, today, today + offeredDays)) {
        const plan::Site* site = programme->findSite(each.site);
        if (!isHeld(each) || site == nullptr) {
            continue;
        }
        Offer offer;
        offer.isHere = site->insee == commune;
        if (!offer.isHere && home != programme->communes.end()) {
            offer.drive = ceil<std::chrono::minutes>(travel.time(home->point, site->point));
            offer.distance = travel.distance(home->point, site->point);
        }
        if (!offer.isHere && (home == programme->communes.end() || offer.drive > offeredDrive)) {
            continue;
        }
        auto free = m_state->openSlots(each);
        if (!free) {
            return Fault(std::move(free.error()));
        }
        std::erase_if(*free, [&](const plan::Slot& slot) { return slot.start < m_state->now(); });
        if (!free->empty()) {
            offer.occurrence = std::move(each);
            offer.free = std::move(*free);
            offers.push_back(std::move(offer));
        }
    }
    std::stable_sort(offers.begin(), offers.end(), [](const Offer& left, const Offer& right) {
        return std::tie(right.isHere, left.occurrence.start, left.drive)
               < std::tie(left.isHere, right.occurrence.start, right.drive);
    });
    return offers;
}

} // namespace medicobus::clinic
