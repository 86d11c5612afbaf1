// SPDX-License-Identifier: EUPL-1.2
#include "vault/search/patient_search.h"

#include "base/text/fold.h"
#include "vault/search/phonetic.h"

#include <algorithm>
#include <span>
#include <tuple>

namespace medicobus::vault {
namespace {

/// Of 100, what a birth date or phone that was asked for counts beside the name.
constexpr int extraShare = 20;
/// Not known is no mismatch.
constexpr int unknownShare = 8;
constexpr int nearShare = 13;
constexpr int yearShare = 10;
/// With as many words typed, one may be unknown: a title, a second given name.
constexpr std::size_t wordsToSpareOne = 3;

Evidence evidenceOf(Likeness likeness) {
    switch (likeness) {
    case Likeness::Exact:
        return Evidence::Name;
    case Likeness::Prefix:
        return Evidence::NamePrefix;
    case Likeness::SoundsAlike:
        return Evidence::NameSound;
    case Likeness::Typo:
        return Evidence::NameTypo;
    }
    return Evidence::Name;
}

std::optional<Evidence> compareDates(Date asked, Date known) {
    const date::year_month_day a(asked);
    const date::year_month_day b(known);
    if (a == b) {
        return Evidence::BirthDate;
    }
    const bool isSwapped = a.year() == b.year() && unsigned(a.day()) == unsigned(b.month())
                           && unsigned(a.month()) == unsigned(b.day());
    const int agreeing = (a.year() == b.year()) + (a.month() == b.month()) + (a.day() == b.day());
    if (isSwapped || agreeing == 2) {
        return Evidence::BirthDateNear;
    }
    return a.year() == b.year() ? std::optional(Evidence::BirthYear) : std::nullopt;
}

int shareOf(Evidence evidence) {
    return evidence == Evidence::BirthDateNear ? nearShare
           : evidence == Evidence::BirthYear   ? yearShare
                                               : extraShare;
}

/// What the birth date says, where one was asked for: its share, and the reason when it speaks for them.
struct Judged {
    int share = 0;
    std::optional<Evidence> evidence;
};

Judged judgeBirth(const Query& query, const std::optional<Date>& known) {
    if (!known) {
        return {unknownShare, std::nullopt};
    }
    if (query.birthYear) {
        const bool isSame = date::year_month_day(*known).year() == date::year(*query.birthYear);
        return isSame ? Judged{extraShare, Evidence::BirthYear} : Judged{};
    }
    Judged best;
    for (const Date asked : query.birthDates) {
        const auto evidence = compareDates(asked, *known);
        if (evidence && shareOf(*evidence) > best.share) {
            best = {shareOf(*evidence), evidence};
        }
    }
    return best;
}

Judged judgePhone(const Query& query, std::string_view known) {
    if (known.empty()) {
        return {unknownShare, std::nullopt};
    }
    return known.find(query.phone) != std::string_view::npos ? Judged{extraShare, Evidence::Phone} : Judged{};
}

/// The words of a name and their sounds, side by side.
struct Words {
    std::vector<std::string> letters;
    std::vector<std::string> sounds;
};

Words wordsOf(std::string_view name) {
    Query parts = readQuery(name);
    return {std::move(parts.words), std::move(parts.spoken)};
}

} // namespace

void PatientSearch::addWords(std::string_view name, std::uint32_t person) {
    const Words words = wordsOf(name);
    for (std::size_t i = 0; i < words.letters.size(); ++i) {
        m_vocabulary.add(words.letters[i], words.sounds[i], person);
        if (i > 0) {
            // "Le Roy" is also found as "Leroy", "Jean-Pierre" as "Jeanpierre".
            const std::string joined = words.letters[i - 1] + words.letters[i];
            m_vocabulary.add(joined, soundOf(joined), person);
        }
    }
}

void PatientSearch::put(const Entry& entry) {
    remove(entry.id);
    if (m_free.empty()) {
        m_free.push_back(static_cast<std::uint32_t>(m_people.size()));
        m_people.emplace_back();
        m_ids.emplace_back();
    }
    const std::uint32_t number = m_free.back();
    m_free.pop_back();
    m_numbers[entry.id] = number;
    m_ids[number] = entry.id;
    m_people[number] = {true, entry.birthDate, static_cast<std::uint32_t>(m_phones.size()),
                        static_cast<std::uint32_t>(entry.phone.size())};
    m_phones.insert(m_phones.end(), entry.phone.begin(), entry.phone.end());
    addWords(entry.familyName, number);
    addWords(entry.givenName, number);
}

void PatientSearch::remove(const std::string& id) {
    const auto known = m_numbers.find(id);
    if (known == m_numbers.end()) {
        return;
    }
    const std::uint32_t number = known->second;
    m_vocabulary.forget(number);
    const Person& person = m_people[number];
    std::fill_n(m_phones.begin() + person.phoneAt, person.phoneSize, '\0');
    m_people[number] = {};
    m_ids[number].clear();
    m_free.push_back(number);
    m_numbers.erase(known);
}

void PatientSearch::clear() {
    m_vocabulary.clear();
    m_people = {};
    m_phones = {};
    m_ids.clear();
    m_free.clear();
    m_numbers.clear();
}

std::string_view PatientSearch::phoneOf(const Person& person) const {
    return {m_phones.data() + person.phoneAt, person.phoneSize};
}

std::optional<Found> PatientSearch::judge(std::uint32_t person, const Query& query,
                                          const WordMatch* matches) const {
    const std::span all(matches, query.words.size());
    const auto missing =
        std::count_if(all.begin(), all.end(), [](const WordMatch& m) { return m.score == 0; });
    if (missing > (all.size() >= wordsToSpareOne ? 1 : 0)) {
        return std::nullopt;
    }
    Found found{m_ids[person], 0, {}};
    int name = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        name += all[i].score;
        if (all[i].score > 0) {
            found.reasons.push_back({evidenceOf(all[i].likeness), query.words[i], all[i].typos});
        }
    }
    std::vector<Judged> extras;
    if (!query.birthDates.empty() || query.birthYear) {
        extras.push_back(judgeBirth(query, m_people[person].birthDate));
    }
    if (!query.phone.empty()) {
        extras.push_back(judgePhone(query, phoneOf(m_people[person])));
    }
    int extra = 0;
    for (const Judged& judged : extras) {
        extra += judged.share;
        if (judged.evidence) {
            found.reasons.push_back({*judged.evidence, {}, 0});
        }
    }
    if (found.reasons.empty()) {
        return std::nullopt;
    }
    const int asked = extraShare * static_cast<int>(extras.size());
    if (query.words.empty()) {
        found.score = 100 * extra / asked;
    } else {
        found.score = name / static_cast<int>(query.words.size()) * (100 - asked) / 100 + extra;
    }
    return found;
}

std::vector<Found> PatientSearch::find(std::string_view text, std::size_t most) const {
    const Query query = readQuery(text);
    const std::size_t words = query.words.size();
    // The best match of each word typed, for each person.
    WipingVector<WordMatch> matches(words * m_people.size());
    const auto take = [&](std::uint32_t person, std::size_t word, const WordMatch& match) {
        WordMatch& best = matches[person * words + word];
        if (match.score > best.score) {
            best = match;
        }
    };
    for (std::size_t i = 0; i < words; ++i) {
        m_vocabulary.eachLike(query.words[i], query.spoken[i],
                              [&](std::uint32_t person, const WordMatch& match) { take(person, i, match); });
        if (i > 0) {
            const std::string joined = query.words[i - 1] + query.words[i];
            m_vocabulary.eachLike(joined, soundOf(joined), [&](std::uint32_t person, const WordMatch& match) {
                take(person, i - 1, match);
                take(person, i, match);
            });
        }
    }
    std::vector<Found> found;
    for (std::uint32_t person = 0; person < m_people.size(); ++person) {
        if (m_people[person].isThere) {
            if (auto judged = judge(person, query, matches.data() + person * words)) {
                found.push_back(std::move(*judged));
            }
        }
    }
    const std::size_t kept = std::min(most, found.size());
    std::partial_sort(
        found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
        [](const Found& a, const Found& b) { return std::tie(b.score, a.id) < std::tie(a.score, b.id); });
    found.resize(kept);
    return found;
}

} // namespace medicobus::vault
