// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/programme.h"

#include <string>
#include <utility>
#include <vector>

namespace medicobus::plan {

inline Date day(const std::string& text) {
    return parseDate(text).value();
}

inline LocalTime at(const std::string& text) {
    return parseLocal(text).value();
}

inline Site siteNamed(const std::string& id) {
    Site site;
    site.id = {id};
    site.insee = {id.substr(0, 5)};
    site.commune = "Commune " + id;
    site.point = {48.5, 0.25};
    site.opening.push_back({{Weekday::Tuesday, Weekday::Thursday}, TimeOfDay(480), TimeOfDay(1080)});
    return site;
}

inline Series seriesOn(const std::string& id, const std::string& site, Weekday weekday,
                       std::vector<int> weeks) {
    Series series;
    series.id = {id};
    series.bus = {"B1"};
    series.site = {site};
    series.weekday = weekday;
    series.session = {"matin"};
    series.weeks = std::move(weeks);
    series.start = TimeOfDay(9 * 60);
    series.end = TimeOfDay(12 * 60);
    return series;
}

/// Four weeks from Monday 1 March 2027: one site every Tuesday, one every second Thursday from the second
/// week.
inline Programme sampleProgramme() {
    Programme programme;
    programme.version = "0195f000-0000-7000-8000-000000000001";
    programme.name = "Médicobus de l'Admidep";
    programme.organiser = "Département de l'Admidep (fictif)";
    programme.isFictional = true;
    programme.firstMonday = day("2027-03-01");
    programme.cycleWeeks = 4;
    programme.buses = {{"B1"}};
    programme.series = {seriesOn("weekly", "99001-1", Weekday::Tuesday, {0, 1, 2, 3}),
                        seriesOn("fortnightly", "99002-1", Weekday::Thursday, {1, 3})};
    programme.sites = {siteNamed("99001-1"), siteNamed("99002-1")};
    return programme;
}

/// A moved, cancelled or kept passage of a series, by the day on which the series places it at 09:00.
inline Override decided(const std::string& series, const std::string& originalDay, Override::Kind kind,
                        std::string reason = {}) {
    Override change;
    change.occurrence = {SeriesKey{series}, at(originalDay + "T09:00")};
    change.kind = kind;
    change.reason = std::move(reason);
    return change;
}

} // namespace medicobus::plan
