// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/day.h"
#include "crew/row_model.h"

#include <QString>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// One line of the list of a half-day in words.
struct StopRow {
    QString time;
    QString late; ///< "retard 10 min"
    QString name; ///< Empty for a free slot.
    QString note; ///< "76 ans · Peau"
    QStringList flags;
    QString appointment;
    int slot = -1;
    QString state; ///< The state's code; "free" for a free slot.
    QString stateText;
    QString nextText; ///< What one tap brings; empty when nothing does.
    QString nextIcon;

    friend bool operator==(const StopRow&, const StopRow&) = default;
};

/// The list of a half-day: who comes when, who is here, and the places that nobody holds.
class StopModel : public RowModel<StopRow> {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by its page")

public:
    enum Role {
        Time = Qt::UserRole + 1,
        Late,
        Name,
        Note,
        FlagWords,
        AppointmentText,
        SlotIndex,
        StateCode,
        StateText,
        NextText,
        NextIcon
    };

    using RowModel::RowModel;

    /// `waiting` is said of each free place; empty when nobody waits.
    void showList(const clinic::DayList& list, const QString& waiting = {});
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
};

} // namespace medicobus::app
