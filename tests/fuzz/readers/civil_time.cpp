// SPDX-License-Identifier: EUPL-1.2
#include "base/civil_time.h"
#include "tests/fuzz/fuzz.h"

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    requireRoundTrip(bytes, parseDate, formatDate);
    requireRoundTrip(bytes, parseTimeOfDay, formatTimeOfDay);
    requireRoundTrip(bytes, parseLocal, formatLocal);
    requireRoundTrip(bytes, parseWeekday, [](Weekday day) { return std::string(weekdayCode(day)); });

    const auto time = parseLocal(bytes);
    if (!time) {
        return;
    }
    require(LocalTime(dateOf(*time)) + timeOf(*time) == *time, "a time is its date and its time of day");
    require(mondayOf(dateOf(*time)) <= dateOf(*time), "a week begins before its days");
    if (const auto instant = toInstant(*time); isRead(instant)) {
        const auto back = toParis(*instant);
        require(back.has_value(), "an instant has a civil time");
        require(toInstant(*back) == *instant, "an instant keeps its place on the clock of Paris");
        isRead(formatRfc3339(*time));
    }
}

} // namespace medicobus::fuzz
