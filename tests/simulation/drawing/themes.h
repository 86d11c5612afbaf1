// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "tests/simulation/play/step.h"

#include <array>

namespace medicobus::simulation {

/// How often what happens, out of a common sum.
struct Weights {
    std::array<int, actNames.size()> acts{};
    int mishaps = 15; ///< Steps in a hundred with one.
    bool breaksNetwork = true;
    bool breaksMachines = true;

    int& of(Act act) { return acts[static_cast<std::size_t>(act)]; }
};

/// Where people meet: a few passages, slots, persons and appointments, of the many that there are.
struct Crowd {
    std::int64_t firstPassage = 0;
    std::uint64_t passages = 1000;
    std::uint64_t slots = 1000;
    std::uint64_t persons = 1000;
    std::uint64_t appointments = 1000;

    /// Makes a step choose among them.
    void draw(Random& random, Step& step) const;
};

/// The bent of one run.
struct Theme {
    Weights weights;
    Crowd crowd;
};

Theme drawTheme(Random& random);

} // namespace medicobus::simulation
