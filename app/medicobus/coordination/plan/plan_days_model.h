// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "coordination/plan/plan_content.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// The same plan for a narrow screen: every stop in order of week, day, bus and hour.
class PlanDaysModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by PlanPage")

public:
    enum Role {
        CommuneRole = Qt::UserRole + 1,
        HoursRole,
        BusRole,
        TourRole,
        SectionRole,
        IsFirstRole,
        IsLastRole
    };

    explicit PlanDaysModel(QObject* parent = nullptr);

    void show(const PlanContent& content);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        QString commune;
        QString hours;
        QString bus; ///< Empty when there is only one.
        int tour;
        QString section;
        bool isFirst; ///< The first stop of its day, under whose heading the others stand.
    };
    std::vector<Row> m_rows;
};

} // namespace medicobus::app
