// SPDX-License-Identifier: EUPL-1.2
#include "routing/population/span.h"

#include "base/random.h"

#include <gtest/gtest.h>

namespace {

using namespace medicobus::routing;
using namespace medicobus::routing::population;

struct Task {
    Time drive, service, opens, closes;
};

/// Lateness in all and duration of doing tasks in order from a start, going back in time when late.
Span walked(const std::vector<Task>& tasks, Time start) {
    Time now = start;
    Time warp = 0;
    for (const Task& task : tasks) {
        now = std::max(now + task.drive, task.opens);
        warp += std::max<Time>(now - task.closes, 0);
        now = std::min(now, task.closes) + task.service;
    }
    return {now - start + warp, warp, 0, 0};
}

Span joined(const std::vector<Task>& tasks, std::size_t from, std::size_t to) {
    Span span{tasks[from].service, 0, tasks[from].opens, tasks[from].closes};
    for (std::size_t i = from + 1; i < to; ++i) {
        span = join(span, tasks[i].drive, {tasks[i].service, 0, tasks[i].opens, tasks[i].closes});
    }
    return span;
}

TEST(Span, SaysOfAnySequenceWhatTheBestOfAllDeparturesGives) {
    const std::uint64_t seed = 20270301;
    SCOPED_TRACE(seed);
    medicobus::Random random(seed);
    for (int round = 0; round < 500; ++round) {
        std::vector<Task> tasks;
        for (std::size_t i = 0; i < 2 + random.below(5); ++i) {
            const Time opens = static_cast<Time>(random.below(60));
            tasks.push_back({i == 0 ? 0 : static_cast<Time>(random.below(15)),
                             static_cast<Time>(random.below(6)), opens,
                             opens + static_cast<Time>(random.below(25))});
        }
        Span best{farFuture, farFuture, 0, 0};
        for (Time start = tasks.front().opens; start <= tasks.front().closes; ++start) {
            const Span here = walked(tasks, start);
            best.warp = std::min(best.warp, here.warp);
        }
        for (Time start = tasks.front().opens; start <= tasks.front().closes; ++start) {
            const Span here = walked(tasks, start);
            best.duration = here.warp == best.warp ? std::min(best.duration, here.duration) : best.duration;
        }
        const std::size_t cut = 1 + random.below(tasks.size() - 1);
        const Span whole = join(joined(tasks, 0, cut), tasks[cut].drive, joined(tasks, cut, tasks.size()));
        EXPECT_EQ(whole.warp, best.warp);
        EXPECT_EQ(whole.duration, best.duration);
        EXPECT_EQ(walked(tasks, whole.early).duration, best.duration);
        EXPECT_EQ(walked(tasks, whole.early).warp, best.warp);
    }
}

TEST(Span, CountsWhatADutyIsTooLong) {
    const Span span{100, 10, 0, 0};
    EXPECT_EQ(span.lateness(farFuture), 10);
    EXPECT_EQ(span.lateness(90), 10);
    EXPECT_EQ(span.lateness(80), 20);
}

} // namespace
