// SPDX-License-Identifier: EUPL-1.2
#include "plan/verify.h"

#include "plan/verify/checks.h"

namespace medicobus::plan {

Verification verify(const Scenario& scenario, const Plan& plan) {
    Verification found;
    const auto travel = scenario.travelModel();
    const Judgement judgement{scenario, plan, *travel, found};
    checkStructure(judgement);
    checkTours(judgement);
    checkPresence(judgement);
    checkCycle(judgement);
    checkPeople(judgement);
    checkFigures(judgement);
    return found;
}

} // namespace medicobus::plan
