// SPDX-License-Identifier: EUPL-1.2
#include "base/random.h"
#include "tests/core/journal/scratch.h"

#include <csignal>
#include <random>

using namespace medicobus;
using namespace medicobus::journal;
using namespace medicobus::testing;

namespace {

constexpr int crashes = 200;
/// The most operations that one transaction of the writer holds.
constexpr std::int64_t largestBatch = 3;

/// The writing program, as a child whose acknowledgements can be read.
class Writer {
public:
    Writer(const std::filesystem::path& file, std::uint64_t seed) {
        int ends[2];
        if (::pipe(ends) != 0) {
            return;
        }
        const std::string path = file.string();
        const std::string number = std::to_string(seed);
        m_child = ::fork();
        if (m_child == 0) {
            ::dup2(ends[1], STDOUT_FILENO);
            ::close(ends[0]);
            ::close(ends[1]);
            ::execl(MEDICOBUS_CRASH_WRITER, MEDICOBUS_CRASH_WRITER, path.c_str(), number.c_str(), nullptr);
            ::_exit(127);
        }
        ::close(ends[1]);
        m_acknowledgements = ends[0];
    }
    ~Writer() { ::close(m_acknowledgements); }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// The next acknowledged number, or 0 at the end.
    std::int64_t next() const {
        std::int64_t seq = 0;
        return ::read(m_acknowledgements, &seq, sizeof seq) == static_cast<ssize_t>(sizeof seq) ? seq : 0;
    }
    /// Kills it; false when it had ended by itself.
    bool kill() const {
        ::kill(m_child, SIGKILL);
        int status = 0;
        ::waitpid(m_child, &status, 0);
        return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
    }

private:
    pid_t m_child = -1;
    int m_acknowledgements = -1;
};

/// Lets a random part of the child's next step pass, without asking any clock.
void dawdle(Random& random) {
    volatile std::uint64_t sink = 0;
    for (std::uint64_t turns = random.below(400'000); turns > 0; --turns) {
        sink = sink + turns;
    }
}

} // namespace

TEST_F(JournalTest, LosesNothingAcknowledgedWhenKilledAtAnyMoment) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    std::int64_t acknowledged = 0;
    std::int64_t unacknowledged = 0;
    for (int crash = 0; crash < crashes; ++crash) {
        const Writer writer(scratch.file(), random.next());
        for (std::uint64_t wanted = random.below(6); wanted > 0; --wanted) {
            const std::int64_t seq = writer.next();
            ASSERT_GT(seq, 0) << "the writer stopped by itself, crash " << crash;
            acknowledged = seq;
        }
        dawdle(random);
        ASSERT_TRUE(writer.kill()) << crash;
        while (const std::int64_t seq = writer.next()) {
            acknowledged = seq;
        }

        const auto journal = open();
        const auto report = journal->verify();
        ASSERT_TRUE(report) << crash;
        ASSERT_TRUE(report->isClean()) << crash << " " << report->faults.front().code().name;
        ASSERT_EQ(report->devices, report->operations == 0 ? 0 : 1) << crash;
        // Numbers have no gap, so their count tells that each acknowledged one is there.
        ASSERT_GE(report->operations, acknowledged) << crash;
        ASSERT_LE(report->operations, acknowledged + largestBatch) << crash;
        unacknowledged += report->operations > acknowledged ? 1 : 0;
        acknowledged = report->operations;
    }
    RecordProperty("operations", static_cast<int>(acknowledged));
    RecordProperty("kept_though_unacknowledged", static_cast<int>(unacknowledged));
    EXPECT_GT(acknowledged, crashes);
}
