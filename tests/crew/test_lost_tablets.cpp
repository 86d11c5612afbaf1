// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "sync/device/calls.h"
#include "tests/crew/tablet.h"
#include "vault/keys/base64.h"

namespace medicobus::test {
namespace {

/// Two tablets of a crew, one of which comes to harm.
class LostTablets : public CrewTest {
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
    static clinic::PatientId person(Tablet& at, const std::string& family) {
        return at.desk->registerPatient({family, "Wolframette", clinic::day("1951-03-12"), "", "99001"})
            .value();
    }
    clinic::AppointmentId booked(Tablet& at, int slot, const clinic::PatientId& who) const {
        return at.desk->book({morning, slot, who, {}, {}}).value().appointment;
    }
    void revoke(Tablet& lost, Tablet& by) {
        const std::string path = "/v1/devices/" + lost.desk->journal().device().text() + "/revocation";
        const auto told = by.talks().talk(sync::post(path, Json{{"wipe", true}}.dump()));
        ASSERT_TRUE(told) << codeIn(told);
    }
    static std::string bytesOf(const std::filesystem::path& folder) {
        std::string all;
        for (const auto& file : std::filesystem::directory_iterator(folder)) {
            all += readFile(file.path()).value_or("");
        }
        return all;
    }

    std::unique_ptr<Tablet> one;
    std::unique_ptr<Tablet> two;
};

TEST_F(LostTablets, WhatWasNeverSentIsReadSignedAndSentAfterARecovery) {
    const vault::RecoveryPair pair = vault::Vault::makeRecoveryPair();
    ASSERT_EQ(codeIn(two->vault->setRecoveryKey(pair.publicKey)), "done");
    const auto who = person(*two, "Quetzalcoatline");
    const auto id = booked(*two, 3, who);
    const auto device = two->desk->journal().device();
    two->vault->lock();
    ASSERT_EQ(codeIn(two->desk->cancel(id, clinic::CancelCause::PatientAsked)), "done")
        << "said while locked, so without a signature";
    ASSERT_GT(two->desk->waiting()->count, 2);
    two->keychain.secrets.clear();
    ASSERT_EQ(codeIn(two->vault->unlock("u-marie", "4072")), "vault.secret_lost");
    EXPECT_EQ(codeIn(two->desk->findPatients("quetzal")), "vault.locked");

    two->recover(*place, pair.secretKey);
    EXPECT_EQ(two->desk->journal().device(), device) << "the same chain goes on";
    EXPECT_EQ(two->desk->findPatients("quetzal")->size(), 1U);
    two->exchange();
    EXPECT_TRUE(two->isSynchronised());
    one->exchange();
    ASSERT_EQ(one->desk->findPatients("quetzal")->size(), 1U);
    EXPECT_EQ(one->desk->appointment(id)->patient, who);
    EXPECT_EQ(one->desk->appointment(id)->state, clinic::AppointmentState::Cancelled);
    two->exchange();
    EXPECT_EQ(one->desk->journal().stateHash().value(), two->desk->journal().stateHash().value());
    EXPECT_TRUE(two->vault->unlock("u-paul", "9318")) << "by its new PIN";
}

TEST_F(LostTablets, AWipeDestroysEveryKeyAtTheNextContact) {
    const auto who = person(*one, "Quetzalcoatline");
    booked(*one, 2, who);
    one->exchange();
    two->exchange();
    ASSERT_EQ(two->desk->findPatients("quetzal")->size(), 1U);
    const auto held = two->desk->journal().envelopes().value();
    ASSERT_FALSE(held.empty());
    std::vector<std::string> keys;
    for (const auto& each : held) {
        const std::string letters = each.wrapped.substr(each.wrapped.find('.') + 1);
        keys.push_back(letters);
        keys.push_back(vault::fromBase64(letters).value());
        EXPECT_NE(bytesOf(two->folder()).find(letters), std::string::npos);
    }
    revoke(*two, *one);
    EXPECT_EQ(two->desk->findPatients("quetzal")->size(), 1U) << "it has not heard of it";
    EXPECT_EQ(codeIn(two->talks().run()), "sync.revoked");
    EXPECT_TRUE(two->keychain.secrets.empty());
    EXPECT_TRUE(two->desk->journal().envelopes()->empty());
    two->vault->lock();
    EXPECT_EQ(codeIn(two->vault->unlock("u-marie", "4072")), "vault.destroyed");
    EXPECT_EQ(codeIn(vault::Vault::open(two->doors())), "vault.destroyed");
    const std::string left = bytesOf(two->folder());
    for (const std::string& key : keys) {
        EXPECT_EQ(left.find(key), std::string::npos) << "a wrapped key is still in the files";
    }
    const auto devices = one->talks().talk(sync::get("/v1/devices"));
    ASSERT_TRUE(devices) << codeIn(devices);
    EXPECT_NE(devices->body.find("\"wiped\":true"), std::string::npos) << devices->body;
    EXPECT_EQ(codeIn(two->talks().run()), "sync.revoked") << "and nothing more comes or goes";
    EXPECT_EQ(one->desk->findPatients("quetzal")->size(), 1U);
}

} // namespace
} // namespace medicobus::test
