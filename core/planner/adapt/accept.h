// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/adapt/adapt.h"

namespace medicobus::planner {

/// A new version of a plan: the scenario it is lawful in (a longer or shorter session is a kind of its own)
/// and the plan.
struct Version {
    plan::Scenario scenario;
    plan::Plan plan;
};

/// The plan with these proposals followed and nothing else touched: half-days that become free stay free.
/// Errors: `adapt.unlawful` names the series that would break a rule, `adapt.no_change` a proposal that asks
/// for more sessions than the cycle has weeks, `planner.bound`.
[[nodiscard]] Result<Version> accept(const plan::Scenario& scenario, const plan::Plan& plan,
                                     const std::vector<Proposal>& proposals);

namespace codes {
inline constexpr ErrorCode adaptUnlawful{"adapt.unlawful"};
inline constexpr ErrorCode adaptNoChange{"adapt.no_change"};
} // namespace codes

} // namespace medicobus::planner
