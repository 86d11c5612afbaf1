// SPDX-License-Identifier: EUPL-1.2
#include "lock/forget_on_lock.h"

#include "vault/memory.h"
#include "workspace.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPixmapCache>
#include <QQmlEngine>
#include <QTimer>

namespace medicobus::app {

namespace {

void forget(QQmlEngine& engine) {
    // Pages that were put away are deleted by the event loop; the engine holds what they showed until then.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    engine.collectGarbage();
    QPixmapCache::clear();
    QClipboard* clipboard = QGuiApplication::clipboard();
    if (clipboard && clipboard->ownsClipboard()) {
        clipboard->clear();
    }
    vault::scrubStack();
}

} // namespace

void forgetOnLock(Workspace& workspace, QQmlEngine& engine) {
    QObject::connect(&workspace, &Workspace::lockChanged, &engine, [&workspace, &engine] {
        if (workspace.isLocked()) {
            QTimer::singleShot(0, &engine, [&engine] { forget(engine); });
        }
    });
}

} // namespace medicobus::app
