// SPDX-License-Identifier: EUPL-1.2
#include "base/text/fold.h"

#include <gtest/gtest.h>

namespace medicobus {
namespace {

TEST(FoldForSearch, ForgetsWhatPeopleTypeDifferently) {
    const std::pair<const char*, const char*> cases[]{
        {"Saint-Omer", "saint omer"},
        {"ST OMER", "saint omer"},
        {"Ste-Marie", "sainte marie"},
        {"Étréaupont", "etreaupont"},
        {"E\u0301tre\u0301aupont", "etreaupont"},
        {"L'Haÿ-les-Roses", "l hay les roses"},
        {"L’Haÿ les Roses", "l hay les roses"},
        {"Marcq-en-Barœul", "marcq en baroeul"},
        {"Œuf-en-Ternois", "oeuf en ternois"},
        {"Æbleskov", "aebleskov"},
        {"Ça, Où", "ca ou"},
        {"Bois\u00A0du\u2010Nord", "bois du nord"},
        {"  Deux   espaces ", "deux espaces"},
        {"Stella", "stella"},
        {"Est", "est"},
        {"62024", "62024"},
        {"", ""},
        {" -' ", ""},
    };
    for (const auto& [text, expected] : cases) {
        EXPECT_EQ(foldForSearch(text), expected) << text;
        EXPECT_EQ(foldForSearch(foldForSearch(text)), expected) << "folding twice changes nothing: " << text;
    }
}

TEST(FirstInvalidUtf8, FindsTheFirstByteThatIsNotText) {
    EXPECT_FALSE(firstInvalidUtf8(""));
    EXPECT_FALSE(firstInvalidUtf8("Été 🚐"));
    EXPECT_EQ(firstInvalidUtf8("ab\xE9"), 2U);
    EXPECT_EQ(firstInvalidUtf8("\xFF\xFE"), 0U);
    EXPECT_EQ(firstInvalidUtf8("a\xC3"), 1U) << "a sequence cut short";
    EXPECT_EQ(firstInvalidUtf8("a\xC0\x80"), 1U) << "an overlong form";
    EXPECT_EQ(firstInvalidUtf8("a\xED\xA0\x80"), 1U) << "a surrogate";
}

} // namespace
} // namespace medicobus
