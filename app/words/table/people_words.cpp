// SPDX-License-Identifier: EUPL-1.2
// Kinds of session, services and people.
#include "words/table/entry.h"

#include <array>

namespace medicobus::words {
namespace {

constexpr std::array<Entry, 28> entries{{
    {"scenario.service", "« {value} » n'est pas un service attendu ici.", "Écrivez l'un de : {expected}.",
     "\"{value}\" is not a service expected here.", "Write one of: {expected}."},
    {"scenario.service_need", "Le besoin du service « {value} » n'est pas donné.",
     "Ajoutez-le dans {expected}, avec ses actes par an pour 1 000 personnes.",
     "The need of service \"{value}\" is not given.",
     "Add it to {expected}, with its acts a year for 1,000 people."},
    {"scenario.gp_share", "Un créneau de « {value} » ne remplace pas de consultation de généraliste.",
     "Retirez cette valeur : elle ne vaut que pour {expected}.",
     "A slot of \"{value}\" replaces no consultation of a general practitioner.",
     "Remove this value: it holds for {expected} alone."},
    {"scenario.role", "« {value} » n'est pas un rôle connu.", "Écrivez l'un de : {expected}.",
     "\"{value}\" is not a known role.", "Write one of: {expected}."},
    {"scenario.employment", "Aucun type d'emploi ne s'appelle « {value} ».",
     "Écrivez salaried, public_service ou self_employed, ou décrivez ce type dans employment.",
     "No type of employment is called \"{value}\".",
     "Write salaried, public_service or self_employed, or describe this type in employment."},
    {"rule1.network", "Le lieu n'a pas de réseau connu pour la vidéo.",
     "Demandez à la mairie ce qu'il en est, ou choisissez un lieu connecté.",
     "The site has no known network for video.", "Ask the town hall, or choose a connected site."},
    {"rule2.pause",
     "La pause de la halte n'est pas celle prévue[ : {value:number} min au lieu de {limit:number}].",
     "Recalculez le plan.",
     "The session's pause is not the one set[: {value:number} min instead of {limit:number}].",
     "Make the plan again."},
    {"rule2.slot", "Les créneaux de la halte n'ont pas la durée prévue.", "Recalculez le plan.",
     "The session's slots do not last as set.", "Make the plan again."},
    {"rule8.unknown_person",
     "Le plan nomme une personne que le scénario n'a pas, ou à une halte qui n'existe pas.",
     "Vérifiez que le plan vient de ce scénario.",
     "The plan names a person that the scenario lacks, or at a session that does not exist.",
     "Check that the plan comes from this scenario."},
    {"rule8.availability", "La personne n'est pas disponible à ces heures.",
     "Changez la personne, ou demandez-lui ses disponibilités.",
     "The person is not available at these hours.", "Choose another person, or ask for other hours."},
    {"rule8.twice", "La personne est à deux endroits à la fois.",
     "Donnez l'une des tournées à quelqu'un d'autre.", "The person is in two places at once.",
     "Give one of the tours to somebody else."},
    {"rule8.authorisation", "Le médecin à bord n'a pas d'autorisation pour ce département.",
     "Demandez-la au conseil départemental de l'ordre, ou choisissez un autre médecin.",
     "The doctor aboard has no authorisation for this département.",
     "Ask the council of the département for it, or choose another doctor."},
    {"rule8.skills", "Personne à bord n'a les compétences demandées.", "Choisissez une autre personne.",
     "Nobody aboard has the skills that are asked.", "Choose another person."},
    {"rule8.cover", "Personne à bord ne peut assurer la halte.",
     "Ajoutez une personne, ou laissez le plan dire que la halte n'est pas assurée.",
     "Nobody aboard can hold the session.",
     "Add somebody, or let the plan say that the session is not covered."},
    {"rule8.remote", "Aucun médecin n'est à l'écran pendant la halte.", "Désignez un médecin à distance.",
     "No doctor is at the screen during the session.", "Name a remote doctor."},
    {"rule8.driver", "Personne à bord ne conduit.", "Ajoutez quelqu'un qui conduit.", "Nobody aboard drives.",
     "Add somebody who drives."},
    {"rule8.listed", "La halte est dite non assurée alors qu'elle l'est, ou n'existe pas.",
     "Recalculez le plan.", "The session is said to be uncovered but is covered, or does not exist.",
     "Make the plan again."},
    {"rule8.day_hours",
     "La journée de travail est trop longue pour cette personne[ : {value:number} min pour {limit:number} "
     "permises].",
     "Partagez la journée ou raccourcissez-la.",
     "The working day is too long for this person[: {value:number} min for {limit:number} allowed].",
     "Share the day or shorten it."},
    {"rule8.span",
     "L'amplitude de la journée est trop grande pour cette personne[ : {value:number} min pour "
     "{limit:number} "
     "permises].",
     "Rapprochez le départ et le retour.",
     "The day spans too long for this person[: {value:number} min for {limit:number} allowed].",
     "Bring departure and return nearer."},
    {"rule8.break", "Cette personne travaille plus de six heures sans pause[ : {value:number} min].",
     "Placez une pause entre les haltes.",
     "This person works more than six hours without a break[: {value:number} min].",
     "Put a break between the sessions."},
    {"rule8.rest",
     "Le repos entre deux journées est trop court[ : {value:number} min au lieu de {limit:number}].",
     "Avancez le retour, retardez le départ ou changez de personne.",
     "The rest between two days is too short[: {value:number} min instead of {limit:number}].",
     "Return earlier, leave later or choose another person."},
    {"rule8.weekly_rest",
     "Le repos de la semaine est trop court[ : {value:number} min au lieu de {limit:number}].",
     "Laissez à cette personne un jour entier de plus.",
     "The weekly rest is too short[: {value:number} min instead of {limit:number}].",
     "Leave this person one more whole day."},
    {"rule8.week_hours",
     "La semaine de travail est trop longue[ : {value:number} min pour {limit:number} permises].",
     "Donnez une tournée à quelqu'un d'autre.",
     "The working week is too long[: {value:number} min for {limit:number} allowed].",
     "Give a tour to somebody else."},
    {"rule8.average_hours",
     "La semaine moyenne du cycle est trop longue[ : {value:number} min pour {limit:number} permises].",
     "Donnez des tournées à quelqu'un d'autre.",
     "The average week of the cycle is too long[: {value:number} min for {limit:number} allowed].",
     "Give tours to somebody else."},
    {"cover.nobody", "Halte non assurée : le service n'a personne pour ce rôle[ ({expected})].",
     "Ajoutez quelqu'un, ou changez la sorte de halte.",
     "Session not covered: the service has nobody for this role[ ({expected})].",
     "Add somebody, or change the kind of session."},
    {"cover.authorisation",
     "Halte non assurée : aucune des personnes de ce rôle[ ({expected} : {known})] n'a l'autorisation du "
     "département et les compétences demandées.",
     "Demandez l'autorisation au conseil départemental de l'ordre, ou ajoutez quelqu'un.",
     "Session not covered: none of the people of this role[ ({expected}: {known})] has the authorisation of "
     "the "
     "département and the skills that are asked.",
     "Ask the council of the département for the authorisation, or add somebody."},
    {"cover.availability",
     "Halte non assurée : aucune des personnes qui le pourraient[ ({expected} : {entitled})] n'est "
     "disponible du "
     "départ au retour.",
     "Demandez d'autres disponibilités, ou déplacez la halte.",
     "Session not covered: none of the people who might[ ({expected}: {entitled})] is available from "
     "departure to "
     "return.",
     "Ask for other hours, or move the session."},
    {"cover.hours",
     "Halte non assurée : ceux qui sont disponibles[ ({expected} : {available})] sont déjà pris, ou au bout "
     "de "
     "leurs heures.",
     "Ajoutez quelqu'un, ou déplacez la halte.",
     "Session not covered: those who are available[ ({expected}: {available})] are already taken, or at the "
     "end "
     "of their hours.",
     "Add somebody, or move the session."},
}};

} // namespace

std::span<const Entry> peopleWords() {
    return entries;
}

} // namespace medicobus::words
