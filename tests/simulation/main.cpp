// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/play/campaign.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <iostream>
#include <sstream>

using namespace medicobus;
using namespace medicobus::simulation;

namespace {

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

int runMany(const Campaign& campaign) {
    using Watch = std::chrono::steady_clock;
    const auto start = Watch::now();
    const Harvest harvest = play(campaign);
    std::cout << figures(harvest, std::chrono::duration<double>(Watch::now() - start).count());
    if (harvest.lost > 0) {
        std::cerr << fmt::format("{} processes ended before they had told what they saw\n", harvest.lost);
        return 2;
    }
    return harvest.failed.empty() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv) {
    CLI::App app("Plays the exchange on simulated clocks, networks and disks, and checks its guarantees.");
    Campaign campaign;
    std::string file;
    app.add_option("--scenarios", campaign.scenarios, "How many, one for each seed from --seed on");
    app.add_option("--seed", campaign.seed, "The first seed");
    app.add_option("--minutes", campaign.minutes, "Go on for so long instead");
    app.add_option("--jobs", campaign.jobs, "How many processes share them")->check(CLI::Range(1, 256));
    app.add_option("--except", campaign.except, "Seeds to leave out, those of known findings");
    app.add_option("--replay", file, "Play the scenario of a file, as a failure prints it");
    CLI11_PARSE(app, argc, argv);
    return file.empty() ? runMany(campaign) : replay(file);
}
