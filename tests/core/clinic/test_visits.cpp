// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/desk_test.h"

#include <sys/wait.h>

#include <csignal>

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
        visit.prescriptionRenewed = true;
        visit.foundGp = true;
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
    const auto versions = desk->visitVersions(id).value();
    ASSERT_EQ(versions.size(), 2U);
    EXPECT_EQ(versions[0].visit, treated()) << "the first can still be read";
    EXPECT_EQ(versions[1].visit, better);
    EXPECT_LE(versions[0].at, versions[1].at);
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

TEST_F(Visits, InTheMakingBelongToWhoTypesThem) {
    ASSERT_EQ(codeIn(vault->addUser(vault::Device::paul())), "done");
    const auto handTo = [&](const char* user, const char* pin) {
        vault->lock();
        ASSERT_EQ(codeIn(vault->unlock(user, pin)), "done");
    };
    const AppointmentId id = booked(morning, 0, "Imagine");
    Visit half;
    half.note = "ce que Marie pense";
    ASSERT_EQ(codeIn(desk->saveDraft(id, half)), "done");
    handTo("u-paul", "9318");
    EXPECT_FALSE(desk->draft(id).value());
    EXPECT_TRUE(desk->visitForm(id)->note.empty());
    EXPECT_FALSE(desk->dayList(morning)->entries[0].hasDraft);
    Visit other;
    other.note = "ce que Paul pense";
    ASSERT_EQ(codeIn(desk->saveDraft(id, other)), "done");
    handTo("u-marie", "4072");
    EXPECT_EQ(desk->draft(id).value(), half);
    EXPECT_TRUE(desk->dayList(morning)->entries[0].hasDraft);
    ASSERT_EQ(codeIn(desk->erasePatient(desk->appointment(id)->patient)), "done");
    for (const char* user : {"u-marie", "u-paul"}) {
        EXPECT_FALSE(desk->journal().local("visit-draft/" + id.text() + "/" + user).value()) << user;
    }
}

TEST_F(Visits, AndEveryChangeBearTheirAuthor) {
    ASSERT_EQ(codeIn(vault->addUser(vault::Device::paul())), "done");
    const AppointmentId id = booked(morning, 0, "Imagine");
    clock.set("2027-03-02T09:20");
    vault->lock();
    ASSERT_EQ(codeIn(desk->mark(id, AppointmentEvent::Arrive)), "done");
    ASSERT_EQ(codeIn(vault->unlock("u-paul", "9318")), "done");
    ASSERT_EQ(codeIn(desk->recordVisit(id, treated())), "done");
    const auto history = desk->journal().ofSubject({"appointment", id.text()}).value();
    ASSERT_EQ(history.size(), 3U);
    EXPECT_EQ(history[0].actor, "u-marie");
    EXPECT_EQ(history[1].actor, "crew-1") << "while locked, nobody is known to be there";
    EXPECT_EQ(history[2].actor, "u-paul");
    expectSound();
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

TEST_F(Visits, LeadToANearbySiteWithItsDateAndDistance) {
    const AppointmentId id = booked(morning, 0, "Imagine");
    const auto near = desk->nearbyFollowUps(id).value();
    ASSERT_EQ(near.size(), 1U) << "one passage of each site";
    EXPECT_EQ(near[0].occurrence.id, evening) << "this afternoon, in the next village";
    EXPECT_NEAR(near[0].away.value, 3684, 5);
    EXPECT_EQ(desk->followUpChoices(id)->front().away.value, 0);
    for (const auto& slot : near[0].free) {
        ASSERT_TRUE(desk->book({evening, slot.index, person("Occupant"), {}, {}}));
    }
    const plan::OccurrenceId nextEvening{{"soir"}, at("2027-03-09T14:00")};
    EXPECT_EQ(desk->nearbyFollowUps(id)->front().occurrence.id, nextEvening);
    ASSERT_EQ(codeIn(desk->bookFollowUp(id, nextEvening, 2)), "done");
    EXPECT_EQ(desk->followUpOf(id).value()->place, (Place{nextEvening, 2}));
}

TEST_F(Visits, BeingTypedSurviveAKillInMidSentence) {
    const AppointmentId id = booked(morning, 0, "Imagine");
    desk.reset();
    for (int round = 0; round < 5; ++round) {
        int pipe[2] = {};
        ASSERT_EQ(::pipe(pipe), 0);
        const pid_t child = ::fork();
        ASSERT_GE(child, 0);
        if (child == 0) {
            // Another process types, and tells of each letter that it was told is kept.
            auto own = Desk::open(folder / "medicobus.db", clock, entropy(), "crew-1");
            own->useVault(vault.get());
            Visit half = treated();
            for (char count = 1; own && count < 100; ++count) {
                half.note = std::string(static_cast<std::size_t>(count), 'a');
                if (!own->saveDraft(id, half) || ::write(pipe[1], &count, 1) != 1) {
                    break;
                }
            }
            ::_exit(0);
        }
        ::close(pipe[1]);
        char told = 0;
        for (std::size_t letters = 3 + random.below(20); letters > 0 && ::read(pipe[0], &told, 1) == 1;) {
            --letters;
        }
        ASSERT_EQ(::kill(child, SIGKILL), 0);
        while (::read(pipe[0], &told, 1) == 1) {
        }
        ::close(pipe[0]);
        int status = 0;
        ASSERT_EQ(::waitpid(child, &status, 0), child);
        ASSERT_TRUE(WIFSIGNALED(status)) << "it was in mid-sentence";
        reopen();
        const auto draft = desk->draft(id).value();
        ASSERT_TRUE(draft);
        EXPECT_GE(draft->note.size(), static_cast<std::size_t>(told)) << "round " << round;
        EXPECT_LE(draft->note.size(), static_cast<std::size_t>(told) + 1);
        EXPECT_EQ(draft->outcome, treated().outcome);
        expectSound();
        desk.reset();
    }
}

} // namespace
} // namespace medicobus::clinic
