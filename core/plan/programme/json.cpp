// SPDX-License-Identifier: EUPL-1.2
#include "plan/programme_json.h"

#include "base/file.h"
#include "base/json_reader.h"
#include "plan/json/parts_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>
#include <set>

namespace medicobus::plan {
namespace {

constexpr std::string_view programmeFormatName = "medicobus-programme/1";
constexpr int degreeDecimals = 7;
constexpr int longestCycle = 1000;
constexpr int minutesADay = 24 * 60;
/// In the order of `Override::Kind`.
constexpr std::array<std::string_view, 3> kindNames{"moved", "cancelled", "kept"};

std::optional<Date> optionalDate(JsonReader& reader, std::string_view key) {
    return reader.has(key) ? std::optional(reader.date(key)) : std::nullopt;
}

LocalTime localTime(JsonReader& reader, std::string_view key) {
    const std::string value = reader.text(key);
    const auto time = parseLocal(value);
    if (!time && reader.ok()) {
        reader.fail(time.error().code(), key, value, "2027-03-02T09:00");
    }
    return time.value_or(LocalTime());
}

GeoPoint point(JsonReader& reader) {
    return {reader.number("lat", -90, 90), reader.number("lon", -180, 180)};
}

Site readSite(JsonReader& reader) {
    Site site;
    site.id = {reader.text("id")};
    site.insee = {reader.text("insee")};
    site.name = reader.text("name", {});
    site.commune = reader.text("commune", {});
    site.address = reader.text("address", {});
    site.point = point(reader);
    site.rooms = reader.whole("rooms", 1, 100, site.rooms);
    site.setup = std::chrono::minutes(reader.whole("setup_minutes", 0, minutesADay, 20));
    site.teardown = std::chrono::minutes(reader.whole("teardown_minutes", 0, minutesADay, 15));
    reader.each("opening", [&](JsonReader& hours) {
        site.opening.push_back({hours.weekdays("days"), hours.time("from"), hours.time("to")});
    });
    if (reader.has("network")) {
        site.hasNetwork = reader.flag("network", false);
    }
    site.validFrom = optionalDate(reader, "valid_from");
    site.validUntil = optionalDate(reader, "valid_until");
    return site;
}

Closure readClosure(JsonReader& reader) {
    Closure closure;
    closure.site = {reader.text("site")};
    closure.from = reader.date("from");
    closure.until = reader.date("until");
    closure.reason = reader.text("reason", {});
    closure.isLifted = reader.flag("lifted", false);
    if (closure.until < closure.from) {
        reader.fail(codes::programmeOrder, "until", formatDate(closure.until),
                    ">= " + formatDate(closure.from));
    }
    return closure;
}

Override readOverride(JsonReader& reader) {
    Override change;
    change.occurrence = {SeriesKey{reader.text("series")}, localTime(reader, "original_start")};
    const std::string kind = reader.text("kind");
    const auto known = std::find(kindNames.begin(), kindNames.end(), kind);
    if (known == kindNames.end()) {
        reader.fail(medicobus::codes::jsonRange, "kind", kind, "moved cancelled kept");
        return change;
    }
    change.kind = static_cast<Override::Kind>(known - kindNames.begin());
    if (change.kind == Override::Kind::Moved) {
        change.start = localTime(reader, "start");
        change.end = localTime(reader, "end");
        if (change.end <= change.start) {
            reader.fail(codes::programmeOrder, "end", formatLocal(change.end),
                        "> " + formatLocal(change.start));
        }
    }
    change.reason = reader.text("reason", {});
    change.sequence = reader.whole("sequence", 1, std::numeric_limits<int>::max());
    return change;
}

void readHead(JsonReader& root, Programme& programme) {
    const std::string format = root.text("format");
    if (format != programmeFormatName) {
        root.fail(codes::programmeFormat, "format", format, std::string(programmeFormatName));
    }
    programme.version = root.text("version", {});
    programme.name = root.text("name");
    programme.organiser = root.text("organiser", {});
    programme.isFictional = root.flag("fictional", false);
    programme.firstMonday = root.date("first_monday");
    if (mondayOf(programme.firstMonday) != programme.firstMonday) {
        root.fail(codes::programmeMonday, "first_monday", formatDate(programme.firstMonday),
                  formatDate(mondayOf(programme.firstMonday)));
    }
    programme.until = optionalDate(root, "until");
    programme.cycleWeeks = root.whole("cycle_weeks", 1, longestCycle);
    programme.slot = std::chrono::minutes(root.whole("slot_minutes", 1, minutesADay));
    programme.travelKind = root.text("travel");
}

void readParts(JsonReader& root, Programme& programme) {
    for (auto& bus : root.texts("buses")) {
        programme.buses.push_back({std::move(bus)});
    }
    if (root.has("depots")) {
        root.each("depots",
                  [&](JsonReader& part) { programme.depots.emplace(BusKey{part.text("bus")}, point(part)); });
    }
    root.each("series", [&](JsonReader& part) { programme.series.push_back(readSeries(part)); });
    root.each("tours", [&](JsonReader& part) { programme.tours.push_back(readTour(part)); });
    root.each("sites", [&](JsonReader& part) { programme.sites.push_back(readSite(part)); });
    root.each("communes", [&](JsonReader& part) {
        programme.communes.push_back(
            {territory::InseeCode{part.text("insee")}, part.text("name"), point(part)});
    });
    root.object("booking", [&](JsonReader& part) {
        programme.booking = {part.text("phone", {}), part.text("hours", {})};
    });
    root.each("closures", [&](JsonReader& part) { programme.closures.push_back(readClosure(part)); });
    root.each("overrides", [&](JsonReader& part) { programme.overrides.push_back(readOverride(part)); });
}

void checkSeries(JsonReader& root, const Programme& programme) {
    std::set<SeriesKey> known;
    for (std::size_t i = 0; i < programme.series.size(); ++i) {
        const Series& series = programme.series[i];
        const auto place = [&](std::string_view key) { return fmt::format("series[{}].{}", i, key); };
        if (!known.insert(series.id).second) {
            root.fail(codes::programmeDuplicate, place("id"), series.id.value);
        }
        if (!programme.findSite(series.site)) {
            root.fail(codes::programmeUnknownSite, place("site"), series.site.value);
        }
        if (series.end <= series.start) {
            root.fail(codes::programmeOrder, place("end"), formatTimeOfDay(series.end),
                      "> " + formatTimeOfDay(series.start));
        }
        const auto& weeks = series.weeks;
        const bool ascends =
            std::adjacent_find(weeks.begin(), weeks.end(), std::greater_equal<>()) == weeks.end();
        if (!ascends || (!weeks.empty() && weeks.back() >= programme.cycleWeeks)) {
            root.fail(codes::programmeWeek, place("weeks"), Json(weeks).dump(),
                      fmt::format("0 … {}", programme.cycleWeeks - 1));
        }
    }
}

void checkSites(JsonReader& root, const Programme& programme) {
    std::set<SiteKey> known;
    for (std::size_t i = 0; i < programme.sites.size(); ++i) {
        if (!known.insert(programme.sites[i].id).second) {
            root.fail(codes::programmeDuplicate, fmt::format("sites[{}].id", i), programme.sites[i].id.value);
        }
    }
}

OrderedJson publicSiteJson(const Site& site) {
    OrderedJson json = siteJson(site);
    json["commune"] = site.commune;
    return json;
}

OrderedJson communeJson(const CommunePoint& commune) {
    return {{"insee", commune.insee.value},
            {"name", commune.name},
            {"lat", jsonNumber(commune.point.lat, degreeDecimals)},
            {"lon", jsonNumber(commune.point.lon, degreeDecimals)}};
}

OrderedJson depotJson(const std::pair<const BusKey, GeoPoint>& depot) {
    return {{"bus", depot.first.value},
            {"lat", jsonNumber(depot.second.lat, degreeDecimals)},
            {"lon", jsonNumber(depot.second.lon, degreeDecimals)}};
}

OrderedJson closureJson(const Closure& closure) {
    OrderedJson json{{"site", closure.site.value},
                     {"from", formatDate(closure.from)},
                     {"until", formatDate(closure.until)},
                     {"reason", closure.reason}};
    if (closure.isLifted) {
        json["lifted"] = true;
    }
    return json;
}

OrderedJson overrideJson(const Override& change) {
    OrderedJson json{{"series", change.occurrence.series.value},
                     {"original_start", formatLocal(change.occurrence.originalStart)},
                     {"kind", kindNames[static_cast<std::size_t>(change.kind)]}};
    if (change.kind == Override::Kind::Moved) {
        json["start"] = formatLocal(change.start);
        json["end"] = formatLocal(change.end);
    }
    json["reason"] = change.reason;
    json["sequence"] = change.sequence;
    return json;
}

} // namespace

Result<Programme> parseProgramme(std::string_view text, const std::string& file) {
    const auto json = JsonReader::parse(text, file);
    if (!json) {
        return Fault(json.error());
    }
    JsonReader root(*json, "$", file);
    root.allowUnknownKeys();
    Programme programme;
    readHead(root, programme);
    readParts(root, programme);
    checkSeries(root, programme);
    checkSites(root, programme);
    if (const auto done = root.finish(); !done) {
        return Fault(done.error());
    }
    return programme;
}

Result<Programme> readProgramme(const std::filesystem::path& path) {
    return readFile(path).and_then(
        [&](const std::string& text) { return parseProgramme(text, path.string()); });
}

std::string programmeJson(const Programme& programme) {
    OrderedJson json{{"format", programmeFormatName},
                     {"version", programme.version},
                     {"name", programme.name},
                     {"organiser", programme.organiser},
                     {"fictional", programme.isFictional},
                     {"first_monday", formatDate(programme.firstMonday)}};
    if (programme.until) {
        json["until"] = formatDate(*programme.until);
    }
    json["cycle_weeks"] = programme.cycleWeeks;
    json["slot_minutes"] = programme.slot.count();
    json["travel"] = programme.travelKind;
    json["buses"] = listJson(programme.buses, [](const BusKey& bus) { return bus.value; });
    if (!programme.depots.empty()) {
        json["depots"] = listJson(programme.depots, depotJson);
    }
    json["series"] = listJson(programme.series, seriesJson);
    json["tours"] = listJson(programme.tours, tourJson);
    json["sites"] = listJson(programme.sites, publicSiteJson);
    json["communes"] = listJson(programme.communes, communeJson);
    json["booking"] = {{"phone", programme.booking.phone}, {"hours", programme.booking.hours}};
    json["closures"] = listJson(programme.closures, closureJson);
    json["overrides"] = listJson(programme.overrides, overrideJson);
    return jsonLines(json);
}

Result<void> writeProgramme(const std::filesystem::path& path, const Programme& programme) {
    return writeFile(path, programmeJson(programme));
}

} // namespace medicobus::plan
