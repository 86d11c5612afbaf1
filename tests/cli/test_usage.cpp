// SPDX-License-Identifier: EUPL-1.2
#include "tests/cli/run_binary.h"

#include <gmock/gmock.h>

namespace medicobus::testing {
namespace {

using ::testing::HasSubstr;

TEST(Usage, EndsWithTwoAndASentence) {
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{},
                                               {"frobnicate"},
                                               {"need"},
                                               {"need", "admidep", "--top", "x"},
                                               {"need", "admidep", "more"},
                                               {"journal"},
                                               {"plan"},
                                               {"need", "admidep", "--threshold", "-1"},
                                               {"demo"}}) {
        const Ran french = run(arguments);
        EXPECT_EQ(french.status, 2);
        EXPECT_EQ(french.out, "");
        EXPECT_THAT(french.err, HasSubstr("Voyez medicobusctl --help"));
        EXPECT_THAT(run(arguments, "en_US.UTF-8").err, HasSubstr("See medicobusctl --help"));
    }
}

TEST(Usage, HelpAndVersionAreNoFailure) {
    EXPECT_EQ(run({"--help"}).status, 0);
    EXPECT_THAT(run({"--help"}).out, HasSubstr("Classe les communes par besoin"));
    EXPECT_THAT(run({"--help"}, "en").out, HasSubstr("Rank communes by unmet need"));
    EXPECT_EQ(run({"need", "--help"}).status, 0);
    EXPECT_EQ(run({"--version"}).status, 0);
}

TEST(Usage, TellsMachinesOfAFileWhoseNameIsNotUtf8) {
    const Ran ran = run({"need", "none\xff.csv", "--json"});
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("\"file\": \"none\uFFFD.csv\""));
}

TEST(Usage, LanguageOptionOutweighsTheEnvironment) {
    EXPECT_THAT(run({"need", "none.csv", "--lang", "en"}, "fr_FR").err, HasSubstr("does not exist"));
    EXPECT_THAT(run({"--lang=fr", "need", "none.csv"}, "en_US").err, HasSubstr("n\u2019existe pas"));
    EXPECT_EQ(run({"need", "admidep", "--lang", "de"}).status, 2);
    EXPECT_THAT(run({"need", "none.csv"}, "C").err, HasSubstr("n\u2019existe pas"));
}

} // namespace
} // namespace medicobus::testing
