// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "coordination/coordination_space.h"
#include "crew/crew_space.h"
#include "mairie/town_hall_space.h"
#include "resident/resident_space.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

class Workspace;

/// The frame round the four spaces: which one is open, how it looks, what waits to be sent, and what keeps
/// the store from opening.
class AppShell : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")
    Q_PROPERTY(QString space READ space WRITE setSpace NOTIFY spaceChanged)
    Q_PROPERTY(medicobus::app::Space* current READ current NOTIFY spaceChanged)
    Q_PROPERTY(medicobus::app::CrewSpace* crew READ crew CONSTANT)
    Q_PROPERTY(medicobus::app::CoordinationSpace* coordination READ coordination CONSTANT)
    Q_PROPERTY(medicobus::app::TownHallSpace* townHall READ townHall CONSTANT)
    Q_PROPERTY(medicobus::app::ResidentSpace* resident READ resident CONSTANT)
    Q_PROPERTY(QString palette READ palette WRITE setPalette NOTIFY looksChanged)
    Q_PROPERTY(int textPercent READ textPercent WRITE setTextPercent NOTIFY looksChanged)
    Q_PROPERTY(QString territoryText READ territoryText NOTIFY syncChanged)
    Q_PROPERTY(QString syncText READ syncText NOTIFY syncChanged)
    Q_PROPERTY(QString syncDetail READ syncDetail NOTIFY syncChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorChanged)
    Q_PROPERTY(QString errorSafe READ errorSafe NOTIFY errorChanged)

public:
    explicit AppShell(Workspace& workspace, QObject* parent = nullptr);

    /// "crew", "coordination", "mairie", "resident", or empty while none is chosen.
    QString space() const { return m_space; }
    void setSpace(const QString& key);
    Space* current();
    CrewSpace* crew() { return &m_crew; }
    CoordinationSpace* coordination() { return &m_coordination; }
    TownHallSpace* townHall() { return &m_townHall; }
    ResidentSpace* resident() { return &m_resident; }
    Space* spaceOf(const QString& key);

    /// "day", "night" or "sunlight".
    QString palette() const { return m_palette; }
    void setPalette(const QString& palette);
    /// From 100 to 200.
    int textPercent() const { return m_textPercent; }
    void setTextPercent(int percent);

    QString territoryText() const;
    QString syncText() const;
    QString syncDetail() const;
    /// What keeps the store from working, in a sentence; empty when all is well.
    QString errorText() const;
    QString errorSafe() const;

    /// Keeps what is chosen now from being stored, for a run that only shows.
    void holdSettings() { m_isHeld = true; }

    Q_INVOKABLE bool goBack();
    Q_INVOKABLE void retry();

Q_SIGNALS:
    void spaceChanged();
    void looksChanged();
    void syncChanged();
    void errorChanged();

private:
    void readSettings();

    Workspace& m_workspace;
    CrewSpace m_crew;
    CoordinationSpace m_coordination;
    TownHallSpace m_townHall;
    ResidentSpace m_resident;
    QString m_space;
    QString m_palette = QStringLiteral("day");
    int m_textPercent = 100;
    bool m_isHeld = false;
};

} // namespace medicobus::app
