// SPDX-License-Identifier: EUPL-1.2
#include "vault/search/phonetic.h"

#include "base/text/fold.h"

#include <array>
#include <cstddef>

namespace medicobus::vault {
namespace {

/// What must follow a spelling for its rule to hold.
enum class Next { Any, End, Vowel, Front, Back, Closing, NasalEnd, LiquidOrStop, Dental, Glide };

/// A last e that is not heard but makes the consonant before it heard: Simone is not Simon.
constexpr char muteE = '~';

struct Rule {
    std::string_view letters;
    Next next;
    std::string_view sound;
};

// Sounds: a e i o u as written (e stands for é and è), U = ou, 7 = eu, 1 = an, 2 = in and un, 3 = on,
// S = ch, N = gn; consonants otherwise as written, k for hard c. The first rule that holds is taken, so the
// longer spelling of one letter stands before the shorter.
constexpr auto rules = std::to_array<Rule>({
    {"aill", Next::Any, "ai"},    {"ain", Next::NasalEnd, "2"},
    {"aim", Next::NasalEnd, "2"}, {"aen", Next::NasalEnd, "1"},
    {"aon", Next::NasalEnd, "1"}, {"aul", Next::Dental, "o"},
    {"aou", Next::Any, "U"},      {"ay", Next::Vowel, "ei"},
    {"ai", Next::Any, "e"},       {"ay", Next::Any, "e"},
    {"ae", Next::Any, "e"},       {"au", Next::Any, "o"},
    {"an", Next::NasalEnd, "1"},  {"am", Next::NasalEnd, "1"},
    {"a", Next::Any, "a"},        {"bv", Next::Any, "v"},
    {"b", Next::Any, "b"},        {"cch", Next::Any, "k"},
    {"cc", Next::Front, "ks"},    {"ch", Next::LiquidOrStop, "k"},
    {"ch", Next::Any, "S"},       {"ck", Next::Any, "k"},
    {"cqu", Next::Any, "k"},      {"c", Next::Front, "s"},
    {"c", Next::Any, "k"},        {"dt", Next::Any, "t"},
    {"d", Next::Any, "d"},        {"eaul", Next::Dental, "o"},
    {"eau", Next::Any, "o"},      {"ean", Next::NasalEnd, "1"},
    {"eill", Next::Any, "ei"},    {"ein", Next::NasalEnd, "2"},
    {"eim", Next::NasalEnd, "2"}, {"ei", Next::Any, "e"},
    {"ey", Next::Any, "e"},       {"eu", Next::Any, "7"},
    {"en", Next::NasalEnd, "1"},  {"em", Next::NasalEnd, "1"},
    {"e", Next::Any, "e"},        {"f", Next::Any, "f"},
    {"ge", Next::Back, "j"},      {"gn", Next::Any, "N"},
    {"gu", Next::Front, "g"},     {"gh", Next::Any, "g"},
    {"g", Next::Front, "j"},      {"g", Next::Any, "g"},
    {"h", Next::Any, ""},         {"ien", Next::Closing, "i2"},
    {"ill", Next::Glide, "i"},    {"in", Next::NasalEnd, "2"},
    {"im", Next::NasalEnd, "2"},  {"i", Next::Any, "i"},
    {"j", Next::Any, "j"},        {"k", Next::Any, "k"},
    {"l", Next::Any, "l"},        {"mpt", Next::Any, "nt"},
    {"m", Next::Any, "m"},        {"n", Next::Any, "n"},
    {"oeu", Next::Any, "7"},      {"oei", Next::Any, "oe"},
    {"oe", Next::Any, "7"},       {"oin", Next::NasalEnd, "u2"},
    {"oi", Next::Any, "ua"},      {"oy", Next::Any, "ua"},
    {"ouill", Next::Any, "Ui"},   {"ou", Next::Any, "U"},
    {"oo", Next::Any, "U"},       {"ompt", Next::Any, "3t"},
    {"on", Next::NasalEnd, "3"},  {"om", Next::NasalEnd, "3"},
    {"o", Next::Any, "o"},        {"ph", Next::Any, "f"},
    {"p", Next::Any, "p"},        {"qu", Next::Any, "k"},
    {"q", Next::Any, "k"},        {"r", Next::Any, "r"},
    {"sch", Next::Any, "S"},      {"sh", Next::Any, "S"},
    {"sc", Next::Front, "s"},     {"ss", Next::Any, "s"},
    {"s", Next::Any, "s"},        {"th", Next::Any, "t"},
    {"tion", Next::End, "si3"},   {"t", Next::Any, "t"},
    {"un", Next::NasalEnd, "2"},  {"um", Next::NasalEnd, "2"},
    {"u", Next::Any, "u"},        {"v", Next::Any, "v"},
    {"w", Next::Any, "v"},        {"x", Next::Any, "ks"},
    {"yn", Next::NasalEnd, "2"},  {"ym", Next::NasalEnd, "2"},
    {"yen", Next::Closing, "i2"}, {"y", Next::Any, "i"},
    {"z", Next::Any, "z"},        {"~", Next::Any, ""},
});

bool isOneOf(char c, std::string_view set) {
    return set.find(c) != std::string_view::npos;
}

bool isVowel(char c) {
    return isOneOf(c, "aeiouy") || c == muteE;
}

bool holds(Next next, std::string_view rest) {
    const bool isEnd = rest.empty();
    switch (next) {
    case Next::Any:
        return true;
    case Next::End:
        return isEnd;
    case Next::Vowel:
        return !isEnd && isVowel(rest[0]);
    case Next::Front:
        return !isEnd && isOneOf(rest[0], "eiy~");
    case Next::Back:
        return !isEnd && isOneOf(rest[0], "aou");
    case Next::Closing:
        return isEnd || !isVowel(rest[0]);
    case Next::NasalEnd:
        return isEnd || (!isVowel(rest[0]) && !isOneOf(rest[0], "nm"));
    case Next::LiquidOrStop:
        return !isEnd && isOneOf(rest[0], "rlnmt");
    case Next::Glide:
        return isEnd || isOneOf(rest[0], "aeou~");
    case Next::Dental:
        return !isEnd && isOneOf(rest[0], "tdx");
    }
    return false;
}

/// Accents that change a final sound are spelt out before folding drops them: "é" as "ei", "ç" as "ss".
std::string spelledOut(std::string_view text) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> spellings{
        {{"\u00e9", "ei"}, {"\u00c9", "ei"}, {"\u00e7", "ss"}, {"\u00c7", "ss"}}};
    std::string out(text);
    for (const auto& [letter, spelling] : spellings) {
        for (std::size_t at = out.find(letter); at != std::string::npos; at = out.find(letter, at)) {
            out.replace(at, letter.size(), spelling);
        }
    }
    return out;
}

void dropLast(std::string& word, std::string_view letters) {
    while (word.size() > 3 && isOneOf(word.back(), letters)) {
        word.pop_back();
    }
}

/// Drops what is not heard at the end of a word, and writes its last é (-er, -et, -ez) as one.
void closeWord(std::string& word) {
    for (const std::string_view e : {"er", "ers", "et", "ets", "ez", "ee", "ees"}) {
        if (word.size() > e.size() + 2 && word.ends_with(e)) {
            word.replace(word.size() - e.size(), e.size(), "ei");
            return;
        }
    }
    std::string singular = word;
    dropLast(singular, "sx");
    if (singular.size() > 2 && singular.back() == 'e') {
        singular.back() = muteE;
        word = std::move(singular);
        return;
    }
    // The l of -ault is silent because of what follows it.
    if (word.find("aul", word.size() - std::min<std::size_t>(word.size(), 5)) != std::string::npos
        && isOneOf(word.back(), "tdxs")) {
        word.replace(word.rfind("aul"), std::string::npos, "au");
        return;
    }
    dropLast(word, "tdsxz");
    if (word.size() > 3 && (word.ends_with("mp") || word.ends_with("ng"))) {
        word.pop_back();
    }
}

/// An s between two vowels sounds as a z; the spelling alone cannot say so to a rule.
void voice(std::string& word) {
    for (std::size_t i = 1; i + 1 < word.size(); ++i) {
        if (word[i] == 's' && isVowel(word[i - 1]) && isVowel(word[i + 1])) {
            word[i] = 'z';
        }
    }
    // "Des Champs" grown together: the s stays silent.
    if (word.size() > 5 && (word.starts_with("des") || word.starts_with("les")) && !isVowel(word[3])
        && word[3] != 's') {
        word.erase(2, 1);
    }
}

void addSounds(std::string& out, std::string word) {
    voice(word);
    closeWord(word);
    const std::size_t start = out.size();
    std::string_view rest = word;
    while (!rest.empty()) {
        std::size_t taken = 1;
        for (const Rule& rule : rules) {
            if (rest.starts_with(rule.letters) && holds(rule.next, rest.substr(rule.letters.size()))) {
                taken = rule.letters.size();
                for (const char sound : rule.sound) {
                    if (out.size() == start || out.back() != sound) {
                        out += sound;
                    }
                }
                break;
            }
        }
        rest.remove_prefix(taken);
    }
}

} // namespace

std::string soundOf(std::string_view text) {
    const std::string folded = foldForSearch(spelledOut(text));
    std::string out;
    std::size_t at = 0;
    while (at < folded.size()) {
        const std::size_t end = std::min(folded.find(' ', at), folded.size());
        if (!out.empty()) {
            out += ' ';
        }
        addSounds(out, folded.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

} // namespace medicobus::vault
