// SPDX-License-Identifier: EUPL-1.2
#include "vault/keys/wraps.h"
#include "tests/fuzz/fuzz.h"

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    requireRoundTrip(bytes, vault::decodeWraps, vault::encodeWraps);
    if (const auto wraps = vault::decodeWraps(bytes)) {
        const auto again = vault::decodeWraps(vault::encodeWraps(*wraps));
        require(vault::protectedPart(*again) == vault::protectedPart(*wraps),
                "what the MAC covers survives being written");
    }
}

} // namespace medicobus::fuzz
