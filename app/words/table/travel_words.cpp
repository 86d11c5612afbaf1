// SPDX-License-Identifier: EUPL-1.2
#include "words/table/entry.h"

#include <array>

namespace medicobus::words {
namespace {

constexpr std::array<Entry, 8> entries{{
    {"travel.not_square", "La matrice des trajets n'a pas autant de lignes que de colonnes[ ({expected})].",
     "Donnez une ligne par identifiant de l'en-tête.",
     "The matrix of drives has not as many rows as columns[ ({expected})].",
     "Give one row for each id of the header."},
    {"travel.missing_point", "La matrice des trajets ne connaît pas « {value} ».",
     "Ajoutez-y le code INSEE, le lieu ou le bus qui manque.",
     "The matrix of drives does not know \"{value}\".",
     "Add the INSEE code, the site or the bus that is missing."},
    {"travel.unreachable", "Le serveur d'itinéraires {url} ne répond pas[ ({cause})].",
     "Vérifiez son adresse et le réseau, puis recommencez\u00a0: ce qui est déjà reçu est gardé.",
     "The road server {url} does not answer[ ({cause})].",
     "Check its address and the network, then try again: what has been received is kept."},
    {"travel.server", "Le serveur d'itinéraires {url} refuse\u00a0: {value}[ ({cause})].",
     "S'il accepte moins de points à la fois, donnez un plus petit --block.",
     "The road server {url} refuses: {value}[ ({cause})].",
     "If it takes fewer points at a time, give a smaller --block."},
    {"travel.reply", "La réponse de {url} n'est pas celle d'un serveur OSRM[ (il manque {key})].",
     "Vérifiez l'adresse du serveur.",
     "The answer of {url} is not that of an OSRM server[ ({key} is missing)].",
     "Check the address of the server."},
    {"travel.cache", "Le fichier des trajets ne peut pas servir[ ({cause})].",
     "Choisissez un autre fichier, ou effacez celui-ci s'il ne sert à rien d'autre.",
     "The file of drives cannot be used[ ({cause})].",
     "Choose another file, or delete this one if it serves nothing else."},
    {"travel.other_server", "Le fichier des trajets vient d'un autre serveur[ ({value})].",
     "Choisissez un autre fichier pour ce serveur-ci.",
     "The file of drives comes from another server[ ({value})].", "Choose another file for this server."},
    {"travel.not_fetched", "Il manque {value} trajets mesurés.",
     "Lancez medicobusctl drives SCENARIO quand le réseau est là.", "{value} measured drives are missing.",
     "Run medicobusctl drives SCENARIO where there is a network."},
}};

} // namespace

std::span<const Entry> travelWords() {
    return entries;
}

} // namespace medicobus::words
