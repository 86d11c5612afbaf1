// SPDX-License-Identifier: EUPL-1.2
#include "calendar/recurrence.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    using calendar::Recurrence;
    requireRoundTrip(bytes, Recurrence::parse, [](const Recurrence& rule) { return rule.text(); });

    const auto rule = Recurrence::parse(bytes);
    if (!rule) {
        return;
    }
    require(*Recurrence::parse(rule->text()) == *rule, "a rule reads back as itself");
    const Date from = parseDate("2027-01-01").value();
    const Date until = parseDate("2028-12-31").value();
    const auto dates = calendar::expand({from, *rule, {}, {}}, from, until);
    require(std::ranges::adjacent_find(dates, std::ranges::greater_equal()) == dates.end(),
            "dates ascend, each once");
    require(dates.empty() || (dates.front() >= from && dates.back() <= until), "dates lie in the span");
    require(dates.empty() || !rule->until || dates.back() <= *rule->until, "no date comes after UNTIL");
}

} // namespace medicobus::fuzz
