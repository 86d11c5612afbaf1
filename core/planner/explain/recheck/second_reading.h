// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/plan.h"
#include "plan/scenario.h"

#include <map>

namespace medicobus::planner {

// What `recheck` computes without the planner: from the formulas of `planning.md` and from `plan::verify`.

/// Consultations a year that each visited site gives a commune, all together at most its need: where more
/// comes, each gives its part. Empty when its need is not known or nothing.
std::map<plan::SiteKey, double> givenTo(const plan::Scenario& scenario, const plan::Plan& plan,
                                        const territory::InseeCode& commune);

/// Whether some bus can hold one session at the site, or two on one day, with nothing else to do: every
/// start is laid out as a plan and judged by `plan::verify`.
bool canHoldAnything(const plan::Scenario& scenario, const plan::SiteKey& site);

} // namespace medicobus::planner
