// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/invitation.h"

#include <gtest/gtest.h>

using namespace medicobus;
using namespace medicobus::sync;

namespace {

InvitationCode example() {
    InvitationCode code;
    code.hub = "https://hub.exemple.test:8443";
    for (std::size_t at = 0; at < 32; ++at) {
        code.tlsKey[at] = static_cast<std::uint8_t>(at * 7 + 1);
        code.hubKey[at] = static_cast<std::uint8_t>(255 - at);
    }
    code.role = Role::TownHall;
    code.commune = "61508";
    code.secret.fill(0xA5);
    return code;
}

std::string causeOf(const Result<InvitationCode>& read) {
    return read ? "read" : std::string(read.error().detail("cause"));
}

} // namespace

TEST(Invitation, IsReadFromTheQrCodeAndFromWhatAPersonTypes) {
    const InvitationCode code = example();
    EXPECT_EQ(*readInvitation(uriOf(code)), code);
    EXPECT_EQ(*readInvitation(textOf(code)), code);
    std::string sloppy = textOf(code);
    for (char& letter : sloppy) {
        letter = letter == '0' ? 'o' : letter == '1' ? 'l' : letter == ' ' ? '-' : letter;
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
    }
    EXPECT_EQ(*readInvitation("  medicobus:" + sloppy + "\n"), code);
}

TEST(Invitation, EveryMistypedOrMissingLetterIsTold) {
    const std::string uri = uriOf(example());
    for (std::size_t at = 10; at < uri.size(); ++at) {
        std::string typo = uri;
        typo[at] = typo[at] == 'Z' ? '2' : 'Z';
        EXPECT_EQ(causeOf(readInvitation(typo)), "check") << at;
        EXPECT_NE(causeOf(readInvitation(uri.substr(0, at) + uri.substr(at + 1))), "read") << at;
    }
    EXPECT_EQ(causeOf(readInvitation(uri.substr(0, 40))), "check");
    EXPECT_EQ(causeOf(readInvitation("")), "check");
    const auto odd = readInvitation("MEDICOBUS:ABC?");
    EXPECT_EQ(causeOf(odd), "letter");
    EXPECT_EQ(odd.error().detail("value"), "?");
}
