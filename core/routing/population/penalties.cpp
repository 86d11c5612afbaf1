// SPDX-License-Identifier: EUPL-1.2
#include "routing/population/penalties.h"

namespace medicobus::routing::population {

namespace {

constexpr int childrenBetweenChanges = 40;
/// Share of the children wanted within each limit.
constexpr int hopelessPercent = 5;
constexpr int lowestPercent = 35;
constexpr int highestPercent = 45;
constexpr Cost raise = 10;
constexpr Cost rangeOfWeights = 10'000;

Cost adapted(Cost weight, Cost most, int kept) {
    const int percent = kept * 100 / childrenBetweenChanges;
    if (percent < hopelessPercent) {
        weight = weight * 2;
    } else if (percent < lowestPercent) {
        weight = weight * 6 / 5 + 1;
    } else if (percent > highestPercent) {
        weight = weight * 17 / 20;
    }
    return std::clamp<Cost>(weight, 1, most);
}

} // namespace

Penalties::Penalties(const Instance& instance) {
    Cost cost = 0;
    Cost time = 1;
    std::int64_t most = 1;
    for (int p = 1; p <= instance.places(); ++p) {
        most = std::max(most, instance.load(p));
        for (int q = 1; q <= instance.places(); ++q) {
            cost += instance.leg(p, q).cost;
            time += instance.leg(p, q).time;
        }
    }
    const Cost mean = cost / (static_cast<Cost>(instance.places()) * instance.places()) + 1;
    m_weights = {std::max<Cost>(2 * mean / most, 1), std::max<Cost>(cost / time, 1)};
    m_most = {m_weights.load * rangeOfWeights, m_weights.time * rangeOfWeights};
}

Weights Penalties::raised() const {
    return {m_weights.load * raise, m_weights.time * raise};
}

void Penalties::note(bool keepsLoad, bool keepsTime) {
    m_kept[loads] += keepsLoad ? 1 : 0;
    m_kept[times] += keepsTime ? 1 : 0;
    if (++m_seen == childrenBetweenChanges) {
        m_weights.load = adapted(m_weights.load, m_most.load, m_kept[loads]);
        m_weights.time = adapted(m_weights.time, m_most.time, m_kept[times]);
        m_kept = {};
        m_seen = 0;
    }
}

} // namespace medicobus::routing::population
