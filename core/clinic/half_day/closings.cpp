// SPDX-License-Identifier: EUPL-1.2
#include "clinic/claim/body.h"
#include "clinic/desk.h"
#include "clinic/desk_state.h"

namespace medicobus::clinic {

namespace {

constexpr const char* closedKind = "stop.closed";

std::vector<Coded<Equipment>> checkedIn(const Json& body) {
    std::vector<Coded<Equipment>> checked;
    const auto listed = body.find("checked");
    for (const Json& each : listed != body.end() && listed->is_array() ? *listed : Json::array()) {
        if (each.is_string()) {
            checked.push_back(Coded<Equipment>::of(each.get<std::string>()));
        }
    }
    return checked;
}

} // namespace

Result<std::vector<journal::OperationId>> Desk::State::closings(const plan::Occurrence& stop) const {
    const journal::Subject tour = subjectOf(stop.bus, dateOf(stop.start));
    return ask([&](const auto& db) { return rows::tourMoments(db, tour.id); })
        .map([&](const std::vector<rows::TourMoment>& moments) {
            std::vector<journal::OperationId> closings;
            for (const rows::TourMoment& each : moments) {
                if (each.kind == closedKind && each.stop == stop.id) {
                    closings.push_back(each.operation);
                }
            }
            return closings;
        });
}

Result<std::optional<Closing>> Desk::closing(const plan::OccurrenceId& id) const {
    const auto stop = m_state->passage(id);
    const auto said = stop.and_then([&](const plan::Occurrence& each) { return m_state->closings(each); });
    if (!said) {
        return Fault(said.error());
    }
    if (said->empty()) {
        return std::optional<Closing>();
    }
    return m_state->journal->operation(said->back()).map([](const std::optional<journal::Operation>& kept) {
        if (!kept) {
            return std::optional<Closing>();
        }
        const auto at = parseLocal(textIn(kept->open, "at"));
        return std::optional(Closing{kept->id, at.value_or(LocalTime()), checkedIn(kept->open)});
    });
}

Result<void> Desk::closeStop(const plan::OccurrenceId& id, const std::vector<Coded<Equipment>>& checked) {
    const auto stop = m_state->passage(id);
    const auto said = stop.and_then([&](const plan::Occurrence& each) { return m_state->closings(each); });
    if (!said) {
        return Fault(said.error());
    }
    if (!said->empty()) {
        return fault(codes::alreadySo, {{"event", "closed"}, {"value", id.text()}});
    }
    if (now() < stop->start) {
        return fault(codes::tooEarly, {{"value", formatLocal(stop->start)}});
    }
    Json list = Json::array();
    for (const Coded<Equipment>& each : checked) {
        list.push_back(each.code());
    }
    const Date date = dateOf(stop->start);
    const journal::Subject tour = subjectOf(stop->bus, date);
    const auto stored = m_state->append(tour, closedKind,
                                        {{"bus", stop->bus.value},
                                         {"date", formatDate(date)},
                                         {"at", formatLocal(now())},
                                         {"occurrence", id.text()},
                                         {"checked", std::move(list)}});
    if (!stored) {
        return Fault(stored.error());
    }
    m_state->last = State::Undoable{tour, "tour.reverted", stored->id};
    return {};
}

Result<void> Desk::reopenStop(const plan::OccurrenceId& id) {
    const auto stop = m_state->passage(id);
    const auto said = stop.and_then([&](const plan::Occurrence& each) { return m_state->closings(each); });
    if (!said) {
        return Fault(said.error());
    }
    if (said->empty()) {
        return fault(codes::nothingToUndo);
    }
    for (const journal::OperationId& each : *said) {
        const auto stored = m_state->append(subjectOf(stop->bus, dateOf(stop->start)), "tour.reverted",
                                            {{"operation", each.text()}});
        if (!stored) {
            return Fault(stored.error());
        }
    }
    return {};
}

} // namespace medicobus::clinic
