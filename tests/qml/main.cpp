// SPDX-License-Identifier: EUPL-1.2
#include "app/app_fixture.h"
#include "app_shell.h"
#include "first_plan.h"

#include <QGuiApplication>
#include <QQmlEngine>
#include <QtQuickTest/quicktest.h>

#include <memory>

namespace medicobus::app {

/// Hands each test file a shell on a store of its own, as `makeShell()`.
class Stage : public QObject {
    Q_OBJECT

public:
    /// A shell on the small programme, or on an empty store. Owned here; the one before it goes.
    Q_INVOKABLE QObject* makeShell(bool isPublished) {
        m_shell.reset();
        m_plan.reset();
        m_workspace.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        m_workspace = std::make_unique<Workspace>(m_folder->path().toStdString(), m_clock);
        const bool isOpen = m_workspace->open();
        if (isOpen && isPublished && !m_workspace->publish(smallProgramme())) {
            qFatal("the small programme cannot be published");
        }
        m_plan = std::make_unique<FirstPlan>(*m_workspace);
        m_shell = std::make_unique<AppShell>(*m_workspace, *m_plan);
        QQmlEngine::setObjectOwnership(m_shell.get(), QQmlEngine::CppOwnership);
        return m_shell.get();
    }

private:
    FixedClock m_clock{*toInstant(*parseLocal("2027-03-01T08:00"))};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<FirstPlan> m_plan;
    std::unique_ptr<AppShell> m_shell;
};

/// Prepares the engine of the test runner.
class Setup : public QObject {
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable() { qmlRegisterType<Stage>("Medicobus.Test", 1, 0, "Stage"); }
    void qmlEngineAvailable(QQmlEngine* engine) { engine->addImportPath("qrc:/qt/qml"); }
};

} // namespace medicobus::app

using medicobus::app::Setup;
QUICK_TEST_MAIN_WITH_SETUP(screens, Setup)

#include "main.moc"
