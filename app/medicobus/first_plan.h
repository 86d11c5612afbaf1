// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "plan/plan.h"

#include <QObject>

#include <optional>
#include <thread>

namespace medicobus::app {

class Workspace;

/// On a device whose store holds no programme yet, plans the embedded territory on a thread of its own and
/// publishes the plan from this week on, so that every space opens on something to look at.
class FirstPlan : public QObject {
    Q_OBJECT

public:
    explicit FirstPlan(Workspace& workspace, QObject* parent = nullptr);
    /// Asks a plan under way to stop, and waits for it.
    ~FirstPlan() override;

    /// Does nothing when there is a programme, no store, or a plan under way.
    void start();
    bool isRunning() const { return m_isRunning; }
    /// From 0 to 1.
    double progress() const { return m_progress; }
    const std::optional<Error>& error() const { return m_error; }

Q_SIGNALS:
    void changed();

private:
    void finish(const Result<plan::Plan>& plan);

    Workspace& m_workspace;
    bool m_isRunning = false;
    double m_progress = 0;
    std::optional<Error> m_error;
    std::jthread m_worker; ///< Last, so that it is joined before what it uses goes.
};

} // namespace medicobus::app
