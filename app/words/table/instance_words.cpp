// SPDX-License-Identifier: EUPL-1.2
#include "words/table/entry.h"

#include <array>

namespace medicobus::words {
namespace {

constexpr std::array<Entry, 5> entries{{
    {"instance.unknown_format",
     "Ce n'est l'instance d'aucun jeu connu[ («\u00a0{value}\u00a0» au lieu de {expected})].",
     "Donnez un fichier TSPTW, TOPTW, MCTOPMTW, PVRP, Solomon, Gehring-Homberger ou TSPLIB (EUC_2D).",
     "This is no instance of a known set[ (\"{value}\" instead of {expected})].",
     "Give a file of TSPTW, TOPTW, MCTOPMTW, PVRP, Solomon, Gehring-Homberger or TSPLIB (EUC_2D)."},
    {"instance.number", "«\u00a0{value}\u00a0» n'est pas le nombre attendu ici.",
     "Corrigez cette ligne, ou reprenez le fichier à sa source.",
     "\"{value}\" is not the number expected here.",
     "Correct this line, or take the file again from its source."},
    {"instance.range", "{value} est hors de ce qui est permis ici[\u00a0: {expected}].",
     "Corrigez cette ligne, ou reprenez le fichier à sa source.",
     "{value} is outside what is allowed here[: {expected}].",
     "Correct this line, or take the file again from its source."},
    {"instance.length", "Le fichier n'a pas la longueur annoncée[\u00a0: {value} au lieu de {expected}].",
     "Reprenez le fichier à sa source\u00a0; il a pu être coupé.",
     "The file has not the length it announces[: {value} instead of {expected}].",
     "Take the file again from its source; it may have been cut."},
    {"instance.route", "Cette solution ne va pas avec l'instance[\u00a0: {value}].",
     "Vérifiez que les numéros et le nombre de tournées sont ceux du fichier.",
     "This solution does not go with the instance[: {value}].",
     "Check that the numbers and the count of routes are those of the file."},
}};

} // namespace

std::span<const Entry> instanceWords() {
    return entries;
}

} // namespace medicobus::words
