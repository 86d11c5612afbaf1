// SPDX-License-Identifier: EUPL-1.2
#include "tests/core/clinic/desk_test.h"

#include <map>

namespace medicobus::clinic {
namespace {

TEST(Phone, ComesToOneForm) {
    for (const auto* text :
         {"02 33 00 00 00", "02.33.00.00.00", "0233000000", "+33233000000", "+33 (0)2 33 00 00 00",
          "0033 2 33 00 00 00", " 02-33-00-00-00 ", "02\u00a033\u00a000\u00a000\u00a000",
          "02\u202f33\u202f00\u202f00\u202f00", "33 2 33 00 00 00", "+33 02 33 00 00 00", "(02) 33 00 00 00",
          "02/33/00/00/00"}) {
        EXPECT_EQ(normalPhone(text).value_or("refused"), "+33233000000") << text;
    }
    EXPECT_EQ(normalPhone("").value_or("refused"), "");
    for (const auto* text :
         {"02 33 00 00", "12 33 00 00 00", "02 33 00 00 00 0", "abc", "00 33 00 00 00", "+33",
          "2 33 00 00 00", "+33 2 33 00 00", "+33 2 33 00 00 00 0", "++33233000000", "+123456",
          "+1234567890123456", "+0123456789", "02 33 00 00 0O", "0233000000 poste 3", "20 7946 0000"}) {
        EXPECT_EQ(codeIn(normalPhone(text)), "clinic.phone") << text;
    }
    EXPECT_EQ(displayPhone("+33233000000"), "02 33 00 00 00");
}

TEST(Phone, MayBeOfAnotherCountryOrOverseas) {
    const std::map<std::string, std::string> numbers{
        {"+44 20 7946 0000", "+442079460000"},  {"+44 (0)20 7946 0000", "+442079460000"},
        {"0044 20 7946 0000", "+442079460000"}, {"+32 2 555 00 00", "+3225550000"},
        {"+39 06 5555 0000", "+390655550000"},  {"02 62 12 34 56", "+262262123456"},
        {"0692 12 34 56", "+262692123456"},     {"0590 12 34 56", "+590590123456"},
        {"0694-12-34-56", "+594694123456"},     {"0696 12 34 56", "+596696123456"},
        {"06 39 12 34 56", "+262639123456"},    {"06 39 98 00 00", "+33639980000"}};
    for (const auto& [typed, stored] : numbers) {
        EXPECT_EQ(normalPhone(typed).value_or("refused"), stored) << typed;
        EXPECT_EQ(normalPhone(stored).value_or("refused"), stored) << "again";
    }
    EXPECT_EQ(displayPhone("+262692123456"), "06 92 12 34 56");
    EXPECT_EQ(displayPhone("+442079460000"), "+442079460000");
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

TEST_F(People, WhoSoundAlikeOrWereBornOnASwappedDateAreShown) {
    const PatientId sound = desk->registerPatient({"Lefèvre-Fictif", "Jeanne", {}, "", ""}).value();
    const PatientId swapped = desk->registerPatient({"Fictive", "Berthe", day("1951-12-03"), "", ""}).value();
    const PatientId twin = desk->registerPatient({"Fictive", "Berte", day("1951-03-13"), "", ""}).value();
    const auto first = [&](const PatientDetails& details) {
        const auto likely = desk->likelyDuplicates(details).value();
        return likely.empty() ? LikelyDuplicate{} : likely.front();
    };
    EXPECT_EQ(first({"Lefaivre Fictiff", "Jane", {}, "", ""}).patient.id, sound);
    EXPECT_TRUE(first({"Lefaivre Fictiff", "Jane", {}, "", ""}).similarName);
    const LikelyDuplicate found = first({"Autrement", "Berthe", day("1951-03-12"), "", ""});
    EXPECT_EQ(found.patient.id, swapped);
    EXPECT_TRUE(found.swappedBirthDate && found.sharesAName && !found.sameBirthDate);
    EXPECT_EQ(first({"Fictive", "Berthe", day("1951-03-12"), "", ""}).patient.id, swapped);
    EXPECT_TRUE(desk->likelyDuplicates({"Autrement", "Personne", day("1951-03-12"), "", ""})->empty());
    // Of one already known: not those who were born on another day.
    const auto of = [&](const PatientId& id) {
        std::vector<PatientId> ids;
        const auto likely = desk->likelyDuplicatesOf(id).value();
        for (const LikelyDuplicate& each : likely) {
            ids.push_back(each.patient.id);
        }
        return ids;
    };
    EXPECT_TRUE(of(twin).empty());
    const PatientId again = desk->registerPatient({"Fictive", "Berthe", day("1951-03-12"), "", ""}).value();
    EXPECT_EQ(of(again), std::vector{swapped});
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
