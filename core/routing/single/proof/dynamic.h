// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/budget.h"
#include "routing/single/model.h"
#include "routing/single/proof/assignment.h"

#include <vector>

namespace medicobus::routing::single {

struct DynamicLimits {
    /// Only orders that cost less are looked for.
    std::int64_t below = std::int64_t{largest} + 1;
    /// Partial orders kept, over all lengths, before the search gives up.
    std::size_t labels = 1'000'000;
    /// What must come before each station, on top of the model's own; empty: nothing.
    std::vector<StationSet> before;
};

struct DynamicResult {
    std::vector<int> order; ///< All stations; empty when none was found.
    std::int64_t cost = 0;
    /// No order within the limits is cheaper, or there is none at all.
    bool isComplete = false;
};

/// Dynamic programming forwards over (stations visited, last one), of which all labels (time, cost) are kept
/// that no other beats in both: Dumas, Desrosiers, Gelinas and Solomon (1995). The costs are reduced by an
/// assignment, so that a label's cost bounds every order it leads to.
DynamicResult orderDynamically(const Model& model, const Assignment& assignment, const DynamicLimits& limits,
                               const Budget& budget);

} // namespace medicobus::routing::single
