// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/demo/teller.h"

#include <vector>

namespace medicobus::cli {

/// How many of the fictional patients, from the first, ask for an appointment of the half-day.
inline constexpr std::size_t bookedCount = 8;
/// The one after them, who comes without.
inline constexpr std::size_t walkingIn = 8;

/// Lives a passage from the first telephone call to the drive back; the office answers the telephone, and the
/// tablet is in the bus, without a network until the evening.
StoryDone liveHalfDay(Teller& tablet, Teller& office, const plan::Programme& programme,
                      const plan::Occurrence& passage, const std::vector<clinic::PatientId>& patients);

} // namespace medicobus::cli
