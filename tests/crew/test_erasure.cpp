// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "platform/server/backup/backup.h"
#include "sync/hub/desk/erasures.h"
#include "tests/crew/tablet.h"
#include "vault/keys/base64.h"

namespace medicobus::test {
namespace {

/// A hub that is put back from a backup made before somebody was erased.
class CrewErasure : public CrewTest {
protected:
    void SetUp() override {
        CrewTest::SetUp();
        publish();
        one = tablet("one", Tablet::Crew::Makes);
        one->join(*place, sync::Role::Crew);
        two = tablet("two");
        two->join(*place, sync::Role::Crew, one.get());
        who = registered("Oubliée");
        kept = registered("Gardée");
        visit = one->desk->book({morning, 0, who, clinic::ReasonGroup::Skin, {}}).value().appointment;
        one->exchange();
        two->exchange();
        ASSERT_EQ(codeIn(platform::backUp(place->store->engine(), backup(), "a passphrase")), "done");
    }
    void TearDown() override {
        two.reset();
        one.reset();
        CrewTest::TearDown();
    }
    clinic::PatientId registered(const std::string& family) {
        return one->desk->registerPatient({family, "Fictive", clinic::day("1951-03-12"), "0639981000", ""})
            .value();
    }
    std::filesystem::path backup() const { return folder / "hub.backup"; }
    /// The bytes of a person's wrapped key, as text and as they are.
    std::vector<std::string> keyOf(const clinic::PatientId& id) const {
        const auto facts = one->desk->journal().ofSubject({"patient", id.text()}).value();
        const std::string wrapped = one->desk->journal().envelope(*facts.front().sealKey).value()->wrapped;
        const std::string letters = wrapped.substr(wrapped.find('.') + 1);
        return {letters, vault::fromBase64(letters).value()};
    }
    bool isIn(const std::string& where, const std::vector<std::string>& forms) const {
        for (const auto& file : std::filesystem::directory_iterator(folder / where)) {
            const std::string bytes = readFile(file.path()).value();
            for (const std::string& each : forms) {
                if (bytes.find(each) != std::string::npos) {
                    return true;
                }
            }
        }
        return false;
    }
    /// The hub's store is lost, and filled again from the backup; the wire is the same.
    void putBack() {
        place->hub.reset();
        place->store.reset();
        std::filesystem::remove_all(folder / "hub");
        std::filesystem::create_directories(folder / "hub");
        place->store = platform::openHubStore("sqlite:" + (folder / "hub" / "hub.db").string()).value();
        ASSERT_EQ(codeIn(platform::restoreFrom(place->store->engine(), backup(), "a passphrase")), "done");
        ASSERT_TRUE(place->store->write([&](sync::HubTransaction& transaction) -> Result<void> {
            sync::renew(transaction, clock, systemEntropy());
            return {};
        }));
        sync::HubOptions options;
        options.perDevice = {0, 0};
        options.perPeer = {0, 0};
        place->hub = sync::Hub::open(*place->store, clock, systemEntropy(), options).value();
    }
    void expectForgotten(Tablet& at) const {
        const auto known = at.desk->patient(who);
        EXPECT_TRUE(!known || known->isErased);
        EXPECT_TRUE(at.desk->findPatients("oubliee")->empty());
        EXPECT_EQ(at.desk->findPatients("gardee")->size(), 1U);
        EXPECT_FALSE(at.desk->appointment(visit)->reason.isSet());
    }

    std::unique_ptr<Tablet> one;
    std::unique_ptr<Tablet> two;
    clinic::PatientId who;
    clinic::PatientId kept;
    clinic::AppointmentId visit;
};

TEST_F(CrewErasure, OutlivesABackupOfTheHubThatIsOlder) {
    const auto gone = keyOf(who);
    const auto there = keyOf(kept);
    for (const std::string& each : gone) {
        EXPECT_EQ(readFile(backup())->find(each), std::string::npos) << "the backup itself is sealed";
    }
    ASSERT_EQ(codeIn(two->desk->erasePatient(who)), "done");
    two->exchange();
    one->exchange();
    ASSERT_FALSE(isIn("hub", gone));
    putBack();
    ASSERT_TRUE(isIn("hub", gone)) << "what a backup in a drawer still holds";
    // The first device that knows brings the erasure back.
    one->exchange();
    EXPECT_FALSE(isIn("hub", gone));
    EXPECT_TRUE(isIn("hub", there));
    two->exchange();
    auto three = tablet("three");
    three->join(*place, sync::Role::Crew, one.get());
    three->exchange();
    for (Tablet* each : {one.get(), two.get(), three.get()}) {
        expectForgotten(*each);
        EXPECT_FALSE(isIn(each->folder().filename(), gone));
        EXPECT_TRUE(isIn(each->folder().filename(), there));
    }
    one->exchange();
    EXPECT_EQ(one->desk->journal().stateHash().value(), three->desk->journal().stateHash().value());
}

TEST_F(CrewErasure, IsTakenOutOfABackupByTheListOfErasures) {
    const auto gone = keyOf(who);
    ASSERT_EQ(codeIn(two->desk->erasePatient(who)), "done");
    two->exchange();
    std::vector<std::string> erased;
    ASSERT_TRUE(place->store->read([&](sync::HubTransaction& transaction) -> Result<void> {
        erased = transaction.destroyedKeys();
        return {};
    }));
    ASSERT_EQ(erased.size(), 1U);
    putBack();
    ASSERT_EQ(codeIn(sync::destroyKeys(*place->store, erased)), "done");
    EXPECT_FALSE(isIn("hub", gone)) << "before anybody was served";
    // A device that has not heard of the erasure does not bring the key back either.
    ASSERT_FALSE(one->desk->patient(who)->isErased);
    one->exchange();
    EXPECT_FALSE(isIn("hub", gone));
    auto three = tablet("three");
    three->join(*place, sync::Role::Crew, one.get());
    expectForgotten(*three);
    EXPECT_FALSE(isIn("three", gone));
    two->exchange();
    one->exchange();
    expectForgotten(*one);
    EXPECT_FALSE(isIn("one", gone));
}

TEST_F(CrewErasure, OfMergedPersonsReachesTheHubAndEveryDevice) {
    // The same person, entered twice: once by each device.
    const auto twin =
        two->desk->registerPatient({"Oublié", "Fictive", clinic::day("1951-03-12"), "", ""}).value();
    two->exchange();
    one->exchange();
    const auto first = keyOf(who);
    const auto second = keyOf(twin);
    ASSERT_EQ(codeIn(one->desk->mergePatients(twin, who)), "done");
    one->exchange();
    two->exchange();
    EXPECT_TRUE(one->isSynchronised()) << "the hub takes a merge of the crew's role";
    EXPECT_EQ(two->desk->patient(twin)->id, who);
    EXPECT_EQ(two->desk->findPatients("oublie")->size(), 1U);
    ASSERT_EQ(codeIn(two->desk->separate(twin)), "done");
    two->exchange();
    one->exchange();
    EXPECT_EQ(one->desk->findPatients("oublie")->size(), 2U);
    ASSERT_EQ(codeIn(two->desk->mergePatients(who, twin)), "done");
    two->exchange();
    one->exchange();
    EXPECT_TRUE(one->desk->refusals()->empty() && two->desk->refusals()->empty());
    ASSERT_EQ(codeIn(one->desk->erasePatient(who)), "done");
    one->exchange();
    two->exchange();
    for (const char* where : {"hub", "one", "two"}) {
        EXPECT_FALSE(isIn(where, first)) << where;
        EXPECT_FALSE(isIn(where, second)) << where;
    }
    putBack();
    two->exchange();
    one->exchange();
    EXPECT_FALSE(isIn("hub", first));
    EXPECT_TRUE(two->desk->findPatients("oublie")->empty());
    expectForgotten(*one);
}

} // namespace
} // namespace medicobus::test
