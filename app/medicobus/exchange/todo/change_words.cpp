// SPDX-License-Identifier: EUPL-1.2
#include "exchange/todo/change_words.h"

#include "base/civil_time.h"
#include "speech.h"
#include "sync/wire/push.h"

#include <QCoreApplication>

#include <array>
#include <utility>

namespace medicobus::app::change_words {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Change)
};

constexpr std::array<std::pair<const char*, const char*>, 25> names{{
    {"programme.published", QT_TRANSLATE_NOOP("Change", "Publication d’un programme")},
    {"passage.moved", QT_TRANSLATE_NOOP("Change", "Déplacement d’un passage")},
    {"passage.cancelled", QT_TRANSLATE_NOOP("Change", "Annulation d’un passage")},
    {"passage.kept", QT_TRANSLATE_NOOP("Change", "Maintien d’un passage")},
    {"passage.reverted", QT_TRANSLATE_NOOP("Change", "Retour sur un changement de passage")},
    {"site.closed", QT_TRANSLATE_NOOP("Change", "Fermeture d’un lieu")},
    {"site.reopened", QT_TRANSLATE_NOOP("Change", "Réouverture d’un lieu")},
    {"site.confirmed", QT_TRANSLATE_NOOP("Change", "Confirmation d’une salle")},
    {"appointment.booked", QT_TRANSLATE_NOOP("Change", "Rendez-vous donné")},
    {"appointment.deposited", QT_TRANSLATE_NOOP("Change", "Rendez-vous déposé")},
    {"appointment.moved", QT_TRANSLATE_NOOP("Change", "Rendez-vous déplacé")},
    {"appointment.cancelled", QT_TRANSLATE_NOOP("Change", "Rendez-vous annulé")},
    {"appointment.walked_in", QT_TRANSLATE_NOOP("Change", "Personne venue sans rendez-vous")},
    {"appointment.arrived", QT_TRANSLATE_NOOP("Change", "Arrivée notée")},
    {"appointment.begun", QT_TRANSLATE_NOOP("Change", "Consultation commencée")},
    {"appointment.seen", QT_TRANSLATE_NOOP("Change", "Vu")},
    {"appointment.absent", QT_TRANSLATE_NOOP("Change", "Absence notée")},
    {"appointment.reinstated", QT_TRANSLATE_NOOP("Change", "Rendez-vous rétabli")},
    {"appointment.reverted", QT_TRANSLATE_NOOP("Change", "Retour à l’état d’avant")},
    {"visit.recorded", QT_TRANSLATE_NOOP("Change", "Consultation enregistrée")},
    {"visit.corrected", QT_TRANSLATE_NOOP("Change", "Consultation corrigée")},
    {"patient.registered", QT_TRANSLATE_NOOP("Change", "Nouvelle personne")},
    {"patient.corrected", QT_TRANSLATE_NOOP("Change", "Coordonnées corrigées")},
    {"patient.erased", QT_TRANSLATE_NOOP("Change", "Effacement d’une personne")},
    {"patient.chosen", QT_TRANSLATE_NOOP("Change", "Choix entre deux valeurs")},
}};

QString textAt(const journal::Operation& operation, const char* key) {
    const auto found = operation.open.is_object() ? operation.open.find(key) : operation.open.end();
    return found != operation.open.end() && found->is_string()
               ? QString::fromStdString(found->get<std::string>())
               : QString();
}

QString dateAt(const journal::Operation& operation, const char* key) {
    const auto date = parseDate(textAt(operation, key).toStdString());
    return date ? speech::longDate(*date) : QString();
}

QString hourAt(const journal::Operation& operation, const char* key) {
    const auto local = parseLocal(textAt(operation, key).toStdString());
    return local ? Words::tr("%1 à %2").arg(speech::longDate(dateOf(*local)), speech::time(*local))
                 : QString();
}

} // namespace

QString what(const journal::Operation& operation) {
    for (const auto& [kind, name] : names) {
        if (operation.kind == kind) {
            return Words::tr(name);
        }
    }
    return Words::tr("Un changement fait ici");
}

QString detail(const journal::Operation& operation) {
    QStringList parts{what(operation)};
    if (operation.kind == "programme.published") {
        parts << textAt(operation, "name");
        if (const QString monday = dateAt(operation, "first_monday"); !monday.isEmpty()) {
            parts << Words::tr("à partir du %1").arg(monday);
        }
    } else if (operation.kind == "passage.moved") {
        parts << hourAt(operation, "start");
    } else if (operation.kind == "site.closed") {
        parts << Words::tr("du %1 au %2").arg(dateAt(operation, "from"), dateAt(operation, "until"));
    }
    parts << textAt(operation, "reason");
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

QString whyRejected(std::string_view reason) {
    namespace reasons = sync::reasons;
    if (reason == reasons::staleBase) {
        return Words::tr("Quelqu’un d’autre a changé la même chose avant vous.");
    }
    if (reason == reasons::notAllowed) {
        return Words::tr("Cet appareil n’a pas le droit de faire ce changement.");
    }
    if (reason == reasons::outOfScope) {
        return Words::tr("Ce changement concerne une autre commune que la vôtre.");
    }
    if (reason == reasons::forked || reason == reasons::badHash || reason == reasons::badSignature) {
        return Words::tr("Le serveur ne reconnaît pas la suite de ce que cet appareil a écrit.");
    }
    if (reason == reasons::unknownKey) {
        return Words::tr("La clé de cette personne a été détruite : elle a été effacée ailleurs.");
    }
    return Words::tr("Le serveur l’a refusé (%1).")
        .arg(QString::fromLatin1(reason.data(), static_cast<qsizetype>(reason.size())));
}

QString remedyOf(std::string_view reason) {
    namespace reasons = sync::reasons;
    if (reason == reasons::notAllowed || reason == reasons::outOfScope) {
        return Words::tr("Demandez-le à la coordination ; ici, le changement ne compte pas.");
    }
    if (reason == reasons::forked || reason == reasons::badHash || reason == reasons::badSignature) {
        return Words::tr(
            "L’application reprend sous un nouveau numéro. Si cela revient, appelez la coordination.");
    }
    if (reason == reasons::unknownKey) {
        return Words::tr("Il n’y a rien à faire : un effacement l’emporte toujours.");
    }
    return Words::tr("Vérifiez ce qui est affiché, et refaites le changement s’il est toujours bon.");
}

bool canRedo(const journal::Operation& operation) {
    return operation.kind == "programme.published" || operation.kind == "passage.moved"
           || operation.kind == "passage.cancelled" || operation.kind == "passage.kept"
           || operation.kind == "site.closed";
}

} // namespace medicobus::app::change_words
