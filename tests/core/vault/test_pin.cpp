// SPDX-License-Identifier: EUPL-1.2
#include "vault/keys/hold.h"
#include "vault_fixture.h"

#include <gmock/gmock.h>

namespace medicobus::vault {
namespace {

using namespace std::chrono_literals;

/// Tries a wrong PIN and gives back the whole error.
Error wrongTry(Vault& vault, std::string_view user = "u-marie") {
    const auto tried = vault.unlock(user, "0007");
    return tried ? Error(ErrorCode{"opened"}) : tried.error();
}

TEST(Pin, RefusesWhatAnybodyTriesFirst) {
    for (const std::string_view pin :
         {"", "123", "12a4", "1111", "1234", "4321", "7890", "2468", "1212", "121212", "1987", "2010", "١٢٣٤",
          " 407", "123456789012345678901234567890123"}) {
        EXPECT_EQ(codeOf(checkPin(pin)), "vault.weak_pin") << pin;
    }
    for (const std::string_view pin : {"4072", "9318", "840361", "1235", "1213", "198707"}) {
        EXPECT_TRUE(checkPin(pin)) << pin;
    }
    EXPECT_EQ(checkPin("123").error().detail("expected"), "4");
}

TEST(Pin, LeavesThirteenBitsAfterItsRefusals) {
    int good = 0;
    for (int i = 0; i < 10000; ++i) {
        std::string pin = std::to_string(i);
        pin.insert(0, 4 - pin.size(), '0');
        good += checkPin(pin) ? 1 : 0;
    }
    EXPECT_GT(good, 8192);
}

TEST(Pin, ThreeTriesThenGrowingDelays) {
    Device device;
    device.create();
    const auto vault = device.open();
    EXPECT_EQ(wrongTry(*vault).detail("value"), "2");
    EXPECT_EQ(wrongTry(*vault).detail("value"), "1");
    for (const auto delay : {30s, 60s, 120s, 300s, 900s, 3600s, 3600s}) {
        const Error wrong = wrongTry(*vault);
        EXPECT_EQ(wrong.code(), codes::wrongPin);
        EXPECT_EQ(wrong.detail("wait"), std::to_string(delay.count()));
        device.clock.step(delay - 1ms);
        const auto soon = vault->unlock("u-marie", "4072");
        EXPECT_EQ(codeOf(soon), "vault.too_soon") << "even the right PIN waits";
        EXPECT_EQ(soon.error().detail("wait"), "1");
        EXPECT_EQ(vault->waitBeforeTry(), 1ms);
        device.clock.step(1ms);
    }
    ASSERT_TRUE(vault->unlock("u-marie", "4072"));
    vault->lock();
    EXPECT_EQ(wrongTry(*vault).detail("value"), "2") << "the right PIN starts the count again";
}

TEST(Pin, CountsTheTriesOfAllUsersTogether) {
    Device device;
    const auto vault = device.create();
    ASSERT_TRUE(vault->addUser(Device::paul()));
    EXPECT_EQ(wrongTry(*vault, "u-marie").detail("value"), "2");
    EXPECT_EQ(wrongTry(*vault, "u-paul").detail("value"), "1");
    EXPECT_EQ(wrongTry(*vault, "u-marie").detail("wait"), "30");
    device.clock.step(30s);
    ASSERT_TRUE(vault->unlock("u-paul", "9318"));
    vault->lock();
    EXPECT_EQ(wrongTry(*vault, "u-paul").detail("wait"), "30") << "Paul's own PIN gives no tries at Marie's";
}

TEST(Pin, AKillBetweenCountAndCheckIsAWrongTry) {
    Device device;
    device.create();
    std::string asKilled;
    for (int i = 0; i < 3; ++i) {
        bool isFirst = true;
        device.wraps.onSave = [&] {
            if (isFirst) {
                asKilled = *device.wraps.json;
                isFirst = false;
            }
        };
        ASSERT_TRUE(device.open()->unlock("u-marie", "4072"));
        device.wraps.onSave = nullptr;
        device.wraps.json = asKilled; // The process ended before it came to look at the PIN.
    }
    EXPECT_EQ(codeOf(device.open()->unlock("u-marie", "4072")), "vault.too_soon");
}

TEST(Pin, NeitherRestartNorNewProcessShortensADelay) {
    Device device;
    device.create();
    for (int i = 0; i < 4; ++i) {
        wrongTry(*device.open());
        device.clock.step(i < 3 ? 30s : 0s);
    }
    EXPECT_EQ(device.open()->waitBeforeTry(), 60s);
    device.clock.restart();
    EXPECT_EQ(device.open()->waitBeforeTry(), 50s) << "the machine has run for 10 s since it started";
    device.clock.step(50s);
    EXPECT_TRUE(device.open()->unlock("u-marie", "4072"));
}

TEST(Pin, ARestartedClockUnderTheSameNameIsARestart) {
    const Hold hold{"first", 3630s, 30s};
    EXPECT_EQ(waitUnder(hold, {"first", 3610s}), 20s);
    EXPECT_EQ(waitUnder(hold, {"first", 10s}), 20s) << "never more than the delay itself";
    EXPECT_EQ(waitUnder(hold, {"second", 10s}), 20s);
    EXPECT_EQ(waitUnder(hold, {"second", 31s}), 0s);
    EXPECT_EQ(waitUnder(std::nullopt, {"first", 0s}), 0s);
}

TEST(Pin, LooksAtNoPinThatCannotBeCounted) {
    Device device;
    device.create();
    const auto vault = device.open();
    device.wraps.savesLeft = 0;
    EXPECT_EQ(codeOf(vault->unlock("u-marie", "4072")), "journal.disk_full");
    device.wraps.savesLeft = 1; // Enough to count, not to take the count back.
    EXPECT_TRUE(vault->unlock("u-marie", "4072"));
}

TEST(Pin, AnUnknownUserCostsNoTry) {
    Device device;
    device.create();
    const auto vault = device.open();
    const std::string before = *device.wraps.json;
    EXPECT_EQ(codeOf(vault->unlock("u-nobody", "4072")), "vault.unknown_user");
    EXPECT_EQ(*device.wraps.json, before);
}

TEST(Pin, TellsLackOfMemoryFromAWrongPin) {
    Device device;
    device.create();
    const Salt salt{};
    const Secret secret = Secret::random(32);
    // libsodium refuses what its limits do not allow in the same way as what the system does not give.
    const PinCost tooLittle{3, 4};
    EXPECT_EQ(codeOf(keyFromPin(secret, "4072", salt, tooLittle)), "vault.out_of_memory");
    EXPECT_EQ(codeOf(keyFromPin(secret, "4072", salt, {1, 8})), "");
}

TEST(Pin, TheKeyNeedsKeychainPinSaltAndCost) {
    const Secret secret = Secret::random(32);
    const Salt salt{1};
    const PinCost cost{1, 8};
    const Secret key = keyFromPin(secret, "4072", salt, cost).value();
    EXPECT_TRUE(key == keyFromPin(secret, "4072", salt, cost).value());
    EXPECT_FALSE(key == keyFromPin(secret, "4073", salt, cost).value());
    EXPECT_FALSE(key == keyFromPin(secret, "4072", Salt{2}, cost).value());
    EXPECT_FALSE(key == keyFromPin(secret, "4072", salt, {2, 8}).value());
    EXPECT_FALSE(key == keyFromPin(Secret::random(32), "4072", salt, cost).value());
}

TEST(Pin, CostsThreePassesOver64MiBUnlessSaidOtherwise) {
    Device device;
    device.options.cost = PinCost{};
    device.create();
    EXPECT_THAT(*device.wraps.json, ::testing::HasSubstr("\"memory_kib\":65536"));
    EXPECT_THAT(*device.wraps.json, ::testing::HasSubstr("\"passes\":3"));
    EXPECT_TRUE(device.open()->unlock("u-marie", "4072"));
}

} // namespace
} // namespace medicobus::vault
