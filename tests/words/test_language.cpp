// SPDX-License-Identifier: EUPL-1.2
#include "words/language.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <string>

namespace medicobus::words {
namespace {

/// Sets the three variables of messages and puts them back.
class Environment : public ::testing::Test {
protected:
    void SetUp() override {
        for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            if (const char* value = std::getenv(name)) {
                m_before[name] = value;
            }
            unsetenv(name);
        }
    }
    void TearDown() override {
        for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            unsetenv(name);
        }
        for (const auto& [name, value] : m_before) {
            setenv(name.c_str(), value.c_str(), 1);
        }
    }

private:
    std::map<std::string, std::string> m_before;
};

TEST_F(Environment, WithoutWishesSpeaksFrench) {
    EXPECT_EQ(languageOfEnvironment(), Language::French);
    setenv("LANG", "C.UTF-8", 1);
    EXPECT_EQ(languageOfEnvironment(), Language::French);
    setenv("LANG", "POSIX", 1);
    EXPECT_EQ(languageOfEnvironment(), Language::French);
}

TEST_F(Environment, FollowsTheOrderOfPosix) {
    setenv("LANG", "fr_FR.UTF-8", 1);
    EXPECT_EQ(languageOfEnvironment(), Language::French);
    setenv("LC_MESSAGES", "en_GB.UTF-8", 1);
    EXPECT_EQ(languageOfEnvironment(), Language::English);
    setenv("LC_ALL", "fr_BE", 1);
    EXPECT_EQ(languageOfEnvironment(), Language::French);
    setenv("LC_ALL", "", 1);
    EXPECT_EQ(languageOfEnvironment(), Language::English);
}

TEST_F(Environment, SpeaksEnglishToTheOthers) {
    setenv("LANG", "de_DE.UTF-8", 1);
    EXPECT_EQ(languageOfEnvironment(), Language::English);
}

TEST(Language, IsReadFromALocale) {
    EXPECT_EQ(parseLanguage("fr"), Language::French);
    EXPECT_EQ(parseLanguage("en-GB"), Language::English);
    EXPECT_EQ(parseLanguage("eng"), std::nullopt);
    EXPECT_EQ(parseLanguage(""), std::nullopt);
}

} // namespace
} // namespace medicobus::words
