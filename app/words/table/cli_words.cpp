// SPDX-License-Identifier: EUPL-1.2
#include "words/table/entry.h"

#include <array>

namespace medicobus::words {
namespace {

constexpr std::array<Entry, 6> entries{{
    {"cli.usage", "{value}", "Voyez medicobusctl --help.", "{value}", "See medicobusctl --help."},
    {"cli.change", "« {value} » ne se lit pas.", "Écrivez {expected}.", "\"{value}\" cannot be read.",
     "Write {expected}."},
    {"cli.no_passage", "Aucune halte de cette série n'a lieu à ce moment : {value:when}.",
     "Lisez la colonne Passage de medicobusctl calendar, et recopiez-en un.",
     "No session of this series takes place then: {value:when}.",
     "Read the column Passage of medicobusctl calendar, and copy one."},
    {"cli.story_differs",
     "Deux appareils de la démonstration ne tiennent pas les mêmes opérations[ : {file}].",
     "Vérifiez ce journal par medicobusctl journal verify, et signalez-le.",
     "Two devices of the demonstration do not hold the same operations[: {file}].",
     "Verify this journal with medicobusctl journal verify, and report it."},
    {"cli.folder_taken", "Ce fichier n'est pas d'une démonstration. Rien n'a été touché.",
     "Choisissez un dossier vide, ou déplacez ce fichier.",
     "This file is not of a demonstration. Nothing was touched.",
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
