// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/two_desks.h"

#include <algorithm>
#include <set>

namespace medicobus::clinic {
namespace {

/// Everything that is shown of the persons, as text.
std::string told(const Desk& at, const std::vector<PatientId>& persons) {
    std::string text;
    for (const PatientId& each : persons) {
        const auto who = at.patient(each);
        if (!who) {
            text.append(who.error().code().name).append("\n");
            continue;
        }
        text += who->id.text() + toJson(who->details).dump() + (who->isErased ? " erased" : "")
                + (who->isOfErased ? " of erased" : "");
        for (const MergedEntry& entry : who->merged) {
            text.append(" <").append(entry.id.text());
        }
        const auto theirs = at.appointmentsOf(each).value();
        for (const Appointment& appointment : theirs) {
            text.append(" ").append(appointment.id.text()).append(appointment.patient.text());
        }
        text += "\n";
    }
    return text;
}

class MergedPatients : public TwoDesks {
protected:
    void SetUp() override {
        TwoDesks::SetUp();
        stays = desk->registerPatient({"Imaginaire", "Fleur", day("1951-03-12"), "", "99001"}).value();
        gone =
            desk->registerPatient({"Imaginère", "Fleure", day("1951-12-03"), "0233000001", "99002"}).value();
    }
    AppointmentId bookedFor(const PatientId& who, const plan::OccurrenceId& where, int slot) {
        return desk->book({where, slot, who, ReasonGroup::Skin, {}}).value().appointment;
    }
    static std::vector<PatientId> found(const Desk& at, const std::string& text) {
        std::vector<PatientId> ids;
        const auto patients = at.findPatients(text).value();
        std::transform(patients.begin(), patients.end(), std::back_inserter(ids),
                       [](const Patient& each) { return each.id; });
        return ids;
    }
    PatientId stays;
    PatientId gone;
};

TEST_F(MergedPatients, AreOnePersonEverywhere) {
    const AppointmentId one = bookedFor(gone, morning, 0);
    const AppointmentId two = bookedFor(stays, nextMorning, 1);
    ASSERT_EQ(codeIn(desk->mergePatients(gone, stays)), "done");
    reopen();
    const Patient who = desk->patient(gone).value();
    EXPECT_EQ(who.id, stays);
    const PatientDetails expected{"Imaginaire", "Fleur", day("1951-03-12"), "+33233000001", "99001"};
    EXPECT_EQ(who.details, expected) << "what was empty is filled";
    ASSERT_EQ(who.merged.size(), 1U);
    EXPECT_EQ(who.merged[0].details.familyName, "Imaginère") << "what differs is kept";
    EXPECT_EQ(found(*desk, "imagin"), std::vector{stays});
    EXPECT_EQ(found(*desk, "Fleure Imaginère"), std::vector{stays}) << "found by the other's name too";
    EXPECT_EQ(found(*desk, "03/12/1951"), std::vector{stays});
    const auto theirs = desk->appointmentsOf(stays).value();
    ASSERT_EQ(theirs.size(), 2U);
    EXPECT_EQ(theirs[0].id, two);
    EXPECT_EQ(theirs[1].id, one);
    EXPECT_EQ(theirs[1].patient, stays);
    EXPECT_EQ(desk->dayList(morning)->entries.front().patient->details.givenName, "Fleur");
    const auto likely = desk->likelyDuplicates(who.details).value();
    ASSERT_EQ(likely.size(), 1U);
    EXPECT_TRUE(desk->likelyDuplicatesOf(stays)->empty());
    EXPECT_EQ(codeIn(desk->mergePatients(stays, gone)), "clinic.already_so");
    expectSound();
}

TEST_F(MergedPatients, AreGivenBackExactlyAsTheyWere) {
    bookedFor(gone, morning, 0);
    const AppointmentId seen = bookedFor(gone, morning, 1);
    const std::string before = told(*desk, {stays, gone});
    ASSERT_EQ(codeIn(desk->mergePatients(gone, stays)), "done");
    EXPECT_NE(told(*desk, {stays, gone}), before);
    ASSERT_EQ(codeIn(desk->undoLast()), "done");
    EXPECT_EQ(told(*desk, {stays, gone}), before);
    // Later, from the person's card; what was recorded meanwhile is whose appointment it was.
    ASSERT_EQ(codeIn(desk->mergePatients(gone, stays)), "done");
    clock.set("2027-03-02T10:00");
    Visit visit;
    visit.reason = ReasonGroup::Skin;
    visit.outcome = Outcome::Treated;
    ASSERT_EQ(codeIn(desk->recordVisit(seen, visit)), "done");
    reopen();
    ASSERT_EQ(codeIn(desk->separate(gone)), "done");
    EXPECT_EQ(told(*desk, {stays, gone}), before);
    EXPECT_EQ(codeIn(desk->separate(gone)), "clinic.nothing_to_undo");
    ASSERT_EQ(codeIn(desk->erasePatient(stays)), "done");
    EXPECT_EQ(desk->visit(seen).value()->visit, visit) << "the other's keys are untouched";
    expectSound();
}

TEST_F(MergedPatients, CanHaveAFieldEmptiedAndCorrected) {
    ASSERT_EQ(codeIn(desk->mergePatients(gone, stays)), "done");
    PatientDetails details = desk->patient(stays)->details;
    details.phone.clear();
    details.commune = "99003";
    ASSERT_EQ(codeIn(desk->correctPatient(gone, details)), "done");
    EXPECT_EQ(desk->patient(stays)->details, details);
    ASSERT_EQ(codeIn(desk->separate(gone)), "done");
    EXPECT_EQ(desk->patient(gone)->details.phone, "+33233000001");
    EXPECT_EQ(desk->patient(stays)->details.commune, "99003");
}

TEST_F(MergedPatients, AreErasedTogetherAndDoNotComeBack) {
    const AppointmentId one = bookedFor(gone, morning, 0);
    bring(*desk, *other);
    ASSERT_EQ(codeIn(desk->mergePatients(gone, stays)), "done");
    const auto before = all(*desk);
    ASSERT_EQ(codeIn(desk->erasePatient(stays)), "done");
    EXPECT_TRUE(desk->patient(gone)->isErased);
    EXPECT_TRUE(desk->patient(stays)->isErased);
    EXPECT_TRUE(found(*desk, "imagin").empty());
    EXPECT_EQ(desk->appointment(one)->reason, Reason());
    bring(*desk, *other);
    EXPECT_TRUE(other->patient(gone)->isErased);
    EXPECT_TRUE(found(*other, "imagin").empty());
    // Neither what was said before, nor taking the merge back, makes anybody readable again.
    take(*other, before);
    static_cast<void>(other->separate(gone));
    bring(*other, *desk);
    EXPECT_TRUE(desk->patient(gone)->isErased);
    EXPECT_TRUE(found(*desk, "imagin").empty());
    EXPECT_EQ(codeIn(desk->mergePatients(gone, person("Autre"))), "vault.erased");
    const auto held = desk->journal().envelopes().value();
    for (const journal::Envelope& each : held) {
        EXPECT_NE(each.key, before.envelopes.front().key);
    }
    expectSound();
}

TEST_F(MergedPatients, OfWhomOneWasErasedMeanwhileAreToBeDecidedOn) {
    bring(*desk, *other);
    ASSERT_EQ(codeIn(desk->mergePatients(gone, stays)), "done");
    ASSERT_EQ(codeIn(other->erasePatient(stays)), "done");
    bring(*desk, *other);
    bring(*other, *desk);
    for (Desk* at : {desk.get(), other.get()}) {
        EXPECT_TRUE(at->patient(stays)->isErased);
        EXPECT_TRUE(at->patient(gone)->isOfErased);
        EXPECT_EQ(at->patient(gone)->details.familyName, "Imaginère");
    }
    ASSERT_EQ(codeIn(desk->separate(gone)), "done");
    EXPECT_FALSE(desk->patient(gone)->isOfErased);
    ASSERT_EQ(codeIn(other->erasePatient(gone)), "done");
    bring(*desk, *other);
    bring(*other, *desk);
    EXPECT_TRUE(desk->patient(gone)->isErased);
    EXPECT_EQ(told(*desk, {stays, gone}), told(*other, {stays, gone}));
}

TEST_F(MergedPatients, AreNamedByNothingInTheOpen) {
    ASSERT_EQ(codeIn(desk->mergePatients(gone, stays)), "done");
    const auto said = desk->journal().ofSubject({"patient", gone.text()})->back();
    EXPECT_EQ(said.kind, "patient.merged");
    const Json expected{{"into", stays.text()}};
    EXPECT_EQ(said.open, expected);
    EXPECT_FALSE(said.sealed);
    desk->useVault(nullptr);
    EXPECT_EQ(codeIn(desk->mergePatients(gone, stays)), "vault.locked");
    EXPECT_EQ(codeIn(desk->separate(gone)), "vault.locked");
}

class MergedAnywhere : public TwoDesks, public ::testing::WithParamInterface<std::uint64_t> {};

/// Two desks merge, part, correct, book and erase without hearing of each other for a while, in circles and
/// chains too. Once both hold the same operations, in whatever order these came, they show the same, and so
/// does a third that gets them one by one.
TEST_P(MergedAnywhere, AreTheSameEverywhere) {
    SCOPED_TRACE("seed " + std::to_string(GetParam()));
    Random dice(GetParam());
    std::vector<PatientId> known;
    for (int i = 0; i < 5; ++i) {
        known.push_back(person("Fictif-" + std::to_string(i)));
    }
    bring(*desk, *other);
    std::set<PatientId> erased;
    const auto one = [&] { return known[dice.below(known.size())]; };
    for (int round = 0; round < 40; ++round) {
        Desk& at = dice.below(2) == 0 ? *desk : *other;
        clock.step(std::chrono::minutes(dice.below(2)));
        const PatientId who = one();
        switch (dice.below(8)) {
        case 0:
        case 1:
        case 2:
            static_cast<void>(at.mergePatients(who, one()));
            break;
        case 3:
            static_cast<void>(at.separate(who));
            break;
        case 4:
            static_cast<void>(at.book({nextMorning, round % 9, who, ReasonGroup::Skin, {}}));
            break;
        case 5:
            if (!at.patient(who)->isErased) {
                giveNumber(at, who, "02 33 00 00 " + std::to_string(10 + round));
            }
            break;
        case 6:
            if (dice.below(6) == 0) {
                ASSERT_EQ(codeIn(at.erasePatient(who)), "done");
                erased.insert(who);
            }
            break;
        default:
            dice.below(2) == 0 ? bring(*desk, *other) : bring(*other, *desk);
        }
        for (const PatientId& each : erased) {
            const bool isHeard =
                at.journal().ofSubject({"patient", each.text()})->back().kind == "patient.erased";
            ASSERT_TRUE(!isHeard || at.patient(each)->isErased) << "round " << round;
        }
    }
    bring(*desk, *other);
    bring(*other, *desk);
    auto third = Desk::open(folder / "third.db", clock, entropy(), "crew-3");
    ASSERT_TRUE(third);
    third->useVault(vault.get());
    auto everything = all(*desk);
    for (std::size_t left = everything.operations.size(); left > 1; --left) {
        std::swap(everything.operations[left - 1], everything.operations[dice.below(left)]);
    }
    ASSERT_TRUE(third->openPersons());
    for (const journal::Operation& each : everything.operations) {
        take(*third, {{each}, everything.envelopes, {}, {}, false});
        if (dice.below(4) == 0) {
            ASSERT_TRUE(third->findPatients("fictif"));
        }
    }
    const std::string expected = told(*desk, known);
    EXPECT_EQ(told(*other, known), expected);
    EXPECT_EQ(told(*third, known), expected);
    EXPECT_EQ(third->journal().stateHash().value(), desk->journal().stateHash().value());
    EXPECT_EQ(other->journal().stateHash().value(), desk->journal().stateHash().value());
    desk->forgetPersons();
    EXPECT_EQ(told(*desk, known), expected) << "opened again";
    for (const PatientId& each : erased) {
        EXPECT_TRUE(desk->patient(each)->isErased);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, MergedAnywhere, ::testing::Range<std::uint64_t>(1, 13));

} // namespace
} // namespace medicobus::clinic
