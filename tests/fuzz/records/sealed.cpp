// SPDX-License-Identifier: EUPL-1.2
#include "tests/fuzz/fuzz.h"
#include "vault/keys/base64.h"
#include "vault/keys/sealed_box.h"
#include "vault/sealing.h"

namespace medicobus::fuzz {

void feed(std::string_view bytes) {
    constexpr vault::KeyBytes key{1, 2, 3};
    constexpr vault::Place place{"operations", "sealed_body", "a"};
    require(!isRead(vault::open(key.data(), "fuzz", "k", place, bytes)), "nobody forges a sealed text");

    const std::string sealed = vault::seal(key.data(), "fuzz", "k", place, bytes);
    require(sealed.size() == bytes.size() + vault::sealOverhead, "sealing adds what it says");
    const auto opened = vault::open(key.data(), "fuzz", "k", place, sealed);
    require(opened.has_value() && opened->view() == bytes, "what was sealed opens");
    require(!vault::open(key.data(), "fuzz", "k", {"operations", "sealed_body", "b"}, sealed),
            "a sealed text opens in its own place alone");

    const vault::Secret secretKey = vault::Secret::random(32);
    require(!isRead(vault::openBox(vault::PublicKey{}, secretKey, bytes)), "nobody forges a box");
    if (const auto read = vault::fromBase64(bytes)) {
        require(vault::toBase64(*read) == bytes, "bytes have one spelling in base64");
    }
}

} // namespace medicobus::fuzz
