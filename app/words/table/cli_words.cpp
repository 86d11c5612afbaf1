// SPDX-License-Identifier: EUPL-1.2
#include "words/table/entry.h"

#include <array>

namespace medicobus::words {
namespace {

constexpr std::array<Entry, 6> entries{{
    {"cli.usage", "{value}", "Voyez medicobusctl --help.", "{value}", "See medicobusctl --help."},
    {"cli.change", "« {value} » ne se lit pas.", "Écrivez {expected}.", "\"{value}\" cannot be read.",
     "Write {expected}."},
    {"cli.dates", "Le nombre de semaines ne convient pas[ : {value}].", "Donnez un nombre de 1 à 104.",
     "The number of weeks does not fit[: {value}].", "Give a number from 1 to 104."},
    {"cli.no_scenario", "Le plan ne dit pas où sont ses lieux ni leurs noms.",
     "Ajoutez --scenario avec le scénario du plan pour les nommer.",
     "The plan does not tell where its sites are, nor their names.",
     "Add --scenario with the plan's scenario to name them."},
    {"cli.store_exists",
     "Une démonstration d'un autre programme est déjà dans ce dossier. Rien n'a été touché.",
     "Choisissez un dossier vide, ou déplacez ce fichier.",
     "A demonstration of another programme is already in this folder. Nothing was touched.",
     "Choose an empty folder, or move this file."},
    {"cli.plan_unlawful", "Le plan ne respecte pas toutes les règles : il n'est pas publié.",
     "Lisez medicobusctl verify, corrigez le plan, puis recommencez.",
     "The plan does not keep every rule: it is not published.",
     "Read medicobusctl verify, correct the plan, then try again."},
}};

} // namespace

std::span<const Entry> cliWords() {
    return entries;
}

} // namespace medicobus::words
