// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/core/journal/tally.h"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <functional>
#include <string>

namespace medicobus::testing {

/// A folder of its own for one test, removed at its end.
class Scratch {
public:
    Scratch() {
        std::string name = (std::filesystem::temp_directory_path() / "medicobus-journal-XXXXXX").string();
        m_folder = ::mkdtemp(name.data());
    }
    ~Scratch() {
        std::error_code ignored;
        std::filesystem::permissions(m_folder, std::filesystem::perms::owner_all, ignored);
        std::filesystem::remove_all(m_folder, ignored);
    }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    const std::filesystem::path& folder() const { return m_folder; }
    std::filesystem::path file(const std::string& name = "medicobus.db") const { return m_folder / name; }

private:
    std::filesystem::path m_folder;
};

/// A journal file with a tally on it, opened and closed as a test needs.
class JournalTest : public ::testing::Test {
protected:
    Result<std::unique_ptr<journal::Journal>> tryOpen(int tallyVersion = 1,
                                                      journal::OpenOptions options = {}) {
        tally = std::make_shared<Tally>(tallyVersion);
        return journal::Journal::open(scratch.file(), clock, systemEntropy(), {tally}, options);
    }
    std::unique_ptr<journal::Journal> open(int tallyVersion = 1) {
        auto opened = tryOpen(tallyVersion);
        if (!opened) {
            ADD_FAILURE() << opened.error().code().name << " " << opened.error().detail("cause");
            std::abort();
        }
        return std::move(*opened);
    }
    /// The code that opening fails with, or "opened".
    std::string openingCode(journal::OpenOptions options = {}) {
        const auto opened = tryOpen(1, options);
        return opened ? "opened" : std::string(opened.error().code().name);
    }
    void fill(int count, std::size_t bodySize = 0) {
        const auto journal = open();
        for (int index = 1; index <= count; ++index) {
            auto draft = added("site-" + std::to_string(index % 7), index);
            if (bodySize > 0) {
                draft.sealed = std::string(bodySize, 'x');
            }
            clock.step(std::chrono::milliseconds(1));
            ASSERT_TRUE(journal->append(draft));
        }
    }
    /// Changes the closed file behind the journal's back.
    void tamper(const std::string& sql) {
        SQLite::Database db(scratch.file().string(), SQLite::OPEN_READWRITE);
        db.exec("DROP TRIGGER operations_never_change; DROP TRIGGER operations_never_go");
        db.exec(sql);
    }
    std::int64_t number(const journal::Journal& journal, const std::string& query) {
        SQLite::Statement select(journal.reader(), query);
        select.executeStep();
        return select.getColumn(0).getInt64();
    }

    Scratch scratch;
    HandClock clock;
    std::shared_ptr<Tally> tally;
};

/// Runs work in a child process, which may give up its rights or limits, and returns what it answered.
inline std::string inChild(const std::function<std::string()>& work) {
    int ends[2];
    if (::pipe(ends) != 0) {
        return "no pipe";
    }
    const pid_t child = ::fork();
    if (child == 0) {
        const std::string answer = work();
        const bool isSent =
            ::write(ends[1], answer.data(), answer.size()) == static_cast<ssize_t>(answer.size());
        ::_exit(isSent ? 0 : 1);
    }
    ::close(ends[1]);
    std::string answer;
    char buffer[256];
    for (ssize_t got = 0; (got = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
        answer.append(buffer, static_cast<std::size_t>(got));
    }
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return WIFEXITED(status) ? answer : answer + " (died)";
}

template <typename T>
std::string codeOf(const Result<T>& result) {
    return result ? "done" : std::string(result.error().code().name);
}

} // namespace medicobus::testing
