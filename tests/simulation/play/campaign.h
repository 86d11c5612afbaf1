// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/play/run.h"

#include <cstdint>
#include <vector>

namespace medicobus::simulation {

/// Many scenarios, one for each seed from `seed` on.
struct Campaign {
    std::uint64_t seed = 1;
    std::uint64_t scenarios = 1000;
    double minutes = 0;                ///< When above 0, goes on for so long instead.
    int jobs = 1;                      ///< Processes, which share the seeds among them.
    std::vector<std::uint64_t> except; ///< Seeds left out.
};

/// What came of them.
struct Harvest {
    std::uint64_t count = 0;
    Outcome sum; ///< But for what was broken.
    std::vector<std::uint64_t> failed;
    int lost = 0; ///< Processes that ended before they had told what they saw.
};

/// Plays all of them, whatever fails. Each failure is told with its seed; the first of each guarantee in a
/// process is shrunk and printed as a scenario to replay.
Harvest play(const Campaign& campaign);

/// The rate, the faults that struck, the acts done and the checks made, as text.
std::string figures(const Harvest& harvest, double seconds);

} // namespace medicobus::simulation
