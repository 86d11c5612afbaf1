// SPDX-License-Identifier: EUPL-1.2
#include "exchange/todo/todo_rows.h"

#include "crew/crew_words.h"
#include "exchange/send_state.h"
#include "exchange/todo/change_words.h"
#include "speech.h"

#include <QCoreApplication>

#include <algorithm>

namespace medicobus::app::todo_rows {

namespace {

using Kind = TodoRow::Kind;
using clinic::Mishap;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Todo)
};

QVariantMap choice(const QString& value, const QString& label, const QString& note = {}) {
    return {
        {QStringLiteral("value"), value}, {QStringLiteral("label"), label}, {QStringLiteral("note"), note}};
}

QString headingOf(Kind kind) {
    switch (kind) {
    case Kind::Replace:
        return Words::tr("À replacer et à prévenir");
    case Kind::Deposit:
        return Words::tr("Déposé par une mairie");
    case Kind::Field:
        return Words::tr("Deux réponses pour une même personne");
    case Kind::Plan:
        return Words::tr("Programme : un autre changement est passé d’abord");
    case Kind::Rejected:
        return Words::tr("Refusé par le serveur");
    case Kind::Confirm:
        break;
    }
    return Words::tr("À confirmer par le serveur");
}

QString nameOf(const clinic::Displaced& displaced) {
    return displaced.patient && !displaced.patient->isUnreadable
               ? crew_words::person(displaced.patient->details)
               : Words::tr("Une personne dont le nom ne se lit pas ici");
}

/// What befell somebody, in the crew's words.
QString mishapText(const clinic::Displaced& displaced) {
    switch (displaced.mishap) {
    case Mishap::PassageCancelled:
        return Words::tr("Le passage est annulé.");
    case Mishap::PassageGone:
        return Words::tr("Ce passage n’est plus au programme.");
    case Mishap::SlotGone:
        return Words::tr("Cette heure n’existe plus : le passage a changé.");
    case Mishap::MoveRefused:
        return Words::tr("La nouvelle heure n’était plus libre : la personne garde l’ancienne.");
    case Mishap::PlaceRefused:
    case Mishap::None:
        break;
    }
    const auto& refusal = displaced.appointment.refusal;
    switch (refusal ? refusal->reason.known().value_or(clinic::RefusalReason::Taken)
                    : clinic::RefusalReason::Taken) {
    case clinic::RefusalReason::Leased:
        return Words::tr("Cette place était réservée à un autre appareil.");
    case clinic::RefusalReason::NoSuchPlace:
        return Words::tr("Cette heure n’existe plus : le passage a changé.");
    case clinic::RefusalReason::PassageCancelled:
        return Words::tr("Le passage est annulé.");
    case clinic::RefusalReason::PassagePast:
        return Words::tr("Le passage était déjà fini quand la demande est arrivée.");
    case clinic::RefusalReason::Revoked:
        return Words::tr("La demande venait d’un appareil révoqué.");
    case clinic::RefusalReason::Taken:
        break;
    }
    return Words::tr("Deux personnes ont pris cette place ; l’autre l’a eue.");
}

QString fieldName(const std::string& field) {
    if (field == "family_name") {
        return Words::tr("Nom");
    }
    if (field == "given_name") {
        return Words::tr("Prénom");
    }
    if (field == "birth_date") {
        return Words::tr("Date de naissance");
    }
    return field == "phone" ? Words::tr("Téléphone") : Words::tr("Commune");
}

QString fieldText(const std::string& field, const std::string& value) {
    if (value.empty()) {
        return Words::tr("(rien)");
    }
    if (field == "phone") {
        return QString::fromStdString(clinic::displayPhone(value));
    }
    if (field == "birth_date") {
        if (const auto date = parseDate(value)) {
            return speech::longDate(*date);
        }
    }
    return QString::fromStdString(value);
}

} // namespace

QString placeAndHour(const plan::Programme& programme, const plan::SiteKey& site, LocalTime hour) {
    return Words::tr("%1, %2").arg(crew_words::commune(programme, site), speech::dayAndHour(hour));
}

TodoRow replace(const clinic::Displaced& displaced, const plan::Programme& programme) {
    TodoRow row;
    row.kind = Kind::Replace;
    row.id = QStringLiteral("replace:") + QString::fromStdString(displaced.appointment.id.text());
    row.title = nameOf(displaced);
    const QString promised = displaced.occurrence ? placeAndHour(programme, displaced.occurrence->site,
                                                                 displaced.appointment.promised)
                                                  : speech::dayAndHour(displaced.appointment.promised);
    row.note = Words::tr("Annoncé : %1.").arg(promised) + QLatin1Char(' ') + mishapText(displaced);
    if (displaced.patient) {
        row.phone = QString::fromStdString(clinic::displayPhone(displaced.patient->details.phone));
    }
    for (const clinic::FreeSlot& free : displaced.alternatives) {
        row.choices << choice(QString::fromStdString(free.occurrence.id.text()) + QLatin1Char('|')
                                  + QString::number(free.slot.index),
                              crew_words::capitalised(speech::dayAndHour(free.slot.start)),
                              crew_words::commune(programme, free.occurrence.site));
    }
    row.remedy =
        row.choices.isEmpty()
            ? Words::tr("Aucune place libre proche : appelez la personne et cherchez une autre date.")
            : Words::tr("Une touche donne la place ; appelez ensuite la personne.");
    row.canMove = true;
    return row;
}

TodoRow confirm(const clinic::Displaced& displaced, const plan::Programme& programme,
                std::optional<Instant> since, Instant now) {
    TodoRow row;
    row.kind = Kind::Confirm;
    row.id = QStringLiteral("confirm:") + QString::fromStdString(displaced.appointment.id.text());
    row.title = nameOf(displaced);
    const auto& wanted = displaced.appointment.wanted;
    const LocalTime hour = wanted ? wanted->promised : displaced.appointment.promised;
    const QString where = displaced.occurrence ? placeAndHour(programme, displaced.occurrence->site, hour)
                                               : speech::dayAndHour(hour);
    row.note = wanted ? Words::tr("Nouvelle heure demandée : %1.").arg(where)
                      : Words::tr("Demandé : %1.").arg(where);
    if (since) {
        row.note += QLatin1Char(' ') + Words::tr("Attend depuis %1.").arg(send_words::age(now - *since));
    }
    row.remedy =
        displaced.isSetApart
            ? Words::tr(
                "Cette place est réservée à un autre appareil\u00A0: la réponse peut attendre la fin de sa "
                "réservation. Une autre place se confirme plus vite.")
            : Words::tr("Dites « à confirmer » à la personne. Le serveur répondra au prochain échange.");
    row.phone = displaced.patient
                    ? QString::fromStdString(clinic::displayPhone(displaced.patient->details.phone))
                    : QString();
    row.canMove = true;
    return row;
}

TodoRow deposit(const clinic::Deposit& deposit, const std::vector<clinic::LikelyDuplicate>& known,
                const std::optional<plan::Occurrence>& occurrence, const plan::Programme& programme) {
    TodoRow row;
    row.kind = Kind::Deposit;
    row.id = QStringLiteral("deposit:") + QString::fromStdString(deposit.appointment.id.text());
    const LocalTime hour = deposit.appointment.promised;
    row.note =
        Words::tr("Demandé : %1.")
            .arg(occurrence ? placeAndHour(programme, occurrence->site, hour) : speech::dayAndHour(hour));
    if (deposit.isUnreadable) {
        row.title = Words::tr("Une demande qui ne se lit pas ici");
        row.remedy = Words::tr("Appelez la mairie : elle sait pour qui elle l’a faite.");
        row.canPutAway = true;
        return row;
    }
    row.title = crew_words::person(deposit.details);
    row.phone = QString::fromStdString(clinic::displayPhone(deposit.details.phone));
    for (const clinic::LikelyDuplicate& each : known) {
        row.choices << choice(QString::fromStdString(each.patient.id.text()),
                              Words::tr("C’est %1").arg(crew_words::person(each.patient.details)),
                              crew_words::personNote(each.patient.details));
    }
    row.choices << choice(QStringLiteral("new"),
                          known.empty() ? Words::tr("Prendre ce rendez-vous")
                                        : Words::tr("Une autre personne"),
                          crew_words::personNote(deposit.details));
    row.remedy = known.empty() ? Words::tr("Une touche inscrit la personne et lui donne le rendez-vous.")
                               : Words::tr("Quelqu’un de ce nom est déjà connu. Est-ce la même personne ?");
    return row;
}

std::vector<TodoRow> fields(const clinic::Patient& patient) {
    std::vector<TodoRow> rows;
    for (const clinic::FieldConflict& conflict : patient.conflicts) {
        TodoRow row;
        row.kind = Kind::Field;
        row.id = QStringLiteral("field:%1:%2")
                     .arg(QString::fromStdString(patient.id.text()), QString::fromStdString(conflict.field));
        row.title = Words::tr("%1 : %2").arg(crew_words::person(patient.details),
                                             fieldName(conflict.field).toLower());
        row.note = Words::tr("Deux appareils ont écrit une valeur différente sans se voir.");
        row.remedy = Words::tr("Choisissez la bonne ; l’autre reste dans l’historique.");
        row.phone = QString::fromStdString(clinic::displayPhone(patient.details.phone));
        for (const clinic::FieldValue& value : conflict.values) {
            row.choices << choice(
                QString::fromStdString(value.operation.text()), fieldText(conflict.field, value.value),
                &value == &conflict.values.front() ? Words::tr("affichée pour l’instant") : QString());
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

TodoRow rejected(const journal::RuledOperation& ruled, const std::optional<journal::Operation>& first,
                 Instant now) {
    TodoRow row;
    row.id = QStringLiteral("rejected:") + QString::fromStdString(ruled.operation.id.text());
    row.title = change_words::what(ruled.operation);
    row.canPutAway = true;
    const QString mine = Words::tr("le vôtre, %1").arg(send_words::moment(ruled.operation.recordedAt(), now));
    if (ruled.note.reason == "stale_base") {
        row.kind = Kind::Plan;
        row.note =
            Words::tr("Quelqu’un d’autre a changé la même chose avant vous ; c’est son changement qui vaut.");
        row.remedy = Words::tr("Comparez les deux. Refaites le vôtre s’il est toujours bon.");
        row.choices << choice({}, change_words::detail(ruled.operation), mine);
        if (first) {
            row.choices << choice({}, change_words::detail(*first),
                                  Words::tr("l’autre, %1").arg(send_words::moment(first->recordedAt(), now)));
        }
        row.canRedo = change_words::canRedo(ruled.operation);
        return row;
    }
    row.kind = Kind::Rejected;
    row.note = change_words::whyRejected(ruled.note.reason) + QLatin1Char(' ')
               + Words::tr("Fait %1.").arg(send_words::moment(ruled.operation.recordedAt(), now));
    row.remedy = change_words::remedyOf(ruled.note.reason);
    return row;
}

std::vector<TodoRow> ordered(std::vector<TodoRow> rows) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const TodoRow& a, const TodoRow& b) { return a.kind < b.kind; });
    std::optional<Kind> last;
    for (TodoRow& row : rows) {
        row.heading = row.kind == last ? QString() : headingOf(row.kind);
        last = row.kind;
    }
    return rows;
}

} // namespace medicobus::app::todo_rows
