// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/scenario.h"
#include "territory/commune_reader.h"

#include <fmt/format.h>

#include <string>

namespace medicobus::bench {

/// A depot from which a département is planned.
struct Place {
    const char* department;
    const char* depot;
    const char* insee;
};

inline constexpr Place places[] = {{"62", "Saint-Omer", "62765"}, {"62", "Arras", "62041"},
                                   {"58", "Nevers", "58194"},     {"58", "Clamecy", "58079"},
                                   {"61", "Alençon", "61001"},    {"61", "Argentan", "61006"},
                                   {"14", "Vire", "14762"},       {"14", "Caen", "14118"}};

/// The default policy with so many buses at one depot, read from `folder`/communes-<department>.csv.
inline plan::Scenario scenarioOf(const std::string& folder, const Place& place, int buses, int maxSites) {
    const std::string file = fmt::format("{}/communes-{}.csv", folder, place.department);
    auto scenario =
        plan::defaultScenario(territory::readCommunes(file).value(), territory::InseeCode{place.insee})
            .value();
    for (int bus = 2; bus <= buses; ++bus) {
        scenario.buses.push_back(scenario.buses.front());
        scenario.buses.back().id = {fmt::format("B{}", bus)};
    }
    scenario.policy.maxSites = maxSites;
    return scenario;
}

} // namespace medicobus::bench
