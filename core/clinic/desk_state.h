// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/desk.h"
#include "clinic/store/rows.h"
#include "journal/store/sqlite_error.h"

#include <map>
#include <utility>

namespace medicobus::clinic {

/// The passage of this identity, at its present time; nothing when the programme does not have it.
std::optional<plan::Occurrence> findPassage(const plan::Programme& programme, const plan::OccurrenceId& id);

/// The slot of an appointment in its passage as that now stands.
std::optional<plan::Slot> slotOf(const plan::Programme& programme, const plan::Occurrence& occurrence,
                                 const Appointment& appointment);

/// What a desk holds, and the few steps that its rooms share.
struct Desk::State {
    /// The operation that one more call can take back, and how.
    struct Undoable {
        journal::Subject subject;
        std::string kind; ///< Of the operation that takes it back.
        journal::OperationId operation;
    };

    State(const Clock& theClock, std::string theActor) : clock(theClock), actor(std::move(theActor)) {}

    const Clock& clock;
    std::string actor;
    std::unique_ptr<journal::Journal> journal;
    std::shared_ptr<const plan::Programme> programme;
    std::optional<Undoable> last;

    LocalTime now() const;
    Date today() const { return dateOf(now()); }
    LocalTime localOf(Instant instant) const;

    /// A question to the tables, with what SQLite throws turned into the journal's error.
    template <typename Ask>
    auto ask(Ask&& question) const -> Result<decltype(question(std::declval<const SQLite::Database&>()))> {
        using Answer = decltype(question(std::declval<const SQLite::Database&>()));
        const SQLite::Database& db = journal->reader();
        return journal::guarded(&db, journal->path(),
                                [&]() -> Result<Answer> { return std::forward<Ask>(question)(db); });
    }

    [[nodiscard]] Result<journal::Operation> append(journal::Subject subject, std::string kind,
                                                    Json open = Json::object(),
                                                    std::optional<Json> sealed = std::nullopt);
    /// Reads the programme in force again, with what was decided since.
    [[nodiscard]] Result<void> reload();

    [[nodiscard]] Result<plan::Occurrence> passage(const plan::OccurrenceId& id) const;
    [[nodiscard]] Result<Appointment> appointment(const AppointmentId& id) const;
    [[nodiscard]] Result<Patient> patient(const PatientId& id) const;
    [[nodiscard]] Result<std::vector<plan::Slot>> freeSlots(const plan::Occurrence& occurrence) const;
    [[nodiscard]] Result<std::vector<FreeSlot>> nearestFree(const plan::Occurrence& occurrence, LocalTime to,
                                                            std::size_t count) const;

    /// The slot if a person can be given it today. Errors: those of `Desk::book`.
    [[nodiscard]] Result<plan::Slot> offered(const plan::OccurrenceId& id, int slot) const;
    /// `clinic.slot_taken` with the nearest alternatives.
    Fault taken(const plan::Occurrence& occurrence, LocalTime start) const;
    [[nodiscard]] Result<Booked> book(const BookingRequest& request,
                                      const std::optional<AppointmentId>& follows);
    /// Appends a fact of an appointment, to be taken back by `undo`.
    [[nodiscard]] Result<void> say(const AppointmentId& id, const std::string& kind,
                                   Json open = Json::object(), std::optional<Json> sealed = std::nullopt);
    [[nodiscard]] Result<DayEntry> entryOf(const plan::Occurrence& occurrence, const Appointment& held) const;
    [[nodiscard]] Result<std::vector<TourFact>> tourFacts(const plan::BusKey& bus, Date date) const;
    /// Refuses an event that cannot have happened yet.
    [[nodiscard]] Result<void> notTooEarly(const Appointment& appointment, AppointmentEvent event) const;

    /// Sorts appointments into those that lost their place and those whose hour changed.
    [[nodiscard]] Result<void> weigh(const plan::Programme& after,
                                     const std::vector<Appointment>& appointments, Consequence& into) const;
    [[nodiscard]] Result<Consequence> consequenceOf(const plan::Programme& after,
                                                    const std::vector<plan::Occurrence>& touched) const;
    [[nodiscard]] Result<Consequence> decide(const plan::OccurrenceId& id, const std::string& kind,
                                             Json open);
};

inline journal::Subject subjectOf(const AppointmentId& id) {
    return {"appointment", id.text()};
}
inline std::string draftKey(const AppointmentId& id) {
    return std::string("visit-draft/").append(id.text());
}

} // namespace medicobus::clinic
