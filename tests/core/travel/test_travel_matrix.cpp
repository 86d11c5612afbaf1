// SPDX-License-Identifier: EUPL-1.2
#include "travel/osrm.h"
#include "travel/travel_matrix.h"

#include "base/csv_table.h"
#include "base/file.h"
#include "tests/core/shared_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace medicobus::travel {
namespace {

const std::vector<NamedPoint> three{{"62001", {50, 2}}, {"62002", {50.1, 2}}, {"B1", {50, 2.1}}};

class MatrixFile : public ::testing::Test {
protected:
    std::filesystem::path write(const std::string& text) {
        const auto path = std::filesystem::temp_directory_path()
                          / (std::string("medicobus-matrix-")
                             + ::testing::UnitTest::GetInstance()->current_test_info()->name() + ".csv");
        EXPECT_TRUE(writeFile(path, text));
        return path;
    }
    Result<TravelMatrix> read(const std::string& text) {
        return readMatrix(write(text), three, TravelEstimate(1.3, 50));
    }
};

TEST_F(MatrixFile, FollowsItsIdsWhateverTheirOrder) {
    const auto matrix = read("B1,other,62001,62002\n0,1,2,3\n4,0,5,6\n7,8,0,9.5\n10,11,,0\n").value();
    EXPECT_EQ(matrix.kind(), "matrix");
    EXPECT_EQ(matrix.time({50, 2.1}, {50, 2}).count(), 2);
    EXPECT_EQ(matrix.time({50, 2}, {50.1, 2}).count(), 9.5);
    EXPECT_EQ(matrix.time({50.1, 2}, {50, 2}), unreachable);
    EXPECT_EQ(matrix.time({50, 2}, {50, 2}).count(), 0);
    EXPECT_EQ(matrix.time({50, 2}, {47, 2}), unreachable) << "a point of no file";
    EXPECT_NEAR(matrix.distance({50, 2}, {50.1, 2}).value,
                TravelEstimate(1.3, 50).distance({50, 2}, {50.1, 2}).value, 1e-6);
}

TEST_F(MatrixFile, NamesWhatIsWrong) {
    EXPECT_EQ(read("B1,62001\n0,1\n1,0\n").error().detail("value"), "62002");
    EXPECT_EQ(read("B1,62001,62002\n0,1,2\n1,0,3\n").error().code(), codes::travelNotSquare);
    const auto negative = read("B1,62001,62002\n0,1,2\n1,0,3\n1,-4,0\n").error();
    EXPECT_EQ(negative.code(), medicobus::codes::csvRange);
    EXPECT_EQ(negative.detail("line"), "4");
}

TEST(OsrmUrl, SaysLongitudeFirstAndIndices) {
    EXPECT_EQ(tableUrl("http://h:5000/", "driving", {{50.5, 2.25}}, {{49, 1}, {48, -0.5}}),
              "http://h:5000/table/v1/driving/2.2500000,50.5000000;1.0000000,49.0000000;-0.5000000,48.0000000"
              "?sources=0&destinations=1;2&annotations=duration,distance");
}

/// One canned answer.
class Canned : public Transport {
public:
    explicit Canned(std::string body, int status = 200) : m_reply{status, std::move(body)} {}
    Result<Reply> get(const std::string&) override { return m_reply; }

private:
    Reply m_reply;
};

TEST(OsrmReply, RefusesWhatTheProtocolDoesNotSay) {
    for (const char* body :
         {"", "not json", "[]", "{}", R"({"code":"Ok"})", R"({"code":"Ok","durations":[[1,2]]})",
          R"({"code":"Ok","durations":[["a"]]})", R"({"code":"Ok","durations":[[-1]]})",
          R"({"code":"Ok","durations":[[1]],"distances":[]})"}) {
        Canned transport(body);
        EXPECT_FALSE(askTable(transport, "http://h", "driving", {{50, 2}}, {{51, 2}})) << body;
    }
    Canned transport(R"({"code":"Ok","durations":[[null]]})");
    const auto block = askTable(transport, "http://h", "driving", {{50, 2}}, {{51, 2}}).value();
    EXPECT_FALSE(block.seconds.front());
}

/// Mean relative error of the estimate's length and time against a road engine's, over all pairs.
struct EstimateError {
    double length = 0;
    double time = 0;
};

EstimateError errorOn(const std::filesystem::path& file) {
    const auto table = CsvTable::read(file.string()).value();
    const auto value = [&](const CsvTable::Row& row, std::string_view name) {
        return table.number(row, table.require(std::span(&name, 1)).value()).value().value();
    };
    const TravelEstimate estimate(1.3, 50);
    EstimateError sum;
    for (const CsvTable::Row& row : table.rows()) {
        const GeoPoint from{value(row, "de_lat"), value(row, "de_lon")};
        const GeoPoint to{value(row, "vers_lat"), value(row, "vers_lon")};
        sum.length += std::abs(estimate.distance(from, to).kilometres() / value(row, "plus_rapide_km") - 1);
        sum.time += std::abs(estimate.time(from, to).count() / 60 / value(row, "plus_rapide_min") - 1);
    }
    const auto count = static_cast<double>(table.rows().size());
    return {sum.length / count, sum.time / count};
}

/// What `tests/bench/README.md` states, with a little room above.
TEST(TravelEstimate, StaysAsNearToRealRoadsAsTheBenchmarkPageSays) {
    MEDICOBUS_NEEDS_SHARED_DATA();
    const auto folder = testing::sharedData() / "territory" / "osm";
    const EstimateError plain = errorOn(folder / "liechtenstein-matrice-routino.csv");
    EXPECT_LT(plain.length, 0.19);
    EXPECT_LT(plain.time, 0.30);
    const EstimateError mountain = errorOn(folder / "andorra-matrice-routino.csv");
    EXPECT_LT(mountain.length, 0.16);
    EXPECT_LT(mountain.time, 0.56);
    std::cout << "mean relative error: Liechtenstein length " << plain.length << ", time " << plain.time
              << "; Andorra length " << mountain.length << ", time " << mountain.time << '\n';
}

} // namespace
} // namespace medicobus::travel
