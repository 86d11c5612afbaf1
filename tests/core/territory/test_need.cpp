// SPDX-License-Identifier: EUPL-1.2
#include "territory/commune_reader.h"
#include "territory/need.h"

#include "tests/core/shared_data.h"

#include <gmock/gmock.h>

#include <cmath>

namespace medicobus::territory {
namespace {

Commune commune(std::string insee, std::optional<double> population, std::optional<double> apl) {
    Commune made;
    made.insee.value = std::move(insee);
    made.population = population;
    made.apl = apl;
    return made;
}

TEST(Need, IsPeopleTimesDepth) {
    const Territory territory{"by hand", false, {commune("99001", 1000, 2.0), commune("99002", 200, 0.5)}};
    const NeedRanking ranking = rankByNeed(territory);
    ASSERT_EQ(ranking.underServed.size(), 2U);
    EXPECT_EQ(ranking.underServed[0].commune, 0U);
    EXPECT_DOUBLE_EQ(ranking.underServed[0].depth, 0.5);
    EXPECT_DOUBLE_EQ(ranking.underServed[0].missing, 500);
    EXPECT_DOUBLE_EQ(ranking.underServed[1].missing, 400);
    EXPECT_DOUBLE_EQ(ranking.inhabitants, 1200);
    EXPECT_DOUBLE_EQ(ranking.missing, 900);
}

TEST(Need, LeavesOutTheLineItselfAndFollowsTheThreshold) {
    const Territory territory{"by hand", false, {commune("99001", 100, 2.5), commune("99002", 100, 2.6)}};
    EXPECT_TRUE(rankByNeed(territory).underServed.empty());
    EXPECT_EQ(rankByNeed(territory, 2.55).underServed.size(), 1U);
}

TEST(Need, BreaksTiesByInseeCode) {
    const Territory territory{
        "by hand",
        false,
        {commune("99003", 100, 1.5), commune("99001", 100, 1.5), commune("99002", 100, 1.5)}};
    std::vector<std::size_t> order;
    for (const Need& need : rankByNeed(territory).underServed) {
        order.push_back(need.commune);
    }
    EXPECT_THAT(order, ::testing::ElementsAre(1, 2, 0));
}

TEST(Need, CountsTheUnknownApartAndNeverGuesses) {
    const Territory territory{"by hand",
                              false,
                              {commune("99001", 100, std::nullopt), commune("99002", std::nullopt, 1.0),
                               commune("99003", 100, 1.5)}};
    const NeedRanking ranking = rankByNeed(territory);
    EXPECT_THAT(ranking.unknown, ::testing::ElementsAre(0, 1));
    EXPECT_EQ(ranking.underServed.size(), 1U);
    EXPECT_DOUBLE_EQ(ranking.missing, 100);
}

TEST(Need, DepthFallsInFiveClasses) {
    EXPECT_EQ(depthClass(commune("99001", 1, std::nullopt)), std::nullopt);
    EXPECT_EQ(depthClass(commune("99001", 1, 2.5)), 0);
    EXPECT_EQ(depthClass(commune("99001", 1, 2.49)), 1);
    EXPECT_EQ(depthClass(commune("99001", 1, 1.875)), 2);
    EXPECT_EQ(depthClass(commune("99001", 1, 1.0)), 3);
    EXPECT_EQ(depthClass(commune("99001", 1, 0.1)), 4);
    EXPECT_EQ(depthClass(commune("99001", 1, 0.0)), 4);
}

TEST(Need, PasDeCalaisHasTheFiguresOfTheStudy) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const auto territory = readCommunes(testing::sharedData() / "territory/communes-62.csv");
    ASSERT_TRUE(territory);
    const NeedRanking ranking = rankByNeed(*territory);
    EXPECT_EQ(ranking.underServed.size(), 178U);
    EXPECT_EQ(std::lround(ranking.inhabitants), 86'833);
    EXPECT_EQ(std::lround(ranking.missing), 43'740);
    EXPECT_TRUE(ranking.unknown.empty());
    const std::vector<std::pair<std::string, long>> first{
        {"Ardres", 3792}, {"Lumbres", 3085}, {"Licques", 2280}, {"Alquines", 1658}};
    for (std::size_t i = 0; i < first.size(); ++i) {
        const Need& need = ranking.underServed[i];
        EXPECT_EQ(territory->communes[need.commune].name, first[i].first);
        EXPECT_EQ(std::lround(need.missing), first[i].second);
    }
}

} // namespace
} // namespace medicobus::territory
