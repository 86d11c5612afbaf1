// SPDX-License-Identifier: EUPL-1.2
#include "plan/plan.h"

#include <algorithm>

namespace medicobus::plan {

const Series* Plan::findSeries(const SeriesKey& id) const {
    const auto at = std::ranges::find(series, id, &Series::id);
    return at == series.end() ? nullptr : &*at;
}

bool isRecurring(const std::vector<int>& weeks, int cycleWeeks) {
    const auto count = static_cast<int>(weeks.size());
    if (count == 0 || cycleWeeks % count != 0) {
        return false;
    }
    const int interval = cycleWeeks / count;
    for (int i = 0; i < count; ++i) {
        if (weeks[static_cast<std::size_t>(i)] != weeks.front() + i * interval) {
            return false;
        }
    }
    return weeks.front() >= 0 && weeks.front() < interval;
}

} // namespace medicobus::plan
