// SPDX-License-Identifier: EUPL-1.2
#include "tests/app/crew/crew_test.h"

namespace medicobus::app {
namespace {

class CrewBooking : public CrewTest {
protected:
    BookingPage& page() { return *space->booking(); }
    PersonChoice& who() { return *space->booking()->person(); }
    static QString value(const QVariantList& options, qsizetype index) {
        return options.at(index).toMap().value("value").toString();
    }
};

TEST_F(CrewBooking, GivesTheFreePlaceThatWasTouchedToAKnownPerson) {
    person("Étoile", "Marguerite");
    openMorning();
    space->bookSlot(2);
    EXPECT_EQ(page().place(), "2");
    EXPECT_EQ(page().confirmText(), "Choisissez une personne");
    EXPECT_FALSE(page().canConfirm());
    who().setQuery("etoi");
    ASSERT_EQ(who().found()->rowCount(), 1);
    EXPECT_EQ(who().found()->rows()[0].name, "Marguerite Étoile");
    EXPECT_EQ(who().found()->rows()[0].note, "né(e) le 12/03/1951");
    who().choose(who().found()->rows()[0].id);
    EXPECT_EQ(page().confirmText(), "Réserver 9\u00A0h\u00A040");
    page().chooseReason("S");
    page().setLongTermIllness(true);
    EXPECT_EQ(space->page(), "book") << "a reason alone books nothing";
    page().confirm();
    EXPECT_EQ(space->page(), "list");
    restart();
    openMorning();
    EXPECT_EQ(row(2).name, "Marguerite Étoile");
    EXPECT_EQ(row(2).flags, (QStringList{"ALD", "Première visite"}));
    EXPECT_EQ(row(2).note, "75\u00A0ans · Peau");
}

TEST_F(CrewBooking, RegistersANewPersonOnceAndSaysWhatIsWrongWithAField) {
    openMorning();
    space->bookSlot(0);
    who().setQuery("inventé");
    who().startNew();
    EXPECT_EQ(who().familyName(), "Inventé");
    page().confirm();
    EXPECT_NE(who().nameError(), "");
    who().setGivenName("Octave");
    EXPECT_EQ(who().nameError(), "");
    who().setBirthDate("31/02/1987");
    page().confirm();
    EXPECT_NE(who().birthError(), "");
    who().setBirthDate("21/07/1987");
    who().setPhone("12");
    page().confirm();
    EXPECT_NE(who().phoneError(), "");
    who().setPhone("02 61 91 00 01");
    // The place goes to somebody else before the last touch.
    book(morning, 0, "Imagine");
    page().confirm();
    EXPECT_EQ(space->page(), "book");
    EXPECT_TRUE(space->feedback()->problem().startsWith("Ce créneau vient d’être pris"));
    ASSERT_EQ(page().alternatives().size(), 3);
    page().takeAlternative(value(page().alternatives(), 0));
    EXPECT_EQ(page().place(), "1");
    page().confirm();
    EXPECT_EQ(space->page(), "list");
    EXPECT_EQ(row(1).name, "Octave Inventé");
    EXPECT_EQ(desk().findPatients("invente")->size(), 1U);
}

TEST_F(CrewBooking, ShowsWhoMayBeTheSamePerson) {
    person("Imagine", "Fleur");
    openMorning();
    space->bookSlot(0);
    who().startNew();
    who().setFamilyName("imagine");
    who().setGivenName("fleur");
    ASSERT_EQ(who().found()->rowCount(), 1);
    who().choose(who().found()->rows()[0].id);
    EXPECT_FALSE(who().isNew());
    EXPECT_EQ(who().name(), "Fleur Imagine");
}

TEST_F(CrewBooking, ShowsThemWhileANameIsStillBeingTyped) {
    person("Imagine", "Fleur");
    openMorning();
    space->bookSlot(0);
    who().startNew();
    who().setFamilyName("im");
    EXPECT_EQ(who().found()->rowCount(), 0) << "two letters say nothing";
    who().setFamilyName("imaginne");
    ASSERT_EQ(who().found()->rowCount(), 1) << "before a given name is there";
    who().setFamilyName("Autre");
    EXPECT_EQ(who().found()->rowCount(), 0);
    who().setGivenName("Fleur");
    who().setBirthDate("03/12/1951");
    ASSERT_EQ(who().found()->rowCount(), 1);
    EXPECT_EQ(who().found()->rows()[0].note, "né(e) le 12/03/1951 · jour et mois inversés");
}

TEST_F(CrewBooking, MakesOnePersonOfTwoInTwoTouchesAndGivesThemBack) {
    const auto first = person("Imagine", "Fleur");
    const auto twin = desk().registerPatient({"Imaginne", "Fleure", day("1951-12-03"), "0261910001", ""});
    ASSERT_TRUE(twin);
    openMorning();
    space->bookSlot(0);
    who().choose(QString::fromStdString(first.text()));
    SamePerson& same = *who().same();
    ASSERT_EQ(same.likely()->rowCount(), 1);
    same.compare(same.likely()->rows()[0].id);
    ASSERT_TRUE(same.isComparing());
    const QVariantMap name = same.lines().at(0).toMap();
    EXPECT_EQ(name["stays"], "Imagine");
    EXPECT_EQ(name["gone"], "Imaginne");
    EXPECT_TRUE(name["differs"].toBool());
    EXPECT_EQ(same.lines().at(3).toMap()["stays"], "non noté");
    EXPECT_FALSE(same.lines().at(3).toMap()["differs"].toBool());
    QSignalSpy said(space->feedback(), &Feedback::said);
    same.merge();
    ASSERT_EQ(said.size(), 1);
    EXPECT_TRUE(said[0][1].toBool()) << "it can be taken back";
    EXPECT_EQ(who().note(), "né(e) le 12/03/1951 · 02\u00A061\u00A091\u00A000\u00A001");
    EXPECT_FALSE(same.isComparing());
    EXPECT_EQ(same.likely()->rowCount(), 0);
    ASSERT_EQ(same.merged()->rowCount(), 1);
    space->undo();
    EXPECT_EQ(same.merged()->rowCount(), 0);
    EXPECT_EQ(who().note(), "né(e) le 12/03/1951");
    EXPECT_TRUE(who().isChosen());

    // The other one stays; later, from the card, both are given back.
    same.compare(QString::fromStdString(twin->text()));
    same.swap();
    EXPECT_EQ(same.lines().at(0).toMap()["stays"], "Imaginne");
    same.merge();
    EXPECT_EQ(who().name(), "Fleure Imaginne");
    restart();
    openMorning();
    space->bookSlot(0);
    who().setQuery("Fleur Imagine");
    ASSERT_EQ(who().found()->rowCount(), 1) << "found by either name";
    who().choose(who().found()->rows()[0].id);
    EXPECT_EQ(who().name(), "Fleure Imaginne");
    who().same()->separate(who().same()->merged()->rows().at(0).id);
    EXPECT_EQ(who().same()->merged()->rowCount(), 0);
    EXPECT_EQ(desk().patient(first)->details.familyName, "Imagine");
    EXPECT_EQ(desk().findPatients("imag")->size(), 2U);
}

TEST_F(CrewBooking, LooksForTheOtherEntryOfSomebodyEnteredTwice) {
    const auto first = person("Imagine", "Fleur");
    person("Mariage", "Fleur");
    openMorning();
    space->bookSlot(0);
    who().choose(QString::fromStdString(first.text()));
    SamePerson& same = *who().same();
    same.search();
    same.setQuery("fleur");
    ASSERT_EQ(same.likely()->rowCount(), 1) << "not the person themselves";
    same.compare(same.likely()->rows()[0].id);
    same.merge();
    ASSERT_EQ(same.merged()->rowCount(), 1);
    EXPECT_EQ(same.merged()->rows()[0].name, "Fleur Mariage");
    EXPECT_FALSE(same.isSearching());
}

TEST_F(CrewBooking, AddsAWalkInWithTheReasonAsTheLastTouch) {
    person("Étoile", "Marguerite");
    goTo("2027-03-02T09:30");
    openMorning();
    space->addWalkIn();
    who().setQuery("marg");
    page().chooseReason("R");
    EXPECT_EQ(space->page(), "book") << "nobody is chosen yet";
    who().choose(who().found()->rows()[0].id);
    page().chooseReason("R");
    EXPECT_EQ(space->page(), "list");
    restart();
    openMorning();
    const auto& rows = space->stop()->people()->rows();
    ASSERT_EQ(rows.size(), 10U);
    const auto added =
        std::find_if(rows.begin(), rows.end(), [](const StopRow& each) { return each.slot < 0; });
    ASSERT_NE(added, rows.end());
    EXPECT_EQ(added->time, "09:30");
    EXPECT_EQ(added->flags, (QStringList{"Sans rendez-vous", "Première visite"}));
    EXPECT_EQ(added->nextText, "En consultation");
}

TEST_F(CrewBooking, MovesAnAppointmentToALaterPassage) {
    const QString id = book(morning, 0, "Imagine");
    openMorning();
    space->stop()->choose(id, "move");
    EXPECT_EQ(page().mode(), "move");
    EXPECT_EQ(who().name(), "Fleur Imagine");
    EXPECT_FALSE(page().canConfirm());
    EXPECT_EQ(value(page().passages(), 1), "matin@2027-03-09T09:00");
    page().setPassage(value(page().passages(), 1));
    page().setPlace(value(page().places(), 4));
    page().confirm();
    EXPECT_EQ(row(0).state, "free");
    space->day()->goTo(day("2027-03-09"));
    space->day()->open();
    EXPECT_EQ(row(4).name, "Fleur Imagine");
    space->undo();
    EXPECT_EQ(row(4).state, "free");
}

} // namespace
} // namespace medicobus::app
