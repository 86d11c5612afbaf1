// SPDX-License-Identifier: EUPL-1.2
#include "plan/scenario_json.h"

#include "base/file.h"
#include "plan/json/parts_json.h"
#include "plan/json/people_json.h"
#include "plan/json/scenario_reader.h"

namespace medicobus::plan {
namespace {

constexpr int exactEnough = 9;    ///< Decimals of policy figures.
constexpr int degreeDecimals = 7; ///< A centimetre.

OrderedJson policyJson(const Policy& policy) {
    OrderedJson reach = OrderedJson::array();
    for (const Policy::ReachStep& step : policy.reach) {
        reach.push_back(OrderedJson::array(
            {jsonNumber(step.upTo.count(), exactEnough), jsonNumber(step.weight, exactEnough)}));
    }
    OrderedJson json{{"threshold", jsonNumber(policy.threshold, exactEnough)},
                     {"alpha", jsonNumber(policy.alpha, exactEnough)},
                     {"reach", std::move(reach)},
                     {"slot_minutes", policy.slot.count()},
                     {"show_rate", jsonNumber(policy.showRate, exactEnough)},
                     {"weeks_per_year", jsonNumber(policy.weeksPerYear, exactEnough)},
                     {"lambda", jsonNumber(policy.lambda, exactEnough)},
                     {"max_gap_weeks", policy.maxGapWeeks},
                     {"max_sites", policy.maxSites},
                     {"max_sessions_per_site_week", policy.maxSessionsPerSiteWeek},
                     {"min_site_population", jsonNumber(policy.minSitePopulation, exactEnough)}};
    if (!policy.services.empty()) {
        json["services"] = listJson(policy.services, serviceNeedJson);
    }
    if (policy.min4gShare) {
        json["min_4g_share"] = jsonNumber(*policy.min4gShare, exactEnough);
    }
    if (policy.uncovered == Policy::Uncovered::Avoid) {
        json["uncovered"] = "avoid";
    }
    return json;
}

OrderedJson busJson(const Bus& bus) {
    return {{"id", bus.id.value},
            {"depot",
             {{"lat", jsonNumber(bus.depot.lat, degreeDecimals)},
              {"lon", jsonNumber(bus.depot.lon, degreeDecimals)}}},
            {"weekdays", weekdaysJson(bus.weekdays)},
            {"start", formatTimeOfDay(bus.start)},
            {"end", formatTimeOfDay(bus.end)},
            {"max_duty_minutes", bus.maxDuty.count()},
            {"max_driving_minutes", bus.maxDriving.count()},
            {"break_minutes", bus.breakLength.count()}};
}

OrderedJson lockedJson(const Series& series) {
    OrderedJson json = OrderedJson::object();
    if (!series.id.empty()) {
        json["id"] = series.id.value;
    }
    json["bus"] = series.bus.value;
    json["site"] = series.site.value;
    json["weekday"] = weekdayCode(series.weekday);
    json["session"] = series.session.value;
    json["weeks"] = series.weeks;
    if (series.hasTime()) {
        json["start"] = formatTimeOfDay(series.start);
        json["end"] = formatTimeOfDay(series.end);
    }
    return json;
}

OrderedJson forbiddenJson(const Forbidden& forbidden) {
    OrderedJson json = OrderedJson::object();
    if (forbidden.site) {
        json["site"] = forbidden.site->value;
    }
    if (forbidden.bus) {
        json["bus"] = forbidden.bus->value;
    }
    if (forbidden.weekday) {
        json["weekday"] = weekdayCode(*forbidden.weekday);
    }
    if (forbidden.session) {
        json["session"] = forbidden.session->value;
    }
    if (!forbidden.weeks.empty()) {
        json["weeks"] = forbidden.weeks;
    }
    if (forbidden.date) {
        json["date"] = formatDate(*forbidden.date);
    }
    return json;
}

OrderedJson travelJson(const TravelSpec& travel) {
    OrderedJson json{{"kind", travel.kind}};
    if (!travel.server.empty()) {
        json["url"] = travel.server;
        json["profile"] = travel.profile;
    }
    if (!travel.file.empty()) {
        json["file"] = travel.file;
    }
    json["detour"] = jsonNumber(travel.detour, exactEnough);
    json["kmh"] = jsonNumber(travel.kilometresPerHour, exactEnough);
    return json;
}

OrderedJson settledJson(const Settled& doctor) {
    return {{"insee", doctor.commune.value},
            {"consultations_year", jsonNumber(doctor.consultationsYear, exactEnough)}};
}

} // namespace

Result<Scenario> parseScenario(std::string_view text, const std::string& file, Roads roads) {
    const auto json = JsonReader::parse(text, file);
    if (!json) {
        return Fault(json.error());
    }
    return ScenarioReader(file, roads).read(*json);
}

Result<Scenario> readScenario(const std::filesystem::path& path, Roads roads) {
    const auto text = readFile(path);
    if (!text) {
        return Fault(text.error());
    }
    return parseScenario(*text, path.string(), roads);
}

std::string scenarioJson(const Scenario& scenario) {
    OrderedJson json{{"format", scenarioFormatName},
                     {"territory", scenario.territoryFile},
                     {"cycle_weeks", scenario.cycleWeeks},
                     {"policy", policyJson(scenario.policy)},
                     {"travel", travelJson(scenario.travel)},
                     {"sessions", listJson(scenario.sessions, sessionJson)},
                     {"buses", listJson(scenario.buses, busJson)}};
    if (scenario.hasGivenSites) {
        json["sites"] = listJson(scenario.sites, siteJson);
    }
    if (!scenario.settled.empty()) {
        json["settled"] = listJson(scenario.settled, settledJson);
    }
    if (!scenario.employment.empty()) {
        json["employment"] = listJson(scenario.employment, employmentJson);
    }
    if (!scenario.people.empty()) {
        json["people"] = listJson(scenario.people, personJson);
    }
    json["locked"] = listJson(scenario.locked, lockedJson);
    json["forbidden"] = listJson(scenario.forbidden, forbiddenJson);
    return jsonLines(json);
}

Result<void> writeScenario(const std::filesystem::path& path, const Scenario& scenario) {
    return writeFile(path, scenarioJson(scenario));
}

} // namespace medicobus::plan
