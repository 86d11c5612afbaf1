// SPDX-License-Identifier: EUPL-1.2
#include "sync/digest.h"

#include <gtest/gtest.h>

using namespace medicobus::sync;

TEST(ContentDigest, IsThatOfRfc9530) {
    // Appendix B.1 of the RFC, with the line feed that ends its body.
    EXPECT_EQ(contentDigest("{\"hello\": \"world\"}\n", Digest::Sha256),
              "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
    // `printf '{"hello": "world"}\n' | b2sum -l 256`, in base64.
    EXPECT_EQ(contentDigest("{\"hello\": \"world\"}\n", Digest::Blake2b),
              "blake2b-256=:dCr9pVp9ItTCcZ29XQrOvdJuIwWxQALNBr4Ok9BAMj4=:");
}

TEST(ContentDigest, IsTheOneThatACallWants) {
    HttpCall call;
    EXPECT_EQ(wantedDigest(call), Digest::Sha256);
    call.headers[wantedDigestHeader] = "sha-512=3, sha-256=10";
    EXPECT_EQ(wantedDigest(call), Digest::Sha256);
    call.headers[wantedDigestHeader] = "blake2b-256=10, sha-256=1";
    EXPECT_EQ(wantedDigest(call), Digest::Blake2b);
}

TEST(ContentDigest, TellsACutOrChangedBody) {
    for (const Digest digest : {Digest::Sha256, Digest::Blake2b}) {
        HttpAnswer answer{200, "application/json", {}, R"({"acked_through":12})"};
        EXPECT_FALSE(isIntact(answer)) << "without the header nothing is known";
        addDigest(answer, digest);
        EXPECT_TRUE(isIntact(answer));
        answer.body[17] = '9';
        EXPECT_FALSE(isIntact(answer));
        answer.body.pop_back();
        EXPECT_FALSE(isIntact(answer));
    }
}
