// SPDX-License-Identifier: EUPL-1.2
#include "words/table/entry.h"

#include <array>

namespace medicobus::words {
namespace {

constexpr std::array<Entry, 13> entries{{
    {"scenario.format", "Ce n'est pas un scénario que cette version connaît[ : « {value} »].",
     "Le format doit être « {expected} ».", "This is not a scenario that this version knows[: \"{value}\"].",
     "The format must be \"{expected}\"."},
    {"scenario.empty", "Il n'y a rien ici.", "Donnez au moins une valeur[ parmi : {expected}].",
     "There is nothing here.", "Give at least one value[ among: {expected}]."},
    {"scenario.duplicate", "« {value} » est déjà pris.",
     "Chaque identifiant sert une seule fois : changez l'un des deux.", "\"{value}\" is already taken.",
     "Each identifier serves once: change one of the two."},
    {"scenario.order", "{value} n'est pas dans l'ordre.", "Attendu : {expected}.", "{value} is out of order.",
     "Expected: {expected}."},
    {"scenario.unknown_commune", "La commune {value} n'est pas dans le territoire[ {expected}].",
     "Corrigez le code INSEE ou le nom du territoire.",
     "Commune {value} is not in the territory[ {expected}].",
     "Correct the INSEE code or the name of the territory."},
    {"scenario.unknown_bus", "Aucun bus ne s'appelle « {value} ».", "Choisissez l'un des bus du scénario.",
     "No bus is called \"{value}\".", "Choose one of the scenario's buses."},
    {"scenario.unknown_site", "Aucun lieu d'accueil ne s'appelle « {value} ».",
     "Choisissez l'un des lieux du scénario.", "No site is called \"{value}\".",
     "Choose one of the scenario's sites."},
    {"scenario.unknown_session", "Aucune demi-journée ne s'appelle « {value} ».",
     "Choisissez l'une des demi-journées du scénario.", "No session is called \"{value}\".",
     "Choose one of the scenario's sessions."},
    {"scenario.session_length", "La durée ne convient pas[ ({value})].", "Attendu : {expected}.",
     "The length does not fit[ ({value})].", "Expected: {expected}."},
    {"scenario.session_window", "La halte sort de sa demi-journée[ ({value})].", "Attendu : {expected}.",
     "The session leaves its window[ ({value})].", "Expected: {expected}."},
    {"scenario.week_pattern", "Ces semaines ne forment pas un rythme[ : {value}].",
     "Choisissez chaque semaine, ou une sur deux, trois ou quatre, à partir d'une semaine du cycle.",
     "These weeks form no rhythm[: {value}].",
     "Choose every week, or every 2nd, 3rd or 4th from some week of the cycle."},
    {"scenario.bus_off", "Le bus ne roule pas ce jour-là[ ({value})].",
     "Choisissez un de ses jours de travail.", "The bus does not run that day[ ({value})].",
     "Choose one of its working days."},
    {"scenario.travel_kind", "« {value} » n'est pas une manière connue de compter les trajets.",
     "Écrivez « {expected} ».", "\"{value}\" is not a known way to count travel.", "Write \"{expected}\"."},
}};

} // namespace

std::span<const Entry> scenarioWords() {
    return entries;
}

} // namespace medicobus::words
