// SPDX-License-Identifier: EUPL-1.2
// Opens what lies in a folder, as an application would, and stands still so that its memory can be read:
// says "unlocked" with everything open, "locked" once locked, and ends. Reads the PIN and the order to go on
// from its standard input.
#include "base/file.h"
#include "base/json_reader.h"
#include "vault/memory.h"
#include "vault/vault.h"
#include "vault_folder.h"

#include <fmt/format.h>
#include <unistd.h>

#include <string>
#include <vector>

namespace medicobus::vault {
namespace {

struct Shown {
    std::string name;
    std::string phone;
    std::string line;
};

void say(std::string_view word) {
    // Not through a stream, whose buffer would keep what passes.
    [[maybe_unused]] const auto written = write(STDOUT_FILENO, word.data(), word.size());
}

Secret readLine() {
    Secret line(32);
    std::size_t size = 0;
    while (size < line.size() && read(STDIN_FILENO, line.data() + size, 1) == 1
           && line.data()[size] != '\n') {
        ++size;
    }
    return Secret::copyOf(line.view().substr(0, size));
}

Result<Shown> show(const Vault& vault, const std::filesystem::path& file) {
    const Json stored = JsonReader::parse(*readFile(file), {}).value();
    const std::string row = file.stem().string();
    const auto text = vault.open({stored["key"], stored["wrapped"]}, {"patient", "body", row},
                                 bytesFromHex(stored["sealed"].get<std::string>()));
    if (!text) {
        return Fault(text.error());
    }
    const Json body = JsonReader::parse(text->view(), {}).value();
    const std::string family = body["family_name"];
    const std::string given = body["given_name"];
    const std::string phone = body["phone"];
    return Shown{given + ' ' + family, phone, fmt::format("{} {} – {}", family, given, phone)};
}

int run(const std::filesystem::path& folder) {
    FileKeychain keychain(folder);
    FileWraps wraps(folder);
    StillClock clock;
    const auto vault = Vault::open({keychain, wraps, clock}, {}).value();
    {
        const Secret pin = readLine();
        if (!vault->unlock("u-1", pin.view())) {
            return 1;
        }
    }
    {
        std::vector<Shown> list;
        for (const auto& file : std::filesystem::directory_iterator(folder / "patients")) {
            list.push_back(show(*vault, file.path()).value());
        }
        say("unlocked\n");
        readLine();
    }
    vault->lock();
    say("locked\n");
    readLine();
    return 0;
}

} // namespace
} // namespace medicobus::vault

int main(int /*count*/, char** arguments) {
    return medicobus::vault::run(arguments[1]);
}
