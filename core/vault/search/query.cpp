// SPDX-License-Identifier: EUPL-1.2
#include "vault/search/query.h"

#include "base/text/fold.h"
#include "vault/search/phonetic.h"

#include <algorithm>

namespace medicobus::vault {
namespace {

constexpr int firstYear = 1890;
constexpr int lastYear = 2100;
constexpr std::size_t leastPhoneDigits = 4;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

int valueOf(std::string_view digits) {
    int value = 0;
    for (const char c : digits.substr(0, 9)) {
        value = value * 10 + (c - '0');
    }
    return value;
}

std::optional<Date> dateOf(int day, int month, int year) {
    const date::year_month_day civil{date::year(year), date::month(static_cast<unsigned>(month)),
                                     date::day(static_cast<unsigned>(day))};
    if (year < firstYear || year > lastYear || !civil.ok()) {
        return std::nullopt;
    }
    return Date(civil);
}

void addDate(Query& query, int day, int month, int year) {
    if (const auto date = dateOf(day, month, year)) {
        query.birthDates.push_back(*date);
    }
}

/// A day, a month and a year in three groups, or in one of eight digits.
void readDate(Query& query, const std::vector<std::string>& groups) {
    if (groups.size() == 1 && groups[0].size() == 8) {
        const std::string& all = groups[0];
        addDate(query, valueOf(all.substr(0, 2)), valueOf(all.substr(2, 2)), valueOf(all.substr(4)));
    }
    if (groups.size() != 3) {
        return;
    }
    const auto size = [&](std::size_t i) { return groups[i].size(); };
    if (size(0) == 4 && size(1) <= 2 && size(2) <= 2) {
        addDate(query, valueOf(groups[2]), valueOf(groups[1]), valueOf(groups[0]));
    } else if (size(0) <= 2 && size(1) <= 2 && size(2) == 4) {
        addDate(query, valueOf(groups[0]), valueOf(groups[1]), valueOf(groups[2]));
    } else if (size(0) <= 2 && size(1) <= 2 && size(2) == 2) {
        for (const int century : {1900, 2000}) {
            addDate(query, valueOf(groups[0]), valueOf(groups[1]), century + valueOf(groups[2]));
        }
    }
}

void readDigits(Query& query, const std::vector<std::string>& groups) {
    readDate(query, groups);
    if (!query.birthDates.empty() || groups.empty()) {
        return;
    }
    if (groups.size() == 1 && groups[0].size() == 4) {
        const int year = valueOf(groups[0]);
        if (year >= firstYear && year <= lastYear) {
            query.birthYear = year;
            return;
        }
    }
    std::string digits;
    for (const std::string& group : groups) {
        digits += group;
    }
    for (const std::string_view prefix : {"0033", "33", "0"}) {
        if (digits.starts_with(prefix) && (prefix == "0" || digits.size() > 9)) {
            digits.erase(0, prefix.size());
            break;
        }
    }
    if (digits.size() >= leastPhoneDigits) {
        query.phone = digits;
    }
}

} // namespace

Query readQuery(std::string_view text) {
    Query query;
    std::vector<std::string> groups;
    std::string letters;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!isDigit(text[i])) {
            letters += text[i];
            continue;
        }
        if (i == 0 || !isDigit(text[i - 1])) {
            groups.emplace_back();
            letters += ' ';
        }
        groups.back() += text[i];
    }
    readDigits(query, groups);
    // Sounds are taken before accents go, and stand word for word beside the folded text.
    const std::string folded = foldForSearch(letters);
    const std::string spoken = soundOf(letters);
    const auto split = [](const std::string& all, std::vector<std::string>& words) {
        for (std::size_t at = 0; at < all.size();) {
            const std::size_t end = std::min(all.find(' ', at), all.size());
            words.push_back(all.substr(at, end - at));
            at = end + 1;
        }
    };
    split(folded, query.words);
    split(spoken, query.spoken);
    query.spoken.resize(query.words.size());
    return query;
}

} // namespace medicobus::vault
