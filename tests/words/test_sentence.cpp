// SPDX-License-Identifier: EUPL-1.2
#include "base/file.h"
#include "words/sentence.h"
#include "words/template.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <regex>
#include <set>

namespace medicobus::words {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

/// Every code that a header of core declares, read from the sources.
std::set<std::string> declaredCodes() {
    const std::regex declaration("ErrorCode\\s+\\w+\\{\\s*\"([^\"]+)\"\\s*\\}");
    std::set<std::string> codes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(
             std::filesystem::path(MEDICOBUS_SOURCE_DIR) / "core")) {
        const auto extension = entry.path().extension();
        if (!entry.is_regular_file() || (extension != ".h" && extension != ".cpp")) {
            continue;
        }
        const std::string text = readFile(entry.path()).value_or(std::string());
        for (std::sregex_iterator at(text.begin(), text.end(), declaration), end; at != end; ++at) {
            codes.insert((*at)[1]);
        }
    }
    return codes;
}

TEST(Sentence, EveryCodeOfCoreHasWordsAndARemedyInBothLanguages) {
    const auto codes = declaredCodes();
    ASSERT_GT(codes.size(), 100U);
    for (const std::string& code : codes) {
        EXPECT_TRUE(hasWords(code)) << code;
        const Error error{ErrorCode{code}};
        for (const Language language : {Language::French, Language::English}) {
            const Sentence sentence = sentenceOf(error, language);
            EXPECT_FALSE(sentence.what.empty()) << code;
            EXPECT_TRUE(sentence.what.ends_with(".")) << code << ' ' << sentence.what;
            EXPECT_TRUE(sentence.remedy.ends_with(".")) << code << ' ' << sentence.remedy;
            EXPECT_THAT(sentence.text(), Not(HasSubstr("{"))) << code;
            EXPECT_THAT(sentence.text(), Not(HasSubstr("["))) << code;
        }
        EXPECT_NE(sentenceOf(error, Language::French).what, sentenceOf(error, Language::English).what)
            << code;
    }
}

TEST(Sentence, TellsPlaceFactAndRemedy) {
    const Error error = Error(ErrorCode{"csv.range"})
                            .with("file", "communes.csv")
                            .with("line", "3")
                            .with("column", "lat")
                            .with("value", "91")
                            .with("expected", "-90 … 90");
    const Sentence french = sentenceOf(error, Language::French);
    EXPECT_EQ(french.where, "communes.csv, ligne 3, colonne lat");
    EXPECT_EQ(french.what, "91 est hors limites\u00a0; permis\u00a0: -90 … 90.");
    EXPECT_THAT(french.remedy, HasSubstr("n\u2019est pas connue"));
    EXPECT_EQ(sentenceOf(error, Language::English).what, "91 is out of bounds; allowed: -90 … 90.");
}

TEST(Sentence, NamesASessionThatNobodyCovers) {
    plan::Plan plan;
    plan.series.push_back({{"s1"}, {"B1"}, {"62024-1"}, Weekday::Tuesday, {"matin"}, {0, 1}});
    const plan::Uncovered session{{"s1"}, 1, "cover.availability", "remote_doctor", 3, 2, 0};
    const Sentence french = sentenceOf(session, plan, Language::French);
    EXPECT_EQ(french.where, "semaine 2, mardi, bus B1, lieu 62024-1, série s1");
    EXPECT_THAT(french.what, HasSubstr("(médecin à distance\u00a0: 2)"));
    EXPECT_THAT(sentenceOf(session, plan, Language::English).what, HasSubstr("(remote doctor: 2)"));
}

TEST(Sentence, LeavesOutWhatTheErrorDoesNotCarry) {
    EXPECT_EQ(sentenceOf(Error(ErrorCode{"csv.range"}), Language::English).what, "… is out of bounds.");
    EXPECT_EQ(sentenceOf(Error(ErrorCode{"csv.range"}), Language::English).where, "");
}

TEST(Sentence, NamesAKeyOnlyWhenItIsAPlace) {
    const Error inFile =
        Error(ErrorCode{"json.missing_key"}).with("file", "s.json").with("key", "$.buses[0].depot");
    EXPECT_EQ(sentenceOf(inFile, Language::French).where, "s.json, $.buses[0].depot");
    const Error inForm = Error(ErrorCode{"clinic.visit_incomplete"}).with("key", "reason");
    EXPECT_EQ(sentenceOf(inForm, Language::French).where, "");
}

TEST(Sentence, ShowsPassagesAndTimesAsDates) {
    const Error error = Error(ErrorCode{"clinic.slot_taken"})
                            .with("value", "2027-03-02T09:20")
                            .with("alternatives", "2027-03-02T09:40 2027-03-02T10:00");
    EXPECT_EQ(sentenceOf(error, Language::English).what,
              "This slot has just been taken: Tuesday 2 March 2027 at 9:20.");
    EXPECT_THAT(sentenceOf(error, Language::English).remedy,
                HasSubstr("9:40, Tuesday 2 March 2027 at 10:00"));
    const Error passage = Error(ErrorCode{"clinic.passage_past"}).with("value", "s1@2027-03-01T13:30");
    EXPECT_THAT(sentenceOf(passage, Language::French).what,
                HasSubstr("lundi 1er mars 2027 à 13\u00a0h\u00a030"));
}

TEST(Sentence, SetsBrokenRulesInTheirWeek) {
    plan::BrokenRule rule;
    rule.rule = 3;
    rule.code = plan::codes::ruleReturn;
    rule.bus.value = "B1";
    rule.week = 1;
    rule.weekday = Weekday::Tuesday;
    rule.value = 1115;
    rule.limit = 1110;
    const Sentence sentence = sentenceOf(rule, Language::French);
    EXPECT_EQ(sentence.where, "semaine 2, mardi, bus B1");
    EXPECT_THAT(sentence.what, HasSubstr("18\u00a0h\u00a035 au lieu de 18\u00a0h\u00a030"));
}

TEST(Sentence, SaysSomethingOfACodeItDoesNotKnow) {
    EXPECT_FALSE(hasWords("nobody.knows"));
    EXPECT_THAT(sentenceOf(Error(ErrorCode{"nobody.knows"}), Language::French).text(),
                HasSubstr("nobody.knows"));
}

TEST(Template, NeverChangesADetail) {
    const Error error = Error(ErrorCode{"x"}).with("value", "l'eau : [a] {b}");
    EXPECT_EQ(fill("« {value} »", error, Language::French), "«\u00a0l'eau : [a] {b}\u00a0»");
    EXPECT_EQ(fill("it's {value}", error, Language::English), "it\u2019s l'eau : [a] {b}");
}

} // namespace
} // namespace medicobus::words
