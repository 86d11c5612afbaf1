// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/simulation/plants/plant.h"

namespace medicobus::simulation {

/// Bugs of a hub or of its store.
void addHubPlants(std::vector<std::unique_ptr<Plant>>& into);

} // namespace medicobus::simulation
