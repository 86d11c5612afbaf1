// SPDX-License-Identifier: EUPL-1.2
#include "words/table/entry.h"

#include <array>

namespace medicobus::words {
namespace {

constexpr std::array<Entry, 28> entries{{
    {"file.missing", "Le fichier n'existe pas.", "Vérifiez son nom et son dossier.",
     "The file does not exist.", "Check its name and its folder."},
    {"file.is_folder", "C'est un dossier, pas un fichier.", "Donnez le nom d'un fichier de ce dossier.",
     "This is a folder, not a file.", "Give the name of a file in it."},
    {"file.unreadable", "Le fichier ne peut pas être lu[ ({cause})].",
     "Vérifiez que vous avez le droit de le lire et que le disque répond.",
     "The file cannot be read[ ({cause})].", "Check that you may read it and that the disk answers."},
    {"file.read_only",
     "Rien ne peut être écrit ici : le dossier ou le fichier est protégé. L'ancien contenu est intact.",
     "Choisissez un autre dossier ou demandez le droit d'écrire dans celui-ci.",
     "Nothing can be written here: the folder or file is protected. The old content is intact.",
     "Choose another folder or ask for the right to write in this one."},
    {"file.disk_full", "Le disque est plein. L'ancien contenu est intact.",
     "Libérez de la place, puis recommencez.", "The disk is full. The old content is intact.",
     "Free some space, then try again."},
    {"file.unwritable", "Le fichier n'a pas pu être écrit[ ({cause})]. L'ancien contenu est intact.",
     "Vérifiez le dossier et le disque, puis recommencez.",
     "The file could not be written[ ({cause})]. The old content is intact.",
     "Check the folder and the disk, then try again."},
    {"csv.empty", "Le fichier est vide.", "Il doit commencer par une ligne d'en-tête qui nomme les colonnes.",
     "The file is empty.", "It must begin with a header line that names the columns."},
    {"csv.encoding", "Un caractère n'est pas en UTF-8[ (octet {value})].",
     "Enregistrez le fichier au format « CSV UTF-8 », puis recommencez.",
     "A character is not UTF-8[ (byte {value})].", "Save the file as \"CSV UTF-8\", then try again."},
    {"csv.quote", "Un guillemet est mal placé ou jamais fermé.",
     "Fermez-le, ou doublez-le s'il fait partie du texte.", "A quotation mark is misplaced or never closed.",
     "Close it, or double it if it belongs to the text."},
    {"csv.cell_count", "La ligne a {value} cellules au lieu de {expected}.",
     "Cherchez une virgule de trop ou oubliée ; un texte qui en contient se met entre guillemets.",
     "The line has {value} cells instead of {expected}.",
     "Look for a comma too many or missing; a text that holds one goes between quotation marks."},
    {"csv.duplicate_column", "Cette colonne est là deux fois.", "Retirez ou renommez l'une des deux.",
     "This column is there twice.", "Remove or rename one of the two."},
    {"csv.missing_column", "Cette colonne manque[ ; trouvées : {value}].",
     "Ajoutez-la ou renommez la bonne colonne[ ; noms acceptés : {expected}].",
     "This column is missing[; found: {value}].",
     "Add it, or rename the right column[; accepted names: {expected}]."},
    {"csv.number", "« {value} » n'est pas un nombre.",
     "Écrivez un nombre avec un point décimal[, comme {expected}], ou laissez la cellule vide si la valeur "
     "n'est pas connue.",
     "\"{value}\" is not a number.",
     "Write a number with a decimal point[, such as {expected}], or leave the cell empty if the value is not "
     "known."},
    {"csv.range", "{value} est hors limites[ ; permis : {expected}].",
     "Corrigez la valeur, ou laissez la cellule vide si elle n'est pas connue.",
     "{value} is out of bounds[; allowed: {expected}].",
     "Correct the value, or leave the cell empty if it is not known."},
    {"json.syntax", "Ce n'est pas du JSON à cet endroit.",
     "Cherchez juste avant une virgule, un guillemet ou une accolade qui manque.",
     "This is not JSON at this place.", "Look just before it for a missing comma, quotation mark or brace."},
    {"json.missing_key", "Cette clé est obligatoire et manque.", "Ajoutez-la.",
     "This key is required and missing.", "Add it."},
    {"json.unknown_key", "Cette clé n'est pas connue.",
     "Corrigez son nom ou retirez-la[ ; clés connues : {expected}].", "This key is not known.",
     "Correct its name or remove it[; known keys: {expected}]."},
    {"json.type", "La valeur n'est pas de la bonne sorte[ ({value})].", "Attendu : {expected}.",
     "The value is of the wrong kind[ ({value})].", "Expected: {expected}."},
    {"json.range", "{value} n'est pas permis ici.", "Valeurs permises : {expected}.",
     "{value} is not allowed here.", "Allowed values: {expected}."},
    {"time.weekday", "« {value} » n'est pas un jour de la semaine.", "Écrivez MO, TU, WE, TH, FR, SA ou SU.",
     "\"{value}\" is not a weekday.", "Write MO, TU, WE, TH, FR, SA or SU."},
    {"time.date", "« {value} » n'est pas une date.", "Écrivez l'année, le mois et le jour, comme 2027-03-01.",
     "\"{value}\" is not a date.", "Write year, month and day, such as 2027-03-01."},
    {"time.time_of_day", "« {value} » n'est pas une heure.",
     "Écrivez les heures et les minutes, comme 08:30.", "\"{value}\" is not a time.",
     "Write hours and minutes, such as 08:30."},
    {"time.zone", "L'heure de Paris n'est pas connue de cette machine.",
     "Installez la base des fuseaux horaires (paquet tzdata).",
     "This machine does not know the time of Paris.", "Install the time-zone database (package tzdata)."},
    {"rrule.syntax", "La règle de répétition ne se lit pas[ : « {value} »].",
     "Écrivez-la comme FREQ=WEEKLY;INTERVAL=2;BYDAY=TU.",
     "The recurrence rule cannot be read[: \"{value}\"].", "Write it as FREQ=WEEKLY;INTERVAL=2;BYDAY=TU."},
    {"rrule.unsupported", "Cette partie d'une règle de répétition n'est pas prise en charge[ : « {value} »].",
     "Utilisez FREQ=WEEKLY ou MONTHLY, INTERVAL, BYDAY et UNTIL.",
     "This part of a recurrence rule is not supported[: \"{value}\"].",
     "Use FREQ=WEEKLY or MONTHLY, INTERVAL, BYDAY and UNTIL."},
    {"school.zone", "« {value} » n'est pas une zone scolaire.", "Écrivez A, B ou C.",
     "\"{value}\" is not a school zone.", "Write A, B or C."},
    {"school.order", "Ces vacances finissent avant de commencer.", "Échangez les deux dates.",
     "These holidays end before they begin.", "Swap the two dates."},
    {"publish.unknown_commune", "La commune {value} n'est pas de ce programme.",
     "Choisissez une commune du territoire publié.", "Commune {value} is not part of this programme.",
     "Choose a commune of the published territory."},
}};

} // namespace

std::span<const Entry> baseWords() {
    return entries;
}

} // namespace medicobus::words
