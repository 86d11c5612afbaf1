// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "coordination/map/map_source.h"
#include "coordination/plan/plan_board_model.h"
#include "coordination/plan/plan_days_model.h"
#include "coordination/plan/plan_figures.h"
#include "coordination/plan/planner_run.h"
#include "coordination/plan/tour_timetable.h"

namespace medicobus::app {

class Workspace;

/// The plan: proposed, looked at week by week and tour by tour, and published. Opens on the programme in
/// force, if there is one.
class PlanPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by CoordinationSpace")
    Q_PROPERTY(medicobus::app::PlannerRun* run READ run CONSTANT)
    Q_PROPERTY(medicobus::app::PlanBoardModel* board READ board CONSTANT)
    Q_PROPERTY(medicobus::app::PlanDaysModel* days READ days CONSTANT)
    Q_PROPERTY(medicobus::app::PlanFigures* figures READ figures CONSTANT)
    Q_PROPERTY(medicobus::app::TourTimetable* timetable READ timetable CONSTANT)
    Q_PROPERTY(medicobus::app::MapSource* map READ map CONSTANT)
    Q_PROPERTY(medicobus::app::MapTour tour READ tour NOTIFY tourChanged)
    /// Position of the chosen tour in the plan, -1 for none.
    Q_PROPERTY(int chosenTour READ chosenTour WRITE setChosenTour NOTIFY tourChanged)
    /// The tour under the pointer, drawn instead of the chosen one; -1 for none.
    Q_PROPERTY(int hoveredTour READ hoveredTour WRITE setHoveredTour NOTIFY tourChanged)
    Q_PROPERTY(bool hasPlan READ hasPlan NOTIFY planChanged)
    /// True while the plan on screen is not the one in force.
    Q_PROPERTY(bool isDraft READ isDraft NOTIFY planChanged)
    Q_PROPERTY(bool canPublish READ canPublish NOTIFY planChanged)
    Q_PROPERTY(QString publishedText READ publishedText NOTIFY planChanged)
    /// The Monday from which the plan will be in force, `lundi 2 mars 2027`.
    Q_PROPERTY(QString mondayText READ mondayText NOTIFY mondayChanged)
    Q_PROPERTY(bool canBeSooner READ canBeSooner NOTIFY mondayChanged)
    /// What failed last, with what to do; empty when all is well.
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)

public:
    /// All must outlive the page. The scenario is the one that plans are made from.
    PlanPage(const plan::Scenario& scenario, Workspace& workspace, MapSource* map,
             PlannerRun::Planner planner = planner::makePlan, QObject* parent = nullptr);

    PlannerRun* run() { return &m_run; }
    PlanBoardModel* board() { return &m_board; }
    PlanDaysModel* days() { return &m_days; }
    PlanFigures* figures() { return &m_figures; }
    TourTimetable* timetable() { return &m_timetable; }
    MapSource* map() const { return m_map; }
    MapTour tour() const { return m_tour; }
    int chosenTour() const { return m_chosenTour; }
    void setChosenTour(int tour);
    /// Puts the same plan into words again, in the language of the moment.
    void retell();
    int hoveredTour() const { return m_hoveredTour; }
    void setHoveredTour(int tour);
    bool hasPlan() const { return !m_content.plan.series.empty(); }
    bool isDraft() const { return m_isDraft; }
    bool canPublish() const;
    QString publishedText() const;
    QString mondayText() const;
    bool canBeSooner() const;
    QString problem() const { return m_problem; }

    Q_INVOKABLE void propose();
    Q_INVOKABLE void sooner() { moveMonday(-1); }
    Q_INVOKABLE void later() { moveMonday(1); }
    /// Puts the plan in force from the chosen Monday; false when it failed, see `problem`.
    Q_INVOKABLE bool publish();

Q_SIGNALS:
    void tourChanged();
    void planChanged();
    void mondayChanged();
    void problemChanged();

private:
    void showProgramme();
    void showPlan(plan::Plan plan);
    void receive(std::shared_ptr<const PlanOutcome> outcome);
    void moveMonday(int weeks);
    void setProblem(const QString& problem);
    /// With the sentence of its cause and what to do.
    void setProblem(const QString& problem, const Error& cause);
    Date nextMonday() const;

    const plan::Scenario& m_scenario;
    Workspace& m_workspace;
    MapSource* m_map;
    PlanBoardModel m_board;
    PlanDaysModel m_days;
    PlanFigures m_figures;
    TourTimetable m_timetable;
    PlanContent m_content;
    std::shared_ptr<const PlanOutcome> m_outcome;
    MapTour m_tour;
    int m_chosenTour = -1;
    int m_hoveredTour = -1;
    std::uint64_t m_nextSeed = 1;
    bool m_isDraft = false;
    Date m_monday;
    QString m_problem;
    PlannerRun m_run;
};

} // namespace medicobus::app
