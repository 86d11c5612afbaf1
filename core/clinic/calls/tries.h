// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/half_day/request.h"

#include <chrono>
#include <optional>

namespace medicobus::clinic {

/// Within which somebody who asked for a place is to be answered: what a real service promises.
inline constexpr std::chrono::hours answerAim{48};

/// Calls to somebody who waits for a place that nobody answered.
struct Tries {
    int count = 0;
    std::optional<Instant> last;

    friend bool operator==(const Tries&, const Tries&) = default;
};

/// Subject `{"request", id}`; `request.reverted` takes one back.
inline constexpr const char* requestTriedKind = "request.tried";

} // namespace medicobus::clinic
