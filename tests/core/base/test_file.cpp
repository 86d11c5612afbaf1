// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"

#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <functional>

namespace medicobus {
namespace {

namespace fs = std::filesystem;

/// An empty folder of its own for each case, open to any user so that a child may drop its rights.
class FileTest : public ::testing::Test {
protected:
    void SetUp() override {
        std::string name = ::testing::TempDir() + "medicobus-file-XXXXXX";
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        m_folder = name;
        fs::permissions(m_folder, fs::perms::all);
    }
    void TearDown() override {
        fs::permissions(m_folder, fs::perms::all);
        fs::remove_all(m_folder);
    }

    std::vector<std::string> names() const {
        std::vector<std::string> out;
        for (const auto& entry : fs::directory_iterator(m_folder)) {
            out.push_back(entry.path().filename());
        }
        std::sort(out.begin(), out.end());
        return out;
    }

    fs::path m_folder;
};

/// The code with which `act` fails in a child of its own, which may lose rights that it cannot take back;
/// empty when it succeeds.
std::string codeInChild(const std::function<Result<void>()>& act) {
    int pipeEnds[2];
    if (::pipe(pipeEnds) != 0) {
        return "no pipe";
    }
    const pid_t child = ::fork();
    if (child == 0) {
        const auto done = act();
        const std::string_view code = done ? std::string_view() : done.error().code().name;
        const bool isTold = ::write(pipeEnds[1], code.data(), code.size()) >= 0;
        ::_exit(isTold ? 0 : 1);
    }
    ::close(pipeEnds[1]);
    std::string code(64, '\0');
    const auto length = ::read(pipeEnds[0], code.data(), code.size());
    ::close(pipeEnds[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0 || length < 0) {
        return "the child died";
    }
    code.resize(static_cast<std::size_t>(length));
    return code;
}

/// Root may write anywhere: become nobody, so that permissions hold.
void dropRights() {
    constexpr uid_t nobody = 65534;
    if (::getuid() == 0 && (::setgid(nobody) != 0 || ::setuid(nobody) != 0)) {
        ::_exit(1);
    }
}

TEST_F(FileTest, GivesBackWhatWasWritten) {
    const std::string content("a\0b\r\n\xC3\xA9", 7);
    const auto path = m_folder / "new" / "folder" / "file.bin";
    ASSERT_TRUE(writeFile(path, content));
    EXPECT_EQ(readFile(path).value(), content);
    ASSERT_TRUE(writeFile(path, ""));
    EXPECT_EQ(readFile(path).value(), "");
}

TEST_F(FileTest, LeavesNoTemporaryBehind) {
    ASSERT_TRUE(writeFile(m_folder / "a", "one"));
    ASSERT_TRUE(writeFile(m_folder / "a", "two"));
    EXPECT_EQ(names(), std::vector<std::string>{"a"});
    EXPECT_EQ(fs::status(m_folder / "a").permissions(), fs::perms(0644));
}

TEST_F(FileTest, TellsAMissingFileFromAFolder) {
    const auto missing = readFile(m_folder / "absent.csv");
    EXPECT_EQ(missing.error().code(), codes::fileMissing);
    EXPECT_EQ(missing.error().detail("file"), (m_folder / "absent.csv").string());
    EXPECT_EQ(readFile(m_folder).error().code(), codes::fileIsFolder);
}

TEST_F(FileTest, DoesNotReadWithoutTheRight) {
    const auto path = m_folder / "secret";
    ASSERT_TRUE(writeFile(path, "x"));
    fs::permissions(path, fs::perms::none);
    EXPECT_EQ(codeInChild([&]() -> Result<void> {
                  dropRights();
                  return readFile(path).map([](const std::string&) {});
              }),
              codes::fileUnreadable.name);
}

TEST_F(FileTest, SaysThatAFolderIsReadOnlyAndKeepsTheOldFile) {
    const auto path = m_folder / "plan.json";
    ASSERT_TRUE(writeFile(path, "old"));
    fs::permissions(m_folder, fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read
                                  | fs::perms::others_exec);
    const auto attempt = [&](const fs::path& target) {
        return codeInChild([&] {
            dropRights();
            return writeFile(target, "new");
        });
    };
    EXPECT_EQ(attempt(path), codes::fileReadOnly.name);
    EXPECT_EQ(attempt(m_folder / "deeper" / "plan.json"), codes::fileReadOnly.name);
    EXPECT_EQ(readFile(path).value(), "old");
    EXPECT_EQ(names(), std::vector<std::string>{"plan.json"});
}

TEST_F(FileTest, SaysThatTheDiskIsFullAndKeepsTheOldFile) {
    const auto path = m_folder / "plan.json";
    ASSERT_TRUE(writeFile(path, "old"));
    EXPECT_EQ(codeInChild([&] {
                  std::signal(SIGXFSZ, SIG_IGN);
                  const rlimit limit{4096, 4096};
                  ::setrlimit(RLIMIT_FSIZE, &limit);
                  return writeFile(path, std::string(100'000, 'x'));
              }),
              codes::fileDiskFull.name);
    EXPECT_EQ(readFile(path).value(), "old");
    EXPECT_EQ(names(), std::vector<std::string>{"plan.json"}) << "the half-written file is gone";
}

TEST_F(FileTest, RefusesToWriteOverAFolderOrThroughAFile) {
    fs::create_directory(m_folder / "a");
    ASSERT_TRUE(writeFile(m_folder / "a" / "b", "x"));
    EXPECT_EQ(writeFile(m_folder / "a", "x").error().code(), codes::fileUnwritable);
    const auto through = writeFile(m_folder / "a" / "b" / "c", "x");
    EXPECT_EQ(through.error().code(), codes::fileUnwritable);
    EXPECT_EQ(names(), std::vector<std::string>{"a"});
}

} // namespace
} // namespace medicobus
