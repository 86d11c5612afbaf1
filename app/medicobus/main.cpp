// SPDX-License-Identifier: EUPL-1.2
#include "app_shell.h"
#include "first_plan.h"
#include "fixed_clock.h"
#include "i18n/language.h"
#include "i18n/tell_again.h"
#include "launch_options.h"
#include "lock/forget_on_lock.h"
#include "lock/idle_watch.h"
#include "lock/workspace_wraps.h"
#include "platform/clock/system_boot_clock.h"
#include "platform/clock/system_clock.h"
#include "platform/keychain/system_keychain.h"
#include "platform/network/curl_hub_link.h"
#include "platform/positioning/system_positions.h"
#include "platform/printing/system_printer.h"
#include "self_test/self_test.h"
#include "vault/memory.h"
#include "workspace.h"

#include <QDesktopServices>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QStandardPaths>
#include <QTemporaryDir>

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

std::filesystem::path dataFolder(const app::LaunchOptions& options, const QTemporaryDir& scratch) {
    if (!options.dataFolder.isEmpty()) {
        return options.dataFolder.toStdString();
    }
    return (options.isSelfTest() ? scratch.path()
                                 : QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .toStdString();
}

std::unique_ptr<sync::HubLink> linkTo(const app::Membership& hub) {
    return std::make_unique<CurlHubLink>(hub.hub, hub.tlsKey);
}

void applyOptions(app::AppShell& shell, const app::LaunchOptions& options) {
    if (!options.space.isEmpty()) {
        shell.setSpace(options.space);
    }
    if (!options.palette.isEmpty()) {
        shell.setPalette(options.palette);
    }
    if (!options.language.isEmpty()) {
        shell.setLanguage(options.language);
    }
    if (options.textPercent) {
        shell.setTextPercent(*options.textPercent);
    }
}

} // namespace

int main(int argc, char* argv[]) {
    const bool isDumpForbidden = vault::forbidCoreDumps();
    QGuiApplication application(argc, argv);
    QGuiApplication::setApplicationName("medicobus");
    QGuiApplication::setApplicationDisplayName("Médicobus");
    QGuiApplication::setApplicationVersion(MEDICOBUS_VERSION);
    QQuickStyle::setStyle("Basic");

    app::i18n::speak(app::i18n::languageOfSystem());
    QString problem;
    const auto options = app::readLaunchOptions(QGuiApplication::arguments(), problem);
    if (!options) {
        std::fprintf(stderr, "%s\n", qUtf8Printable(problem));
        return 2;
    }

    if (!isDumpForbidden) {
        std::fprintf(stderr, "this system may write the memory of this program to a file\n");
    }
    const auto clock = makeClock(*options);
    const QTemporaryDir scratch;
    platform::SystemKeychain keychain("medicobus");
    const platform::SystemBootClock bootClock;
    platform::SystemPositions positions(platform::SystemPositions::systemOrRecorded(options->nmeaFile));
    app::Workspace workspace(dataFolder(*options, scratch), *clock);
    workspace.usePositions(&positions);
    app::WorkspaceWraps wraps(workspace);
    workspace.usePrinter([](const QByteArray& pdf, const QString& title, app::Workspace::Printed done) {
        platform::SystemPrinter().print(pdf, title, std::move(done));
    });
    workspace.useLinks([](const QUrl& link) { return QDesktopServices::openUrl(link); });
    // The demonstration opens by itself; a store for real persons has its keys in the system's keychain.
    QObject::connect(&workspace, &app::Workspace::opened, [&] {
        if (workspace.desk() && workspace.isReal()) {
            workspace.useVault({keychain, wraps, bootClock});
        }
    });
    workspace.open();
    app::FirstPlan firstPlan(workspace);
    app::AppShell shell(workspace, firstPlan, linkTo);
    const app::IdleWatch idle(workspace, application);
    applyOptions(shell, *options);

    if (options->isSelfTest()) {
        app::watchForWarnings();
    }
    QQmlApplicationEngine engine;
    engine.addImportPath("qrc:/qt/qml");
    app::forgetOnLock(workspace, engine);
    app::retranslateWith(workspace, engine);
    engine.setInitialProperties({{"shell", QVariant::fromValue(&shell)}});
    engine.load(QUrl("qrc:/qt/qml/Medicobus/Shell/Main.qml"));
    auto* window = engine.rootObjects().isEmpty()
                       ? nullptr
                       : qobject_cast<QQuickWindow*>(engine.rootObjects().constFirst());
    if (!window) {
        return 1;
    }
    if (options->size) {
        window->resize(*options->size);
    }
    // Only once the window is there: the first screen must not wait for a plan.
    firstPlan.start();
    return options->isSelfTest() ? app::runSelfTest(workspace, shell, *window, *options)
                                 : QGuiApplication::exec();
}
