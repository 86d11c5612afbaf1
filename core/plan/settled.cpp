// SPDX-License-Identifier: EUPL-1.2
#include "plan/scenario.h"

#include <algorithm>

namespace medicobus::plan {

void settle(Scenario& scenario, const Settled& doctor) {
    auto& communes = scenario.territory.communes;
    const auto home = std::ranges::find(communes, doctor.commune, &territory::Commune::insee);
    if (home == communes.end() || !home->point) {
        return;
    }
    const auto travel = scenario.travelModel();
    std::vector<double> reach(communes.size(), 0.0);
    double people = 0;
    for (std::size_t j = 0; j < communes.size(); ++j) {
        if (communes[j].point && communes[j].population) {
            reach[j] = scenario.policy.reachWeight(travel->time(*communes[j].point, *home->point));
            people += reach[j] * *communes[j].population;
        }
    }
    for (std::size_t j = 0; j < communes.size() && people > 0; ++j) {
        if (communes[j].apl) {
            *communes[j].apl += reach[j] * doctor.consultationsYear / people;
        }
    }
    scenario.settled.push_back(doctor);
}

} // namespace medicobus::plan
