// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/explain/finding.h"

namespace medicobus::planner {

/// The plan without any half-day at a site, everything else unchanged.
plan::Plan without(plan::Plan plan, const plan::SiteKey& site);

/// What each chosen site gives and to whom, those whose loss costs most first; `communesOfSite` of each.
Findings explainChosen(const plan::Scenario& scenario, const plan::Plan& plan, std::size_t sites,
                       std::size_t communesOfSite);
/// The same of one site.
Findings explainChosen(const plan::Scenario& scenario, const plan::Plan& plan, const plan::SiteKey& site);

} // namespace medicobus::planner
