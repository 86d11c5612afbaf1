// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "calendar/recurrence.h"
#include "plan/scenario.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace medicobus::plan {

/// The identity of one passage: its series and the local time at which the series places it. It stays the
/// same when the passage is moved or cancelled (RFC 5545 RECURRENCE-ID).
struct OccurrenceId {
    SeriesKey series;
    LocalTime originalStart;

    /// `s1@2027-03-02T09:00`
    std::string text() const;
    /// Nothing for a text of another form.
    static std::optional<OccurrenceId> parse(std::string_view text);
    friend auto operator<=>(const OccurrenceId&, const OccurrenceId&) = default;
};

/// A change decided by a person for one passage. The last one, by sequence, replaces those before it.
struct Override {
    enum class Kind { Moved, Cancelled, Kept };
    OccurrenceId occurrence;
    Kind kind = Kind::Cancelled;
    LocalTime start{}; ///< When moved.
    LocalTime end{};
    std::string reason; ///< A short text for the public, such as "travaux dans la salle".
    /// One more than the sequence of the passage before this decision, so that feeds see it rise.
    int sequence = 1;

    friend bool operator==(const Override&, const Override&) = default;
};

/// A site that cannot host from one date to another, both included.
struct Closure {
    SiteKey site;
    Date from;
    Date until;
    std::string reason;
    /// The site hosts again. The closure stays listed, so that the sequence of its passages rises once more.
    bool isLifted = false;

    friend bool operator==(const Closure&, const Closure&) = default;
};

/// What residents may know of any commune, so that each finds its nearest stop.
struct CommunePoint {
    territory::InseeCode insee;
    std::string name;
    GeoPoint point;

    friend bool operator==(const CommunePoint&, const CommunePoint&) = default;
};

struct Booking {
    std::string phone; ///< E.164.
    std::string hours; ///< "du lundi au vendredi, de 9 h à 12 h"

    friend bool operator==(const Booking&, const Booking&) = default;
};

/// A published plan: what everyone reads. It never changes; a new version replaces it. Overrides and closures
/// are kept beside it and read together.
struct Programme {
    std::string version; ///< UUID text, given by the operation that publishes it.
    std::string name;    ///< "Médicobus de l'Admidep"
    std::string organiser;
    bool isFictional = false;
    Date firstMonday; ///< The Monday of week 0 of the first cycle; nothing happens before it.
    std::optional<Date> until;
    int cycleWeeks = 4;
    std::chrono::minutes slot{20};
    std::string travelKind = "estimate";
    std::vector<BusKey> buses;
    std::map<BusKey, GeoPoint> depots; ///< Where each bus starts and ends its day; none in older programmes.
    std::vector<Series> series;
    std::vector<Tour> tours;
    std::vector<Site> sites; ///< Those that the series visit.
    std::vector<CommunePoint> communes;
    Booking booking;
    std::vector<Closure> closures;
    std::vector<Override> overrides;

    const Site* findSite(const SiteKey& id) const;
    const Series* findSeries(const SeriesKey& id) const;
};

/// A session on a date, after holidays, closures and moves.
struct Occurrence {
    /// ToConfirm: a public holiday falls on it and nobody has decided yet; it is never dropped silently.
    enum class Status { Planned, ToConfirm, Moved, Cancelled };
    OccurrenceId id;
    BusKey bus;
    SiteKey site;
    SessionKey session;
    LocalTime start{};
    LocalTime end{};
    Status status = Status::Planned;
    std::string reason; ///< The holiday's name, or what the person or the closure says.
    int sequence = 0;
    std::chrono::minutes pauseAfter{0}; ///< From the start to the pause inside, which moves with it.
    std::chrono::minutes pause{0};      ///< 0: none.
    std::chrono::minutes slot{0};       ///< Of its kind of session; 0: the programme's.
    int seats = 1;                      ///< Persons whom one slot is offered to.
};

/// The passages whose date (or, when moved, original date) lies in [from, until], by start then site.
/// Holidays are those of metropolitan France (`calendar`). Who decides last wins: a closure on the present
/// date cancels whatever was decided before; then a person's override; then a holiday, to confirm.
std::vector<Occurrence> occurrences(const Programme& programme, Date from, Date until);

/// The passages at a site on or after a date, by start, until `count` of them take place; those cancelled in
/// between are listed too, so that nobody waits for them. Looks one year ahead.
std::vector<Occurrence> nextPassages(const Programme& programme, const SiteKey& site, Date from,
                                     std::size_t count);

/// The dates on which a series is to take place within [from, until], before holidays, closures and moves:
/// from the first Monday, to the end of the programme, within the validity of its site.
std::vector<Date> datesOf(const Programme& programme, const Series& series, Date from, Date until);

/// The weeks of a series as one rule, such as every second Tuesday; nothing when they are not evenly spaced.
std::optional<calendar::Recurrence> recurrenceOf(const Series& series, int cycleWeeks);
/// As above, with the first date of the series in this programme as start and its last day as UNTIL: expands
/// to the same dates as `datesOf`. Nothing when the series has no date or is not regular.
std::optional<calendar::RecurrenceSet> recurrenceOf(const Programme& programme, const Series& series);

/// One place in the list of a passage.
struct Slot {
    int index = 0;
    LocalTime start{};
    LocalTime end{};

    friend bool operator==(const Slot&, const Slot&) = default;
};

/// The slots of a passage at its present time: whole slots only, from its start and again from the end of its
/// pause; `slot` long, or as its kind of session says. None when cancelled.
std::vector<Slot> slotsOf(const Occurrence& occurrence, std::chrono::minutes slot);

/// The tour that the plan has for this bus on this date, moved by nothing; nullptr when it stays at the
/// depot.
const Tour* tourOn(const Programme& programme, const BusKey& bus, Date date);

/// Gathers what is public from a plan and its scenario: only the sites that the plan visits, and the names
/// and points of communes. The first cycle begins on the Monday of the week of `firstMonday`. The version is
/// left empty; name, organiser and booking are filled for the fictional territory, and a real service gives
/// its own.
Programme publishable(const Scenario& scenario, const Plan& plan, Date firstMonday);

} // namespace medicobus::plan
