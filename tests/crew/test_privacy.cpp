// SPDX-License-Identifier: EUPL-1.2
#include "tests/crew/needles.h"
#include "tests/crew/tablet.h"

#include "base/file.h"
#include "platform/server/backup/backup.h"
#include "sync/stick/stick.h"
#include "vault/keys/base64.h"

namespace medicobus::test {
namespace {

/// Letters that stand in nothing but what concerns a person, and the names of sealed fields that no open body
/// uses (a correction names openly which fields it replaces).
const std::vector<std::string> personal{"Quetzalcoatline", "Wolframette", "+33639981",   "06 39 98 1",
                                        "1951-03-12",      "xylophagie",  "zoroastrine", "Érythémateuse",
                                        "brouillonneuse",  "given_name",  "birth_date",  "no_declared_gp",
                                        "orientations"};

class CrewPrivacy : public CrewTest {
protected:
    static std::string number(int of) { return std::to_string(of / 10) + " 0" + std::to_string(of % 10); }
    static clinic::PatientDetails stranger(int of) {
        return {"Quetzalcoatline-" + std::to_string(of), "Wolframette", clinic::day("1951-03-12"),
                "06 39 98 1" + number(of), "99001"};
    }
    static clinic::Visit visit(const std::string& note) {
        clinic::Visit made;
        made.reason = clinic::ReasonGroup::Psychological;
        made.outcome = clinic::Outcome::Treated;
        made.orientations = {clinic::Orientation::Specialist};
        made.flags.noDeclaredGp = true;
        made.note = note;
        return made;
    }
    /// Thirty persons, their appointments, a visit with its correction, a draft, and another name.
    static void work(Tablet& tablet, clinic::SteppedClock& clock, const CrewPrivacy& at) {
        clinic::Desk& desk = *tablet.desk;
        std::vector<clinic::AppointmentId> booked;
        for (int i = 0; i < 30; ++i) {
            const auto who = desk.registerPatient(stranger(i)).value();
            const auto& where = i < 9 ? at.morning : i < 15 ? at.evening : at.nextMorning;
            const int slot = i < 9 ? i : i < 15 ? i - 9 : (i - 15) % 9;
            if (const auto done = desk.book({where, slot, who, clinic::ReasonGroup::Psychological, {true}})) {
                booked.push_back(done->appointment);
            }
        }
        ASSERT_GE(booked.size(), 20U);
        clock.set("2027-03-02T09:20");
        ASSERT_EQ(codeIn(desk.recordVisit(booked[0], visit("Xylophagie Érythémateuse"))), "done");
        ASSERT_EQ(codeIn(desk.correctVisit(booked[0], visit("Zoroastrine prescrite"))), "done");
        ASSERT_EQ(codeIn(desk.saveDraft(booked[1], visit("Brouillonneuse et fatiguée"))), "done");
        const auto married = desk.findPatients("quetzalcoatline 7", 50)->front();
        auto details = married.details;
        details.familyName = "Quetzalcoatline-Xylophagie";
        ASSERT_EQ(codeIn(desk.correctPatient(married.id, details)), "done");
    }
    std::string accessLog() const {
        std::string text;
        const auto read = place->store->read([&](sync::HubTransaction& transaction) -> Result<void> {
            for (const auto& each : transaction.accesses(0, 10'000)) {
                text += each.action + " " + each.record + " " + each.session + "\n";
            }
            return {};
        });
        EXPECT_TRUE(read);
        return text;
    }
    void expectNowhere(const Needles& needles) {
        EXPECT_EQ(needles.below(folder), std::vector<std::string>());
        EXPECT_EQ(needles.in(place->capture, "the wire"), std::vector<std::string>());
        EXPECT_EQ(needles.in(accessLog(), "the access log"), std::vector<std::string>());
    }
};

TEST_F(CrewPrivacy, NobodyIsToBeFoundOnTheWireAtTheHubOrOnADisk) {
    publish();
    auto one = tablet("one", Tablet::Crew::Makes);
    one->join(*place, sync::Role::Crew);
    auto two = tablet("two");
    two->join(*place, sync::Role::Crew, one.get());
    work(*one, clock, *this);
    one->exchange();
    two->exchange();
    ASSERT_TRUE(one->isSynchronised());
    ASSERT_EQ(two->desk->findPatients("quetzalcoatline", 50)->size(), 30U);
    ASSERT_EQ(two->desk->dayList(morning)->entries.front().patient->details.phone, "+33639981000");
    coordination->exchange();

    for (Tablet* each : {one.get(), two.get()}) {
        ASSERT_EQ(codeIn(each->desk->journal().backup(each->folder() / "copy.bak")), "done");
        const auto stick = sync::stickFor(each->desk->journal(), each->keys(), clock);
        ASSERT_TRUE(stick);
        ASSERT_EQ(codeIn(sync::writeStick(each->folder() / "stick.medicobus", *stick, each->keys())), "done");
    }
    ASSERT_EQ(codeIn(platform::backUp(place->store->engine(), folder / "hub.backup", "mot de passe")),
              "done");
    ASSERT_GT(place->capture.size(), 100'000U);
    ASSERT_NE(accessLog().find("/v1/operations"), std::string::npos);
    const Needles needles(personal);
    expectNowhere(needles);
    one.reset();
    two.reset();
    expectNowhere(needles);
}

TEST_F(CrewPrivacy, WhatIsNotSealedWouldBeFoundEverywhere) {
    publish();
    auto one = tablet("one", Tablet::Crew::Makes);
    one->join(*place, sync::Role::Crew);
    journal::OperationDraft plain;
    plain.actor = "crew-one";
    plain.subject = {"patient", one->desk->journal().newUuid().text()};
    plain.kind = "patient.registered";
    plain.sealed = clinic::toJson(clinic::checked(stranger(1), clinic::day("2027-03-01")).value()).dump();
    ASSERT_EQ(codeIn(one->desk->journal().append(plain)), "done");
    one->exchange();
    auto two = tablet("two");
    two->join(*place, sync::Role::Crew, one.get());
    const Needles needles({"Quetzalcoatline", "Wolframette", "+33639981", "given_name"});
    EXPECT_EQ(needles.in(place->capture, "the wire").size(), 4U) << "in Base64";
    for (const char* where : {"hub", "one", "two"}) {
        EXPECT_GE(needles.below(folder / where).size(), 4U) << where;
    }
    const Needles wide({"né à Él"});
    EXPECT_EQ(wide.in(std::string("N\0\xE9\0 \0\xE0\0 \0\xC9\0l\0", 14), "").size(), 1U);
    EXPECT_EQ(wide.in(std::string("\0N\0\xE9\0 \0\xE0\0 \0\xC9\0L", 14), "").size(), 1U);
}

TEST_F(CrewPrivacy, AnErasedPersonsKeyIsInNoStore) {
    publish();
    auto one = tablet("one", Tablet::Crew::Makes);
    one->join(*place, sync::Role::Crew);
    auto two = tablet("two");
    two->join(*place, sync::Role::Crew, one.get());
    const auto who = one->desk->registerPatient(stranger(1)).value();
    const auto kept = one->desk->registerPatient(stranger(2)).value();
    one->exchange();
    two->exchange();
    const auto wrappedOf = [&](const clinic::PatientId& id) {
        const auto facts = one->desk->journal().ofSubject({"patient", id.text()}).value();
        return one->desk->journal().envelope(*facts.front().sealKey).value()->wrapped;
    };
    const auto formsOf = [](const std::string& wrapped) {
        const std::string letters = wrapped.substr(wrapped.find('.') + 1);
        return std::vector<std::string>{letters, vault::fromBase64(letters).value()};
    };
    const auto gone = formsOf(wrappedOf(who));
    const auto there = formsOf(wrappedOf(kept));
    const auto storesWith = [&](const std::string& bytes) {
        int stores = 0;
        for (const char* where : {"one", "two", "hub"}) {
            bool isIn = false;
            for (const auto& file : std::filesystem::directory_iterator(folder / where)) {
                isIn = isIn || readFile(file.path())->find(bytes) != std::string::npos;
            }
            stores += isIn ? 1 : 0;
        }
        return stores;
    };
    ASSERT_EQ(storesWith(gone[0]), 3);
    ASSERT_EQ(codeIn(two->desk->erasePatient(who)), "done");
    two->exchange();
    one->exchange();
    EXPECT_EQ(storesWith(gone[0]), 0);
    EXPECT_EQ(storesWith(gone[1]), 0);
    EXPECT_EQ(storesWith(there[0]), 3);
    EXPECT_TRUE(one->desk->patient(who)->isErased);
    EXPECT_EQ(one->desk->patient(kept)->details.familyName, "Quetzalcoatline-2");
}

} // namespace
} // namespace medicobus::test
