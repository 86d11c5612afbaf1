// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/json_reader.h"
#include "plan/scenario_json.h"

#include <filesystem>
#include <optional>
#include <set>
#include <string>

namespace medicobus::plan {

inline constexpr std::string_view scenarioFormatName = "medicobus-scenario/1";

/// Days of one week, each once, at least one.
std::vector<Weekday> readWeekdays(JsonReader& reader, std::string_view key);
/// A later time of the same day.
TimeOfDay readTimeAfter(JsonReader& reader, std::string_view key, TimeOfDay earlier);
std::chrono::minutes readMinutes(JsonReader& reader, std::string_view key, int low,
                                 std::optional<std::chrono::minutes> otherwise = {});

/// Fills one scenario from its JSON, part by part, each part checked against those read before it.
class ScenarioReader {
public:
    ScenarioReader(std::filesystem::path file, Roads roads) : m_file(std::move(file)), m_roads(roads) {}

    [[nodiscard]] Result<Scenario> read(const Json& json);

private:
    [[nodiscard]] Result<void> readTerritory(JsonReader& root);
    void readPolicy(JsonReader& policy);
    void readReach(JsonReader& policy);
    void readTravel(JsonReader& travel);
    [[nodiscard]] Result<void> readRoads();
    [[nodiscard]] Result<void> readMeasured(const std::filesystem::path& file);
    void readServices(JsonReader& policy);
    void readSession(JsonReader& reader);
    void readLength(JsonReader& reader, SessionKind& kind);
    void readService(JsonReader& reader, SessionKind& kind);
    void readEmployment(JsonReader& reader);
    void readPerson(JsonReader& reader);
    void readAvailability(JsonReader& reader, Person& person);
    void readBus(JsonReader& reader);
    void readSites(JsonReader& root);
    void readSite(JsonReader& reader);
    void readOpening(JsonReader& reader, Site& site);
    void readValidity(JsonReader& reader, Site& site);
    void readSettled(JsonReader& reader);
    void readLocked(JsonReader& reader);
    void readLockedTime(JsonReader& reader, Series& series);
    void checkLocked(JsonReader& reader, const Series& series);
    void readForbidden(JsonReader& reader);

    static std::string uniqueId(JsonReader& reader, std::set<std::string>& known);
    static std::optional<Date> optionalDate(JsonReader& reader, std::string_view key);
    BusKey knownBus(JsonReader& reader);
    SiteKey knownSite(JsonReader& reader);
    SessionKey knownSession(JsonReader& reader);
    std::vector<int> weeks(JsonReader& reader);

    std::filesystem::path m_file;
    Roads m_roads;
    Scenario m_scenario;
    std::set<std::string> m_sessionIds;
    std::set<std::string> m_busIds;
    std::set<std::string> m_siteIds;
    std::set<std::string> m_lockedIds;
    std::set<std::string> m_employmentIds;
    std::set<std::string> m_personIds;
};

} // namespace medicobus::plan
