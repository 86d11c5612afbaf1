// SPDX-License-Identifier: EUPL-1.2
#include "routing/single/plain/near.h"

#include <algorithm>

namespace medicobus::routing::single {

Near::Near(const Model& model, std::size_t count) {
    const auto nearest = [&](const auto& isAllowed, const auto& cost) {
        std::vector<int> others;
        for (int other = 0; other < model.size(); ++other) {
            if (isAllowed(other)) {
                others.push_back(other);
            }
        }
        std::stable_sort(others.begin(), others.end(),
                         [&](int left, int right) { return cost(left) < cost(right); });
        others.resize(std::min(others.size(), count));
        return others;
    };
    for (int station = 0; station < model.size(); ++station) {
        m_after.push_back(nearest([&](int other) { return model.isAllowed(station, other); },
                                  [&](int other) { return model.arc(station, other).cost; }));
        m_before.push_back(nearest([&](int other) { return model.isAllowed(other, station); },
                                   [&](int other) { return model.arc(other, station).cost; }));
    }
}

} // namespace medicobus::routing::single
