// SPDX-License-Identifier: EUPL-1.2
#include "coordination/plan/planner_run.h"

#include "coordination/figures.h"

#include <algorithm>

namespace medicobus::app {

PlannerRun::PlannerRun(const plan::Scenario& scenario, Planner planner, QObject* parent)
    : QObject(parent), m_scenario(scenario), m_planner(std::move(planner)) {}

PlannerRun::~PlannerRun() {
    // Joined here, while what the worker refers to is still whole; what it posted dies with this object.
    m_worker.request_stop();
    if (m_worker.joinable()) {
        m_worker.join();
    }
}

bool PlannerRun::start(const planner::Options& options) {
    if (m_isRunning) {
        return false;
    }
    m_isAssessing = false;
    launch([this, options](std::stop_token stop) {
        planner::Options own = options;
        own.stop = std::move(stop);
        own.onProgress = [this](const planner::Progress& progress) {
            QMetaObject::invokeMethod(
                this,
                [this, progress] {
                    m_latest = progress;
                    Q_EMIT progressed();
                },
                Qt::QueuedConnection);
        };
        return m_planner(m_scenario, own);
    });
    return true;
}

bool PlannerRun::assess(plan::Plan plan) {
    if (m_isRunning) {
        return false;
    }
    m_isAssessing = true;
    launch([this, plan = std::move(plan)](std::stop_token) -> Result<plan::Plan> {
        auto bound = planner::upperBound(m_scenario);
        if (!bound) {
            return Fault(bound.error());
        }
        plan::Plan known = plan;
        known.score.bound = *bound;
        return known;
    });
    return true;
}

void PlannerRun::launch(Work work) {
    m_latest = {};
    m_isRunning = true;
    m_isStopping = false;
    Q_EMIT runningChanged();
    Q_EMIT progressed();
    m_worker = std::jthread([this, work = std::move(work)](std::stop_token stop) {
        auto made = work(stop);
        std::optional<Error> error;
        std::shared_ptr<PlanOutcome> outcome;
        if (made) {
            auto verification = plan::verify(m_scenario, *made);
            outcome = std::make_shared<PlanOutcome>(
                PlanOutcome{std::move(*made), std::move(verification), planner::spreadsheetPlan(m_scenario)});
        } else {
            error = std::move(made.error());
        }
        QMetaObject::invokeMethod(
            this, [this, error, outcome] { deliver(error, outcome); }, Qt::QueuedConnection);
    });
}

void PlannerRun::deliver(std::optional<Error> error, std::shared_ptr<const PlanOutcome> outcome) {
    m_worker.join();
    m_isRunning = false;
    m_isStopping = false;
    Q_EMIT runningChanged();
    if (error) {
        Q_EMIT failed(*error);
    } else {
        Q_EMIT finished(std::move(outcome));
    }
}

void PlannerRun::stop() {
    if (!m_isRunning || m_isStopping) {
        return;
    }
    m_isStopping = true;
    m_worker.request_stop();
    Q_EMIT runningChanged();
}

double PlannerRun::progress() const {
    return m_latest.iterations == 0 ? 0
                                    : std::min(1.0, double(m_latest.iteration) / double(m_latest.iterations));
}

QString PlannerRun::liveScore() const {
    return m_latest.iterations == 0 ? QString() : wholeNumber(m_latest.best.total);
}

QString PlannerRun::liveShare() const {
    const auto& best = m_latest.best;
    return best.bound > 0 ? percentText(best.total / best.bound, 1) : QString();
}

} // namespace medicobus::app
