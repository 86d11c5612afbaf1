// SPDX-License-Identifier: EUPL-1.2
#include "sync/digest.h"
#include "sync/wire/codec.h"
#include "tests/fuzz/fuzz.h"

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    require(sync::fromBase64(sync::toBase64(bytes)) == bytes, "base64 reads back");
    require(sync::fromHex(sync::toHex(bytes)) == bytes, "hex reads back");
    if (const auto read = sync::fromBase64(bytes)) {
        require(sync::toBase64(*read) == bytes, "bytes have one spelling in base64");
    }
    sync::HttpCall call;
    call.body = "body";
    call.headers[sync::digestHeader] = bytes;
    require(!sync::isIntact(call) || bytes == sync::contentDigest(call.body, sync::Digest::Sha256)
                || bytes == sync::contentDigest(call.body, sync::Digest::Blake2b),
            "only its own digest speaks for a body");
}

} // namespace medicobus::fuzz
