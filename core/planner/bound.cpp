// SPDX-License-Identifier: EUPL-1.2
#include "planner/bound.h"

#include "planner/bound/tour_programme.h"
#include "planner/planner.h"

namespace medicobus::planner {

Result<double> boundOf(const Model& model, BoundKind kind) {
    if (model.siteCount() == 0) {
        return 0.0;
    }
    try {
        return TourProgramme(model, kind).solve();
    } catch (const CoinError& failure) {
        return fault(codes::plannerBound, {{"value", failure.message()}});
    }
}

} // namespace medicobus::planner
