// SPDX-License-Identifier: EUPL-1.2
#include "vault/search/distance.h"
#include "vault/search/patient_search.h"
#include "vault/search/phonetic.h"
#include "vault/search/query.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <numeric>

namespace medicobus::vault {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::optional<Date> day(std::string_view text) {
    return parseDate(text).value();
}

/// A waiting room of invented people whose names are easily misheard.
PatientSearch people() {
    PatientSearch search;
    search.put({"dupont", "Dupont", "Octave", day("1951-03-12"), "+33699887701"});
    search.put({"gauthier", "Gauthier", "Zéphirine", day("1948-11-02"), "+33699887702"});
    search.put({"leroy", "Le Roy", "Jean-Pierre", day("1960-07-05"), ""});
    search.put({"lefebvre", "Lefebvre", "Hélène", day("1951-03-21"), "+33699887704"});
    search.put({"germain", "Saint-Germain", "Odile", std::nullopt, "+33699887705"});
    search.put({"bouche", "Bouché", "Aymeric", day("1990-01-31"), "+33699887706"});
    search.put({"schmitt", "Schmitt", "Xavière", day("1987-12-24"), "+33699887707"});
    search.put({"dupre", "Dupré", "Octavie", day("1951-09-12"), "+33699887708"});
    return search;
}

std::vector<std::string> idsOf(const std::vector<Found>& found) {
    std::vector<std::string> ids;
    for (const Found& one : found) {
        ids.push_back(one.id);
    }
    return ids;
}

std::string firstOf(const PatientSearch& search, std::string_view query) {
    const auto found = search.find(query);
    return found.empty() ? std::string("nobody") : found.front().id;
}

TEST(Phonetic, HearsTheSameNameInItsSpellings) {
    const std::vector<std::vector<std::string_view>> families{
        {"Dupont", "Dupond", "Dupon", "DUPONT"},
        {"Gautier", "Gauthier", "Gaultier", "Gotier", "Gauthié"},
        {"Boucher", "Bouché", "Bouchet", "Bouchez"},
        {"Lefebvre", "Lefèvre", "Lefevre", "Lefaivre"},
        {"Renault", "Renaud", "Renaut", "Reno", "Renaux"},
        {"Durand", "Durant", "Duran"},
        {"Martin", "Martain", "Marthin"},
        {"Leconte", "Lecomte", "Lecompte"},
        {"Philippe", "Filipe", "Phillipe"},
        {"Nicolas", "Nikola"},
        {"Mathieu", "Matthieu"},
        {"Thibault", "Thibaut", "Tibo", "Thibaud"},
        {"Schmitt", "Schmit", "Schmidt"},
        {"Deschamps", "Dechamps", "Deschamp"},
        {"Benoît", "Benoist", "Benoit", "Benoi"},
        {"Christophe", "Cristof"},
        {"Aymeric", "Émeric", "Aimeric"},
        {"Besson", "Beçon"},
        {"François", "Fransois"},
        {"Girard", "Girart", "Jirard"},
        {"Henry", "Henri", "Hanri"},
        {"Perrin", "Perin", "Pérain"},
        {"Leroy", "Leroi"},
        {"Bastien", "Bastyen"},
        {"Quentin", "Kantin"},
        {"Guérin", "Guerrin"},
        {"Marchand", "Marchant"},
    };
    for (const auto& family : families) {
        for (const std::string_view name : family) {
            EXPECT_EQ(soundOf(name), soundOf(family.front())) << name;
        }
    }
}

TEST(Phonetic, HearsADifference) {
    const std::vector<std::pair<std::string_view, std::string_view>> pairs{
        {"Dupont", "Dubon"}, {"Martin", "Marin"},   {"Petit", "Petite"},   {"Moreau", "Morel"},
        {"Simon", "Simone"}, {"Rousseau", "Rossi"}, {"Girard", "Guirard"}, {"Colin", "Colline"},
    };
    for (const auto& [a, b] : pairs) {
        EXPECT_NE(soundOf(a), soundOf(b)) << a << ' ' << b;
    }
    EXPECT_EQ(soundOf("Jean-Pierre Dupont").find(soundOf("Jean")), 0U);
    EXPECT_EQ(soundOf(""), "");
    EXPECT_EQ(soundOf(" -' "), "");
}

RC_GTEST_PROP(Phonetic, TakesAnyBytes, (const std::string& text)) {
    for (const char sound : soundOf(text)) {
        RC_ASSERT(sound == ' ' || (sound >= '0' && sound <= '9') || (sound >= 'A' && sound <= 'z'));
    }
}

/// The table in full, with nothing left out: what the banded one must equal.
std::pair<int, int> plainDistance(std::string_view a, std::string_view b) {
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            int& cell = d[i][j];
            if (i == 0 || j == 0) {
                cell = static_cast<int>(i + j);
                continue;
            }
            cell = std::min(
                {d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                cell = std::min(cell, d[i - 2][j - 2] + 1);
            }
        }
    }
    return {d[a.size()][b.size()], *std::min_element(d[a.size()].begin(), d[a.size()].end())};
}

RC_GTEST_PROP(Distance, EqualsThePlainTableWithinItsLimit, ()) {
    const auto word = [] {
        auto letters = rc::gen::elementOf(std::string("abc"));
        return *rc::gen::resize(12, rc::gen::container<std::string>(letters));
    };
    const std::string a = word();
    const std::string b = word();
    const int limit = *rc::gen::inRange(1, 4);
    const auto [whole, start] = plainDistance(a, b);
    const Typos typos = typosBetween(a, b, limit);
    RC_ASSERT(typos.whole == std::min(whole, limit + 1));
    RC_ASSERT(typos.start == std::min(start, limit + 1));
}

TEST(Query, ReadsDatesYearsAndPhonesAmongWords) {
    EXPECT_THAT(readQuery("Le Roy Hélène").words, ElementsAre("le", "roy", "helene"));
    for (const std::string_view text :
         {"Dupont 12/03/1951", "12.03.1951", "12031951", "1951-03-12", "12 3 1951"}) {
        EXPECT_THAT(readQuery(text).birthDates, ElementsAre(*day("1951-03-12"))) << text;
    }
    EXPECT_THAT(readQuery("12/03/51").birthDates, ElementsAre(*day("1951-03-12"), *day("2051-03-12")));
    EXPECT_EQ(readQuery("dupont 1951").birthYear, 1951);
    EXPECT_EQ(readQuery("06 99 88 77 01").phone, "699887701");
    EXPECT_EQ(readQuery("+33 6 99 88 77 01").phone, "699887701");
    EXPECT_EQ(readQuery("7701").phone, "7701");
    EXPECT_THAT(readQuery("31/02/1951").birthDates, IsEmpty()) << "no such day";
    EXPECT_THAT(readQuery("12").phone, IsEmpty());
}

TEST(PatientSearch, FindsANameHoweverItWasHeard) {
    const PatientSearch search = people();
    for (const auto& [query, id] : std::vector<std::pair<std::string_view, std::string_view>>{
             {"dupont", "dupont"},        {"DUPOND", "dupont"},
             {"octave dupont", "dupont"}, {"Gotier", "gauthier"},
             {"gaultié", "gauthier"},     {"zefirine", "gauthier"},
             {"Leroy", "leroy"},          {"le roi", "leroy"},
             {"jeanpierre", "leroy"},     {"jean pierre le roy", "leroy"},
             {"Lefevre", "lefebvre"},     {"elene", "lefebvre"},
             {"st germain", "germain"},   {"germain odile", "germain"},
             {"Boucher", "bouche"},       {"emeric", "bouche"},
             {"chmit", "schmitt"},        {"shcmitt", "schmitt"},
             {"gauth", "gauthier"},       {"Mme Odile Germain", "germain"}}) {
        EXPECT_EQ(firstOf(search, query), id) << query;
    }
    EXPECT_EQ(firstOf(search, "Vercingétorix"), "nobody");
    EXPECT_EQ(firstOf(search, ""), "nobody");
    EXPECT_EQ(firstOf(search, "dupont vercingétorix"), "nobody");
}

TEST(PatientSearch, PutsTheNearerNameFirstAndSaysWhy) {
    const PatientSearch search = people();
    const auto found = search.find("dup octavi");
    EXPECT_THAT(idsOf(found), ElementsAre("dupre", "dupont")) << "Octavie, then Octave but for a slip";
    EXPECT_EQ(found[0].reasons[0].evidence, Evidence::NamePrefix);
    const auto typo = search.find("Dupnot");
    ASSERT_EQ(typo.front().id, "dupont");
    EXPECT_EQ(typo.front().reasons[0].evidence, Evidence::NameTypo);
    EXPECT_EQ(typo.front().reasons[0].typos, 1);
    EXPECT_EQ(typo.front().reasons[0].asked, "dupnot");
    EXPECT_EQ(search.find("Dupond").front().reasons[0].evidence, Evidence::NameSound);
    EXPECT_EQ(search.find("dupont").front().score, 100);
    EXPECT_GT(search.find("dupont").front().score, search.find("dupond").front().score);
}

TEST(PatientSearch, FindsByBirthDateYearAndPhone) {
    const PatientSearch search = people();
    EXPECT_THAT(idsOf(search.find("1951-03-12")), ElementsAre("dupont", "dupre", "lefebvre"))
        << "the day itself, then one slip";
    EXPECT_THAT(idsOf(search.find("7704")), ElementsAre("lefebvre"));
    EXPECT_THAT(idsOf(search.find("06 99 88 77 05")), ElementsAre("germain"));
    EXPECT_EQ(firstOf(search, "octav 12/09/1951"), "dupre");
    EXPECT_EQ(firstOf(search, "dup 1951"), "dupre");
    const auto near = search.find("dupont 03/12/1951");
    ASSERT_EQ(near.front().id, "dupont") << "day and month the wrong way round";
    EXPECT_EQ(near.front().reasons.back().evidence, Evidence::BirthDateNear);
    EXPECT_EQ(firstOf(search, "schmitt 01/01/1900"), "schmitt") << "a wrong date hides nobody";
}

TEST(PatientSearch, FollowsChangesAndForgets) {
    PatientSearch search = people();
    search.put({"dupont", "Martin", "Octave", std::nullopt, ""});
    EXPECT_EQ(search.size(), 8U);
    EXPECT_EQ(firstOf(search, "martin"), "dupont");
    EXPECT_NE(firstOf(search, "dupont"), "dupont");
    EXPECT_EQ(firstOf(search, "7701"), "nobody");
    search.remove("dupont");
    search.remove("never there");
    EXPECT_EQ(firstOf(search, "martin"), "nobody");
    search.put({"new", "Martin", "Ysoline", std::nullopt, ""});
    EXPECT_EQ(firstOf(search, "isoline"), "new");
    search.clear();
    EXPECT_EQ(search.size(), 0U);
    EXPECT_EQ(firstOf(search, "gauthier"), "nobody");
    search.put({"new", "Martin", "Ysoline", std::nullopt, ""});
    EXPECT_EQ(firstOf(search, "martin"), "new");
}

RC_GTEST_PROP(PatientSearch, FindsAnybodyDespiteOneSlipOfTheFinger, ()) {
    const PatientSearch search = people();
    const std::vector<std::pair<std::string, std::string>> names{
        {"dupont", "dupont"}, {"gauthier", "gauthier"}, {"lefebvre", "lefebvre"}, {"schmitt", "schmitt"}};
    const auto [id, name] = *rc::gen::elementOf(names);
    std::string typed = name;
    const auto at = *rc::gen::inRange<std::size_t>(0, typed.size() - 1);
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
        typed[at] = *rc::gen::inRange('a', 'z');
        break;
    case 1:
        typed.erase(at, 1);
        break;
    case 2:
        typed.insert(at, 1, *rc::gen::inRange('a', 'z'));
        break;
    default:
        std::swap(typed[at], typed[at + 1]);
    }
    const auto ids = idsOf(search.find(typed));
    RC_ASSERT(std::find(ids.begin(), ids.end(), id) != ids.end());
}

} // namespace
} // namespace medicobus::vault
