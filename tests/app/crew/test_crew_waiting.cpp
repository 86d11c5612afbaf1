// SPDX-License-Identifier: EUPL-1.2
#include "tests/app/crew/crew_test.h"

namespace medicobus::app {
namespace {

class CrewWaiting : public CrewTest {
protected:
    void wait(const std::string& family, const std::string& site = "aubefleur") {
        clock.step(std::chrono::minutes(1));
        ASSERT_EQ(
            codeIn(desk().askForPlace({{site}, person(family, "Hector"), clinic::ReasonGroup::Skin, {}})),
            "done");
        workspace->noteChange();
    }
    QVariantMap waiter(int index) { return space->waiting()->people().at(index).toMap(); }
};

TEST_F(CrewWaiting, IsSaidOnEachFreePlaceAndGivenInOneTouch) {
    book(morning, 0, "Imagine");
    wait("Chimère");
    openMorning();
    EXPECT_EQ(row(0).note, "75\u00A0ans · Peau");
    EXPECT_EQ(row(1).note, "1 personne attend une place");
    EXPECT_EQ(waiter(0)["label"].toString(), "Hector Chimère, 75\u00A0ans");
    space->waiting()->give(waiter(0)["value"].toString(), row(1).slot);
    EXPECT_EQ(row(1).name, "Hector Chimère");
    EXPECT_EQ(row(2).note, "");
    EXPECT_TRUE(space->waiting()->people().isEmpty());
    space->undo();
    EXPECT_EQ(row(1).state, "free");
    EXPECT_EQ(row(1).note, "1 personne attend une place");
}

TEST_F(CrewWaiting, NamesOldestFirstWithSiteAndAge) {
    wait("Premier", "brumeval");
    wait("Second");
    goTo("2027-03-04T08:10");
    openMorning();
    ASSERT_EQ(space->waiting()->people().size(), 2);
    EXPECT_TRUE(waiter(0)["label"].toString().contains("Premier"));
    EXPECT_TRUE(waiter(0)["note"].toString().contains("attend depuis 2\u00A0jours · brumeval, à 3,7\u00A0km"))
        << waiter(0)["note"].toString().toStdString();
    EXPECT_FALSE(waiter(1)["note"].toString().contains("km"));
}

TEST_F(CrewWaiting, GivesAnHourOrTakesSomebodyOff) {
    wait("Premier");
    wait("Second");
    openMorning();
    space->openWaiting();
    EXPECT_EQ(space->page(), "waiting");
    WaitingPage& page = *space->waiting();
    const QString first = waiter(0)["value"].toString();
    EXPECT_EQ(page.choices(first)[0].toMap()["label"].toString(), "Donner 9\u00A0h");
    page.choose(first, page.choices(first)[0].toMap()["value"].toString());
    EXPECT_EQ(row(0).name, "Hector Premier");
    page.choose(waiter(0)["value"].toString(), "withdraw:unreachable");
    EXPECT_TRUE(page.people().isEmpty());
    space->undo();
    EXPECT_EQ(page.people().size(), 1);
    EXPECT_TRUE(space->goBack());
    EXPECT_EQ(space->page(), "list");
}

TEST_F(CrewWaiting, IsJoinedWithAReason) {
    const auto known = person("Chimère", "Hector");
    openMorning();
    space->openWaiting();
    space->addWaiting();
    EXPECT_EQ(space->booking()->mode(), "wait");
    EXPECT_FALSE(space->booking()->canConfirm());
    space->booking()->person()->choose(QString::fromStdString(known.text()));
    space->booking()->setNeedsVideo(true);
    space->booking()->chooseReason("S");
    EXPECT_EQ(space->page(), "waiting");
    ASSERT_EQ(space->waiting()->people().size(), 1);
    EXPECT_TRUE(waiter(0)["note"].toString().contains("Peau · Vidéo à prévoir"))
        << waiter(0)["note"].toString().toStdString();
    space->addWaiting();
    space->booking()->person()->choose(QString::fromStdString(known.text()));
    space->booking()->chooseReason("S");
    EXPECT_TRUE(space->feedback()->problem().contains("attend déjà")) << "nobody waits twice";
}

} // namespace
} // namespace medicobus::app
