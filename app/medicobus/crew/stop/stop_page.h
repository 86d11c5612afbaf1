// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/day.h"
#include "crew/stop/stop_model.h"

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace medicobus::app {

class Feedback;
class Workspace;

/// The list of one half-day, and what can be said of each person on it.
class StopPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the crew's space")
    Q_PROPERTY(medicobus::app::StopModel* people READ people CONSTANT)
    Q_PROPERTY(bool hasStop READ hasStop NOTIFY changed)
    Q_PROPERTY(QString title READ title NOTIFY changed)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QString countsText READ countsText NOTIFY changed)
    Q_PROPERTY(QString lateText READ lateText NOTIFY changed)
    Q_PROPERTY(QString warning READ warning NOTIFY changed)
    Q_PROPERTY(QString closedText READ closedText NOTIFY changed)
    Q_PROPERTY(bool isClosable READ isClosable NOTIFY changed)
    Q_PROPERTY(bool isCancelled READ isCancelled NOTIFY changed)

public:
    StopPage(Workspace& workspace, Feedback& feedback, QObject* parent = nullptr);

    StopModel* people() { return &m_people; }
    std::optional<plan::OccurrenceId> stop() const { return m_stop; }
    /// None shows nothing.
    void setStop(const std::optional<plan::OccurrenceId>& stop);
    bool hasStop() const { return m_list.has_value(); }
    /// "Licques, salle communale"
    QString title() const;
    /// "mardi 2 mars, de 9 h à 12 h"
    QString note() const;
    QString countsText() const;
    /// What those who wait can be told: "Retard 10 min"; empty when on time.
    QString lateText() const;
    /// Why this passage is not certain, or does not take place; else empty.
    QString warning() const;
    bool isCancelled() const;
    /// "Demi-journée close à 12 h 10"; empty while it is not.
    QString closedText() const;
    /// Whether the half-day has begun, so that it can be closed or looked at again.
    bool isClosable() const;
    /// Said of each free place: that somebody waits for one.
    void setWaiting(const QString& waiting);

    /// Brings what the row's right half says.
    Q_INVOKABLE void advance(const QString& appointment);
    /// The other things that can be said of a person now: a list of { value, label, icon }.
    Q_INVOKABLE QVariantList choices(const QString& appointment) const;
    Q_INVOKABLE void choose(const QString& appointment, const QString& choice);
    /// What was said of it so far, each with its author: see `actsOn`.
    Q_INVOKABLE QStringList acts(const QString& appointment) const;
    void refresh();

Q_SIGNALS:
    void changed();
    void stopChanged();
    void visitAsked(const medicobus::clinic::AppointmentId& id);
    void moveAsked(const medicobus::clinic::AppointmentId& id);

private:
    std::optional<clinic::AppointmentId> idOf(const QString& appointment) const;
    QString nameOf(const clinic::AppointmentId& id) const;
    const clinic::DayEntry* entryOf(const clinic::AppointmentId& id) const;
    void mark(const clinic::AppointmentId& id, clinic::AppointmentEvent event);
    void cancel(const clinic::AppointmentId& id, const std::string& cause);
    void takeBack(const clinic::AppointmentId& id);

    Workspace& m_workspace;
    Feedback& m_feedback;
    StopModel m_people;
    std::optional<plan::OccurrenceId> m_stop;
    std::optional<clinic::DayList> m_list;
    QString m_waiting;
};

} // namespace medicobus::app
