// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/desk.h"
#include "clinic/person/directory.h"
#include "clinic/store/rows.h"
#include "journal/store/sqlite_error.h"

#include <functional>
#include <map>
#include <span>
#include <utility>

namespace medicobus::clinic {

/// The passage of this identity, at its present time; nothing when the programme does not have it.
std::optional<plan::Occurrence> findPassage(const plan::Programme& programme, const plan::OccurrenceId& id);

/// The slot of an appointment in its passage as that now stands.
std::optional<plan::Slot> slotOf(const plan::Programme& programme, const plan::Occurrence& occurrence,
                                 const Appointment& appointment);

/// It takes place, at its first date or at another.
bool isHeld(const plan::Occurrence& occurrence);

/// Places of these slots that are not among the others.
int freePlaces(const std::vector<plan::Slot>& slots, int seats, const std::set<LeasedPlace>& others);

/// The device's own value that keeps what this person types about an appointment.
inline std::string draftKey(const AppointmentId& id, const std::string& author) {
    return std::string("visit-draft/").append(id.text()).append("/").append(author);
}

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
    vault::Vault* vault = nullptr;
    mutable std::unique_ptr<Directory> directory; ///< Null while locked, and before the first question.
    mutable bool isDirectoryOld = false;          ///< Operations came since it was made.
    bool isEnrolled = false;
    std::shared_ptr<const plan::Programme> programme;
    std::optional<Undoable> last;

    /// Who acts: the person whose PIN opened the keys, else whoever holds the device.
    const std::string& author() const;
    /// Where what the author types about this appointment is kept.
    std::string draftKey(const AppointmentId& id) const { return clinic::draftKey(id, author()); }

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

    /// Makes an edit of the plan again, on what now stands.
    [[nodiscard]] Result<Consequence> remake(Desk& desk, const journal::Operation& made);
    /// The name of a device while it is the crew's and not revoked.
    [[nodiscard]] Result<std::optional<std::string>> crewNameOf(const journal::DeviceId& device) const;
    [[nodiscard]] Result<Deposit> openDeposit(const SealedBody& body) const;

    /// What concerns a person, and the key to seal it with.
    struct Personal {
        Json body;
        vault::Envelope envelope;
        bool isNewKey = false;
    };
    [[nodiscard]] Result<journal::Operation> append(journal::Subject subject, std::string kind,
                                                    Json open = Json::object(),
                                                    const std::optional<Personal>& personal = std::nullopt);
    /// Signs by the vault; nothing while that is locked.
    journal::Signer signer() const;
    [[nodiscard]] Result<void> sealInto(journal::OperationDraft& draft, const Personal& personal) const;

    // Sealed bodies (person/sealing.cpp)

    [[nodiscard]] Result<void> unlocked() const;
    /// The body as JSON. Errors: `vault.locked`, `vault.erased`, `clinic.key_missing`, `vault.altered`.
    [[nodiscard]] Result<Json> opened(const SealedBody& body) const;
    using FindKey = std::function<Result<vault::Envelope>(const std::string&)>;
    [[nodiscard]] Result<Json> opened(const SealedBody& body, const FindKey& findKey) const;
    /// Everyone, opened on the first question after unlocking; after an exchange, whoever it spoke of again.
    [[nodiscard]] Result<Directory*> persons() const;
    [[nodiscard]] Result<std::unique_ptr<Directory>> openEveryone() const;
    [[nodiscard]] Result<void> openOutdated() const;
    [[nodiscard]] Result<void> putPerson(Directory& into, std::span<const SealedPatientFact> facts,
                                         const FindKey& findKey) const;
    /// Reads one person again after a change.
    [[nodiscard]] Result<void> refresh(const PatientId& id) const;
    [[nodiscard]] Result<vault::Envelope> keyNamed(const std::string& key) const;
    /// The key that seals what concerns this entry, whomever it is shown under.
    [[nodiscard]] Result<vault::Envelope> keyOf(const PatientId& id) const;
    /// Adds who comes and why to an appointment; one that cannot be opened stays without.
    [[nodiscard]] Result<void> fillPerson(Appointment& appointment,
                                          const std::optional<SealedBody>& body) const;
    [[nodiscard]] Result<Appointment> withPerson(Appointment appointment) const;
    /// Erased and unreadable persons are persons too.
    [[nodiscard]] Result<Patient> whoIs(const Appointment& appointment) const;
    /// Of the person, under whichever entry; latest first.
    [[nodiscard]] Result<std::vector<Appointment>> appointmentsOf(const PatientId& id) const;
    /// Of one entry by itself.
    [[nodiscard]] Result<std::vector<Appointment>> enteredFor(const PatientId& id) const;
    [[nodiscard]] Result<void> readMerges(Directory& into) const;
    /// Of one entry, and nothing but that: what anybody may read of its erasure.
    [[nodiscard]] Result<journal::OperationDraft> erasureOf(const PatientId& entry) const;

    /// Reads the programme in force again, with what was decided since.
    [[nodiscard]] Result<void> reload();

    [[nodiscard]] Result<plan::Occurrence> passage(const plan::OccurrenceId& id) const;
    [[nodiscard]] Result<Appointment> appointment(const AppointmentId& id) const;
    [[nodiscard]] Result<Patient> patient(const PatientId& id) const;
    [[nodiscard]] Result<std::vector<plan::Slot>> freeSlots(const plan::Occurrence& occurrence) const;
    [[nodiscard]] Result<std::vector<FreeSlot>> nearestFree(const plan::Occurrence& occurrence, LocalTime to,
                                                            std::size_t count) const;

    /// Adds the free places of a passage, the nearest in time first, until there are so many.
    [[nodiscard]] Result<void> addNearest(const plan::Occurrence& passage, LocalTime to, std::size_t count,
                                          std::vector<FreeSlot>& near) const;

    /// The place if a person can be given it today, and on what that rests. Errors: those of `Desk::book`.
    [[nodiscard]] Result<PlaceClaim> offered(const plan::OccurrenceId& id, int slot) const;
    /// The free seat to take in a slot and on what that rests; nothing when there is none.
    [[nodiscard]] Result<std::optional<PlaceClaim>> claimOn(const plan::Occurrence& occurrence,
                                                            const plan::Slot& slot) const;
    [[nodiscard]] Result<std::vector<Lease>> leases(const std::optional<plan::OccurrenceId>& at) const;
    /// This device's shares, ended ones too, with the places that it has told to nobody: not even by a claim
    /// that the hub rejected afterwards.
    [[nodiscard]] Result<std::vector<Lease>> untold(const std::optional<plan::OccurrenceId>& at) const;
    [[nodiscard]] Result<bool> isSetApart(const Appointment& appointment) const;
    /// Places of a passage that a hub set apart for other devices, ended or not: only their word, or that of
    /// whoever declares them lost, frees them. None before enrolment.
    [[nodiscard]] Result<std::set<LeasedPlace>> setApart(const plan::OccurrenceId& at) const;
    /// The slots that have a seat free and not set apart for another device.
    [[nodiscard]] Result<std::vector<plan::Slot>> openSlots(const plan::Occurrence& occurrence) const;
    /// Passages held at other sites near this one, the nearest in date and then in place first.
    std::vector<plan::Occurrence> nearby(const plan::Occurrence& occurrence) const;
    Instant leaseTime() const;
    /// `clinic.slot_taken` with the nearest alternatives.
    Fault taken(const plan::Occurrence& occurrence, LocalTime start) const;
    [[nodiscard]] Result<Booked> book(const BookingRequest& request,
                                      const std::optional<AppointmentId>& follows);
    /// Appends a fact of an appointment, to be taken back by `undo`.
    [[nodiscard]] Result<void> say(const AppointmentId& id, const std::string& kind,
                                   Json open = Json::object(),
                                   const std::optional<Personal>& personal = std::nullopt);
    [[nodiscard]] Result<AppointmentState> reinstate(const Appointment& cancelled);
    [[nodiscard]] Result<void> takeBack(const Appointment& known, const Standing& standing);
    [[nodiscard]] Result<DayEntry> entryOf(const plan::Occurrence& occurrence, Appointment held) const;
    [[nodiscard]] Result<std::vector<TourFact>> tourFacts(const plan::BusKey& bus, Date date) const;
    /// The operations by which this stop stands closed, in the order of their times.
    [[nodiscard]] Result<std::vector<journal::OperationId>> closings(const plan::Occurrence& stop) const;
    [[nodiscard]] Result<void> recordSealed(const Appointment& seen, const char* kind, const Visit& visit);
    /// Refuses an event that cannot have happened yet.
    [[nodiscard]] Result<void> notTooEarly(const Appointment& appointment, AppointmentEvent event) const;

    /// With the person, when the vault is open, and the passage.
    [[nodiscard]] Result<Displaced> listed(const Appointment& appointment) const;
    /// From today on.
    bool isAhead(const Displaced& listed) const;
    [[nodiscard]] Result<std::vector<FreeSlot>> insteadOf(const Displaced& displaced) const;
    /// By the hour promised, with alternatives.
    [[nodiscard]] Result<std::vector<Displaced>> misfortunes(bool withRefusedMoves) const;
    /// Sorts appointments into those that lost their place and those whose hour changed.
    [[nodiscard]] Result<void> weigh(const plan::Programme& after,
                                     const std::vector<Appointment>& appointments, Consequence& into) const;
    [[nodiscard]] Result<Consequence> consequenceOf(const plan::Programme& after,
                                                    const std::vector<plan::Occurrence>& touched) const;
    /// Appends a change of the plan, naming the one that it was made from.
    [[nodiscard]] Result<journal::Operation> edit(const journal::Subject& subject, const std::string& kind,
                                                  Json open);
    [[nodiscard]] Result<Consequence> decide(const plan::OccurrenceId& id, const std::string& kind,
                                             Json open);
};

/// Who comes and why, as it is sealed.
Json personBody(const PatientId& patient, const Reason& reason, const Flags& flags,
                const std::optional<AppointmentId>& follows = std::nullopt);

inline journal::Subject subjectOf(const PatientId& id) {
    return {"patient", id.text()};
}
inline journal::Subject subjectOf(const AppointmentId& id) {
    return {"appointment", id.text()};
}
inline journal::Subject subjectOf(const plan::BusKey& bus, Date date) {
    return {"tour", bus.value + "@" + formatDate(date)};
}
/// Sites so near that a person may be offered one for the other.
inline constexpr Meters nearbySites{20'000};
/// The device's own value that says it belongs to a hub.
inline constexpr const char* enrolledKey = "clinic/enrolled";

} // namespace medicobus::clinic
