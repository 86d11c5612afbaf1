// SPDX-License-Identifier: EUPL-1.2
#include "crew/today/timeline_model.h"

#include "crew/crew_words.h"
#include "speech.h"

#include <QCoreApplication>
#include <QStringList>

namespace medicobus::app {

namespace {

using clinic::TimelineEntry;
using Kind = TimelineEntry::Kind;
using Progress = TimelineEntry::Progress;

QString kindKey(Kind kind) {
    static const QStringList keys{"depart", "drive", "setup", "receive", "pack", "break", "return"};
    return keys[static_cast<qsizetype>(kind)];
}

QString progressKey(Progress progress) {
    static const QStringList keys{"done", "now", "ahead"};
    return keys[static_cast<qsizetype>(progress)];
}

/// Puts one entry into words.
class Teller {
    Q_DECLARE_TR_FUNCTIONS(Timeline)

public:
    Teller(const plan::Programme& programme, const plan::BusKey& bus, const TimelineEntry& entry,
           bool isNamedAbove)
        : m_programme(programme), m_bus(bus), m_entry(entry), m_isNamedAbove(isNamedAbove) {}

    TimelineRow row() const {
        TimelineRow row;
        row.time = crew_words::clock(m_entry.start);
        row.kind = kindKey(m_entry.kind);
        row.progress = progressKey(m_entry.progress);
        row.isCancelled = isCancelled();
        row.isConfirmed = m_entry.actualStart.has_value();
        if (row.isConfirmed) {
            row.said = crew_words::clock(*m_entry.actualStart);
        } else if (m_entry.late.count() > 0 && m_entry.progress != Progress::Done) {
            row.said = tr("vers %1").arg(crew_words::clock(m_entry.expected));
        }
        if (m_entry.kind == Kind::Receive && m_entry.occurrence) {
            row.stop = QString::fromStdString(m_entry.occurrence->id.text());
        }
        if (m_entry.kind == Kind::Setup && m_entry.occurrence) {
            row.card = QString::fromStdString(m_entry.occurrence->site.value);
        } else if (m_entry.kind == Kind::Return && m_programme.depots.contains(m_bus)) {
            row.card = depotCard;
        }
        row.title = title();
        row.note = note();
        return row;
    }

private:
    bool isCancelled() const {
        return m_entry.occurrence && m_entry.occurrence->status == plan::Occurrence::Status::Cancelled;
    }
    QString site() const {
        return m_entry.occurrence ? crew_words::place(m_programme, m_entry.occurrence->site) : QString();
    }
    QString length() const { return crew_words::duration(m_entry.end - m_entry.start); }

    QString title() const {
        switch (m_entry.kind) {
        case Kind::Depart:
            return tr("Départ du dépôt");
        case Kind::Drive:
            return tr("%1 de route").arg(length());
        case Kind::Setup:
            return site();
        case Kind::Receive:
            return m_isNamedAbove ? crew_words::counts(m_entry.counts) : site();
        case Kind::Pack:
            return tr("Rangement %1").arg(length());
        case Kind::Break:
            return tr("Pause %1").arg(length());
        case Kind::Return:
            return tr("Retour au dépôt");
        }
        return {};
    }

    QString note() const {
        if (m_entry.kind == Kind::Setup) {
            return tr("mise en place %1").arg(length());
        }
        if (m_entry.kind == Kind::Drive && m_entry.driven) {
            return tr("%1 parcourus").arg(speech::distance(*m_entry.driven));
        }
        if (m_entry.kind == Kind::Drive && m_entry.estimated) {
            return tr("environ %1").arg(speech::distance(*m_entry.estimated));
        }
        if (m_entry.kind != Kind::Receive) {
            return {};
        }
        QStringList parts;
        if (isCancelled()) {
            const QString reason = QString::fromStdString(m_entry.occurrence->reason);
            return reason.isEmpty() ? tr("annulé") : tr("annulé (%1)").arg(reason);
        }
        if (!m_isNamedAbove) {
            parts << crew_words::counts(m_entry.counts);
        }
        parts << speech::hours(m_entry.start, m_entry.end);
        if (m_entry.occurrence && m_entry.occurrence->status == plan::Occurrence::Status::ToConfirm) {
            parts << tr("à confirmer\u00A0: %1").arg(QString::fromStdString(m_entry.occurrence->reason));
        }
        return parts.join(QStringLiteral(" · "));
    }

    const plan::Programme& m_programme;
    const plan::BusKey& m_bus;
    const TimelineEntry& m_entry;
    bool m_isNamedAbove;
};

} // namespace

void TimelineModel::showTimeline(const plan::Programme& programme, const clinic::Timeline& timeline) {
    std::vector<TimelineRow> rows;
    const TimelineEntry* above = nullptr;
    for (const TimelineEntry& each : timeline.entries) {
        const bool isNamedAbove = above && above->kind == Kind::Setup && above->occurrence && each.occurrence
                                  && above->occurrence->id == each.occurrence->id;
        rows.push_back(Teller(programme, timeline.bus, each, isNamedAbove).row());
        above = &each;
    }
    show(std::move(rows));
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    const TimelineRow* row = rowAt(index);
    if (!row) {
        return {};
    }
    switch (role) {
    case Time:
        return row->time;
    case Said:
        return row->said;
    case Qt::DisplayRole:
    case Title:
        return row->title;
    case Note:
        return row->note;
    case LineKind:
        return row->kind;
    case LineProgress:
        return row->progress;
    case CardOf:
        return row->card;
    case Stop:
        return row->stop;
    case IsConfirmed:
        return row->isConfirmed;
    case IsCancelled:
        return row->isCancelled;
    default:
        return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const {
    return {{Time, "time"},
            {Said, "said"},
            {Title, "title"},
            {Note, "note"},
            {LineKind, "kind"},
            {LineProgress, "progress"},
            {CardOf, "card"},
            {Stop, "stop"},
            {IsConfirmed, "isConfirmed"},
            {IsCancelled, "isCancelled"}};
}

} // namespace medicobus::app
