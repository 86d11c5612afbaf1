// SPDX-License-Identifier: EUPL-1.2
#include "app_shell.h"

#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

namespace {
const QString spaceKey = QStringLiteral("shell.space");
const QString paletteKey = QStringLiteral("shell.palette");
const QString textKey = QStringLiteral("shell.text_percent");
const QStringList palettes{QStringLiteral("day"), QStringLiteral("night"), QStringLiteral("sunlight")};
} // namespace

AppShell::AppShell(Workspace& workspace, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_crew(workspace),
      m_coordination(workspace),
      m_townHall(workspace),
      m_resident(workspace) {
    connect(&m_workspace, &Workspace::recordChanged, this, &AppShell::syncChanged);
    connect(&m_workspace, &Workspace::programmeChanged, this, &AppShell::syncChanged);
    connect(&m_workspace, &Workspace::opened, this, &AppShell::errorChanged);
    connect(&m_workspace, &Workspace::opened, this, &AppShell::syncChanged);
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

Space* AppShell::current() { return spaceOf(m_space); }

void AppShell::setSpace(const QString& key) {
    if (key == m_space || (!key.isEmpty() && !spaceOf(key))) {
        return;
    }
    m_space = key;
    if (!m_isHeld) {
        m_workspace.setLocal(spaceKey, key);
    }
    Q_EMIT spaceChanged();
}

void AppShell::setPalette(const QString& palette) {
    if (palette == m_palette || !palettes.contains(palette)) {
        return;
    }
    m_palette = palette;
    if (!m_isHeld) {
        m_workspace.setLocal(paletteKey, palette);
    }
    Q_EMIT looksChanged();
}

void AppShell::setTextPercent(int percent) {
    const int bounded = std::clamp(percent, 100, 200);
    if (bounded == m_textPercent) {
        return;
    }
    m_textPercent = bounded;
    if (!m_isHeld) {
        m_workspace.setLocal(textKey, QString::number(bounded));
    }
    Q_EMIT looksChanged();
}

QString AppShell::territoryText() const {
    const auto programme = m_workspace.programme();
    const bool isReal = programme && !programme->isFictional;
    return isReal ? QString() : tr("Admidep — territoire fictif");
}

QString AppShell::syncText() const {
    const auto waiting = m_workspace.waiting();
    return waiting == 0 ? tr("Hors ligne") : tr("%L1 à envoyer").arg(waiting);
}

QString AppShell::syncDetail() const {
    const auto waiting = m_workspace.waiting();
    if (waiting == 0) {
        return tr("Rien n’attend d’être envoyé. Aucun serveur n’est relié à cet appareil.");
    }
    return tr("%L1 changements sont gardés sur cet appareil et seront envoyés dès qu’un serveur y sera relié.")
        .arg(waiting);
}

QString AppShell::errorText() const {
    const auto& error = m_workspace.storeError();
    return error ? QString::fromUtf8(error->code().name.data(), static_cast<int>(error->code().name.size()))
                 : QString();
}

QString AppShell::errorSafe() const {
    return m_workspace.storeError() ? tr("Rien n’a été effacé : le fichier est resté tel qu’il était.") : QString();
}

bool AppShell::goBack() {
    if (Space* space = current(); space && space->goBack()) {
        return true;
    }
    return false;
}

void AppShell::retry() {
    if (m_workspace.open()) {
        readSettings();
        Q_EMIT spaceChanged();
        Q_EMIT looksChanged();
    }
}

} // namespace medicobus::app
