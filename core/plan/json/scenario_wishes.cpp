// SPDX-License-Identifier: EUPL-1.2
#include "plan/json/scenario_reader.h"

#include <fmt/format.h>

#include <algorithm>

namespace medicobus::plan {

void ScenarioReader::readLocked(JsonReader& reader) {
    Series series;
    if (reader.has("id")) {
        series.id = {uniqueId(reader, m_lockedIds)};
    }
    series.bus = knownBus(reader);
    series.site = knownSite(reader);
    series.weekday = reader.weekday("weekday");
    series.session = knownSession(reader);
    series.weeks = weeks(reader);
    if (!isRecurring(series.weeks, m_scenario.cycleWeeks)) {
        reader.fail(codes::scenarioWeekPattern, "weeks", reader.raw("weeks").dump());
    }
    readLockedTime(reader, series);
    checkLocked(reader, series);
    m_scenario.locked.push_back(std::move(series));
}

/// `start` alone is enough where the kind has one length.
void ScenarioReader::readLockedTime(JsonReader& reader, Series& series) {
    const SessionKind* kind = m_scenario.findSession(series.session);
    const bool hasEnd = reader.has("end");
    if (!kind || (!reader.has("start") && !hasEnd)) {
        return;
    }
    series.start = reader.time("start");
    series.end = hasEnd || kind->isFree() ? reader.time("end") : series.start + kind->length;
    if (!kind->allows(series.end - series.start, kind->slotOr(m_scenario.policy.slot))) {
        reader.fail(codes::scenarioSessionLength, "end", formatTimeOfDay(series.end),
                    kind->isFree() ? fmt::format("{} … {}", kind->minLength.count(), kind->length.count())
                                   : std::to_string(kind->length.count()));
    }
    if (series.start < kind->from || series.end > kind->to) {
        reader.fail(codes::scenarioSessionWindow, "start", formatTimeOfDay(series.start),
                    fmt::format("{} … {}", formatTimeOfDay(kind->from), formatTimeOfDay(kind->to)));
    }
}

void ScenarioReader::checkLocked(JsonReader& reader, const Series& series) {
    const Bus* bus = m_scenario.findBus(series.bus);
    if (bus && std::ranges::find(bus->weekdays, series.weekday) == bus->weekdays.end()) {
        reader.fail(codes::scenarioBusOff, "weekday", std::string(weekdayCode(series.weekday)),
                    series.bus.value);
    }
}

void ScenarioReader::readForbidden(JsonReader& reader) {
    Forbidden forbidden;
    if (reader.has("site")) {
        forbidden.site = knownSite(reader);
    }
    if (reader.has("bus")) {
        forbidden.bus = knownBus(reader);
    }
    if (reader.has("weekday")) {
        forbidden.weekday = reader.weekday("weekday");
    }
    if (reader.has("session")) {
        forbidden.session = knownSession(reader);
    }
    if (reader.has("weeks")) {
        forbidden.weeks = weeks(reader);
    }
    forbidden.date = optionalDate(reader, "date");
    const bool saysNothing = !forbidden.site && !forbidden.bus && !forbidden.weekday && !forbidden.session
                             && forbidden.weeks.empty() && !forbidden.date;
    if (saysNothing) {
        reader.fail(codes::scenarioEmpty, "site", {}, "site bus weekday session weeks date");
    }
    m_scenario.forbidden.push_back(std::move(forbidden));
}

BusKey ScenarioReader::knownBus(JsonReader& reader) {
    BusKey bus{reader.text("bus")};
    if (!m_busIds.contains(bus.value)) {
        reader.fail(codes::scenarioUnknownBus, "bus", bus.value);
    }
    return bus;
}

SiteKey ScenarioReader::knownSite(JsonReader& reader) {
    SiteKey site{reader.text("site")};
    if (!m_siteIds.contains(site.value)) {
        reader.fail(codes::scenarioUnknownSite, "site", site.value);
    }
    return site;
}

SessionKey ScenarioReader::knownSession(JsonReader& reader) {
    SessionKey session{reader.text("session")};
    if (!m_sessionIds.contains(session.value)) {
        reader.fail(codes::scenarioUnknownSession, "session", session.value);
    }
    return session;
}

/// Weeks of the cycle, ascending, each once, at least one.
std::vector<int> ScenarioReader::weeks(JsonReader& reader) {
    auto weeks = reader.wholes("weeks", 0, m_scenario.cycleWeeks - 1);
    if (weeks.empty()) {
        reader.fail(codes::scenarioEmpty, "weeks");
    }
    for (std::size_t i = 1; i < weeks.size(); ++i) {
        if (weeks[i] <= weeks[i - 1]) {
            reader.fail(codes::scenarioOrder, fmt::format("weeks[{}]", i), std::to_string(weeks[i]),
                        fmt::format("> {}", weeks[i - 1]));
        }
    }
    return weeks;
}

} // namespace medicobus::plan
