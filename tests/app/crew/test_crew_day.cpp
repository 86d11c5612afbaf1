// SPDX-License-Identifier: EUPL-1.2
#include "tests/app/crew/crew_test.h"

namespace medicobus::app {
namespace {

using CrewDay = CrewTest;

const TimelineRow* lineOf(DayPage& day, const QString& kind) {
    for (const TimelineRow& each : day.timeline()->rows()) {
        if (each.kind == kind) {
            return &each;
        }
    }
    return nullptr;
}

TEST_F(CrewDay, ShowsTheTourAndTheOneNextAction) {
    DayPage& page = *space->day();
    EXPECT_EQ(page.title(), "Mardi 2 mars");
    EXPECT_EQ(page.note(), "Bus 1 · aujourd’hui");
    ASSERT_EQ(page.timeline()->rowCount(), 12);
    EXPECT_EQ(page.timeline()->rows()[0].title, "Départ du dépôt");
    EXPECT_EQ(page.timeline()->rows()[2].title, "aubefleur, Salle communale");
    EXPECT_EQ(page.confirmText(), "Départ du dépôt");
    EXPECT_EQ(page.openText(), "");

    goTo("2027-03-02T08:07");
    page.confirm();
    EXPECT_EQ(lineOf(page, "depart")->said, "08:07");
    EXPECT_EQ(page.confirmText(), "Je suis arrivé à aubefleur");
    EXPECT_EQ(page.openText(), "");
    EXPECT_EQ(page.lateText(), "Retard 2\u00A0min");

    goTo("2027-03-02T08:50");
    page.confirm();
    EXPECT_EQ(page.openText(), "Ouvrir la liste d’aubefleur");
    EXPECT_EQ(page.confirmText(), "Je repars");
    EXPECT_EQ(page.lateText(), "Retard 10\u00A0min");
    EXPECT_EQ(lineOf(page, "receive")->said, "vers 09:10");

    goTo("2027-03-02T12:20");
    EXPECT_EQ(lineOf(page, "pack")->progress, "now");
    EXPECT_EQ(page.openText(), "");
    EXPECT_EQ(page.confirmText(), "Je repars");
    EXPECT_EQ(page.stop(), morning);
    page.confirm();
    EXPECT_EQ(page.confirmText(), "Je suis arrivé à brumeval");
    EXPECT_EQ(page.stop(), evening);

    restart();
    EXPECT_EQ(lineOf(*space->day(), "depart")->said, "08:07");
    EXPECT_EQ(space->day()->confirmText(), "Je suis arrivé à brumeval");
}

TEST_F(CrewDay, EndsWhenTheBusIsBack) {
    DayPage& page = *space->day();
    for (const char* moment : {"2027-03-02T08:05", "2027-03-02T08:40", "2027-03-02T12:15", "2027-03-02T13:40",
                               "2027-03-02T16:15", "2027-03-02T16:50"}) {
        goTo(moment);
        page.confirm();
    }
    EXPECT_EQ(page.confirmText(), "");
    EXPECT_EQ(page.openText(), "");
    EXPECT_EQ(page.doneText(), "La tournée est terminée.");
}

TEST_F(CrewDay, TakesBackAMomentSaidByMistake) {
    QSignalSpy said(space->feedback(), &Feedback::said);
    goTo("2027-03-02T08:07");
    space->day()->confirm();
    ASSERT_EQ(said.count(), 1);
    EXPECT_EQ(said[0][0].toString(), "Départ noté à 08:07");
    EXPECT_TRUE(said[0][1].toBool());
    space->undo();
    EXPECT_EQ(space->day()->confirmText(), "Départ du dépôt");
    EXPECT_EQ(lineOf(*space->day(), "depart")->isConfirmed, false);
}

TEST_F(CrewDay, CountsWhoIsReceived) {
    const QString first = book(morning, 0, "Imagine");
    book(morning, 1, "Illusion");
    EXPECT_EQ(lineOf(*space->day(), "receive")->title, "2 rendez-vous");
    goTo("2027-03-02T09:20");
    openMorning();
    space->stop()->choose(first, "mark_absent");
    EXPECT_EQ(lineOf(*space->day(), "receive")->title, "2 rendez-vous · 1 absent");
}

TEST_F(CrewDay, SaysWhenTheBusStaysAndWhenItLeavesNext) {
    space->day()->nextDay();
    EXPECT_EQ(space->day()->title(), "Mercredi 3 mars");
    EXPECT_EQ(space->day()->note(), "Bus 1");
    EXPECT_FALSE(space->day()->hasTour());
    EXPECT_FALSE(space->stop()->hasStop());
    EXPECT_EQ(space->day()->nextTourText(), "Prochaine tournée\u00A0: mardi 9 mars");
    space->day()->goToNextTour();
    EXPECT_TRUE(space->day()->hasTour());
    EXPECT_EQ(space->day()->openText(), "Ouvrir la liste d’aubefleur");
    EXPECT_EQ(space->day()->confirmText(), "");
    space->day()->backToToday();
    EXPECT_TRUE(space->day()->isToday());
    EXPECT_EQ(space->stop()->stop(), morning);
}

TEST_F(CrewDay, IsCalmBeforeAnythingIsPublished) {
    space.reset();
    workspace.reset();
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    restart();
    EXPECT_FALSE(space->day()->hasProgramme());
    EXPECT_FALSE(space->day()->hasTour());
    EXPECT_EQ(space->day()->confirmText(), "");
    EXPECT_EQ(space->feedback()->problem(), "");
    ASSERT_EQ(codeIn(workspace->publish(clinic::twoStops())), "done");
    EXPECT_TRUE(space->day()->hasTour());
    EXPECT_EQ(space->stop()->stop(), morning);
}

TEST_F(CrewDay, ShowsACancelledStopStruckOut) {
    ASSERT_TRUE(desk().cancelOccurrence(evening, "panne"));
    workspace->noteChange();
    const auto& rows = space->day()->timeline()->rows();
    EXPECT_TRUE(rows.back().isCancelled);
    EXPECT_EQ(rows.back().note, "annulé (panne)");
}

} // namespace
} // namespace medicobus::app
