// SPDX-License-Identifier: EUPL-1.2
#include "journal/journal.h"
#include "tests/core/journal/scratch.h"
#include "tests/simulation/world/chance.h"
#include "tests/simulation/world/clock.h"
#include "tests/simulation/world/vfs.h"

#include <gtest/gtest.h>

namespace medicobus::simulation {
namespace {

using journal::Journal;
using testing::added;
using testing::Scratch;
using testing::Tally;

/// A journal on a simulated disk, whose program is killed or whose power fails.
class Disk : public ::testing::Test {
protected:
    void SetUp() override {
        installVfs();
        seedEverything(seed);
    }
    /// Opens, appends up to `count` and returns how many were acknowledged.
    std::int64_t run(Process& process, std::int64_t count) {
        const RunningAs running(process);
        const auto opened = Journal::open(file, clock, seededEntropy(), {std::make_shared<Tally>()});
        std::int64_t acknowledged = 0;
        while (opened && acknowledged < count && (*opened)->append(added("site", 1)) && !process.isDead()) {
            ++acknowledged;
        }
        return acknowledged;
    }
    std::int64_t stored() {
        Process reader(machine);
        const RunningAs running(reader);
        const auto opened = Journal::open(file, clock, seededEntropy(), {std::make_shared<Tally>()});
        if (!opened) {
            ADD_FAILURE() << opened.error().code().name << " " << opened.error().detail("cause");
            return -1;
        }
        const auto report = (*opened)->verify();
        EXPECT_TRUE(report && report->isClean());
        return report ? report->operations : -1;
    }

    static constexpr std::uint64_t seed = 20270301;
    Scratch scratch;
    Machine machine{"tablet"};
    Plugged plugged{machine};
    std::filesystem::path file = scratch.folder() / "tablet" / "medicobus.db";
    TrueTime truth{Instant(std::chrono::milliseconds(1'800'000'000'000))};
    DeviceClock clock{truth};
    Random random{seed};
};

TEST_F(Disk, KeepsWhatWasSyncedAtWhateverWriteThePowerFails) {
    std::int64_t deaths = 0;
    for (const Loss loss : {Loss::All, Loss::Tail, Loss::Sectors}) {
        for (std::int64_t at = 1; at < 120; ++at) {
            SCOPED_TRACE("before change " + std::to_string(at));
            machine.restore({});
            Process process(machine);
            process.dieBefore(at);
            const std::int64_t acknowledged = run(process, 10);
            deaths += process.isDead() ? 1 : 0;
            machine.losePower(random, loss);
            const std::int64_t after = stored();
            EXPECT_GE(after, acknowledged);
            EXPECT_LE(after, acknowledged + 1);
        }
    }
    EXPECT_GT(deaths, 100) << "the test must reach the deaths it speaks of";
}

TEST_F(Disk, LosesWhatWasNotSynced) {
    StoredFile stored;
    const Bytes old(2000, 1);
    stored.write(0, old);
    stored.sync();
    stored.write(500, Bytes(1000, 2));
    stored.losePower(random, Loss::All);
    EXPECT_EQ(stored.bytes(), old);
    stored.write(0, Bytes(2000, 3));
    stored.losePower(random, Loss::Sectors);
    EXPECT_NE(stored.bytes(), Bytes(2000, 3)) << "with this seed some sectors are lost";
    EXPECT_NE(stored.bytes(), old) << "and some are not";
}

TEST_F(Disk, GoesOnAfterAnErrorAndWhenThereIsRoomAgain) {
    Process process(machine);
    const RunningAs running(process);
    const auto opened = Journal::open(file, clock, seededEntropy(), {std::make_shared<Tally>()});
    ASSERT_TRUE(opened);
    ASSERT_TRUE((*opened)->append(added("site", 1)));
    process.failAt(1);
    EXPECT_FALSE((*opened)->append(added("site", 1)));
    EXPECT_TRUE((*opened)->append(added("site", 1)));
    machine.limitTo(machine.used());
    const auto refused = (*opened)->append(added("site", 1));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code(), journal::codes::diskFull);
    machine.limitTo(std::nullopt);
    EXPECT_TRUE((*opened)->append(added("site", 1)));
    EXPECT_EQ((*opened)->verify()->operations, 3);
}

TEST_F(Disk, ServesTwoProgramsOnOneFile) {
    Process one(machine);
    Process two(machine);
    std::unique_ptr<Journal> first;
    {
        const RunningAs running(one);
        first = std::move(*Journal::open(file, clock, seededEntropy(), {std::make_shared<Tally>()}));
    }
    const RunningAs running(two);
    const auto second = Journal::open(file, clock, seededEntropy(), {std::make_shared<Tally>()});
    ASSERT_TRUE(second);
    EXPECT_TRUE(first->append(added("site", 1)));
    EXPECT_TRUE((*second)->append(added("site", 1)));
    EXPECT_TRUE(first->append(added("site", 1)));
    one.die();
    EXPECT_FALSE(first->append(added("site", 1)));
    first.reset();
    EXPECT_TRUE((*second)->append(added("site", 1))) << "the dead hold no lock";
    EXPECT_EQ((*second)->verify()->operations, 4);
}

TEST(DeviceClock, DriftsAndJumpsAndIsSetRight) {
    TrueTime truth(Instant(std::chrono::milliseconds(1'800'000'000'000)));
    DeviceClock clock(truth);
    clock.drift(100);
    truth.pass(std::chrono::hours(10));
    EXPECT_EQ(clock.error(), std::chrono::milliseconds(3600));
    clock.jump(-std::chrono::hours(24 * 365));
    clock.drift(0);
    truth.pass(std::chrono::hours(1));
    EXPECT_EQ(clock.error(), std::chrono::milliseconds(3600) - std::chrono::hours(24 * 365));
    clock.correct();
    EXPECT_EQ(clock.now(), truth.now());
}

} // namespace
} // namespace medicobus::simulation
