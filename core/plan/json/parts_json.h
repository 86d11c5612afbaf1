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

/// An array of what `write` makes of each item.
template <typename Items, typename Write>
OrderedJson listJson(const Items& items, Write write) {
    OrderedJson out = OrderedJson::array();
    for (const auto& item : items) {
        out.push_back(write(item));
    }
    return out;
}

} // namespace medicobus::plan
