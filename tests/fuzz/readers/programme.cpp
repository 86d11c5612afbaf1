// SPDX-License-Identifier: EUPL-1.2
#include "plan/programme_json.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>

namespace medicobus::fuzz {
namespace {

/// Everything a tablet asks of a programme that came from outside.
void show(const plan::Programme& programme) {
    using plan::Occurrence;
    const Date from =
        std::clamp(programme.firstMonday, parseDate("2000-01-03").value(), parseDate("2100-01-04").value());
    const auto passages = plan::occurrences(programme, from, from + date::weeks(6));
    require(std::ranges::is_sorted(passages, {}, &Occurrence::start), "passages come by their start");
    for (const Occurrence& passage : passages) {
        require(plan::OccurrenceId::parse(passage.id.text()) == passage.id, "a passage's name reads back");
        const auto slots = plan::slotsOf(passage, programme.slot);
        require(passage.status != Occurrence::Status::Cancelled || slots.empty(),
                "what is cancelled has no slot");
        for (const plan::Slot& slot : slots) {
            require(slot.start >= passage.start && slot.end <= passage.end && slot.start < slot.end,
                    "a slot lies in its passage");
        }
    }
    for (const plan::Series& series : programme.series) {
        plan::recurrenceOf(programme, series);
        plan::tourOn(programme, series.bus, from);
    }
    for (const plan::Site& site : programme.sites) {
        plan::nextPassages(programme, site.id, from, 3);
    }
}

} // namespace

void feed(std::string_view bytes) {
    const auto read = [](std::string_view text) { return plan::parseProgramme(text, "fuzz.json"); };
    requireRoundTrip(bytes, read, plan::programmeJson);
    if (const auto programme = read(bytes)) {
        show(*programme);
    }
}

} // namespace medicobus::fuzz
