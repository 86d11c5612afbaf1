// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/geo.h"

#include <string>
#include <string_view>

namespace medicobus::publish {

/// "mardi 2 mars 2027", "lundi 1er mars 2027".
std::string frenchDate(Date date);
/// "mardi 2 mars", for a list whose year is told above it.
std::string frenchDayAndMonth(Date date);
/// "mars 2027".
std::string frenchMonth(Date date);
/// "9 h", "13 h 30", with no-break spaces.
std::string frenchTime(TimeOfDay time);
/// "de 9 h à 12 h".
std::string frenchHours(TimeOfDay start, TimeOfDay end);
/// "02 61 91 00 01" for `+33261910001`, with no-break spaces; any other number as it is.
std::string frenchPhone(std::string_view e164);
/// "800 m", "4,2 km", "17 km": as precise as a person wants to know.
std::string frenchDistance(Meters length);

} // namespace medicobus::publish
