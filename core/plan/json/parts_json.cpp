// SPDX-License-Identifier: EUPL-1.2
#include "plan/json/parts_json.h"

namespace medicobus::plan {
namespace {

constexpr int anyWeek = 1000;
constexpr int minutesADay = 24 * 60;
constexpr double anyFigure = 1e15;
constexpr int degreeDecimals = 7;

Stop readStop(JsonReader& reader) {
    Stop stop;
    stop.series = {reader.text("series")};
    stop.arrive = reader.time("arrive");
    stop.start = reader.time("start");
    stop.end = reader.time("end");
    stop.leave = reader.time("leave");
    return stop;
}

} // namespace

Series readSeries(JsonReader& reader) {
    Series series;
    series.id = {reader.text("id")};
    series.bus = {reader.text("bus")};
    series.site = {reader.text("site")};
    series.weekday = reader.weekday("weekday");
    series.session = {reader.text("session")};
    series.weeks = reader.wholes("weeks", 0, anyWeek);
    series.start = reader.time("start");
    series.end = reader.time("end");
    if (reader.has("pause")) {
        reader.object("pause", [&](JsonReader& pause) {
            series.pauseStart = pause.time("from");
            series.pauseEnd = pause.time("to");
        });
    }
    series.slot = std::chrono::minutes(reader.whole("slot_minutes", 1, minutesADay, 0));
    series.seats = reader.whole("seats_per_slot", 1, mostSeats, 1);
    return series;
}

Tour readTour(JsonReader& reader) {
    Tour tour;
    tour.bus = {reader.text("bus")};
    tour.week = reader.whole("week", 0, anyWeek);
    tour.weekday = reader.weekday("weekday");
    tour.depart = reader.time("depart");
    tour.back = reader.time("return");
    tour.drivingMinutes = reader.number("driving_minutes", 0, anyFigure);
    reader.each("stops", [&](JsonReader& stop) { tour.stops.push_back(readStop(stop)); });
    if (reader.has("people")) {
        for (auto& person : reader.texts("people")) {
            tour.people.push_back({std::move(person)});
        }
    }
    if (reader.has("remote")) {
        reader.each("remote", [&](JsonReader& duty) {
            tour.remote.push_back({{duty.text("series")}, {duty.text("person")}});
        });
    }
    return tour;
}

OrderedJson seriesJson(const Series& series) {
    OrderedJson json{{"id", series.id.value},
                     {"bus", series.bus.value},
                     {"site", series.site.value},
                     {"weekday", weekdayCode(series.weekday)},
                     {"session", series.session.value},
                     {"weeks", series.weeks},
                     {"start", formatTimeOfDay(series.start)},
                     {"end", formatTimeOfDay(series.end)}};
    if (series.pause().count() > 0) {
        json["pause"] = {{"from", formatTimeOfDay(series.pauseStart)},
                         {"to", formatTimeOfDay(series.pauseEnd)}};
    }
    if (series.slot.count() > 0) {
        json["slot_minutes"] = series.slot.count();
    }
    if (series.seats > 1) {
        json["seats_per_slot"] = series.seats;
    }
    return json;
}

OrderedJson tourJson(const Tour& tour) {
    OrderedJson stops = OrderedJson::array();
    for (const Stop& stop : tour.stops) {
        stops.push_back({{"series", stop.series.value},
                         {"arrive", formatTimeOfDay(stop.arrive)},
                         {"start", formatTimeOfDay(stop.start)},
                         {"end", formatTimeOfDay(stop.end)},
                         {"leave", formatTimeOfDay(stop.leave)}});
    }
    OrderedJson json{{"bus", tour.bus.value},
                     {"week", tour.week},
                     {"weekday", weekdayCode(tour.weekday)},
                     {"depart", formatTimeOfDay(tour.depart)},
                     {"return", formatTimeOfDay(tour.back)},
                     {"driving_minutes", jsonNumber(tour.drivingMinutes, 2)},
                     {"stops", std::move(stops)}};
    if (!tour.people.empty()) {
        json["people"] = listJson(tour.people, [](const PersonKey& person) { return person.value; });
    }
    if (!tour.remote.empty()) {
        json["remote"] = listJson(tour.remote, [](const RemoteDuty& duty) {
            return OrderedJson{{"series", duty.series.value}, {"person", duty.person.value}};
        });
    }
    return json;
}

OrderedJson weekdaysJson(const std::vector<Weekday>& days) {
    OrderedJson out = OrderedJson::array();
    for (const Weekday day : days) {
        out.push_back(weekdayCode(day));
    }
    return out;
}

OrderedJson siteJson(const Site& site) {
    OrderedJson json{{"id", site.id.value}, {"insee", site.insee.value}, {"name", site.name}};
    if (!site.address.empty()) {
        json["address"] = site.address;
    }
    json["lat"] = jsonNumber(site.point.lat, degreeDecimals);
    json["lon"] = jsonNumber(site.point.lon, degreeDecimals);
    json["rooms"] = site.rooms;
    json["setup_minutes"] = site.setup.count();
    json["teardown_minutes"] = site.teardown.count();
    json["opening"] = OrderedJson::array();
    for (const Opening& opening : site.opening) {
        json["opening"].push_back({{"days", weekdaysJson(opening.days)},
                                   {"from", formatTimeOfDay(opening.from)},
                                   {"to", formatTimeOfDay(opening.to)}});
    }
    if (site.hasNetwork) {
        json["network"] = *site.hasNetwork;
    }
    if (site.validFrom) {
        json["valid_from"] = formatDate(*site.validFrom);
    }
    if (site.validUntil) {
        json["valid_until"] = formatDate(*site.validUntil);
    }
    return json;
}

} // namespace medicobus::plan
