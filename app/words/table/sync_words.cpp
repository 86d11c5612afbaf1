// SPDX-License-Identifier: EUPL-1.2
#include "words/table/entry.h"

#include <array>

namespace medicobus::words {
namespace {

constexpr std::array<Entry, 14> entries{{
    {"sync.unreachable", "Le serveur ne répond pas[ ({cause})].",
     "Rien n'est perdu : tout sera envoyé au prochain essai. Vérifiez la connexion.",
     "The hub does not answer[ ({cause})].",
     "Nothing is lost: everything will be sent at the next try. Check the connection."},
    {"sync.wrong_hub",
     "Ce n'est pas le serveur auprès duquel cet appareil est inscrit : sa clé est différente. Rien n'a été "
     "envoyé.",
     "Demandez à la coordination si le serveur a changé, puis inscrivez l'appareil de nouveau.",
     "This is not the hub that this device is enrolled with: its key is another one. Nothing was sent.",
     "Ask the coordination whether the hub has changed, then enrol the device again."},
    {"sync.bad_message", "Un message reçu ne se lit pas[ ({cause})].",
     "Mettez l'application et le serveur à jour ; si cela revient, signalez-le.",
     "A message that came cannot be read[ ({cause})].",
     "Update the application and the hub; if it comes back, report it."},
    {"sync.bad_invitation", "Ce code d'inscription est incomplet ou contient une faute de frappe.",
     "Relisez-le lettre par lettre, ou demandez-en un nouveau à la coordination.",
     "This enrolment code is incomplete or mistyped.",
     "Read it again letter by letter, or ask the coordination for a new one."},
    {"sync.busy", "Le serveur est occupé[ ({value})].",
     "Rien n'est perdu : un nouvel essai suivra de lui-même.", "The hub is busy[ ({value})].",
     "Nothing is lost: another try follows by itself."},
    {"sync.refused", "Le serveur a refusé la demande[ ({value})].",
     "Si cela revient, demandez à la coordination de vérifier l'inscription de cet appareil.",
     "The hub refused the request[ ({value})].",
     "If it comes back, ask the coordination to check this device's enrolment."},
    {"sync.revoked", "Cet appareil n'est plus autorisé : il n'envoie et ne reçoit plus rien.",
     "Si c'est une erreur, demandez un nouveau code d'inscription à la coordination.",
     "This device is no longer allowed: it sends and receives nothing.",
     "If this is a mistake, ask the coordination for a new enrolment code."},
    {"sync.must_enrol",
     "Le serveur ne connaît pas cet appareil sous son identité présente. Rien n'est perdu.",
     "Inscrivez-le avec un nouveau code : tout sera envoyé ensuite.",
     "The hub does not know this device under its present identity. Nothing is lost.",
     "Enrol it with a new code: everything will be sent then."},
    {"sync.bad_page", "Ce que le serveur a envoyé est incomplet. Rien n'en a été pris.",
     "Un nouvel essai suivra de lui-même ; si cela revient, signalez-le.",
     "What the hub sent is incomplete. Nothing of it was taken.",
     "Another try follows by itself; if it comes back, report it."},
    {"sync.bad_signature",
     "Une opération reçue n'est pas signée par l'appareil dont elle se réclame. Rien n'a été "
     "pris.",
     "Prévenez la coordination : un appareil ou le serveur est à vérifier.",
     "An operation that came is not signed by the device it claims to be from. Nothing was taken.",
     "Tell the coordination: a device or the hub must be checked."},
    {"sync.not_the_hub",
     "Un appareil a prétendu décider à la place du serveur[ ({kind})]. Rien n'a été pris.",
     "Prévenez la coordination : cet appareil est à vérifier.",
     "A device claimed to decide in the hub's stead[ ({kind})]. Nothing was taken.",
     "Tell the coordination: that device must be checked."},
    {"sync.bad_stick", "Ce fichier d'échange est incomplet ou a été changé. Rien n'en a été pris.",
     "Faites-le écrire de nouveau, et attendez la fin avant de retirer la clé.",
     "This exchange file is incomplete or was changed. Nothing of it was taken.",
     "Have it written again, and wait for the end before you pull the stick."},
    {"sync.unknown_signer", "Ce fichier d'échange vient d'un appareil inconnu. Rien n'en a été pris.",
     "Vérifiez qu'il vient d'un appareil de votre équipe, inscrit auprès du même serveur.",
     "This exchange file comes from an unknown device. Nothing of it was taken.",
     "Check that it comes from a device of your team, enrolled with the same hub."},
    {"sync.revoked_signer",
     "Ce fichier d'échange vient d'un appareil qui n'est plus autorisé. Rien n'en a été pris.",
     "Remettez cet appareil à la coordination.",
     "This exchange file comes from a device that is no longer allowed. Nothing of it was taken.",
     "Hand that device to the coordination."},
}};

} // namespace

std::span<const Entry> syncWords() {
    return entries;
}

} // namespace medicobus::words
