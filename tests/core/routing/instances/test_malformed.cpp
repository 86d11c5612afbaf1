// SPDX-License-Identifier: EUPL-1.2
#include "routing/instances/instance.h"
#include "samples.h"

#include <gtest/gtest.h>

namespace medicobus::testing {
namespace {

using namespace routing::instances;

/// A sample with one piece of it replaced.
std::string changed(std::string text, const std::string& what, const std::string& by) {
    const auto at = text.find(what);
    EXPECT_NE(at, std::string::npos) << what;
    return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

struct Case {
    const char* name;
    std::string text;
    ErrorCode code;
    const char* line;
};

class Malformed : public ::testing::TestWithParam<Case> {};

TEST_P(Malformed, IsRefusedWithItsLine) {
    const auto read = parse(GetParam().text, "bad.txt");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().code(), GetParam().code) << read.error().code().name;
    EXPECT_EQ(read.error().detail("file"), "bad.txt");
    EXPECT_EQ(read.error().detail("line"), GetParam().line);
}

INSTANTIATE_TEST_SUITE_P(
    Instances, Malformed,
    ::testing::Values(
        Case{"Empty", "", codes::instanceUnknownFormat, ""},
        Case{"Prose", "Dear reader,\nthis is not an instance.\n", codes::instanceUnknownFormat, ""},
        Case{"TwoNumbers", "12 13\n1 2\n", codes::instanceUnknownFormat, ""},
        Case{"TsptwWord", changed(samples::tsptw, "5.125", "5,125"), codes::instanceNumber, "3"},
        Case{"TsptwInfinite", changed(samples::tsptw, "5.125", "inf"), codes::instanceNumber, "3"},
        Case{"TsptwNegative", changed(samples::tsptw, "5.125", "-5"), codes::instanceRange, "3"},
        Case{"TsptwShort", changed(samples::tsptw, "\n0 20\n", "\n0\n"), codes::instanceLength, "8"},
        Case{"TsptwLong", samples::tsptw + std::string("1 2\n"), codes::instanceLength, "9"},
        Case{"TsptwHuge", "1000000000\n0 1\n", codes::instanceRange, "1"},
        Case{"ToptwShort", changed(samples::toptw, "4 2 2 1", "4 2 3 1"), codes::instanceLength, "5"},
        Case{"ToptwNumbering", changed(samples::toptw, " 2 3.00", " 7 3.00"), codes::instanceRange, "5"},
        Case{"ToptwFar", changed(samples::toptw, "3.00", "3e99"), codes::instanceRange, "5"},
        Case{"MctopmtwType", changed(samples::mctopmtw, "60 0 0 1", "60 0 0 2"), codes::instanceRange, "3"},
        Case{"MctopmtwFewWords", changed(samples::mctopmtw, " 0 48 1", ""), codes::instanceLength, "4"},
        Case{"MctopmtwManyTours", changed(samples::mctopmtw, "2 2 150", "33 2 150"), codes::instanceRange,
             "1"},
        Case{"PvrpCode", changed(samples::pvrp, "2 4 1", "2 8 1"), codes::instanceRange, "7"},
        Case{"PvrpFewCodes", changed(samples::pvrp, "2 1 5", "2 2 5"), codes::instanceLength, "8"},
        Case{"PvrpNoCustomer", changed(samples::pvrp, "1 2 2 3", "1 2 9 3"), codes::instanceLength, "8"},
        Case{"SolomonFleet", changed(samples::solomon, "3         200", "3 none"), codes::instanceNumber,
             "5"},
        Case{"SolomonNumbering", changed(samples::solomon, "    2      3", "    3      3"),
             codes::instanceRange, "12"},
        Case{"SolomonDemand", changed(samples::solomon, " 30 ", " 1.5 "), codes::instanceNumber, "12"},
        Case{"TsplibKind", changed(samples::tsplib, "EUC_2D", "GEO"), codes::instanceUnknownFormat, "5"},
        Case{"TsplibNumbering", changed(samples::tsplib, "2 1.0", "4 1.0"), codes::instanceRange, "8"}),
    [](const auto& tested) { return std::string(tested.param.name); });

TEST(TornFile, IsReadOrRefusedByItsName) {
    for (const char* sample : {samples::tsptw, samples::toptw, samples::mctopmtw, samples::pvrp,
                               samples::solomon, samples::tsplib}) {
        const std::string text = sample;
        for (std::size_t length = 0; length < text.size(); ++length) {
            const auto read = parse(text.substr(0, length), "torn.txt", 2);
            if (!read) {
                EXPECT_EQ(read.error().detail("file"), "torn.txt");
            }
        }
    }
}

} // namespace
} // namespace medicobus::testing
