// SPDX-License-Identifier: EUPL-1.2
#include "base/error.h"
#include "base/geo.h"
#include "base/random.h"
#include "base/result.h"

#include <gtest/gtest.h>

#include <array>
#include <numbers>

namespace medicobus {
namespace {

TEST(GreatCircle, MeasuresKnownDistances) {
    constexpr double quarter = 6'371'000.0 * std::numbers::pi / 2;
    EXPECT_NEAR(greatCircle({0, 0}, {0, 90}).value, quarter, 1e-3);
    EXPECT_NEAR(greatCircle({0, 0}, {90, 0}).value, quarter, 1e-3);
    EXPECT_NEAR(greatCircle({0, -179.5}, {0, 179.5}).value, quarter / 90, 1e-3) << "across the antimeridian";
    EXPECT_NEAR(greatCircle({90, 0}, {-90, 123}).value, 2 * quarter, 1e-3) << "pole to pole";
    EXPECT_EQ(greatCircle({50.7, 2.25}, {50.7, 2.25}).value, 0);
    // Paris to Lyon, from the spherical law of cosines worked apart.
    EXPECT_NEAR(greatCircle({48.8566, 2.3522}, {45.7640, 4.8357}).kilometres(), 391.5, 0.1);
}

TEST(GreatCircle, IsTheSameBothWays) {
    const GeoPoint a{50.748, 2.252};
    const GeoPoint b{50.7307, 1.992};
    EXPECT_DOUBLE_EQ(greatCircle(a, b).value, greatCircle(b, a).value);
    EXPECT_NEAR(greatCircle(a, {a.lat, a.lon + 1e-7}).value, 0.007, 1e-3) << "exact for a centimetre";
}

TEST(Meters, AddAndScale) {
    Meters length = Meters{1500} + Meters{500};
    length += Meters{1000};
    EXPECT_EQ(length, Meters{3000});
    EXPECT_EQ((length * 0.5).kilometres(), 1.5);
    EXPECT_LT(Meters{1}, Meters{2});
}

/// The first outputs of the authors' reference code for these seeds.
TEST(Random, IsSplitMix64) {
    Random zero(0);
    for (const std::uint64_t expected :
         {0xE220A8397B1DCDAFULL, 0x6E789E6AA1B965F4ULL, 0x06C45D188009454FULL}) {
        EXPECT_EQ(zero.next(), expected);
    }
    Random other(1234567);
    for (const std::uint64_t expected :
         {6457827717110365317ULL, 3203168211198807973ULL, 9817491932198370423ULL}) {
        EXPECT_EQ(other.next(), expected);
    }
}

TEST(Random, StaysBelowItsBoundAndReachesAll) {
    Random random(7);
    std::array<int, 6> seen{};
    for (int i = 0; i < 6000; ++i) {
        const auto value = random.below(seen.size());
        ASSERT_LT(value, seen.size());
        ++seen[value];
    }
    for (const int count : seen) {
        EXPECT_NEAR(count, 1000, 150);
    }
    EXPECT_EQ(random.below(0), 0U);
    EXPECT_EQ(random.below(1), 0U);
}

TEST(Random, KeepsUniformNumbersInTheirInterval) {
    Random random(11);
    double sum = 0;
    for (int i = 0; i < 10'000; ++i) {
        const double value = random.between(-2, 4);
        ASSERT_GE(value, -2);
        ASSERT_LT(value, 4);
        sum += value;
    }
    EXPECT_NEAR(sum / 10'000, 1, 0.1);
}

TEST(Error, CarriesItsFactsByName) {
    constexpr ErrorCode code{"test.code"};
    Error error = Error(code).with("file", "a.csv").with("line", "3");
    error.with("line", "4");
    EXPECT_EQ(error.code(), code);
    EXPECT_EQ(error.detail("line"), "4") << "the later value replaces the earlier";
    EXPECT_EQ(error.details().size(), 2U);
    EXPECT_EQ(error.detail("column"), "");
    const Result<int> failed = fault(code, {{"value", "x"}});
    ASSERT_FALSE(failed);
    EXPECT_EQ(failed.error().detail("value"), "x");
}

} // namespace
} // namespace medicobus
