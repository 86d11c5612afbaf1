// SPDX-License-Identifier: EUPL-1.2
#include "ical/feed_reader.h"

#include <algorithm>
#include <functional>
#include <set>

namespace medicobus::ical {
namespace {

enum class Type { Text, TextList, Utc, Moment, MomentList, Integer, Geo, Uri, Duration, Offset, Recur };

struct Property {
    int least;
    int most;
    Type type;
    std::set<std::string> parameters{};
    std::set<std::string> values{};
};

using Table = std::map<std::string, Property>;
constexpr int many = 1000;

const Table& calendarTable() {
    static const Table table{{"VERSION", {1, 1, Type::Text, {}, {"2.0"}}},
                             {"PRODID", {1, 1, Type::Text}},
                             {"CALSCALE", {0, 1, Type::Text, {}, {"GREGORIAN"}}},
                             {"METHOD", {1, 1, Type::Text, {}, {"PUBLISH"}}},
                             {"NAME", {0, 1, Type::Text, {"LANGUAGE"}}},
                             {"DESCRIPTION", {0, 1, Type::Text, {"LANGUAGE"}}},
                             {"LAST-MODIFIED", {0, 1, Type::Utc}},
                             {"URL", {0, 1, Type::Uri}},
                             {"SOURCE", {0, 1, Type::Uri, {"VALUE"}}},
                             {"REFRESH-INTERVAL", {0, 1, Type::Duration, {"VALUE"}}}};
    return table;
}

const Table& eventTable() {
    static const Table table{{"UID", {1, 1, Type::Text}},
                             {"DTSTAMP", {1, 1, Type::Utc}},
                             {"DTSTART", {1, 1, Type::Moment, {"TZID", "VALUE"}}},
                             {"DTEND", {1, 1, Type::Moment, {"TZID", "VALUE"}}},
                             {"SUMMARY", {1, 1, Type::Text, {"LANGUAGE"}}},
                             {"ORGANIZER", {1, 1, Type::Uri, {"CN"}}},
                             {"DESCRIPTION", {0, 1, Type::Text, {"LANGUAGE"}}},
                             {"LOCATION", {0, 1, Type::Text, {"LANGUAGE"}}},
                             {"GEO", {0, 1, Type::Geo}},
                             {"URL", {0, 1, Type::Uri}},
                             {"STATUS", {0, 1, Type::Text, {}, {"TENTATIVE", "CONFIRMED", "CANCELLED"}}},
                             {"TRANSP", {0, 1, Type::Text, {}, {"OPAQUE", "TRANSPARENT"}}},
                             {"SEQUENCE", {0, 1, Type::Integer}},
                             {"LAST-MODIFIED", {0, 1, Type::Utc}},
                             {"CATEGORIES", {0, many, Type::TextList, {"LANGUAGE"}}},
                             {"RECURRENCE-ID", {0, 1, Type::Moment, {"TZID", "VALUE"}}},
                             {"RRULE", {0, 1, Type::Recur}},
                             {"EXDATE", {0, many, Type::MomentList, {"TZID", "VALUE"}}},
                             {"RDATE", {0, many, Type::MomentList, {"TZID", "VALUE"}}}};
    return table;
}

const Table& zoneTable() {
    static const Table table{{"TZID", {1, 1, Type::Text}}, {"LAST-MODIFIED", {0, 1, Type::Utc}}};
    return table;
}

const Table& observanceTable() {
    static const Table table{{"DTSTART", {1, 1, Type::Moment}},
                             {"TZOFFSETFROM", {1, 1, Type::Offset}},
                             {"TZOFFSETTO", {1, 1, Type::Offset}},
                             {"TZNAME", {0, many, Type::Text}},
                             {"RRULE", {0, 1, Type::Recur}}};
    return table;
}

void checkUtc(const ContentLine& line) {
    if (readMoments(line, false).front().kind != Moment::Kind::Utc) {
        line.refuse("value.not_utc");
    }
}

void checkValue(const ContentLine& line, Type type) {
    static const std::map<Type, std::function<void(const ContentLine&)>> checks{
        {Type::Text, [](const ContentLine& l) { readTexts(l, false); }},
        {Type::TextList, [](const ContentLine& l) { readTexts(l, true); }},
        {Type::Utc, checkUtc},
        {Type::Moment, [](const ContentLine& l) { readMoments(l, false); }},
        {Type::MomentList, [](const ContentLine& l) { readMoments(l, true); }},
        {Type::Integer, [](const ContentLine& l) { readInteger(l, 0, 2'147'483'647); }},
        {Type::Geo, checkGeo},
        {Type::Uri, checkUri},
        {Type::Duration, checkDuration},
        {Type::Offset, [](const ContentLine& l) { readUtcOffset(l); }},
        {Type::Recur, [](const ContentLine& l) { readRule(l); }}};
    checks.at(type)(line);
}

/// RFC 7986 gives these two no default type, so it must be written.
void checkNamedType(const ContentLine& line) {
    const std::string needed = line.name == "SOURCE"             ? "URI"
                               : line.name == "REFRESH-INTERVAL" ? "DURATION"
                                                                 : "";
    if (!needed.empty() && line.parameter("VALUE") != needed) {
        line.refuse("value.type");
    }
}

/// The lines of one component, sorted into properties and the components inside it.
struct Component {
    std::string name;
    std::size_t line = 0;
    std::vector<ContentLine> properties;
    std::vector<Component> inside;

    std::vector<ContentLine> all(const std::string& key) const {
        std::vector<ContentLine> found;
        std::copy_if(properties.begin(), properties.end(), std::back_inserter(found),
                     [&](const ContentLine& line_) { return line_.name == key; });
        return found;
    }

    void check(const Table& table) const {
        std::map<std::string, int> counts;
        for (const ContentLine& property : properties) {
            const bool isExtension = property.name.starts_with("X-");
            const auto rule = table.find(property.name);
            if (rule == table.end() && !isExtension) {
                property.refuse("property.unknown");
            }
            const Property& known = isExtension ? extension() : rule->second;
            for (const auto& [key, value] : property.parameters) {
                if (!known.parameters.contains(key) && !key.starts_with("X-")) {
                    property.refuse("parameter.not_allowed");
                }
            }
            checkNamedType(property);
            checkValue(property, known.type);
            if (!known.values.empty() && !known.values.contains(property.value)) {
                property.refuse("value.not_allowed");
            }
            if (++counts[property.name] > known.most) {
                property.refuse("property.duplicate");
            }
        }
        for (const auto& [key, rule] : table) {
            if (counts[key] < rule.least) {
                throw Refused("property.missing", line);
            }
        }
    }

private:
    static const Property& extension() {
        static const Property property{0, 1, Type::Text};
        return property;
    }
};

Component readComponent(const std::vector<ContentLine>& lines, std::size_t& at) {
    Component component;
    component.name = lines[at].value;
    component.line = lines[at].line;
    for (++at; at < lines.size(); ++at) {
        if (lines[at].name == "BEGIN") {
            component.inside.push_back(readComponent(lines, at));
        } else if (lines[at].name == "END") {
            if (lines[at].value != component.name) {
                lines[at].refuse("component.mismatch");
            }
            return component;
        } else {
            component.properties.push_back(lines[at]);
        }
    }
    throw Refused("component.not_ended", component.line);
}

Zone readZone(const Component& component) {
    component.check(zoneTable());
    Zone zone;
    zone.id = component.all("TZID").front().value;
    for (const Component& part : component.inside) {
        if (part.name != "STANDARD" && part.name != "DAYLIGHT") {
            throw Refused("component.unknown", part.line);
        }
        part.check(observanceTable());
        const Moment start = readMoments(part.all("DTSTART").front(), false).front();
        if (start.kind != Moment::Kind::Local) {
            throw Refused("timezone.start", part.line);
        }
        Observance observance{start.time, readUtcOffset(part.all("TZOFFSETFROM").front()),
                              readUtcOffset(part.all("TZOFFSETTO").front()), std::nullopt};
        if (const auto rules = part.all("RRULE"); !rules.empty()) {
            observance.rule = readRule(rules.front());
        }
        zone.observances.push_back(observance);
    }
    if (zone.observances.empty()) {
        throw Refused("timezone.empty", component.line);
    }
    return zone;
}

void addMoments(const Component& component, const char* name, std::vector<Moment>& into) {
    for (const ContentLine& line : component.all(name)) {
        const auto moments = readMoments(line, true);
        into.insert(into.end(), moments.begin(), moments.end());
    }
}

void checkEvent(const Event& event) {
    const auto refuse = [&](const char* rule) { throw Refused(rule, event.line); };
    if (event.start.kind != event.end.kind) {
        refuse("event.end_type");
    }
    if (event.end.time <= event.start.time) {
        refuse("event.end_before_start");
    }
    if (event.recurrenceId && (event.rule || !event.added.empty() || !event.excluded.empty())) {
        refuse("event.rule_in_override");
    }
    if (event.rule && event.rule->until
        && (event.rule->until->kind == Moment::Kind::Date) != (event.start.kind == Moment::Kind::Date)) {
        refuse("rrule.until_type");
    }
    if (event.rule && event.rule->until && event.start.kind == Moment::Kind::Local
        && event.rule->until->kind != Moment::Kind::Utc) {
        refuse("rrule.until_type");
    }
    const auto day = weekdayOf(date::floor<date::days>(event.start.time));
    if (event.rule && !event.rule->byDay.empty()
        && std::none_of(event.rule->byDay.begin(), event.rule->byDay.end(),
                        [&](const Rule::Day& allowed) { return allowed.day == day; })) {
        refuse("rrule.start_outside");
    }
}

/// A TEXT value unescaped, any other as it is written.
std::string textOf(const ContentLine& line) {
    for (const Table* table : {&eventTable(), &calendarTable()}) {
        const auto rule = table->find(line.name);
        if (rule != table->end() && rule->second.type != Type::Text) {
            return line.value;
        }
    }
    return readTexts(line, false).front();
}

Event readEvent(const Component& component) {
    if (!component.all("ATTENDEE").empty()) {
        throw Refused("publish.attendee", component.line);
    }
    component.check(eventTable());
    if (!component.inside.empty()) {
        throw Refused("component.unknown", component.inside.front().line);
    }
    Event event;
    event.line = component.line;
    for (const ContentLine& line : component.properties) {
        event.texts[line.name] = textOf(line);
    }
    event.uid = event.texts["UID"];
    event.status = event.texts["STATUS"];
    event.start = readMoments(component.all("DTSTART").front(), false).front();
    event.end = readMoments(component.all("DTEND").front(), false).front();
    if (const auto ids = component.all("RECURRENCE-ID"); !ids.empty()) {
        event.recurrenceId = readMoments(ids.front(), false).front();
    }
    if (const auto rules = component.all("RRULE"); !rules.empty()) {
        event.rule = readRule(rules.front());
    }
    if (const auto numbers = component.all("SEQUENCE"); !numbers.empty()) {
        event.sequence = readInteger(numbers.front(), 0, 2'147'483'647);
    }
    addMoments(component, "EXDATE", event.excluded);
    addMoments(component, "RDATE", event.added);
    checkEvent(event);
    return event;
}

void checkZones(const Calendar& calendar) {
    for (const Event& event : calendar.events) {
        std::vector<Moment> moments{event.start, event.end};
        moments.insert(moments.end(), event.excluded.begin(), event.excluded.end());
        moments.insert(moments.end(), event.added.begin(), event.added.end());
        if (event.recurrenceId) {
            moments.push_back(*event.recurrenceId);
        }
        for (const Moment& moment : moments) {
            if (moment.kind == Moment::Kind::Local && moment.zone.empty()) {
                throw Refused("tzid.missing", event.line);
            }
            if (moment.kind == Moment::Kind::Local && !calendar.zones.contains(moment.zone)) {
                throw Refused("tzid.unresolved", event.line);
            }
        }
    }
}

void checkIdentities(const Calendar& calendar) {
    std::set<std::pair<std::string, std::optional<Moment>>> seen;
    for (const Event& event : calendar.events) {
        if (!seen.emplace(event.uid, event.recurrenceId).second) {
            throw Refused("uid.duplicate", event.line);
        }
    }
    for (const Event& event : calendar.events) {
        if (event.recurrenceId && !seen.contains({event.uid, std::nullopt})) {
            throw Refused("recurrence_id.no_series", event.line);
        }
    }
}

} // namespace

Calendar readFeed(std::string_view stream) {
    const auto lines = readContentLines(stream);
    if (lines.empty() || lines.front().name != "BEGIN" || lines.front().value != "VCALENDAR") {
        throw Refused("component.no_calendar", 1);
    }
    std::size_t at = 0;
    const Component root = readComponent(lines, at);
    if (at + 1 != lines.size()) {
        throw Refused("component.after_calendar", lines[at].line);
    }
    root.check(calendarTable());
    Calendar calendar;
    for (const ContentLine& line : root.properties) {
        calendar.texts[line.name] = textOf(line);
    }
    for (const Component& component : root.inside) {
        if (component.name == "VTIMEZONE") {
            Zone zone = readZone(component);
            if (!calendar.zones.emplace(zone.id, zone).second) {
                throw Refused("timezone.duplicate", component.line);
            }
        } else if (component.name == "VEVENT") {
            calendar.events.push_back(readEvent(component));
        } else {
            throw Refused("component.unknown", component.line);
        }
    }
    checkZones(calendar);
    checkIdentities(calendar);
    expandFeed(calendar);
    return calendar;
}

} // namespace medicobus::ical
