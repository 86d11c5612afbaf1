// SPDX-License-Identifier: EUPL-1.2
// What is offered in a session, and by whom.
#include "plan/json/scenario_reader.h"

#include <fmt/format.h>

namespace medicobus::plan {
namespace {

constexpr int wholeWeek = 7 * 24 * 60;

/// A word of a closed list, or the first of it after a failure.
template <typename Value>
Value word(JsonReader& reader, std::string_view key, ErrorCode code,
           const std::function<std::optional<Value>(std::string_view)>& parse, std::string expected) {
    const std::string text = reader.text(key);
    const auto value = parse(text);
    if (!value && reader.ok()) {
        reader.fail(code, key, text, std::move(expected));
    }
    return value.value_or(Value{});
}

Service readServiceName(JsonReader& reader, std::string_view key) {
    return word<Service>(reader, key, codes::scenarioService, parseService,
                         "doctor nurse_video specialist prevention home_round");
}

std::optional<ServiceNeed::Population> parsePopulation(std::string_view name) {
    if (name == "all") {
        return ServiceNeed::Population::All;
    }
    return name == "65plus" ? std::optional(ServiceNeed::Population::From65) : std::nullopt;
}

std::optional<Policy::Uncovered> parseUncovered(std::string_view name) {
    if (name == "show") {
        return Policy::Uncovered::Show;
    }
    return name == "avoid" ? std::optional(Policy::Uncovered::Avoid) : std::nullopt;
}

} // namespace

void ScenarioReader::readServices(JsonReader& reader) {
    Policy& policy = m_scenario.policy;
    if (reader.has("min_4g_share")) {
        policy.min4gShare = reader.number("min_4g_share", 0, 1);
    }
    if (reader.has("uncovered")) {
        policy.uncovered = word<Policy::Uncovered>(reader, "uncovered", medicobus::codes::jsonRange,
                                                   parseUncovered, "show avoid");
    }
    if (!reader.has("services")) {
        return;
    }
    reader.each("services", [&](JsonReader& entry) {
        ServiceNeed need;
        need.service = readServiceName(entry, "id");
        const std::string name(serviceName(need.service));
        if (meetsGeneralPractice(need.service) && entry.ok()) {
            entry.fail(codes::scenarioService, "id", name, "specialist prevention home_round");
        } else if (policy.findService(need.service)) {
            entry.fail(codes::scenarioDuplicate, "id", name);
        }
        need.per1000Year = entry.number("per_1000_year", 0, 1e6);
        if (entry.has("population")) {
            need.population = word<ServiceNeed::Population>(entry, "population", medicobus::codes::jsonRange,
                                                            parsePopulation, "all 65plus");
        }
        need.weight = entry.number("weight", 0.001, 1000, need.weight);
        policy.services.push_back(need);
    });
}

void ScenarioReader::readSession(JsonReader& reader) {
    SessionKind kind{};
    kind.id = {uniqueId(reader, m_sessionIds)};
    kind.from = reader.time("from");
    kind.to = readTimeAfter(reader, "to", kind.from);
    kind.ownSlot = readMinutes(reader, "slot_minutes", 1, kind.ownSlot);
    kind.seats = reader.whole("seats_per_slot", 1, mostSeats, kind.seats);
    kind.pause = readMinutes(reader, "pause_minutes", 1, kind.pause);
    readLength(reader, kind);
    readService(reader, kind);
    if (reader.has("skills")) {
        kind.skills = reader.texts("skills");
    }
    m_scenario.sessions.push_back(std::move(kind));
}

/// Either `minutes`, or `min_minutes` and `max_minutes`.
void ScenarioReader::readLength(JsonReader& reader, SessionKind& kind) {
    const bool isFree = reader.has("min_minutes") || reader.has("max_minutes");
    const std::string_view key = isFree ? "max_minutes" : "minutes";
    kind.length = readMinutes(reader, key, 1);
    kind.minLength = isFree ? readMinutes(reader, "min_minutes", 1) : kind.minLength;
    if (kind.length > kind.to - kind.from) {
        reader.fail(codes::scenarioSessionLength, key, std::to_string(kind.length.count()),
                    fmt::format("<= {}", (kind.to - kind.from).count()));
    }
    if (kind.minLength > kind.length) {
        reader.fail(codes::scenarioSessionLength, "min_minutes", std::to_string(kind.minLength.count()),
                    fmt::format("<= {}", kind.length.count()));
    }
    if (kind.pause >= kind.shortest()) {
        reader.fail(codes::scenarioSessionLength, "pause_minutes", std::to_string(kind.pause.count()),
                    fmt::format("< {}", kind.shortest().count()));
    }
}

void ScenarioReader::readService(JsonReader& reader, SessionKind& kind) {
    kind.service = reader.has("service") ? readServiceName(reader, "service") : kind.service;
    const bool isGeneral = meetsGeneralPractice(kind.service);
    kind.gpShare = isGeneral ? (kind.service == Service::NurseVideo ? defaultVideoShare : 1.0) : 0.0;
    if (reader.has("gp_share")) {
        kind.gpShare = reader.number("gp_share", 0.01, 10);
        if (!isGeneral) {
            reader.fail(codes::scenarioGpShare, "gp_share", std::string(serviceName(kind.service)),
                        "doctor nurse_video");
        }
    }
    if (!isGeneral && !m_scenario.policy.findService(kind.service)) {
        reader.fail(codes::scenarioServiceNeed, "service", std::string(serviceName(kind.service)),
                    "$.policy.services");
    }
}

/// What is left out is as in the known type of that name, else as for a salaried person.
void ScenarioReader::readEmployment(JsonReader& reader) {
    Employment rules = knownEmployment().front();
    const std::string id = uniqueId(reader, m_employmentIds);
    for (const Employment& known : knownEmployment()) {
        rules = known.id == id ? known : rules;
    }
    rules.id = id;
    const auto limit = [&](std::string_view key, std::optional<std::chrono::minutes>& value) {
        if (reader.has(key)) {
            value = std::chrono::minutes(reader.whole(key, 0, wholeWeek));
        }
    };
    limit("max_day_minutes", rules.maxDay);
    limit("max_span_minutes", rules.maxSpan);
    limit("break_minutes", rules.breakLength);
    limit("rest_minutes", rules.rest);
    limit("weekly_rest_minutes", rules.weeklyRest);
    limit("max_week_minutes", rules.maxWeek);
    limit("max_average_minutes", rules.maxAverage);
    limit("legal_week_minutes", rules.legalWeek);
    m_scenario.employment.push_back(std::move(rules));
}

void ScenarioReader::readPerson(JsonReader& reader) {
    Person person;
    person.id = {uniqueId(reader, m_personIds)};
    person.role =
        word<Role>(reader, "role", codes::scenarioRole, parseRole, "doctor specialist nurse assistant");
    if (reader.has("skills")) {
        person.skills = reader.texts("skills");
    }
    person.drives = reader.flag("drives", false);
    person.isRemote = reader.flag("remote", false);
    person.employment = reader.text("employment", person.employment);
    if (!m_scenario.findEmployment(person.employment)) {
        reader.fail(codes::scenarioEmployment, "employment", person.employment);
    }
    if (reader.has("authorised_departements")) {
        person.departments = reader.texts("authorised_departements");
    }
    reader.each("available", [&](JsonReader& hours) { readAvailability(hours, person); });
    m_scenario.people.push_back(std::move(person));
}

void ScenarioReader::readAvailability(JsonReader& reader, Person& person) {
    Availability hours;
    hours.days = readWeekdays(reader, "days");
    hours.from = reader.time("from");
    hours.to = readTimeAfter(reader, "to", hours.from);
    if (reader.has("weeks")) {
        hours.weeks = weeks(reader);
    }
    person.available.push_back(std::move(hours));
}

} // namespace medicobus::plan
