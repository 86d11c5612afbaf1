// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "coordination/coordination_space.h"
#include "crew/crew_space.h"
#include "exchange/crew_key_page.h"
#include "exchange/enrolment_page.h"
#include "exchange/exchange_run.h"
#include "exchange/send_page.h"
#include "lock/lock_page.h"
#include "lock/team_page.h"
#include "mairie/town_hall_space.h"
#include "resident/resident_space.h"
#include "words/language.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

class FirstPlan;
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
    Q_PROPERTY(medicobus::app::LockPage* lock READ lock CONSTANT)
    Q_PROPERTY(medicobus::app::TeamPage* team READ team CONSTANT)
    Q_PROPERTY(medicobus::app::SendPage* send READ send CONSTANT)
    Q_PROPERTY(medicobus::app::EnrolmentPage* enrolment READ enrolment CONSTANT)
    Q_PROPERTY(medicobus::app::CrewKeyPage* crewKey READ crewKey CONSTANT)
    Q_PROPERTY(QString panel READ panel WRITE setPanel NOTIFY panelChanged)
    Q_PROPERTY(QString palette READ palette WRITE setPalette NOTIFY looksChanged)
    Q_PROPERTY(int textPercent READ textPercent WRITE setTextPercent NOTIFY looksChanged)
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(QString territoryText READ territoryText NOTIFY territoryChanged)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorChanged)
    Q_PROPERTY(QString errorRemedy READ errorRemedy NOTIFY errorChanged)
    Q_PROPERTY(QString errorSafe READ errorSafe NOTIFY errorChanged)
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(bool isPreparing READ isPreparing NOTIFY preparingChanged)
    Q_PROPERTY(double preparingProgress READ preparingProgress NOTIFY preparingChanged)
    Q_PROPERTY(QString preparingError READ preparingError NOTIFY preparingChanged)

public:
    /// Without a maker of links this device works alone.
    AppShell(Workspace& workspace, FirstPlan& firstPlan, LinkMaker makeLink = {}, QObject* parent = nullptr);

    /// "crew", "coordination", "mairie", "resident", or empty while none is chosen.
    QString space() const { return m_space; }
    void setSpace(const QString& key);
    Space* current();
    CrewSpace* crew() { return &m_crew; }
    CoordinationSpace* coordination() { return &m_coordination; }
    TownHallSpace* townHall() { return &m_townHall; }
    ResidentSpace* resident() { return &m_resident; }
    LockPage* lock() { return &m_lock; }
    TeamPage* team() { return &m_team; }
    SendPage* send() { return &m_send; }
    EnrolmentPage* enrolment() { return &m_enrolment; }
    CrewKeyPage* crewKey() { return &m_crewKey; }
    Space* spaceOf(const QString& key);
    static QStringList spaceKeys();

    /// The sheet open over the page: "menu", "send", "enrol", "unlock", "team" (who may open this
    /// device), "devices" (those that ask to come), "crewkey" (the figures that town halls compare), or none.
    QString panel() const { return m_panel; }
    void setPanel(const QString& panel);

    /// "day", "night" or "sunlight".
    QString palette() const { return m_palette; }
    void setPalette(const QString& palette);
    /// From 100 to 200.
    int textPercent() const { return m_textPercent; }
    void setTextPercent(int percent);

    /// "fr" or "en": the one chosen on this device, else the system's.
    QString language() const;
    void setLanguage(const QString& code);

    QString territoryText() const;
    /// What keeps the store from working, in a sentence; empty when all is well.
    QString errorText() const;
    QString errorRemedy() const;
    QString errorSafe() const;
    /// Something small that could not be stored, until it is put away; empty when there is none.
    QString problem() const { return m_problem; }
    Q_INVOKABLE void putProblemAway();
    /// While the first plan of a new device is being made, and how far that is, from 0 to 1.
    bool isPreparing() const;
    double preparingProgress() const;
    QString preparingError() const;

    /// Closes the open sheet, else goes one step back in the space. False when there is nowhere to go.
    Q_INVOKABLE bool goBack();
    /// Opens the store again after a failure.
    Q_INVOKABLE void retry();

Q_SIGNALS:
    void spaceChanged();
    void panelChanged();
    void looksChanged();
    void languageChanged();
    void territoryChanged();
    void errorChanged();
    void problemChanged();
    void preparingChanged();

private:
    void readSettings();
    void speak(words::Language language);
    void tellProblem(const Error& error);

    Workspace& m_workspace;
    FirstPlan& m_firstPlan;
    LockPage m_lock;
    TeamPage m_team;
    ExchangeRun m_exchange;
    SendPage m_send;
    EnrolmentPage m_enrolment;
    CrewKeyPage m_crewKey;
    CrewSpace m_crew;
    CoordinationSpace m_coordination;
    TownHallSpace m_townHall;
    ResidentSpace m_resident;
    QString m_space;
    QString m_panel;
    QString m_problem;
    QString m_palette = QStringLiteral("day");
    int m_textPercent = 100;
};

} // namespace medicobus::app
