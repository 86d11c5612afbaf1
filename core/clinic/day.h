// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/geo.h"
#include "clinic/appointment.h"
#include "clinic/half_day/request.h"
#include "clinic/patient.h"
#include "clinic/visit.h"
#include "plan/programme.h"

#include <chrono>
#include <optional>
#include <string_view>
#include <vector>

namespace medicobus::clinic {

/// How the persons of a passage, or of a day, stand.
struct DayCounts {
    int slots = 0;    ///< Places offered: slots, times their seats.
    int free = 0;     ///< Places that nobody holds or asks for.
    int booked = 0;   ///< Every appointment with a slot that is not cancelled, whatever became of it.
    int expected = 0; ///< Booked and not yet here.
    int here = 0;     ///< Arrived or in consultation, walk-ins included.
    int seen = 0;     ///< Walk-ins included.
    int absent = 0;
    int cancelled = 0;
    int walkIns = 0;

    DayCounts& operator+=(const DayCounts& other);
    friend bool operator==(const DayCounts&, const DayCounts&) = default;
};

/// A place that nobody holds.
struct FreeSlot {
    plan::Occurrence occurrence;
    plan::Slot slot;
};

/// One line of the list of a passage: a free slot, or a person with or without one.
struct DayEntry {
    std::optional<plan::Slot> slot; ///< None for a walk-in, and for a place that the passage no longer has.
    std::optional<Appointment> appointment;
    std::optional<Patient> patient; ///< Of every appointment.
    std::optional<int> age;         ///< On the day of the passage.
    LocalTime time{};               ///< By which the list is ordered: the slot's start, or the arrival.
    std::optional<AppointmentEvent> next;
    std::chrono::minutes late{0}; ///< Waiting: now after the slot's start. Begun: when it began after it.
    bool isSetApart = false;      ///< Asks for a place that is set apart for another device.
    bool hasDraft = false;        ///< A visit form was begun and not recorded.
    /// Of who waits with a slot: how long after its hour they can expect to be received, as those before
    /// overrun. None of who is not here yet though their hour has passed.
    std::chrono::minutes delay{0};
    bool isFirstVisit = false; ///< The crew has not received this person before.
};

struct DayList {
    plan::Occurrence occurrence;
    std::vector<DayEntry> entries; ///< By time.
    DayCounts counts;
    std::chrono::minutes late{0}; ///< How late the consultations run now; what those who wait can be told.
};

struct BookingRequest {
    plan::OccurrenceId occurrence;
    int slot = 0;
    PatientId patient;
    Reason reason; ///< May be left unsaid.
    Flags flags;
    std::optional<RequestId> answers{}; ///< The request for a place that this one ends.
};

struct Booked {
    AppointmentId appointment;
    std::vector<Appointment> sameDay; ///< Other live appointments of this person that day: to be looked at.
    bool isRequest = false;           ///< To be confirmed by the hub: tell the person so.
    /// A request for a place that is set apart for another device, which may give it away or have done so:
    /// the hub decides when that share ends. `Desk::nearestFree` has places that need no such waiting.
    bool isSetApart = false;
};

/// Why somebody has to be called.
enum class Mishap { None, PassageCancelled, PassageGone, SlotGone, PlaceRefused, MoveRefused };

/// An appointment that something befell: its place no longer exists or was refused, or it waits for one.
struct Displaced {
    Appointment appointment;
    std::optional<Patient> patient;             ///< None while locked.
    std::optional<plan::Occurrence> occurrence; ///< None when the programme no longer has it.
    Mishap mishap = Mishap::None;
    bool isSetApart = false; ///< What it waits for is set apart for another device: that may take time.
    std::vector<FreeSlot> alternatives{}; ///< For who is to be replaced: up to three, nearest first.
};

/// A line of the list by which people are called, as it prints.
struct CallLine {
    AppointmentId appointment;
    std::string name;
    std::string phone;    ///< "02 33 00 00 00"; empty when the person has none.
    LocalTime promised{}; ///< The hour they were told.
    std::string site; ///< Key of the site they were to come to; empty when the programme no longer has it.
    Mishap mishap = Mishap::None;
    std::string reason; ///< Of a cancelled passage, as its person said it.
    std::vector<FreeSlot> alternatives;
};

/// What a change to passages touches.
struct Consequence {
    std::vector<plan::Occurrence> passages; ///< As they stand after the change.
    std::vector<Displaced> toReplace;       ///< Kept, and to be given another place.
    std::vector<Displaced> moved;           ///< Kept, at another hour: to be told.
};

/// A passage with room, for a follow-up.
struct FollowUpChoice {
    plan::Occurrence occurrence;
    std::vector<plan::Slot> free;
    Meters away{0}; ///< As the crow flies from where the person was seen; 0 at the same site.
};

struct RecordedVisit {
    Visit visit; ///< The latest correction.
    Instant recordedAt;
    int corrections = 0; ///< Earlier versions stay in the journal: `Desk::visitVersions`.
};

/// What was recorded of a visit at one moment.
struct VisitAt {
    Visit visit;
    Instant at;

    friend bool operator==(const VisitAt&, const VisitAt&) = default;
};

/// What the crew says of its tour, each confirmed by a person.
enum class TourEvent { Departed, StopArrived, StopLeft, Returned };

/// One confirmed moment of a tour.
struct TourFact {
    plan::BusKey bus;
    Date date;
    TourEvent event = TourEvent::Departed;
    std::optional<plan::OccurrenceId> stop; ///< For StopArrived and StopLeft.
    LocalTime at{};
    std::optional<Meters> driven{}; ///< Since the moment before, where a receiver measured it.
};

/// One line of the crew's day.
struct TimelineEntry {
    enum class Kind { Depart, Drive, Setup, Receive, Pack, Break, Return };
    enum class Progress { Done, Now, Ahead };

    Kind kind = Kind::Depart;
    LocalTime start{}; ///< Planned.
    LocalTime end{};   ///< Planned; same as start for Depart and Return.
    std::optional<LocalTime> actualStart;
    std::optional<LocalTime> actualEnd;
    LocalTime expected{}; ///< The planned start plus the lateness carried to it; the actual start once known.
    std::chrono::minutes late{0}; ///< expected - start, never below zero.
    Progress progress = Progress::Ahead;
    std::optional<plan::Occurrence> occurrence; ///< For Setup, Receive and Pack; the one driven to for Drive.
    DayCounts counts;                           ///< For Receive.
    std::optional<Meters> driven{};             ///< For Drive, once measured.
    /// For Drive, where both ends are known: 1.3 times the great circle (`planning.md` section 2).
    std::optional<Meters> estimated{};
    /// What the crew would confirm here next (only on the first line that lacks it).
    std::optional<TourEvent> confirms;
};

/// The day of one bus, from leaving the depot to coming back.
struct Timeline {
    plan::BusKey bus;
    Date date;
    std::vector<TimelineEntry> entries; ///< Empty when the bus stays at the depot.
    std::chrono::minutes late{0};       ///< Carried to whatever comes next.
    Meters driven{};                    ///< All that was measured that day.
    std::optional<std::size_t> next; ///< The entry in progress, else the first ahead; none when all is done.
};

/// A passage of the day with its counts.
struct DayPassage {
    plan::Occurrence occurrence;
    DayCounts counts;
};

/// Lays the planned tour, the passages really held that day (moved ones included, cancelled ones marked by
/// their status) and the confirmed facts on one line of time. `now` makes lateness grow while something
/// overdue is not confirmed, on that day only. Driving between two stops is the tour's driving time that its
/// first and last legs leave, shared by distance; what remains of the gap is the break.
Timeline layTimeline(const plan::Programme& programme, const plan::BusKey& bus, Date date,
                     const std::vector<DayPassage>& passages, const std::vector<TourFact>& facts,
                     LocalTime now);

/// "departed", "stop_arrived", "stop_left", "returned".
std::string_view codeOf(TourEvent event);

} // namespace medicobus::clinic
