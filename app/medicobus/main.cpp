// SPDX-License-Identifier: EUPL-1.2
#include "app_shell.h"
#include "fixed_clock.h"
#include "launch_options.h"
#include "platform/clock/system_clock.h"
#include "workspace.h"

#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QStandardPaths>

#include <cstdio>
#include <memory>

using namespace medicobus;

namespace {

std::unique_ptr<Clock> makeClock(const app::LaunchOptions& options) {
    if (options.today) {
        if (const auto instant = toInstant(*options.today)) {
            return std::make_unique<app::FixedClock>(*instant);
        }
    }
    return std::make_unique<platform::SystemClock>();
}

std::filesystem::path dataFolder(const app::LaunchOptions& options) {
    return (options.dataFolder.isEmpty()
                ? QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
                : options.dataFolder)
        .toStdString();
}

} // namespace

int main(int argc, char* argv[]) {
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName("medicobus");
    QGuiApplication::setApplicationDisplayName("Médicobus");
    QGuiApplication::setApplicationVersion(MEDICOBUS_VERSION);
    QQuickStyle::setStyle("Basic");

    QString problem;
    const auto options = app::readLaunchOptions(QGuiApplication::arguments(), problem);
    if (!options) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(problem));
        return 2;
    }

    const auto clock = makeClock(*options);
    app::Workspace workspace(dataFolder(*options), *clock);
    workspace.open();
    app::AppShell shell(workspace);
    if (!options->space.isEmpty()) {
        shell.setSpace(options->space);
    }
    if (!options->palette.isEmpty()) {
        shell.setPalette(options->palette);
    }
    if (options->textPercent) {
        shell.setTextPercent(*options->textPercent);
    }

    QQmlApplicationEngine engine;
    engine.addImportPath("qrc:/qt/qml");
    engine.setInitialProperties({{"shell", QVariant::fromValue(&shell)}});
    engine.load(QUrl("qrc:/qt/qml/Medicobus/Shell/Main.qml"));
    if (engine.rootObjects().isEmpty()) {
        return 1;
    }
    if (auto* window = qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst()); window && options->size) {
        window->resize(*options->size);
    }
    return QGuiApplication::exec();
}
