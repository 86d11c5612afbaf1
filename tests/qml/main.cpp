// SPDX-License-Identifier: EUPL-1.2
#include "app/app_fixture.h"
#include "app_shell.h"
#include "base/file.h"
#include "first_plan.h"
#include "i18n/tell_again.h"
#include "qml/todo_scene.h"
#include "self_test/french_left.h"
#include "self_test/screen_check.h"
#include "tests/core/vault/vault_fixture.h"

#include <QGuiApplication>
#include <QQmlEngine>
#include <QQuickItem>
#include <QtQuickTest/quicktest.h>

#include <filesystem>
#include <memory>
#include <vector>

namespace medicobus::app {

/// Hands test files a shell on a store of its own.
class Stage : public QObject {
    Q_OBJECT

public:
    /// A shell on the small programme, or on an empty store. It lives as long as the stage, since what a test
    /// has opened on it goes only after the test.
    Q_INVOKABLE QObject* makeShell(bool isPublished) { return makeShellAt(isPublished, "2027-03-01T08:00"); }
    /// The same at another hour.
    Q_INVOKABLE QObject* makeShellAt(bool isPublished, const QString& now) {
        auto& set = *m_sets.emplace_back(std::make_unique<Set>(now.toStdString()));
        if (isPublished && !set.workspace.publish(smallProgramme())) {
            qFatal("the small programme cannot be published");
        }
        QQmlEngine::setObjectOwnership(&set.shell, QQmlEngine::CppOwnership);
        retranslateWith(set.workspace, *qmlEngine(this));
        return &set.shell;
    }

    /// A shell whose device is locked: Marie opens it by 4072 and, when there are two, Paul by 9318.
    Q_INVOKABLE QObject* makeLockedShell(int people) {
        QObject* shell = makeShellAt(true, "2027-03-02T08:00");
        auto& set = *m_sets.back();
        set.workspace.useVault(set.device.doors(), set.device.options);
        if (people > 0 && !set.workspace.makeVault(vault::Device::marie())) {
            qFatal("no vault");
        }
        if (people > 1 && !set.workspace.vault()->addUser(vault::Device::paul())) {
            qFatal("no second person");
        }
        set.workspace.lock();
        return shell;
    }
    /// The keychain of the last shell forgets what it held.
    Q_INVOKABLE void loseKeychain() { m_sets.back()->device.keychain.secrets.clear(); }
    /// Nobody touches the last shell for so long.
    Q_INVOKABLE void wait(int seconds) { m_sets.back()->device.clock.step(std::chrono::seconds(seconds)); }

    /// The same, laid out for real on the last shell, which must be open.
    Q_INVOKABLE void layOutTodo() {
        auto& set = *m_sets.back();
        TodoScene(set.workspace, set.folder.path().toStdString()).layOut();
    }
    /// What the printer of the last shell was given, since it was asked for the first time.
    Q_INVOKABLE int printedPages() {
        auto& set = *m_sets.back();
        if (!set.workspace.printer()) {
            set.workspace.usePrinter([this](const QByteArray& pdf, const QString&, Workspace::Printed done) {
                m_printed += pdf.startsWith("%PDF") ? 1 : 0;
                done({});
            });
        }
        return m_printed;
    }

    /// So many come to the first stop of the last shell without appointment.
    Q_INVOKABLE void addWalkIns(int count) {
        auto& workspace = m_sets.back()->workspace;
        const plan::OccurrenceId passage{{"s1"}, *parseLocal("2027-03-02T09:00")};
        for (int i = 0; i < count; ++i) {
            const auto who = workspace.desk()->registerPatient(
                {"Imaginaire", "Personne " + std::to_string(i), *parseDate("1951-03-12"), "", ""});
            if (!who || !workspace.desk()->walkIn(passage, *who, clinic::ReasonGroup::Skin)) {
                qFatal("nobody comes");
            }
        }
        workspace.noteChange();
    }

    /// Links of the last shell are taken down instead of opened.
    Q_INVOKABLE void takeLinks() {
        m_opened.clear();
        m_sets.back()->workspace.useLinks([this](const QUrl& link) {
            m_opened << link.toString(QUrl::FullyEncoded);
            return true;
        });
    }
    Q_INVOKABLE QStringList opened() const { return m_opened; }

    /// One thing to settle of each kind, on the crew's list of the last shell.
    Q_INVOKABLE void fillTodo() {
        const auto choice = [](const char* value, const char* label, const char* note) {
            return QVariantMap{{"value", value}, {"label", label}, {"note", note}};
        };
        using Kind = TodoRow::Kind;
        const QVariantList places{choice("a|1", "Mardi 9 mars à 9 h 20", "Saint-Germain-de-la-Coudre"),
                                  choice("a|2", "Mardi 9 mars à 9 h 40", "Saint-Germain-de-la-Coudre"),
                                  choice("b|0", "Mardi 16 mars à 9 h", "Saint-Germain-de-la-Coudre")};
        const QVariantList values{choice("1", "02 61 91 00 01", "affichée pour l’instant"),
                                  choice("2", "02 61 91 00 02", "")};
        const QVariantList edits{
            choice("", "Déplacement d’un passage · verglas", "le vôtre, hier à 9 h 40"),
            choice("", "Annulation d’un passage · panne du bus", "l’autre, hier à 9 h 38")};
        m_sets.back()->shell.crew()->todo()->rows()->show(
            {{Kind::Replace, "replace:1", "À replacer et à prévenir",
              "Marie-Antoinette Imaginaire-de-la-Coudre",
              "Annoncé : Saint-Germain-de-la-Coudre, mardi 2 mars à 9 h 20. Deux personnes ont pris cette "
              "place.",
              "Une touche donne la place.", "02 61 91 00 01", places, true, false, false},
             {Kind::Field, "field:1:phone", "Deux réponses pour une même personne",
              "Octave Inventé : téléphone", "Deux appareils ont écrit une valeur différente.",
              "Choisissez la bonne.", "", values, false, false, false},
             {Kind::Plan, "rejected:2", "Programme", "Déplacement d’un passage",
              "Quelqu’un d’autre est passé avant.", "Comparez les deux.", "", edits, false, true, true},
             {Kind::Rejected,
              "rejected:3",
              "Refusé par le serveur",
              "Consultation enregistrée",
              "Cet appareil n’a pas le droit de faire ce changement.",
              "Demandez-le à la coordination.",
              "",
              {},
              false,
              false,
              true},
             {Kind::Confirm,
              "confirm:4",
              "À confirmer par le serveur",
              "Zoé Imprévue",
              "Demandé : mardi 9 mars.",
              "Dites « à confirmer ».",
              "",
              {},
              true,
              false,
              false}});
        Q_EMIT m_sets.back()->shell.crew()->todo()->changed();
    }

    /// What a person could not read, touch or hear of what is shown; none when all is well.
    Q_INVOKABLE QStringList faultsOf(QQuickItem* item) { return ScreenCheck().faultsOf(*item); }
    /// Shows one of the screens of a space of the last shell, with something on it.
    Q_INVOKABLE void openScreen(const QString& space, const QString& name) {
        m_sets.back()->shell.spaceOf(space)->openScreen(name);
    }
    /// The texts shown that are French, while the last shell speaks English.
    Q_INVOKABLE QStringList frenchOn(QQuickItem* item) {
        return FrenchLeft(m_sets.back()->workspace).faultsOf(*item);
    }
    /// Where to keep a picture of what a test shows; empty when nobody asked for one.
    Q_INVOKABLE QString picture(const QString& name) {
        const QString folder = qEnvironmentVariable("MEDICOBUS_PICTURES");
        return folder.isEmpty() ? QString() : folder + QLatin1Char('/') + name + QStringLiteral(".png");
    }

    /// Puts something else in place of the store of the last shell, and opens it again.
    Q_INVOKABLE void damageStore() {
        auto& set = *m_sets.back();
        const auto file = set.folder.path().toStdString() + "/medicobus.db";
        // SQLite would make the whole file again from its log.
        std::filesystem::remove(file + "-wal");
        if (!writeFile(file, std::string(8192, 'x'))) {
            qFatal("the store cannot be damaged");
        }
        set.shell.retry();
    }

private:
    struct Set {
        explicit Set(const std::string& now) : clock(*toInstant(*parseLocal(now))) {}

        QTemporaryDir folder;
        FixedClock clock;
        vault::Device device;
        Workspace workspace{folder.path().toStdString(), clock};
        bool isOpen = workspace.open();
        FirstPlan plan{workspace};
        AppShell shell{workspace, plan};
    };
    std::vector<std::unique_ptr<Set>> m_sets;
    int m_printed = 0;
    QStringList m_opened;
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
