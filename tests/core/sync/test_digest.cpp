// SPDX-License-Identifier: EUPL-1.2
#include "sync/digest.h"

#include <gtest/gtest.h>

using namespace medicobus::sync;

TEST(ContentDigest, IsThatOfRfc9530) {
    // Appendix B.1 of the RFC, with the line feed that ends its body.
    EXPECT_EQ(contentDigest("{\"hello\": \"world\"}\n"),
              "sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:");
}

TEST(ContentDigest, TellsACutOrChangedBody) {
    HttpAnswer answer{200, "application/json", {}, R"({"acked_through":12})"};
    EXPECT_FALSE(isIntact(answer)) << "without the header nothing is known";
    addDigest(answer);
    EXPECT_TRUE(isIntact(answer));
    answer.body[17] = '9';
    EXPECT_FALSE(isIntact(answer));
    answer.body.pop_back();
    EXPECT_FALSE(isIntact(answer));
}
