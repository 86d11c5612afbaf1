// SPDX-License-Identifier: EUPL-1.2
#include "app_fixture.h"
#include "mairie/town_hall_space.h"
#include "resident/resident_space.h"
#include "stops/commune_search.h"
#include "stops/commune_stops.h"

#include <fmt/format.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gmock/gmock.h>

namespace medicobus::app {
namespace {

using Tester = QAbstractItemModelTester;

QStringList names(const CommuneSearch& search) {
    QStringList found;
    for (int row = 0; row < search.rowCount(); ++row) {
        found << search.index(row, 0).data(CommuneSearch::Name).toString();
    }
    return found;
}

TEST(CommuneSearch, FindsByLettersWithoutAccentsAtTheBeginningOfAnyWord) {
    application();
    const auto programme = smallProgramme();
    CommuneSearch search;
    Tester tester(&search, Tester::FailureReportingMode::Fatal);
    search.setProgramme(&programme);
    EXPECT_EQ(search.count(), 0) << "nothing is listed before a letter is typed";

    const std::pair<const char*, const char*> cases[] = {{"lez", "Lézat"},
                                                         {"LÉZ", "Lézat"},
                                                         {"st germain", "Saint-Germain-de-la-Coudre"},
                                                         {"coudre", "Saint-Germain-de-la-Coudre"},
                                                         {"egl", "Orvault-l’Église"}};
    for (const auto& [typed, expected] : cases) {
        search.setQuery(QString::fromUtf8(typed));
        EXPECT_EQ(names(search), QStringList{QString::fromUtf8(expected)}) << typed;
    }
    search.setQuery("ermain");
    EXPECT_EQ(search.count(), 0) << "the middle of a word is not its beginning";
}

TEST(CommuneSearch, ListsCommunesWithAStopFirstAndSaysThatThereAreMore) {
    application();
    auto programme = smallProgramme();
    for (int i = 0; i < 20; ++i) {
        programme.communes.push_back({{fmt::format("1{}", 1000 + i)}, fmt::format("Lanville {}", i), {}});
    }
    CommuneSearch search;
    search.setProgramme(&programme);
    search.setQuery("l");
    EXPECT_EQ(names(search).first(), QString::fromUtf8("Lézat"));
    EXPECT_EQ(search.count(), static_cast<int>(CommuneSearch::maxRows));
    EXPECT_TRUE(search.isTooMany());
}

class CommunePages : public WorkspaceTest {
protected:
    CommunePages() {
        EXPECT_TRUE(m_workspace.open());
        EXPECT_TRUE(m_workspace.publish(smallProgramme()).has_value());
    }
    Workspace m_workspace{folder(), m_clock};
};

TEST_F(CommunePages, TownHallSeesItsNextFourStops) {
    TownHallSpace space(m_workspace);
    Tester tester(space.stops()->passages(), Tester::FailureReportingMode::Fatal);
    EXPECT_FALSE(space.stops()->hasCommune());
    space.stops()->choose("00001");
    EXPECT_EQ(space.title(), "Saint-Germain-de-la-Coudre");
    const auto& passages = space.stops()->passages()->passages();
    ASSERT_EQ(passages.size(), 4U);
    EXPECT_EQ(passages[0].day, "mardi 2 mars 2027");
    EXPECT_EQ(passages[0].hours, QString::fromUtf8("de 9\u00A0h à 12\u00A0h"));
    EXPECT_EQ(passages[0].place, "Salle communale, Saint-Germain-de-la-Coudre");
    EXPECT_EQ(passages[0].freePlaces, "9 places libres");
    EXPECT_EQ(passages[3].day, "mardi 23 mars 2027");
}

TEST_F(CommunePages, TownHallWithoutStopIsToldSoAndNothingElse) {
    TownHallSpace space(m_workspace);
    space.stops()->choose("00003");
    EXPECT_TRUE(space.stops()->hasCommune());
    EXPECT_EQ(space.stops()->passages()->count(), 0);
    EXPECT_TRUE(space.stops()->elsewhere().isEmpty());
    EXPECT_TRUE(space.goBack());
    EXPECT_FALSE(space.stops()->hasCommune());
    EXPECT_FALSE(space.goBack());
}

TEST_F(CommunePages, ResidentWithoutStopIsShownTheNearest) {
    ResidentSpace space(m_workspace);
    space.stops()->choose("00003");
    ASSERT_EQ(space.stops()->next()->count(), 1);
    EXPECT_TRUE(space.stops()->elsewhere().startsWith("Saint-Germain-de-la-Coudre, "))
        << space.stops()->elsewhere().toStdString();
    EXPECT_EQ(space.stops()->phone(), QString::fromUtf8("02\u00A061\u00A091\u00A000\u00A001"));
    EXPECT_EQ(space.stops()->later()->count(), 5);
}

TEST_F(CommunePages, ResidentIsToldOfACancelledVisitAndGivenTheNextOne) {
    ResidentSpace space(m_workspace);
    space.stops()->choose("00001");
    QSignalSpy changed(space.stops(), &CommuneStops::changed);
    const plan::OccurrenceId id{{"s1"}, *parseLocal("2027-03-02T09:00")};
    ASSERT_TRUE(m_workspace.desk()->cancelOccurrence(id, "travaux dans la salle").has_value());
    m_workspace.noteChange();
    EXPECT_EQ(changed.count(), 1);
    ASSERT_EQ(space.stops()->notices().size(), 1);
    EXPECT_EQ(space.stops()->notices().first(),
              QString::fromUtf8("Mardi 2 mars 2027\u00A0: annulé (travaux dans la salle)"));
    ASSERT_EQ(space.stops()->next()->count(), 1);
    EXPECT_EQ(space.stops()->next()->passages()[0].day, "mardi 9 mars 2027");
}

TEST_F(CommunePages, ResidentIsToldOfAMove) {
    ResidentSpace space(m_workspace);
    space.stops()->choose("00001");
    const plan::OccurrenceId id{{"s1"}, *parseLocal("2027-03-02T09:00")};
    ASSERT_TRUE(m_workspace.desk()
                    ->moveOccurrence(id, *parseLocal("2027-03-03T14:00"), *parseLocal("2027-03-03T17:00"), "")
                    .has_value());
    m_workspace.noteChange();
    const auto& next = space.stops()->next()->passages();
    ASSERT_EQ(next.size(), 1U);
    EXPECT_EQ(next[0].day, "mercredi 3 mars 2027");
    EXPECT_EQ(next[0].tone, "look");
    EXPECT_TRUE(next[0].notice.contains("mardi 2 mars 2027")) << next[0].notice.toStdString();
}

TEST_F(CommunePages, TheChosenCommuneIsFoundAgain) {
    {
        ResidentSpace space(m_workspace);
        space.stops()->choose("00002");
    }
    ResidentSpace again(m_workspace);
    EXPECT_EQ(again.stops()->commune(), QString::fromUtf8("Lézat"));
    EXPECT_FALSE(TownHallSpace(m_workspace).stops()->hasCommune()) << "the two spaces choose apart";
}

} // namespace
} // namespace medicobus::app
