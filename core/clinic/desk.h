// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "clinic/appointment.h"
#include "clinic/calls/offer.h"
#include "clinic/calls/reminder.h"
#include "clinic/calls/tries.h"
#include "clinic/claim/lease.h"
#include "clinic/claim/refused.h"
#include "clinic/day.h"
#include "clinic/half_day/closing.h"
#include "clinic/half_day/request.h"
#include "clinic/half_day/stop_notes.h"
#include "clinic/patient.h"
#include "clinic/person/crew_key.h"
#include "clinic/person/deposit.h"
#include "clinic/visit.h"
#include "journal/journal.h"
#include "plan/programme.h"
#include "vault/vault.h"

#include <filesystem>
#include <map>
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
///
/// Whatever tells of a person is sealed. Without a vault, or while it is locked, all that concerns a person
/// answers `vault.locked`; passages, places, counts, the tour, and facts about appointments still work.
class Desk {
public:
    /// Opens or makes the store. Who acts: the vault's opener, else `actor`; opaque ids both, never a name.
    [[nodiscard]] static Result<Desk> open(const std::filesystem::path& file, const Clock& clock,
                                           Entropy entropy, std::string actor,
                                           journal::OpenOptions options = {});
    Desk(Desk&&) noexcept;
    Desk& operator=(Desk&&) noexcept;
    ~Desk();

    /// The keys of this device, locked or not; they must outlive the desk. Null takes them away. While they
    /// are open, every change made here is signed; one made while locked is signed as it is sent.
    void useVault(vault::Vault* vault);
    /// Takes the crew's key that an enrolment brought, and wraps by it the keys of the persons recorded here
    /// before. To be called before the first exchange; may be called again. Errors: `vault.locked`,
    /// `vault.altered`.
    [[nodiscard]] Result<void> joinCrew(std::string_view box);
    bool isLocked() const;
    /// Opens every person ahead of the first question; otherwise that question does.
    [[nodiscard]] Result<void> openPersons();
    /// Lets go of everything opened. To be called with `Vault::lock`.
    void forgetPersons();

    // Programme and passages (passage/passages.cpp)

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
    // Claims (claim/claims.cpp)

    /// Whether this store belongs to a hub: from then on a place is confirmed by a lease or by the hub.
    bool isEnrolled() const;
    [[nodiscard]] Result<void> setEnrolled();
    /// Live appointments from today on that wait for the hub's word, on a booking or on a move.
    [[nodiscard]] Result<std::vector<Displaced>> toConfirm() const;
    /// Whether what an appointment asks for is set apart for another device: its answer may take until that
    /// share ends.
    [[nodiscard]] Result<bool> isSetApart(const Appointment& appointment) const;
    /// Live appointments from today on without a place: refused by the hub, or lost with their passage. Each
    /// with the nearest free places; `move` gives one.
    [[nodiscard]] Result<std::vector<Displaced>> toReplace() const;
    /// Whom to call, by the hour promised: all to replace, and those whose move was refused.
    [[nodiscard]] Result<std::vector<CallLine>> callList() const;
    /// This device's shares that are in force, with the places it can still confirm; a place used once is
    /// spent, cancelled or not.
    [[nodiscard]] Result<std::vector<Lease>> leases() const;
    /// Gives back what is left of shares that have ended; how many there were.
    [[nodiscard]] Result<int> releaseEndedLeases();

    // Calls (calls/)

    /// The passages of the next six weeks that have room and are in this commune, then those within half an
    /// hour of it by car; each by date. Room that is set apart for another device is left out.
    [[nodiscard]] Result<std::vector<Offer>> offersNear(const territory::InseeCode& commune) const;
    /// A call to somebody who waits for a place that nobody answered. Errors: `clinic.request_unknown`.
    [[nodiscard]] Result<void> noteTry(const RequestId& id);
    /// Of each request for which anybody called in vain.
    [[nodiscard]] Result<std::map<RequestId, Tries>> tries() const;
    /// Whom to call before the next day on which anybody is expected.
    [[nodiscard]] Result<ReminderList> reminders() const;
    [[nodiscard]] Result<void> sayReminder(const AppointmentId& id, ReminderAnswer answer);

    // What the hub did not accept (claim/refused.cpp)

    /// This device's changes that its hub rejected or found in conflict, oldest first, each with what to do.
    /// One that was made again or dismissed is not listed any more.
    [[nodiscard]] Result<std::vector<Refused>> refusals() const;
    /// Makes a rejected edit of the plan again, on what now stands. Errors: `clinic.cannot_redo` unless its
    /// next step is to redo it; those of the edit.
    [[nodiscard]] Result<Consequence> redo(const journal::OperationId& operation);
    /// A person has seen it: on this device it is listed no more.
    [[nodiscard]] Result<void> dismissRefusal(const journal::OperationId& operation);

    // Deposits (person/deposits.cpp)

    /// A town hall's request for a place, sealed to the crew: the place is claimed openly, who comes can be
    /// read by the crew alone. Errors: those of `book` and `checked`, `vault.bad_key`.
    [[nodiscard]] Result<AppointmentId> deposit(const DepositRequest& request,
                                                const vault::PublicKey& crewKey);
    /// The same, to the key that a person compared, else to the only one that the crew's devices told.
    /// Errors: also `clinic.crew_key_unknown`, `clinic.crew_keys_differ`.
    [[nodiscard]] Result<AppointmentId> deposit(const DepositRequest& request);
    /// The public keys that devices of the crew told, first told first: one, unless somebody lies or two
    /// crews share a hub. A device that was revoked, or is not the crew's, tells nothing.
    [[nodiscard]] Result<std::vector<CrewKeyNotice>> crewKeys() const;
    /// Tells the crew's public key to whoever may deposit, once; nothing on a device of another role, or
    /// while locked. To be called before an exchange.
    [[nodiscard]] Result<void> announceCrewKey();
    /// A person read this fingerprint on a screen of the crew: deposits are sealed to that key from now on.
    /// Errors: `clinic.crew_key_not_told`.
    [[nodiscard]] Result<void> compareCrewKey(const std::string& fingerprint);
    /// Those that nobody has taken, oldest first.
    [[nodiscard]] Result<std::vector<Deposit>> deposits() const;
    /// Makes the appointment a person's: of one already known, or of one registered from what was deposited.
    /// Errors: `clinic.no_deposit`, `vault.altered`, `clinic.patient_unknown`.
    [[nodiscard]] Result<PatientId> takeDeposit(const AppointmentId& id,
                                                const std::optional<PatientId>& known = std::nullopt);

    // Persons (person/persons.cpp)

    [[nodiscard]] Result<PatientId> registerPatient(const PatientDetails& details);
    /// Writes the fields that differ from what stands.
    [[nodiscard]] Result<void> correctPatient(const PatientId& id, const PatientDetails& details);
    [[nodiscard]] Result<Patient> patient(const PatientId& id) const;
    /// Persons by approximate name (accents, case and spelling aside), birth date or birth year, best first.
    /// An empty text finds nobody.
    [[nodiscard]] Result<std::vector<Patient>> findPatients(std::string_view text,
                                                            std::size_t limit = 20) const;
    /// Persons whose names are alike, who share one name and the birth date (or one with day and month the
    /// other way round), or the phone; likeliest first.
    [[nodiscard]] Result<std::vector<LikelyDuplicate>> likelyDuplicates(const PatientDetails& details) const;
    /// Other persons who may well be this one: alike by name, and not born on another day.
    [[nodiscard]] Result<std::vector<LikelyDuplicate>> likelyDuplicatesOf(const PatientId& id) const;
    /// Says that one person is another, who stays: shown as one from then on, everywhere. `undoLast` takes it
    /// back. Errors: `clinic.patient_unknown`, `clinic.already_so`, `vault.erased`. (person/merging.cpp)
    [[nodiscard]] Result<void> mergePatients(const PatientId& gone, const PatientId& stays);
    /// Takes back what made this entry another person's (`Patient::merged`), and nothing else: both are again
    /// as they were entered. Errors: `clinic.nothing_to_undo`.
    [[nodiscard]] Result<void> separate(const PatientId& entry);
    /// Persons with a field that two people changed without having seen each other's change.
    [[nodiscard]] Result<std::vector<Patient>> conflicts() const;
    /// Settles one: the value of that operation stands. Errors: `clinic.no_conflict`.
    [[nodiscard]] Result<void> chooseValue(const PatientId& id, const std::string& field,
                                           const journal::OperationId& operation);
    /// Destroys the person's keys, of every entry that is theirs, here and wherever this change comes: nobody
    /// can read again what was sealed for them. Their appointments stay as numbers.
    [[nodiscard]] Result<void> erasePatient(const PatientId& id);

    // The day (day.cpp)

    /// Free slots, appointments and walk-ins of one passage. Errors: `clinic.passage_unknown`.
    [[nodiscard]] Result<DayList> dayList(const plan::OccurrenceId& occurrence) const;
    [[nodiscard]] Result<DayCounts> counts(const plan::OccurrenceId& occurrence) const;
    /// Every appointment of a passage, cancelled ones too, as anyone may read them: without the person.
    [[nodiscard]] Result<std::vector<Appointment>>
    openAppointments(const plan::OccurrenceId& occurrence) const;
    /// The day of one bus, all passages together.
    [[nodiscard]] Result<DayCounts> countsOn(const plan::BusKey& bus, Date date) const;
    [[nodiscard]] Result<std::vector<plan::Slot>> freeSlots(const plan::OccurrenceId& occurrence) const;
    /// The free places nearest in time to a slot, none of them set apart for another device: of its passage
    /// first, then of the site's passages of the next four weeks, then of other sites within 20 km in that
    /// time, by nearness of the date, then of the place; the site's later passages come last.
    [[nodiscard]] Result<std::vector<FreeSlot>> nearestFree(const plan::OccurrenceId& occurrence, int slot,
                                                            std::size_t count) const;

    // Appointments (booking.cpp, marks.cpp)

    /// The booking is this store's own before enrolment; then it is confirmed inside a share leased to this
    /// device, and a request everywhere else. Errors: `clinic.slot_taken` (ask `nearestFree`),
    /// `clinic.slot_unknown`, `clinic.passage_unknown`,
    /// `clinic.passage_cancelled`, `clinic.passage_unconfirmed`, `clinic.passage_past` (a passage of an
    /// earlier day), `clinic.patient_unknown`.
    [[nodiscard]] Result<Booked> book(const BookingRequest& request);
    /// Someone without appointment, who is here. Only on the day of the passage or after
    /// (`clinic.too_early`).
    [[nodiscard]] Result<AppointmentId> walkIn(const plan::OccurrenceId& occurrence, const PatientId& patient,
                                               const Reason& reason, const Flags& flags = {});
    /// Gives another place; the errors of `book` and those of the table of states. On request the person
    /// keeps the old place until the hub confirms the new one. To the place where they are: withdraws such a
    /// move.
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
    /// closure, a moment of the tour, a merge). Errors: `clinic.nothing_to_undo` and those of `undo`.
    [[nodiscard]] Result<void> undoLast();
    [[nodiscard]] Result<Appointment> appointment(const AppointmentId& id) const;
    /// A person's appointments, latest first.
    [[nodiscard]] Result<std::vector<Appointment>> appointmentsOf(const PatientId& patient) const;

    // The waiting list (half_day/waiting_list.cpp)

    /// Puts somebody on the waiting list of a site; `BookingRequest::answers` takes them off it again.
    /// Errors: `clinic.site_unknown`, `clinic.patient_unknown`, `clinic.already_waiting`.
    [[nodiscard]] Result<RequestId> askForPlace(const PlaceWish& wish);
    /// Errors: `clinic.request_unknown`.
    [[nodiscard]] Result<void> withdrawRequest(const RequestId& id, const Coded<WithdrawCause>& cause);
    /// Everybody who waits, oldest request first; who can no longer be read is left out.
    [[nodiscard]] Result<std::vector<WaitingPerson>> waitingList() const;
    /// Of them, those who wait for this site or for one within 20 km.
    [[nodiscard]] Result<std::vector<WaitingPerson>> waitingFor(const plan::SiteKey& site) const;

    // Visits (visits.cpp)

    /// Records the visit, once, and marks the person seen. Errors: `clinic.visit_incomplete`,
    /// `clinic.note_too_long`, `clinic.visit_recorded` (use `correctVisit`), `clinic.too_early`, and those of
    /// the table of states. The draft is dropped.
    [[nodiscard]] Result<void> recordVisit(const AppointmentId& id, const Visit& visit);
    /// Replaces what was recorded; the first stays in the journal. Errors: `clinic.no_visit`.
    [[nodiscard]] Result<void> correctVisit(const AppointmentId& id, const Visit& visit);
    [[nodiscard]] Result<std::optional<RecordedVisit>> visit(const AppointmentId& id) const;
    /// Everything that was recorded, the first version first; what cannot be opened is left out.
    [[nodiscard]] Result<std::vector<VisitAt>> visitVersions(const AppointmentId& id) const;
    /// What is being typed: on this device alone, found again after a restart by who typed it.
    [[nodiscard]] Result<void> saveDraft(const AppointmentId& id, const Visit& draft);
    [[nodiscard]] Result<std::optional<Visit>> draft(const AppointmentId& id) const;
    /// The form to show: the draft, else what was recorded, else what the booking said.
    [[nodiscard]] Result<Visit> visitForm(const AppointmentId& id) const;

    /// The next passages of the same site after this appointment's and after now that have room.
    [[nodiscard]] Result<std::vector<FollowUpChoice>> followUpChoices(const AppointmentId& id,
                                                                      std::size_t count = 3) const;
    /// For other sites near this one, the nearest in date first: the next passage of each that has room.
    [[nodiscard]] Result<std::vector<FollowUpChoice>> nearbyFollowUps(const AppointmentId& id,
                                                                      std::size_t count = 2) const;
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
    /// (left before arrived, returned before departed). `driven` is what a receiver measured since the
    /// moment before.
    [[nodiscard]] Result<void> recordTour(TourEvent event, const plan::BusKey& bus, Date date,
                                          const std::optional<plan::OccurrenceId>& stop = std::nullopt,
                                          std::optional<LocalTime> at = std::nullopt,
                                          std::optional<Meters> driven = std::nullopt);
    /// The confirmed moments of a tour, in the order in which they were said.
    [[nodiscard]] Result<std::vector<TourFact>> tourFacts(const plan::BusKey& bus, Date date) const;
    [[nodiscard]] Result<Timeline> timeline(const plan::BusKey& bus, Date date) const;

    /// Says that a half-day is over, with the equipment that was looked at; `reopenStop` and `undoLast` take
    /// it back. Errors: `clinic.passage_unknown`, `clinic.already_so`, `clinic.too_early` (before it began).
    [[nodiscard]] Result<void> closeStop(const plan::OccurrenceId& id,
                                         const std::vector<Coded<Equipment>>& checked);
    /// Errors: `clinic.passage_unknown`, `clinic.nothing_to_undo`.
    [[nodiscard]] Result<void> reopenStop(const plan::OccurrenceId& id);
    /// The last closing that stands.
    [[nodiscard]] Result<std::optional<Closing>> closing(const plan::OccurrenceId& id) const;
    /// What the crew noted of a place, each field as its last writer left it.
    [[nodiscard]] Result<StopNotes> stopNotes(const plan::SiteKey& site) const;
    /// Writes the fields that differ from what stands. Errors: those of `checked`.
    [[nodiscard]] Result<void> noteStop(const plan::SiteKey& site, const StopNotes& notes);

    // The store (desk.cpp)

    /// To be called when operations came from elsewhere or a hub judged own ones: the next question reads the
    /// programme and the persons again.
    [[nodiscard]] Result<void> noteExchange();

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
