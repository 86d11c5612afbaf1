// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "coordination/map/map_tour.h"
#include "coordination/plan/plan_content.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// One tour hour by hour: leave, drive, receive, pause, come back.
class TourTimetable : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by PlanPage")
    /// `Bus 1, semaine 2, mardi`; empty when no tour is chosen.
    Q_PROPERTY(QString title READ title NOTIFY tourChanged)
    /// `28 km, 35 min de route, retour à 17 h 10`.
    Q_PROPERTY(QString summary READ summary NOTIFY tourChanged)

public:
    enum Role {
        TimeRole = Qt::UserRole + 1, ///< Empty between two moments.
        TitleRole,
        DetailRole,
        IsStopRole
    };

    explicit TourTimetable(QObject* parent = nullptr);

    /// A position in the plan's tours; -1 empties the timetable.
    void show(const PlanContent& content, int tour);
    QString title() const { return m_title; }
    QString summary() const { return m_summary; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void tourChanged();

private:
    struct Row {
        QString time;
        QString title;
        QString detail;
        bool isStop;
    };
    void fill(const plan::Scenario& scenario, const plan::Plan& plan, const plan::Tour& tour);
    void addDrive(const travel::TravelModel& travel, const GeoPoint& from, const GeoPoint& to,
                  std::chrono::minutes between);

    std::vector<Row> m_rows;
    QString m_title;
    QString m_summary;
};

/// What the map draws for a tour of the plan; for -1 only the depots and every place the plan visits.
MapTour mapTour(const PlanContent& content, int tour);

} // namespace medicobus::app
