// SPDX-License-Identifier: EUPL-1.2
#include "first_plan.h"

#include "planner/planner.h"
#include "workspace.h"

namespace medicobus::app {

namespace {
/// Enough for a sound plan of the embedded territory within a few seconds on one core.
constexpr std::uint64_t iterations = 200'000;
constexpr std::chrono::seconds patience{6};
} // namespace

FirstPlan::FirstPlan(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    // A coordinator who publishes first has the last word.
    connect(&m_workspace, &Workspace::programmeChanged, this, [this] { m_worker.request_stop(); });
}

FirstPlan::~FirstPlan() = default;

void FirstPlan::start() {
    const auto scenario = m_workspace.scenario();
    if (m_isRunning || !m_workspace.desk() || m_workspace.isReal() || m_workspace.programme() || !scenario) {
        return;
    }
    m_isRunning = true;
    m_progress = 0;
    m_error.reset();
    Q_EMIT changed();
    m_worker = std::jthread([this, scenario](std::stop_token stop) {
        planner::Options options;
        options.iterations = iterations;
        options.timeLimit = patience;
        options.stop = stop;
        options.onProgress = [this](const planner::Progress& progress) {
            const double done = progress.iterations == 0 ? 0
                                                         : static_cast<double>(progress.iteration)
                                                               / static_cast<double>(progress.iterations);
            QMetaObject::invokeMethod(
                this,
                [this, done] {
                    m_progress = done;
                    Q_EMIT changed();
                },
                Qt::QueuedConnection);
        };
        auto plan = planner::makePlan(*scenario, options);
        QMetaObject::invokeMethod(
            this, [this, plan = std::move(plan)] { finish(plan); }, Qt::QueuedConnection);
    });
}

void FirstPlan::finish(const Result<plan::Plan>& plan) {
    m_isRunning = false;
    m_progress = 1;
    if (!plan) {
        m_error = plan.error();
    } else if (!m_workspace.programme()) {
        const auto programme =
            plan::publishable(*m_workspace.scenario(), *plan, mondayOf(m_workspace.today()));
        if (const auto done = m_workspace.publish(programme); !done) {
            m_error = done.error();
        }
    }
    Q_EMIT changed();
}

} // namespace medicobus::app
