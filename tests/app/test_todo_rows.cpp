// SPDX-License-Identifier: EUPL-1.2
#include "exchange/todo/change_words.h"
#include "exchange/todo/todo_rows.h"
#include "sync/wire/push.h"
#include "tests/app/app_fixture.h"

namespace medicobus::app {
namespace {

using Kind = TodoRow::Kind;

class TodoRows : public testing::Test {
protected:
    TodoRows() { application(); }

    static Uuid id(int number) {
        char text[37];
        std::snprintf(text, sizeof text, "0190a000-0000-7000-8000-%012d", number);
        return *Uuid::parse(text);
    }
    static clinic::Displaced someone() {
        clinic::Displaced displaced;
        displaced.appointment.id = {id(1)};
        displaced.appointment.promised = *parseLocal("2027-03-02T09:20");
        displaced.patient.emplace();
        displaced.patient->id = {id(2)};
        displaced.patient->details = {"Imaginaire", "Fleur", *parseDate("1951-03-12"), "+33261910001", ""};
        displaced.occurrence.emplace();
        displaced.occurrence->site.value = "00001-1";
        return displaced;
    }
    static journal::RuledOperation turnedDown(const std::string& kind, const std::string& reason) {
        journal::RuledOperation ruled;
        ruled.operation.id = {id(3)};
        ruled.operation.kind = kind;
        ruled.operation.subject = {"passage", "s1@2027-03-02T09:00"};
        ruled.note = {1, "rejected", reason, std::nullopt};
        return ruled;
    }

    plan::Programme m_programme = smallProgramme();
    Instant m_now = *toInstant(*parseLocal("2027-03-01T10:00"));
};

TEST_F(TodoRows, APersonWithoutAPlaceComesWithTheNearestOnesAsButtons) {
    auto displaced = someone();
    displaced.mishap = clinic::Mishap::PlaceRefused;
    displaced.appointment.refusal.emplace();
    displaced.appointment.refusal->reason = clinic::RefusalReason::Taken;
    clinic::FreeSlot free;
    free.occurrence.id = {{"s1"}, *parseLocal("2027-03-02T09:00")};
    free.occurrence.site.value = "00001-1";
    free.slot.index = 4;
    free.slot.start = *parseLocal("2027-03-02T10:20");
    displaced.alternatives = {free};
    const TodoRow row = todo_rows::replace(displaced, m_programme);
    EXPECT_EQ(row.title, "Fleur Imaginaire");
    EXPECT_TRUE(row.note.contains("Deux personnes ont pris cette place")) << row.note.toStdString();
    EXPECT_EQ(row.phone, "02 61 91 00 01");
    ASSERT_EQ(row.choices.size(), 1);
    const auto choice = row.choices.front().toMap();
    EXPECT_EQ(choice["value"], "s1@2027-03-02T09:00|4");
    EXPECT_TRUE(choice["label"].toString().startsWith("Mardi 2 mars"));
    EXPECT_TRUE(row.canMove);
    EXPECT_FALSE(row.remedy.isEmpty());
}

TEST_F(TodoRows, EveryReasonOfARefusalHasItsSentenceAndEveryRowItsRemedy) {
    QStringList said;
    for (const auto& each : clinic::refusalReasons) {
        auto displaced = someone();
        displaced.mishap = clinic::Mishap::PlaceRefused;
        displaced.appointment.refusal.emplace();
        displaced.appointment.refusal->reason = each.value;
        const TodoRow row = todo_rows::replace(displaced, m_programme);
        EXPECT_FALSE(row.remedy.isEmpty());
        EXPECT_FALSE(said.contains(row.note)) << row.note.toStdString();
        said << row.note;
    }
    auto newer = someone();
    newer.appointment.refusal.emplace();
    newer.appointment.refusal->reason = clinic::Coded<clinic::RefusalReason>::of("too_windy");
    EXPECT_FALSE(todo_rows::replace(newer, m_programme).note.isEmpty());
}

TEST_F(TodoRows, ARequestSaysHowLongItWaits) {
    const TodoRow row = todo_rows::confirm(someone(), m_programme, m_now - std::chrono::minutes(95), m_now);
    EXPECT_TRUE(QString(row.note).replace(QChar(0xA0), ' ').contains("Attend depuis 1 h"))
        << row.note.toStdString();
    EXPECT_TRUE(row.choices.isEmpty());
    EXPECT_FALSE(row.remedy.isEmpty());
}

TEST_F(TodoRows, ARequestForAPlaceSetApartSaysThatItMayTakeTime) {
    auto displaced = someone();
    const TodoRow plain = todo_rows::confirm(displaced, m_programme, {}, m_now);
    displaced.isSetApart = true;
    const TodoRow apart = todo_rows::confirm(displaced, m_programme, {}, m_now);
    EXPECT_NE(apart.remedy, plain.remedy);
    EXPECT_TRUE(apart.remedy.contains("réservée à un autre appareil")) << apart.remedy.toStdString();
    EXPECT_TRUE(apart.canMove) << "another place is quicker";
}

TEST_F(TodoRows, APersonWhoseNameDoesNotReadIsStillThere) {
    auto displaced = someone();
    displaced.patient.reset();
    const TodoRow row = todo_rows::replace(displaced, m_programme);
    EXPECT_FALSE(row.title.isEmpty());
    EXPECT_EQ(row.phone, "");
}

TEST_F(TodoRows, TwoValuesOfAFieldStandSideBySide) {
    clinic::Patient patient = *someone().patient;
    patient.conflicts = {{"phone", {{{id(7)}, "+33261910001"}, {{id(8)}, "+33261910002"}}},
                         {"birth_date", {{{id(9)}, "1951-03-12"}, {{id(10)}, ""}}}};
    const auto rows = todo_rows::fields(patient);
    ASSERT_EQ(rows.size(), 2U);
    ASSERT_EQ(rows[0].choices.size(), 2);
    EXPECT_EQ(rows[0].choices[0].toMap()["label"], "02 61 91 00 01");
    EXPECT_EQ(rows[0].choices[1].toMap()["value"].toString().toStdString(), id(8).text());
    EXPECT_FALSE(rows[0].choices[0].toMap()["note"].toString().isEmpty()) << "which one stands now";
    EXPECT_EQ(rows[1].choices[0].toMap()["label"], "lundi 12 mars 1951");
    EXPECT_EQ(rows[1].choices[1].toMap()["label"], "(rien)");
}

TEST_F(TodoRows, ATurnedDownChangeOfTheProgrammeShowsBothAndCanBeRedone) {
    auto mine = turnedDown("passage.moved", "stale_base");
    mine.operation.open = {{"start", "2027-03-02T10:00"}, {"end", "2027-03-02T12:00"}, {"reason", "verglas"}};
    journal::Operation first;
    first.kind = "passage.cancelled";
    first.open = {{"reason", "panne"}};
    const TodoRow row = todo_rows::rejected(mine, first, m_now);
    EXPECT_EQ(row.kind, Kind::Plan);
    ASSERT_EQ(row.choices.size(), 2);
    EXPECT_TRUE(row.choices[0].toMap()["label"].toString().contains("verglas"));
    EXPECT_TRUE(row.choices[1].toMap()["label"].toString().contains("panne"));
    EXPECT_TRUE(row.canRedo);
    EXPECT_TRUE(row.canPutAway);
}

TEST_F(TodoRows, EveryWordOfARejectionIsPlainAndSaysWhatToDo) {
    namespace reasons = sync::reasons;
    for (const auto reason : {reasons::forked, reasons::badSignature, reasons::badHash, reasons::notAllowed,
                              reasons::outOfScope, reasons::unknownKey, std::string_view("of_a_newer_hub")}) {
        const TodoRow row = todo_rows::rejected(turnedDown("visit.recorded", std::string(reason)), {}, m_now);
        EXPECT_EQ(row.kind, Kind::Rejected);
        EXPECT_EQ(row.title, "Consultation enregistrée");
        EXPECT_FALSE(row.note.isEmpty() || row.remedy.isEmpty()) << reason;
        EXPECT_FALSE(row.canRedo);
        if (reason != "of_a_newer_hub") {
            EXPECT_FALSE(row.note.contains(QString::fromLatin1(reason.data(), qsizetype(reason.size()))));
        }
    }
}

TEST_F(TodoRows, TheMostUrgentComesFirstUnderItsHeading) {
    const auto rows = todo_rows::ordered(
        {todo_rows::confirm(someone(), m_programme, {}, m_now),
         todo_rows::rejected(turnedDown("visit.recorded", "not_allowed"), {}, m_now),
         todo_rows::replace(someone(), m_programme), todo_rows::replace(someone(), m_programme)});
    ASSERT_EQ(rows.size(), 4U);
    EXPECT_EQ(rows[0].kind, Kind::Replace);
    EXPECT_FALSE(rows[0].heading.isEmpty());
    EXPECT_EQ(rows[1].kind, Kind::Replace);
    EXPECT_EQ(rows[1].heading, "");
    EXPECT_EQ(rows[2].kind, Kind::Rejected);
    EXPECT_EQ(rows[3].kind, Kind::Confirm);
    EXPECT_FALSE(rows[3].heading.isEmpty());
}

} // namespace
} // namespace medicobus::app
