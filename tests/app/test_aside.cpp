// SPDX-License-Identifier: EUPL-1.2
#include "exchange/aside.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <string>

namespace medicobus::app {
namespace {

/// The owner is told on another thread; here it waits to be told.
class Told {
public:
    void tell() {
        m_count.fetch_add(1);
        m_count.notify_all();
    }
    void waitFor(int count) {
        for (int seen = m_count.load(); seen < count; seen = m_count.load()) {
            m_count.wait(seen);
        }
    }

private:
    std::atomic<int> m_count{0};
};

TEST(Aside, TheOwnerGoesOnWhileTheWorkIsAwayAndOnlyThen) {
    Told told;
    Aside aside([&] { told.tell(); });
    std::string story; // No lock: only one of the two runs at a time.
    std::promise<void> answer;
    aside.start([&] {
        story += "asks ";
        const int got = aside.away([&] {
            answer.get_future().wait();
            return 7;
        });
        story += "got " + std::to_string(got);
    });
    EXPECT_EQ(story, "asks ");
    EXPECT_TRUE(aside.isBusy());
    story += "meanwhile ";
    aside.goOn();
    EXPECT_EQ(story, "asks meanwhile ") << "not back yet";
    answer.set_value();
    told.waitFor(1);
    EXPECT_EQ(story, "asks meanwhile ") << "it waits for its turn";
    aside.goOn();
    EXPECT_EQ(story, "asks meanwhile got 7");
    EXPECT_FALSE(aside.isBusy());
}

TEST(Aside, RunsOnePieceOfWorkAfterTheOther) {
    Told told;
    Aside aside([&] { told.tell(); });
    int sum = 0;
    for (int round = 1; round <= 50; ++round) {
        aside.start([&, round] {
            sum += aside.away([round] { return round; });
            sum += aside.away([round] { return round; });
        });
        told.waitFor(2 * round - 1);
        aside.goOn();
        told.waitFor(2 * round);
        aside.goOn();
        EXPECT_FALSE(aside.isBusy());
    }
    EXPECT_EQ(sum, 2 * 50 * 51 / 2);
}

TEST(Aside, WorkThatNeverGoesAwayIsDoneWhenStartReturns) {
    Aside aside([] {});
    int done = 0;
    aside.start([&] { ++done; });
    EXPECT_EQ(done, 1);
    EXPECT_FALSE(aside.isBusy());
}

TEST(Aside, EndsWorkUnderWayBeforeItGoes) {
    int steps = 0;
    {
        Aside aside([] {});
        aside.start([&] {
            for (int step = 0; step < 3; ++step) {
                steps += aside.away([] { return 1; });
            }
        });
    }
    EXPECT_EQ(steps, 3);
}

} // namespace
} // namespace medicobus::app
