// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "planner/explain/explain.h"
#include "planner/explain/finding.h"

namespace medicobus::planner {

// The questions of `explain.h`, answered with trials when asked.

Findings findAll(const plan::Scenario& scenario, const plan::Plan& plan, const Detail& detail);
[[nodiscard]] Result<Findings> findOfSite(const plan::Scenario& scenario, const plan::Plan& plan,
                                          const plan::SiteKey& site, bool withTrials);
[[nodiscard]] Result<Findings> findOfCommune(const plan::Scenario& scenario, const plan::Plan& plan,
                                             const territory::InseeCode& commune, bool withTrials);
/// What the best plan found without the site would lose.
[[nodiscard]] Result<Finding> findReplanned(const plan::Scenario& scenario, const plan::Plan& plan,
                                            const plan::SiteKey& site);

} // namespace medicobus::planner
