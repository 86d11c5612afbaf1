// SPDX-License-Identifier: EUPL-1.2
#include "tests/app/crew/crew_test.h"

#include <gmock/gmock.h>

namespace medicobus::app {
namespace {

using CrewList = CrewTest;

QStringList valuesOf(const QVariantList& options) {
    QStringList values;
    for (const QVariant& each : options) {
        values << each.toMap().value("value").toString();
    }
    return values;
}

TEST_F(CrewList, ShowsFreePlacesAndPeople) {
    book(morning, 1, "Saint-Germain-de-la-Coudre");
    openMorning();
    EXPECT_EQ(space->page(), "list");
    EXPECT_EQ(space->title(), "aubefleur, Salle communale");
    ASSERT_EQ(space->stop()->people()->rowCount(), 9);
    EXPECT_EQ(row(0).state, "free");
    EXPECT_EQ(row(0).time, "09:00");
    EXPECT_EQ(row(1).name, "Fleur Saint-Germain-de-la-Coudre");
    EXPECT_EQ(row(1).note, "75\u00A0ans · Peau");
    EXPECT_EQ(row(1).nextText, "Arrivé");
    const auto index = space->stop()->people()->index(1);
    EXPECT_EQ(space->stop()->people()->data(index, StopModel::Name), row(1).name);
    EXPECT_FALSE(space->stop()->people()->data({}, StopModel::Name).isValid());
}

TEST_F(CrewList, BringsEachStateWithOneTapAndKeepsItAfterARestart) {
    const QString id = book(morning, 0, "Imagine");
    openMorning();
    goTo("2027-03-02T09:10");
    EXPECT_EQ(row(0).late, "attendu depuis 10\u00A0min");
    space->stop()->advance(id);
    EXPECT_EQ(row(0).state, "arrived");
    EXPECT_EQ(row(0).late, "retard 10\u00A0min, vers 09:10");
    EXPECT_EQ(row(0).nextText, "En consultation");
    EXPECT_EQ(space->stop()->lateText(), "Retard 10\u00A0min");
    space->stop()->advance(id);
    EXPECT_EQ(row(0).nextText, "Vu");
    space->stop()->advance(id);
    EXPECT_EQ(row(0).state, "seen");
    EXPECT_EQ(row(0).nextText, "Remplir la fiche");
    restart();
    openMorning();
    EXPECT_EQ(row(0).state, "seen");
    EXPECT_EQ(space->stop()->countsText(), "1 rendez-vous · 1 vu");
    space->stop()->advance(id);
    EXPECT_EQ(space->page(), "visit");
}

TEST_F(CrewList, TellsThoseWhoFollowOfAnOverrunAndWhoComesForTheFirstTime) {
    const QString first = book(morning, 0, "Imagine");
    book(morning, 1, "Illusion");
    openMorning();
    EXPECT_EQ(row(1).flags, QStringList{"Première visite"});
    goTo("2027-03-02T09:10");
    space->stop()->choose(first, "begin");
    EXPECT_EQ(row(0).late, "retard 10\u00A0min");
    EXPECT_EQ(row(1).late, "retard 10\u00A0min, vers 09:30");
}

TEST_F(CrewList, OffersWhatTheTableOfStatesAllows) {
    const QString id = book(morning, 0, "Imagine");
    goTo("2027-03-02T09:10");
    openMorning();
    EXPECT_EQ(valuesOf(space->stop()->choices(id)),
              (QStringList{"visit", "begin", "see", "mark_absent", "move", "cancel:patient_asked",
                           "cancel:other", "cancel:mistake"}));
    space->stop()->choose(id, "mark_absent");
    EXPECT_EQ(row(0).state, "absent");
    EXPECT_EQ(valuesOf(space->stop()->choices(id)), (QStringList{"arrive", "reinstate", "undo"}));
    space->stop()->choose(id, "undo");
    EXPECT_EQ(row(0).state, "booked");
    space->stop()->choose(id, "cancel:patient_asked");
    EXPECT_EQ(row(0).state, "free");
    space->undo();
    EXPECT_EQ(row(0).state, "booked");
    EXPECT_TRUE(space->stop()->choices("nobody").isEmpty());
}

TEST_F(CrewList, RefusesInWordsAndSaysWhatToDo) {
    const QString id = book(morning, 0, "Imagine");
    goTo("2027-03-01T18:00");
    openMorning();
    space->stop()->advance(id);
    EXPECT_EQ(row(0).state, "booked");
    EXPECT_TRUE(space->feedback()->problem().startsWith("C’est trop tôt"))
        << space->feedback()->problem().toStdString();
    EXPECT_EQ(space->feedback()->remedy(), "Attendez le jour et l’heure du passage.");
    goTo("2027-03-02T09:00");
    space->stop()->advance(id);
    EXPECT_EQ(space->feedback()->problem(), "");
}

TEST_F(CrewList, GoesBackAStepAtATime) {
    book(morning, 0, "Imagine");
    EXPECT_FALSE(space->canGoBack());
    openMorning();
    space->bookSlot(3);
    EXPECT_EQ(space->page(), "book");
    EXPECT_TRUE(space->goBack());
    EXPECT_EQ(space->page(), "list");
    EXPECT_TRUE(space->goBack());
    EXPECT_EQ(space->page(), "today");
    EXPECT_FALSE(space->goBack());
}

TEST_F(CrewList, FillsAFictionalDayOnceForPictures) {
    for (int round = 0; round < 2; ++round) {
        for (const QString& screen : space->screens()) {
            space->openScreen(screen);
            EXPECT_EQ(space->feedback()->problem(), "") << screen.toStdString();
        }
    }
    EXPECT_EQ(desk().counts(morning)->booked, 6);
    space->openScreen("rest");
    EXPECT_FALSE(space->day()->hasTour());
    space->openScreen("visit");
    EXPECT_EQ(space->visit()->title(), "Fleur Imaginaire");
}

} // namespace
} // namespace medicobus::app
