// SPDX-License-Identifier: EUPL-1.2
#include "clinic/appointment.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace medicobus::clinic {

namespace {

using Event = AppointmentEvent;

const std::map<std::string, Event, std::less<>> eventOfKind{
    {"arrived", Event::Arrive},       {"begun", Event::Begin},      {"seen", Event::See},
    {"absent", Event::MarkAbsent},    {"cancelled", Event::Cancel}, {"moved", Event::Move},
    {"reinstated", Event::Reinstate},
};

std::string textIn(const Json& body, const char* key) {
    const auto found = body.find(key);
    return found != body.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void takePlace(Standing& standing, const Json& body) {
    const auto occurrence = plan::OccurrenceId::parse(textIn(body, "occurrence"));
    const auto promised = parseLocal(textIn(body, "promised"));
    if (!occurrence || !promised) {
        return;
    }
    standing.place = Place{*occurrence, std::nullopt};
    if (const auto slot = body.find("slot"); slot != body.end() && slot->is_number_integer()) {
        standing.place->slot = slot->get<int>();
    }
    standing.promised = *promised;
}

void noteTimes(Standing& standing, Event event, Instant at) {
    if (event == Event::Arrive) {
        standing.arrivedAt = at;
    } else if (event == Event::Begin) {
        standing.begunAt = at;
    } else if (event == Event::See) {
        standing.seenAt = at;
    }
}

/// True when the fact changed what stands.
bool happen(Standing& standing, Event event, const Fact& fact) {
    const Result<AppointmentState> after = next(standing.state, event);
    if (!after) {
        return false;
    }
    standing.state = *after;
    noteTimes(standing, event, fact.at());
    if (event == Event::Cancel) {
        standing.cause = Coded<CancelCause>::of(textIn(fact.body, "cause"));
    } else if (event == Event::Move) {
        takePlace(standing, fact.body);
        standing.arrivedAt.reset();
    } else if (event == Event::Reinstate) {
        standing.cause = {};
        // Someone without a slot was here from the first.
        if (standing.place && !standing.place->slot) {
            standing.state = AppointmentState::Arrived;
        }
    }
    return true;
}

bool apply(Standing& standing, const Fact& fact) {
    if (fact.kind == "booked") {
        takePlace(standing, fact.body);
        standing.state = AppointmentState::Booked;
        return true;
    }
    if (fact.kind == "walked_in") {
        takePlace(standing, fact.body);
        standing.state = AppointmentState::Arrived;
        standing.arrivedAt = fact.at();
        return true;
    }
    if (fact.kind == "visit_recorded") {
        // A visit that took place outweighs whatever was thought before.
        standing.state = AppointmentState::Seen;
        standing.seenAt = standing.seenAt.value_or(fact.at());
        standing.hasVisit = true;
        return true;
    }
    const auto event = eventOfKind.find(fact.kind);
    return event != eventOfKind.end() && happen(standing, event->second, fact);
}

} // namespace

bool earlier(const Fact& left, const Fact& right) {
    return std::tie(left.time, left.device, left.operation)
           < std::tie(right.time, right.device, right.operation);
}

Standing standingOf(std::vector<Fact> facts) {
    std::sort(facts.begin(), facts.end(), earlier);
    std::set<journal::OperationId> reverted;
    for (const Fact& fact : facts) {
        if (fact.reverts) {
            reverted.insert(*fact.reverts);
        }
    }
    Standing standing;
    for (const Fact& fact : facts) {
        if (!reverted.contains(fact.operation) && apply(standing, fact)) {
            standing.last = fact.operation;
            standing.lastKind = fact.kind;
        }
    }
    return standing;
}

std::string factKind(AppointmentEvent event) {
    const auto found = std::find_if(eventOfKind.begin(), eventOfKind.end(),
                                    [event](const auto& each) { return each.second == event; });
    return found == eventOfKind.end() ? std::string() : found->first;
}

} // namespace medicobus::clinic
