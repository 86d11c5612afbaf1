// SPDX-License-Identifier: EUPL-1.2
#include "words/table/entry.h"

#include <array>

namespace medicobus::words {
namespace {

constexpr std::array<Entry, 4> entries{{
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
}};

} // namespace

std::span<const Entry> syncWords() {
    return entries;
}

} // namespace medicobus::words
