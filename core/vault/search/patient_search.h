// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "vault/search/query.h"
#include "vault/search/vocabulary.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace medicobus::vault {

/// One person as the search knows them, in plain text.
struct Entry {
    std::string id;
    std::string familyName;
    std::string givenName;
    std::optional<Date> birthDate;
    std::string phone; ///< E.164, or empty.
};

/// What speaks for a person found; "near" is one slip in the date, or the year alone.
enum class Evidence { Name, NamePrefix, NameSound, NameTypo, BirthDate, BirthDateNear, BirthYear, Phone };

struct Reason {
    Evidence evidence = Evidence::Name;
    std::string asked; ///< The folded word it is about; empty for dates and phones.
    int typos = 0;
};

struct Found {
    std::string id;
    int score = 0; ///< 0 to 100; the higher the better.
    std::vector<Reason> reasons;
};

/// Finds people whose name was misheard, misspelt or half typed, over texts opened after unlocking.
///
/// Names fold accents, case and hyphens; words count in any order; each may be a beginning, sound alike, or
/// have a typing error or two; "Le Roy" is "Leroy". Memory is wiped by `clear` and by the destructor: clear
/// it when the vault locks. One owner thread.
class PatientSearch {
public:
    /// Adds a person, or replaces what was known under the same id.
    void put(const Entry& entry);
    void remove(const std::string& id);
    void clear();
    std::size_t size() const { return m_numbers.size(); }

    /// Best first, then by id; nothing for an empty query. With a name, a birth date or phone raises those
    /// who have it and rejects nobody; alone, it decides.
    std::vector<Found> find(std::string_view query, std::size_t most = 20) const;

private:
    struct Person {
        bool isThere = false;
        std::optional<Date> birthDate;
        std::uint32_t phoneAt = 0;
        std::uint32_t phoneSize = 0;
    };

    void addWords(std::string_view name, std::uint32_t person);
    std::string_view phoneOf(const Person& person) const;
    std::optional<Found> judge(std::uint32_t person, const Query& query, const WordMatch* matches) const;

    Vocabulary m_vocabulary;
    WipingVector<Person> m_people;
    WipingVector<char> m_phones;
    std::vector<std::string> m_ids;    ///< By the number of the person.
    std::vector<std::uint32_t> m_free; ///< Numbers of people removed.
    std::unordered_map<std::string, std::uint32_t> m_numbers;
};

} // namespace medicobus::vault
