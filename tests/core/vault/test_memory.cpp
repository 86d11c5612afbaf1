// SPDX-License-Identifier: EUPL-1.2
#include "base/json_reader.h"
#include "vault/keys/base64.h"
#include "vault/keys/key_ring.h"
#include "vault/keys/sealed_box.h"
#include "vault_folder.h"
#include "watched_process.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace medicobus::vault {
namespace {

constexpr std::string_view pin = "840361";
constexpr int people = 50;

/// A vault and sealed patients in a folder, all made here: the child has no plain text but what it opens.
class SealedFolder {
public:
    SealedFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "vault-memory-XXXXXX").string();
        path = mkdtemp(pattern.data());
        FileKeychain keychain(path);
        FileWraps wraps(path);
        const StillClock clock;
        const auto vault = Vault::create({keychain, wraps, clock}, {"u-1", "Marie", pin}, {}).value();
        for (int i = 0; i < people; ++i) {
            addPatient(*vault, i);
        }
        addKeys(*vault);
        needles["PIN"] = pin;
    }
    ~SealedFolder() { std::filesystem::remove_all(path); }
    SealedFolder(const SealedFolder&) = delete;
    SealedFolder& operator=(const SealedFolder&) = delete;

    std::filesystem::path path;
    Needles needles;

private:
    void addPatient(const Vault& vault, int i) {
        const std::string family = fmt::format("Ouestreham{:02}", i);
        const std::string given = i % 2 == 0 ? fmt::format("Zéphirine{:02}", i) : fmt::format("Ode{:02}", i);
        const std::string phone = fmt::format("+336998877{:02}", i);
        const Json body{{"family_name", family}, {"given_name", given}, {"phone", phone}};
        const std::string row = fmt::format("row-{}", i);
        const Envelope envelope = vault.makeKey().value();
        const std::string sealed = vault.seal(envelope, {"patient", "body", row}, body.dump()).value();
        const Json stored{{"key", envelope.key}, {"wrapped", envelope.wrapped}, {"sealed", hexOf(sealed)}};
        ASSERT_TRUE(writeFile(path / "patients" / (row + ".json"), stored.dump()));
        needles["name " + family] = family;
        needles["name " + given] = given;
        needles["phone " + phone] = phone;
    }

    /// The very keys, which only the recovery key brings out of a vault.
    void addKeys(Vault& vault) {
        const RecoveryPair pair = Vault::makeRecoveryPair();
        ASSERT_TRUE(vault.setRecoveryKey(pair.publicKey));
        const auto text = openBox(pair.publicKey, pair.secretKey, *fromBase64(vault.recoveryCopy()));
        const KeyRing ring = KeyRing::fromRecoveryText(*text).value();
        needles["device key"] = ring.deviceKey().view();
        needles["local key"] = ring.localKey().view();
        needles["crew key"] = ring.crew()->key.view();
        needles["crew wrapping key"] = ring.crew()->wrapping.view();
        needles["crew box key"] = ring.crew()->boxKey.view();
    }
};

TEST(Memory, HoldsNoNamePhonePinOrKeyOnceLocked) {
    const SealedFolder folder;
    WatchedProcess child(MEDICOBUS_MEMORY_CHILD, folder.path);
    child.tell(pin);
    ASSERT_EQ(child.hear(), "unlocked");
    // All but the PIN, which is gone as soon as it was used: the search can find what is there.
    EXPECT_EQ(child.found(folder.needles).size(), folder.needles.size() - 1);
    child.tell("lock");
    ASSERT_EQ(child.hear(), "locked");
    EXPECT_THAT(child.found(folder.needles), ::testing::IsEmpty());
    child.tell("end");
}

TEST(Memory, WouldHoldNamesWithoutTheWipingHeap) {
    const SealedFolder folder;
    WatchedProcess child(MEDICOBUS_MEMORY_CHILD_PLAIN, folder.path);
    child.tell(pin);
    ASSERT_EQ(child.hear(), "unlocked");
    child.tell("lock");
    ASSERT_EQ(child.hear(), "locked");
    const auto left = child.found(folder.needles);
    EXPECT_THAT(left, ::testing::Not(::testing::IsEmpty()));
    for (const std::string& name : left) {
        EXPECT_THAT(name, ::testing::Not(::testing::HasSubstr("key"))) << "keys never lie on the heap";
    }
    child.tell("end");
}

} // namespace
} // namespace medicobus::vault
