// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "ical/values.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace medicobus::ical {

/// One observance of a VTIMEZONE: standard or daylight time.
struct Observance {
    date::local_seconds start{};
    std::chrono::seconds from{};
    std::chrono::seconds to{};
    std::optional<Rule> rule;
};

struct Zone {
    std::string id;
    std::vector<Observance> observances;

    /// The instant of a local time, by the observance whose last onset is before it.
    date::sys_seconds toUtc(date::local_seconds local) const;
};

struct Event {
    std::size_t line = 0;
    std::string uid;
    std::optional<Moment> recurrenceId;
    Moment start;
    Moment end;
    std::optional<Rule> rule;
    std::vector<Moment> excluded;
    std::vector<Moment> added;
    std::string status;
    int sequence = 0;
    std::map<std::string, std::string> texts; ///< SUMMARY, DESCRIPTION, LOCATION, URL ..., unescaped.
};

struct Calendar {
    std::map<std::string, std::string> texts; ///< PRODID, NAME, METHOD ...
    std::map<std::string, Zone> zones;
    std::vector<Event> events;
};

/// Reads a published feed by the letter of RFC 5545, with what RFC 5546 asks of METHOD:PUBLISH and what
/// RFC 7986 adds to the calendar. Throws `Refused` at the first thing that is not allowed.
Calendar readFeed(std::string_view stream);

/// One instance of the calendar, after rules, exceptions and overrides.
struct Instance {
    std::string uid;
    Moment id; ///< The start that the rule gives it.
    Moment start;
    Moment end;
    std::string status;
    int sequence = 0;
    std::map<std::string, std::string> texts;
};

/// Every instance of a calendar whose rules all end, by start.
std::vector<Instance> expandFeed(const Calendar& calendar);

} // namespace medicobus::ical
