// SPDX-License-Identifier: EUPL-1.2
#include "words/table/entry.h"

#include <array>

namespace medicobus::words {
namespace {

constexpr std::array<Entry, 5> entries{{
    {"routing.invalid", "Le problème d'ordre n'a pas de sens[\u00a0: {value}].", "Attendu\u00a0: {expected}.",
     "The ordering problem makes no sense[: {value}].", "Expected: {expected}."},
    {"routing.infeasible", "Aucun véhicule ne peut se rendre à «\u00a0{value}\u00a0», même seul.",
     "Élargissez ses plages horaires ou la journée d'un véhicule, ou permettez de ne pas y passer.",
     "No vehicle can visit \"{value}\", even alone.",
     "Widen its time windows or a vehicle's day, or let it be left out."},
    {"routing.none_found", "Toutes les visites obligatoires ne tiennent pas[\u00a0: il en reste {value}].",
     "Ajoutez un véhicule, élargissez les plages horaires, ou laissez chercher plus longtemps.",
     "The visits that must be made do not all fit[: {value} are left].",
     "Add a vehicle, widen the time windows, or let the search run longer."},
    {"exchange.unsupported", "Ceci n'est pas pris en charge[ ({value})].",
     "Retirez-le du fichier[ ou respectez\u00a0: {expected}].", "This is not supported[ ({value})].",
     "Remove it from the file[ or keep to: {expected}]."},
    {"exchange.duplicate", "L'identifiant {value} est déjà pris.",
     "Chaque identifiant sert une seule fois\u00a0: changez l'un des deux.",
     "Identifier {value} is already taken.", "Each identifier serves once: change one of the two."},
}};

} // namespace

std::span<const Entry> routingWords() {
    return entries;
}

} // namespace medicobus::words
