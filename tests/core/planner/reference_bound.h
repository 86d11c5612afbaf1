// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tour_table.h"

namespace medicobus::testing {

/// Bounds from below and above the optimum of a programme.
struct Bracket {
    double below = 0;
    double above = 0;
};

/// The programme of `planning.md` section 2 with every lawful tour written out, solved by GLPK: `above` is
/// its optimum with V cut by tangents, `below` the true V at the same solution. `wholeDays` adds the row that
/// a site's days of two sessions fit whole into its weekly limit.
Bracket referenceBound(const TourTable& table, bool wholeDays);

} // namespace medicobus::testing
