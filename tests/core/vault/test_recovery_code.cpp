// SPDX-License-Identifier: EUPL-1.2
#include "vault/recovery_code.h"
#include "vault_fixture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

namespace medicobus::vault {
namespace {

TEST(RecoveryCode, IsReadHoweverItIsTyped) {
    const RecoveryPair pair = Vault::makeRecoveryPair();
    const SecretText shown = recoveryCodeOf(pair.secretKey);
    std::string typed(shown.view());
    EXPECT_EQ(
        std::count_if(typed.begin(), typed.end(), [](char each) { return each != ' ' && each != '\n'; }),
        recoveryCodeLetters);
    for (char& each : typed) {
        each = each == ' '   ? '-'
               : each == '0' ? 'o'
               : each == '1' ? 'l'
                             : static_cast<char>(std::tolower(each));
    }
    const auto read = readRecoveryCode(typed);
    ASSERT_TRUE(read);
    EXPECT_TRUE(*read == pair.secretKey);
    EXPECT_EQ(recoveryPublicKey(*read), pair.publicKey);
}

TEST(RecoveryCode, EverySlipOfOneLetterIsTold) {
    const RecoveryPair pair = Vault::makeRecoveryPair();
    const SecretText shown = recoveryCodeOf(pair.secretKey);
    for (std::size_t at = 0; at < shown.view().size(); ++at) {
        std::string slip(shown.view());
        if (slip[at] == ' ' || slip[at] == '\n') {
            continue;
        }
        slip[at] = slip[at] == 'Z' ? 'Y' : 'Z';
        EXPECT_FALSE(readRecoveryCode(slip).has_value()) << at;
        EXPECT_FALSE(readRecoveryCode(std::string(shown.view()).erase(at, 1)).has_value()) << at;
    }
    EXPECT_EQ(readRecoveryCode("ABCU").error().detail("value"), "U");
    EXPECT_EQ(codeOf(readRecoveryCode("")), "base32.unreadable");
}

TEST(RecoveryCode, ACopyOfTheKeysIsThereOnlyAfterAKeyWasSet) {
    Device device;
    EXPECT_FALSE(Vault::canRecover(device.wraps));
    const auto vault = device.create();
    EXPECT_FALSE(Vault::canRecover(device.wraps));
    ASSERT_TRUE(vault->setRecoveryKey(Vault::makeRecoveryPair().publicKey));
    EXPECT_TRUE(Vault::canRecover(device.wraps));
    ASSERT_TRUE(Vault::destroy(device.doors()));
    EXPECT_TRUE(Vault::canRecover(device.wraps)) << "a wipe never takes it";
}

} // namespace
} // namespace medicobus::vault
