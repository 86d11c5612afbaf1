// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "exchange/todo/todo_model.h"
#include "plan/programme.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace medicobus::clinic {
class Desk;
} // namespace medicobus::clinic
namespace medicobus::app {

class Feedback;
class Workspace;

/// What the exchange leaves to a person: places to give again, two values to choose from, changes that were
/// turned down, requests of town halls. Each comes with what settles it.
class TodoPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by its space")
    Q_PROPERTY(medicobus::app::TodoModel* rows READ rows CONSTANT)
    Q_PROPERTY(int count READ count NOTIFY changed)
    Q_PROPERTY(int urgent READ urgent NOTIFY changed)
    Q_PROPERTY(bool hasCalls READ hasCalls NOTIFY changed)
    Q_PROPERTY(bool isPrinting READ isPrinting NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    /// Persons are of the crew's concern only.
    enum class Whose { Crew, Coordination };

    TodoPage(Workspace& workspace, Feedback& feedback, Whose whose, QObject* parent = nullptr);

    TodoModel* rows() { return &m_rows; }
    int count() const { return m_rows.rowCount(); }
    /// Those that somebody must act on, which the badge counts: all but what waits for the hub.
    int urgent() const;
    /// Somebody has to be called: the list of them can be printed.
    bool hasCalls() const { return m_hasCalls; }
    bool isPrinting() const { return m_isPrinting; }
    /// What keeps the list from being read; else empty.
    QString problem() const { return m_problem; }

    /// Takes one of the choices of a row: a place, or a value.
    Q_INVOKABLE void settle(const QString& id, const QString& choice);
    /// Makes a turned-down change of the programme again.
    Q_INVOKABLE void redo(const QString& id);
    Q_INVOKABLE void putAway(const QString& id);
    /// Sends the sheet of those to be called to the printer; nothing of it is kept.
    Q_INVOKABLE void printCalls();
    /// Looks for another place for the person of this row.
    Q_INVOKABLE void move(const QString& id);
    void refresh();
    /// Lets go of everything shown.
    void clear();

Q_SIGNALS:
    void changed();
    void moveAsked(const QString& appointment);

private:
    void addPersons(clinic::Desk& desk, std::vector<TodoRow>& rows);
    void addDeposits(clinic::Desk& desk, const plan::Programme& programme, std::vector<TodoRow>& rows);
    void addRefusals(clinic::Desk& desk, std::vector<TodoRow>& rows);
    void notePrinted(const Result<void>& printed);
    void finish(const Result<void>& done, const QString& said);
    Result<void> give(const QString& appointment, const QString& choice);
    Result<void> takeIn(const QString& deposit, const QString& person);
    Result<void> choose(const QString& about, const QString& operation);
    QStringList away() const;

    Workspace& m_workspace;
    Feedback& m_feedback;
    Whose m_whose;
    TodoModel m_rows;
    bool m_hasCalls = false;
    bool m_isPrinting = false;
    QString m_problem;
};

} // namespace medicobus::app
