// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/desk_test.h"

namespace medicobus::clinic {
namespace {

class Visits : public DeskTest {
protected:
    static Visit treated() {
        Visit visit;
        visit.reason = ReasonGroup::Respiratory;
        visit.outcome = Outcome::Prescription;
        visit.orientations = {Orientation::Laboratory, Orientation::Specialist};
        visit.flags = {true, true, false};
        visit.note = "Revoir dans un mois";
        return visit;
    }
};

TEST(Visit, HasListsWithoutRepeatedCodes) {
    EXPECT_EQ(Reason(ReasonGroup::Respiratory).code(), "R");
    EXPECT_EQ(Reason::of("R").known(), ReasonGroup::Respiratory);
    EXPECT_FALSE(Reason().isSet());
    EXPECT_FALSE(Reason::of("tomorrow").known());
    for (std::size_t i = 0; i < reasonGroups.size(); ++i) {
        EXPECT_EQ(static_cast<std::size_t>(reasonGroups[i].value), i);
        EXPECT_EQ(Reason::of(std::string(reasonGroups[i].code)).known(), reasonGroups[i].value);
    }
    for (const auto& each : outcomes) {
        EXPECT_EQ(Coded<Outcome>::of(std::string(each.code)).known(), each.value);
    }
    for (const auto& each : orientations) {
        EXPECT_EQ(Coded<Orientation>::of(std::string(each.code)).known(), each.value);
    }
}

TEST_F(Visits, AreRecordedOnceAndCorrectedBesideTheFirst) {
    const AppointmentId id = booked(morning, 0, "Imagine");
    EXPECT_EQ(codeIn(desk->recordVisit(id, treated())), "clinic.too_early");
    EXPECT_EQ(codeIn(desk->correctVisit(id, treated())), "clinic.no_visit");
    clock.set("2027-03-02T09:20");
    ASSERT_EQ(codeIn(desk->recordVisit(id, treated())), "done");
    EXPECT_EQ(codeIn(desk->recordVisit(id, treated())), "clinic.visit_recorded");
    EXPECT_EQ(codeIn(desk->undo(id)), "clinic.visit_recorded");
    reopen();
    EXPECT_EQ(stateOf(id), AppointmentState::Seen);
    EXPECT_EQ(desk->visit(id).value()->visit, treated());
    Visit better = treated();
    better.outcome = Coded<Outcome>::of("sent_by_drone");
    ASSERT_EQ(codeIn(desk->correctVisit(id, better)), "done");
    reopen();
    EXPECT_EQ(desk->visit(id).value()->visit, better);
    EXPECT_EQ(desk->visit(id).value()->corrections, 1);
    const auto history = desk->journal().ofSubject({"appointment", id.text()}).value();
    ASSERT_EQ(history.size(), 3U);
    EXPECT_EQ(history[1].kind, "visit.recorded");
    EXPECT_EQ(history[1].sealKey, history[0].sealKey);
    EXPECT_TRUE(history[1].open.empty());
    expectSound();
}

TEST_F(Visits, LackingSomethingAreRefusedWithIt) {
    const AppointmentId id = booked(morning, 0, "Imagine");
    clock.set("2027-03-02T09:20");
    Visit visit;
    EXPECT_EQ(desk->recordVisit(id, visit).error().detail("key"), "reason");
    visit.reason = ReasonGroup::Eye;
    EXPECT_EQ(desk->recordVisit(id, visit).error().detail("key"), "outcome");
    visit.outcome = Outcome::Treated;
    for (std::size_t i = 0; i <= noteLimit; ++i) {
        visit.note += "é";
    }
    EXPECT_EQ(codeIn(desk->recordVisit(id, visit)), "clinic.note_too_long");
    visit.note.resize(2 * noteLimit);
    EXPECT_EQ(codeIn(desk->recordVisit(id, visit)), "done");
}

TEST_F(Visits, OfSomeoneMarkedAbsentWaitForTheAbsenceToBeTakenBack) {
    const AppointmentId id = booked(morning, 0, "Imagine");
    clock.set("2027-03-02T09:20");
    desk->mark(id, AppointmentEvent::MarkAbsent).value();
    EXPECT_EQ(codeIn(desk->recordVisit(id, treated())), "clinic.marked_absent");
    EXPECT_EQ(desk->undo(id).value(), AppointmentState::Booked);
    EXPECT_EQ(codeIn(desk->recordVisit(id, treated())), "done");
}

TEST_F(Visits, InTheMakingAreFoundAgainAfterARestart) {
    const AppointmentId id = booked(morning, 0, "Imagine");
    EXPECT_EQ(desk->visitForm(id)->reason.known(), ReasonGroup::General);
    Visit half;
    half.reason = ReasonGroup::Skin;
    half.note = "à moitié écr";
    const auto before = desk->waiting()->count;
    ASSERT_EQ(codeIn(desk->saveDraft(id, half)), "done");
    EXPECT_EQ(desk->waiting()->count, before);
    reopen();
    EXPECT_EQ(desk->draft(id).value(), half);
    EXPECT_EQ(desk->visitForm(id).value(), half);
    EXPECT_TRUE(desk->dayList(morning)->entries[0].hasDraft);
    clock.set("2027-03-02T09:20");
    ASSERT_EQ(codeIn(desk->recordVisit(id, treated())), "done");
    EXPECT_FALSE(desk->draft(id).value());
    EXPECT_EQ(desk->visitForm(id).value(), treated());
}

TEST_F(Visits, LeadToTheNextPassageOfTheSameSiteWithRoom) {
    const AppointmentId id = booked(morning, 0, "Imagine");
    for (int slot = 0; slot < 9; ++slot) {
        booked(nextMorning, slot, "Occupant");
    }
    const plan::OccurrenceId third{{"matin"}, at("2027-03-16T09:00")};
    const plan::OccurrenceId fourth{{"matin"}, at("2027-03-23T09:00")};
    ASSERT_TRUE(desk->cancelOccurrence(third, "panne"));
    booked(fourth, 0, "Occupant");
    const auto choices = desk->followUpChoices(id, 2).value();
    ASSERT_EQ(choices.size(), 2U);
    EXPECT_EQ(choices[0].occurrence.id, fourth);
    EXPECT_EQ(choices[0].free.front().index, 1);
    clock.set("2027-03-02T09:20");
    ASSERT_EQ(codeIn(desk->recordVisit(id, treated())), "done");
    const auto followUp = desk->bookFollowUp(id).value();
    reopen();
    const Appointment found = desk->followUpOf(id).value().value();
    EXPECT_EQ(found.id, followUp.appointment);
    EXPECT_EQ(found.place, (Place{fourth, 1}));
    EXPECT_EQ(found.follows, id);
    EXPECT_EQ(found.patient, desk->appointment(id)->patient);
    EXPECT_EQ(found.reason.known(), ReasonGroup::Respiratory);
    EXPECT_EQ(codeIn(desk->bookFollowUp(id)), "clinic.follow_up_booked");
    ASSERT_EQ(codeIn(desk->cancel(found.id, CancelCause::PatientAsked)), "done");
    EXPECT_EQ(codeIn(desk->bookFollowUp(id, fourth, 5)), "done");
    expectSound();
}

} // namespace
} // namespace medicobus::clinic
