// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "ical/content_line.h"

#include <optional>
#include <string>
#include <vector>

namespace medicobus::ical {

/// DATE or DATE-TIME (RFC 5545 sections 3.3.4 and 3.3.5), to the second.
struct Moment {
    enum class Kind { Date, Local, Utc };
    Kind kind = Kind::Local;
    date::local_seconds time{};
    std::string zone; ///< TZID, for Local.

    friend auto operator<=>(const Moment&, const Moment&) = default;
};

/// The moments of a property, with the TZID and VALUE it carries; `isList` allows several.
std::vector<Moment> readMoments(const ContentLine& line, bool isList);

/// The text of a TEXT value, or the texts of a list; an escape that is not one, or a bare separator, is
/// refused.
std::vector<std::string> readTexts(const ContentLine& line, bool isList);

/// RECUR, as far as feeds here use it (RFC 5545 section 3.3.10).
struct Rule {
    std::string frequency; ///< WEEKLY, MONTHLY or YEARLY.
    int interval = 1;
    std::optional<Moment> until;
    std::optional<int> count;
    struct Day {
        int nth = 0;
        Weekday day = Weekday::Monday;
    };
    std::vector<Day> byDay;
    std::optional<unsigned> byMonth;
};

Rule readRule(const ContentLine& line);

std::chrono::seconds readUtcOffset(const ContentLine& line);
int readInteger(const ContentLine& line, int low, int high);
void checkDuration(const ContentLine& line);
void checkUri(const ContentLine& line);
void checkGeo(const ContentLine& line);

} // namespace medicobus::ical
