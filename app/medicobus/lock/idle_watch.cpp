// SPDX-License-Identifier: EUPL-1.2
#include "lock/idle_watch.h"

#include "workspace.h"

#include <QEvent>

namespace medicobus::app {

namespace {
/// A lock that comes five seconds late hurts nobody; looking more often would keep the processor awake.
constexpr std::chrono::seconds lookEvery{5};
} // namespace

IdleWatch::IdleWatch(Workspace& workspace, QObject& program, QObject* parent)
    : QObject(parent), m_workspace(workspace) {
    program.installEventFilter(this);
    m_look.setInterval(lookEvery);
    connect(&m_look, &QTimer::timeout, this, [this] { m_workspace.lockIfIdle(); });
    m_look.start();
}

bool IdleWatch::eventFilter(QObject* watched, QEvent* event) {
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::TouchBegin:
    case QEvent::TouchUpdate:
    case QEvent::Wheel:
        // A touch that wakes the machine after a long sleep comes too late.
        if (!m_workspace.lockIfIdle()) {
            m_workspace.touch();
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace medicobus::app
