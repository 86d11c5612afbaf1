// SPDX-License-Identifier: EUPL-1.2
#include "crew/stop/stop_model.h"

#include "crew/crew_words.h"

namespace medicobus::app {

namespace {

QString latin(std::string_view code) {
    return QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
}

/// What can be told of a line's hour: how late a person is, or how late they will be received.
QString lateness(const clinic::DayEntry& entry) {
    if (entry.delay.count() > 0) {
        return StopModel::tr("retard %1, vers %2")
            .arg(crew_words::duration(entry.delay), crew_words::clock(entry.time + entry.delay));
    }
    switch (entry.appointment->state) {
    case clinic::AppointmentState::Booked:
        return entry.late.count() > 0
                   ? StopModel::tr("attendu depuis %1").arg(crew_words::duration(entry.late))
                   : QString();
    case clinic::AppointmentState::InConsultation:
        return entry.late.count() > 0 ? StopModel::tr("retard %1").arg(crew_words::duration(entry.late))
                                      : QString();
    default:
        return {};
    }
}

} // namespace

void StopModel::showList(const clinic::DayList& list, const QString& waiting) {
    std::vector<StopRow> rows;
    for (const clinic::DayEntry& entry : list.entries) {
        StopRow row;
        row.time = crew_words::clock(entry.time);
        row.slot = entry.slot ? entry.slot->index : -1;
        if (!entry.appointment || !entry.patient) {
            row.state = QStringLiteral("free");
            row.note = waiting;
            rows.push_back(std::move(row));
            continue;
        }
        const clinic::Appointment& held = *entry.appointment;
        row.appointment = QString::fromStdString(held.id.text());
        row.name = crew_words::person(entry.patient->details);
        QStringList parts;
        if (entry.age) {
            parts << crew_words::age(*entry.age);
        }
        if (held.reason.isSet()) {
            parts << crew_words::reason(held.reason);
        }
        row.note = parts.join(QStringLiteral(" · "));
        row.flags = crew_words::flags(held.flags);
        if (entry.isFirstVisit) {
            row.flags << tr("Première visite");
        }
        if (held.isWalkIn()) {
            row.flags.prepend(tr("Sans rendez-vous"));
        }
        if (held.claim == clinic::Claim::Requested || held.wanted) {
            row.flags << (entry.isSetApart ? tr("À confirmer, réservée ailleurs") : tr("À confirmer"));
        } else if (held.claim == clinic::Claim::ToReplace) {
            row.flags << tr("À replacer");
        }
        if (entry.hasDraft) {
            row.flags << tr("Fiche commencée");
        }
        row.late = lateness(entry);
        row.state = latin(clinic::codeOf(held.state));
        row.stateText = crew_words::state(held.state);
        if (entry.next) {
            row.nextText = crew_words::button(*entry.next);
            row.nextIcon = crew_words::icon(*entry.next);
        } else if (held.state == clinic::AppointmentState::Seen && !held.hasVisit) {
            row.nextText = tr("Remplir la fiche");
            row.nextIcon = QStringLiteral("edit");
        }
        rows.push_back(std::move(row));
    }
    show(std::move(rows));
}

QVariant StopModel::data(const QModelIndex& index, int role) const {
    const StopRow* row = rowAt(index);
    if (!row) {
        return {};
    }
    switch (role) {
    case Time:
        return row->time;
    case Late:
        return row->late;
    case Qt::DisplayRole:
    case Name:
        return row->name;
    case Note:
        return row->note;
    case FlagWords:
        return row->flags;
    case AppointmentText:
        return row->appointment;
    case SlotIndex:
        return row->slot;
    case StateCode:
        return row->state;
    case StateText:
        return row->stateText;
    case NextText:
        return row->nextText;
    case NextIcon:
        return row->nextIcon;
    default:
        return {};
    }
}

QHash<int, QByteArray> StopModel::roleNames() const {
    return {{Time, "time"},         {Late, "late"},          {Name, "name"},
            {Note, "note"},         {FlagWords, "flags"},    {AppointmentText, "appointment"},
            {SlotIndex, "slot"},    {StateCode, "standing"}, {StateText, "stateText"},
            {NextText, "nextText"}, {NextIcon, "nextIcon"}};
}

} // namespace medicobus::app
