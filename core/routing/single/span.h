// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/single/model.h"

#include <algorithm>

namespace medicobus::routing::single {

/// What a run of stations does to the clock: reached at t <= latest, its last service starts at
/// max(soonest, t + lasts). After the segments of Savelsbergh (1992).
struct Span {
    std::int32_t lasts = 0;
    std::int32_t soonest = 0;
    std::int32_t latest = 0;

    /// Below any time: no start is soon enough.
    static constexpr std::int32_t never = -1;

    std::int32_t after(std::int32_t time) const { return std::max(soonest, time + lasts); }
    bool isPossible() const { return latest >= 0; }

    static Span of(const Model& model, int station) {
        return {0, model.opens(station), model.closes(station)};
    }
};

/// One run after another, with the travel between them.
inline Span joined(const Span& first, std::int32_t travel, const Span& second) {
    const bool isPossible = first.isPossible() && first.soonest + travel <= second.latest;
    return {first.lasts + travel + second.lasts,
            std::max(second.soonest, first.soonest + travel + second.lasts),
            isPossible ? std::min(first.latest, second.latest - first.lasts - travel) : Span::never};
}

} // namespace medicobus::routing::single
