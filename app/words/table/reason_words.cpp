// SPDX-License-Identifier: EUPL-1.2
#include "words/table/reason_entry.h"

#include <array>

namespace medicobus::words {
namespace {

constexpr std::array<ReasonEntry, 31> entries{{
    {"site.value",
     "Retirer {site} ferait perdre {consultations_lost} consultations par an ({worth_share} de la valeur du "
     "plan) et épargnerait {driving_saved} de route. Le bus y tient {half_days_year} demi-journées par an, "
     "utiles à {communes} communes.",
     "Dropping {site} would lose {consultations_lost} consultations a year ({worth_share} of the plan's "
     "value) "
     "and save {driving_saved} of driving. The bus holds {half_days_year} half-days a year there, of use to "
     "{communes} communes."},
    {"site.serves",
     "{site} donne à {commune} ({minutes} min) {consultations} consultations par an, soit {need_met} de son "
     "manque de {need}.",
     "{site} gives {commune} ({minutes} min) {consultations} consultations a year, that is {need_met} of the "
     "{need} it lacks."},
    {"site.replanned",
     "Si tout le plan était refait sans {site}, la perte serait de {consultations_lost} consultations par an "
     "({worth_share} de la valeur), pour {driving_saved} de route en moins.",
     "If the whole plan were made again without {site}, {consultations_lost} consultations a year would be "
     "lost ({worth_share} of the value), for {driving_saved} less driving."},
    {"no_need", "{site} n'est pas retenu : à moins de {reach} min, aucune commune n'est sous-dotée.",
     "{site} is not chosen: no commune within {reach} min is under-served."},
    {"unknown_figures", "On ne peut rien dire de {commune} : il manque {missing}.",
     "Nothing can be said of {commune}: {missing} is missing."},
    {"no_site",
     "{lead} : aucune salle n'est prêtée à moins de {reach} min[ ; la plus proche est à {minutes} min "
     "({nearest})].",
     "{lead}: no room is lent within {reach} min[; the nearest is {minutes} min away ({nearest})]."},
    {"opening",
     "{lead} : {place} n'ouvre pas assez longtemps les jours où un bus roule ({longest} min de suite dans "
     "une "
     "demi-journée, il en faut {needed}).",
     "{lead}: {place} does not open long enough on the days of a bus ({longest} min in a row within a "
     "half-day, {needed} are needed)."},
    {"forbidden", "{lead} : {place} est interdit par le scénario.",
     "{lead}: {place} is forbidden by the scenario."},
    {"out_of_duty_day",
     "{lead} : {place} est trop loin pour une journée du bus {bus}. L'aller et le retour prennent "
     "{round_trip} min ; {limit}.",
     "{lead}: {place} is too far for a day of bus {bus}. There and back takes {round_trip} min; {limit}."},
    {"no_free_day",
     "{lead} : pour {place}, aucune demi-journée ne convient, même en cédant celle d'un autre lieu.",
     "{lead}: for {place}, no half-day fits, even by giving up that of another site."},
    {"site_limit",
     "{lead} : {place} reçoit déjà {limit} demi-journées par semaine, le plus que le scénario permet. "
     "{need_met} du manque est comblé.",
     "{lead}: {place} already has {limit} half-days a week, the most that the scenario allows. {need_met} of "
     "the need is met."},
    {"max_sites",
     "{lead} : le plan compte déjà {limit} lieux, le plus que le scénario permet. Sans cette limite, {place} "
     "ferait gagner {gain_without_limit} de la valeur du plan[ ; à la place d'un autre, {best_gain}].",
     "{lead}: the plan already has {limit} sites, the most that the scenario allows. Without that limit, "
     "{place} would gain {gain_without_limit} of the plan's value[; in place of another, {best_gain}]."},
    {"worth_less",
     "{lead} : pour {place}, la meilleure halte possible ({half_days}) vaudrait {worth} de la valeur du "
     "plan, "
     "contre {displaced_worth} pour ce qu'il faudrait céder ({instead_of}). Il manque {difference_share}.",
     "{lead}: for {place}, the best possible session ({half_days}) would be worth {worth} of the plan's "
     "value, "
     "against {displaced_worth} for what would be given up ({instead_of}). It falls {difference_share} "
     "short."},
    {"drive_costs_more",
     "{lead} : pour {place}, la route ({driving} par an) coûterait plus ({driving_cost} de la valeur du "
     "plan) "
     "que la halte n'apporterait ({worth}).",
     "{lead}: for {place}, the drive ({driving} a year) would cost more ({driving_cost} of the plan's value) "
     "than the session would bring ({worth})."},
    {"better_swap",
     "{lead}, et le plan y perd : pour {place}, une halte ferait gagner {gain_share} de sa valeur[, à la "
     "place "
     "de celle-ci : {instead_of}]. Relancez le calcul avec plus d'essais.",
     "{lead}, and the plan loses by it: for {place}, a session would gain {gain_share} of its value[, "
     "instead "
     "of this one: {instead_of}]. Run the plan again with more moves."},
    {"served_by_neighbour",
     "{commune} est desservie, surtout depuis {site} ({minutes} min) : {consultations} consultations par an, "
     "soit {need_met} de son manque[ de {need}].",
     "{commune} is served, mostly from {site} ({minutes} min): {consultations} consultations a year, that is "
     "{need_met} of what it lacks[, {need}]."},
    {"plan.bound",
     "Le plan atteint {share} de ce qu'aucun plan ne peut dépasser ({total} points sur {bound}, la route "
     "payée).",
     "The plan reaches {share} of what no plan can exceed ({total} points out of {bound}, driving paid)."},
    {"plan.bus_days", "{used} journées de bus sur {available} sont occupées dans le cycle.",
     "{used} bus-days out of {available} are used in the cycle."},
    {"plan.one_more_bus_day",
     "Un jour de plus par semaine pour un bus comme {bus} ajouterait au moins {gain_share} de valeur, par "
     "exemple à ce lieu : {site}[, et à celui-ci : {second_site}].",
     "One more day a week of a bus like {bus} would add at least {gain_share} of value, for instance at "
     "{site}[ and {second_site}]."},
    {"plan.one_more_site",
     "Le plan compte les {limit} lieux permis ; un de plus ajouterait au moins {gain_share} de valeur, par "
     "exemple {site}.",
     "The plan has all {limit} sites allowed; one more would add at least {gain_share} of value, for "
     "instance "
     "{site}."},
    {"change.total",
     "Le plan comptait {total_before} points[, {total_now} dans la situation nouvelle] ; il en compte "
     "{total_after}. {kept} haltes gardées, {moved} déplacées, {added} ajoutées, {removed} retirées.",
     "The plan had {total_before} points[, {total_now} as things now stand]; it has {total_after}. {kept} "
     "sessions kept, {moved} moved, {added} added, {removed} removed."},
    {"change.added",
     "{site}, {weekday}, {session} : halte ajoutée. Elle donne {consultations} consultations par an ({worth} "
     "de la valeur du plan).",
     "{site}, {weekday}, {session}: session added. It gives {consultations} consultations a year ({worth} of "
     "the plan's value)."},
    {"change.retimed",
     "{site}, {weekday}, {session} : la halte commence à {start_after} au lieu de {start_before}.",
     "{site}, {weekday}, {session}: the session starts at {start_after} instead of {start_before}."},
    {"removed.blocked", "{site}, {weekday}, {session} : halte retirée, elle n'est plus possible. {rule}",
     "{site}, {weekday}, {session}: session removed, it is no longer possible. {rule}"},
    {"removed.need_fell",
     "{site}, {weekday}, {session} : halte retirée, car le manque autour a diminué. Elle vaudrait "
     "{worth_after} de la valeur du plan au lieu de {worth_before}.",
     "{site}, {weekday}, {session}: session removed, because the need around it fell. It would be worth "
     "{worth_after} of the plan's value instead of {worth_before}."},
    {"removed.better",
     "{site}, {weekday}, {session} : halte retirée ; la remettre ferait perdre {gain} de la valeur du plan.",
     "{site}, {weekday}, {session}: session removed; putting it back would lose {gain} of the plan's value."},
    {"removed.traded",
     "{site}, {weekday}, {session} : halte retirée dans un échange plus large, qui fait gagner {plan_gain} "
     "de "
     "la valeur du plan.",
     "{site}, {weekday}, {session}: session removed in a wider exchange, which gains {plan_gain} of the "
     "plan's "
     "value."},
    {"moved.blocked",
     "{site}, {weekday}, {session} : halte déplacée ({to_weekday}, {to_session}), elle n'était plus "
     "possible. "
     "{rule}",
     "{site}, {weekday}, {session}: session moved ({to_weekday}, {to_session}), it was no longer possible. "
     "{rule}"},
    {"moved.need_fell",
     "{site}, {weekday}, {session} : halte déplacée ({to_weekday}, {to_session}), car le manque autour a "
     "diminué. Elle vaudrait {worth_after} de la valeur du plan au lieu de {worth_before}.",
     "{site}, {weekday}, {session}: session moved ({to_weekday}, {to_session}), because the need around it "
     "fell. It would be worth {worth_after} of the plan's value instead of {worth_before}."},
    {"moved.better",
     "{site}, {weekday}, {session} : halte déplacée ({to_weekday}, {to_session}) ; la remettre ferait perdre "
     "{gain} de la valeur du plan.",
     "{site}, {weekday}, {session}: session moved ({to_weekday}, {to_session}); putting it back would lose "
     "{gain} of the plan's value."},
    {"moved.traded",
     "{site}, {weekday}, {session} : halte déplacée ({to_weekday}, {to_session}) dans un échange plus large, "
     "qui fait gagner {plan_gain} de la valeur du plan.",
     "{site}, {weekday}, {session}: session moved ({to_weekday}, {to_session}) in a wider exchange, which "
     "gains {plan_gain} of the plan's value."},
}};

constexpr std::array<ReasonEntry, 6> remedyEntries{{
    {"lend_room",
     "Si la commune prêtait une salle ({commune}), une halte y ferait gagner {gain_share} de la "
     "valeur du plan.",
     "If the commune lent a room ({commune}), a session there would gain {gain_share} of the plan's value."},
    {"open_day",
     "Si {site} ouvrait le {weekday}, une halte y ferait gagner {gain_share} de la valeur du plan.",
     "If {site} opened on {weekday}, a session there would gain {gain_share} of the plan's value."},
    {"lift_ban",
     "Si l'interdiction était levée pour {site}, une halte y ferait gagner {gain_share} de la valeur "
     "du plan.",
     "If the ban on {site} were lifted, a session there would gain {gain_share} of the plan's value."},
    {"longer_day",
     "Avec {minutes} min de plus pour le bus {bus} ({limit}), une halte y ferait gagner {gain_share} de la "
     "valeur du plan.",
     "With {minutes} more min for bus {bus} ({limit}), a session there would gain {gain_share} of the plan's "
     "value."},
    {"one_more_site",
     "Avec {limit} lieux permis, une halte y ferait gagner {gain_share} de la valeur du plan.",
     "With {limit} sites allowed, a session there would gain {gain_share} of the plan's value."},
    {"one_more_bus",
     "Avec un bus de plus comme {bus}, une halte y ferait gagner {gain_share} de la valeur du plan.",
     "With one more bus like {bus}, a session there would gain {gain_share} of the plan's value."},
}};

} // namespace

std::span<const ReasonEntry> reasonWords() {
    return entries;
}

std::span<const ReasonEntry> remedyWords() {
    return remedyEntries;
}

} // namespace medicobus::words
