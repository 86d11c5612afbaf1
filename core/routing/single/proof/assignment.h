// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/single/model.h"

namespace medicobus::routing::single {

/// The cheapest choice of one arc out of and one arc into every station: a lower bound of every order.
struct Assignment {
    std::int64_t bound = 0;
    bool isPossible = true;
    /// What each arc costs above the duals, row by row of the model; `forbidden` for arcs not allowed. The
    /// reduced costs of an order's arcs sum to its cost less the bound.
    std::vector<std::int32_t> reduced;
};

/// The Hungarian method with shortest augmenting paths (Kuhn 1955, Jonker and Volgenant 1987).
Assignment assign(const Model& model);

} // namespace medicobus::routing::single
