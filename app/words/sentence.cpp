// SPDX-License-Identifier: EUPL-1.2
#include "words/sentence.h"

#include "words/format.h"
#include "words/table/entry.h"
#include "words/template.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>

namespace medicobus::words {
namespace {

const Entry* findEntry(std::string_view code) {
    for (const auto words : {baseWords(), territoryWords(), scenarioWords(), planWords(), peopleWords(),
                             replanWords(), travelWords(), routingWords(), clinicWords(), journalWords(),
                             vaultWords(), syncWords(), hubWords(), instanceWords(), cliWords()}) {
        const auto at =
            std::find_if(words.begin(), words.end(), [&](const Entry& e) { return e.code == code; });
        if (at != words.end()) {
            return &*at;
        }
    }
    return nullptr;
}

constexpr Entry general{"", "Une erreur sans phrase s'est produite : {code}.",
                        "Notez ce code et signalez-le avec ce que vous faisiez.",
                        "An error without a sentence happened: {code}.",
                        "Please report this code with what you were doing."};

/// The parts of a place, each told only when the error has it.
struct PlacePart {
    std::string_view french;
    std::string_view english;
};
constexpr std::array<PlacePart, 12> placeParts{{{"[{file}]", "[{file}]"},
                                                {"[ligne {line}]", "[line {line}]"},
                                                {"[colonne {column}]", "[column {column}]"},
                                                {"[{key_place}]", "[{key_place}]"},
                                                {"[semaine {week}]", "[week {week}]"},
                                                {"[{weekday}]", "[{weekday}]"},
                                                {"[bus {bus}]", "[bus {bus}]"},
                                                {"[lieu {site}]", "[site {site}]"},
                                                {"[série {series}]", "[series {series}]"},
                                                {"[personne {person}]", "[person {person}]"},
                                                {"[appareil {device}]", "[device {device}]"},
                                                {"[opération {seq}]", "[operation {seq}]"}}};

struct RoleName {
    std::string_view role;
    std::string_view french;
    std::string_view english;
};
/// The roles of `plan::Uncovered`.
constexpr std::array<RoleName, 6> roleNames{{{"doctor", "médecin", "doctor"},
                                             {"nurse", "infirmier", "nurse"},
                                             {"specialist", "spécialiste", "specialist"},
                                             {"carer", "soignant", "carer"},
                                             {"remote_doctor", "médecin à distance", "remote doctor"},
                                             {"driver", "conducteur", "driver"}}};

std::string_view roleName(std::string_view role, Language language) {
    const auto at = std::find_if(roleNames.begin(), roleNames.end(),
                                 [&](const RoleName& name) { return name.role == role; });
    if (at == roleNames.end()) {
        return role;
    }
    return language == Language::French ? at->french : at->english;
}

std::string placeOf(const Error& error, Language language) {
    Error placed = error;
    // A key is a place in a file (`$.buses[0]`); elsewhere it names a field that the sentence mentions.
    if (error.detail("key").starts_with("$")) {
        placed.with("key_place", std::string(error.detail("key")));
    }
    std::string place;
    for (const PlacePart& part : placeParts) {
        const std::string told =
            fill(language == Language::French ? part.french : part.english, placed, language);
        place += !place.empty() && !told.empty() ? ", " : "";
        place += told;
    }
    return place;
}

} // namespace

std::string Sentence::text() const {
    return fmt::format("{}{}{} {}", where, where.empty() ? "" : " – ", what, remedy);
}

bool hasWords(std::string_view code) {
    return findEntry(code) != nullptr;
}

Sentence sentenceOf(const Error& error, Language language) {
    const Entry* found = findEntry(error.code().name);
    const Entry& entry = found != nullptr ? *found : general;
    Error told = error;
    told.with("code", std::string(error.code().name));
    const bool isFrench = language == Language::French;
    return {placeOf(error, language), fill(isFrench ? entry.french : entry.english, told, language),
            fill(isFrench ? entry.frenchRemedy : entry.englishRemedy, told, language)};
}

Sentence sentenceOf(const plan::BrokenRule& rule, Language language) {
    Error error(rule.code);
    error.with("series", rule.series.value).with("site", rule.site.value).with("bus", rule.bus.value);
    error.with("person", rule.person.value);
    if (rule.week) {
        // Weeks count from 0 in files and from 1 for people.
        error.with("week", std::to_string(*rule.week + 1));
    }
    if (rule.weekday) {
        error.with("weekday", std::string(weekdayName(*rule.weekday, language)));
    }
    if (rule.value) {
        error.with("value", fmt::format("{}", *rule.value));
    }
    if (rule.limit) {
        error.with("limit", fmt::format("{}", *rule.limit));
    }
    return sentenceOf(error, language);
}

Sentence sentenceOf(const plan::FigureMismatch& mismatch, Language language) {
    Error error(plan::codes::figureMismatch);
    error.with("figure", mismatch.tour ? fmt::format("tours[{}].{}", *mismatch.tour, mismatch.figure)
                                       : std::string(mismatch.figure));
    error.with("value", number(mismatch.found, language, 4));
    error.with("expected", number(mismatch.expected, language, 4));
    return sentenceOf(error, language);
}

Sentence sentenceOf(const plan::Uncovered& session, const plan::Plan& plan, Language language) {
    Error error(ErrorCode{session.code});
    if (const plan::Series* series = plan.findSeries(session.series)) {
        error.with("weekday", std::string(weekdayName(series->weekday, language)));
        error.with("bus", series->bus.value).with("site", series->site.value);
    }
    error.with("week", std::to_string(session.week + 1)).with("series", session.series.value);
    error.with("expected", std::string(roleName(session.role, language)));
    error.with("known", std::to_string(session.known)).with("entitled", std::to_string(session.entitled));
    error.with("available", std::to_string(session.available));
    return sentenceOf(error, language);
}

} // namespace medicobus::words
