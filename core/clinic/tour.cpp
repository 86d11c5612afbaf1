// SPDX-License-Identifier: EUPL-1.2
#include "clinic/desk.h"
#include "clinic/desk_state.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace medicobus::clinic {

namespace {

/// The operations that say these moments, in the order of `TourEvent`.
constexpr std::array<const char*, 4> kinds{"tour.departed", "stop.arrived", "stop.left", "tour.returned"};

bool isOfStop(TourEvent event) {
    return event == TourEvent::StopArrived || event == TourEvent::StopLeft;
}

/// Nothing for a kind that a newer device added.
std::optional<TourFact> factFrom(const rows::TourMoment& moment, const plan::BusKey& bus, Date date) {
    const auto kind = std::find(kinds.begin(), kinds.end(), moment.kind);
    if (kind == kinds.end()) {
        return std::nullopt;
    }
    return TourFact{bus,         date,      static_cast<TourEvent>(kind - kinds.begin()),
                    moment.stop, moment.at, moment.driven};
}

/// Refuses a moment said before, or one that contradicts what was said: the bus neither arrives before it
/// departed, nor leaves before it arrived, nor does anything after it returned.
Result<void> fits(const TourFact& wanted, const std::vector<TourFact>& facts) {
    for (const TourFact& each : facts) {
        if (each.event == wanted.event && each.stop == wanted.stop) {
            return fault(codes::alreadySo,
                         {{"event", std::string(codeOf(each.event))}, {"value", formatLocal(each.at)}});
        }
        const bool isSameStop = each.stop == wanted.stop || !each.stop || !wanted.stop;
        const bool contradicts = isSameStop
                                 && ((each.event < wanted.event && wanted.at < each.at)
                                     || (wanted.event < each.event && each.at < wanted.at));
        if (contradicts) {
            return fault(codes::tourOrder,
                         {{"event", std::string(codeOf(wanted.event))},
                          {"value", formatLocal(wanted.at)},
                          {"expected", std::string(codeOf(each.event)) + " " + formatLocal(each.at)}});
        }
    }
    return {};
}

} // namespace

Result<std::vector<TourFact>> Desk::State::tourFacts(const plan::BusKey& bus, Date date) const {
    return ask([&](const auto& db) { return rows::tourMoments(db, subjectOf(bus, date).id); })
        .map([&](const std::vector<rows::TourMoment>& moments) {
            std::vector<TourFact> facts;
            for (const rows::TourMoment& each : moments) {
                if (auto fact = factFrom(each, bus, date)) {
                    facts.push_back(std::move(*fact));
                }
            }
            return facts;
        });
}

Result<void> Desk::recordTour(TourEvent event, const plan::BusKey& bus, Date date,
                              const std::optional<plan::OccurrenceId>& stop, std::optional<LocalTime> at,
                              std::optional<Meters> driven) {
    const std::vector<plan::Occurrence> day = passagesOn(bus, date);
    if (day.empty()) {
        return fault(codes::noTour, {{"key", bus.value}, {"value", formatDate(date)}});
    }
    const TourFact wanted{bus, date, event, isOfStop(event) ? stop : std::nullopt, at.value_or(now())};
    const bool isKnown = std::any_of(day.begin(), day.end(),
                                     [&](const plan::Occurrence& each) { return wanted.stop == each.id; });
    if (isOfStop(event) && !isKnown) {
        return fault(codes::passageUnknown, {{"value", stop ? stop->text() : std::string()}});
    }
    if (now() < wanted.at || now() < LocalTime(date)) {
        return fault(codes::tooEarly, {{"value", formatLocal(std::max(wanted.at, LocalTime(date)))}});
    }
    const Result<std::vector<TourFact>> facts = m_state->tourFacts(bus, date);
    if (!facts) {
        return Fault(facts.error());
    }
    if (const Result<void> fitting = fits(wanted, *facts); !fitting) {
        return fitting;
    }
    Json body{{"bus", bus.value}, {"date", formatDate(date)}, {"at", formatLocal(wanted.at)}};
    if (wanted.stop) {
        body["occurrence"] = wanted.stop->text();
    }
    if (driven) {
        body["driven_m"] = std::llround(driven->value);
    }
    const auto stored =
        m_state->append(subjectOf(bus, date), kinds[static_cast<std::size_t>(event)], std::move(body));
    if (!stored) {
        return Fault(stored.error());
    }
    m_state->last = State::Undoable{subjectOf(bus, date), "tour.reverted", stored->id};
    return {};
}

Result<std::vector<TourFact>> Desk::tourFacts(const plan::BusKey& bus, Date date) const {
    return m_state->tourFacts(bus, date);
}

Result<Timeline> Desk::timeline(const plan::BusKey& bus, Date date) const {
    if (!m_state->programme) {
        return fault(codes::noProgramme);
    }
    std::vector<DayPassage> passages;
    for (plan::Occurrence& each : passagesOn(bus, date)) {
        const Result<DayCounts> some = counts(each.id);
        if (!some) {
            return Fault(some.error());
        }
        passages.push_back({std::move(each), *some});
    }
    const Result<std::vector<TourFact>> facts = m_state->tourFacts(bus, date);
    if (!facts) {
        return Fault(facts.error());
    }
    return layTimeline(*m_state->programme, bus, date, passages, *facts, now());
}

} // namespace medicobus::clinic
