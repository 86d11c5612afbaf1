// SPDX-License-Identifier: EUPL-1.2
#include "base/json_reader.h"
#include "vault/keys/base64.h"
#include "vault/keys/key_ring.h"
#include "vault/keys/sealed_box.h"
#include "vault_folder.h"

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <sys/wait.h>

#include <algorithm>
#include <fstream>
#include <map>

namespace medicobus::vault {
namespace {

constexpr std::string_view pin = "840361";
constexpr int people = 50;

/// What must not be found, by what it is called in the report.
using Needles = std::map<std::string, std::string>;

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

/// A program whose memory is looked at while it waits for a line.
class Child {
public:
    Child(const char* program, const std::filesystem::path& folder) {
        EXPECT_EQ(pipe(m_in), 0);
        EXPECT_EQ(pipe(m_out), 0);
        m_pid = fork();
        if (m_pid == 0) {
            dup2(m_in[0], STDIN_FILENO);
            dup2(m_out[1], STDOUT_FILENO);
            for (const int end : {m_in[0], m_in[1], m_out[0], m_out[1]}) {
                close(end);
            }
            execl(program, program, folder.c_str(), nullptr);
            _exit(127);
        }
        close(m_in[0]);
        close(m_out[1]);
    }
    ~Child() {
        close(m_in[1]);
        close(m_out[0]);
        waitpid(m_pid, nullptr, 0);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    void tell(std::string_view line) {
        const std::string whole = std::string(line) + '\n';
        ASSERT_EQ(write(m_in[1], whole.data(), whole.size()), static_cast<ssize_t>(whole.size()));
    }
    std::string hear() {
        std::string word;
        for (char c = 0; read(m_out[0], &c, 1) == 1 && c != '\n';) {
            word += c;
        }
        return word;
    }
    /// Everything a core dump would hold: each mapping that can be read.
    std::vector<std::string> found(const Needles& needles) const {
        std::string memory;
        std::ifstream maps(fmt::format("/proc/{}/maps", m_pid));
        const int file = ::open(fmt::format("/proc/{}/mem", m_pid).c_str(), O_RDONLY | O_CLOEXEC);
        EXPECT_GE(file, 0);
        for (std::string line; std::getline(maps, line);) {
            unsigned long from = 0;
            unsigned long to = 0;
            char readable = 0;
            if (std::sscanf(line.c_str(), "%lx-%lx %c", &from, &to, &readable) != 3 || readable != 'r') {
                continue;
            }
            std::string part(to - from, '\0');
            const auto size = pread(file, part.data(), part.size(), static_cast<off_t>(from));
            memory.append(part, 0, static_cast<std::size_t>(std::max<ssize_t>(size, 0)));
        }
        close(file);
        std::vector<std::string> names;
        for (const auto& [name, needle] : needles) {
            if (memory.find(needle) != std::string::npos) {
                names.push_back(name);
            }
        }
        return names;
    }

private:
    int m_in[2]{};
    int m_out[2]{};
    pid_t m_pid = 0;
};

TEST(Memory, HoldsNoNamePhonePinOrKeyOnceLocked) {
    const SealedFolder folder;
    Child child(MEDICOBUS_MEMORY_CHILD, folder.path);
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
    Child child(MEDICOBUS_MEMORY_CHILD_PLAIN, folder.path);
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
