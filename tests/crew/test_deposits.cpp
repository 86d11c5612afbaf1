// SPDX-License-Identifier: EUPL-1.2
#include "tests/crew/needles.h"
#include "tests/crew/tablet.h"

namespace medicobus::test {
namespace {

class Deposits : public CrewTest {
protected:
    void SetUp() override {
        CrewTest::SetUp();
        publish();
        crew = tablet("crew", Tablet::Crew::Makes);
        crew->join(*place, sync::Role::Crew);
        hall = tablet("hall");
        hall->join(*place, sync::Role::TownHall, nullptr, "99001");
    }
    void TearDown() override {
        hall.reset();
        crew.reset();
        CrewTest::TearDown();
    }
    clinic::DepositRequest request(int slot, const std::string& family) const {
        return {morning,
                slot,
                {family, "Wolframette", clinic::day("1951-03-12"), "06 39 98 10 01", "99001"},
                clinic::ReasonGroup::Skin,
                {true}};
    }
    clinic::AppointmentId deposited(int slot, const std::string& family) {
        const auto id = hall->desk->deposit(request(slot, family), crew->vault->crewPublicKey().value());
        EXPECT_TRUE(id) << codeIn(id);
        hall->exchange();
        crew->exchange();
        return id.value();
    }

    std::unique_ptr<Tablet> crew;
    std::unique_ptr<Tablet> hall;
};

TEST_F(Deposits, AreOpenedByTheCrewAloneAndBecomeAppointments) {
    const auto id = deposited(2, "Quetzalcoatline");
    const auto left = crew->desk->deposits();
    ASSERT_TRUE(left) << codeIn(left);
    ASSERT_EQ(left->size(), 1U);
    EXPECT_EQ(left->front().appointment.id, id);
    EXPECT_EQ(left->front().appointment.claim, clinic::Claim::Confirmed);
    EXPECT_EQ(left->front().details.familyName, "Quetzalcoatline");
    EXPECT_EQ(left->front().details.phone, "+33639981001");
    EXPECT_EQ(crew->desk->counts(morning)->booked, 1);

    const auto who = crew->desk->takeDeposit(id);
    ASSERT_TRUE(who) << codeIn(who);
    EXPECT_TRUE(crew->desk->deposits()->empty());
    EXPECT_EQ(codeIn(crew->desk->takeDeposit(id)), "clinic.no_deposit");
    const auto appointment = crew->desk->appointment(id).value();
    EXPECT_EQ(appointment.patient, *who);
    EXPECT_EQ(appointment.reason.known(), clinic::ReasonGroup::Skin);
    EXPECT_TRUE(appointment.flags.noDeclaredGp);
    EXPECT_EQ(crew->desk->appointmentsOf(*who)->size(), 1U);
    crew->exchange();
    hall->exchange();
    EXPECT_EQ(codeIn(hall->desk->deposits()), "vault.no_crew_key");
    EXPECT_EQ(hall->desk->openAppointments(morning)->front().claim, clinic::Claim::Confirmed);
    const Needles needles({"Quetzalcoatline", "Wolframette", "+33639981"});
    EXPECT_EQ(needles.below(folder), std::vector<std::string>());
    EXPECT_EQ(needles.in(place->capture, "the wire"), std::vector<std::string>());
}

TEST_F(Deposits, MayBeOfAPersonAlreadyKnown) {
    const auto known = crew->desk->registerPatient(request(0, "Quetzalcoatline").details).value();
    const auto id = deposited(2, "Quetzalcoatline");
    ASSERT_EQ(crew->desk->likelyDuplicates(crew->desk->deposits()->front().details)->size(), 1U);
    ASSERT_EQ(crew->desk->takeDeposit(id, known).value(), known);
    EXPECT_EQ(crew->desk->findPatients("quetzalcoatline")->size(), 1U);
    EXPECT_EQ(crew->desk->appointmentsOf(known)->size(), 1U);
}

TEST_F(Deposits, OnATakenPlaceAreRefusedAndStillReadable) {
    const auto who = crew->desk->registerPatient(request(0, "Martin-Fictif").details).value();
    ASSERT_EQ(codeIn(crew->desk->book({morning, 2, who, {}, {}})), "done");
    crew->exchange();
    const auto id = deposited(2, "Quetzalcoatline");
    const auto left = crew->desk->deposits().value();
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left.front().appointment.claim, clinic::Claim::ToReplace);
    EXPECT_EQ(left.front().appointment.refusal->reason.known(), clinic::RefusalReason::Taken);
    const auto taken = crew->desk->takeDeposit(id).value();
    ASSERT_EQ(crew->desk->toReplace()->size(), 1U);
    EXPECT_EQ(crew->desk->toReplace()->front().patient->id, taken);
}

} // namespace
} // namespace medicobus::test
