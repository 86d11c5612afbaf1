// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fcntl.h>
#include <unistd.h>

namespace medicobus::vault {

/// What must not be found, by what it is called in the report.
using Needles = std::map<std::string, std::string>;

/// A program whose memory is looked at while it waits for a line.
class WatchedProcess {
public:
    WatchedProcess(const char* program, const std::filesystem::path& folder) {
        EXPECT_EQ(pipe(m_in), 0);
        EXPECT_EQ(pipe(m_out), 0);
        m_pid = fork();
        if (m_pid == 0) {
            dup2(m_in[0], STDIN_FILENO);
            dup2(m_out[1], STDOUT_FILENO);
            for (const int end : {m_in[0], m_in[1], m_out[0], m_out[1]}) {
                close(end);
            }
            execl(program, program, folder.c_str(), nullptr);
            _exit(127);
        }
        close(m_in[0]);
        close(m_out[1]);
    }
    ~WatchedProcess() {
        close(m_in[1]);
        close(m_out[0]);
        waitpid(m_pid, nullptr, 0);
    }
    WatchedProcess(const WatchedProcess&) = delete;
    WatchedProcess& operator=(const WatchedProcess&) = delete;

    void tell(std::string_view line) {
        const std::string whole = std::string(line) + '\n';
        ASSERT_EQ(write(m_in[1], whole.data(), whole.size()), static_cast<ssize_t>(whole.size()));
    }
    std::string hear() {
        std::string word;
        for (char c = 0; read(m_out[0], &c, 1) == 1 && c != '\n';) {
            word += c;
        }
        return word;
    }
    /// Everything a core dump would hold: each mapping that can be read.
    std::vector<std::string> found(const Needles& needles) const {
        std::string memory;
        std::ifstream maps(fmt::format("/proc/{}/maps", m_pid));
        const int file = ::open(fmt::format("/proc/{}/mem", m_pid).c_str(), O_RDONLY | O_CLOEXEC);
        EXPECT_GE(file, 0);
        for (std::string line; std::getline(maps, line);) {
            unsigned long from = 0;
            unsigned long to = 0;
            char readable = 0;
            if (std::sscanf(line.c_str(), "%lx-%lx %c", &from, &to, &readable) != 3 || readable != 'r') {
                continue;
            }
            std::string part(to - from, '\0');
            const auto size = pread(file, part.data(), part.size(), static_cast<off_t>(from));
            memory.append(part, 0, static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
        }
        close(file);
        std::vector<std::string> names;
        for (const auto& [name, needle] : needles) {
            if (memory.find(needle) != std::string::npos) {
                names.push_back(name);
            }
        }
        return names;
    }

private:
    int m_in[2]{};
    int m_out[2]{};
    pid_t m_pid = 0;
};

} // namespace medicobus::vault
