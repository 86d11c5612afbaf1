// SPDX-License-Identifier: EUPL-1.2
#include "sync/device/calls.h"
#include "sync/hub/identity.h"
#include "tests/crew/tablet.h"

namespace medicobus::test {
namespace {

using clinic::Claim;

/// Two tablets of a crew that book from one programme.
class Places : public CrewTest {
protected:
    void TearDown() override {
        two.reset();
        one.reset();
        CrewTest::TearDown();
    }
    void meet(const plan::Programme& programme = clinic::twoStops()) {
        publish(programme);
        one = tablet("one", Tablet::Crew::Makes);
        one->join(*place, sync::Role::Crew);
        two = tablet("two");
        two->join(*place, sync::Role::Crew, one.get());
    }
    static plan::Programme twoToASlot() {
        plan::Programme programme = clinic::twoStops();
        programme.series.front().seats = 2;
        return programme;
    }
    static clinic::PatientId person(Tablet& at, const std::string& family) {
        return at.desk->registerPatient({family, "Fictif", clinic::day("1951-03-12"), "", "99001"}).value();
    }
    Result<clinic::Booked> book(Tablet& at, int slot, const std::string& family) const {
        return at.desk->book({morning, slot, person(at, family), {}, {}});
    }
    static Claim claimOf(Tablet& at, const clinic::AppointmentId& id) {
        return at.desk->appointment(id)->claim;
    }
    /// The slots that one tablet has to itself.
    std::set<int> leasedTo(Tablet& at, int places) {
        const auto share = at.talks().requestLease(morning.text(), places);
        EXPECT_TRUE(share && *share) << codeIn(share);
        std::set<int> slots;
        for (const auto& each : (*share)->places) {
            slots.insert(each.slot);
        }
        at.exchange();
        return slots;
    }

    std::unique_ptr<Tablet> one;
    std::unique_ptr<Tablet> two;
};

TEST_F(Places, SetApartForOneAreNotTakenUnawaresByAnother) {
    meet();
    const std::set<int> mine = leasedTo(*one, 3);
    two->exchange();
    const int apart = *mine.begin();
    const auto near = two->desk->nearestFree(morning, apart, 6).value();
    for (const clinic::FreeSlot& each : near) {
        EXPECT_FALSE(each.occurrence.id == morning && mine.contains(each.slot.index)) << each.slot.index;
    }
    const auto asked = book(*two, apart, "Dupré");
    ASSERT_TRUE(asked) << codeIn(asked);
    EXPECT_TRUE(asked->isRequest && asked->isSetApart);
    const auto open = book(*two, two->desk->nearestFree(morning, apart, 1)->front().slot.index, "Morel");
    EXPECT_TRUE(open->isRequest);
    EXPECT_FALSE(open->isSetApart);
    two->exchange();
    EXPECT_EQ(claimOf(*two, open->appointment), Claim::Confirmed);
    EXPECT_EQ(claimOf(*two, asked->appointment), Claim::Requested) << "it waits for the share to end";

    ASSERT_EQ(mine.size(), 3U);
    const int used = *std::next(mine.begin());
    const auto told = book(*one, used, "Legrand");
    EXPECT_FALSE(told->isRequest);
    EXPECT_EQ(claimOf(*one, told->appointment), Claim::Confirmed) << "without a network";
    const auto late = book(*two, used, "Petit");
    EXPECT_TRUE(late->isSetApart);
    clock.set("2027-03-02T12:00");
    ASSERT_EQ(one->desk->releaseEndedLeases().value(), 1);
    one->exchange();
    two->exchange();
    EXPECT_EQ(claimOf(*two, late->appointment), Claim::ToReplace);
}

TEST_F(Places, ComeBackWhenTheirHolderGivesThemBackOrIsDeclaredLost) {
    meet();
    const std::set<int> mine = leasedTo(*one, 3);
    two->exchange();
    const auto asked = book(*two, *mine.begin(), "Dupré");
    ASSERT_TRUE(asked->isSetApart);
    two->exchange();
    const std::string path = "/v1/devices/" + one->desk->journal().device().text() + "/revocation";
    ASSERT_TRUE(two->talks().talk(sync::post(path, Json{{"wipe", false}}.dump())));
    two->exchange();
    EXPECT_EQ(claimOf(*two, asked->appointment), Claim::Confirmed);
    const auto next = book(*two, *mine.rbegin(), "Morel");
    EXPECT_FALSE(next->isSetApart) << "the share of a device that is lost is nobody's";
    two->exchange();
    EXPECT_EQ(claimOf(*two, next->appointment), Claim::Confirmed);
}

TEST_F(Places, CancelledByAnotherBeforeTheHubDecidedAreFreeAgain) {
    meet();
    const std::set<int> mine = leasedTo(*one, 3);
    two->exchange();
    const auto recovering = [&](bool isSo) {
        return place->store->write([&](sync::HubTransaction& hub) -> Result<void> {
            hub.setValue(sync::values::recovering, isSo ? "1" : "0");
            return {};
        });
    };
    // A restored hub decides nothing until it has heard everybody.
    ASSERT_TRUE(recovering(true));
    const auto told = book(*one, *mine.begin(), "Dupré");
    ASSERT_FALSE(told->isRequest);
    one->exchange();
    two->exchange();
    ASSERT_EQ(codeIn(two->desk->cancel(told->appointment, clinic::CancelCause::PatientAsked)), "done");
    two->exchange();
    ASSERT_TRUE(recovering(false));

    one->exchange();
    const auto next = book(*two, *mine.begin(), "Morel");
    ASSERT_TRUE(next) << codeIn(next);
    two->exchange();
    EXPECT_EQ(claimOf(*two, next->appointment), Claim::Confirmed) << "it is nobody's any more";
    one->exchange();
    EXPECT_EQ(one->desk->appointment(told->appointment)->state, clinic::AppointmentState::Cancelled);
    EXPECT_EQ(one->desk->journal().stateHash().value(), two->desk->journal().stateHash().value());
}

TEST_F(Places, AreAsManyToASlotAsTheProgrammeOffersAndNoMore) {
    meet(twoToASlot());
    const auto first = book(*one, 0, "Dupré");
    one->exchange();
    two->exchange();
    const auto second = book(*two, 0, "Morel");
    ASSERT_TRUE(second) << codeIn(second);
    EXPECT_EQ(codeIn(book(*two, 0, "Petit")), "clinic.slot_taken");
    two->exchange();
    one->exchange();
    EXPECT_EQ(codeIn(book(*one, 0, "Petit")), "clinic.slot_taken");
    EXPECT_EQ(claimOf(*one, first->appointment), Claim::Confirmed);
    EXPECT_EQ(claimOf(*one, second->appointment), Claim::Confirmed);
    EXPECT_NE(one->desk->appointment(first->appointment)->place.seat,
              one->desk->appointment(second->appointment)->place.seat);
    EXPECT_EQ(one->desk->counts(morning)->slots, 18);
    EXPECT_EQ(one->desk->counts(morning)->free, 16);
}

TEST_F(Places, WhoLosesASeatIsOfferedTheOtherOfTheSameHourFirst) {
    meet(twoToASlot());
    const auto first = book(*one, 4, "Dupré");
    const auto second = book(*two, 4, "Morel");
    one->exchange();
    two->exchange();
    EXPECT_EQ(claimOf(*one, first->appointment), Claim::Confirmed);
    ASSERT_EQ(claimOf(*two, second->appointment), Claim::ToReplace);
    const auto toReplace = two->desk->toReplace().value();
    ASSERT_EQ(toReplace.size(), 1U);
    const auto& offered = toReplace.front().alternatives;
    ASSERT_EQ(offered.size(), 3U);
    EXPECT_EQ(offered.front().occurrence.id, morning);
    EXPECT_EQ(offered.front().slot.index, 4);
    ASSERT_EQ(codeIn(two->desk->move(second->appointment, morning, 4)), "done");
    two->exchange();
    EXPECT_EQ(claimOf(*two, second->appointment), Claim::Confirmed);
    EXPECT_TRUE(two->desk->toReplace()->empty());
}

TEST_F(Places, OfferSeatsThatAreNotSetApartBeforeThoseThatAre) {
    meet(twoToASlot());
    const std::set<int> mine = leasedTo(*one, 9);
    two->exchange();
    int waiting = 0;
    for (const int slot : mine) {
        waiting += book(*two, slot, "Fictif-" + std::to_string(slot))->isSetApart ? 1 : 0;
    }
    EXPECT_EQ(waiting, 0) << "every one of these slots has another seat";
}

} // namespace
} // namespace medicobus::test
