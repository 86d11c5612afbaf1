// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "planner/model.h"

namespace medicobus::planner {

/// The value of the linear programme of `planning.md` section 2, an upper bound on worth - lambda x driving
/// minutes a year of any lawful plan: every bus-day is a lawful tour taken a real number of times, a site's
/// weekly limit holds, V is cut by tangents; regularity and the number of sites are relaxed. Columns (tours)
/// and cuts are added as they are needed. Error: `planner.bound`.
[[nodiscard]] Result<double> boundOf(const Model& model);

} // namespace medicobus::planner
