// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/plan.h"
#include "plan/scenario.h"

namespace medicobus::plan::testing {

/// Everything lies on one meridian and the bus drives one kilometre a minute, so that the times of the small
/// case can be read off: depot at 0, Aubert at 10, Bois at 18, Clos at 22, Dune at 35 km; Erme, whose APL is
/// not known, is at Aubert. Sites: "a" at Aubert, "c" at Clos.
inline GeoPoint atKilometre(double km) {
    constexpr double kilometresPerDegree = 6371.0 * 3.14159265358979323846 / 180.0;
    return {48.0 + km / kilometresPerDegree, 1.5};
}

inline TimeOfDay at(int hours, int minutes = 0) {
    return std::chrono::hours(hours) + std::chrono::minutes(minutes);
}

inline territory::Commune commune(const std::string& insee, const std::string& name, double km,
                                  double population, std::optional<double> apl) {
    territory::Commune commune;
    commune.insee = {insee};
    commune.name = name;
    commune.point = atKilometre(km);
    commune.population = population;
    commune.apl = apl;
    return commune;
}

inline Site smallSite(const std::string& id, const std::string& insee, double km) {
    Site site;
    site.id = {id};
    site.insee = {insee};
    site.point = atKilometre(km);
    site.opening = {{{Weekday::Monday, Weekday::Tuesday}, at(8), at(18)}};
    return site;
}

inline Scenario smallScenario() {
    Scenario scenario;
    scenario.territory.source = "small";
    // Unmet need is 1,000 consultations a year in each of the first three.
    scenario.territory.communes = {
        commune("00001", "Aubert", 10, 1000, 1.5), commune("00002", "Bois", 18, 2000, 2.0),
        commune("00003", "Clos", 22, 500, 0.5), commune("00004", "Dune", 35, 700, 4.0),
        commune("00005", "Erme", 10, 300, {})};
    scenario.cycleWeeks = 2;
    scenario.travel = {"estimate", 1, 60};
    scenario.sessions = {{{"matin"}, at(8, 30), at(12, 45), std::chrono::minutes(180)},
                         {{"apres-midi"}, at(13, 30), at(17, 45), std::chrono::minutes(180)}};
    Bus bus;
    bus.id = {"B1"};
    bus.depot = atKilometre(0);
    bus.weekdays = {Weekday::Monday, Weekday::Tuesday};
    bus.start = at(7, 30);
    bus.end = at(18, 30);
    scenario.buses = {bus};
    scenario.sites = {smallSite("a", "00001", 10), smallSite("c", "00003", 22)};
    scenario.hasGivenSites = true;
    return scenario;
}

inline Stop morningAtA() {
    return {{"s1"}, at(8, 10), at(8, 30), at(11, 30), at(11, 45)};
}

inline Stop afternoonAtC() {
    return {{"s2"}, at(13, 10), at(13, 30), at(16, 30), at(16, 45)};
}

/// Aubert every Monday morning, Clos every other Monday afternoon. The figures are computed by hand:
///
/// Q_a = 9 slots x 2 sessions x 46/2 = 414, Q_c = 9 x 1 x 23 = 207. Minutes from Aubert, Bois, Clos to a:
/// 0, 8, 12, so w = 1, 1, 0.3; to c: 12, 4, 0, so w = 0.3, 1, 1. Both sites are pulled by 2.3 x 1,000.
/// delivered: Aubert 414/2.3 + 207 x 0.3/2.3 x 0.3 = 180 + 8.1 = 188.1; Bois 180 + 90 = 270;
/// Clos 414 x 0.3/2.3 x 0.3 + 90 = 16.2 + 90 = 106.2; together 564.3.
/// severity before: 1000 x 0.4^2 + 2000 x 0.2^2 + 500 x 0.8^2 = 160 + 80 + 320 = 560;
/// after: 1000 x 0.32476^2 + 2000 x 0.146^2 + 500 x 0.71504^2 = 105.4690576 + 42.632 + 255.6411008
/// = 403.7421584; worth is the difference, 156.2578416.
/// driving: 10 + 12 + 22 in week 0, 10 + 10 in week 1, so 64 x 23 = 1,472 min and as many km a year;
/// total = 156.2578416 - 0.002 x 1,472 = 153.3138416.
/// Within 10 min: Aubert, Erme, Bois, Clos, 3,800 inhabitants; within 15 min Dune too, 4,500.
inline Plan smallPlan() {
    Plan plan;
    plan.iterations = 20000;
    plan.score = {156.2578416, 160, 1472, 153.3138416};
    plan.series = {{{"s1"}, {"B1"}, {"a"}, Weekday::Monday, {"matin"}, {0, 1}, at(8, 30), at(11, 30)},
                   {{"s2"}, {"B1"}, {"c"}, Weekday::Monday, {"apres-midi"}, {0}, at(13, 30), at(16, 30)}};
    plan.tours = {{{"B1"}, 0, Weekday::Monday, at(8), at(17, 8), 44, {morningAtA(), afternoonAtC()}},
                  {{"B1"}, 1, Weekday::Monday, at(8), at(11, 55), 20, {morningAtA()}}};
    plan.indicators = {564.3, {0, 3800}, {0, 4500}, {560, 403.7421584}, {3, 3}, 1472};
    return plan;
}

} // namespace medicobus::plan::testing
