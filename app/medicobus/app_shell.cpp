// SPDX-License-Identifier: EUPL-1.2
#include "app_shell.h"

#include "first_plan.h"
#include "i18n/language.h"
#include "i18n/tell_again.h"
#include "speech.h"
#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

namespace {
const QString spaceKey = QStringLiteral("shell.space");
const QString paletteKey = QStringLiteral("shell.palette");
const QString languageKey = QStringLiteral("shell.language");
const QString textKey = QStringLiteral("shell.text_percent");
const QStringList palettes{QStringLiteral("day"), QStringLiteral("night"), QStringLiteral("sunlight")};
} // namespace

AppShell::AppShell(Workspace& workspace, FirstPlan& firstPlan, LinkMaker makeLink, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_firstPlan(firstPlan),
      m_lock(workspace),
      m_team(workspace),
      m_exchange(workspace, std::move(makeLink)),
      m_send(m_exchange, workspace.clock()),
      m_enrolment(workspace, m_exchange),
      m_crewKey(workspace, m_exchange),
      m_crew(workspace),
      m_coordination(workspace, m_exchange),
      m_townHall(workspace),
      m_resident(workspace) {
    connect(&m_workspace, &Workspace::programmeChanged, this, &AppShell::territoryChanged);
    connect(&m_workspace, &Workspace::opened, this, &AppShell::errorChanged);
    connect(&m_workspace, &Workspace::opened, this, &AppShell::territoryChanged);
    connect(&m_workspace, &Workspace::refused, this, &AppShell::tellProblem);
    // What lies over the page at the lock is put away with it.
    connect(&m_workspace, &Workspace::aboutToLock, this, [this] { setPanel({}); });
    connect(&m_firstPlan, &FirstPlan::changed, this, &AppShell::preparingChanged);
    readSettings();
}

void AppShell::readSettings() {
    const QString space = m_workspace.local(spaceKey);
    m_space = spaceOf(space) ? space : QString();
    if (const QString palette = m_workspace.local(paletteKey); palettes.contains(palette)) {
        m_palette = palette;
    }
    if (const int percent = m_workspace.local(textKey).toInt(); percent >= 100 && percent <= 200) {
        m_textPercent = percent;
    }
    if (const auto chosen = i18n::fromCode(m_workspace.local(languageKey))) {
        speak(*chosen);
    }
}

Space* AppShell::spaceOf(const QString& key) {
    if (key == QLatin1String("crew")) {
        return &m_crew;
    }
    if (key == QLatin1String("coordination")) {
        return &m_coordination;
    }
    if (key == QLatin1String("mairie")) {
        return &m_townHall;
    }
    return key == QLatin1String("resident") ? &m_resident : nullptr;
}

QStringList AppShell::spaceKeys() {
    return {QStringLiteral("crew"), QStringLiteral("coordination"), QStringLiteral("mairie"),
            QStringLiteral("resident")};
}

Space* AppShell::current() {
    return spaceOf(m_space);
}

void AppShell::setSpace(const QString& key) {
    if (key == m_space || (!key.isEmpty() && !spaceOf(key))) {
        return;
    }
    m_space = key;
    m_workspace.setLocal(spaceKey, key);
    Q_EMIT spaceChanged();
}

void AppShell::setPalette(const QString& palette) {
    if (palette == m_palette || !palettes.contains(palette)) {
        return;
    }
    m_palette = palette;
    m_workspace.setLocal(paletteKey, palette);
    Q_EMIT looksChanged();
}

void AppShell::setTextPercent(int percent) {
    const int bounded = std::clamp(percent, 100, 200);
    if (bounded == m_textPercent) {
        return;
    }
    m_textPercent = bounded;
    m_workspace.setLocal(textKey, QString::number(bounded));
    Q_EMIT looksChanged();
}

QString AppShell::language() const {
    return i18n::codeOf(i18n::language());
}

void AppShell::setLanguage(const QString& code) {
    if (const auto language = i18n::fromCode(code)) {
        m_workspace.setLocal(languageKey, code);
        speak(*language);
    }
}

void AppShell::speak(words::Language language) {
    if (i18n::speak(language)) {
        m_workspace.noteLanguage();
        tellAgain(*this);
    }
}

QString AppShell::territoryText() const {
    const auto programme = m_workspace.programme();
    const bool isReal = programme && !programme->isFictional;
    return isReal ? QString() : tr("Admidep — territoire fictif");
}

QString AppShell::errorText() const {
    const auto& error = m_workspace.storeError();
    return error ? speech::whatHappened(*error) : QString();
}

QString AppShell::errorRemedy() const {
    const auto& error = m_workspace.storeError();
    return error ? speech::whatToDo(*error) : QString();
}

QString AppShell::errorSafe() const {
    return m_workspace.storeError()
               ? tr("Ce qui était enregistré n’a été ni effacé ni modifié. Fichier : %1")
                     .arg(QString::fromStdString((m_workspace.folder() / "medicobus.db").string()))
               : QString();
}

void AppShell::tellProblem(const Error& error) {
    m_problem = speech::whatHappened(error) + QLatin1Char(' ') + speech::whatToDo(error);
    Q_EMIT problemChanged();
}

void AppShell::putProblemAway() {
    m_problem.clear();
    Q_EMIT problemChanged();
}

bool AppShell::isPreparing() const {
    return m_firstPlan.isRunning();
}

double AppShell::preparingProgress() const {
    return m_firstPlan.progress();
}

QString AppShell::preparingError() const {
    const auto& error = m_firstPlan.error();
    return error ? speech::whatHappened(*error) + QLatin1Char(' ') + speech::whatToDo(*error) : QString();
}

void AppShell::setPanel(const QString& panel) {
    if (panel == m_panel) {
        return;
    }
    m_panel = panel;
    // Nothing half typed is there when it is opened again.
    m_team.reset();
    Q_EMIT panelChanged();
}

bool AppShell::goBack() {
    if (m_panel == QLatin1String("team") && m_team.goBack()) {
        return true;
    }
    if (!m_panel.isEmpty()) {
        setPanel({});
        return true;
    }
    Space* space = current();
    return space && space->goBack();
}

void AppShell::retry() {
    if (m_workspace.open()) {
        readSettings();
        Q_EMIT spaceChanged();
        Q_EMIT looksChanged();
        m_firstPlan.start();
    }
}

} // namespace medicobus::app
