// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/desk_test.h"

#include <algorithm>

namespace medicobus::clinic {
namespace {

/// An assistant at the telephone.
class Calls : public DeskTest {
protected:
    plan::Programme withCommunes() {
        plan::Programme programme = twoStops();
        programme.version = "0195f000-0000-7000-8000-000000000002";
        programme.sites[1].insee = {"99002"};
        // Brumeval lies 3.7 km to the east as the crow flies, Corvaux 22 km beyond.
        programme.communes = {{{"99001"}, "Aubefleur", {48.5, 0.10}},
                              {{"99002"}, "Brumeval", {48.5, 0.15}},
                              {{"99003"}, "Corvaux", {48.5, 0.45}}};
        return programme;
    }
};

TEST_F(Calls, ThatNobodyAnsweredAreCountedAndCanBeTakenBack) {
    const PatientId who = person("Quetzalcoatline");
    const RequestId id = desk->askForPlace({{"aubefleur"}, who, ReasonGroup::Skin, {}}).value();
    EXPECT_TRUE(desk->tries()->empty());
    clock.step(std::chrono::hours(1));
    ASSERT_TRUE(desk->noteTry(id));
    const Instant tried = clock.now();
    clock.step(std::chrono::hours(1));
    ASSERT_TRUE(desk->noteTry(id));
    EXPECT_EQ(desk->tries()->at(id), (Tries{2, clock.now()}));
    ASSERT_TRUE(desk->undoLast());
    EXPECT_EQ(desk->tries()->at(id), (Tries{1, tried}));
    EXPECT_EQ(desk->waitingList()->size(), 1U) << "a call in vain answers nothing";
    ASSERT_TRUE(desk->withdrawRequest(id, WithdrawCause::Unreachable));
    EXPECT_EQ(codeIn(desk->noteTry(id)), "clinic.request_unknown");
    expectSound();
}

TEST_F(Calls, RemindThoseOfTheNextDayAndKeepWhatWasSaid) {
    EXPECT_FALSE(desk->reminders()->day);
    const auto late = booked(nextMorning, 1, "Wolframette");
    EXPECT_EQ(desk->reminders()->day, day("2027-03-09"));
    const auto second = booked(evening, 0, "Quetzalcoatline");
    const auto first = booked(morning, 3, "Xylophona");
    const auto list = desk->reminders().value();
    EXPECT_EQ(list.day, day("2027-03-02"));
    ASSERT_EQ(list.reminders.size(), 2U);
    EXPECT_EQ(list.reminders[0].appointment.id, first);
    EXPECT_EQ(list.reminders[0].at, at("2027-03-02T10:00"));
    EXPECT_EQ(list.reminders[1].appointment.id, second);
    EXPECT_FALSE(list.reminders[0].answer.isSet());

    ASSERT_TRUE(desk->sayReminder(first, ReminderAnswer::NoAnswer));
    clock.step(std::chrono::minutes(40));
    ASSERT_TRUE(desk->sayReminder(first, ReminderAnswer::Reached));
    EXPECT_EQ(desk->reminders()->reminders[0].answer, ReminderAnswer::Reached);
    EXPECT_EQ(desk->reminders()->reminders[0].answeredAt, clock.now());
    ASSERT_TRUE(desk->undoLast());
    EXPECT_EQ(desk->reminders()->reminders[0].answer, ReminderAnswer::NoAnswer);
    // Another hour is another call.
    ASSERT_TRUE(desk->move(first, morning, 5));
    EXPECT_FALSE(desk->reminders()->reminders[0].answer.isSet());
    ASSERT_TRUE(desk->cancel(first, CancelCause::PatientAsked));
    ASSERT_TRUE(desk->cancel(second, CancelCause::PatientAsked));
    EXPECT_EQ(desk->reminders()->reminders.front().appointment.id, late);
    expectSound();
}

TEST_F(Calls, OfferTheCommuneItselfThenWhatIsWithinHalfAnHour) {
    ASSERT_EQ(codeIn(desk->publish(withCommunes())), "done");
    const auto offers = desk->offersNear({"99002"}).value();
    ASSERT_GE(offers.size(), 12U);
    const auto there =
        std::find_if(offers.begin(), offers.end(), [](const Offer& each) { return !each.isHere; });
    ASSERT_NE(there, offers.begin());
    EXPECT_EQ(offers.front().occurrence.id, evening);
    EXPECT_EQ(offers.front().drive.count(), 0);
    EXPECT_EQ(offers.front().free.size(), 6U);
    EXPECT_TRUE(std::all_of(there, offers.end(), [](const Offer& each) { return !each.isHere; }));
    EXPECT_EQ(there->occurrence.id, morning);
    // 1.3 x 3.684 km at 50 km/h: 5 min 45 s.
    EXPECT_EQ(there->drive.count(), 6);
    EXPECT_NEAR(there->distance.kilometres(), 4.79, 0.02);
    EXPECT_TRUE(std::is_sorted(there, offers.end(), [](const Offer& left, const Offer& right) {
        return left.occurrence.start < right.occurrence.start;
    }));
    // From Corvaux only Brumeval is within half an hour: 26 min. 31 s. Aubefleur is 34 min away.
    const auto far = desk->offersNear({"99003"}).value();
    for (const Offer& each : far) {
        EXPECT_EQ(each.occurrence.site.value, "brumeval");
        EXPECT_FALSE(each.isHere);
    }
    EXPECT_TRUE(desk->offersNear({"62000"})->empty());
}

TEST_F(Calls, OfferNoPlaceThatIsTakenOrPast) {
    ASSERT_EQ(codeIn(desk->publish(withCommunes())), "done");
    clock.set("2027-03-02T14:30");
    const auto offer = desk->offersNear({"99002"})->front();
    EXPECT_EQ(offer.occurrence.id, evening);
    EXPECT_EQ(offer.free.front().start, at("2027-03-02T14:40"));
    for (const plan::Slot& slot : offer.free) {
        booked(evening, slot.index, "Fictif-" + std::to_string(slot.index));
    }
    EXPECT_NE(desk->offersNear({"99002"})->front().occurrence.id, evening);
}

} // namespace
} // namespace medicobus::clinic
