// SPDX-License-Identifier: EUPL-1.2
#include "words/table/entry.h"

#include <array>

namespace medicobus::words {
namespace {

constexpr std::array<Entry, 14> entries{{
    {"territory.insee", "« {value} » n'est pas un code INSEE.",
     "Écrivez les cinq caractères du code de la commune, comme 62024 ou 2A004 (ce n'est pas le code postal).",
     "\"{value}\" is not an INSEE code.",
     "Write the five characters of the commune's code, such as 62024 or 2A004 (it is not the postal code)."},
    {"territory.duplicate_insee", "Le code INSEE {value} est déjà à la ligne {first_line}.",
     "Gardez une seule ligne par commune.", "INSEE code {value} is already on line {first_line}.",
     "Keep one line per commune."},
    {"territory.no_name", "La commune n'a pas de nom.", "Écrivez son nom.", "The commune has no name.",
     "Write its name."},
    {"territory.half_point", "Il manque la moitié de la position.",
     "Donnez la latitude et la longitude, ou aucune des deux.", "Half of the position is missing.",
     "Give both latitude and longitude, or neither."},
    {"territory.zoning", "« {value} » n'est pas un zonage connu.",
     "Écrivez l'un de : {expected} ; ou laissez la cellule vide.", "\"{value}\" is not a known zoning.",
     "Write one of: {expected}; or leave the cell empty."},
    {"territory.no_commune", "Le fichier ne contient aucune commune.",
     "Ajoutez une ligne par commune sous l'en-tête.", "The file holds no commune.",
     "Add one line per commune below the header."},
    {"territory.geometry", "Cette forme ou ce système de coordonnées n'est pas lu[ : {value}].",
     "Donnez une FeatureCollection de Polygon et MultiPolygon en WGS 84[ ; attendu : {expected}].",
     "This shape or coordinate system is not read[: {value}].",
     "Give a FeatureCollection of Polygon and MultiPolygon in WGS 84[; expected: {expected}]."},
    {"territory.position", "{value} n'est pas une position.",
     "Écrivez la longitude, puis la latitude, en degrés[, comme {expected}].", "{value} is not a position.",
     "Write longitude, then latitude, in degrees[, such as {expected}]."},
    {"territory.ring", "Ce contour n'est pas fermé ou compte trop peu de points[ ({value})].",
     "Un contour a au moins quatre points et finit par son premier.",
     "This ring is not closed or has too few points[ ({value})].",
     "A ring has at least four points and ends with its first."},
    {"territory.duplicate_contour", "La commune {value} a déjà un contour.",
     "Réunissez ses morceaux dans un MultiPolygon.", "Commune {value} already has a contour.",
     "Gather its pieces in one MultiPolygon."},
    {"territory.opening_hours", "Ces horaires ne se lisent pas[ : « {value} »].",
     "Écrivez-les comme : {expected}.", "These opening hours cannot be read[: \"{value}\"].",
     "Write them as: {expected}."},
    {"territory.finess", "« {value} » n'est pas un numéro FINESS.",
     "Écrivez ses neuf caractères[, comme {expected}].", "\"{value}\" is not a FINESS number.",
     "Write its nine characters[, such as {expected}]."},
    {"territory.duplicate_finess", "Le numéro FINESS {value} est déjà à la ligne {first_line}.",
     "Gardez une seule ligne par pharmacie.", "FINESS number {value} is already on line {first_line}.",
     "Keep one line per pharmacy."},
    {"territory.empty_cell", "Cette cellule ne peut pas être vide.", "Remplissez-la ou retirez la ligne.",
     "This cell cannot be empty.", "Fill it or remove the line."},
}};

} // namespace

std::span<const Entry> territoryWords() {
    return entries;
}

} // namespace medicobus::words
