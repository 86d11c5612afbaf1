// SPDX-License-Identifier: EUPL-1.2
#include <gmock/gmock.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace medicobus::platform {
namespace {

struct Session {
    std::string words;
    std::chrono::milliseconds took{0};
};

Session run(const std::string& command) {
    const auto start = std::chrono::steady_clock::now();
    Session done;
    FILE* pipe = popen(command.c_str(), "r");
    std::array<char, 256> part{};
    while (std::fgets(part.data(), part.size(), pipe) != nullptr) {
        done.words += part.data();
    }
    pclose(pipe);
    done.took =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start);
    return done;
}

bool isInstalled(const std::string& program) {
    return std::system(("command -v " + program + " >/dev/null").c_str()) == 0;
}

class Folder {
public:
    Folder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "keychain-XXXXXX").string();
        path = mkdtemp(pattern.data());
    }
    ~Folder() { std::filesystem::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    std::string path;
};

TEST(Keychain, KeepsReplacesAndRemovesASecretInTheSessionsKeyring) {
    if (!isInstalled("dbus-run-session") || !isInstalled("gnome-keyring-daemon")) {
        GTEST_SKIP() << "skipped: no gnome-keyring";
    }
    const Folder folder;
    const Session done =
        run(std::string(MEDICOBUS_WITH_KEYRING) + ' ' + folder.path + ' ' + MEDICOBUS_PROBE + " 2>/dev/null");
    EXPECT_EQ(done.words, "none ok same ok same vault.keychain_too_long ok none ok\n");
}

TEST(Keychain, SaysSoWithoutAKeychainAndKeepsNothing) {
    const Folder folder;
    const Session done =
        run("HOME=" + folder.path + " XDG_DATA_HOME=" + folder.path + " XDG_CONFIG_HOME=" + folder.path
            + " DBUS_SESSION_BUS_ADDRESS=unix:path=/nonexistent " + MEDICOBUS_PROBE + " 2>/dev/null");
    EXPECT_EQ(done.words, "vault.keychain_missing vault.keychain_missing vault.keychain_missing "
                          "vault.keychain_missing vault.keychain_missing vault.keychain_too_long "
                          "vault.keychain_missing vault.keychain_missing vault.keychain_missing\n");
    EXPECT_LT(done.took, std::chrono::seconds(5));
    EXPECT_TRUE(std::filesystem::is_empty(folder.path)) << "no plain file instead";
}

TEST(Keychain, GivesUpOnASessionBusThatNeverAnswers) {
    const Folder folder;
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = folder.path + "/bus";
    path.copy(address.sun_path, sizeof(address.sun_path) - 1);
    const int silent = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    ASSERT_EQ(bind(silent, reinterpret_cast<const sockaddr*>(&address), sizeof(address)), 0);
    ASSERT_EQ(listen(silent, 8), 0);
    const Session done = run("HOME=" + folder.path + " DBUS_SESSION_BUS_ADDRESS=unix:path=" + path + ' '
                             + MEDICOBUS_PROBE + " once 2>/dev/null");
    close(silent);
    EXPECT_EQ(done.words, "vault.keychain_timeout\n");
    EXPECT_GE(done.took, std::chrono::seconds(5));
    EXPECT_LT(done.took, std::chrono::seconds(20)) << "and the process ends";
}

} // namespace
} // namespace medicobus::platform
