// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/run_binary.h"

#include "base/file.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace medicobus::testing {
namespace {

namespace fs = std::filesystem;

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> out;
    for (std::string& text : texts) {
        out.push_back(text.data());
    }
    out.push_back(nullptr);
    return out;
}

} // namespace

nlohmann::json Ran::json() const {
    auto parsed = nlohmann::json::parse(out, nullptr, false);
    EXPECT_FALSE(parsed.is_discarded()) << out << err;
    return parsed;
}

Ran run(const std::vector<std::string>& arguments, const std::string& locale) {
    const Scratch scratch;
    std::vector<std::string> words{MEDICOBUSCTL};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> settings{"LC_ALL=" + locale};
    for (const char* name : {"PATH", "HOME", "TZDIR", "ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
        if (const char* value = std::getenv(name)) {
            settings.push_back(std::string(name) + "=" + value);
        }
    }
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    constexpr int mode = 0600;
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, scratch.path("out").c_str(), O_WRONLY | O_CREAT,
                                     mode);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, scratch.path("err").c_str(), O_WRONLY | O_CREAT,
                                     mode);
    pid_t child = 0;
    const int failure = posix_spawn(&child, MEDICOBUSCTL, &actions, nullptr, pointers(words).data(),
                                    pointers(settings).data());
    posix_spawn_file_actions_destroy(&actions);
    EXPECT_EQ(failure, 0);
    int status = 0;
    waitpid(child, &status, 0);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, scratch.read("out"), scratch.read("err")};
}

Scratch::Scratch() {
    std::string name = (fs::temp_directory_path() / "medicobus-cli-XXXXXX").string();
    m_folder = mkdtemp(name.data());
}

Scratch::~Scratch() {
    std::error_code ignored;
    fs::remove_all(m_folder, ignored);
}

std::string Scratch::write(const std::string& name, const std::string& content) const {
    std::ofstream(m_folder / name, std::ios::binary) << content;
    return path(name);
}

std::string Scratch::read(const std::string& name) const {
    return readFile(m_folder / name).value_or(std::string());
}

} // namespace medicobus::testing
