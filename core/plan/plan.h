// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/error.h"
#include "plan/plan_keys.h"
#include "plan/reason.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::plan {

/// The same session repeated through the cycle: one bus, one site, one weekday, one half-day, some weeks.
struct Series {
    SeriesKey id;
    BusKey bus;
    SiteKey site;
    Weekday weekday = Weekday::Monday;
    SessionKey session;
    std::vector<int> weeks; ///< From 0, ascending.
    TimeOfDay start{0};
    TimeOfDay end{0};
    TimeOfDay pauseStart{0}; ///< Both 0 without a pause inside the session.
    TimeOfDay pauseEnd{0};
    std::chrono::minutes slot{0}; ///< Its kind's own; 0: the policy's.
    int seats = 1; ///< Persons whom one slot is offered to; said by a programme, not by a plan.

    std::chrono::minutes pause() const { return pauseEnd - pauseStart; }
    /// False for a locked series of a scenario that leaves its time to the planner.
    bool hasTime() const { return end > start; }

    friend bool operator==(const Series&, const Series&) = default;
};

/// Persons to whom one slot may be offered at most.
inline constexpr int mostSeats = 10;

/// True when a recurrence rule can say these weeks (`planning.md` section 3): every week of the cycle, or
/// every 2nd, 3rd or 4th that divides it, from some offset.
bool isRecurring(const std::vector<int>& weeks, int cycleWeeks);

/// One stop of a tour: setup runs from arrival to start, teardown from end to leaving.
struct Stop {
    SeriesKey series;
    TimeOfDay arrive{0};
    TimeOfDay start{0};
    TimeOfDay end{0};
    TimeOfDay leave{0};

    friend bool operator==(const Stop&, const Stop&) = default;
};

/// A doctor at a screen for one session of a tour.
struct RemoteDuty {
    SeriesKey series;
    PersonKey person;

    friend bool operator==(const RemoteDuty&, const RemoteDuty&) = default;
};

/// What one bus does on one day of the cycle, from leaving the depot to coming back.
struct Tour {
    BusKey bus;
    int week = 0;
    Weekday weekday = Weekday::Monday;
    TimeOfDay depart{0};
    TimeOfDay back{0};         ///< Written `return` in the file.
    double drivingMinutes = 0; ///< The sum of the travel times, not rounded up to the timetable's minutes.
    std::vector<Stop> stops;
    std::vector<PersonKey> people{}; ///< Aboard from leaving to coming back, where the scenario names people.
    std::vector<RemoteDuty> remote{};

    friend bool operator==(const Tour&, const Tour&) = default;
};

/// `planning.md` section 5: worth, what driving costs, and the bound of the relaxation.
struct Score {
    double worth = 0;
    double bound = 0;
    double drivingMinutesYear = 0;
    double total = 0;
};

/// A figure before the plan and after it.
struct BeforeAfter {
    double before = 0;
    double after = 0;
};

/// What a service of its own need gives.
struct ServiceFigures {
    std::string service;
    double deliveredYear = 0; ///< Acts a year.
    BeforeAfter severity;
};

struct Indicators {
    double deliveredYear = 0; ///< Consultations a year.
    BeforeAfter within10Min;  ///< Inhabitants of the territory within 10 min of a visited site.
    BeforeAfter within15Min;
    BeforeAfter severity;
    BeforeAfter communesUnderLine;
    double kilometresYear = 0;
    std::vector<ServiceFigures> services{}; ///< Of the services that the policy gives a need, in its order.
};

/// A session of the cycle that nobody covers, and how far those who might have come.
struct Uncovered {
    SeriesKey series;
    int week = 0;
    std::string code; ///< One of `codes::cover…`.
    std::string role; ///< Who is missing: doctor, nurse, specialist, remote_doctor, carer or driver.
    int known = 0;    ///< People of that role, and of these, those with authorisation and skills…
    int entitled = 0;
    int available = 0; ///< … and free from other work that day at these hours.

    friend bool operator==(const Uncovered&, const Uncovered&) = default;
};

/// What the drives of a plan were read from.
struct TravelUsed {
    std::string kind = "estimate"; ///< Or "matrix", "osrm".
    std::string source;            ///< The matrix's file or the server's address.
    std::optional<Date> measured;  ///< The day of the oldest drive, where it is known.

    friend bool operator==(const TravelUsed&, const TravelUsed&) = default;
};

/// The sessions of a cycle (`formats.md`, `medicobus-plan/1`).
struct Plan {
    std::uint64_t seed = 1;
    std::uint64_t iterations = 0;
    TravelUsed travel;
    Score score;
    std::vector<Series> series;
    std::vector<Tour> tours;
    Indicators indicators;
    /// Why: the chosen sites, the communes left out and the plan itself, the most important first.
    std::vector<Reason> explanation;
    std::vector<Uncovered> uncovered;

    const Series* findSeries(const SeriesKey& id) const;
};

namespace codes {
inline constexpr ErrorCode coverNobody{"cover.nobody"};
inline constexpr ErrorCode coverAuthorisation{"cover.authorisation"};
inline constexpr ErrorCode coverAvailability{"cover.availability"};
inline constexpr ErrorCode coverHours{"cover.hours"};
} // namespace codes

} // namespace medicobus::plan
