// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/desk_test.h"

#include <map>
#include <set>

namespace medicobus::clinic {
namespace {

/// What the desk should know, kept as simply as can be.
struct Expected {
    AppointmentState state;
    Place place;
};

/// A long random day against a map in memory: every answer agrees, and so does the store after restarts.
class Oracle : public DeskTest {
protected:
    AppointmentId any() {
        auto at = known.begin();
        std::advance(at, static_cast<std::ptrdiff_t>(dice.below(known.size())));
        return at->first;
    }
    bool isTaken(const Place& place) const {
        for (const auto& [id, each] : known) {
            if (each.place == place && each.state != AppointmentState::Cancelled) {
                return true;
            }
        }
        return false;
    }
    Place anyPlace() {
        const std::vector<plan::OccurrenceId> where{morning, evening, nextMorning};
        const plan::OccurrenceId& passage = where[dice.below(where.size())];
        return {passage, static_cast<int>(dice.below(passage == evening ? 6 : 9))};
    }

    void book() {
        const Place place = anyPlace();
        const auto done = desk->book({place.occurrence, *place.slot, who, {}, {}});
        ASSERT_EQ(codeIn(done), isTaken(place) ? "clinic.slot_taken" : "done");
        if (done) {
            known[done->appointment] = {AppointmentState::Booked, place};
        }
    }
    void move() {
        const AppointmentId id = any();
        const Place place = anyPlace();
        const auto after = next(known[id].state, AppointmentEvent::Move);
        const std::string answer = !after                     ? std::string(after.error().code().name)
                                   : known[id].place == place ? "clinic.already_so"
                                   : isTaken(place)           ? "clinic.slot_taken"
                                                              : "done";
        ASSERT_EQ(codeIn(desk->move(id, place.occurrence, *place.slot)), answer);
        if (answer == "done") {
            known[id] = {AppointmentState::Booked, place};
        }
    }
    void cancel() {
        const AppointmentId id = any();
        const auto after = next(known[id].state, AppointmentEvent::Cancel);
        ASSERT_EQ(codeIn(desk->cancel(id, CancelCause::Other)), codeIn(after));
        if (after) {
            known[id].state = *after;
        }
    }
    /// At noon of the first day: the afternoon's absences and everything of the next week are to come.
    void mark() {
        constexpr std::array events{AppointmentEvent::Arrive, AppointmentEvent::Begin, AppointmentEvent::See,
                                    AppointmentEvent::MarkAbsent, AppointmentEvent::Reinstate};
        const AppointmentId id = any();
        const AppointmentEvent event = events[dice.below(events.size())];
        const auto after = next(known[id].state, event);
        const bool isAhead =
            known[id].place.occurrence == nextMorning
            || (known[id].place.occurrence == evening && event == AppointmentEvent::MarkAbsent);
        const bool losesSlot = known[id].state == AppointmentState::Cancelled && isTaken(known[id].place);
        const std::string answer = !after ? std::string(after.error().code().name)
                                   : isAhead && event != AppointmentEvent::Reinstate   ? "clinic.too_early"
                                   : losesSlot && event == AppointmentEvent::Reinstate ? "clinic.slot_taken"
                                                                                       : "done";
        ASSERT_EQ(codeIn(desk->mark(id, event)), answer);
        if (answer == "done") {
            known[id].state = *after;
        }
    }
    void undoWhatWasJustBooked() {
        const Place place = anyPlace();
        const auto done = desk->book({place.occurrence, *place.slot, who, {}, {}});
        if (done) {
            ASSERT_EQ(codeIn(desk->undoLast()), "done");
            known[done->appointment] = {AppointmentState::Cancelled, place};
        }
    }
    void compare() {
        for (const auto& [id, each] : known) {
            const Appointment found = desk->appointment(id).value();
            ASSERT_EQ(codeOf(found.state), codeOf(each.state));
            ASSERT_EQ(found.place, each.place);
        }
        for (const plan::OccurrenceId& where : {morning, evening, nextMorning}) {
            int live = 0;
            for (const auto& [id, each] : known) {
                live += each.place.occurrence == where && each.state != AppointmentState::Cancelled ? 1 : 0;
            }
            const DayCounts counts = desk->counts(where).value();
            ASSERT_EQ(counts.booked, live);
            ASSERT_EQ(counts.free, counts.slots - live);
        }
    }

    std::map<AppointmentId, Expected> known;
    PatientId who;
    Random dice{0};
};

TEST_F(Oracle, AgreesWithTheDeskAtEveryStep) {
    constexpr std::uint64_t seed = 20270302;
    constexpr int steps = 400;
    dice = Random(seed);
    clock.set("2027-03-02T12:30");
    who = person("Imagine");
    book();
    for (int step = 0; step < steps; ++step) {
        SCOPED_TRACE("seed " + std::to_string(seed) + " step " + std::to_string(step));
        switch (dice.below(8)) {
        case 0:
        case 1:
            book();
            break;
        case 2:
            move();
            break;
        case 3:
            cancel();
            break;
        case 4:
            undoWhatWasJustBooked();
            break;
        default:
            mark();
        }
        if (HasFatalFailure()) {
            return;
        }
        if (step % 50 == 49) {
            reopen();
            compare();
        }
    }
    expectSound();
    ASSERT_EQ(codeIn(desk->journal().rebuild()), "done");
    compare();
}

} // namespace
} // namespace medicobus::clinic
