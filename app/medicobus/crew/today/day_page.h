// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/day.h"
#include "crew/position/tour_position.h"
#include "crew/today/timeline_model.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace medicobus::app {

class Feedback;
class Workspace;

/// The day of one bus: its timeline, and the one thing to do next.
class DayPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the crew's space")
    Q_PROPERTY(medicobus::app::TimelineModel* timeline READ timeline CONSTANT)
    Q_PROPERTY(medicobus::app::TourPosition* position READ position CONSTANT)
    Q_PROPERTY(bool hasProgramme READ hasProgramme NOTIFY changed)
    Q_PROPERTY(bool hasTour READ hasTour NOTIFY changed)
    Q_PROPERTY(bool isToday READ isToday NOTIFY changed)
    Q_PROPERTY(QString lateText READ lateText NOTIFY changed)
    Q_PROPERTY(QVariantList buses READ buses NOTIFY busesChanged)
    Q_PROPERTY(QString bus READ bus WRITE setBus NOTIFY changed)
    Q_PROPERTY(QString confirmText READ confirmText NOTIFY changed)
    Q_PROPERTY(QString openText READ openText NOTIFY changed)
    Q_PROPERTY(QString goText READ goText NOTIFY changed)
    Q_PROPERTY(QString closeText READ closeText NOTIFY changed)
    Q_PROPERTY(QString doneText READ doneText NOTIFY changed)
    Q_PROPERTY(QString nextTourText READ nextTourText NOTIFY changed)

public:
    DayPage(Workspace& workspace, Feedback& feedback, QObject* parent = nullptr);

    TimelineModel* timeline() { return &m_timeline; }
    TourPosition* position() { return &m_position; }
    bool hasProgramme() const { return m_hasProgramme; }
    /// False when the bus stays at the depot.
    bool hasTour() const { return !m_day.entries.empty(); }
    bool isToday() const;
    Date date() const;
    /// "Mardi 2 mars"
    QString title() const;
    /// "Bus 1 · aujourd’hui"
    QString note() const;
    /// "Retard 10 min"; empty when on time.
    QString lateText() const;
    /// A list of { value, label }; empty when there is one bus.
    QVariantList buses() const;
    QString bus() const { return QString::fromStdString(m_day.bus.value); }
    /// Kept on this device.
    void setBus(const QString& bus);

    /// The moment that the crew would confirm now: "Je suis arrivé à Licques"; empty when there is none.
    QString confirmText() const;
    /// "Ouvrir la liste de Licques", while people are or will be received; empty when the tour comes first.
    QString openText() const;
    /// "Y aller", while the bus drives or is about to, and the place to reach is known.
    QString goText() const { return nextCard().isEmpty() ? QString() : tr("Y aller"); }
    /// "Clore la demi-journée", while the bus packs at a stop that nobody has closed.
    QString closeText() const;
    /// Said instead of an action once the bus is back.
    QString doneText() const;
    /// "Prochaine tournée : mardi 9 mars"; empty when there is a tour or none follows soon.
    QString nextTourText() const;
    /// The passage to look at: the one where the bus is or goes next, else the first held that day.
    std::optional<plan::OccurrenceId> stop() const;
    bool hasStop(const plan::OccurrenceId& id) const;

    Q_INVOKABLE void previousDay();
    Q_INVOKABLE void nextDay();
    Q_INVOKABLE void backToToday();
    Q_INVOKABLE void goToNextTour();
    Q_INVOKABLE void confirm();
    /// Opens the list of the passage, or of the one to look at when empty.
    Q_INVOKABLE void open(const QString& stop = {});
    /// The card of a place: a site's key, or `depotCard`.
    Q_INVOKABLE void openCard(const QString& card);
    /// The way to the next place, in the device's own navigation.
    Q_INVOKABLE void go();
    Q_INVOKABLE void close();
    void goTo(Date date);
    void refresh();

Q_SIGNALS:
    void changed();
    void busesChanged();
    void stopOpened(const medicobus::plan::OccurrenceId& id);
    void cardOpened(const QString& card);
    void wayAsked(const QString& card);
    void closingAsked(const medicobus::plan::OccurrenceId& id);

private:
    const clinic::TimelineEntry* due() const;
    const clinic::TimelineEntry* present() const;
    /// Of the place that the crew would next say to have reached; empty when that is not known.
    QString nextCard() const;
    void findNextTour();
    void record(Date date, clinic::TourEvent event, const std::optional<plan::OccurrenceId>& stop,
                std::optional<LocalTime> at);

    Workspace& m_workspace;
    Feedback& m_feedback;
    TimelineModel m_timeline;
    TourPosition m_position;
    QTimer m_minute;
    clinic::Timeline m_day;
    std::optional<Date> m_date; ///< None follows today.
    std::optional<Date> m_nextTour;
    bool m_hasProgramme = false;
    int m_busNumber = 1;
    int m_busCount = 0;
};

} // namespace medicobus::app
