// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/day.h"
#include "crew/row_model.h"
#include "plan/programme.h"

#include <QString>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// The card of the bus's own depot.
inline const QString depotCard = QStringLiteral("depot");

/// One line of the crew's day in words.
struct TimelineRow {
    QString time; ///< Planned, "08:05".
    QString said; ///< "08:07" once confirmed; "vers 08:50" when it is late.
    QString title;
    QString note;
    QString kind;     ///< depart, drive, setup, receive, pack, break, return.
    QString progress; ///< done, now, ahead.
    QString card;     ///< The place whose card a touch opens: a site's key, or "depot"; empty for none.
    QString stop;     ///< The passage whose list this line opens; empty for the others.
    bool isConfirmed = false;
    bool isCancelled = false;

    friend bool operator==(const TimelineRow&, const TimelineRow&) = default;
};

/// The day of a bus as lines, from leaving the depot to coming back.
class TimelineModel : public RowModel<TimelineRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by its page")

public:
    enum Role {
        Time = Qt::UserRole + 1,
        Said,
        Title,
        Note,
        LineKind,
        LineProgress,
        CardOf,
        Stop,
        IsConfirmed,
        IsCancelled
    };

    using RowModel::RowModel;

    void showTimeline(const plan::Programme& programme, const clinic::Timeline& timeline);
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
};

} // namespace medicobus::app
