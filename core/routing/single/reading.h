// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/single/model.h"

namespace medicobus::routing::single {

/// The rows of a problem as they stand: station 0 the start, then the places in their order, then the end;
/// times count from the vehicle's earliest departure.
struct Reading {
    std::vector<std::int64_t> opens;
    std::vector<std::int64_t> closes;
    std::vector<std::int64_t> travels; ///< Row by row, as are the costs.
    std::vector<std::int64_t> costs;
    std::int64_t span = 0;       ///< From the earliest departure to the latest return.
    std::int64_t horizon = 0;    ///< No order without needless waits ends later.
    std::int64_t dearest = 0;    ///< No order costs more.
    bool hasClosedPlace = false; ///< A place has windows, but none on the day.
    bool hasNegative = false;
};

Reading readingOf(const Problem& problem);

} // namespace medicobus::routing::single
