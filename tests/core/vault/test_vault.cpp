// SPDX-License-Identifier: EUPL-1.2
#include "vault_fixture.h"

#include <gmock/gmock.h>

namespace medicobus::vault {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const Place place{"patient", "body", "018f0000-0000-7000-8000-000000000001"};

TEST(Vault, OpensAfterARestartWhatItSealedBefore) {
    Device device;
    Envelope envelope;
    std::string sealed;
    {
        const auto vault = device.create();
        envelope = vault->makeKey().value();
        sealed = vault->seal(envelope, place, "Zéphirine Admidep").value();
    }
    const auto vault = device.open();
    EXPECT_EQ(codeOf(vault->open(envelope, place, sealed)), "vault.locked");
    ASSERT_TRUE(vault->unlock("u-marie", "4072"));
    EXPECT_EQ(vault->unlockedBy(), "u-marie");
    EXPECT_EQ(vault->open(envelope, place, sealed).value().view(), "Zéphirine Admidep");
}

TEST(Vault, RefusesEverythingThatNeedsAKeyWhileLocked) {
    Device device;
    const auto vault = device.create();
    const Envelope envelope = vault->makeKey().value();
    vault->lock();
    EXPECT_TRUE(vault->isLocked());
    EXPECT_EQ(codeOf(vault->makeKey()), "vault.locked");
    EXPECT_EQ(codeOf(vault->rewrap(envelope)), "vault.locked");
    EXPECT_EQ(codeOf(vault->seal(envelope, place, "x")), "vault.locked");
    EXPECT_EQ(codeOf(vault->sealLocal(place, "x")), "vault.locked");
    EXPECT_EQ(codeOf(vault->openLocal(place, "x")), "vault.locked");
    EXPECT_EQ(codeOf(vault->openDeposit(place, "x")), "vault.locked");
    EXPECT_EQ(codeOf(vault->sealCrewKeyFor(vault->boxPublicKey())), "vault.locked");
    EXPECT_EQ(codeOf(vault->adoptCrewKey("x")), "vault.locked");
    EXPECT_EQ(codeOf(vault->sign("x")), "vault.locked");
    EXPECT_EQ(codeOf(vault->setRecoveryKey({})), "vault.locked");
    EXPECT_EQ(codeOf(vault->addUser(Device::paul())), "vault.locked");
    EXPECT_EQ(codeOf(vault->changePin("u-marie", "9318")), "vault.locked");
    EXPECT_EQ(codeOf(vault->removeUser("u-marie")), "vault.locked");
    EXPECT_TRUE(vault->crewPublicKey());
}

TEST(Vault, LocksAfterTheIdlePeriodOnly) {
    Device device;
    const auto vault = device.create();
    device.clock.step(std::chrono::minutes(4));
    EXPECT_FALSE(vault->lockIfIdle());
    vault->touch();
    device.clock.step(std::chrono::minutes(5) - std::chrono::milliseconds(1));
    EXPECT_FALSE(vault->lockIfIdle());
    device.clock.step(std::chrono::milliseconds(1));
    EXPECT_TRUE(vault->lockIfIdle());
    EXPECT_TRUE(vault->isLocked());
    EXPECT_FALSE(vault->lockIfIdle());
}

TEST(Vault, IsMadeOnceAndOnlyOnce) {
    Device device;
    EXPECT_EQ(codeOf(Vault::open(device.doors())), "vault.missing");
    device.create();
    EXPECT_EQ(codeOf(Vault::create(device.doors(), Device::paul(), device.options)), "vault.exists");
    EXPECT_EQ(codeOf(Vault::createWaiting(device.doors(), Device::paul(), device.options)), "vault.exists");
}

TEST(Vault, KeepsNoWrapsWhenTheKeychainRefuses) {
    Device device;
    device.keychain.refusal = codes::keychainTimeout;
    EXPECT_EQ(codeOf(Vault::create(device.doors(), Device::marie(), device.options)),
              "vault.keychain_timeout");
    EXPECT_FALSE(device.wraps.json.has_value());
    device.keychain.refusal.reset();
    EXPECT_TRUE(Vault::create(device.doors(), Device::marie(), device.options));
}

TEST(Vault, TellsALostKeychainSecretFromAWrongPin) {
    Device device;
    device.create();
    auto& secret = device.keychain.secrets.begin()->second;
    const Secret kept = secret.clone();
    secret.data()[3] ^= 1;
    EXPECT_EQ(codeOf(device.open()->unlock("u-marie", "4072")), "vault.secret_changed");
    secret = kept.clone();
    EXPECT_TRUE(device.open()->unlock("u-marie", "4072"));
    device.keychain.secrets.clear();
    const auto vault = device.open();
    for (int i = 0; i < 5; ++i) {
        EXPECT_EQ(codeOf(vault->unlock("u-marie", "4072")), "vault.secret_lost") << "costs no try";
    }
}

TEST(Vault, PassesTheCrewKeyToADeviceThatJoinsAndToNoOther) {
    Device first;
    Device second;
    Device third;
    const auto crew = first.create();
    const auto joining = second.createWaiting();
    const auto other = third.createWaiting();
    EXPECT_FALSE(joining->hasCrewKey());
    EXPECT_EQ(codeOf(joining->makeKey()), "vault.no_crew_key");
    EXPECT_EQ(codeOf(joining->crewPublicKey()), "vault.no_crew_key");
    const std::string box = crew->sealCrewKeyFor(joining->boxPublicKey()).value();
    EXPECT_EQ(codeOf(other->adoptCrewKey(box)), "vault.altered");
    ASSERT_TRUE(joining->adoptCrewKey(box));
    EXPECT_EQ(joining->crewKeyId(), crew->crewKeyId());
    const Envelope envelope = crew->makeKey().value();
    const std::string sealed = crew->seal(envelope, place, "Admidep").value();
    EXPECT_EQ(joining->open(envelope, place, sealed).value().view(), "Admidep");
    joining->lock();
    ASSERT_TRUE(joining->unlock("u-paul", "9318"));
    EXPECT_EQ(joining->open(envelope, place, sealed).value().view(), "Admidep");
}

TEST(Vault, OpensWhatItMadeBeforeItJoinedAnotherCrew) {
    Device first;
    Device second;
    const auto crew = first.create();
    const auto alone = second.create();
    const Envelope own = alone->makeKey().value();
    const std::string sealed = alone->seal(own, place, "before").value();
    ASSERT_TRUE(alone->adoptCrewKey(crew->sealCrewKeyFor(alone->boxPublicKey()).value()));
    EXPECT_EQ(alone->crewKeyId(), crew->crewKeyId());
    EXPECT_EQ(alone->open(own, place, sealed).value().view(), "before");
    EXPECT_EQ(codeOf(crew->open(own, place, sealed)), "vault.unknown_crew_key");
    const Envelope shared = alone->rewrap(own).value();
    EXPECT_EQ(shared.key, own.key);
    EXPECT_EQ(crew->open(shared, place, sealed).value().view(), "before");
}

TEST(Vault, OpensADepositThatItsWriterCannot) {
    Device device;
    const auto vault = device.create();
    const Place booking{"operation", "sealed", "b-1"};
    const std::string deposit = Vault::sealDeposit(vault->crewPublicKey().value(), booking, "Octave").value();
    EXPECT_THAT(deposit, Not(HasSubstr("Octave")));
    EXPECT_EQ(vault->openDeposit(booking, deposit).value().view(), "Octave");
    EXPECT_EQ(codeOf(vault->openDeposit({"operation", "sealed", "b-2"}, deposit)), "vault.altered");
    Device other;
    EXPECT_EQ(codeOf(other.create()->openDeposit(booking, deposit)), "vault.altered");
    EXPECT_EQ(codeOf(Vault::sealDeposit({}, booking, "Octave")), "vault.bad_key") << "a key of low order";
}

TEST(Vault, SignsForThisDeviceAlone) {
    Device device;
    const auto vault = device.create();
    const auto signature = vault->sign("hash").value();
    EXPECT_TRUE(Vault::verifies(vault->signPublicKey(), "hash", signature));
    EXPECT_FALSE(Vault::verifies(vault->signPublicKey(), "hash2", signature));
    const PublicKey before = vault->signPublicKey();
    vault->lock();
    EXPECT_EQ(device.open()->signPublicKey(), before);
    Device other;
    EXPECT_NE(other.create()->signPublicKey(), before);
}

TEST(Vault, WritesNoSecretInItsWraps) {
    Device device;
    const auto vault = device.create();
    const std::string json = *device.wraps.json;
    EXPECT_THAT(json, Not(HasSubstr("4072")));
    const Secret& secret = device.keychain.secrets.begin()->second;
    EXPECT_THAT(json, Not(HasSubstr(secret.view())));
}

} // namespace
} // namespace medicobus::vault
