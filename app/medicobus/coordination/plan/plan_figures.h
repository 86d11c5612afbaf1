// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "coordination/plan/planner_run.h"

#include <QAbstractListModel>

#include <vector>

namespace medicobus::app {

/// What a plan is worth, a figure a row: before and after, against the bound and against the spreadsheet.
/// Every figure is the one that the verification found, not what the planner says of itself.
class PlanFigures : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by PlanPage")

public:
    enum Role {
        LabelRole = Qt::UserRole + 1,
        ValueRole,
        NoteRole,
        ToneRole ///< "quiet", "good" or "act".
    };

    /// The scenario must outlive the model.
    explicit PlanFigures(const plan::Scenario& scenario, QObject* parent = nullptr);

    /// Null empties the figures.
    void show(const PlanOutcome* outcome);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

private:
    struct Figure {
        QString label;
        QString value;
        QString note;
        QString tone = QStringLiteral("quiet");
    };
    void addScore(const PlanOutcome& outcome);
    void addIndicators(const plan::Indicators& indicators);
    void addRules(const PlanOutcome& outcome);
    void addRoads(const plan::TravelUsed& travel);
    double inhabitants() const;

    const plan::Scenario& m_scenario;
    std::vector<Figure> m_figures;
};

} // namespace medicobus::app
