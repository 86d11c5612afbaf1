// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "coordination/plan/plan_content.h"

#include <QAbstractTableModel>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// The board: a row for each week of each bus, a column for each half-day of the working week.
class PlanBoardModel : public QAbstractTableModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by PlanPage")
    Q_PROPERTY(QStringList weekdays READ weekdays NOTIFY contentChanged)
    Q_PROPERTY(QStringList halfDays READ halfDays NOTIFY contentChanged)
    /// What each row stands for: the week, and the bus when there are several.
    Q_PROPERTY(QStringList rowTitles READ rowTitles NOTIFY contentChanged)

public:
    enum Role {
        CommuneRole = Qt::UserRole + 1, ///< Empty on a free half-day.
        HoursRole,
        TourRole,  ///< Position of the day's tour in the plan, or -1.
        SpokenRole ///< The whole cell in words.
    };

    explicit PlanBoardModel(QObject* parent = nullptr);

    void show(PlanContent content);
    QStringList weekdays() const;
    QStringList halfDays() const;
    QStringList rowTitles() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void contentChanged();

private:
    struct Place {
        const plan::Bus& bus;
        int week;
        Weekday day;
        const plan::SessionKind& session;
    };
    Place placeOf(int row, int column) const;

    PlanContent m_content;
    std::vector<Weekday> m_weekdays;
};

} // namespace medicobus::app
