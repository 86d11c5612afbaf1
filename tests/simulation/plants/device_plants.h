// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/plants/plant.h"

namespace medicobus::simulation {

/// Bugs of a device, put between it and the network or into its tables.
void addDevicePlants(std::vector<std::unique_ptr<Plant>>& into);

} // namespace medicobus::simulation
