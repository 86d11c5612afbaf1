// SPDX-License-Identifier: EUPL-1.2
#include "coordination/devices/device_rows.h"

#include "crew/crew_words.h"
#include "exchange/role_words.h"
#include "exchange/send_state.h"

#include <QCoreApplication>

namespace medicobus::app::device_rows {

namespace {

/// From here on somebody has to see to a device that has something to send.
constexpr std::chrono::hours unsentTold{24};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Devices)
};

/// "3 à envoyer depuis 12 min, vu il y a 2 h": as it said itself when it was seen.
QString contactText(const sync::DeviceEntry& entry, Instant now) {
    QStringList parts{Words::tr("Jamais vu depuis son inscription")};
    if (entry.lastContact) {
        const auto ago = now - *entry.lastContact;
        const QString seen = ago < std::chrono::minutes(1)
                                 ? Words::tr("vu à l’instant")
                                 : Words::tr("vu il y a %1").arg(send_words::age(ago));
        const QString waits = !entry.unsent        ? QString()
                              : *entry.unsent == 0 ? Words::tr("rien à envoyer")
                              : !entry.unsentSince ? Words::tr("%L1 à envoyer").arg(*entry.unsent)
                                                   : Words::tr("%L1 à envoyer depuis %2")
                                                         .arg(*entry.unsent)
                                                         .arg(send_words::age(now - *entry.unsentSince));
        parts = {crew_words::capitalised(waits.isEmpty() ? seen : waits + QStringLiteral(", ") + seen)};
    }
    parts << Words::tr("%Ln changement(s) reçu(s)", nullptr, static_cast<int>(entry.ackedThrough));
    if (entry.isWipeOrdered) {
        parts << (entry.isWiped ? Words::tr("effacement fait") : Words::tr("effacement au prochain contact"));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace

DeviceRow device(const sync::DeviceEntry& entry, const sync::DeviceId& self, Instant now) {
    DeviceRow row;
    row.id = QString::fromStdString(entry.device.text());
    row.name = QString::fromStdString(entry.name);
    row.role = role_words::role(entry.role, entry.commune);
    const bool isActive = entry.state == sync::DeviceEntry::State::Active;
    const bool isSelf = entry.device == self;
    row.state = !isActive ? Words::tr("Révoqué")
                : isSelf  ? Words::tr("Cet appareil")
                          : Words::tr("En service");
    row.tone = !isActive ? QStringLiteral("quiet") : QStringLiteral("good");
    row.contact = contactText(entry, now);
    row.canRevoke = isActive && !isSelf;
    if (isActive && entry.unsentSince && now - *entry.unsentSince >= unsentTold) {
        row.warning = Words::tr("N’envoie plus\u00A0: à rallumer près d’un réseau");
    }
    if (isActive && entry.drift && std::chrono::abs(*entry.drift) >= driftTold) {
        row.warning = Words::tr("Horloge décalée de %1").arg(send_words::age(std::chrono::abs(*entry.drift)));
    }
    return row;
}

DeviceRow request(const sync::Enrolment& enrolment, const sync::PublicKey& hubKey, bool hasCrewKey,
                  bool crewHolds) {
    DeviceRow row;
    row.id = QString::fromStdString(enrolment.id);
    row.name = QString::fromStdString(enrolment.name);
    row.role = role_words::role(enrolment.role, enrolment.commune);
    row.state = Words::tr("Demande à rejoindre");
    row.tone = QStringLiteral("look");
    const QString digits = QString::fromStdString(
        sync::comparisonDigits(hubKey, enrolment.signKey, enrolment.boxKey, enrolment.id));
    row.digits = digits.left(3) + QChar(0xA0) + digits.mid(3);
    if (enrolment.role == sync::Role::Crew && !hasCrewKey) {
        row.warning =
            crewHolds ? Words::tr(
                "Seule une tablette de l’équipe peut l’approuver\u00A0: elle lui transmet la clé de "
                "l’équipe, que la coordination n’a pas.")
                      : Words::tr(
                          "La première tablette de l’équipe s’approuve sur le serveur lui-même\u00A0: "
                          "demandez-le à la personne qui s’en occupe, en comparant ces chiffres avec elle.");
    }
    return row;
}

} // namespace medicobus::app::device_rows
