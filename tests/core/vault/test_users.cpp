// SPDX-License-Identifier: EUPL-1.2
#include "vault_fixture.h"

#include <gmock/gmock.h>

namespace medicobus::vault {
namespace {

const Place place{"patient", "body", "018f0000-0000-7000-8000-000000000001"};

struct Sealed {
    Envelope envelope;
    std::string bytes;
};

Sealed sealIn(const Vault& vault, std::string_view text) {
    const Envelope envelope = vault.makeKey().value();
    return {envelope, vault.seal(envelope, place, text).value()};
}

TEST(Users, EachOpensTheSameWithTheirOwnPin) {
    Device device;
    const auto vault = device.create();
    const Sealed sealed = sealIn(*vault, "Octave");
    ASSERT_TRUE(vault->addUser(Device::paul()));
    ASSERT_EQ(vault->users().size(), 2U);
    EXPECT_EQ(vault->users()[1].label, "Paul");
    ASSERT_TRUE(vault->unlock("u-paul", "9318"));
    EXPECT_EQ(vault->unlockedBy(), "u-paul");
    EXPECT_EQ(vault->open(sealed.envelope, place, sealed.bytes).value().view(), "Octave");
    EXPECT_EQ(codeOf(vault->unlock("u-paul", "4072")), "vault.wrong_pin") << "Marie's PIN is not Paul's";
    EXPECT_TRUE(vault->isLocked());
}

TEST(Users, AreNotAddedTwiceNorWithAWeakPin) {
    Device device;
    const auto vault = device.create();
    EXPECT_EQ(codeOf(vault->addUser(Device::marie())), "vault.user_exists");
    EXPECT_EQ(codeOf(vault->addUser({"u-paul", "Paul", "1234"})), "vault.weak_pin");
    EXPECT_EQ(codeOf(vault->changePin("u-nobody", "9318")), "vault.unknown_user");
    EXPECT_EQ(codeOf(vault->changePin("u-marie", "0000")), "vault.weak_pin");
    EXPECT_EQ(codeOf(vault->removeUser("u-nobody")), "vault.unknown_user");
    EXPECT_EQ(codeOf(vault->removeUser("u-marie")), "vault.last_user");
    EXPECT_TRUE(vault->unlock("u-marie", "4072"));
}

TEST(Users, ANewPinOpensWhatTheOldOneSealedAndTheOldOneNothing) {
    Device device;
    const auto vault = device.create();
    const Sealed sealed = sealIn(*vault, "Octave");
    ASSERT_TRUE(vault->changePin("u-marie", "58203"));
    EXPECT_EQ(codeOf(vault->unlock("u-marie", "4072")), "vault.wrong_pin");
    ASSERT_TRUE(device.open()->unlock("u-marie", "58203"));
    const auto again = device.open();
    ASSERT_TRUE(again->unlock("u-marie", "58203"));
    EXPECT_EQ(again->open(sealed.envelope, place, sealed.bytes).value().view(), "Octave");
}

TEST(Users, ARemovedOneOpensNoMore) {
    Device device;
    const auto vault = device.create();
    ASSERT_TRUE(vault->addUser(Device::paul()));
    ASSERT_TRUE(vault->removeUser("u-paul"));
    EXPECT_EQ(codeOf(device.open()->unlock("u-paul", "9318")), "vault.unknown_user");
    EXPECT_TRUE(device.open()->unlock("u-marie", "4072"));
}

TEST(Users, AChangeThatIsNotSavedIsNotMade) {
    Device device;
    const auto vault = device.create();
    device.wraps.savesLeft = 0;
    EXPECT_EQ(codeOf(vault->addUser(Device::paul())), "journal.disk_full");
    EXPECT_EQ(codeOf(vault->changePin("u-marie", "9318")), "journal.disk_full");
    EXPECT_EQ(vault->users().size(), 1U);
    device.wraps.savesLeft = -1;
    EXPECT_TRUE(vault->unlock("u-marie", "4072"));
}

TEST(Recovery, OpensUnsentWorkAfterTheKeychainForgot) {
    const RecoveryPair pair = Vault::makeRecoveryPair();
    Device device;
    Sealed sealed;
    PublicKey signKey;
    {
        const auto vault = device.create();
        ASSERT_TRUE(vault->setRecoveryKey(pair.publicKey));
        sealed = sealIn(*vault, "unsent");
        signKey = vault->signPublicKey();
    }
    device.keychain.secrets.clear();
    EXPECT_EQ(codeOf(device.open()->unlock("u-marie", "4072")), "vault.secret_lost");
    const auto vault = Vault::recover(device.doors(), pair.secretKey, Device::paul(), device.options).value();
    EXPECT_EQ(vault->open(sealed.envelope, place, sealed.bytes).value().view(), "unsent");
    EXPECT_EQ(vault->signPublicKey(), signKey) << "the same device goes on with its chain";
    EXPECT_TRUE(vault->unlock("u-paul", "9318")) << "and a new PIN opens it from now on";
    EXPECT_EQ(codeOf(vault->unlock("u-marie", "4072")), "vault.unknown_user");
}

TEST(Recovery, OpensUnsentWorkAfterARemoteWipe) {
    const RecoveryPair pair = Vault::makeRecoveryPair();
    Device device;
    const auto before = device.create();
    ASSERT_TRUE(before->setRecoveryKey(pair.publicKey));
    const Sealed sealed = sealIn(*before, "unsent");
    const std::string local = before->sealLocal(place, "draft").value();
    ASSERT_TRUE(Vault::destroy(device.doors()));
    EXPECT_TRUE(device.keychain.secrets.empty());
    EXPECT_EQ(codeOf(Vault::open(device.doors())), "vault.destroyed");
    before->lock();
    EXPECT_EQ(codeOf(before->unlock("u-marie", "4072")), "vault.destroyed");

    EXPECT_EQ(codeOf(Vault::recover(device.doors(), Vault::makeRecoveryPair().secretKey, Device::paul())),
              "vault.wrong_recovery_key");
    EXPECT_EQ(codeOf(Vault::recover(device.doors(), Secret(), Device::paul())), "vault.wrong_recovery_key");
    const auto vault = Vault::recover(device.doors(), pair.secretKey, Device::paul(), device.options).value();
    EXPECT_EQ(vault->open(sealed.envelope, place, sealed.bytes).value().view(), "unsent");
    EXPECT_EQ(vault->openLocal(place, local).value().view(), "draft");
}

TEST(Recovery, ReadsACopyKeptElsewhereWhenTheWrapsAreUnreadable) {
    const RecoveryPair pair = Vault::makeRecoveryPair();
    Device device;
    const auto before = device.create();
    EXPECT_EQ(before->recoveryCopy(), "");
    ASSERT_TRUE(before->setRecoveryKey(pair.publicKey));
    const std::string copy = before->recoveryCopy();
    const Sealed sealed = sealIn(*before, "unsent");
    device.wraps.json = "{\"format\":";
    EXPECT_EQ(codeOf(Vault::open(device.doors())), "vault.bad_wraps");
    EXPECT_EQ(codeOf(Vault::recover(device.doors(), pair.secretKey, Device::paul())), "vault.bad_wraps");
    const auto vault =
        Vault::recover(device.doors(), pair.secretKey, Device::paul(), device.options, copy).value();
    EXPECT_EQ(vault->open(sealed.envelope, place, sealed.bytes).value().view(), "unsent");
}

TEST(Recovery, FollowsTheKeysThatComeLater) {
    const RecoveryPair pair = Vault::makeRecoveryPair();
    Device first;
    Device second;
    const auto crew = first.create();
    const auto joining = second.createWaiting();
    ASSERT_TRUE(joining->setRecoveryKey(pair.publicKey));
    ASSERT_TRUE(joining->adoptCrewKey(crew->sealCrewKeyFor(joining->boxPublicKey()).value()));
    const Sealed sealed = sealIn(*joining, "later");
    ASSERT_TRUE(Vault::destroy(second.doors()));
    const auto vault = Vault::recover(second.doors(), pair.secretKey, Device::paul(), second.options).value();
    EXPECT_EQ(vault->open(sealed.envelope, place, sealed.bytes).value().view(), "later");
}

TEST(Recovery, NeedsAKeySetBefore) {
    const RecoveryPair pair = Vault::makeRecoveryPair();
    Device device;
    const auto vault = device.create();
    EXPECT_EQ(codeOf(vault->setRecoveryKey({})), "vault.bad_key");
    ASSERT_TRUE(Vault::destroy(device.doors()));
    EXPECT_EQ(codeOf(Vault::recover(device.doors(), pair.secretKey, Device::paul())), "vault.no_recovery");
    EXPECT_TRUE(Vault::destroy(Device().doors())) << "nothing to destroy is no error";
}

} // namespace
} // namespace medicobus::vault
