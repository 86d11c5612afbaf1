// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/cast/programme.h"

#include <fmt/format.h>

namespace medicobus::simulation {
namespace {

plan::Site site(const std::string& id, const char* insee, double longitude) {
    plan::Site made;
    made.id = {id};
    made.insee = {insee};
    made.name = "Salle communale";
    made.commune = id;
    made.point = {48.5, longitude};
    return made;
}

plan::Series series(const std::string& id, const std::string& where, Weekday weekday, int from, int to) {
    return plan::Series{{id}, {"B1"}, {where}, weekday, {id}, {0}, TimeOfDay(from), TimeOfDay(to)};
}

plan::Tour tour(Weekday weekday, std::vector<plan::Stop> stops) {
    plan::Tour made;
    made.bus = {"B1"};
    made.weekday = weekday;
    made.depart = TimeOfDay(485);
    made.back = TimeOfDay(1010);
    made.drivingMinutes = 80;
    made.stops = std::move(stops);
    return made;
}

plan::Stop stop(const std::string& id, int from, int to) {
    return {{id}, TimeOfDay(from - 20), TimeOfDay(from), TimeOfDay(to), TimeOfDay(to + 15)};
}

} // namespace

plan::Programme smallProgramme(int variant) {
    plan::Programme programme;
    programme.version = fmt::format("0195f000-0000-7000-8000-{:012}", variant + 1);
    programme.name = "Médicobus de l'Admidep";
    programme.isFictional = true;
    programme.firstMonday = parseDate("2027-03-01").value();
    programme.cycleWeeks = 1;
    programme.slot = std::chrono::minutes(variant == 1 ? 20 : 30);
    programme.buses = {{"B1"}};
    programme.sites = {site("aubefleur", communeOfAubefleur, 0.10),
                       site("brumeval", communeOfBrumeval, 0.15)};
    programme.series = {series("matin", "aubefleur", Weekday::Tuesday, 540, 660),
                        series("soir", "brumeval", Weekday::Tuesday, 840, 930)};
    programme.tours = {tour(Weekday::Tuesday, {stop("matin", 540, 660), stop("soir", 840, 930)})};
    if (variant != 2) {
        programme.series.push_back(series("jeudi", "brumeval", Weekday::Thursday, 540, 660));
        programme.tours.push_back(tour(Weekday::Thursday, {stop("jeudi", 540, 660)}));
    }
    return programme;
}

} // namespace medicobus::simulation
