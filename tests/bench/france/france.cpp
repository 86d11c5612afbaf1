// SPDX-License-Identifier: EUPL-1.2
// One bus for each département of a national file of communes, from its largest town: plan, bound, time and
// memory. `france COMMUNES.csv [--threads N] [--iterations N] [--seed N] [--only 62,61]`.
#include "plan/scenario.h"
#include "planner/planner.h"
#include "territory/commune_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <chrono>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <sys/resource.h>
#include <thread>
#include <vector>

namespace {

using namespace medicobus;
using Clock = std::chrono::steady_clock;

struct Arguments {
    std::string file;
    unsigned threads = 2;
    planner::Options options;
    std::string only; ///< Départements with commas between; all when empty.
};

struct Figures {
    std::size_t communes = 0;
    std::size_t candidates = 0;
    std::size_t sites = 0;
    plan::Score score;
    double seconds = 0;
    std::string failure; ///< An error's code; empty when there is a plan.
};

std::optional<Arguments> parse(int count, char** words) {
    Arguments arguments;
    const auto number = [](std::string_view text, auto& value) {
        return std::from_chars(text.data(), text.data() + text.size(), value).ptr
               == text.data() + text.size();
    };
    bool isGood = true;
    for (int at = 1; at < count; ++at) {
        const std::string_view word = words[at];
        const std::string_view next = at + 1 < count ? words[at + 1] : "";
        if (!word.starts_with("--")) {
            arguments.file = word;
            continue;
        }
        ++at;
        isGood = isGood
                 && ((word == "--threads" && number(next, arguments.threads) && arguments.threads > 0)
                     || (word == "--iterations" && number(next, arguments.options.iterations))
                     || (word == "--seed" && number(next, arguments.options.seed))
                     || (word == "--only" && !(arguments.only = next).empty()));
    }
    return isGood && !arguments.file.empty() ? std::optional(arguments) : std::nullopt;
}

bool isWanted(const std::string& department, const std::string& only) {
    return only.empty() || ("," + only + ",").find("," + department + ",") != std::string::npos;
}

Figures planOne(territory::Territory territory, const planner::Options& options) {
    Figures figures;
    figures.communes = territory.communes.size();
    const auto start = Clock::now();
    const auto finish = [&] {
        figures.seconds = std::chrono::duration<double>(Clock::now() - start).count();
        return figures;
    };
    const auto scenario = plan::defaultScenario(std::move(territory));
    if (!scenario) {
        figures.failure = scenario.error().code().name;
        return finish();
    }
    figures.candidates = scenario->sites.size();
    const auto made = planner::makePlan(*scenario, options);
    if (!made) {
        figures.failure = made.error().code().name;
        return finish();
    }
    figures.score = made->score;
    std::vector<std::string> sites;
    for (const plan::Series& series : made->series) {
        sites.push_back(series.site.value);
    }
    std::sort(sites.begin(), sites.end());
    figures.sites = static_cast<std::size_t>(std::unique(sites.begin(), sites.end()) - sites.begin());
    return finish();
}

double shareOf(const plan::Score& score) {
    return score.bound > 0 ? score.total / score.bound : 0;
}

void tell(const std::string& department, const Figures& figures) {
    if (!figures.failure.empty()) {
        fmt::print("{:>4} {:>9} {:>10}   {} {:>30.1f} s\n", department, figures.communes, figures.candidates,
                   figures.failure, figures.seconds);
    } else {
        fmt::print("{:>4} {:>9} {:>10} {:>6} {:>12.1f} {:>12.1f} {:>8.2f} % {:>8.1f} s\n", department,
                   figures.communes, figures.candidates, figures.sites, figures.score.total,
                   figures.score.bound, 100 * shareOf(figures.score), figures.seconds);
    }
    std::fflush(stdout);
}

/// Largest first, so that no long one is left for the end.
std::vector<std::pair<std::string, territory::Territory>> departments(const territory::Territory& france,
                                                                      const std::string& only) {
    std::map<std::string, territory::Territory> byDepartment;
    for (const territory::Commune& commune : france.communes) {
        if (isWanted(commune.department, only)) {
            territory::Territory& one = byDepartment[commune.department];
            one.source = france.source;
            one.communes.push_back(commune);
        }
    }
    std::vector<std::pair<std::string, territory::Territory>> list(byDepartment.begin(), byDepartment.end());
    std::stable_sort(list.begin(), list.end(), [](const auto& a, const auto& b) {
        return a.second.communes.size() > b.second.communes.size();
    });
    return list;
}

int run(const Arguments& arguments) {
    const auto start = Clock::now();
    const auto france = territory::readCommunes(arguments.file);
    if (!france) {
        fmt::print(stderr, "{}: {} {}\n", arguments.file, france.error().code().name,
                   france.error().detail("line"));
        return 2;
    }
    const auto list = departments(*france, arguments.only);
    fmt::print("{:>4} {:>9} {:>10} {:>6} {:>12} {:>12} {:>10} {:>10}\n", "dép.", "communes", "candidates",
               "sites", "value", "bound", "of bound", "time");
    std::vector<Figures> all(list.size());
    std::atomic<std::size_t> next = 0;
    std::mutex output;
    std::vector<std::jthread> threads;
    for (unsigned thread = 0; thread < arguments.threads; ++thread) {
        threads.emplace_back([&] {
            for (std::size_t at = next++; at < list.size(); at = next++) {
                all[at] = planOne(list[at].second, arguments.options);
                const std::lock_guard lock(output);
                tell(list[at].first, all[at]);
            }
        });
    }
    threads.clear();

    std::size_t planned = 0;
    std::size_t communes = 0;
    double shares = 0;
    double least = 1;
    for (const Figures& figures : all) {
        communes += figures.communes;
        if (figures.failure.empty() && figures.score.bound > 0) {
            ++planned;
            shares += shareOf(figures.score);
            least = std::min(least, shareOf(figures.score));
        }
    }
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    fmt::print(
        "{} départements, {} communes, {} planned; share of the bound {:.2f} % on average, {:.2f} % at "
        "least; {:.0f} s by {} threads; {:.0f} MB at most\n",
        list.size(), communes, planned, planned > 0 ? 100 * shares / static_cast<double>(planned) : 0,
        100 * least, std::chrono::duration<double>(Clock::now() - start).count(), arguments.threads,
        static_cast<double>(usage.ru_maxrss) / 1024);
    return planned == list.size() ? 0 : 1;
}

} // namespace

int main(int count, char** words) {
    const auto arguments = parse(count, words);
    if (!arguments) {
        fmt::print(stderr, "france COMMUNES.csv [--threads N] [--iterations N] [--seed N] [--only 62,61]\n");
        return 2;
    }
    return run(*arguments);
}
