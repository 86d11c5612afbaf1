// SPDX-License-Identifier: EUPL-1.2
#include "sync/hub/identity.h"
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
        // Once the hub has said that it is the crew's, it tells the crew's key.
        crew->exchange();
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
        const auto id = hall->desk->deposit(request(slot, family));
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

TEST_F(Deposits, AreFollowedByTheirTownHallWhereverTheCrewPutsThem) {
    const auto atHall = [&](const clinic::AppointmentId& id) {
        crew->exchange();
        hall->exchange();
        return hall->desk->appointment(id).value();
    };
    const auto id = deposited(2, "Quetzalcoatline");
    ASSERT_TRUE(crew->desk->takeDeposit(id));
    ASSERT_EQ(codeIn(crew->desk->cancel(id, clinic::CancelCause::PatientAsked)), "done");
    EXPECT_EQ(atHall(id).state, clinic::AppointmentState::Cancelled);
    EXPECT_EQ(atHall(id).claim, clinic::Claim::None) << "nobody waits for a word that will not come";
    EXPECT_TRUE(hall->desk->toConfirm()->empty());

    ASSERT_TRUE(crew->desk->mark(id, clinic::AppointmentEvent::Reinstate));
    EXPECT_EQ(atHall(id).state, clinic::AppointmentState::Booked);
    EXPECT_EQ(atHall(id).claim, clinic::Claim::Confirmed);
    ASSERT_EQ(codeIn(crew->desk->move(id, nextMorning, 4)), "done");
    EXPECT_EQ(atHall(id).place.occurrence, nextMorning);
    EXPECT_EQ(atHall(id).claim, clinic::Claim::Confirmed);

    // Whether the person came is between them and the crew.
    clock.set("2027-03-09T10:30");
    ASSERT_TRUE(crew->desk->mark(id, clinic::AppointmentEvent::Arrive));
    EXPECT_EQ(atHall(id).state, clinic::AppointmentState::Booked);
    const auto said = hall->desk->journal().ofSubject({"appointment", id.text()}).value();
    EXPECT_TRUE(std::none_of(said.begin(), said.end(), [&](const journal::Operation& each) {
        return each.sealed && each.device != hall->desk->journal().device();
    }));
}

TEST_F(Deposits, CancelledBeforeTheHubDecidedAreNotWaitedFor) {
    const auto recovering = [&](bool isSo) {
        return place->store->write([&](sync::HubTransaction& hub) -> Result<void> {
            hub.setValue(sync::values::recovering, isSo ? "1" : "0");
            return {};
        });
    };
    ASSERT_TRUE(recovering(true));
    const auto id = deposited(2, "Quetzalcoatline");
    ASSERT_EQ(hall->desk->toConfirm()->size(), 1U);
    ASSERT_EQ(codeIn(crew->desk->cancel(id, clinic::CancelCause::Mistake)), "done");
    crew->exchange();
    ASSERT_TRUE(recovering(false));
    hall->exchange();
    EXPECT_TRUE(hall->desk->toConfirm()->empty());
}

TEST_F(Deposits, NeedTheKeyThatTheCrewToldThroughTheHub) {
    auto early = tablet("early");
    early->join(*place, sync::Role::TownHall, nullptr, "99001");
    const auto told = early->desk->crewKeys().value();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.front().key, crew->vault->crewPublicKey().value());
    EXPECT_EQ(told.front().fingerprint, vault::Vault::fingerprintOf(crew->vault->crewPublicKey().value()));
    EXPECT_EQ(told.front().devices, std::vector<std::string>{"crew"});
    EXPECT_FALSE(told.front().isCompared);
    EXPECT_EQ(codeIn(early->desk->compareCrewKey("0000 0000")), "clinic.crew_key_not_told");
    ASSERT_EQ(codeIn(early->desk->compareCrewKey(told.front().fingerprint)), "done");
    EXPECT_TRUE(early->desk->crewKeys()->front().isCompared);

    auto colleague = tablet("colleague");
    colleague->join(*place, sync::Role::Crew, crew.get());
    colleague->exchange();
    crew->exchange();
    early->exchange();
    EXPECT_EQ(early->desk->crewKeys()->front().devices, (std::vector<std::string>{"crew", "colleague"}));
    EXPECT_EQ(colleague->desk->journal().waiting()->count, 0);
    EXPECT_EQ(place->store
                  ->read([&](sync::HubTransaction& hub) -> Result<void> {
                      const auto said = hub.ofSubject({"crew", told.front().fingerprint});
                      EXPECT_EQ(said.size(), 2U) << "each device says it once";
                      return {};
                  })
                  .has_value(),
              true);
}

TEST_F(Deposits, AreNotSealedToTheKeyOfWhoIsNotTheCrew) {
    // A town hall with a crew's key of its own making tells nobody; what it says all the same is rejected.
    auto other = tablet("other", Tablet::Crew::Makes);
    other->join(*place, sync::Role::TownHall, nullptr, "99001");
    const auto text = [](const vault::PublicKey& key) { return sync::toBase64(key); };
    journal::OperationDraft lie;
    lie.actor = "crew-other";
    lie.subject = {"crew", "1"};
    lie.kind = clinic::crewKeyedKind;
    lie.open = {{"key", text(other->vault->crewPublicKey().value())}};
    ASSERT_TRUE(other->desk->journal().append(lie));
    EXPECT_EQ(other->desk->crewKeys()->size(), 1U) << "its own word counts no more than another's";
    other->exchange();
    hall->exchange();
    EXPECT_EQ(hall->desk->crewKeys()->size(), 1U);
    ASSERT_EQ(other->desk->refusals()->size(), 1U);
    EXPECT_EQ(other->desk->refusals()->front().reason, "not_allowed");

    // Two crews on one hub: nobody guesses which.
    auto second = tablet("second", Tablet::Crew::Makes);
    second->join(*place, sync::Role::Crew, crew.get());
    journal::OperationDraft stray = lie;
    stray.actor = "crew-second";
    stray.open = {{"key", text(sync::PublicKey{9})}};
    ASSERT_TRUE(second->desk->journal().append(stray));
    second->exchange();
    hall->exchange();
    EXPECT_EQ(codeIn(hall->desk->deposit(request(3, "Quetzalcoatline"))), "clinic.crew_keys_differ");
    const auto right = vault::Vault::fingerprintOf(crew->vault->crewPublicKey().value());
    ASSERT_EQ(codeIn(hall->desk->compareCrewKey(right)), "done");
    deposited(3, "Quetzalcoatline");
    EXPECT_EQ(crew->desk->deposits()->front().details.familyName, "Quetzalcoatline");
}

TEST_F(Deposits, WaitForTheCrewsKey) {
    auto alone = tablet("alone");
    ASSERT_EQ(codeIn(alone->desk->publish(clinic::twoStops())), "done");
    EXPECT_EQ(codeIn(alone->desk->deposit(request(1, "Quetzalcoatline"))), "clinic.crew_key_unknown");
}

} // namespace
} // namespace medicobus::test
