// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QTimer>

namespace medicobus::app {

class Workspace;

/// Tells the workspace that somebody is there at each touch, key or move of the mouse, and locks the device
/// once nobody was for long.
class IdleWatch : public QObject {
    Q_OBJECT

public:
    /// Watches every event that `program` hands out; the workspace must outlive this.
    IdleWatch(Workspace& workspace, QObject& program, QObject* parent = nullptr);

    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    Workspace& m_workspace;
    QTimer m_look;
};

} // namespace medicobus::app
