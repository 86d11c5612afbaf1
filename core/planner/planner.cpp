// SPDX-License-Identifier: EUPL-1.2
#include "planner/planner.h"

#include "planner/assemble.h"
#include "planner/bound.h"
#include "planner/search.h"

namespace medicobus::planner {

Result<plan::Plan> makePlan(const plan::Scenario& scenario, const Options& options) {
    if (scenario.sessions.size() > maxSessionKinds) {
        return fault(codes::plannerTooManySessions, {{"value", std::to_string(scenario.sessions.size())},
                                                     {"expected", std::to_string(maxSessionKinds)}});
    }
    const Model model(scenario);
    const auto bound = boundOf(model);
    if (!bound) {
        return Fault(bound.error());
    }
    Search search(model, options, *bound);
    if (const auto placed = search.placeLocked(); !placed) {
        return Fault(placed.error());
    }
    search.construct();
    if (search.best().placements().empty()) {
        return fault(codes::plannerNoSite, {{"value", std::to_string(scenario.sites.size())}});
    }
    search.improve();
    plan::Plan plan = assemble(model, search.best());
    plan.seed = options.seed;
    plan.iterations = search.iterations();
    plan.score.bound = *bound;
    return plan;
}

Result<double> upperBound(const plan::Scenario& scenario) {
    return boundOf(Model(scenario));
}

Result<double> relaxedBound(const plan::Scenario& scenario) {
    return boundOf(Model(scenario), BoundKind::SectionTwo);
}

} // namespace medicobus::planner
