// SPDX-License-Identifier: EUPL-1.2
#include "clinic/position/proposal.h"

#include <algorithm>

namespace medicobus::clinic {

namespace {

using Stop = std::optional<plan::OccurrenceId>;

/// The stop where the crew said that it arrived, and has not said that it left.
Stop presentStop(const std::vector<TourFact>& facts) {
    for (const TourFact& each : facts) {
        if (each.event == TourEvent::StopArrived && !isSaid(facts, TourEvent::StopLeft, each.stop)) {
            return each.stop;
        }
    }
    return std::nullopt;
}

/// The last moment said, as an instant; whole minutes, so a stay that began within that minute is later.
std::optional<Instant> lastSaid(const std::vector<TourFact>& facts) {
    std::optional<LocalTime> latest;
    for (const TourFact& each : facts) {
        latest = std::max(latest.value_or(each.at), each.at);
    }
    const auto instant = latest ? toInstant(*latest) : Result<Instant>(Instant{});
    return instant ? std::optional(*instant) : std::nullopt;
}

std::optional<Proposal> leaving(const std::vector<Stay>& stays, const plan::OccurrenceId& stop) {
    const auto last = std::find_if(stays.rbegin(), stays.rend(),
                                   [&](const Stay& each) { return each.place == stop.text(); });
    if (last == stays.rend() || !last->until) {
        return std::nullopt;
    }
    return Proposal{TourEvent::StopLeft, stop, *last->until};
}

} // namespace

bool isSaid(const std::vector<TourFact>& facts, TourEvent event,
            const std::optional<plan::OccurrenceId>& stop) {
    return std::any_of(facts.begin(), facts.end(), [&](const TourFact& each) {
        return each.event == event && (!stop || each.stop == stop);
    });
}

std::vector<ExpectedPlace> expectedPlaces(const plan::Programme& programme,
                                          const std::vector<plan::Occurrence>& passages) {
    std::vector<ExpectedPlace> places;
    for (const plan::Occurrence& each : passages) {
        const plan::Site* site = programme.findSite(each.site);
        if (site && each.status != plan::Occurrence::Status::Cancelled) {
            places.push_back({each.id.text(), site->point});
        }
    }
    return places;
}

std::optional<Proposal> propose(const std::vector<Stay>& stays, const std::vector<TourFact>& facts) {
    if (!isSaid(facts, TourEvent::Departed) || isSaid(facts, TourEvent::Returned)) {
        return std::nullopt;
    }
    if (const Stop present = presentStop(facts)) {
        return leaving(stays, *present);
    }
    const auto since = lastSaid(facts);
    for (const Stay& each : stays) {
        if (since && each.until && *each.until < *since) {
            continue;
        }
        const auto stop = plan::OccurrenceId::parse(each.place);
        if (stop && !isSaid(facts, TourEvent::StopArrived, stop)) {
            return Proposal{TourEvent::StopArrived, stop, each.from};
        }
        // Standing at the depot before leaving is no return.
        if (each.place.empty() && since && *since < each.from && isSaid(facts, TourEvent::StopLeft)) {
            return Proposal{TourEvent::Returned, std::nullopt, each.from};
        }
    }
    return std::nullopt;
}

} // namespace medicobus::clinic
