// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/play/step.h"

namespace medicobus::simulation {

/// A random run that follows from its seed alone. Each has a theme of its own (races for places, shares that
/// end, a bad network, failing machines, a hub restored, wrong clocks, lost and withdrawn rights, changes of
/// the same few things), and in most of them people crowd at few places, so that rare things meet.
Scenario drawScenario(std::uint64_t seed);

} // namespace medicobus::simulation
