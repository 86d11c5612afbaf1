// SPDX-License-Identifier: EUPL-1.2
#include "base/text/fold.h"
#include "territory/admidep.h"
#include "territory/commune_reader.h"
#include "territory/insee.h"
#include "territory/need.h"

#include "tests/core/shared_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace medicobus::territory {
namespace {

TEST(Admidep, SaysThatItIsFictional) {
    const Territory territory = admidep();
    EXPECT_TRUE(territory.isFictional);
    EXPECT_EQ(territory.source, "Admidep");
}

TEST(Admidep, IsTheSameEveryTimeAndAnotherByAnotherSeed) {
    const Territory first = admidep();
    const Territory again = admidep();
    const Territory other = admidep(admidepSeed + 1);
    ASSERT_EQ(first.communes.size(), again.communes.size());
    for (std::size_t i = 0; i < first.communes.size(); ++i) {
        EXPECT_EQ(first.communes[i].name, again.communes[i].name);
        EXPECT_EQ(first.communes[i].point, again.communes[i].point);
        EXPECT_EQ(first.communes[i].apl, again.communes[i].apl);
    }
    EXPECT_NE(first.communes.front().point, other.communes.front().point);
}

TEST(Admidep, IsTheSameOnEveryMachine) {
    // A digest of everything, so that a change of the generator, of a compiler or of a library shows.
    std::uint64_t digest = 14'695'981'039'346'656'037ULL;
    const auto take = [&](std::uint64_t value) { digest = (digest ^ value) * 1'099'511'628'211ULL; };
    for (const Commune& commune : admidep().communes) {
        for (const char letter : commune.name) {
            take(static_cast<unsigned char>(letter));
        }
        take(static_cast<std::uint64_t>(*commune.population));
        take(static_cast<std::uint64_t>(std::llround(commune.point->lat * 1e5)));
        take(static_cast<std::uint64_t>(std::llround(commune.point->lon * 1e5)));
        take(static_cast<std::uint64_t>(std::llround(commune.apl.value_or(99) * 1e3)));
        take(static_cast<std::uint64_t>(std::llround(*commune.share65 * 10)));
        take(static_cast<std::uint64_t>(std::llround(commune.emergencyTime->count() * 2)));
        take(static_cast<std::uint64_t>(std::llround(commune.pharmacyTime->count() * 2)));
    }
    EXPECT_EQ(digest, 12994063885536851203ULL);
}

TEST(Admidep, LooksLikeARuralDepartment) {
    const Territory territory = admidep();
    EXPECT_EQ(territory.communes.size(), 300U);
    std::vector<double> populations;
    for (const Commune& commune : territory.communes) {
        populations.push_back(*commune.population);
    }
    std::sort(populations.begin(), populations.end());
    EXPECT_GE(populations.front(), 80);
    EXPECT_NEAR(populations.back(), 25'000, 1'000);
    EXPECT_GT(populations[150], 250);
    EXPECT_LT(populations[150], 500);
    const NeedRanking ranking = rankByNeed(territory);
    EXPECT_GT(ranking.underServed.size(), 85U);
    EXPECT_LT(ranking.underServed.size(), 120U);
    EXPECT_EQ(ranking.unknown.size(), 2U);
}

TEST(Admidep, LiesOnEightyBySeventyKilometres) {
    double west = 180, east = -180, south = 90, north = -90;
    for (const Commune& commune : admidep().communes) {
        west = std::min(west, commune.point->lon);
        east = std::max(east, commune.point->lon);
        south = std::min(south, commune.point->lat);
        north = std::max(north, commune.point->lat);
    }
    EXPECT_NEAR(greatCircle({46.6, west}, {46.6, east}).kilometres(), 78, 4);
    EXPECT_NEAR(greatCircle({south, 2.5}, {north, 2.5}).kilometres(), 68, 4);
}

TEST(Admidep, HasWorseAccessFarFromTowns) {
    const Territory territory = admidep();
    double near = 0, far = 0;
    int nears = 0, fars = 0;
    for (const Commune& commune : territory.communes) {
        if (!commune.apl || *commune.population > 2'000) {
            continue;
        }
        double km = 1e9;
        for (const Commune& town : territory.communes) {
            if (*town.population > 6'000) {
                km = std::min(km, greatCircle(*town.point, *commune.point).kilometres());
            }
        }
        (km < 8 ? near : far) += *commune.apl;
        ++(km < 8 ? nears : fars);
    }
    EXPECT_GT(near / nears, far / fars + 0.4);
}

TEST(Admidep, HasCodesThatNoRealCommuneCanHave) {
    const Territory territory = admidep();
    std::set<InseeCode> codes;
    for (const Commune& commune : territory.communes) {
        EXPECT_TRUE(isInseeCode(commune.insee.value));
        EXPECT_TRUE(commune.insee.value.starts_with("00"));
        EXPECT_EQ(commune.department, "00");
        codes.insert(commune.insee);
    }
    EXPECT_EQ(codes.size(), territory.communes.size());
}

TEST(Admidep, HasVariedNamesAndNoneTwice) {
    const Territory territory = admidep();
    std::set<std::string> names;
    std::size_t longest = 0;
    const auto count = [&](std::string_view part) {
        return std::count_if(territory.communes.begin(), territory.communes.end(),
                             [&](const Commune& c) { return c.name.find(part) != std::string::npos; });
    };
    for (const Commune& commune : territory.communes) {
        names.insert(foldForSearch(commune.name));
        longest = std::max(longest, commune.name.size());
    }
    EXPECT_EQ(names.size(), territory.communes.size());
    EXPECT_GT(longest, 30U);
    for (const std::string_view part :
         {"Saint-", "Sainte-", "-de-la-", "L'", "Le ", "La ", "Les ", "-sur-", "d'"}) {
        EXPECT_GT(count(part), 0) << part;
    }
}

TEST(Admidep, BorrowsNoNameFromARealCommune) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const auto france = readCommunes(testing::sharedData() / "territory/communes-france.csv");
    ASSERT_TRUE(france);
    std::set<std::string> real;
    for (const Commune& commune : france->communes) {
        real.insert(foldForSearch(commune.name));
    }
    for (const Commune& commune : admidep().communes) {
        EXPECT_FALSE(real.contains(foldForSearch(commune.name))) << commune.name;
    }
}

} // namespace
} // namespace medicobus::territory
