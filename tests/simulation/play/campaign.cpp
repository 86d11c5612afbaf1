// SPDX-License-Identifier: EUPL-1.2
#include "tests/simulation/play/campaign.h"

#include "tests/simulation/drawing/draw.h"
#include "tests/simulation/play/shrink.h"

#include <fmt/format.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <iostream>
#include <set>
#include <sstream>

namespace medicobus::simulation {
namespace {

using Watch = std::chrono::steady_clock;

double secondsSince(Watch::time_point start) {
    return std::chrono::duration<double>(Watch::now() - start).count();
}

bool breaks(const Scenario& scenario, Guarantee guarantee) {
    const Outcome outcome = run(scenario);
    return outcome.broken && outcome.broken->guarantee == guarantee;
}

/// In one piece, so that what several processes say is not mixed.
void say(const std::string& text) {
    std::cout << text << std::flush;
}

void tellFailure(const Scenario& scenario, const Violation& broken, bool isFirstOfItsKind) {
    say(fmt::format("FAILED with seed {}, {}: {}\n", scenario.seed,
                    guaranteeNames[static_cast<std::size_t>(broken.guarantee)], broken.what));
    if (isFirstOfItsKind) {
        const Scenario smallest =
            shrink(scenario, [&](const Scenario& tried) { return breaks(tried, broken.guarantee); });
        say("shrunk:\n" + report(smallest, run(smallest)));
    }
}

/// Every `jobs`-th scenario from the `first` on.
Harvest playShare(const Campaign& campaign, std::uint64_t first) {
    const auto start = Watch::now();
    const auto step = static_cast<std::uint64_t>(campaign.jobs);
    Harvest harvest;
    std::set<Guarantee> known;
    for (std::uint64_t index = first;
         campaign.minutes > 0 ? secondsSince(start) < campaign.minutes * 60 : index < campaign.scenarios;
         index += step) {
        const std::uint64_t seed = campaign.seed + index;
        if (std::find(campaign.except.begin(), campaign.except.end(), seed) != campaign.except.end()) {
            continue;
        }
        const Scenario scenario = drawScenario(seed);
        const Outcome outcome = run(scenario);
        ++harvest.count;
        harvest.sum += outcome;
        if (outcome.broken) {
            harvest.failed.push_back(scenario.seed);
            tellFailure(scenario, *outcome.broken, known.insert(outcome.broken->guarantee).second);
        }
        if (harvest.count % 1000 == 0) {
            std::cerr << fmt::format("{} scenarios, {:.0f} s\n", harvest.count, secondsSince(start));
        }
    }
    return harvest;
}

std::string packed(const Harvest& harvest) {
    std::ostringstream out;
    out << harvest.count << ' ' << harvest.failed.size();
    const auto all = [&](const auto& numbers) {
        for (const auto number : numbers) {
            out << ' ' << number;
        }
    };
    all(harvest.failed);
    all(harvest.sum.faults.times);
    all(harvest.sum.checks.times);
    all(harvest.sum.done);
    return out.str();
}

bool add(Harvest& whole, const std::string& text) {
    std::istringstream in(text);
    Harvest part;
    std::size_t failures = 0;
    in >> part.count >> failures;
    part.failed.resize(in ? failures : 0);
    const auto all = [&](auto& numbers) {
        for (auto& number : numbers) {
            in >> number;
        }
    };
    all(part.failed);
    all(part.sum.faults.times);
    all(part.sum.checks.times);
    all(part.sum.done);
    if (!in) {
        return false;
    }
    whole.count += part.count;
    whole.sum += part.sum;
    whole.failed.insert(whole.failed.end(), part.failed.begin(), part.failed.end());
    return true;
}

/// A process that plays its share, and the end of the pipe that it tells of it.
struct Worker {
    pid_t process = -1;
    int told = -1;
};

Worker hire(const Campaign& campaign, std::uint64_t share) {
    std::array<int, 2> pipe{-1, -1};
    if (::pipe(pipe.data()) != 0) {
        return {};
    }
    Worker worker{::fork(), pipe[0]};
    if (worker.process == 0) {
        ::close(pipe[0]);
        const std::string text = packed(playShare(campaign, share));
        const bool isTold = ::write(pipe[1], text.data(), text.size()) == static_cast<ssize_t>(text.size());
        // The whole world of a run lies in memory but for its folder, which goes in the usual way.
        std::exit(isTold ? 0 : 1);
    }
    ::close(pipe[1]);
    return worker;
}

std::string whatItTold(const Worker& worker) {
    std::string text;
    std::array<char, 4096> some{};
    for (ssize_t got = 0; (got = ::read(worker.told, some.data(), some.size())) > 0;) {
        text.append(some.data(), static_cast<std::size_t>(got));
    }
    ::close(worker.told);
    int status = 0;
    ::waitpid(worker.process, &status, 0);
    return text;
}

} // namespace

Harvest play(const Campaign& campaign) {
    if (campaign.jobs <= 1) {
        return playShare(campaign, 0);
    }
    std::vector<Worker> workers;
    for (int index = 0; index < campaign.jobs; ++index) {
        workers.push_back(hire(campaign, static_cast<std::uint64_t>(index)));
    }
    Harvest whole;
    for (const Worker& worker : workers) {
        whole.lost += worker.process > 0 && add(whole, whatItTold(worker)) ? 0 : 1;
    }
    std::sort(whole.failed.begin(), whole.failed.end());
    return whole;
}

std::string figures(const Harvest& harvest, double seconds) {
    std::string text = fmt::format("{} scenarios in {:.1f} s: {:.1f} a second\n", harvest.count, seconds,
                                   static_cast<double>(harvest.count) / seconds);
    text += "faults that struck:";
    for (std::size_t index = 0; index < faultNames.size(); ++index) {
        text += fmt::format(" {} {}", faultNames[index], harvest.sum.faults.times[index]);
    }
    text += "\nacts done:";
    for (std::size_t index = 0; index < actNames.size(); ++index) {
        text += fmt::format(" {} {}", actNames[index], harvest.sum.done[index]);
    }
    text += "\nchecks made:\n";
    for (std::size_t index = 0; index < guaranteeNames.size(); ++index) {
        text += fmt::format("  {:>9}  {}\n", harvest.sum.checks.times[index], guaranteeNames[index]);
    }
    if (!harvest.failed.empty()) {
        text += "FAILED seeds:";
        for (const std::uint64_t seed : harvest.failed) {
            text += fmt::format(" {}", seed);
        }
        text += '\n';
    }
    return text;
}

} // namespace medicobus::simulation
