// SPDX-License-Identifier: EUPL-1.2
// Uses the session's keychain as the application does, and prints one word a step; with an argument, only
// reads.
#include "platform/keychain/system_keychain.h"

#include <QCoreApplication>

#include <iostream>

namespace medicobus::platform {
namespace {

template <typename T>
std::string told(const Result<T>& result) {
    return result ? "ok" : std::string(result.error().code().name);
}

std::string readBack(SystemKeychain& keychain, const vault::Secret& expected) {
    const auto found = keychain.read("medicobus-probe");
    if (!found) {
        return told(found);
    }
    return !*found ? "none" : **found == expected ? "same" : "other";
}

void roundTrip() {
    SystemKeychain keychain("medicobus-test");
    const vault::Secret first = vault::Secret::random(32);
    const vault::Secret second = vault::Secret::random(32);
    std::cout << readBack(keychain, first) << ' ';
    std::cout << told(keychain.write("medicobus-probe", first)) << ' ' << readBack(keychain, first) << ' ';
    std::cout << told(keychain.write("medicobus-probe", second)) << ' ' << readBack(keychain, second) << ' ';
    std::cout << told(keychain.write("medicobus-probe", vault::Secret::random(246))) << ' ';
    std::cout << told(keychain.remove("medicobus-probe")) << ' ' << readBack(keychain, second) << ' ';
    std::cout << told(keychain.remove("medicobus-probe")) << '\n';
}

void readOnce() {
    SystemKeychain keychain("medicobus-test");
    std::cout << readBack(keychain, {}) << '\n';
}

} // namespace
} // namespace medicobus::platform

int main(int count, char** arguments) {
    const QCoreApplication application(count, arguments);
    if (count > 1) {
        medicobus::platform::readOnce();
    } else {
        medicobus::platform::roundTrip();
    }
    return 0;
}
