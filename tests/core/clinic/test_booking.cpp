// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/desk_test.h"

namespace medicobus::clinic {
namespace {

class Booking : public DeskTest {};

TEST_F(Booking, TakesASlotAndIsFoundAfterARestart) {
    const AppointmentId id = booked(morning, 2, "Imagine");
    reopen();
    const DayList list = desk->dayList(morning).value();
    ASSERT_EQ(list.entries.size(), 9U);
    const DayEntry& entry = list.entries[2];
    ASSERT_TRUE(entry.appointment);
    EXPECT_EQ(entry.appointment->id, id);
    EXPECT_EQ(entry.slot->start, at("2027-03-02T09:40"));
    EXPECT_EQ(entry.patient->details.familyName, "Imagine");
    EXPECT_EQ(entry.age, 75);
    EXPECT_EQ(entry.next, AppointmentEvent::Arrive);
    EXPECT_EQ(entry.appointment->reason.code(), "A");
    EXPECT_EQ(list.counts.slots, 9);
    EXPECT_EQ(list.counts.free, 8);
    EXPECT_EQ(list.counts.expected, 1);
    expectSound();
}

TEST_F(Booking, RefusesATakenSlotAndNamesTheNearest) {
    booked(morning, 2, "Imagine");
    const auto refused = desk->book({morning, 2, person("Autre"), {}, {}});
    ASSERT_EQ(codeIn(refused), "clinic.slot_taken");
    EXPECT_EQ(refused.error().detail("value"), "2027-03-02T09:40");
    EXPECT_EQ(refused.error().detail("alternatives"), "2027-03-02T09:20 2027-03-02T10:00 2027-03-02T09:00");
    const auto near = desk->nearestFree(morning, 2, 10).value();
    ASSERT_EQ(near.size(), 10U);
    EXPECT_EQ(near[8].occurrence.id, nextMorning);
    EXPECT_EQ(near[8].slot.index, 2);
}

TEST_F(Booking, RefusesWhatCannotBeHeld) {
    const PatientId who = person("Imagine");
    EXPECT_EQ(codeIn(desk->book({morning, 9, who, {}, {}})), "clinic.slot_unknown");
    EXPECT_EQ(codeIn(desk->book({morning, -1, who, {}, {}})), "clinic.slot_unknown");
    EXPECT_EQ(codeIn(desk->book({{{"matin"}, at("2027-03-03T09:00")}, 0, who, {}, {}})),
              "clinic.passage_unknown");
    EXPECT_EQ(codeIn(desk->book({morning, 0, {}, {}, {}})), "clinic.patient_unknown");
    ASSERT_EQ(codeIn(desk->cancelOccurrence(nextMorning, "panne")), "done");
    EXPECT_EQ(codeIn(desk->book({nextMorning, 0, who, {}, {}})), "clinic.passage_cancelled");
    clock.set("2027-03-03T08:00");
    EXPECT_EQ(codeIn(desk->book({morning, 0, who, {}, {}})), "clinic.passage_past");
}

TEST_F(Booking, ShowsTheOtherAppointmentsOfThatDay) {
    const PatientId who = person("Imagine");
    const auto first = desk->book({morning, 0, who, {}, {}}).value();
    EXPECT_TRUE(first.sameDay.empty());
    const auto second = desk->book({evening, 0, who, {}, {}}).value();
    ASSERT_EQ(second.sameDay.size(), 1U);
    EXPECT_EQ(second.sameDay.front().id, first.appointment);
    EXPECT_TRUE(desk->book({nextMorning, 0, who, {}, {}})->sameDay.empty());
}

TEST_F(Booking, ShowsTwoRequestsForOnePlaceUntilTheHubDecides) {
    const AppointmentId own = booked(morning, 2, "Imagine");
    const AppointmentId other{desk->journal().newUuid()};
    journal::OperationDraft elsewhere;
    elsewhere.actor = "other";
    elsewhere.subject = {"appointment", other.text()};
    elsewhere.kind = "appointment.booked";
    elsewhere.open = {
        {"occurrence", morning.text()}, {"slot", 2}, {"promised", "2027-03-02T09:40"}, {"basis", "request"}};
    ASSERT_EQ(codeIn(desk->journal().append(elsewhere)), "done");
    const DayList list = desk->dayList(morning).value();
    EXPECT_EQ(list.entries.size(), 10U);
    EXPECT_EQ(list.counts.free, 8);
    EXPECT_EQ(desk->appointment(own)->claim, Claim::Own);
    EXPECT_EQ(desk->appointment(other)->claim, Claim::Requested);
    expectSound();
}

TEST_F(Booking, GoesThroughTheDayOneTapAtATime) {
    const AppointmentId id = booked(morning, 0, "Imagine");
    EXPECT_EQ(codeIn(desk->mark(id, AppointmentEvent::Arrive)), "clinic.too_early");
    clock.set("2027-03-02T08:55");
    EXPECT_EQ(codeIn(desk->mark(id, AppointmentEvent::MarkAbsent)), "clinic.too_early");
    EXPECT_EQ(desk->mark(id, AppointmentEvent::Arrive).value(), AppointmentState::Arrived);
    clock.set("2027-03-02T09:10");
    EXPECT_EQ(desk->dayList(morning)->late, std::chrono::minutes(10));
    reopen();
    EXPECT_EQ(desk->mark(id, AppointmentEvent::Begin).value(), AppointmentState::InConsultation);
    clock.set("2027-03-02T09:35");
    const DayList list = desk->dayList(morning).value();
    EXPECT_EQ(list.entries[0].late, std::chrono::minutes(10));
    EXPECT_EQ(list.late, std::chrono::minutes(15));
    EXPECT_EQ(codeIn(desk->mark(id, AppointmentEvent::MarkAbsent)), "clinic.consultation_begun");
    EXPECT_EQ(desk->mark(id, AppointmentEvent::See).value(), AppointmentState::Seen);
    EXPECT_EQ(codeIn(desk->mark(id, AppointmentEvent::Cancel)), "clinic.needs_more");
    reopen();
    EXPECT_EQ(stateOf(id), AppointmentState::Seen);
    EXPECT_EQ(desk->countsOn({"B1"}, day("2027-03-02"))->seen, 1);
    expectSound();
}

TEST_F(Booking, TakesBackTheLastTapAndNothingIsErased) {
    const AppointmentId id = booked(morning, 0, "Imagine");
    clock.set("2027-03-02T09:05");
    desk->mark(id, AppointmentEvent::Arrive).value();
    desk->mark(id, AppointmentEvent::Begin).value();
    EXPECT_EQ(codeIn(desk->undoLast()), "done");
    EXPECT_EQ(codeIn(desk->undoLast()), "clinic.nothing_to_undo");
    EXPECT_EQ(stateOf(id), AppointmentState::Arrived);
    reopen();
    EXPECT_EQ(desk->undo(id).value(), AppointmentState::Booked);
    EXPECT_EQ(desk->undo(id).value(), AppointmentState::Cancelled);
    EXPECT_EQ(desk->counts(morning)->cancelled, 0);
    EXPECT_EQ(desk->counts(morning)->free, 9);
    EXPECT_EQ(desk->journal().ofSubject({"appointment", id.text()})->size(), 6U);
    expectSound();
}

TEST_F(Booking, MovesToAnotherPassageAndBackOnlyIfFree) {
    const AppointmentId id = booked(morning, 0, "Imagine");
    ASSERT_EQ(codeIn(desk->move(id, nextMorning, 3)), "done");
    EXPECT_EQ(codeIn(desk->move(id, nextMorning, 3)), "clinic.already_so");
    reopen();
    EXPECT_EQ(desk->appointment(id)->place, (Place{nextMorning, 3}));
    EXPECT_EQ(desk->appointment(id)->promised, at("2027-03-09T10:00"));
    booked(morning, 0, "Autre");
    EXPECT_EQ(codeIn(desk->undo(id)), "clinic.slot_taken");
    EXPECT_EQ(desk->appointment(id)->place, (Place{nextMorning, 3}));
    expectSound();
}

TEST_F(Booking, IsReinstatedOnlyWhileItsSlotIsFree) {
    const AppointmentId id = booked(morning, 0, "Imagine");
    ASSERT_EQ(codeIn(desk->cancel(id, CancelCause::PatientAsked)), "done");
    EXPECT_EQ(desk->appointment(id)->cause.known(), CancelCause::PatientAsked);
    EXPECT_EQ(desk->counts(morning)->cancelled, 1);
    const AppointmentId other = booked(morning, 0, "Autre");
    EXPECT_EQ(codeIn(desk->mark(id, AppointmentEvent::Reinstate)), "clinic.slot_taken");
    ASSERT_EQ(codeIn(desk->cancel(other, CancelCause::Other)), "done");
    EXPECT_EQ(desk->mark(id, AppointmentEvent::Reinstate).value(), AppointmentState::Booked);
    expectSound();
}

TEST_F(Booking, ListsPeopleWhoCameWithoutOne) {
    const PatientId who = person("Imagine");
    EXPECT_EQ(codeIn(desk->walkIn(morning, who, {})), "clinic.too_early");
    clock.set("2027-03-02T09:30");
    const AppointmentId id = desk->walkIn(morning, who, ReasonGroup::Skin).value();
    reopen();
    const DayList list = desk->dayList(morning).value();
    ASSERT_EQ(list.entries.size(), 10U);
    EXPECT_EQ(list.entries[2].appointment->id, id);
    EXPECT_TRUE(list.entries[2].appointment->isWalkIn());
    EXPECT_EQ(list.entries[2].next, AppointmentEvent::Begin);
    EXPECT_EQ(list.counts.walkIns, 1);
    EXPECT_EQ(list.counts.here, 1);
    EXPECT_EQ(list.counts.free, 9);
    EXPECT_EQ(codeIn(desk->mark(id, AppointmentEvent::MarkAbsent)), "clinic.already_arrived");
    expectSound();
}

TEST_F(Booking, KeepsAReasonThatOnlyANewerVersionKnows) {
    const AppointmentId id =
        desk->book({morning, 0, person("Imagine"), Reason::of("teleconsultation-x"), {}})->appointment;
    reopen();
    EXPECT_EQ(desk->appointment(id)->reason.code(), "teleconsultation-x");
    EXPECT_FALSE(desk->appointment(id)->reason.known());
}

} // namespace
} // namespace medicobus::clinic
