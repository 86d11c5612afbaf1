// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"

#include <optional>
#include <string_view>
#include <vector>

namespace medicobus::calendar {

enum class Region { Metropole, AlsaceMoselle };

/// A public holiday, by a stable code such as "easter_monday"; sentences are made elsewhere.
struct Holiday {
    Date date;
    std::string_view code;
    std::string_view name; ///< Its French name, as the administration's open calendar writes it.
};

/// Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher).
Date easterSunday(int year);

/// The public holidays of a year (Code du travail L3133-1, L3134-13 for Alsace-Moselle), by date. Two may
/// fall on one day, as Ascension and Labour Day did in 2008.
std::vector<Holiday> publicHolidays(int year, Region region = Region::Metropole);
std::optional<Holiday> publicHolidayOn(Date date, Region region = Region::Metropole);

} // namespace medicobus::calendar
