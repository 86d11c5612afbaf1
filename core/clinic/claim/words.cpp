// SPDX-License-Identifier: EUPL-1.2
#include "clinic/appointment.h"

#include <algorithm>

namespace medicobus::clinic {

namespace {

std::optional<Decision> decisionIn(const Fact& fact) {
    for (const Word word : {Word::Confirmed, Word::Refused, Word::Ended}) {
        std::string kind = kindOf(word);
        kind[kind.find('.')] = '_';
        if (fact.kind == kind) {
            return decisionFrom(kindOf(word), fact.body);
        }
    }
    return std::nullopt;
}

} // namespace

std::map<journal::OperationId, Decision> wordsIn(std::vector<Fact> facts) {
    std::sort(facts.begin(), facts.end(), earlier);
    std::map<journal::OperationId, Decision> words;
    for (const Fact& fact : facts) {
        const auto said = decisionIn(fact);
        if (!said) {
            continue;
        }
        const auto [known, isFirst] = words.try_emplace(said->operation, *said);
        const bool endsIt = said->word == Word::Ended && known->second.word == Word::Confirmed;
        const bool isAnew = said->word != Word::Ended && known->second.word == Word::Ended;
        if (endsIt || isAnew) {
            known->second = *said;
        }
    }
    return words;
}

} // namespace medicobus::clinic
