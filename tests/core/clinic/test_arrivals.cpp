// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/two_desks.h"

namespace medicobus::clinic {
namespace {

class Arrivals : public TwoDesks {};

TEST_F(Arrivals, ShowThePersonsOfWhomTheySpeakAndLeaveTheOthers) {
    const PatientId one = person("Premier");
    const PatientId two = person("Second");
    ASSERT_EQ(codeIn(other->openPersons()), "done");
    bring(*desk, *other);
    EXPECT_EQ(other->findPatients("premier")->size(), 1U);
    giveNumber(*desk, one, "02 33 00 00 01");
    giveNumber(*other, two, "02 33 00 00 02");
    EXPECT_EQ(phoneOf(*other, one), "");
    bring(*desk, *other);
    EXPECT_EQ(phoneOf(*other, one), "+33233000001");
    EXPECT_EQ(phoneOf(*other, two), "+33233000002");
    EXPECT_EQ(other->findPatients("0233000001")->size(), 1U);

    ASSERT_EQ(codeIn(desk->erasePatient(one)), "done");
    bring(*desk, *other);
    EXPECT_TRUE(other->patient(one)->isErased);
    EXPECT_TRUE(other->findPatients("premier")->empty());
    EXPECT_EQ(other->findPatients("second")->size(), 1U);
}

TEST_F(Arrivals, TakeAwayWhoLeftTheScope) {
    const PatientId one = person("Premier");
    bring(*desk, *other);
    ASSERT_EQ(other->findPatients("premier")->size(), 1U);
    journal::Incoming leaving;
    leaving.isFromHub = true;
    leaving.removals.push_back(desk->journal().ofSubject({"patient", one.text()})->front().id);
    take(*other, leaving);
    EXPECT_EQ(phoneOf(*other, one), "clinic.patient_unknown");
    EXPECT_TRUE(other->findPatients("premier")->empty());
    journal::Incoming coming = all(*desk);
    coming.isFromHub = true;
    take(*other, coming);
    EXPECT_EQ(other->findPatients("premier")->size(), 1U);
}

TEST_F(Arrivals, OpenAPersonOnceTheirKeyComes) {
    const PatientId one = person("Premier");
    journal::Incoming incoming = all(*desk);
    const auto keys = std::exchange(incoming.envelopes, {});
    take(*other, incoming);
    ASSERT_EQ(codeIn(other->openPersons()), "done");
    EXPECT_EQ(phoneOf(*other, one), "clinic.patient_unknown");
    take(*other, {{}, keys, {}, {}, false});
    EXPECT_EQ(phoneOf(*other, one), "");
    EXPECT_EQ(other->findPatients("premier")->size(), 1U);
}

TEST_F(Arrivals, AreTheSameAsOpeningEverybodyAgain) {
    constexpr std::uint64_t seed = 20270304;
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random dice(seed);
    std::vector<PatientId> known{person("Fictif-0")};
    bring(*desk, *other);
    for (int round = 0; round < 40; ++round) {
        Desk& at = dice.below(2) == 0 ? *desk : *other;
        const PatientId& who = known[dice.below(known.size())];
        if (dice.below(4) == 0) {
            known.push_back(at.registerPatient({"Fictif-" + std::to_string(round), "Imaginaire",
                                                day("1951-03-12"), "", "99001"})
                                .value());
            continue;
        }
        const auto seen = at.patient(who);
        if (seen && dice.below(8) == 0) {
            ASSERT_EQ(codeIn(at.erasePatient(who)), "done");
        } else if (seen && !seen->isErased) {
            giveNumber(at, who, "02 33 00 00 " + std::to_string(10 + dice.below(90)));
        }
        if (dice.below(2) == 0) {
            bring(*desk, *other);
            bring(*other, *desk);
            std::vector<std::string> kept;
            for (const PatientId& each : known) {
                kept.push_back(phoneOf(*other, each));
            }
            other->forgetPersons();
            for (std::size_t i = 0; i < known.size(); ++i) {
                ASSERT_EQ(kept[i], phoneOf(*other, known[i])) << "round " << round;
            }
        }
    }
}

} // namespace
} // namespace medicobus::clinic
