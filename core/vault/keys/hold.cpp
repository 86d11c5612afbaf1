// SPDX-License-Identifier: EUPL-1.2
#include "vault/keys/hold.h"

#include <algorithm>
#include <numeric>

namespace medicobus::vault {

std::chrono::milliseconds waitUnder(const std::optional<Hold>& hold, const BootMoment& now) {
    using std::chrono::milliseconds;
    if (!hold) {
        return milliseconds(0);
    }
    // Running time below the moment at which the delay began is a restart too, whatever its name.
    const bool isSameStart = hold->boot == now.boot && now.elapsed >= hold->until - hold->length;
    const milliseconds until = isSameStart ? hold->until : hold->length;
    return std::max(until - now.elapsed, milliseconds(0));
}

std::optional<Hold> holdAfter(int wrongPins, const BootMoment& now) {
    const std::chrono::milliseconds delay = delayAfter(wrongPins);
    if (delay.count() == 0) {
        return std::nullopt;
    }
    return Hold{now.boot, now.elapsed + delay, delay};
}

int wrongPins(const Wraps& wraps) {
    return std::accumulate(wraps.users.begin(), wraps.users.end(), 0,
                           [](int sum, const UserWrap& user) { return sum + user.wrongPins; });
}

} // namespace medicobus::vault
