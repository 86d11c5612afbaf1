// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/verify.h"
#include "planner/planner.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace medicobus::app {

/// A plan with all that is said of it on screen.
struct PlanOutcome {
    plan::Plan plan;
    plan::Verification verification;
    planner::SpreadsheetPlan spreadsheet;
};

/// Runs the planner on a thread of its own, one run at a time, and tells the owner's thread how it goes.
/// Closing the window during a run asks it to stop and waits for it.
class PlannerRun : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by PlanPage")
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY runningChanged)
    /// True once a person asked to stop, until the best plan so far is there.
    Q_PROPERTY(bool isStopping READ isStopping NOTIFY runningChanged)
    /// True while only the figures of a given plan are computed.
    Q_PROPERTY(bool isAssessing READ isAssessing NOTIFY runningChanged)
    /// From 0 to 1.
    Q_PROPERTY(double progress READ progress NOTIFY progressed)
    /// The best score so far; empty before the first plan.
    Q_PROPERTY(QString liveScore READ liveScore NOTIFY progressed)
    /// That score in per cent of the bound; empty before the bound is known.
    Q_PROPERTY(QString liveShare READ liveShare NOTIFY progressed)

public:
    using Planner = std::function<Result<plan::Plan>(const plan::Scenario&, const planner::Options&)>;

    /// The scenario must outlive the run.
    explicit PlannerRun(const plan::Scenario& scenario, Planner planner = planner::makePlan,
                        QObject* parent = nullptr);
    ~PlannerRun() override;

    /// False when a run is under way already.
    bool start(const planner::Options& options = {});
    /// Computes what is said of a plan made elsewhere. False when a run is under way already.
    bool assess(plan::Plan plan);
    /// Ends the search; the best plan found so far is delivered.
    Q_INVOKABLE void stop();

    bool isRunning() const { return m_isRunning; }
    bool isStopping() const { return m_isStopping; }
    bool isAssessing() const { return m_isAssessing; }
    double progress() const;
    QString liveScore() const;
    QString liveShare() const;

Q_SIGNALS:
    void runningChanged();
    void progressed();
    void finished(std::shared_ptr<const medicobus::app::PlanOutcome> outcome);
    void failed(const medicobus::Error& error);

private:
    using Work = std::function<Result<plan::Plan>(std::stop_token)>;
    void launch(Work work);
    void deliver(std::optional<Error> error, std::shared_ptr<const PlanOutcome> outcome);

    const plan::Scenario& m_scenario;
    Planner m_planner;
    planner::Progress m_latest;
    bool m_isRunning = false;
    bool m_isStopping = false;
    bool m_isAssessing = false;
    std::jthread m_worker;
};

} // namespace medicobus::app
