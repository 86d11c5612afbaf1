// SPDX-License-Identifier: EUPL-1.2
#include "sync/wire/invitation.h"
#include "tests/fuzz/fuzz.h"

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    const auto invitation = sync::readInvitation(bytes);
    if (!isRead(invitation)) {
        return;
    }
    const std::string uri = sync::uriOf(*invitation);
    require(!uri.empty(), "an address that was read can be written");
    for (const std::string& text : {uri, sync::textOf(*invitation)}) {
        const auto again = sync::readInvitation(text);
        require(again.has_value() && *again == *invitation, "an invitation reads back");
    }
}

} // namespace medicobus::fuzz
