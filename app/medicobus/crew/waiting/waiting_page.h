// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/day.h"

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace medicobus::app {

class Feedback;
class Workspace;

/// Who waits for a place at the site of a passage or near it, oldest first, and what can be done for them.
class WaitingPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the crew's space")
    Q_PROPERTY(QString title READ title CONSTANT)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(QVariantList people READ people NOTIFY changed)

public:
    WaitingPage(Workspace& workspace, Feedback& feedback, QObject* parent = nullptr);

    /// The passage whose free places are given; none shows nobody.
    void setStop(const std::optional<plan::OccurrenceId>& stop);
    void refresh();

    QString title() const { return tr("Liste d’attente"); }
    /// "Licques, salle communale"
    QString note() const;
    /// "3 personnes attendent une place"; empty when nobody does.
    QString summary() const;
    /// A list of { value, label, note, icon }: "Fleur Imaginaire, 76 ans", "attend depuis 3 jours · Peau".
    QVariantList people() const;

    /// Gives the free place of that slot to whoever made this request.
    Q_INVOKABLE void give(const QString& request, int slot);
    /// What can be done for one of them: { value, label, icon }.
    Q_INVOKABLE QVariantList choices(const QString& request) const;
    Q_INVOKABLE void choose(const QString& request, const QString& choice);

Q_SIGNALS:
    void changed();

private:
    const clinic::WaitingPerson* find(const QString& request) const;
    QString noteOf(const clinic::WaitingPerson& person) const;
    void place(const clinic::WaitingPerson& person, const plan::OccurrenceId& passage, int slot);
    void withdraw(const clinic::WaitingPerson& person, const std::string& cause);

    Workspace& m_workspace;
    Feedback& m_feedback;
    std::optional<plan::OccurrenceId> m_stop;
    std::vector<clinic::WaitingPerson> m_waiting;
};

} // namespace medicobus::app
