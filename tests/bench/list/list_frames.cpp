// SPDX-License-Identifier: EUPL-1.2
// Scrolls the crew's own list of 60 appointments up and down, and prints what each frame took.
#include "app_shell.h"
#include "first_plan.h"
#include "tests/app/app_fixture.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickStyle>
#include <QQuickWindow>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <set>
#include <vector>

using namespace medicobus;

namespace {

constexpr int people = 60;
constexpr int frames = 900;
constexpr double step = 24; ///< Pixels a frame: a quick flick, 1440 a second.
constexpr double budget = 1000.0 / 60;

/// Sixty fictional persons at one half-day, some received, with flags as on any day.
void fill(app::Workspace& workspace, const plan::OccurrenceId& passage) {
    using clinic::AppointmentEvent;
    for (int i = 0; i < people; ++i) {
        const auto who =
            workspace.desk()->registerPatient({"Imaginaire-de-la-Coudre", "Personne " + std::to_string(i),
                                               *parseDate("1951-03-12"), "+33261910001", ""});
        const auto booked = workspace.desk()->book(
            {passage, i, who.value(), clinic::ReasonGroup::Skin, {i % 2 == 0, i % 3 == 0}});
        if (booked && i < people / 3) {
            static_cast<void>(workspace.desk()->mark(booked->appointment, AppointmentEvent::See));
        }
    }
    workspace.noteChange();
}

QQuickItem* find(QQuickItem* from, const QString& name) {
    if (from->objectName() == name) {
        return from;
    }
    for (QQuickItem* each : from->childItems()) {
        if (QQuickItem* found = find(each, name)) {
            return found;
        }
    }
    return nullptr;
}

void drawOne(QQuickWindow& window) {
    QEventLoop loop;
    QObject::connect(&window, &QQuickWindow::frameSwapped, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    QTimer::singleShot(1000, &loop, &QEventLoop::quit);
    window.update();
    loop.exec();
}

/// What the thread of the screens has computed so far, in milliseconds: other programs do not count.
double computed() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

struct Run {
    std::vector<double> times;  ///< Milliseconds from one frame to the next.
    std::vector<double> worked; ///< Of these, computed by the thread of the screens.
    std::size_t rowsMade = 0;
};

Run scroll(QQuickWindow& window, QQuickItem& list) {
    Run run;
    std::set<QObject*> seen;
    QElapsedTimer clock;
    double way = step;
    for (int frame = 0; frame < frames; ++frame) {
        const double last =
            list.property("originY").toDouble() + list.property("contentHeight").toDouble() - list.height();
        const double y = list.property("contentY").toDouble();
        way = y + way > last ? -step : y + way < list.property("originY").toDouble() ? step : way;
        clock.start();
        const double before = computed();
        list.setProperty("contentY", y + way);
        drawOne(window);
        run.worked.push_back(computed() - before);
        run.times.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
        for (QQuickItem* each : list.property("contentItem").value<QQuickItem*>()->childItems()) {
            seen.insert(each);
        }
    }
    run.rowsMade = seen.size();
    std::sort(run.times.begin(), run.times.end());
    std::sort(run.worked.begin(), run.worked.end());
    return run;
}

double share(const std::vector<double>& sorted, double part) {
    return sorted[static_cast<std::size_t>(part * static_cast<double>(sorted.size() - 1))];
}

} // namespace

int main(int argc, char* argv[]) {
    QGuiApplication application(argc, argv);
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    const QTemporaryDir folder;
    const app::FixedClock clock(*toInstant(*parseLocal("2027-03-02T10:00")));
    app::Workspace workspace(folder.path().toStdString(), clock);
    plan::Programme programme = app::smallProgramme();
    programme.slot = std::chrono::minutes(3);
    if (!workspace.open() || !workspace.publish(programme)) {
        std::fprintf(stderr, "no store\n");
        return 1;
    }
    app::FirstPlan plan(workspace);
    app::AppShell shell(workspace, plan);
    const plan::OccurrenceId passage{{"s1"}, *parseLocal("2027-03-02T09:00")};
    fill(workspace, passage);
    QQmlApplicationEngine engine;
    engine.addImportPath(QStringLiteral("qrc:/qt/qml"));
    engine.setInitialProperties({{"shell", QVariant::fromValue(&shell)}});
    engine.load(QUrl(QStringLiteral("qrc:/qt/qml/Medicobus/Shell/Main.qml")));
    auto* window =
        engine.rootObjects().isEmpty() ? nullptr : qobject_cast<QQuickWindow*>(engine.rootObjects().front());
    if (!window) {
        return 1;
    }
    shell.setSpace(QStringLiteral("crew"));
    shell.crew()->day()->open(QString::fromStdString(passage.text()));
    for (const QSize& size : {QSize(390, 844), QSize(1280, 800)}) {
        window->resize(size);
        for (int i = 0; i < 20; ++i) {
            drawOne(*window);
        }
        QQuickItem* list = find(window->contentItem(), QStringLiteral("people"));
        if (!list) {
            std::fprintf(stderr, "no list\n");
            return 1;
        }
        scroll(*window, *list);
        const Run run = scroll(*window, *list);
        const auto tell = [](const char* what, const std::vector<double>& sorted) {
            const auto late =
                std::count_if(sorted.begin(), sorted.end(), [](double each) { return each > budget; });
            std::printf("  %s: median %.1f, p95 %.1f, p99 %.1f, worst %.1f; over 16.7: %d\n", what,
                        share(sorted, 0.5), share(sorted, 0.95), share(sorted, 0.99), sorted.back(),
                        static_cast<int>(late));
        };
        std::printf("%dx%d, %d people, %d frames, ms a frame; rows made: %zu\n", size.width(), size.height(),
                    people, frames, run.rowsMade);
        tell("from frame to frame", run.times);
        tell("computed by the thread of the screens", run.worked);
    }
    return 0;
}
