// SPDX-License-Identifier: EUPL-1.2
#include "tests/app/crew/crew_test.h"

namespace medicobus::app {
namespace {

/// An assistant at the telephone, on Tuesday 2 March 2027 at 8:00, without a network.
class CrewPhone : public CrewTest {
protected:
    void SetUp() override {
        CrewTest::SetUp();
        plan::Programme programme = clinic::twoStops();
        programme.version = "0195f000-0000-7000-8000-000000000002";
        programme.sites[1].insee = {"99002"};
        programme.communes = {{{"99001"}, "Aubefleur", {48.5, 0.10}}, {{"99002"}, "Brumeval", {48.5, 0.15}}};
        ASSERT_EQ(codeIn(workspace->publish(programme)), "done");
        space->setPlace("phone");
    }
    PhonePage& phone() { return *space->phone(); }
    const CallRow& asked(std::size_t index) { return phone().requests()->rows().at(index); }
    static QString label(const QVariantList& options, qsizetype index) {
        return options.at(index).toMap().value("label").toString();
    }
    void note(const QString& family) {
        phone().setSection("requests");
        phone().startRequest();
        phone().person()->setQuery(family);
        phone().person()->startNew();
        phone().person()->setGivenName("Fleur");
        phone().person()->setPhone("02 61 91 00 01");
        phone().setReason("S");
        EXPECT_FALSE(phone().canKeep()) << "where would they go?";
        phone().chooseCommune("99001");
        ASSERT_TRUE(phone().canKeep());
        phone().keepRequest();
    }
};

TEST_F(CrewPhone, IsOneTouchFromTheFirstPage) {
    EXPECT_EQ(space->page(), "phone");
    EXPECT_EQ(space->title(), "Téléphone");
    EXPECT_TRUE(space->placeKeys().contains("phone"));
    EXPECT_TRUE(space->goBack());
    EXPECT_EQ(space->page(), "today");
    EXPECT_EQ(space->place(), "today");
}

TEST_F(CrewPhone, OffersPlacesOfACommuneAndBooksOne) {
    phone().search()->setQuery("brum");
    phone().chooseCommune("99002");
    EXPECT_EQ(phone().commune(), "Brumeval");
    ASSERT_GT(phone().offerCount(), 1);
    const CallRow first = phone().offers()->rows().front();
    EXPECT_EQ(first.heading, "À Brumeval");
    EXPECT_EQ(label(first.choices, 0), "14:00");
    phone().take(first.choices.at(1).toMap().value("value").toString());
    EXPECT_EQ(space->page(), "book");
    EXPECT_EQ(space->place(), "phone") << "one is still at the telephone";
    EXPECT_EQ(space->booking()->place(), "1");
    EXPECT_TRUE(space->goBack());
    EXPECT_EQ(space->page(), "phone");
    EXPECT_EQ(phone().commune(), "Brumeval") << "and where one was";
    phone().take(first.choices.back().toMap().value("value").toString());
    EXPECT_EQ(space->booking()->place(), "") << "the others are chosen there";
    space->booking()->setPlace("5");
    space->booking()->person()->setQuery("Imaginaire");
    space->booking()->person()->startNew();
    space->booking()->person()->setGivenName("Fleur");
    space->booking()->confirm();
    EXPECT_EQ(space->page(), "phone");
    EXPECT_EQ(desk().counts(evening)->booked, 1);
}

TEST_F(CrewPhone, ARequestIsAnsweredByABookingAndOpensAgainWithIt) {
    note("Imaginaire");
    ASSERT_EQ(phone().requestCount(), 1);
    EXPECT_FALSE(phone().isWriting());
    EXPECT_EQ(label(phone().sections(), 1), "Demandes (1)");
    EXPECT_EQ(asked(0).title, "Fleur Imaginaire");
    EXPECT_EQ(asked(0).note, "Pour aubefleur · Peau");
    EXPECT_EQ(asked(0).phone, "02 61 91 00 01");
    phone().noAnswer(asked(0).id);
    EXPECT_TRUE(asked(0).note.contains("1 appel sans réponse")) << asked(0).note.toStdString();
    space->undo();
    EXPECT_EQ(asked(0).note, "Pour aubefleur · Peau");

    phone().answer(asked(0).id);
    EXPECT_EQ(phone().section(), "places");
    EXPECT_EQ(phone().forWhom(), "Fleur Imaginaire");
    phone().chooseCommune("99001");
    phone().take(phone().offers()->rows().front().choices.front().toMap().value("value").toString());
    EXPECT_EQ(space->booking()->person()->name(), "Fleur Imaginaire");
    EXPECT_EQ(space->booking()->reason(), "S");
    space->booking()->confirm();
    EXPECT_EQ(space->page(), "phone");
    EXPECT_EQ(phone().section(), "requests");
    EXPECT_EQ(phone().requestCount(), 0);
    space->undo();
    EXPECT_EQ(desk().counts(morning)->booked, 0);
    EXPECT_EQ(phone().requestCount(), 1);
    phone().close(asked(0).id, "received_elsewhere");
    EXPECT_EQ(phone().requestCount(), 0);
}

TEST_F(CrewPhone, RemindsThoseOfTheNextDay) {
    const plan::OccurrenceId next{{"matin"}, at("2027-03-09T09:00")};
    book(next, 2, "Imaginaire");
    book(next, 0, "Étoile");
    phone().setSection("reminders");
    ASSERT_EQ(phone().reminderCount(), 2);
    EXPECT_EQ(phone().remindersText(), "2 à appeler sur 2");
    const auto row = [&](std::size_t index) { return phone().reminders()->rows().at(index); };
    EXPECT_TRUE(row(0).heading.startsWith("Mardi 9 mars")) << row(0).heading.toStdString();
    EXPECT_EQ(row(0).title, "09:00 · Fleur Étoile");
    EXPECT_EQ(row(0).note, "Pas de téléphone");
    EXPECT_EQ(row(1).heading, "");
    phone().remind(row(0).id, true);
    EXPECT_EQ(row(0).tone, "good");
    EXPECT_EQ(phone().remindersText(), "1 à appeler sur 2");
    phone().remind(row(1).id, false);
    EXPECT_EQ(row(1).tone, "look");
    EXPECT_EQ(phone().remindersText(), "1 à appeler sur 2") << "whoever did not answer is called again";
    space->undo();
    EXPECT_EQ(row(1).stateText, "");
    phone().remind(row(1).id, true);
    EXPECT_EQ(phone().remindersText(), "Tout le monde est prévenu.");
}

TEST_F(CrewPhone, KeepsADraftOverTheLockAndShowsNobodyMeanwhile) {
    note("Imaginaire");
    phone().startRequest();
    phone().person()->setQuery("Étoile");
    phone().person()->startNew();
    phone().setReason("S");
    const QJsonObject kept = phone().kept();
    phone().clear();
    EXPECT_EQ(phone().requestCount(), 0);
    EXPECT_EQ(phone().reason(), "");
    EXPECT_EQ(phone().person()->familyName(), "");
    phone().restore(kept);
    EXPECT_TRUE(phone().isWriting());
    EXPECT_EQ(phone().reason(), "S");
    EXPECT_EQ(phone().person()->familyName(), "Étoile");
    EXPECT_EQ(phone().requestCount(), 1);
}

} // namespace
} // namespace medicobus::app
