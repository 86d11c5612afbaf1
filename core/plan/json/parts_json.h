// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/json_reader.h"
#include "plan/json/json_lines.h"
#include "plan/scenario.h"

namespace medicobus::plan {

// The parts that plan, scenario and programme write alike.

Series readSeries(JsonReader& reader);
Tour readTour(JsonReader& reader);

OrderedJson seriesJson(const Series& series);
OrderedJson tourJson(const Tour& tour);
OrderedJson weekdaysJson(const std::vector<Weekday>& days);
/// A site as the scenario writes it; points keep 7 decimals, a centimetre.
OrderedJson siteJson(const Site& site);

} // namespace medicobus::plan
