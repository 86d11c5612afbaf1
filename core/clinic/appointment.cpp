// SPDX-License-Identifier: EUPL-1.2
#include "clinic/appointment.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace medicobus::clinic {

namespace {

using Event = AppointmentEvent;

const std::map<std::string, Event, std::less<>> eventOfKind{
    {"arrived", Event::Arrive},       {"begun", Event::Begin},      {"seen", Event::See},
    {"absent", Event::MarkAbsent},    {"cancelled", Event::Cancel}, {"moved", Event::Move},
    {"reinstated", Event::Reinstate},
};

} // namespace

bool earlier(const Fact& left, const Fact& right) {
    return std::tie(left.time, left.device, left.operation)
           < std::tie(right.time, right.device, right.operation);
}

std::vector<Hold> holdsOf(const Standing& standing) {
    std::vector<Hold> holds;
    if (!standing.place || !standing.place->slot || !holdsSlot(standing.state)) {
        return holds;
    }
    if (standing.claim != Claim::ToReplace) {
        holds.push_back({*standing.place, standing.claim, standing.claimedBy});
    }
    for (const PendingMove& each : standing.pending) {
        holds.push_back({each.claim.place, Claim::Requested, each.operation});
    }
    return holds;
}

std::optional<AppointmentEvent> eventOf(std::string_view factKind) {
    const auto found = eventOfKind.find(factKind);
    return found == eventOfKind.end() ? std::nullopt : std::optional(found->second);
}

std::string factKind(AppointmentEvent event) {
    const auto found = std::find_if(eventOfKind.begin(), eventOfKind.end(),
                                    [event](const auto& each) { return each.second == event; });
    return found == eventOfKind.end() ? std::string() : found->first;
}

} // namespace medicobus::clinic
