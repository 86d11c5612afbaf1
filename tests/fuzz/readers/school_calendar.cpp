// SPDX-License-Identifier: EUPL-1.2
#include "calendar/school_holidays.h"
#include "tests/fuzz/fuzz.h"

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    const auto calendar = calendar::SchoolCalendar::parse(bytes, "fuzz.csv");
    if (!isRead(calendar)) {
        return;
    }
    for (const calendar::SchoolHoliday& holiday : calendar->holidays()) {
        require(holiday.first <= holiday.last, "a holiday ends after it began");
        require(calendar->on(holiday.first, holiday.zone).has_value(), "its first day is free of school");
        require(calendar->knows(holiday.last, holiday.zone), "its last day is known");
    }
}

} // namespace medicobus::fuzz
