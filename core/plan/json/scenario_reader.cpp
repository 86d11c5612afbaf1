// SPDX-License-Identifier: EUPL-1.2
#include "plan/json/scenario_reader.h"

#include "territory/admidep.h"
#include "territory/commune_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace medicobus::plan {
namespace {

constexpr double manyYears = 1e6;
constexpr int wholeDay = 24 * 60;
constexpr double longestReach = 4 * 3600;

GeoPoint point(JsonReader& reader) {
    return {reader.number("lat", -90, 90), reader.number("lon", -180, 180)};
}

} // namespace

std::chrono::minutes readMinutes(JsonReader& reader, std::string_view key, int low,
                                 std::optional<std::chrono::minutes> otherwise) {
    return std::chrono::minutes(otherwise
                                    ? reader.whole(key, low, wholeDay, static_cast<int>(otherwise->count()))
                                    : reader.whole(key, low, wholeDay));
}

std::vector<Weekday> readWeekdays(JsonReader& reader, std::string_view key) {
    auto days = reader.weekdays(key);
    if (days.empty()) {
        reader.fail(codes::scenarioEmpty, key);
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (std::find(days.begin(), days.begin() + static_cast<std::ptrdiff_t>(i), days[i])
            != days.begin() + static_cast<std::ptrdiff_t>(i)) {
            reader.fail(codes::scenarioDuplicate, fmt::format("{}[{}]", key, i),
                        std::string(weekdayCode(days[i])));
        }
    }
    return days;
}

TimeOfDay readTimeAfter(JsonReader& reader, std::string_view key, TimeOfDay earlier) {
    const TimeOfDay time = reader.time(key);
    if (time <= earlier) {
        reader.fail(codes::scenarioOrder, key, formatTimeOfDay(time), "> " + formatTimeOfDay(earlier));
    }
    return time;
}

Result<Scenario> ScenarioReader::read(const Json& json) {
    JsonReader root(json, "$", m_file.string());
    const std::string format = root.text("format");
    if (format != scenarioFormatName) {
        root.fail(codes::scenarioFormat, "format", format, std::string(scenarioFormatName));
    }
    m_scenario.cycleWeeks = root.whole("cycle_weeks", 1, 4, m_scenario.cycleWeeks);
    if (root.has("policy")) {
        root.object("policy", [&](JsonReader& policy) { readPolicy(policy); });
    }
    if (root.has("travel")) {
        root.object("travel", [&](JsonReader& travel) { readTravel(travel); });
    }
    root.each("sessions", [&](JsonReader& session) { readSession(session); });
    root.each("buses", [&](JsonReader& bus) { readBus(bus); });
    for (const auto& [key, isEmpty] :
         {std::pair{"sessions", m_scenario.sessions.empty()}, {"buses", m_scenario.buses.empty()}}) {
        if (isEmpty) {
            root.fail(codes::scenarioEmpty, key);
        }
    }
    if (const auto territory = readTerritory(root); !territory) {
        return Fault(territory.error());
    }
    readSites(root);
    if (!root.ok()) {
        return Fault(root.finish().error());
    }
    if (const auto roads = readRoads(); !roads) {
        return Fault(roads.error());
    }
    if (root.has("settled")) {
        root.each("settled", [&](JsonReader& doctor) { readSettled(doctor); });
    }
    if (root.has("employment")) {
        root.each("employment", [&](JsonReader& rules) { readEmployment(rules); });
    }
    if (root.has("people")) {
        root.each("people", [&](JsonReader& person) { readPerson(person); });
    }
    if (root.has("locked")) {
        root.each("locked", [&](JsonReader& locked) { readLocked(locked); });
    }
    if (root.has("forbidden")) {
        root.each("forbidden", [&](JsonReader& forbidden) { readForbidden(forbidden); });
    }
    if (const auto done = root.finish(); !done) {
        return Fault(done.error());
    }
    return std::move(m_scenario);
}

/// A fault of the scenario itself comes first: it would be odd to hear of line 300 of another file before.
Result<void> ScenarioReader::readTerritory(JsonReader& root) {
    m_scenario.territoryFile = root.text("territory");
    if (!root.ok()) {
        return root.finish();
    }
    if (m_scenario.territoryFile == embeddedTerritory) {
        m_scenario.territory = territory::admidep();
        return {};
    }
    auto read = territory::readCommunes(m_file.parent_path() / m_scenario.territoryFile);
    if (!read) {
        return Fault(std::move(read.error()).with("key", "$.territory"));
    }
    m_scenario.territory = std::move(*read);
    return {};
}

void ScenarioReader::readPolicy(JsonReader& reader) {
    Policy& policy = m_scenario.policy;
    policy.threshold = reader.number("threshold", 0.01, 100, policy.threshold);
    policy.alpha = reader.number("alpha", 1, 10, policy.alpha);
    if (reader.has("reach")) {
        readReach(reader);
    }
    policy.slot = readMinutes(reader, "slot_minutes", 1, policy.slot);
    policy.showRate = reader.number("show_rate", 0, 1, policy.showRate);
    policy.weeksPerYear = reader.number("weeks_per_year", 1, 53, policy.weeksPerYear);
    policy.lambda = reader.number("lambda", 0, manyYears, policy.lambda);
    policy.maxGapWeeks = reader.whole("max_gap_weeks", 1, 52, policy.maxGapWeeks);
    policy.maxSites = reader.whole("max_sites", 0, 100'000, policy.maxSites);
    policy.maxSessionsPerSiteWeek =
        reader.whole("max_sessions_per_site_week", 0, 1'000, policy.maxSessionsPerSiteWeek);
    policy.minSitePopulation = reader.number("min_site_population", 0, 1e9, policy.minSitePopulation);
    readServices(reader);
}

/// Pairs of [seconds, weight]: further means a longer time and a smaller weight.
void ScenarioReader::readReach(JsonReader& reader) {
    const Json& steps = reader.raw("reach");
    if (!steps.is_array() || steps.empty()) {
        reader.fail(medicobus::codes::jsonType, "reach", steps.dump(), "[[600,1],[900,0.3]]");
        return;
    }
    m_scenario.policy.reach.clear();
    double lastTime = 0;
    double lastWeight = 1;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Json& step = steps[i];
        const std::string place = fmt::format("reach[{}]", i);
        if (!step.is_array() || step.size() != 2 || !step[0].is_number() || !step[1].is_number()) {
            reader.fail(medicobus::codes::jsonType, place, step.dump(), "[600,1]");
            return;
        }
        const double time = step[0].get<double>();
        const double weight = step[1].get<double>();
        if (time < 0 || time > longestReach || weight < 0 || weight > 1) {
            reader.fail(medicobus::codes::jsonRange, place, step.dump(),
                        fmt::format("[0 … {}, 0 … 1]", longestReach));
        } else if (i > 0 && (time <= lastTime || weight >= lastWeight)) {
            reader.fail(codes::scenarioOrder, place, step.dump(),
                        fmt::format("[> {}, < {}]", lastTime, lastWeight));
        }
        m_scenario.policy.reach.push_back({travel::Seconds(time), weight});
        lastTime = time;
        lastWeight = weight;
    }
}

void ScenarioReader::readBus(JsonReader& reader) {
    Bus bus{};
    bus.id = {uniqueId(reader, m_busIds)};
    reader.object("depot", [&](JsonReader& depot) { bus.depot = point(depot); });
    bus.weekdays = readWeekdays(reader, "weekdays");
    bus.start = reader.time("start");
    bus.end = readTimeAfter(reader, "end", bus.start);
    bus.maxDuty = readMinutes(reader, "max_duty_minutes", 1, bus.maxDuty);
    bus.maxDriving = readMinutes(reader, "max_driving_minutes", 0, bus.maxDriving);
    bus.breakLength = readMinutes(reader, "break_minutes", 0, bus.breakLength);
    m_scenario.buses.push_back(std::move(bus));
}

void ScenarioReader::readSettled(JsonReader& reader) {
    const Settled doctor{{reader.text("insee")}, reader.number("consultations_year", 0, manyYears)};
    const auto& communes = m_scenario.territory.communes;
    const auto commune = std::ranges::find(communes, doctor.commune, &territory::Commune::insee);
    if (commune == communes.end() || !commune->point) {
        reader.fail(codes::scenarioUnknownCommune, "insee", doctor.commune.value, m_scenario.territoryFile);
        return;
    }
    settle(m_scenario, doctor);
}

void ScenarioReader::readSites(JsonReader& root) {
    m_scenario.hasGivenSites = root.has("sites");
    if (m_scenario.hasGivenSites) {
        root.each("sites", [&](JsonReader& site) { readSite(site); });
        return;
    }
    m_scenario.sites = candidateSites(m_scenario.territory, m_scenario.policy.minSitePopulation);
    for (const Site& site : m_scenario.sites) {
        m_siteIds.insert(site.id.value);
    }
}

void ScenarioReader::readSite(JsonReader& reader) {
    Site site;
    site.id = {uniqueId(reader, m_siteIds)};
    site.insee = {reader.text("insee")};
    const auto& communes = m_scenario.territory.communes;
    const auto commune = std::ranges::find(communes, site.insee, &territory::Commune::insee);
    if (commune == communes.end()) {
        reader.fail(codes::scenarioUnknownCommune, "insee", site.insee.value, m_scenario.territoryFile);
    } else {
        site.commune = commune->name;
    }
    site.name = reader.text("name", {});
    site.address = reader.text("address", {});
    site.point = point(reader);
    site.rooms = reader.whole("rooms", 1, 100, site.rooms);
    site.setup = readMinutes(reader, "setup_minutes", 0, site.setup);
    site.teardown = readMinutes(reader, "teardown_minutes", 0, site.teardown);
    reader.each("opening", [&](JsonReader& opening) { readOpening(opening, site); });
    readValidity(reader, site);
    if (reader.has("network")) {
        site.hasNetwork = reader.flag("network", false);
    }
    m_scenario.sites.push_back(std::move(site));
}

void ScenarioReader::readOpening(JsonReader& reader, Site& site) {
    Opening opening;
    opening.days = readWeekdays(reader, "days");
    opening.from = reader.time("from");
    opening.to = readTimeAfter(reader, "to", opening.from);
    site.opening.push_back(std::move(opening));
}

void ScenarioReader::readValidity(JsonReader& reader, Site& site) {
    site.validFrom = optionalDate(reader, "valid_from");
    site.validUntil = optionalDate(reader, "valid_until");
    if (site.validFrom && site.validUntil && *site.validUntil < *site.validFrom) {
        reader.fail(codes::scenarioOrder, "valid_until", formatDate(*site.validUntil),
                    ">= " + formatDate(*site.validFrom));
    }
}

std::string ScenarioReader::uniqueId(JsonReader& reader, std::set<std::string>& known) {
    std::string id = reader.text("id");
    if (id.empty()) {
        reader.fail(codes::scenarioEmpty, "id");
    } else if (!known.insert(id).second) {
        reader.fail(codes::scenarioDuplicate, "id", id);
    }
    return id;
}

std::optional<Date> ScenarioReader::optionalDate(JsonReader& reader, std::string_view key) {
    return reader.has(key) ? std::optional(reader.date(key)) : std::nullopt;
}

} // namespace medicobus::plan
