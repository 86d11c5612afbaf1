// SPDX-License-Identifier: EUPL-1.2
#include "tests/crew/tablet.h"

namespace medicobus::test {
namespace {

/// A store that was used for a week before anybody spoke of a hub.
class LocalFirst : public CrewTest {
protected:
    std::unique_ptr<Tablet> usedAlone(const std::string& name) {
        auto made = tablet(name, Tablet::Crew::Makes);
        EXPECT_EQ(codeIn(made->desk->publish(clinic::twoStops())), "done");
        return made;
    }
    static clinic::PatientId person(Tablet& tablet, const std::string& family) {
        return tablet.desk->registerPatient({family, "Imaginaire", clinic::day("1951-03-12"), "", "99001"})
            .value();
    }
    static clinic::AppointmentId booked(Tablet& tablet, const plan::OccurrenceId& where, int slot,
                                        const std::string& family) {
        return tablet.desk->book({where, slot, person(tablet, family), {}, {}}).value().appointment;
    }
    static bool isAllSigned(Tablet& tablet, std::int64_t after = 0) {
        const auto mine = tablet.desk->journal().since(tablet.desk->journal().device(), after).value();
        return std::all_of(mine.begin(), mine.end(), [](const auto& each) { return each.signature; });
    }
};

TEST_F(LocalFirst, ABookingOfOnesOwnIsConfirmedOnceTheHubIsMet) {
    auto one = usedAlone("one");
    const auto id = booked(*one, morning, 3, "Dupré-Fictif");
    const auto late = booked(*one, evening, 0, "Martin-Fictif");
    clock.set("2027-03-02T09:40");
    ASSERT_EQ(codeIn(one->desk->mark(id, clinic::AppointmentEvent::Arrive)), "done");
    EXPECT_EQ(one->desk->appointment(id)->claim, clinic::Claim::Own);
    EXPECT_TRUE(isAllSigned(*one));

    one->join(*place, sync::Role::Crew);
    publish();
    one->exchange();
    EXPECT_TRUE(one->isSynchronised());
    EXPECT_EQ(one->desk->appointment(id)->claim, clinic::Claim::Confirmed);
    EXPECT_EQ(one->desk->appointment(late)->claim, clinic::Claim::Confirmed);

    auto two = tablet("two");
    two->join(*place, sync::Role::Crew, one.get());
    const auto list = two->desk->dayList(morning);
    ASSERT_TRUE(list) << codeIn(list);
    EXPECT_EQ(list->counts.here, 1);
    EXPECT_EQ(two->desk->appointment(id)->claim, clinic::Claim::Confirmed);
    EXPECT_EQ(two->desk->findPatients("dupre fictif")->size(), 1U);
    EXPECT_EQ(one->desk->journal().stateHash().value(), two->desk->journal().stateHash().value());
}

TEST_F(LocalFirst, WhatWasSaidWhileLockedIsSignedAsItIsSent) {
    auto one = usedAlone("one");
    const auto id = booked(*one, morning, 3, "Dupré-Fictif");
    clock.set("2027-03-02T09:40");
    one->vault->lock();
    const auto before =
        static_cast<std::int64_t>(one->desk->journal().since(one->desk->journal().device(), 0)->size());
    ASSERT_EQ(codeIn(one->desk->mark(id, clinic::AppointmentEvent::Arrive)), "done");
    EXPECT_FALSE(isAllSigned(*one, before));
    ASSERT_EQ(codeIn(one->vault->unlock("u-marie", "4072")), "done");
    one->join(*place, sync::Role::Crew);
    publish();
    one->exchange();
    auto two = tablet("two");
    two->join(*place, sync::Role::Crew, one.get());
    EXPECT_EQ(two->desk->counts(morning)->here, 1);
}

TEST_F(LocalFirst, TheSecondStoreToComeBringsItsPersonsUnderTheCrewsKey) {
    auto one = usedAlone("one");
    auto two = usedAlone("two");
    const auto first = booked(*one, morning, 3, "Dupré-Fictif");
    const auto same = booked(*two, morning, 3, "Morel-Fictif");
    const auto other = booked(*two, morning, 4, "Legrand-Fictif");
    one->join(*place, sync::Role::Crew);
    two->join(*place, sync::Role::Crew, one.get());
    publish();
    one->exchange();
    two->exchange();
    EXPECT_EQ(one->desk->findPatients("legrand fictif")->size(), 1U);
    EXPECT_EQ(two->desk->findPatients("dupre fictif")->size(), 1U);
    EXPECT_EQ(two->desk->findPatients("morel fictif")->size(), 1U);
    // First come at the hub, first served; the other is for a person to place anew.
    EXPECT_EQ(one->desk->appointment(first)->claim, clinic::Claim::Confirmed);
    EXPECT_EQ(one->desk->appointment(same)->claim, clinic::Claim::ToReplace);
    EXPECT_EQ(one->desk->appointment(other)->claim, clinic::Claim::Confirmed);
    ASSERT_EQ(two->desk->toReplace()->size(), 1U);
    EXPECT_EQ(two->desk->toReplace()->front().patient->details.familyName, "Morel-Fictif");
}

} // namespace
} // namespace medicobus::test
