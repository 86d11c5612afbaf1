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
    EXPECT_EQ(row(2).flags, QStringList{"ALD"});
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
    EXPECT_EQ(added->flags, QStringList{"Sans rendez-vous"});
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
