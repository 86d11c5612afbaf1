// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/run_binary.h"
#include "tests/core/routing/instances/samples.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <map>

namespace medicobus::testing {
namespace {

using ::testing::HasSubstr;
using Json = nlohmann::json;

/// A small set of each kind, in folders named after nothing.
class BenchCommand : public ::testing::Test {
protected:
    void SetUp() override {
        write("sets/one/a.tw", samples::tsptw);
        write("sets/one/bks.csv", "instance,best_known\na.tw,19.375\n");
        write("sets/two/c901.txt", samples::toptw);
        write("sets/two/bks.csv", "instance,best_known\nc901_m1,17\nc901_m2,17\n");
        write("sets/three/MCTOPMTW-2-c901.txt", samples::mctopmtw);
        write("sets/three/p90.txt", samples::pvrp);
        write("sets/three/C901.txt", samples::solomon);
        write("sets/three/tiny3.tsp", samples::tsplib);
    }

    void write(const std::string& name, const std::string& text) const {
        std::filesystem::create_directories(std::filesystem::path(m_scratch.path(name)).parent_path());
        m_scratch.write(name, text);
    }

    Ran bench(std::vector<std::string> more, const std::string& language = "fr") const {
        std::vector<std::string> arguments{"bench", m_scratch.path("sets"), "--iterations", "200"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return run(arguments, language);
    }

    Scratch m_scratch;
};

TEST_F(BenchCommand, SolvesChecksAndComparesEachInstance) {
    const Ran ran = bench({"--json"});
    ASSERT_EQ(ran.status, 0) << ran.out << ran.err;
    const Json answer = ran.json();
    std::map<std::string, Json> byName;
    for (const Json& one : answer["instances"]) {
        byName[one["instance"].get<std::string>()] = one;
    }
    ASSERT_EQ(byName.size(), 7U);
    EXPECT_EQ(byName["a.tw"]["value"], 19.375);
    EXPECT_EQ(byName["a.tw"]["gap_percent"], 0);
    EXPECT_EQ(byName["a.tw"]["folder"], "one");
    EXPECT_EQ(byName["c901_m2"]["value"], 17);
    EXPECT_EQ(byName["MCTOPMTW-2-c901"]["value"], 40);
    EXPECT_EQ(byName["C901"]["value"], 12.8);
    EXPECT_TRUE(byName["C901"]["best_known"].is_null());
    EXPECT_TRUE(byName["C901"]["gap_percent"].is_null());
    EXPECT_EQ(byName["tiny3"]["value"], 10);
    EXPECT_EQ(answer["total"]["faults"], 0);
    EXPECT_EQ(answer["total"]["compared"], 3);
    EXPECT_EQ(answer["total"]["mean_gap_percent"], 0);
}

TEST_F(BenchCommand, TellsALineAnInstanceAndTheMeanLast) {
    const Ran ran = bench({"--filter", "c901_m"});
    EXPECT_EQ(ran.status, 0) << ran.err;
    EXPECT_THAT(ran.out, HasSubstr("c901_m1"));
    EXPECT_THAT(ran.out, HasSubstr("Écart %"));
    EXPECT_THAT(ran.out, HasSubstr("Moyenne\u00a0: écart moyen 0,000\u00a0%"));
    EXPECT_THAT(ran.out, ::testing::Not(HasSubstr("a.tw")));
    EXPECT_THAT(bench({"--every", "2"}, "en").out, ::testing::Not(HasSubstr("c901_m2")));
}

TEST_F(BenchCommand, WritesSolutionsAsNodeNumbers) {
    const std::string out = m_scratch.path("out");
    ASSERT_EQ(bench({"--solutions", out}).status, 0);
    EXPECT_EQ(m_scratch.read("out/one/a.tw.sol"), "1 2\n");
    EXPECT_EQ(m_scratch.read("out/two/c901_m1.sol"), "2 1\n");
    EXPECT_THAT(m_scratch.read("out/three/p90.sol"), HasSubstr("# day 3\n"));
    EXPECT_THAT(m_scratch.read("out/three/tiny3.sol"), ::testing::StartsWith("1 "));
}

TEST_F(BenchCommand, RepeatsItselfForTheSameSeed) {
    const std::string first = m_scratch.path("first");
    const std::string second = m_scratch.path("second");
    ASSERT_EQ(bench({"--solutions", first}).status, 0);
    ASSERT_EQ(bench({"--solutions", second, "--threads", "2"}).status, 0);
    for (const std::string file : {"one/a.tw.sol", "three/p90.sol", "three/MCTOPMTW-2-c901.sol"}) {
        EXPECT_EQ(m_scratch.read("first/" + file), m_scratch.read("second/" + file)) << file;
    }
}

TEST_F(BenchCommand, NamesABrokenFileAndGoesOn) {
    write("sets/one/broken.tw", "2\n0 x\n1 0\n0 9\n0 9\n");
    const Ran ran = bench({});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("broken.tw"));
    EXPECT_THAT(ran.err, HasSubstr("ligne 2"));
    EXPECT_THAT(ran.out, HasSubstr("a.tw"));
    EXPECT_THAT(ran.out, HasSubstr("tiny3"));
    EXPECT_EQ(run({"bench", m_scratch.path("nowhere")}).status, 2);
}

TEST_F(BenchCommand, CountsAnInstanceWithoutSolutionAsAFault) {
    write("late/late.tw", "2\n0 50\n50 0\n0 90\n0 20\n"); // 50 away, closed from 20 on.
    const Ran ran = run({"bench", m_scratch.path("late"), "--iterations", "50"});
    EXPECT_EQ(ran.status, 1);
    EXPECT_THAT(ran.err, HasSubstr("aucune solution"));
}

TEST_F(BenchCommand, ComparesNoDistancesBetweenFleets) {
    std::string text = "c9_2_1\nVEHICLE\nNUMBER CAPACITY\n50 2000\nCUSTOMER\nCUST NO.\n0 0 0 0 0 13510 0\n";
    for (int customer = 1; customer <= 101; ++customer) {
        text += fmt::format("{} 1 1 10 0 10000 1\n", customer);
    }
    write("fleet/c9_2_1.txt", text);
    write("fleet/bks.csv", "instance,best_known,vehicles\nc9_2_1,99,7\n");
    const Ran ran = run({"--json", "bench", m_scratch.path("fleet"), "--iterations", "20"});
    ASSERT_EQ(ran.status, 0) << ran.out << ran.err;
    const Json one = ran.json()["instances"][0];
    EXPECT_EQ(one["best_known_vehicles"], 7);
    EXPECT_EQ(one["vehicles"], 1);
    EXPECT_TRUE(one["gap_percent"].is_null());
    EXPECT_EQ(ran.json()["total"]["other_fleet"], 1);
}

} // namespace
} // namespace medicobus::testing
