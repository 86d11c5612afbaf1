// SPDX-License-Identifier: EUPL-1.2
#include "words/table/entry.h"

#include <array>

namespace medicobus::words {
namespace {

constexpr std::array<Entry, 21> entries{{
    {"journal.missing", "Ce journal n'existe pas.",
     "Vérifiez le nom du fichier, ou créez-en un en publiant un programme.", "This journal does not exist.",
     "Check the name of the file, or make one by publishing a programme."},
    {"journal.newer",
     "Ce journal vient d'une version plus récente de Medicobus[ ({value}, connue ici : {expected})]. Rien "
     "n'a été touché.",
     "Mettez l'application à jour, puis rouvrez-le.",
     "This journal comes from a newer version of Medicobus[ ({value}, known here: {expected})]. Nothing was "
     "touched.",
     "Update the application, then open it again."},
    {"journal.not_ours", "Ce fichier n'est pas un journal de Medicobus. Rien n'a été touché.",
     "Choisissez un autre fichier.", "This file is not a Medicobus journal. Nothing was touched.",
     "Choose another file."},
    {"journal.corrupt", "Le journal est abîmé[ ({cause})].",
     "Gardez-en une copie, puis restaurez la dernière sauvegarde.", "The journal is damaged[ ({cause})].",
     "Keep a copy of it, then restore the last backup."},
    {"journal.read_only", "Le journal ne peut pas être écrit : le fichier ou son dossier est protégé.",
     "Demandez le droit d'écrire dans ce dossier, ou déplacez le journal.",
     "The journal cannot be written: the file or its folder is protected.",
     "Ask for the right to write in this folder, or move the journal."},
    {"journal.disk_full",
     "Le disque est plein : ce dernier changement n'est pas enregistré, tout ce qui précède l'est.",
     "Libérez de la place, puis recommencez.",
     "The disk is full: this last change is not stored, everything before it is.",
     "Free some space, then try again."},
    {"journal.busy", "Un autre programme tient le journal ouvert.",
     "Fermez l'autre fenêtre de Medicobus, puis recommencez.", "Another program holds the journal open.",
     "Close the other Medicobus window, then try again."},
    {"journal.backup_failed",
     "La sauvegarde qui précède une mise à jour n'a pas pu être faite[ ({value})]. Le journal est resté "
     "comme il était.",
     "Libérez de la place près du journal, puis rouvrez-le.",
     "The backup due before an update could not be made[ ({value})]. The journal was left as it was.",
     "Free some space beside the journal, then open it again."},
    {"journal.would_lose",
     "Le journal à remplacer contient {value:number} opérations que la sauvegarde n'a pas.",
     "Sauvegardez-le d'abord, ou ajoutez --set-aside pour le mettre de côté.",
     "The journal to be replaced holds {value:number} operations that the backup lacks.",
     "Back it up first, or add --set-aside to keep it aside."},
    {"journal.bad_backup", "La sauvegarde est abîmée[ ({value})]. Rien n'a été remplacé.",
     "Choisissez une autre sauvegarde.", "The backup is damaged[ ({value})]. Nothing was replaced.",
     "Choose another backup."},
    {"journal.unusable", "Le journal ne peut pas être utilisé[ ({cause})].",
     "Vérifiez le disque et le dossier, puis recommencez.", "The journal cannot be used[ ({cause})].",
     "Check the disk and the folder, then try again."},
    {"journal.forked",
     "Deux opérations différentes portent le même numéro du même appareil[ ({seq})] : son fichier a sans "
     "doute "
     "été copié.",
     "Synchronisez l'appareil concerné avec le serveur : il prendra une nouvelle identité sans rien perdre.",
     "Two different operations bear the same number of the same device[ ({seq})]: its file was probably "
     "copied.",
     "Synchronise that device with the hub: it will take a new identity and lose nothing."},
    {"journal.erased", "Ce dossier a été effacé : sa clé est détruite.",
     "Enregistrez la personne de nouveau si elle revient.", "This record was erased: its key is destroyed.",
     "Register the person again if they come back."},
    {"journal.gap", "Il manque une opération de cet appareil.",
     "Restaurez la dernière sauvegarde qui est entière.", "An operation of this device is missing.",
     "Restore the last backup that is whole."},
    {"journal.altered", "Le contenu de cette opération a été changé après coup.",
     "Restaurez la dernière sauvegarde qui est entière, et cherchez qui a eu accès au fichier.",
     "The content of this operation was changed afterwards.",
     "Restore the last backup that is whole, and find out who had access to the file."},
    {"journal.broken_chain", "Cette opération ne suit pas celle d'avant.",
     "Restaurez la dernière sauvegarde qui est entière.", "This operation does not follow the one before it.",
     "Restore the last backup that is whole."},
    {"journal.time_order", "Cette opération porte une heure plus ancienne que celle d'avant.",
     "Restaurez la dernière sauvegarde qui est entière.",
     "This operation bears an older time than the one before it.", "Restore the last backup that is whole."},
    {"journal.unreadable_operation", "Cette opération ne se lit pas.",
     "Restaurez la dernière sauvegarde qui est entière.", "This operation cannot be read.",
     "Restore the last backup that is whole."},
    {"journal.drift", "La table {key} ne correspond plus aux opérations[ ({value:number} lignes)].",
     "Reconstruisez-la : medicobusctl journal rebuild.",
     "Table {key} no longer matches the operations[ ({value:number} rows)].",
     "Rebuild it: medicobusctl journal rebuild."},
    {"journal.damaged_file", "Le fichier est abîmé[ : {value}].",
     "Gardez-en une copie, puis restaurez la dernière sauvegarde.", "The file is damaged[: {value}].",
     "Keep a copy of it, then restore the last backup."},
    {"journal.bad_operation", "Cette opération ne peut pas être enregistrée[ ({kind})].",
     "C'est une faute du programme : signalez-la.", "This operation cannot be stored[ ({kind})].",
     "This is a fault of the program: please report it."},
}};

} // namespace

std::span<const Entry> journalWords() {
    return entries;
}

} // namespace medicobus::words
