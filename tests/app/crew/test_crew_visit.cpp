// SPDX-License-Identifier: EUPL-1.2
#include "tests/app/crew/crew_test.h"

namespace medicobus::app {
namespace {

class CrewVisit : public CrewTest {
protected:
    void SetUp() override {
        CrewTest::SetUp();
        id = book(morning, 0, "Imagine");
        goTo("2027-03-02T09:10");
        openMorning();
        space->stop()->choose(id, "visit");
    }
    VisitPage& page() { return *space->visit(); }

    QString id;
};

TEST_F(CrewVisit, IsKeptAtEachTouchAndOpenedAgainAfterARestart) {
    EXPECT_EQ(space->page(), "visit");
    EXPECT_EQ(space->title(), "Fleur Imagine");
    EXPECT_EQ(page().note(), "75\u00A0ans · rendez-vous de 9\u00A0h");
    EXPECT_EQ(page().reason(), "S");
    page().setOutcome("prescription");
    page().toggleOrientation("laboratory");
    page().toggleOrientation("nurse");
    page().toggleOrientation("nurse");
    page().setNoDeclaredGp(true);
    page().setText("à moitié écr");
    space->goBack();
    EXPECT_EQ(row(0).flags, (QStringList{"Première visite", "Fiche commencée"}));
    space->stop()->choose(id, "visit");
    restart();
    EXPECT_EQ(space->page(), "visit") << "an open form is opened again";
    EXPECT_EQ(page().outcome(), "prescription");
    EXPECT_EQ(page().chosenOrientations(), QStringList{"laboratory"});
    EXPECT_TRUE(page().noDeclaredGp());
    EXPECT_EQ(page().text(), "à moitié écr");
    space->goBack();
    EXPECT_EQ(row(0).flags, (QStringList{"Première visite", "Fiche commencée"}));
    restart();
    EXPECT_EQ(space->page(), "today") << "a form that was left stays closed";
    openMorning();
    space->stop()->choose(id, "visit");
    EXPECT_EQ(page().text(), "à moitié écr");
}

TEST_F(CrewVisit, IsRecordedAndCorrected) {
    page().finish();
    EXPECT_EQ(space->feedback()->problem(), "La consultation n’est pas complète.");
    EXPECT_EQ(space->page(), "visit");
    page().setOutcome("treated");
    EXPECT_EQ(page().finishText(), "Terminer la consultation");
    page().finish();
    EXPECT_EQ(space->page(), "list");
    restart();
    EXPECT_EQ(space->page(), "today");
    openMorning();
    EXPECT_EQ(row(0).state, "seen");
    EXPECT_EQ(row(0).nextText, "");
    space->stop()->choose(id, "visit");
    EXPECT_EQ(page().finishText(), "Enregistrer la correction");
    page().setOutcome("advice");
    page().finish();
    space->stop()->choose(id, "visit");
    EXPECT_EQ(page().outcome(), "advice");
    EXPECT_EQ(page().savedText(), "Fiche enregistrée.");
    ASSERT_EQ(page().earlier().size(), 1) << "the first version can be read";
    const QVariantMap first = page().earlier().first().toMap();
    EXPECT_EQ(first["when"], "Mardi 2 mars à 9\u00A0h\u00A010");
    EXPECT_EQ(first["lines"], "Motif\u00A0: Peau\nIssue\u00A0: Soin fait");
}

TEST_F(CrewVisit, BooksTheFollowUpHereInOneTouch) {
    ASSERT_EQ(page().followUps().size(), 3);
    const QVariantMap first = page().followUps().first().toMap();
    EXPECT_EQ(first.value("label"), "Mardi 9 mars à 9\u00A0h");
    page().bookFollowUp(first.value("value").toString());
    EXPECT_EQ(page().followUpText(), "mardi 9 mars 2027 à 9\u00A0h");
    EXPECT_TRUE(page().followUps().isEmpty());
    space->undo();
    EXPECT_EQ(page().followUpText(), "");
    EXPECT_EQ(page().followUps().size(), 3);
}

TEST_F(CrewVisit, BooksTheFollowUpInANearbySiteWithItsDateAndDistance) {
    ASSERT_EQ(page().nearby().size(), 1);
    const QVariantMap near = page().nearby().first().toMap();
    EXPECT_EQ(near.value("label"), "brumeval, à 3,7\u00A0km\u00A0: mardi 2 mars à 14\u00A0h");
    page().bookFollowUp(near.value("value").toString());
    EXPECT_EQ(page().followUpText(), "mardi 2 mars 2027 à 14\u00A0h, à brumeval");
    EXPECT_TRUE(page().nearby().isEmpty());
}

TEST_F(CrewVisit, SaysARenewalAndWhoFoundADoctor) {
    page().setNoDeclaredGp(true);
    page().setFoundGp(true);
    EXPECT_FALSE(page().noDeclaredGp()) << "one or the other";
    page().setPrescriptionRenewed(true);
    page().setVideoUsed(true);
    restart();
    EXPECT_TRUE(page().foundGp() && page().prescriptionRenewed() && page().videoUsed());
    page().setNoDeclaredGp(true);
    EXPECT_FALSE(page().foundGp());
    page().setFoundGp(true);
    page().setOutcome("renewal");
    page().finish();
    const auto recorded = desk().visit({*Uuid::parse(id.toStdString())}).value();
    EXPECT_TRUE(recorded->visit.foundGp && recorded->visit.prescriptionRenewed
                && recorded->visit.flags.videoUsed);
}

} // namespace
} // namespace medicobus::app
