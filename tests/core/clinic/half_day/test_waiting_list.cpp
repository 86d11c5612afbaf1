// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/desk_test.h"

#include <gmock/gmock.h>

namespace medicobus::clinic {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class WaitingList : public DeskTest {
protected:
    RequestId asks(const std::string& family, const std::string& site = "aubefleur") {
        clock.step(std::chrono::minutes(1));
        return desk->askForPlace({{site}, person(family), ReasonGroup::Skin, {true, false, false, true}})
            .value();
    }
    static std::vector<std::string> names(const Result<std::vector<WaitingPerson>>& waiting) {
        std::vector<std::string> found;
        for (const WaitingPerson& each : waiting.value()) {
            found.push_back(each.patient.details.familyName);
        }
        return found;
    }
    std::vector<std::string> everybody() const { return names(desk->waitingList()); }
};

TEST_F(WaitingList, KeepsWhoWaitsOldestFirstAndFindsThemAfterARestart) {
    asks("Premier");
    asks("Second", "brumeval");
    reopen();
    const auto waiting = desk->waitingList().value();
    EXPECT_THAT(everybody(), ElementsAre("Premier", "Second"));
    EXPECT_EQ(waiting[0].wish.site.value, "aubefleur");
    EXPECT_EQ(waiting[0].wish.reason, Reason(ReasonGroup::Skin));
    EXPECT_TRUE(waiting[0].wish.flags.needsVideo);
    EXPECT_EQ(waiting[0].askedAt, toInstant(at("2027-03-01T10:01")).value());
    expectSound();
}

TEST_F(WaitingList, OffersWhoWaitsHereOrNearAndNobodyElse) {
    plan::Programme far = twoStops();
    far.version = "0195f000-0000-7000-8000-000000000002";
    plan::Site remote = far.sites[0];
    remote.id = {"lointain"};
    remote.point.lon += 1; // Some 74 km.
    far.sites.push_back(remote);
    ASSERT_EQ(codeIn(desk->publish(far)), "done");
    asks("Lointain", "lointain");
    asks("Voisin", "brumeval");
    asks("Ici");
    EXPECT_THAT(names(desk->waitingFor({"aubefleur"})), ElementsAre("Voisin", "Ici"));
    EXPECT_THAT(names(desk->waitingFor({"lointain"})), ElementsAre("Lointain"));
    // 0.05 degrees of longitude at 48.5 degrees north.
    EXPECT_NEAR(desk->waitingFor({"aubefleur"})->front().away.value, 3684, 5);
}

TEST_F(WaitingList, IsLeftByTheBookingThatAnswersAndJoinedAgainWhenThatWasAMistake) {
    const RequestId request = asks("Premier");
    const WaitingPerson who = desk->waitingList()->front();
    const auto booked = desk->book({morning, 0, who.patient.id, who.wish.reason, who.wish.flags, request});
    ASSERT_TRUE(booked);
    EXPECT_THAT(everybody(), IsEmpty());
    EXPECT_EQ(codeIn(desk->withdrawRequest(request, WithdrawCause::PatientAsked)), "clinic.request_unknown");
    ASSERT_EQ(codeIn(desk->undoLast()), "done");
    EXPECT_THAT(everybody(), ElementsAre("Premier"));
    const auto again = desk->book({morning, 1, who.patient.id, who.wish.reason, who.wish.flags, request});
    ASSERT_EQ(codeIn(desk->cancel(again->appointment, CancelCause::PatientAsked)), "done");
    EXPECT_THAT(everybody(), IsEmpty()) << "who gives the place up waits no more";
    expectSound();
}

TEST_F(WaitingList, TakesSomebodyOffAndBackOn) {
    const RequestId request = asks("Premier");
    ASSERT_EQ(codeIn(desk->withdrawRequest(request, WithdrawCause::Unreachable)), "done");
    EXPECT_THAT(everybody(), IsEmpty());
    ASSERT_EQ(codeIn(desk->undoLast()), "done");
    EXPECT_THAT(everybody(), ElementsAre("Premier"));
    const PatientId who = desk->waitingList()->front().patient.id;
    EXPECT_EQ(codeIn(desk->askForPlace({{"aubefleur"}, who, {}, {}})), "clinic.already_waiting");
    ASSERT_EQ(codeIn(desk->askForPlace({{"brumeval"}, who, {}, {}})), "done");
    ASSERT_EQ(codeIn(desk->undoLast()), "done");
    EXPECT_THAT(everybody(), ElementsAre("Premier"));
    EXPECT_EQ(codeIn(desk->askForPlace({{"nulle part"}, who, {}, {}})), "clinic.site_unknown");
}

TEST_F(WaitingList, TellsNothingWhileLockedAndForgetsWhoIsErased) {
    asks("Premier");
    asks("Second");
    ASSERT_EQ(codeIn(desk->erasePatient(desk->waitingList()->front().patient.id)), "done");
    EXPECT_THAT(everybody(), ElementsAre("Second"));
    vault->lock();
    EXPECT_EQ(codeIn(desk->waitingList()), "vault.locked");
    EXPECT_EQ(codeIn(desk->waitingFor({"aubefleur"})), "vault.locked");
}

} // namespace
} // namespace medicobus::clinic
