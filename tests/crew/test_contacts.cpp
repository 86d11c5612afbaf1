// SPDX-License-Identifier: EUPL-1.2
#include "sync/device/calls.h"
#include "sync/wire/enrolment.h"
#include "tests/crew/tablet.h"

#include <algorithm>

namespace medicobus::test {
namespace {

/// What the list of devices tells of each.
class Contacts : public CrewTest {
protected:
    void SetUp() override {
        CrewTest::SetUp();
        publish();
        one = tablet("one", Tablet::Crew::Makes);
        one->join(*place, sync::Role::Crew);
        two = tablet("two");
        two->join(*place, sync::Role::Crew, one.get());
    }
    void TearDown() override {
        two.reset();
        one.reset();
        CrewTest::TearDown();
    }
    sync::DeviceEntry seenByOne(const Tablet& device) {
        const auto answer = one->talks().talk(sync::get("/v1/devices"));
        const auto list = sync::readDeviceList(answer.value().body).value();
        const auto found = std::find_if(list.devices.begin(), list.devices.end(), [&](const auto& each) {
            return each.device == device.desk->journal().device();
        });
        return found == list.devices.end() ? sync::DeviceEntry{} : *found;
    }

    std::unique_ptr<Tablet> one;
    std::unique_ptr<Tablet> two;
};

TEST_F(Contacts, SayWhatADeviceHasYetToSendAndSinceWhen) {
    two->exchange();
    EXPECT_EQ(seenByOne(*two).unsent, 0);
    EXPECT_FALSE(seenByOne(*two).unsentSince);

    clock.step(std::chrono::minutes(10));
    const Instant recorded = clock.now();
    const auto who = two->desk->registerPatient({"Fictif", "Jean", {}, "", "99001"}).value();
    ASSERT_TRUE(two->desk->book({morning, 2, who, {}, {}}));
    clock.step(std::chrono::minutes(12));
    // Heard once, and gone again before anything was pushed.
    ASSERT_TRUE(two->talks().talk(sync::get("/v1/chains")));
    const Instant heard = clock.now();
    clock.step(std::chrono::hours(2));
    const auto entry = seenByOne(*two);
    EXPECT_EQ(entry.unsent, 2);
    EXPECT_EQ(entry.unsentSince, recorded);
    EXPECT_EQ(entry.lastContact, heard);

    two->exchange();
    EXPECT_EQ(seenByOne(*two).unsent, 0);
    EXPECT_EQ(seenByOne(*two).lastContact, clock.now());
}

} // namespace
} // namespace medicobus::test
