// SPDX-License-Identifier: EUPL-1.2
#include "base/civil_time.h"

#include <gtest/gtest.h>

namespace medicobus {
namespace {

TEST(CivilTime, GivesTheParisOffsetOfEachSeason) {
    EXPECT_EQ(formatRfc3339(*parseLocal("2027-03-01T09:00")).value(), "2027-03-01T09:00:00+01:00");
    EXPECT_EQ(formatRfc3339(*parseLocal("2027-07-01T09:00")).value(), "2027-07-01T09:00:00+02:00");
}

TEST(CivilTime, MapsTheSkippedHourOfMarchToTheChange) {
    EXPECT_EQ(toInstant(*parseLocal("2027-03-28T02:30")).value(),
              toInstant(*parseLocal("2027-03-28T03:00")).value());
}

} // namespace
} // namespace medicobus
