// SPDX-License-Identifier: EUPL-1.2
#include "routing/neighbourhood/guidance.h"

namespace medicobus::routing::neighbourhood {
namespace {

/// The share of a typical prize that saving a typical drive is worth, when prizes come first.
constexpr double driveInPrizes = 0.03;

} // namespace

Guidance::Guidance(const Model& model) {
    const double prize = model.typicalPrize();
    const double cost = model.typicalCost();
    if (prize * driveInPrizes > cost) {
        m_timeWeight = driveInPrizes * prize / model.typicalTime();
    }
    m_scale = isPrizeFirst() ? prize : cost;
    m_delayWeight = std::max(m_timeWeight, cost / model.typicalTime());
    const double duty = std::max(20 * cost, 5 * prize);
    m_dutyStep = duty / 50;
    for (int place = 0; place < model.placeCount(); ++place) {
        m_pulls.push_back(model.isDuty(place) ? duty : static_cast<double>(*model.place(place).prize));
    }
}

double Guidance::energy(const Draft& draft) const {
    const Worth worth = draft.worth();
    double energy = static_cast<double>(worth.value) + m_timeWeight * static_cast<double>(draft.time());
    if (worth.missing > 0) {
        for (const int place : draft.absent()) {
            energy += draft.model().isDuty(place) ? pull(place) : 0;
        }
    }
    return energy;
}

void Guidance::raiseAbsent(const Draft& draft) {
    for (const int place : draft.absent()) {
        m_pulls[static_cast<std::size_t>(place)] += draft.model().isDuty(place) ? m_dutyStep : 0;
    }
}

} // namespace medicobus::routing::neighbourhood
