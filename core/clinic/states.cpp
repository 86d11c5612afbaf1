// SPDX-License-Identifier: EUPL-1.2
#include "clinic/states.h"

namespace medicobus::clinic {

namespace {

using State = AppointmentState;
using Event = AppointmentEvent;

/// One cell of the table: the state that follows, or the refusal.
struct Answer {
    constexpr Answer(State state) : to(state) {}              // NOLINT(google-explicit-constructor)
    constexpr Answer(ErrorCode refusal) : refused(refusal) {} // NOLINT(google-explicit-constructor)
    std::optional<State> to;
    ErrorCode refused{};
};

using codes::alreadyArrived;
using codes::alreadySeen;
using codes::alreadySo;
using codes::appointmentCancelled;
using codes::consultationBegun;
using codes::markedAbsent;
using codes::nothingToReinstate;

// Rows are states, columns events, both in the order of their enumerations. A booked person may be begun or
// seen without a word of arrival, since a list kept on paper is entered afterwards; one who arrived and left
// unseen is cancelled with that cause, never absent; an absence is taken back before anything else follows.
// clang-format off
constexpr std::array<std::array<Answer, allEvents.size()>, allStates.size()> table{{
    //  Arrive                 Begin                  See                    MarkAbsent             Cancel                 Move                   Reinstate
    {{ State::Arrived,        State::InConsultation, State::Seen,           State::Absent,         State::Cancelled,      State::Booked,         nothingToReinstate }},
    {{ alreadySo,             State::InConsultation, State::Seen,           alreadyArrived,        State::Cancelled,      State::Booked,         nothingToReinstate }},
    {{ consultationBegun,     alreadySo,             State::Seen,           consultationBegun,     consultationBegun,     consultationBegun,     nothingToReinstate }},
    {{ alreadySeen,           alreadySeen,           alreadySo,             alreadySeen,           alreadySeen,           alreadySeen,           nothingToReinstate }},
    {{ State::Arrived,        markedAbsent,          markedAbsent,          alreadySo,             markedAbsent,          markedAbsent,          State::Booked }},
    {{ appointmentCancelled,  appointmentCancelled,  appointmentCancelled,  appointmentCancelled,  alreadySo,             appointmentCancelled,  State::Booked }},
}};
// clang-format on

constexpr std::array<std::string_view, allStates.size()> stateCodes{"booked", "arrived", "in_consultation",
                                                                    "seen",   "absent",  "cancelled"};
constexpr std::array<std::string_view, allEvents.size()> eventCodes{
    "arrive", "begin", "see", "mark_absent", "cancel", "move", "reinstate"};

template <typename E, std::size_t N>
std::optional<E> find(const std::array<std::string_view, N>& names, const std::array<E, N>& values,
                      std::string_view code) {
    for (std::size_t i = 0; i < N; ++i) {
        if (names[i] == code) {
            return values[i];
        }
    }
    return std::nullopt;
}

const Answer& answer(State state, Event event) {
    return table[static_cast<std::size_t>(state)][static_cast<std::size_t>(event)];
}

} // namespace

std::string_view codeOf(AppointmentState state) {
    return stateCodes[static_cast<std::size_t>(state)];
}
std::string_view codeOf(AppointmentEvent event) {
    return eventCodes[static_cast<std::size_t>(event)];
}

std::optional<AppointmentState> parseState(std::string_view code) {
    return find(stateCodes, allStates, code);
}
std::optional<AppointmentEvent> parseEvent(std::string_view code) {
    return find(eventCodes, allEvents, code);
}

Result<AppointmentState> next(AppointmentState state, AppointmentEvent event) {
    const Answer& found = answer(state, event);
    if (found.to) {
        return *found.to;
    }
    return fault(found.refused,
                 {{"value", std::string(codeOf(state))}, {"event", std::string(codeOf(event))}});
}

bool allows(AppointmentState state, AppointmentEvent event) {
    return answer(state, event).to.has_value();
}

std::optional<AppointmentEvent> naturalNext(AppointmentState state) {
    switch (state) {
    case State::Booked:
        return Event::Arrive;
    case State::Arrived:
        return Event::Begin;
    case State::InConsultation:
        return Event::See;
    case State::Seen:
    case State::Absent:
    case State::Cancelled:
        return std::nullopt;
    }
    return std::nullopt;
}

bool holdsSlot(AppointmentState state) {
    return state != State::Cancelled;
}

} // namespace medicobus::clinic
