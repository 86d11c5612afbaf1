// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "journal/journal.h"
#include "tests/simulation/oracle/promises.h"

#include <map>
#include <string>

namespace medicobus::simulation {

/// What a store shows of every appointment's place, by appointment.
std::map<std::string, Shown> shownBy(const journal::Journal& journal);

} // namespace medicobus::simulation
