// SPDX-License-Identifier: EUPL-1.2
#include "coordination/territory/depth_words.h"
#include "coordination/territory/territory_page.h"
#include "territory/admidep.h"
#include "territory/commune_reader.h"
#include "tests/core/shared_data.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

#include <gtest/gtest.h>

namespace medicobus::app {
namespace {

using Mode = QAbstractItemModelTester::FailureReportingMode;

/// Three communes: under the line, not known, above the line.
territory::Territory small() {
    territory::Territory land;
    land.source = "essai.csv";
    const auto add = [&](const char* insee, const char* name, std::optional<double> population,
                         std::optional<double> apl, GeoPoint point) {
        territory::Commune commune;
        commune.insee = {insee};
        commune.name = name;
        commune.population = population;
        commune.apl = apl;
        commune.point = point;
        land.communes.push_back(commune);
    };
    add("62001", "Éterpigny-sur-Brêche", 1234, 4.2, {50.1, 2.1});
    add("62002", "Œuf-en-Ternois", 2000, 1.0, {50.2, 2.2});
    add("62003", "Saint-Inconnu", 300, std::nullopt, {50.3, 2.3});
    add("62004", "L'Écluse", 4000, 2.0, {50.4, 2.1});
    return land;
}

QString shown(const QAbstractItemModel& model, int row, int role) {
    return model.data(model.index(row, 0), role).toString();
}

TEST(NeedModel, RanksNeedFirstThenWhatIsNotKnown) {
    const auto land = small();
    NeedModel model(land, 2.5);
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    ASSERT_EQ(model.rowCount(), 4);
    // 2,000 x 1.5 = 3,000 before 4,000 x 0.5 = 2,000.
    EXPECT_EQ(shown(model, 0, NeedModel::NameRole), u"Œuf-en-Ternois"_qs);
    EXPECT_EQ(shown(model, 0, NeedModel::MissingRole), u"3\u202f000"_qs);
    EXPECT_EQ(shown(model, 0, NeedModel::AplRole), u"1,00"_qs);
    EXPECT_EQ(shown(model, 0, NeedModel::DepthWordRole), depthWord(3));
    EXPECT_EQ(shown(model, 1, NeedModel::NameRole), u"L'Écluse"_qs);
    EXPECT_EQ(shown(model, 1, NeedModel::RankRole), u"2"_qs);
    EXPECT_EQ(shown(model, 2, NeedModel::AplRole), u"non connu"_qs);
    EXPECT_EQ(shown(model, 2, NeedModel::MissingRole), u"non connu"_qs);
    EXPECT_EQ(shown(model, 2, NeedModel::DepthClassRole), u"-1"_qs);
    EXPECT_EQ(shown(model, 3, NeedModel::RankRole), u"0"_qs);
    EXPECT_EQ(shown(model, 3, NeedModel::SectionRole), u"above"_qs);
}

TEST(NeedModel, SearchesWithoutAccents) {
    const auto land = small();
    NeedModel model(land, 2.5);
    const QAbstractItemModelTester tester(&model, Mode::Fatal);
    model.search(u"oeuf en"_qs);
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.rowOf(1), 0);
    EXPECT_EQ(model.rowOf(0), -1);
    model.search(u"ECLUSE"_qs);
    ASSERT_EQ(model.rowCount(), 1);
    model.search(u"62003"_qs);
    EXPECT_EQ(shown(model, 0, NeedModel::NameRole), u"Saint-Inconnu"_qs);
    model.search(u"zzz"_qs);
    EXPECT_EQ(model.rowCount(), 0);
    model.search({});
    EXPECT_EQ(model.rowCount(), 4);
}

TEST(CommuneCard, SaysWhatIsMissingAndWhereTheRestComesFrom) {
    auto land = small();
    CommuneCard card(land, 2.5);
    const QAbstractItemModelTester tester(&card, Mode::Fatal);
    EXPECT_EQ(card.rowCount({}), 0);
    card.show(1);
    EXPECT_EQ(card.name(), u"Œuf-en-Ternois"_qs);
    EXPECT_EQ(card.depthWord(), depthWord(3));
    EXPECT_EQ(shown(card, 0, CommuneCard::ValueRole), u"3\u202f000 par an"_qs);
    EXPECT_EQ(shown(card, 2, CommuneCard::SourceRole), u"DREES"_qs);
    card.show(2);
    EXPECT_EQ(shown(card, 0, CommuneCard::ValueRole), u"non connu"_qs);
    EXPECT_FALSE(card.data(card.index(0, 0), CommuneCard::IsKnownRole).toBool());
    EXPECT_EQ(card.depthClass(), -1);
    card.show(-1);
    EXPECT_EQ(card.rowCount({}), 0);

    land.isFictional = true;
    CommuneCard fictional(land, 2.5);
    fictional.show(0);
    EXPECT_EQ(shown(fictional, 1, CommuneCard::SourceRole), u"donnée fictive"_qs);
}

TEST(DepthWords, NameTheBoundsOfTheFiveClasses) {
    EXPECT_EQ(depthBounds(0, 2.5), u"APL de 2,50 et plus"_qs);
    EXPECT_EQ(depthBounds(2, 2.5), u"APL de 1,25 à 1,88"_qs);
    EXPECT_EQ(depthBounds(4, 2.5), u"APL sous 0,63"_qs);
    EXPECT_EQ(depthWord(-1), u"besoin non connu"_qs);
}

TEST(TerritoryPage, LinksListCardAndMap) {
    const auto land = small();
    MapSource map(land, 2.5);
    TerritoryPage page(land, 2.5, &map);
    EXPECT_EQ(page.selected(), 1) << "opens on the most lacking";
    EXPECT_EQ(page.selectedRow(), 0);
    EXPECT_EQ(page.underServed(), u"2"_qs);
    EXPECT_EQ(page.inhabitants(), u"6\u202f000"_qs);
    EXPECT_EQ(page.missing(), u"5\u202f000"_qs);
    EXPECT_EQ(page.unknown(), u"1"_qs);
    EXPECT_EQ(page.legendWords().size(), 6);

    const QSignalSpy selected(&page, &TerritoryPage::selectedChanged);
    page.setSelected(3);
    EXPECT_EQ(selected.count(), 1);
    EXPECT_EQ(page.card()->name(), u"L'Écluse"_qs);
    EXPECT_EQ(page.selectedRow(), 1);
    page.setSearch(u"saint"_qs);
    EXPECT_EQ(page.found(), 1);
    EXPECT_EQ(page.selectedRow(), -1);
    EXPECT_EQ(page.selected(), 3) << "a search does not lose what was chosen";
    EXPECT_EQ(page.communeName(0), u"Éterpigny-sur-Brêche"_qs);
    EXPECT_EQ(page.communeName(99), QString());
}

TEST(TerritoryPage, AgreesWithThePublicFiguresOfPasDeCalais) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const auto land = territory::readCommunes(medicobus::testing::sharedData() / "territory/communes-62.csv");
    ASSERT_TRUE(land);
    MapSource map(*land, 2.5);
    TerritoryPage page(*land, 2.5, &map);
    EXPECT_EQ(page.underServed(), u"178"_qs);
    EXPECT_EQ(page.inhabitants(), u"86\u202f833"_qs);
    EXPECT_EQ(page.missing(), u"43\u202f740"_qs);
    EXPECT_EQ(page.card()->name(), u"Ardres"_qs);
}

} // namespace
} // namespace medicobus::app
