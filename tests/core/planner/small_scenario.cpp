// SPDX-License-Identifier: EUPL-1.2
#include "small_scenario.h"

#include <cmath>
#include <numbers>

namespace medicobus::testing {

using std::chrono::minutes;

plan::Scenario emptyScenario() {
    plan::Scenario scenario;
    scenario.territoryFile = "petit.csv";
    scenario.sessions = {{{"matin"}, minutes(510), minutes(765), minutes(180)},
                         {{"apres-midi"}, minutes(810), minutes(1065), minutes(180)}};
    plan::Bus bus;
    bus.id = {"B1"};
    bus.depot = {50, 2};
    bus.weekdays = {Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday,
                    Weekday::Friday};
    bus.start = minutes(450);
    bus.end = minutes(1110);
    scenario.buses = {bus};
    return scenario;
}

void addCommune(plan::Scenario& scenario, const std::string& insee, double kilometresEast, double population,
                double apl) {
    territory::Commune commune;
    commune.insee = {insee};
    commune.name = "Commune " + insee;
    commune.population = population;
    commune.apl = apl;
    const double radius = 6371.0 * std::cos(50 * std::numbers::pi / 180);
    commune.point = GeoPoint{50, 2 + kilometresEast / radius * 180 / std::numbers::pi};
    plan::Site site;
    site.id = {insee + "-1"};
    site.insee = commune.insee;
    site.point = *commune.point;
    site.opening = {
        {{Weekday::Monday, Weekday::Tuesday, Weekday::Wednesday, Weekday::Thursday, Weekday::Friday},
         minutes(0),
         minutes(1440)}};
    scenario.territory.communes.push_back(std::move(commune));
    scenario.sites.push_back(std::move(site));
}

} // namespace medicobus::testing
