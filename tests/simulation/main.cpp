// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/play/draw.h"
#include "tests/simulation/play/run.h"
#include "tests/simulation/play/shrink.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>

using namespace medicobus;
using namespace medicobus::simulation;

namespace {

struct Wish {
    std::uint64_t scenarios = 1000;
    std::uint64_t seed = 1;
    double minutes = 0;
    std::string replay;
};

bool breaks(const Scenario& scenario, Guarantee guarantee) {
    const Outcome outcome = run(scenario);
    return outcome.broken && outcome.broken->guarantee == guarantee;
}

int tellFailure(const Scenario& scenario, const Outcome& outcome) {
    std::cout << "FAILED with seed " << scenario.seed << ", "
              << guaranteeNames[static_cast<std::size_t>(outcome.broken->guarantee)] << ": "
              << outcome.broken->what << "\nshrinking...\n";
    const Guarantee guarantee = outcome.broken->guarantee;
    const Scenario smallest =
        shrink(scenario, [guarantee](const Scenario& tried) { return breaks(tried, guarantee); });
    std::cout << report(smallest, run(smallest));
    return 1;
}

int replay(const std::string& file) {
    std::ifstream in(file);
    std::ostringstream text;
    text << in.rdbuf();
    const auto scenario = parseScenario(text.str());
    if (!in || !scenario) {
        std::cerr << fmt::format("{}: line {} cannot be read\n", file,
                                 scenario ? "0" : scenario.error().detail("line"));
        return 2;
    }
    const Outcome outcome = run(*scenario);
    std::cout << report(*scenario, outcome);
    return outcome.broken ? 1 : 0;
}

void tellFigures(const Outcome& sum, std::uint64_t count, double seconds) {
    std::cout << fmt::format("{} scenarios in {:.1f} s: {:.1f} a second\n", count, seconds,
                             static_cast<double>(count) / seconds);
    std::cout << "faults that struck:";
    for (std::size_t index = 0; index < faultNames.size(); ++index) {
        std::cout << fmt::format(" {} {}", faultNames[index], sum.faults.times[index]);
    }
    std::cout << "\nacts done:";
    for (std::size_t index = 0; index < actNames.size(); ++index) {
        std::cout << fmt::format(" {} {}", actNames[index], sum.done[index]);
    }
    std::cout << "\nchecks made:\n";
    for (std::size_t index = 0; index < guaranteeNames.size(); ++index) {
        std::cout << fmt::format("  {:>9}  {}\n", sum.checks.times[index], guaranteeNames[index]);
    }
}

int runMany(const Wish& wish) {
    using Watch = std::chrono::steady_clock;
    const auto start = Watch::now();
    const auto seconds = [&] { return std::chrono::duration<double>(Watch::now() - start).count(); };
    Outcome sum;
    std::uint64_t count = 0;
    while (wish.minutes > 0 ? seconds() < wish.minutes * 60 : count < wish.scenarios) {
        const Scenario scenario = drawScenario(wish.seed + count);
        const Outcome outcome = run(scenario);
        ++count;
        sum += outcome;
        if (count % 1000 == 0) {
            std::cerr << fmt::format("{} scenarios, {:.0f} s\n", count, seconds());
        }
        if (outcome.broken) {
            return tellFailure(scenario, outcome);
        }
    }
    tellFigures(sum, count, seconds());
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Plays the exchange on simulated clocks, networks and disks, and checks its guarantees.");
    Wish wish;
    app.add_option("--scenarios", wish.scenarios, "How many, one for each seed from --seed on");
    app.add_option("--seed", wish.seed, "The first seed");
    app.add_option("--minutes", wish.minutes, "Go on for so long instead");
    app.add_option("--replay", wish.replay, "Play the scenario of a file, as a failure prints it");
    CLI11_PARSE(app, argc, argv);
    return wish.replay.empty() ? runMany(wish) : replay(wish.replay);
}
