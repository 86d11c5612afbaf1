// SPDX-License-Identifier: EUPL-1.2
// The application on a folder that a test has filled, its pages driven from the standard input, so that its
// memory can be read: each line is an order, answered by its word once the screens have settled.
#include "app_shell.h"
#include "first_plan.h"
#include "fixed_clock.h"
#include "lock/forget_on_lock.h"
#include "lock/idle_watch.h"
#include "lock/workspace_wraps.h"
#include "tests/core/vault/vault_fixture.h"
#include "tests/core/vault/vault_folder.h"
#include "workspace.h"

#include <QEventLoop>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTimer>

#include <unistd.h>

namespace medicobus::app {
namespace {

/// An order as it comes, in locked memory: what is typed stands in it.
vault::Secret readLine() {
    vault::Secret line(256);
    std::size_t size = 0;
    while (size < line.size() && read(STDIN_FILENO, line.data() + size, 1) == 1
           && line.data()[size] != '\n') {
        ++size;
    }
    return vault::Secret::copyOf(line.view().substr(0, size));
}

void say(std::string_view word) {
    [[maybe_unused]] const auto written = write(STDOUT_FILENO, word.data(), word.size());
}

/// Lets the screens draw and put away what they have to.
void settle(std::chrono::milliseconds time = std::chrono::milliseconds(300)) {
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

QQuickItem* find(QQuickItem& item, const QString& name) {
    if (!item.isVisible()) {
        return nullptr;
    }
    if (item.objectName() == name) {
        return &item;
    }
    for (QQuickItem* child : item.childItems()) {
        if (QQuickItem* found = find(*child, name)) {
            return found;
        }
    }
    return nullptr;
}

class Driver {
public:
    Driver(AppShell& shell, QQuickWindow& window, vault::SteppedBootClock& clock)
        : m_shell(shell), m_window(window), m_clock(clock) {}

    /// False at the end.
    bool obey(std::string_view order) {
        const auto space = order.find(' ');
        const std::string_view what = order.substr(0, space);
        const std::string_view rest = space == order.npos ? std::string_view() : order.substr(space + 1);
        if (what == "pin") {
            type(rest);
            key(Qt::Key_Return);
            settle();
        } else if (what == "screen") {
            m_shell.crew()->openScreen(QString::fromUtf8(rest.data(), static_cast<qsizetype>(rest.size())));
        } else if (what == "into") {
            focus(QString::fromUtf8(rest.data(), static_cast<qsizetype>(rest.size())));
        } else if (what == "type") {
            type(rest);
        } else if (what == "person") {
            // Of somebody on the list of the day.
            m_shell.crew()->stop()->choose(m_shell.crew()->stop()->people()->rows().front().appointment,
                                           "visit");
        } else if (what == "book") {
            m_shell.crew()->bookSlot(-1);
        } else if (what == "new") {
            m_shell.crew()->booking()->person()->startNew();
        } else if (what == "lock") {
            m_shell.lock()->lock();
        } else if (what == "idle") {
            m_clock.step(std::chrono::minutes(6));
            QKeyEvent touch(QEvent::KeyPress, Qt::Key_Shift, Qt::NoModifier);
            QCoreApplication::sendEvent(&m_window, &touch);
        } else {
            return false;
        }
        settle();
        return true;
    }
    std::string_view state() const { return m_shell.lock()->isOpen() ? "open\n" : "locked\n"; }

private:
    void key(int key, const QString& text = {}) {
        for (const auto kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
            QKeyEvent event(kind, key, Qt::NoModifier, text);
            QCoreApplication::sendEvent(&m_window, &event);
        }
    }
    /// Letter by letter, as a keyboard does.
    void type(std::string_view utf8) {
        const QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
        for (const QChar each : text) {
            key(each.isDigit() ? Qt::Key_0 + each.digitValue() : Qt::Key_unknown, QString(each));
        }
    }
    void focus(const QString& name) {
        if (QQuickItem* field = find(*m_window.contentItem(), name)) {
            field->forceActiveFocus();
        }
    }

    AppShell& m_shell;
    QQuickWindow& m_window;
    vault::SteppedBootClock& m_clock;
};

int run(const std::filesystem::path& folder) {
    const FixedClock clock(*toInstant(*parseLocal("2027-03-02T08:00")));
    vault::FileKeychain keychain(folder);
    vault::SteppedBootClock bootClock;
    Workspace workspace(folder, clock);
    WorkspaceWraps wraps(workspace);
    workspace.open();
    workspace.useVault({keychain, wraps, bootClock});
    FirstPlan plan(workspace);
    AppShell shell(workspace, plan);
    const IdleWatch idle(workspace, *QCoreApplication::instance());
    shell.setSpace(QStringLiteral("crew"));
    QQmlApplicationEngine engine;
    engine.addImportPath("qrc:/qt/qml");
    forgetOnLock(workspace, engine);
    engine.setInitialProperties({{"shell", QVariant::fromValue(&shell)}});
    engine.load(QUrl("qrc:/qt/qml/Medicobus/Shell/Main.qml"));
    auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().value(0));
    if (!window) {
        return 1;
    }
    window->requestActivate();
    settle();
    Driver driver(shell, *window, bootClock);
    say(driver.state());
    while (driver.obey(readLine().view())) {
        say(driver.state());
    }
    return 0;
}

} // namespace
} // namespace medicobus::app

int main(int count, char** arguments) {
    QGuiApplication application(count, arguments);
    QQuickStyle::setStyle("Basic");
    return medicobus::app::run(arguments[1]);
}
