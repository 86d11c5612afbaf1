// SPDX-License-Identifier: EUPL-1.2
#include "base/csv_table.h"
#include "territory/insee.h"
#include "territory/service_reader.h"

#include "tests/core/shared_data.h"

#include <gtest/gtest.h>

namespace medicobus::territory {
namespace {

constexpr std::string_view stopHeader =
    "dispositif,departement,commune,insee,cadence,jour,creneau,lieu,source\n";

TEST(ServiceReader, SplitsTheSourcesOfAStop) {
    const auto stops = parseKnownStops(
        std::string(stopHeader)
            + "Bus,61,Nocé,61309,\"tournée, à la semaine\",,,,https://a.fr/1 ; https://b.fr\n",
        "h.csv");
    ASSERT_TRUE(stops);
    EXPECT_EQ(stops->front().rhythm, "tournée, à la semaine");
    EXPECT_TRUE(stops->front().day.empty());
    ASSERT_EQ(stops->front().sources.size(), 2U);
    EXPECT_EQ(stops->front().sources[1], "https://b.fr");
}

TEST(ServiceReader, RefusesAStopWithoutSourceOrCode) {
    const auto noSource = parseKnownStops(std::string(stopHeader) + "Bus,61,Nocé,61309,,,,,\n", "h.csv");
    ASSERT_FALSE(noSource);
    EXPECT_EQ(noSource.error().code(), codes::territoryEmptyCell);
    EXPECT_EQ(noSource.error().detail("column"), "source");
    const auto noCode = parseKnownStops(std::string(stopHeader) + "Bus,61,Nocé,,,,,,https://a.fr\n", "h.csv");
    ASSERT_FALSE(noCode);
    EXPECT_EQ(noCode.error().code(), codes::territoryInsee);
    EXPECT_EQ(parseKnownStops("dispositif\nBus\n", "h.csv").error().code(),
              medicobus::codes::csvMissingColumn);
}

TEST(ServiceReader, RefusesAFactWithoutItsSource) {
    const auto facts = parseServiceFacts("theme,dispositif,fait,source\ncadre,DREES,un fait,\n", "f.csv");
    ASSERT_FALSE(facts);
    EXPECT_EQ(facts.error().code(), codes::territoryEmptyCell);
    EXPECT_EQ(facts.error().detail("line"), "2");
}

TEST(ServiceReader, ReadsTheKnownStopsAndFactsWhole) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const auto stops = readKnownStops(testing::sharedData() / "territory/medicobus-haltes-reelles.csv");
    ASSERT_TRUE(stops) << stops.error().code().name << ' ' << stops.error().detail("line");
    EXPECT_EQ(stops->size(), 36U);
    const auto facts = readServiceFacts(testing::sharedData() / "territory/medicobus-faits.csv");
    ASSERT_TRUE(facts) << facts.error().code().name << ' ' << facts.error().detail("line");
    EXPECT_EQ(facts->size(), 31U);
}

} // namespace
} // namespace medicobus::territory
