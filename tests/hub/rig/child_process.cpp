// SPDX-License-Identifier: EUPL-1.2
#include "tests/hub/rig/child_process.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <stdexcept>
#include <thread>
#include <utility>

namespace medicobus::testing {
namespace {

/// What runs in the child until the program takes its place.
[[noreturn]] void become(std::vector<std::string>& arguments, int output, bool takesError) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::setpgid(0, 0);
    ::dup2(output, STDOUT_FILENO);
    if (takesError) {
        ::dup2(output, STDERR_FILENO);
    }
    sigset_t none;
    sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    std::vector<char*> pointers;
    for (std::string& argument : arguments) {
        pointers.push_back(argument.data());
    }
    pointers.push_back(nullptr);
    ::execvp(pointers[0], pointers.data());
    ::_exit(127);
}

} // namespace

ChildProcess::ChildProcess(std::vector<std::string> arguments, const std::string& output) {
    int ends[2] = {-1, -1};
    if (!output.empty()) {
        ends[1] = ::open(output.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    } else if (::pipe2(ends, O_CLOEXEC) != 0) {
        throw std::runtime_error("no pipe");
    }
    m_id = ::fork();
    if (m_id == 0) {
        become(arguments, ends[1], !output.empty());
    }
    ::close(ends[1]);
    m_output = ends[0];
}

ChildProcess::~ChildProcess() {
    kill();
    if (m_output >= 0) {
        ::close(m_output);
    }
}

std::optional<std::string> ChildProcess::line(std::chrono::milliseconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (true) {
        if (const auto at = m_pending.find('\n'); at != std::string::npos) {
            std::string line = m_pending.substr(0, at);
            m_pending.erase(0, at + 1);
            return line;
        }
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(end - std::chrono::steady_clock::now());
        pollfd waited{m_output, POLLIN, 0};
        if (left.count() <= 0 || ::poll(&waited, 1, static_cast<int>(left.count())) <= 0) {
            return std::nullopt;
        }
        char buffer[4096];
        const ssize_t got = ::read(m_output, buffer, sizeof buffer);
        if (got <= 0) {
            return std::nullopt;
        }
        m_pending.append(buffer, static_cast<std::size_t>(got));
    }
}

std::string ChildProcess::rest() {
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(m_output, buffer, sizeof buffer)) > 0;) {
        m_pending.append(buffer, static_cast<std::size_t>(got));
    }
    return std::exchange(m_pending, {});
}

void ChildProcess::send(int signal) const {
    if (!m_status) {
        ::kill(m_id, signal);
    }
}

int ChildProcess::wait() {
    if (!m_status) {
        int status = 0;
        ::waitpid(m_id, &status, 0);
        m_status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
    }
    return *m_status;
}

std::optional<int> ChildProcess::waitFor(std::chrono::milliseconds patience) {
    const auto end = std::chrono::steady_clock::now() + patience;
    while (!m_status) {
        int status = 0;
        if (::waitpid(m_id, &status, WNOHANG) == m_id) {
            m_status = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        } else if (std::chrono::steady_clock::now() >= end) {
            return std::nullopt;
        } else {
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }
    return m_status;
}

void ChildProcess::kill() {
    send(SIGKILL);
    wait();
}

long ChildProcess::peakKib() const {
    std::ifstream status("/proc/" + std::to_string(m_id) + "/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with("VmHWM:")) {
            return std::strtol(line.c_str() + 6, nullptr, 10);
        }
    }
    return 0;
}

std::optional<std::string> outputOf(std::vector<std::string> arguments) {
    ChildProcess child(std::move(arguments));
    std::string output = child.rest();
    return child.wait() == 0 ? std::optional(std::move(output)) : std::nullopt;
}

} // namespace medicobus::testing
