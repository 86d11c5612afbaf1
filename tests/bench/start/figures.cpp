// SPDX-License-Identifier: EUPL-1.2
// How long programs take to show themselves, and the memory they hold then (tests/bench/README.md).

#include "tests/bench/start/window_watch.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

using namespace medicobus::bench;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 30s;
constexpr auto settling = 5s;

struct Start {
    double window = 0;   ///< Seconds.
    double picture = 0;  ///< Seconds.
    double resident = 0; ///< MB, shared pages included.
    double own = 0;      ///< MB, of shared pages its part.
};

/// A line such as "Rss:  1234 kB" of the sums that the kernel keeps of a process.
double megabytes(pid_t process, const std::string& name) {
    std::ifstream file("/proc/" + std::to_string(process) + "/smaps_rollup");
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with(name + ":")) {
            return std::strtod(line.c_str() + name.size() + 1, nullptr) * 1024 / 1e6;
        }
    }
    return 0;
}

pid_t launch(const std::string& command) {
    const pid_t process = fork();
    if (process == 0) {
        setpgid(0, 0);
        execl("/bin/sh", "sh", "-c", ("exec " + command).c_str(), nullptr);
        _exit(127);
    }
    return process;
}

std::optional<Start> startOnce(WindowWatch& watch, const std::string& command) {
    watch.begin();
    const auto begun = WindowWatch::Clock::now();
    const pid_t process = launch(command);
    const auto since = [&](WindowWatch::Clock::time_point at) {
        return std::chrono::duration<double>(at - begun).count();
    };
    std::optional<Start> start;
    if (const auto window = watch.waitForWindow(patience)) {
        if (const auto picture = watch.waitForPicture(patience)) {
            std::this_thread::sleep_for(settling);
            start =
                Start{since(*window), since(*picture), megabytes(process, "Rss"), megabytes(process, "Pss")};
        }
    }
    kill(-process, SIGTERM);
    int status = 0;
    waitpid(process, &status, 0);
    return start;
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char* argv[]) {
    if (argc < 3) {
        fmt::print(stderr, "usage: {} RUNS COMMAND...   (each COMMAND starts one program)\n", argv[0]);
        return 2;
    }
    WindowWatch watch;
    if (!watch.isConnected()) {
        fmt::print(stderr, "no X server answers at DISPLAY; try: xvfb-run -a {} ...\n", argv[0]);
        return 2;
    }
    const int runs = std::max(1, std::atoi(argv[1]));
    fmt::print("| program | window, s | picture, s | resident, MB | own part, MB |\n|---|---|---|---|---|\n");
    for (int which = 2; which < argc; ++which) {
        const std::string command = argv[which];
        std::array<std::vector<double>, 4> figures;
        for (int run = 0; run < runs; ++run) {
            const auto start = startOnce(watch, command);
            if (!start) {
                fmt::print(stderr, "{} showed no picture within {} s\n", command, patience.count());
                return 1;
            }
            figures[0].push_back(start->window);
            figures[1].push_back(start->picture);
            figures[2].push_back(start->resident);
            figures[3].push_back(start->own);
        }
        fmt::print("| {} | {:.2f} | {:.2f} | {:.0f} | {:.0f} |\n", command, median(figures[0]),
                   median(figures[1]), median(figures[2]), median(figures[3]));
    }
    return 0;
}
