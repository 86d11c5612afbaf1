// SPDX-License-Identifier: EUPL-1.2
#include "crew/crew_words.h"

#include "speech.h"
#include "words/format.h"

#include <QCoreApplication>

namespace medicobus::app::crew_words {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Crew)
};
using clinic::AppointmentEvent;
using clinic::AppointmentState;
using clinic::Orientation;
using clinic::Outcome;
using clinic::ReasonGroup;

const QString dot = QStringLiteral(" · ");

QString word(ReasonGroup group) {
    switch (group) {
    case ReasonGroup::General:
        return Words::tr("Général");
    case ReasonGroup::Blood:
        return Words::tr("Sang");
    case ReasonGroup::Digestive:
        return Words::tr("Digestion");
    case ReasonGroup::Eye:
        return Words::tr("Œil");
    case ReasonGroup::Ear:
        return Words::tr("Oreille");
    case ReasonGroup::Cardiovascular:
        return Words::tr("Cœur, circulation");
    case ReasonGroup::Musculoskeletal:
        return Words::tr("Os, muscles, dos");
    case ReasonGroup::Neurological:
        return Words::tr("Nerfs, tête");
    case ReasonGroup::Psychological:
        return Words::tr("Moral, sommeil");
    case ReasonGroup::Respiratory:
        return Words::tr("Nez, gorge, poumons");
    case ReasonGroup::Skin:
        return Words::tr("Peau");
    case ReasonGroup::Endocrine:
        return Words::tr("Hormones, poids");
    case ReasonGroup::Urological:
        return Words::tr("Urines");
    case ReasonGroup::Pregnancy:
        return Words::tr("Grossesse, contraception");
    case ReasonGroup::FemaleGenital:
        return Words::tr("Gynécologie");
    case ReasonGroup::MaleGenital:
        return Words::tr("Génital, homme");
    case ReasonGroup::Social:
        return Words::tr("Social");
    case ReasonGroup::Prevention:
        return Words::tr("Prévention, dépistage");
    case ReasonGroup::Vaccination:
        return Words::tr("Vaccination");
    case ReasonGroup::Renewal:
        return Words::tr("Renouvellement");
    case ReasonGroup::Administrative:
        return Words::tr("Certificat, papiers");
    }
    return {};
}

QString word(Outcome outcome) {
    switch (outcome) {
    case Outcome::Treated:
        return Words::tr("Soin fait");
    case Outcome::Prescription:
        return Words::tr("Ordonnance");
    case Outcome::Renewal:
        return Words::tr("Renouvellement");
    case Outcome::Vaccination:
        return Words::tr("Vaccin fait");
    case Outcome::Certificate:
        return Words::tr("Certificat");
    case Outcome::Advice:
        return Words::tr("Conseil");
    case Outcome::NotCompleted:
        return Words::tr("Non terminée");
    }
    return {};
}

QString word(Orientation orientation) {
    switch (orientation) {
    case Orientation::GeneralPractitioner:
        return Words::tr("Médecin traitant");
    case Orientation::Specialist:
        return Words::tr("Spécialiste");
    case Orientation::Laboratory:
        return Words::tr("Laboratoire");
    case Orientation::Imaging:
        return Words::tr("Imagerie");
    case Orientation::Nurse:
        return Words::tr("Infirmier");
    case Orientation::Physiotherapist:
        return Words::tr("Kinésithérapeute");
    case Orientation::Social:
        return Words::tr("Service social");
    case Orientation::Hospital:
        return Words::tr("Hôpital");
    case Orientation::Emergency:
        return Words::tr("Urgences");
    }
    return {};
}

template <typename Codes>
QVariantList optionsOf(const Codes& codes) {
    QVariantList options;
    for (const auto& each : codes) {
        options << option(QString::fromUtf8(each.code.data(), static_cast<qsizetype>(each.code.size())),
                          word(each.value));
    }
    return options;
}

} // namespace

QVariantMap option(const QString& value, const QString& label) {
    return {{QStringLiteral("value"), value}, {QStringLiteral("label"), label}};
}

QString reason(const clinic::Reason& reason) {
    const auto known = reason.known();
    return known ? word(*known) : QString::fromStdString(reason.code());
}
QVariantList reasonOptions() {
    return optionsOf(clinic::reasonGroups);
}
QVariantList outcomeOptions() {
    return optionsOf(clinic::outcomes);
}
QVariantList orientationOptions() {
    return optionsOf(clinic::orientations);
}

QStringList flags(const clinic::Flags& flags) {
    QStringList words;
    if (flags.noDeclaredGp) {
        words << Words::tr("Sans médecin traitant");
    }
    if (flags.longTermIllness) {
        words << Words::tr("ALD");
    }
    if (flags.videoUsed) {
        words << Words::tr("En vidéo");
    } else if (flags.needsVideo) {
        words << Words::tr("Vidéo à prévoir");
    }
    return words;
}

QString state(AppointmentState state) {
    switch (state) {
    case AppointmentState::Booked:
        return Words::tr("Attendu");
    case AppointmentState::Arrived:
        return Words::tr("Arrivé");
    case AppointmentState::InConsultation:
        return Words::tr("En consultation");
    case AppointmentState::Seen:
        return Words::tr("Vu");
    case AppointmentState::Absent:
        return Words::tr("Absent");
    case AppointmentState::Cancelled:
        return Words::tr("Annulé");
    }
    return {};
}

QString button(AppointmentEvent event) {
    switch (event) {
    case AppointmentEvent::Arrive:
        return Words::tr("Arrivé");
    case AppointmentEvent::Begin:
        return Words::tr("En consultation");
    case AppointmentEvent::See:
        return Words::tr("Vu");
    case AppointmentEvent::MarkAbsent:
        return Words::tr("Patient absent");
    case AppointmentEvent::Cancel:
        return Words::tr("Annuler le rendez-vous");
    case AppointmentEvent::Move:
        return Words::tr("Déplacer");
    case AppointmentEvent::Reinstate:
        return Words::tr("Rétablir le rendez-vous");
    }
    return {};
}

QString icon(AppointmentEvent event) {
    switch (event) {
    case AppointmentEvent::Arrive:
        return QStringLiteral("arrived");
    case AppointmentEvent::Begin:
        return QStringLiteral("visit");
    case AppointmentEvent::See:
        return QStringLiteral("check");
    case AppointmentEvent::MarkAbsent:
        return QStringLiteral("absent");
    case AppointmentEvent::Cancel:
        return QStringLiteral("close");
    case AppointmentEvent::Move:
        return QStringLiteral("calendar");
    case AppointmentEvent::Reinstate:
        return QStringLiteral("refresh");
    }
    return {};
}

QString done(AppointmentEvent event, const QString& who) {
    switch (event) {
    case AppointmentEvent::Arrive:
        return Words::tr("%1\u00A0: arrivée notée").arg(who);
    case AppointmentEvent::Begin:
        return Words::tr("%1\u00A0: en consultation").arg(who);
    case AppointmentEvent::See:
        return Words::tr("%1\u00A0: vu").arg(who);
    case AppointmentEvent::MarkAbsent:
        return Words::tr("%1\u00A0: absence notée").arg(who);
    case AppointmentEvent::Cancel:
        return Words::tr("%1\u00A0: rendez-vous annulé").arg(who);
    case AppointmentEvent::Move:
        return Words::tr("%1\u00A0: rendez-vous déplacé").arg(who);
    case AppointmentEvent::Reinstate:
        return Words::tr("%1\u00A0: rendez-vous rétabli").arg(who);
    }
    return {};
}

QString clock(LocalTime time) {
    return QString::fromStdString(formatTimeOfDay(timeOf(time)));
}

QString duration(std::chrono::minutes length) {
    const auto minutes = length.count();
    if (minutes < 60) {
        return Words::tr("%1\u00A0min").arg(minutes);
    }
    return minutes % 60 == 0
               ? Words::tr("%1\u00A0h").arg(minutes / 60)
               : Words::tr("%1\u00A0h\u00A0%2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString day(Date date) {
    return QString::fromStdString(words::dayAndMonth(date, speech::language()));
}

QString capitalised(QString text) {
    if (!text.isEmpty()) {
        text[0] = text[0].toUpper();
    }
    return text;
}

QString person(const clinic::PatientDetails& details) {
    return QString::fromStdString(details.givenName + " " + details.familyName);
}

QString shortDate(Date date) {
    const date::year_month_day day(date);
    return QStringLiteral("%1/%2/%3")
        .arg(static_cast<unsigned>(day.day()), 2, 10, QLatin1Char('0'))
        .arg(static_cast<unsigned>(day.month()), 2, 10, QLatin1Char('0'))
        .arg(static_cast<int>(day.year()));
}

QString personNote(const clinic::PatientDetails& details) {
    QStringList parts;
    if (details.birthDate) {
        parts << Words::tr("né(e) le %1").arg(shortDate(*details.birthDate));
    }
    if (!details.phone.empty()) {
        parts << speech::phone(details.phone);
    }
    return parts.join(dot);
}

QString age(int years) {
    // In two parts, else lupdate takes the "a" for a digit of the space's code.
    return Words::tr("%n\u00A0"
                     "an(s)",
                     nullptr, years);
}

QString counts(const clinic::DayCounts& counts) {
    QStringList parts;
    const auto add = [&](int count, const QString& told) {
        if (count > 0) {
            parts << told;
        }
    };
    add(counts.booked, Words::tr("%n rendez-vous", nullptr, counts.booked));
    add(counts.walkIns, Words::tr("%n sans rendez-vous", nullptr, counts.walkIns));
    add(counts.here, Words::tr("%n présent(s)", nullptr, counts.here));
    add(counts.seen, Words::tr("%n vu(s)", nullptr, counts.seen));
    add(counts.absent, Words::tr("%n absent(s)", nullptr, counts.absent));
    return parts.isEmpty() ? Words::tr("Aucun rendez-vous") : parts.join(dot);
}

} // namespace medicobus::app::crew_words
