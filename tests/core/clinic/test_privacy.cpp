// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/desk_test.h"

#include <algorithm>
#include <fstream>
#include <iterator>

namespace medicobus::clinic {
namespace {

/// What must be found nowhere: letters that occur in nothing but a person's data.
const std::vector<std::string> tokens{"quetzalcoatline", "wolframette",    "639981",
                                      "xylophagie",      "zoroastrine",    "brouillonneuse",
                                      "given_name",      "no_declared_gp", "orientations"};

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(), [](unsigned char each) {
        return each >= 'A' && each <= 'Z' ? static_cast<char>(each + 32) : static_cast<char>(each);
    });
    return text;
}

std::string utf16(const std::string& ascii) {
    std::string wide;
    for (const char each : ascii) {
        wide.append({each, '\0'});
    }
    return wide;
}

/// Which tokens stand in which file of the folder, the log and the index beside the database included.
std::vector<std::string> found(const std::filesystem::path& folder) {
    std::vector<std::string> places;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (!file.is_regular_file()) {
            continue;
        }
        std::ifstream stream(file.path(), std::ios::binary);
        const std::string bytes = lowered({std::istreambuf_iterator<char>(stream), {}});
        for (const std::string& token : tokens) {
            if (bytes.find(token) != std::string::npos || bytes.find(utf16(token)) != std::string::npos) {
                places.push_back(token + " in " + file.path().filename().string());
            }
        }
    }
    return places;
}

class Privacy : public DeskTest {
protected:
    PatientId stranger(int number) {
        const std::string phone =
            "06 39 98 1" + std::to_string(number / 10) + " 0" + std::to_string(number % 10);
        return desk
            ->registerPatient({"Quetzalcoatline-" + std::to_string(number), "Wolframette", day("1951-03-12"),
                               phone, "99001"})
            .value();
    }
    static Visit visitWith(const std::string& note) {
        Visit visit;
        visit.reason = ReasonGroup::Psychological;
        visit.outcome = Outcome::Treated;
        visit.orientations = {Orientation::Specialist};
        visit.flags.noDeclaredGp = true;
        visit.note = note;
        return visit;
    }
};

TEST_F(Privacy, LeavesNoPersonInAnyFileOfTheStore) {
    std::vector<AppointmentId> appointments;
    std::vector<PatientId> people;
    for (int i = 0; i < 30; ++i) {
        people.push_back(stranger(i));
        const auto& where = i < 9 ? morning : i < 15 ? evening : nextMorning;
        const int slot = i < 9 ? i : i < 15 ? i - 9 : (i - 15) % 9;
        if (const auto done = desk->book({where, slot, people.back(), ReasonGroup::Psychological, {true}})) {
            appointments.push_back(done->appointment);
        }
    }
    clock.set("2027-03-02T09:20");
    ASSERT_EQ(codeIn(desk->recordVisit(appointments[0], visitWith("Xylophagie soupçonnée"))), "done");
    ASSERT_EQ(codeIn(desk->correctVisit(appointments[0], visitWith("Zoroastrine prescrite"))), "done");
    ASSERT_EQ(codeIn(desk->saveDraft(appointments[1], visitWith("Brouillonneuse et fatiguée"))), "done");
    PatientDetails married = desk->patient(people[2])->details;
    married.familyName = "Quetzalcoatline-Xylophagie";
    ASSERT_EQ(codeIn(desk->correctPatient(people[2], married)), "done");
    ASSERT_EQ(codeIn(desk->erasePatient(people[3])), "done");
    ASSERT_EQ(codeIn(desk->journal().backup(folder / "copy.bak")), "done");
    ASSERT_EQ(desk->findPatients("quetzal", 50)->size(), 29U);
    EXPECT_EQ(found(folder), std::vector<std::string>());
    ASSERT_EQ(codeIn(desk->journal().rebuild()), "done");
    expectSound();
    desk.reset();
    EXPECT_EQ(found(folder), std::vector<std::string>());
}

TEST_F(Privacy, IsLookedForWhereItWouldBeFound) {
    journal::OperationDraft plain;
    plain.actor = "crew-1";
    plain.subject = {"patient", desk->journal().newUuid().text()};
    plain.kind = "patient.registered";
    plain.sealed = toJson(PatientDetails{"Quetzalcoatline", "Wolframette", {}, "", ""}).dump();
    ASSERT_EQ(codeIn(desk->journal().append(plain)), "done");
    EXPECT_GE(found(folder).size(), 3U);
}

TEST_F(Privacy, AnswersNothingOfPersonsWhileLocked) {
    const PatientId who = stranger(1);
    const auto id = desk->book({morning, 0, who, ReasonGroup::Skin, {}}).value().appointment;
    vault->lock();
    desk->forgetPersons();
    EXPECT_TRUE(desk->isLocked());
    EXPECT_EQ(codeIn(desk->patient(who)), "vault.locked");
    EXPECT_EQ(codeIn(desk->findPatients("quetzal")), "vault.locked");
    EXPECT_EQ(codeIn(desk->dayList(morning)), "vault.locked");
    EXPECT_EQ(codeIn(desk->appointment(id)), "vault.locked");
    EXPECT_EQ(codeIn(desk->book({morning, 1, who, {}, {}})), "vault.locked");
    EXPECT_EQ(codeIn(desk->visitForm(id)), "vault.locked");
    EXPECT_EQ(desk->counts(morning)->booked, 1);
    EXPECT_EQ(desk->freeSlots(morning)->size(), 8U);
    EXPECT_FALSE(desk->cancelOccurrence(morning, "panne")->toReplace.front().patient);
    ASSERT_EQ(codeIn(vault->unlock("u-marie", "4072")), "done");
    EXPECT_EQ(desk->toReplace()->front().patient->id, who);
}

TEST_F(Privacy, ErasesForEver) {
    const PatientId who = stranger(1);
    const auto id = desk->book({morning, 0, who, ReasonGroup::Skin, {}}).value().appointment;
    ASSERT_EQ(codeIn(desk->erasePatient(who)), "done");
    reopen();
    EXPECT_TRUE(desk->patient(who)->isErased);
    EXPECT_TRUE(desk->patient(who)->details.familyName.empty());
    const DayList list = desk->dayList(morning).value();
    EXPECT_EQ(list.entries[0].appointment->id, id);
    EXPECT_TRUE(list.entries[0].patient->isErased);
    EXPECT_FALSE(list.entries[0].appointment->reason.isSet());
    EXPECT_TRUE(desk->findPatients("quetzal")->empty());
    EXPECT_EQ(codeIn(desk->book({morning, 1, who, {}, {}})), "vault.erased");
    EXPECT_EQ(list.counts.booked, 1);
    expectSound();
}

} // namespace
} // namespace medicobus::clinic
