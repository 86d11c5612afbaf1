// SPDX-License-Identifier: EUPL-1.2
#include "self_test.h"

#include "french_left.h"
#include "i18n/language.h"
#include "screen_check.h"
#include "workspace.h"

#include <QAccessible>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QImage>
#include <QTimer>

#include <cstdio>
#include <functional>
#include <vector>

namespace medicobus::app {

namespace {

constexpr std::chrono::seconds patience{60};

QStringList& warnings() {
    static QStringList kept;
    return kept;
}

QtMessageHandler previousHandler = nullptr;

void keepWarning(QtMsgType type, const QMessageLogContext& context, const QString& message) {
    // What the window system says of its own state is not about a screen.
    const QString category = QString::fromLatin1(context.category ? context.category : "default");
    if (type != QtDebugMsg && type != QtInfoMsg && !category.startsWith(QLatin1String("qt.qpa"))) {
        warnings() << message;
    }
    if (previousHandler) {
        previousHandler(type, context, message);
    }
}

struct Looks {
    QSize size;
    QString palette;
    int textPercent = 100;
};

std::vector<Looks> looksToTry(const LaunchOptions& options) {
    const std::vector<QSize> sizes =
        options.size ? std::vector{*options.size} : std::vector{QSize(390, 844), QSize(1280, 800)};
    const std::vector<QString> palettes = options.palette.isEmpty()
                                              ? std::vector<QString>{"day", "night", "sunlight"}
                                              : std::vector{options.palette};
    const std::vector<int> percents =
        options.textPercent ? std::vector{*options.textPercent} : std::vector{100, 200};
    std::vector<Looks> looks;
    for (const auto& size : sizes) {
        for (const auto& palette : palettes) {
            for (const int percent : percents) {
                looks.push_back({size, palette, percent});
            }
        }
    }
    return looks;
}

/// Runs the event loop until the condition holds; false when it does not in time.
bool waitUntil(const std::function<bool()>& condition) {
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.hasExpired(std::chrono::milliseconds(patience).count())) {
            return false;
        }
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 50);
    }
    return true;
}

/// Lets layouts settle: some frames are drawn and nothing is left to do.
void drawFrames(QQuickWindow& window) {
    for (int frame = 0; frame < 3; ++frame) {
        QEventLoop loop;
        QObject::connect(&window, &QQuickWindow::frameSwapped, &loop, &QEventLoop::quit,
                         Qt::QueuedConnection);
        QTimer::singleShot(500, &loop, &QEventLoop::quit);
        window.update();
        loop.exec();
        QCoreApplication::processEvents();
    }
}

class Round {
public:
    Round(Workspace& workspace, AppShell& shell, QQuickWindow& window, QDir folder)
        : m_workspace(workspace), m_shell(shell), m_window(window), m_folder(std::move(folder)) {}

    int faults() const { return m_faults; }
    int screens() const { return m_screens; }

    void openAll(const Looks& looks) {
        m_looks = looks;
        m_window.resize(looks.size);
        m_shell.setPalette(looks.palette);
        m_shell.setTextPercent(looks.textPercent);
        m_shell.setPanel({});
        m_shell.setSpace({});
        look("shell-choice");
        for (const QString& key : AppShell::spaceKeys()) {
            m_shell.setSpace(key);
            Space& space = *m_shell.current();
            for (const QString& screen : space.screens()) {
                space.openScreen(screen);
                waitUntil([&] { return space.isSettled(); });
                look(key + QLatin1Char('-') + screen);
            }
        }
        for (const char* panel : {"menu", "send", "enrol"}) {
            m_shell.setPanel(QString::fromLatin1(panel));
            look(QStringLiteral("shell-") + QLatin1String(panel));
        }
        m_shell.setPanel({});
    }

private:
    void look(const QString& screen) {
        drawFrames(m_window);
        ++m_screens;
        const QString name = QStringLiteral("%1-%2x%3-%4-%5")
                                 .arg(screen)
                                 .arg(m_looks.size.width())
                                 .arg(m_looks.size.height())
                                 .arg(m_looks.palette)
                                 .arg(m_looks.textPercent);
        QStringList faults = ScreenCheck().faultsOf(*m_window.contentItem());
        if (i18n::language() != words::Language::French) {
            faults << FrenchLeft(m_workspace).faultsOf(*m_window.contentItem());
        }
        faults << warnings();
        warnings().clear();
        if (!m_window.grabWindow().save(m_folder.filePath(name + QStringLiteral(".png")))) {
            faults << QStringLiteral("its picture could not be saved");
        }
        for (const QString& fault : faults) {
            std::fprintf(stderr, "%s: %s\n", qUtf8Printable(name), qUtf8Printable(fault));
        }
        m_faults += static_cast<int>(faults.size());
    }

    Workspace& m_workspace;
    AppShell& m_shell;
    QQuickWindow& m_window;
    QDir m_folder;
    Looks m_looks;
    int m_faults = 0;
    int m_screens = 0;
};

} // namespace

void watchForWarnings() {
    previousHandler = qInstallMessageHandler(keepWarning);
}

int runSelfTest(Workspace& workspace, AppShell& shell, QQuickWindow& window, const LaunchOptions& options) {
    // Controls only take an accessible name from their text while somebody listens.
    QAccessible::setActive(true);
    QDir folder(options.selfTestFolder);
    if (!folder.mkpath(QStringLiteral("."))) {
        std::fprintf(stderr, "cannot write in %s\n", qUtf8Printable(folder.path()));
        return 1;
    }
    Round round(workspace, shell, window, folder);
    const bool isReady = waitUntil([&] { return !shell.isPreparing(); });
    if (!isReady || !shell.preparingError().isEmpty() || !shell.errorText().isEmpty()) {
        std::fprintf(stderr, "no programme to show: %s\n",
                     qUtf8Printable(shell.errorText() + shell.preparingError()));
        return 1;
    }
    for (const Looks& looks : looksToTry(options)) {
        round.openAll(looks);
    }
    std::printf("self-test: %d screens, %d faults\n", round.screens(), round.faults());
    return round.faults() == 0 ? 0 : 1;
}

} // namespace medicobus::app
