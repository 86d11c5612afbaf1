// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/run_binary.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <csignal>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

namespace medicobus::testing {
namespace {

/// Runs on a terminal of its own, presses Ctrl-C as soon as the progress bar is drawn, and waits.
int interruptOnceBusy(std::vector<std::string> words, std::string& screen) {
    words.insert(words.begin(), MEDICOBUSCTL);
    std::vector<char*> arguments;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    int terminal = -1;
    const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child == 0) {
        execv(MEDICOBUSCTL, arguments.data());
        _exit(127);
    }
    bool isPressed = false;
    char bytes[4096];
    for (;;) {
        const ssize_t count = read(terminal, bytes, sizeof bytes);
        if (count <= 0) {
            break;
        }
        screen.append(bytes, static_cast<std::size_t>(count));
        if (!isPressed && screen.find("░") != std::string::npos) {
            kill(child, SIGINT);
            isPressed = true;
        }
    }
    int status = 0;
    waitpid(child, &status, 0);
    close(terminal);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(Interrupt, WritesTheBestPlanFoundSoFar) {
    const Scratch scratch;
    ASSERT_EQ(run({"demo", "-o", scratch.path("demo"), "--today", "2027-03-03"}).status, 0);
    std::string screen;
    // So many moves that only Ctrl-C ends them.
    const int status =
        interruptOnceBusy({"plan", scratch.path("demo/scenario.json"), "-o", scratch.path("best.json"),
                           "--iterations", "4000000000", "--lang", "en"},
                          screen);
    EXPECT_EQ(status, 0) << screen;
    EXPECT_THAT(screen, ::testing::HasSubstr("Stopped: this is the best plan found so far."));
    EXPECT_EQ(run({"verify", scratch.path("demo/scenario.json"), scratch.path("best.json")}).status, 0);
}

TEST(Interrupt, WritesTheBestRoutesFoundSoFar) {
    const Scratch scratch;
    std::string request = R"({"vehicles":[{"id":1,"start":[2,48],"time_window":[0,30000]}],"jobs":[)";
    for (int job = 0; job < 60; ++job) {
        request += fmt::format(R"({}{{"id":{},"service":600,"location":[2.{},48.{}]}})", job > 0 ? "," : "",
                               job, job * 37 % 100 + 100, job * 61 % 100 + 100);
    }
    std::string screen;
    const int status = interruptOnceBusy({"route", scratch.write("request.json", request + "]}"), "-o",
                                          scratch.path("best.json"), "--iterations", "4000000000"},
                                         screen);
    EXPECT_EQ(status, 0) << screen;
    EXPECT_THAT(scratch.read("best.json"), ::testing::HasSubstr("\"code\": 0"));
}

} // namespace
} // namespace medicobus::testing
