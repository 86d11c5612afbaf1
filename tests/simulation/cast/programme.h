// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/programme.h"

#include <string>

namespace medicobus::simulation {

/// The Monday on which every run begins, at ten in the morning.
inline constexpr const char* firstMoment = "2027-03-01T10:00";

/// One bus, Tuesdays and Thursdays, a site each half-day, few places, so that people meet at them. Variants
/// differ by the length of a slot and by whether the Thursday is held.
plan::Programme smallProgramme(int variant);

/// INSEE codes of the two communes, by site.
inline constexpr const char* communeOfAubefleur = "99001";
inline constexpr const char* communeOfBrumeval = "99002";

} // namespace medicobus::simulation
