// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/desk_test.h"

namespace medicobus::clinic {
namespace {

TEST(Phone, ComesToOneForm) {
    for (const auto* text : {"02 33 00 00 00", "02.33.00.00.00", "0233000000", "+33233000000",
                             "+33 (0)2 33 00 00 00", "0033 2 33 00 00 00", " 02-33-00-00-00 ",
                             "02\u00a033\u00a000\u00a000\u00a000", "02\u202f33\u202f00\u202f00\u202f00"}) {
        EXPECT_EQ(normalPhone(text).value_or("refused"), "+33233000000") << text;
    }
    EXPECT_EQ(normalPhone("").value_or("refused"), "");
    for (const auto* text : {"02 33 00 00", "12 33 00 00 00", "02 33 00 00 00 0", "+44 20 7946 0000", "abc",
                             "00 33 00 00 00", "+33"}) {
        EXPECT_EQ(codeIn(normalPhone(text)), "clinic.phone") << text;
    }
    EXPECT_EQ(displayPhone("+33233000000"), "02 33 00 00 00");
}

TEST(BirthDate, IsReadAsFrenchPeopleWriteIt) {
    for (const auto* text : {"12/03/1951", "12 03 1951", "12.03.1951", "12031951", "1951-03-12"}) {
        EXPECT_EQ(parseBirthDate(text).value_or(Date()), day("1951-03-12")) << text;
    }
    for (const auto* text : {"31/02/1951", "12/03/51", "12/03-1951", "", "hier"}) {
        EXPECT_EQ(codeIn(parseBirthDate(text)), "clinic.birth_date") << text;
    }
}

TEST(Age, CountsWholeYears) {
    EXPECT_EQ(ageOn(day("1951-03-12"), day("2027-03-11")), 75);
    EXPECT_EQ(ageOn(day("1951-03-12"), day("2027-03-12")), 76);
    EXPECT_EQ(ageOn(day("2004-02-29"), day("2027-02-28")), 22);
    EXPECT_EQ(ageOn(day("2004-02-29"), day("2027-03-01")), 23);
}

TEST(Details, AreRefusedWithTheFieldAtFault) {
    const Date today = day("2027-03-01");
    const auto keyOf = [&](const PatientDetails& details) {
        const auto result = checked(details, today);
        return result ? std::string("fine") : std::string(result.error().detail("key"));
    };
    EXPECT_EQ(keyOf({" Zéphyr ", "Ana", day("1951-03-12"), "0233000000", "2A004"}), "fine");
    EXPECT_EQ(keyOf({"  ", "Ana", {}, "", ""}), "family_name");
    EXPECT_EQ(keyOf({"Zéphyr", "", {}, "", ""}), "given_name");
    EXPECT_EQ(keyOf({"Zéphyr", "Ana", day("2027-03-02"), "", ""}), "birth_date");
    EXPECT_EQ(keyOf({"Zéphyr", "Ana", day("1880-01-01"), "", ""}), "birth_date");
    EXPECT_EQ(keyOf({"Zéphyr", "Ana", {}, "12", ""}), "phone");
    EXPECT_EQ(keyOf({"Zéphyr", "Ana", {}, "", "990"}), "commune");
    EXPECT_EQ(checked({" Zéphyr ", "Ana", {}, "0233000000", ""}, today)->familyName, "Zéphyr");
}

TEST(Details, SurviveJsonAndIgnoreNewerKeys) {
    const PatientDetails details{"Zéphyr", "Ana", day("1951-03-12"), "+33233000000", "99001"};
    Json body = toJson(details);
    body["pronoun"] = "elle";
    EXPECT_EQ(patientFromJson(body).value(), details);
    EXPECT_FALSE(patientFromJson(Json::array()));
    EXPECT_FALSE(patientFromJson({{"family_name", 3}, {"given_name", "Ana"}}));
}

class People : public DeskTest {};

TEST_F(People, AreFoundByApproximateNamesAndBirthDate) {
    const PatientId lea = desk->registerPatient({"Évêque-Fictif", "Léa", day("1951-03-12"), "", ""}).value();
    desk->registerPatient({"Evenement", "Paul", day("1980-01-02"), "", ""}).value();
    reopen();
    const auto ids = [&](const std::string& text) {
        std::vector<std::string> names;
        const auto found = desk->findPatients(text);
        for (const Patient& each : *found) {
            names.push_back(each.details.givenName);
        }
        return names;
    };
    EXPECT_EQ(ids("eve").size(), 2U);
    EXPECT_EQ(ids("EVEQ lea"), std::vector<std::string>{"Léa"});
    EXPECT_EQ(ids("fictif"), std::vector<std::string>{"Léa"});
    EXPECT_EQ(ids("eve 12/03/1951").front(), "Léa");
    EXPECT_EQ(ids("eve 1980").front(), "Paul");
    EXPECT_EQ(ids("eveke").front(), "Léa");
    EXPECT_TRUE(ids("%").empty());
    EXPECT_TRUE(ids("  ").empty());
    EXPECT_EQ(desk->patient(lea)->details.familyName, "Évêque-Fictif");
}

TEST_F(People, AreCorrectedAndTheFirstEntryStaysInTheJournal) {
    const PatientId id = person("Imagine");
    PatientDetails details = desk->patient(id)->details;
    details.phone = "02 33 00 00 00";
    ASSERT_EQ(codeIn(desk->correctPatient(id, details)), "done");
    reopen();
    EXPECT_EQ(desk->patient(id)->details.phone, "+33233000000");
    EXPECT_EQ(desk->journal().ofSubject({"patient", id.text()})->size(), 2U);
    EXPECT_EQ(codeIn(desk->patient({})), "clinic.patient_unknown");
    expectSound();
}

TEST_F(People, WhoLookAlikeAreShownLikeliestFirst) {
    const PatientId same = desk->registerPatient({"Évêque", "Léa", day("1951-03-12"), "", ""}).value();
    const PatientId phone =
        desk->registerPatient({"Autre", "Personne", day("1990-01-01"), "0233000000", ""}).value();
    desk->registerPatient({"Sans", "Rapport", day("1951-03-12"), "", ""}).value();
    const auto likely =
        desk->likelyDuplicates({"EVEQUE", "lea", day("1951-03-12"), "02 33 00 00 00", ""}).value();
    ASSERT_EQ(likely.size(), 2U);
    EXPECT_EQ(likely[0].patient.id, same);
    EXPECT_TRUE(likely[0].sameName && likely[0].sameBirthDate && !likely[0].samePhone);
    EXPECT_EQ(likely[1].patient.id, phone);
    EXPECT_TRUE(likely[1].samePhone && !likely[1].sameName);
}

TEST_F(People, AreNamedInSealedBodiesOnly) {
    booked(morning, 0, "Introuvable");
    const auto operations = desk->journal().since(desk->journal().device(), 0);
    ASSERT_TRUE(operations && !operations->empty());
    for (const auto& operation : *operations) {
        EXPECT_EQ(operation.open.dump().find("Introuvable"), std::string::npos) << operation.kind;
    }
}

} // namespace
} // namespace medicobus::clinic
