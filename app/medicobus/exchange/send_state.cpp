// SPDX-License-Identifier: EUPL-1.2
#include "exchange/send_state.h"

#include "speech.h"
#include "sync/device/calls.h"

#include <QCoreApplication>

#include <algorithm>

namespace medicobus::app {

bool operator==(const SendState& a, const SendState& b) {
    const auto codeOf = [](const SendState& state) {
        return state.failure ? state.failure->code().name : std::string_view();
    };
    return a.standing == b.standing && a.isSynchronised == b.isSynchronised && a.waiting == b.waiting
           && a.oldestWaiting == b.oldestWaiting && a.lastContact == b.lastContact && a.nextTry == b.nextTry
           && a.drift == b.drift && codeOf(a) == codeOf(b) && a.isLocked == b.isLocked
           && a.isRunning == b.isRunning;
}

} // namespace medicobus::app

namespace medicobus::app::send_words {

namespace {

using std::chrono::minutes;
using Standing = SendState::Standing;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SendState)
};

bool isOut(const SendState& state) {
    return state.standing == Standing::Revoked || state.standing == Standing::Wiped;
}

bool hasDrift(const SendState& state) {
    return state.drift && std::chrono::abs(*state.drift) >= driftTold;
}

/// Everything sent, the last try answered: the hub said so itself.
bool isInStep(const SendState& state) {
    return state.isSynchronised && state.waiting == 0 && !state.failure && state.lastContact;
}

/// Trying again will not help: somebody has to do something first.
bool isBlocked(const SendState& state) {
    return state.failure && state.failure->code() != sync::codes::unreachable
           && state.failure->code() != sync::codes::busy;
}

LocalTime localOf(Instant at) {
    const auto local = toParis(at);
    return local ? *local : LocalTime(date::floor<minutes>(at).time_since_epoch());
}

} // namespace

QString age(std::chrono::milliseconds since) {
    const auto whole = std::chrono::floor<minutes>(since).count();
    if (whole < 60) {
        return Words::tr("%1\u00A0min").arg(std::max<std::int64_t>(whole, 0));
    }
    if (whole < 48 * 60) {
        return Words::tr("%1\u00A0h").arg(whole / 60);
    }
    return Words::tr("%n\u00A0jour(s)", nullptr, static_cast<int>(whole / (24 * 60)));
}

QString moment(Instant at, Instant now) {
    const LocalTime local = localOf(at);
    const auto days = (dateOf(localOf(now)) - dateOf(local)).count();
    if (days == 0) {
        return speech::time(local);
    }
    if (days == 1) {
        return Words::tr("hier à %1").arg(speech::time(local));
    }
    return speech::dayAndHour(local);
}

QString inShort(const SendState& state, Instant now) {
    if (state.standing == Standing::Wiped) {
        return Words::tr("Appareil effacé");
    }
    if (state.standing == Standing::Revoked) {
        return Words::tr("Appareil révoqué");
    }
    if (state.standing == Standing::Alone) {
        return Words::tr("Cet appareil travaille seul");
    }
    if (state.standing == Standing::Asking) {
        return Words::tr("Inscription à approuver");
    }
    if (isBlocked(state)) {
        return state.waiting > 0 ? Words::tr("Envoi bloqué, %L1 à envoyer").arg(state.waiting)
                                 : Words::tr("Envoi bloqué");
    }
    // While it is out of reach, another try is no news: how long things wait is.
    if (state.isRunning && state.waiting > 0 && !state.failure) {
        return Words::tr("Envoi de %L1 en cours…").arg(state.waiting);
    }
    if (state.waiting > 0) {
        const auto since = state.oldestWaiting ? now - *state.oldestWaiting : std::chrono::milliseconds(0);
        return since < minutes(1) ? Words::tr("%L1 à envoyer").arg(state.waiting)
                                  : Words::tr("%L1 à envoyer, %2").arg(state.waiting).arg(age(since));
    }
    if (state.failure && state.lastContact) {
        return Words::tr("Hors ligne depuis %1").arg(moment(*state.lastContact, now));
    }
    if (!isInStep(state)) {
        return state.failure ? Words::tr("Hors ligne") : Words::tr("Pas encore synchronisé");
    }
    if (hasDrift(state)) {
        return Words::tr("Horloge décalée de %1").arg(age(std::chrono::abs(*state.drift)));
    }
    const bool isToday = dateOf(localOf(*state.lastContact)) == dateOf(localOf(now));
    return (isToday ? Words::tr("Synchronisé à %1") : Words::tr("Synchronisé %1"))
        .arg(moment(*state.lastContact, now));
}

QString inBrief(const SendState& state, Instant now) {
    switch (state.standing) {
    case Standing::Alone:
        return Words::tr("Travaille seul");
    case Standing::Asking:
        return Words::tr("À approuver");
    case Standing::Revoked:
        return Words::tr("Révoqué");
    case Standing::Wiped:
        return Words::tr("Effacé");
    case Standing::Enrolled:
        break;
    }
    if (isBlocked(state)) {
        return Words::tr("Envoi bloqué");
    }
    if (state.waiting > 0) {
        return Words::tr("%L1 à envoyer").arg(state.waiting);
    }
    if (state.failure) {
        return Words::tr("Hors ligne");
    }
    if (!isInStep(state)) {
        return Words::tr("À synchroniser");
    }
    return hasDrift(state)                                               ? Words::tr("Horloge décalée")
           : dateOf(localOf(*state.lastContact)) == dateOf(localOf(now)) ? Words::tr("Synchronisé")
                                                                         : inShort(state, now);
}

QString icon(const SendState& state) {
    if (isOut(state) || (state.standing == Standing::Enrolled && isBlocked(state))) {
        return QStringLiteral("act");
    }
    if (state.standing == Standing::Enrolled && state.waiting > 0) {
        return state.failure ? QStringLiteral("cloud-off") : QStringLiteral("cloud-up");
    }
    if (state.standing != Standing::Enrolled || !isInStep(state)) {
        return QStringLiteral("cloud-off");
    }
    return hasDrift(state) ? QStringLiteral("clock") : QStringLiteral("cloud-done");
}

QString whatWaits(const SendState& state, Instant now) {
    if (state.standing == Standing::Alone) {
        return Words::tr("Tout est enregistré ici, sur cet appareil, et n’est envoyé à personne.");
    }
    if (state.waiting == 0) {
        return isInStep(state) ? Words::tr("Tout ce qui a été fait ici est arrivé au serveur.")
                               : Words::tr("Rien n’attend d’être envoyé.");
    }
    const QString count =
        Words::tr("%Ln changement(s) attend(ent) d’être envoyé(s)", nullptr, static_cast<int>(state.waiting));
    return state.oldestWaiting ? Words::tr("%1\u00A0; le plus ancien date de %2.")
                                     .arg(count, moment(*state.oldestWaiting, now))
                               : Words::tr("%1.").arg(count);
}

QString why(const SendState& state, Instant now) {
    switch (state.standing) {
    case Standing::Alone:
        return Words::tr("Il n’est inscrit auprès d’aucun serveur.");
    case Standing::Asking:
        return Words::tr("Une personne doit encore comparer les six chiffres et approuver cet appareil.");
    case Standing::Revoked:
        return state.waiting > 0
                   ? Words::tr(
                       "La coordination a révoqué cet appareil\u00A0: ce qui attend ici n’est plus accepté.")
                   : Words::tr("La coordination a révoqué cet appareil\u00A0: il n’échange plus rien.");
    case Standing::Wiped:
        return Words::tr("La coordination a fait effacer les clés de cet appareil\u00A0: ce qu’il contient "
                         "ne se lit plus.");
    case Standing::Enrolled:
        break;
    }
    if (state.isLocked) {
        return Words::tr(
            "L’appareil est verrouillé\u00A0: rien ne part avant qu’une personne entre son code.");
    }
    if (state.failure) {
        return speech::whatHappened(*state.failure);
    }
    return state.waiting > 0 && !state.lastContact ? Words::tr("Le serveur n’a pas encore été joint.")
           : state.isRunning                       ? Words::tr("Échange en cours…")
           : state.waiting > 0 && state.nextTry && *state.nextTry > now
               ? Words::tr("L’envoi se fait de lui-même.")
               : QString();
}

QString remedy(const SendState& state) {
    switch (state.standing) {
    case Standing::Alone:
        return Words::tr(
            "Avec un code d’inscription de la coordination, il partagera avec les autres appareils.");
    case Standing::Asking:
        return Words::tr("Gardez cet appareil allumé\u00A0: l’inscription se termine d’elle-même.");
    case Standing::Revoked:
        return Words::tr(
            "Appelez la coordination. N’effacez rien\u00A0: elle dira quoi faire de ce qui n’est pas parti.");
    case Standing::Wiped:
        return Words::tr("Demandez à la coordination une nouvelle inscription, ou la clé de secours.");
    case Standing::Enrolled:
        break;
    }
    return state.failure && !state.isLocked ? speech::whatToDo(*state.failure) : QString();
}

QString lastContact(const SendState& state, Instant now) {
    if (state.standing != Standing::Enrolled && !isOut(state)) {
        return {};
    }
    return state.lastContact ? Words::tr("Dernier contact\u00A0: %1").arg(moment(*state.lastContact, now))
                             : Words::tr("Aucun contact pour le moment");
}

QString nextTry(const SendState& state, Instant now) {
    if (state.standing != Standing::Enrolled || state.isLocked || !state.nextTry || state.isRunning) {
        return {};
    }
    const auto wait = *state.nextTry - now;
    return wait < minutes(1) ? Words::tr("Prochain essai dans moins d’une minute")
                             : Words::tr("Prochain essai dans %1").arg(age(wait));
}

QString clockText(const SendState& state) {
    if (!hasDrift(state)) {
        return {};
    }
    const QString by = age(std::chrono::abs(*state.drift));
    return (state.drift->count() > 0
                ? Words::tr("L’horloge de cet appareil avance de %1 sur celle du serveur.")
                : Words::tr("L’horloge de cet appareil retarde de %1 sur celle du serveur."))
               .arg(by)
           + QLatin1Char(' ')
           + Words::tr("Rien n’est perdu\u00A0; réglez l’heure dans les réglages de l’appareil.");
}

} // namespace medicobus::app::send_words
