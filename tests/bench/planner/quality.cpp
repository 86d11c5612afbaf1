// SPDX-License-Identifier: EUPL-1.2
// How near the bound the planner comes, and how fast: one line a case, for one bus and for three.
//
//   planner_quality FOLDER [--iterations N] [--seed N] [--sites N] [--buses N] [--only WORD] [--curve]
//
// "share" is of the bound that the plan carries, "section 2" of the looser programme of planning.md.
//
// FOLDER holds communes-14.csv, communes-58.csv, communes-61.csv and communes-62.csv. --sites is the policy's
// max_sites (default: ten for each bus), --only keeps the cases whose name contains the word, --curve prints
// each improvement. Seconds are processor seconds of the one thread: "first" until the first lawful plan,
// "all" for the whole call.
#include "plan/verify.h"
#include "planner/planner.h"
#include "tests/bench/planner/case.h"

#include <fmt/format.h>

#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

namespace medicobus::planner {
namespace {

struct Wishes {
    std::string folder;
    Options options;
    int sites = 0;
    int buses = 0;
    std::string only;
    bool hasCurve = false;
};

double processorSeconds() {
    return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

Wishes readWishes(int count, char** words) {
    Wishes wishes;
    for (int i = 1; i < count; ++i) {
        const std::string word = words[i];
        const auto number = [&] { return i + 1 < count ? std::strtoull(words[++i], nullptr, 10) : 0; };
        if (word == "--iterations") {
            wishes.options.iterations = number();
        } else if (word == "--seed") {
            wishes.options.seed = number();
        } else if (word == "--sites") {
            wishes.sites = static_cast<int>(number());
        } else if (word == "--buses") {
            wishes.buses = static_cast<int>(number());
        } else if (word == "--only" && i + 1 < count) {
            wishes.only = words[++i];
        } else if (word == "--curve") {
            wishes.hasCurve = true;
        } else {
            wishes.folder = word;
        }
    }
    return wishes;
}

void run(const Wishes& wishes, const bench::Place& place, int buses) {
    const auto scenario =
        bench::scenarioOf(wishes.folder, place, buses, wishes.sites > 0 ? wishes.sites : 10 * buses);
    const double start = processorSeconds();
    double first = -1;
    double best = 0;
    Options options = wishes.options;
    options.onProgress = [&](const Progress& progress) {
        const double now = processorSeconds() - start;
        first = first < 0 ? now : first;
        if (wishes.hasCurve && progress.best.total > best) {
            best = progress.best.total;
            fmt::print("    {:7.2f} s {:9} {:12.3f} {:6.2f} %\n", now, progress.iteration, best,
                       100 * best / progress.best.bound);
        }
    };
    const auto plan = makePlan(scenario, options).value();
    const double all = processorSeconds() - start;
    const auto verification = plan::verify(scenario, plan);
    fmt::print("{:4} {:12} {:5} {:5} {:12.3f} {:12.3f} {:8.2f} % {:8.2f} % {:7.2f} {:7.2f} {:9} {:6}\n",
               place.department, place.depot, buses, scenario.policy.maxSites, plan.score.total,
               plan.score.bound, 100 * plan.score.total / plan.score.bound,
               100 * plan.score.total / relaxedBound(scenario).value(), first, all, plan.iterations,
               verification.broken.size() + verification.mismatches.size());
    for (const auto& broken : verification.broken) {
        fmt::print("    {} {} {}\n", broken.code.name, broken.series.value, broken.site.value);
    }
    for (const auto& mismatch : verification.mismatches) {
        fmt::print("    {} {} {}\n", mismatch.figure, mismatch.expected, mismatch.found);
    }
    std::fflush(stdout);
}

} // namespace
} // namespace medicobus::planner

int main(int count, char** words) {
    using namespace medicobus::planner;
    const Wishes wishes = readWishes(count, words);
    if (wishes.folder.empty()) {
        fmt::print("planner_quality FOLDER [--iterations N] [--seed N] [--sites N] [--buses N] [--only WORD] "
                   "[--curve]\n");
        return 2;
    }
    fmt::print("dep. depot        buses sites        total        bound      share section 2   first     all "
               "iterations "
               "faults\n");
    for (const auto& place : medicobus::bench::places) {
        for (const int buses : {1, 3}) {
            const bool isAsked = std::string(place.depot).find(wishes.only) != std::string::npos;
            if (isAsked && (wishes.buses == 0 || wishes.buses == buses)) {
                run(wishes, place, buses);
            }
        }
    }
    return 0;
}
