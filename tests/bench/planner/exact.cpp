// SPDX-License-Identifier: EUPL-1.2
// How near the best integer plan the planner comes, where CBC can prove it: one line a case.
//
//   planner_exact FOLDER [--iterations N] [--sites N] [--buses N] [--only WORD] [--seconds S]
//
// "plan" is what the planner makes, "proven" a value that no lawful plan exceeds (integer_plan.h says how the
// proof goes), "cbc" the best that CBC found, which may not fit on weekdays. --seconds is for each of at most
// six runs of CBC.
#include "planner/planner.h"
#include "tests/bench/planner/case.h"
#include "tests/bench/planner/integer_plan.h"

#include <cstdlib>

int main(int count, char** words) {
    using namespace medicobus;
    std::string folder;
    std::string only;
    planner::Options options;
    int sites = 0;
    int buses = 1;
    double seconds = 60;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const char* next = i + 1 < count ? words[i + 1] : "";
        const bool isOption = word.starts_with("--");
        options.iterations = word == "--iterations" ? std::strtoull(next, nullptr, 10) : options.iterations;
        sites = word == "--sites" ? std::atoi(next) : sites;
        buses = word == "--buses" ? std::atoi(next) : buses;
        seconds = word == "--seconds" ? std::atof(next) : seconds;
        only = word == "--only" ? next : only;
        folder = isOption ? folder : word;
        i += isOption ? 1 : 0;
    }
    if (folder.empty()) {
        fmt::print(
            "planner_exact FOLDER [--iterations N] [--sites N] [--buses N] [--only WORD] [--seconds S]\n");
        return 2;
    }
    fmt::print("dep. depot        buses sites         plan          cbc       proven    ratio  relaxation\n");
    for (const bench::Place& place : bench::places) {
        if (std::string(place.depot).find(only) == std::string::npos) {
            continue;
        }
        const auto scenario = bench::scenarioOf(folder, place, buses, sites > 0 ? sites : 10 * buses);
        const double plan = planner::makePlan(scenario, options).value().score.total;
        const testing::TourTable table(scenario);
        const auto proof = bench::IntegerPlan(table).prove(plan, seconds);
        fmt::print("{:4} {:12} {:5} {:5} {:12.3f} {:12.3f} {:12.3f} {:8.2f} % {:10.3f}\n", place.department,
                   place.depot, buses, scenario.policy.maxSites, plan, proof.found, proof.bound,
                   100 * plan / proof.bound, proof.relaxation);
        std::fflush(stdout);
    }
    return 0;
}
