// SPDX-License-Identifier: EUPL-1.2
#include "crew/card/geo_link.h"
#include "tests/app/crew/crew_test.h"

namespace medicobus::app {
namespace {

/// The card of a stop, with whatever a link would have opened.
class CrewCard : public CrewTest {
protected:
    void SetUp() override {
        CrewTest::SetUp();
        plan::Programme programme = clinic::twoStops();
        programme.version = "0195f000-0000-7000-8000-000000000003";
        programme.depots = {{{"B1"}, {48.51, -0.0002}}};
        programme.sites[0].address = "1 place de l’Église";
        ASSERT_EQ(codeIn(workspace->publish(programme)), "done");
        takeLinks();
    }
    void takeLinks() {
        workspace->useLinks([this](const QUrl& link) {
            opened << link.toString(QUrl::FullyEncoded);
            return canOpen;
        });
    }
    const TimelineRow& line(const QString& kind) {
        for (const TimelineRow& each : space->day()->timeline()->rows()) {
            if (each.kind == kind) {
                return each;
            }
        }
        throw std::out_of_range("no such line");
    }

    QStringList opened;
    bool canOpen = true;
};

TEST(GeoLink, NamesThePointLatitudeFirst) {
    EXPECT_EQ(geoLink({48.51234567, -0.25}, {}).toString(), "geo:48.512346,-0.250000");
    const QUrl link = geoLink({48.5, 0.1}, "Saint-Rémy & l’Église (salle), 50 %");
    ASSERT_TRUE(link.isValid()) << link.errorString().toStdString();
    EXPECT_EQ(link.scheme(), "geo");
    EXPECT_EQ(link.path(), "48.500000,0.100000");
    const QString sent = link.toString(QUrl::FullyEncoded);
    EXPECT_TRUE(sent.startsWith("geo:48.500000,0.100000?q=48.500000,0.100000(Saint-R%C3%A9my%20%26%20"))
        << sent.toStdString();
    EXPECT_EQ(sent.count('('), 1) << "those of the name are encoded";
    EXPECT_EQ(sent.count('&'), 0);
    EXPECT_EQ(spokenPoint({48.51234567, -0.25}), QString::fromUtf8("48,51235\u00A0; -0,25000"));
}

TEST_F(CrewCard, OpensFromTheLineOfTheStopAndGoesThere) {
    EXPECT_EQ(line("setup").card, "aubefleur");
    EXPECT_EQ(line("return").card, depotCard);
    EXPECT_EQ(line("drive").note, "environ 9,7\u00A0km");
    space->day()->openCard(line("setup").card);
    EXPECT_EQ(space->page(), "card");
    EXPECT_EQ(space->title(), "aubefleur, Salle communale");
    EXPECT_EQ(space->card()->address(), "1 place de l’Église");
    space->card()->go();
    ASSERT_EQ(opened.size(), 1);
    EXPECT_TRUE(opened[0].startsWith("geo:48.500000,0.100000?q=48.500000,0.100000(aubefleur"))
        << opened[0].toStdString();
    EXPECT_TRUE(space->goBack());
    EXPECT_EQ(space->page(), "today");
    canOpen = false;
    space->day()->openCard(depotCard);
    EXPECT_TRUE(space->card()->isDepot());
    space->card()->go();
    EXPECT_TRUE(opened[1].startsWith("geo:48.510000,-0.000200")) << opened[1].toStdString();
    EXPECT_FALSE(space->feedback()->problem().isEmpty());
    EXPECT_FALSE(space->feedback()->remedy().isEmpty());
}

TEST_F(CrewCard, OffersTheWayWhileTheBusIsUnderWay) {
    DayPage& page = *space->day();
    EXPECT_EQ(page.goText(), "") << "still at the depot: leaving comes first";
    goTo("2027-03-02T08:05");
    page.confirm();
    EXPECT_EQ(page.goText(), "Y aller");
    page.go();
    EXPECT_TRUE(opened.last().contains("48.500000,0.100000"));
    EXPECT_EQ(space->page(), "today");
    for (const char* moment :
         {"2027-03-02T08:40", "2027-03-02T12:15", "2027-03-02T13:40", "2027-03-02T16:15"}) {
        goTo(moment);
        page.confirm();
    }
    EXPECT_EQ(page.confirmText(), "Je suis rentré au dépôt");
    page.go();
    EXPECT_TRUE(opened.last().startsWith("geo:48.510000,-0.000200")) << opened.last().toStdString();
}

TEST_F(CrewCard, KeepsWhatTheCrewNotes) {
    openMorning();
    space->openCard();
    StopCard& card = *space->card();
    EXPECT_EQ(card.notes()["keys"].toString(), "");
    card.startTyping();
    card.type("keys", " clé à la boulangerie ");
    card.type("phone", "12");
    EXPECT_FALSE(card.save());
    EXPECT_FALSE(card.phoneError().isEmpty());
    card.type("phone", "02 61 91 00 01");
    EXPECT_TRUE(card.save());
    EXPECT_FALSE(card.isTyping());
    EXPECT_EQ(card.notes()["keys"].toString(), "clé à la boulangerie");
    card.call();
    EXPECT_EQ(opened.last(), "tel:+33261910001");
    card.startTyping();
    card.type("power", "prise sous le préau");
    EXPECT_TRUE(space->goBack()) << "leaving keeps what was typed";
    EXPECT_EQ(space->page(), "list");
    restart();
    openMorning();
    space->openCard();
    EXPECT_EQ(space->card()->notes()["power"].toString(), "prise sous le préau");
    EXPECT_EQ(space->card()->phone(), QString::fromUtf8("02\u00A061\u00A091\u00A000\u00A001"));
}

} // namespace
} // namespace medicobus::app
