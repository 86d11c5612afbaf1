// SPDX-License-Identifier: EUPL-1.2
#include "sample_programme.h"

#include <stdexcept>

namespace medicobus::testing {
namespace {

plan::Site site(std::string id, std::string insee, std::string commune, std::string name, std::string address,
                GeoPoint point) {
    plan::Site made;
    made.id = {std::move(id)};
    made.insee = {std::move(insee)};
    made.commune = std::move(commune);
    made.name = std::move(name);
    made.address = std::move(address);
    made.point = point;
    return made;
}

plan::Series series(std::string id, std::string siteId, Weekday weekday, std::vector<int> weeks, int start,
                    int end) {
    plan::Series made;
    made.id = {std::move(id)};
    made.bus = {"B1"};
    made.site = {std::move(siteId)};
    made.weekday = weekday;
    made.session = {start < 12 * 60 ? "matin" : "apres-midi"};
    made.weeks = std::move(weeks);
    made.start = TimeOfDay(start);
    made.end = TimeOfDay(end);
    return made;
}

plan::Override change(plan::Override::Kind kind, std::string seriesId, std::string_view original,
                      std::string reason) {
    plan::Override made;
    made.occurrence = {{std::move(seriesId)}, at(original)};
    made.kind = kind;
    made.reason = std::move(reason);
    return made;
}

void addChanges(plan::Programme& programme) {
    using Kind = plan::Override::Kind;
    plan::Override moved = change(Kind::Moved, "s1", "2027-03-09T09:00", "travaux dans la salle");
    moved.start = at("2027-03-10T14:00");
    moved.end = at("2027-03-10T17:00");
    programme.overrides.push_back(moved);
    programme.overrides.push_back(change(Kind::Cancelled, "s2", "2027-03-18T13:30", "bus au garage"));
    programme.overrides.push_back(change(Kind::Kept, "s3", "2027-05-17T09:00", ""));
    programme.closures.push_back(
        {{"99003-1"}, day("2027-07-05"), day("2027-07-25"), "fermeture d’été", false});
    programme.closures.push_back({{"99003-1"}, day("2027-09-20"), day("2027-09-26"), "peinture", true});
}

} // namespace

Date day(std::string_view text) {
    const auto read = parseDate(text);
    if (!read) {
        throw std::invalid_argument(std::string(text));
    }
    return *read;
}

LocalTime at(std::string_view text) {
    const auto read = parseLocal(text);
    if (!read) {
        throw std::invalid_argument(std::string(text));
    }
    return *read;
}

Instant utc(std::string_view text) {
    return Instant(at(text).time_since_epoch());
}

plan::Programme sampleProgramme() {
    plan::Programme programme;
    programme.version = "01943b2e-6c00-7000-8000-000000000001";
    programme.name = "Médicobus des Trois-Vallées";
    programme.organiser = "le département des Trois-Vallées";
    programme.firstMonday = day("2027-03-01");
    programme.until = day("2028-02-29");
    programme.cycleWeeks = 4;
    programme.buses = {{"B1"}};
    programme.booking = {"+33261910001", "du lundi au vendredi, de 9 h à 12 h"};
    programme.sites = {
        site("99001-1", "99001", "Saint-Germain-de-la-Coudre-sur-Ancre", "Salle communale",
             "2 rue de l’Église, face à la pharmacie", {50.7307, 1.9920}),
        site("99002-1", "99002", "Épinoy", "Mairie", "1 place du Général, entrée de plain-pied",
             {50.60, 2.10}),
        site("99002-2", "99002", "Épinoy", "Salle des fêtes; annexe, \"la Grange\"", "", {50.61, 2.11}),
        site("99003-1", "99003", "L’Âtre", "Foyer rural", "5 chemin des Prés", {50.80, 2.30})};
    programme.series = {series("s1", "99001-1", Weekday::Tuesday, {0, 1, 2, 3}, 9 * 60, 12 * 60),
                        series("s2", "99002-1", Weekday::Thursday, {0, 2}, 13 * 60 + 30, 16 * 60 + 30),
                        series("s3", "99002-2", Weekday::Monday, {0, 1, 2, 3}, 9 * 60, 11 * 60 + 30),
                        series("s4", "99003-1", Weekday::Friday, {0, 1}, 14 * 60, 17 * 60),
                        series("s5", "99003-1", Weekday::Wednesday, {3}, 9 * 60, 12 * 60)};
    programme.communes = {{{"99001"}, "Saint-Germain-de-la-Coudre-sur-Ancre", {50.7307, 1.9920}},
                          {{"99002"}, "Épinoy", {50.60, 2.10}},
                          {{"99003"}, "L’Âtre", {50.80, 2.30}},
                          {{"99004"}, "Boursin", {50.7765, 1.8280}},
                          {{"99005"}, "Zoteux", {50.61, 1.88}}};
    addChanges(programme);
    return programme;
}

} // namespace medicobus::testing
