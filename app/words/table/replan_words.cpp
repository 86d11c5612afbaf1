// SPDX-License-Identifier: EUPL-1.2
#include "words/table/entry.h"

#include <array>

namespace medicobus::words {
namespace {

constexpr std::array<Entry, 9> entries{{
    {"adapt.unknown_series", "Le plan n'a pas de série « {value} ».",
     "Reprenez une série du plan en vigueur.", "The plan has no series \"{value}\".",
     "Take a series of the plan in force."},
    {"adapt.counts", "Les chiffres de fréquentation de la série « {value} » se contredisent.",
     "Vérifiez le journal par medicobusctl journal verify.",
     "The attendance figures of series \"{value}\" contradict each other.",
     "Check the journal by medicobusctl journal verify."},
    {"adapt.unlawful", "La série « {value} » ne tiendrait plus dans les règles après ce changement.",
     "N'acceptez pas cette proposition, ou changez d'abord les horaires du bus ou de la salle.",
     "The series \"{value}\" would no longer keep the rules after this change.",
     "Do not accept this proposal, or first change the hours of the bus or of the room."},
    {"adapt.no_change", "Il n'y a rien à accepter tel quel pour la série « {value} ».",
     "Pour une demi-journée de plus, refaites un plan avec --from.",
     "There is nothing to accept as it is for series \"{value}\".",
     "For one more half-day, make a new plan with --from."},
    {"replan.unknown_site", "Le scénario n'a pas de lieu « {value} ».",
     "Reprenez un identifiant de lieu du scénario.", "The scenario has no site \"{value}\".",
     "Take the id of a site of the scenario."},
    {"replan.unknown_bus", "Le scénario n'a pas de bus « {value} ».",
     "Reprenez un identifiant de bus du scénario.", "The scenario has no bus \"{value}\".",
     "Take the id of a bus of the scenario."},
    {"replan.unknown_commune", "La commune « {value} » n'est pas dans le territoire, ou sans coordonnées.",
     "Vérifiez son code INSEE.", "The commune \"{value}\" is not in the territory, or has no coordinates.",
     "Check its INSEE code."},
    {"replan.already", "Le scénario a déjà « {value} ».",
     "Choisissez une autre commune ou un autre nom de bus.", "The scenario already has \"{value}\".",
     "Choose another commune or another name of bus."},
    {"replan.last_bus", "« {value} » est le seul bus\u00a0: sans lui il n'y a plus de plan.",
     "Pour une absence de quelques jours, utilisez medicobusctl catch-up.",
     "\"{value}\" is the only bus: without it there is no plan.",
     "For an absence of some days, use medicobusctl catch-up."},
}};

} // namespace

std::span<const Entry> replanWords() {
    return entries;
}

} // namespace medicobus::words
