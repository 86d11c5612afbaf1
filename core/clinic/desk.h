// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "clinic/appointment.h"
#include "clinic/day.h"
#include "clinic/patient.h"
#include "clinic/visit.h"
#include "journal/journal.h"
#include "plan/programme.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::clinic {

/// The crew's desk: every question and every change about passages, persons, appointments, visits and the
/// tour of the day, over one device's journal. One owner thread; the clock must outlive it.
///
/// Each change is on the disk when its call returns; what comes from the journal fails with its codes. Text
/// shown to people is none of its business.
class Desk {
public:
    /// Opens or makes the device's store. `actor` is an opaque id of who holds the device, never a name.
    [[nodiscard]] static Result<Desk> open(const std::filesystem::path& file, const Clock& clock,
                                           Entropy entropy, std::string actor,
                                           journal::OpenOptions options = {});
    Desk(Desk&&) noexcept;
    Desk& operator=(Desk&&) noexcept;
    ~Desk();

    // Programme and passages (passages.cpp)

    /// A new version replaces the one in force; the old one stays in the journal. Publishing the version in
    /// force again changes nothing.
    [[nodiscard]] Result<void> publish(const plan::Programme& programme);
    /// The programme in force with the journal's moves, cancellations and closures added to its own; null
    /// before the first publication. Stays valid when a later call changes the desk.
    std::shared_ptr<const plan::Programme> programme() const;
    /// See `plan::occurrences`; none before the first publication.
    std::vector<plan::Occurrence> occurrences(Date from, Date until) const;
    /// The passages that this bus really holds, or was to hold (cancelled), on the date: moved ones at their
    /// new place only.
    std::vector<plan::Occurrence> passagesOn(const plan::BusKey& bus, Date date) const;
    std::optional<plan::Occurrence> occurrence(const plan::OccurrenceId& id) const;
    /// The next passages of a site that end after now, cancelled ones included.
    std::vector<plan::Occurrence> nextPassages(const plan::SiteKey& site, std::size_t count) const;

    /// Errors of these: `clinic.no_programme`, `clinic.passage_unknown`, `clinic.passage_past`,
    /// `clinic.bad_times` (end not after start), `clinic.site_unknown`; for a move also `clinic.bus_busy`
    /// (another passage of the bus) and `clinic.site_closed`.
    [[nodiscard]] Result<Consequence> moveOccurrence(const plan::OccurrenceId& id, LocalTime start,
                                                     LocalTime end, const std::string& reason);
    [[nodiscard]] Result<Consequence> cancelOccurrence(const plan::OccurrenceId& id,
                                                       const std::string& reason);
    /// Holds a passage as the plan has it: on a public holiday, or in spite of an earlier move or
    /// cancellation. A closure of the site still outweighs it.
    [[nodiscard]] Result<Consequence> keepOccurrence(const plan::OccurrenceId& id);
    [[nodiscard]] Result<Consequence> closeSite(const plan::SiteKey& site, Date from, Date until,
                                                const std::string& reason);
    /// What `closeSite` would do, without doing it.
    [[nodiscard]] Result<Consequence> previewClosure(const plan::SiteKey& site, Date from, Date until) const;
    /// Every live appointment from today on that has lost its place.
    [[nodiscard]] Result<std::vector<Displaced>> toReplace() const;

    // Persons (desk.cpp)

    [[nodiscard]] Result<PatientId> registerPatient(const PatientDetails& details);
    [[nodiscard]] Result<void> correctPatient(const PatientId& id, const PatientDetails& details);
    [[nodiscard]] Result<Patient> patient(const PatientId& id) const;
    /// Persons of whom every word of the text begins a name (accents and case aside), or is their birth date
    /// or birth year; by name. An empty text finds nobody.
    [[nodiscard]] Result<std::vector<Patient>> findPatients(std::string_view text,
                                                            std::size_t limit = 20) const;
    /// Persons who share both names, the birth date with one name, or the phone; likeliest first.
    [[nodiscard]] Result<std::vector<LikelyDuplicate>> likelyDuplicates(const PatientDetails& details) const;

    // The day (day.cpp)

    /// Free slots, appointments and walk-ins of one passage. Errors: `clinic.passage_unknown`.
    [[nodiscard]] Result<DayList> dayList(const plan::OccurrenceId& occurrence) const;
    [[nodiscard]] Result<DayCounts> counts(const plan::OccurrenceId& occurrence) const;
    /// The day of one bus, all passages together.
    [[nodiscard]] Result<DayCounts> countsOn(const plan::BusKey& bus, Date date) const;
    [[nodiscard]] Result<std::vector<plan::Slot>> freeSlots(const plan::OccurrenceId& occurrence) const;
    /// The free places nearest in time to a slot: of its passage first, then of the site's next passages.
    [[nodiscard]] Result<std::vector<FreeSlot>> nearestFree(const plan::OccurrenceId& occurrence, int slot,
                                                            std::size_t count) const;

    // Appointments (booking.cpp)

    /// Errors: `clinic.slot_taken` (ask `nearestFree`), `clinic.slot_unknown`, `clinic.passage_unknown`,
    /// `clinic.passage_cancelled`, `clinic.passage_unconfirmed`, `clinic.passage_past` (a passage of an
    /// earlier day), `clinic.patient_unknown`.
    [[nodiscard]] Result<Booked> book(const BookingRequest& request);
    /// Someone without appointment, who is here. Only on the day of the passage or after
    /// (`clinic.too_early`).
    [[nodiscard]] Result<AppointmentId> walkIn(const plan::OccurrenceId& occurrence, const PatientId& patient,
                                               const Reason& reason, const Flags& flags = {});
    /// Gives another place; the errors of `book` and those of the table of states.
    [[nodiscard]] Result<void> move(const AppointmentId& id, const plan::OccurrenceId& occurrence, int slot);
    [[nodiscard]] Result<void> cancel(const AppointmentId& id, const Coded<CancelCause>& cause);
    /// Arrive, Begin, See, MarkAbsent, Reinstate. Errors: those of the table of states;
    /// `clinic.too_early` before the day of the passage (and for an absence, before its hour);
    /// `clinic.needs_more` for Cancel and Move, which have their own calls; `clinic.slot_taken` when
    /// the place was given away before Reinstate.
    [[nodiscard]] Result<AppointmentState> mark(const AppointmentId& id, AppointmentEvent event);
    /// Takes back the last thing said of it, by a new operation; taking back the booking itself cancels it
    /// as a mistake. Errors: `clinic.nothing_to_undo`, `clinic.visit_recorded`, `clinic.slot_taken`.
    [[nodiscard]] Result<AppointmentState> undo(const AppointmentId& id);
    /// Takes back the last change made through this desk since it was opened (an appointment, a passage, a
    /// closure, a moment of the tour). Errors: `clinic.nothing_to_undo` and those of `undo`.
    [[nodiscard]] Result<void> undoLast();
    [[nodiscard]] Result<Appointment> appointment(const AppointmentId& id) const;
    /// A person's appointments, latest first.
    [[nodiscard]] Result<std::vector<Appointment>> appointmentsOf(const PatientId& patient) const;

    // Visits (visits.cpp)

    /// Records the visit, once, and marks the person seen. Errors: `clinic.visit_incomplete`,
    /// `clinic.note_too_long`, `clinic.visit_recorded` (use `correctVisit`), `clinic.too_early`, and those of
    /// the table of states. The draft is dropped.
    [[nodiscard]] Result<void> recordVisit(const AppointmentId& id, const Visit& visit);
    /// Replaces what was recorded; the first stays in the journal. Errors: `clinic.no_visit`.
    [[nodiscard]] Result<void> correctVisit(const AppointmentId& id, const Visit& visit);
    [[nodiscard]] Result<std::optional<RecordedVisit>> visit(const AppointmentId& id) const;
    /// What is being typed: kept on this device alone, found again after a restart.
    [[nodiscard]] Result<void> saveDraft(const AppointmentId& id, const Visit& draft);
    [[nodiscard]] Result<std::optional<Visit>> draft(const AppointmentId& id) const;
    /// The form to show: the draft, else what was recorded, else what the booking said.
    [[nodiscard]] Result<Visit> visitForm(const AppointmentId& id) const;

    /// The next passages of the same site after this appointment's and after now that have room.
    [[nodiscard]] Result<std::vector<FollowUpChoice>> followUpChoices(const AppointmentId& id,
                                                                      std::size_t count = 3) const;
    /// Books the same person at one of these; without a choice, the first free slot of the first of them
    /// (`clinic.no_room` when there is none). Once only: `clinic.follow_up_booked`, then `move` it.
    [[nodiscard]] Result<Booked> bookFollowUp(const AppointmentId& id);
    [[nodiscard]] Result<Booked> bookFollowUp(const AppointmentId& id, const plan::OccurrenceId& occurrence,
                                              int slot);
    /// The live follow-up booked from this appointment, if any.
    [[nodiscard]] Result<std::optional<Appointment>> followUpOf(const AppointmentId& id) const;

    // The tour (tour.cpp)

    /// Records a confirmed moment of the tour, now or at the given time. Errors: `clinic.no_tour`,
    /// `clinic.passage_unknown`, `clinic.already_so`, `clinic.too_early` (still to come), `clinic.tour_order`
    /// (left before arrived, returned before departed).
    [[nodiscard]] Result<void> recordTour(TourEvent event, const plan::BusKey& bus, Date date,
                                          const std::optional<plan::OccurrenceId>& stop = std::nullopt,
                                          std::optional<LocalTime> at = std::nullopt);
    [[nodiscard]] Result<Timeline> timeline(const plan::BusKey& bus, Date date) const;

    // The store (desk.cpp)

    /// The present civil time, by the desk's clock.
    LocalTime now() const;
    [[nodiscard]] Result<journal::Waiting> waiting() const;
    /// For verification, backup and the device's own values (chosen space, chosen bus).
    journal::Journal& journal();

private:
    struct State;
    explicit Desk(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace medicobus::clinic
