// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/day.h"
#include "clinic/half_day/closing.h"

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace medicobus::app {

class Feedback;
class Workspace;

/// The end of a half-day: what is still open, the equipment, the two sheets, and what waits to be sent.
class ClosingPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the crew's space")
    Q_PROPERTY(QString title READ title CONSTANT)
    Q_PROPERTY(QString note READ note NOTIFY changed)
    Q_PROPERTY(bool isClosed READ isClosed NOTIFY changed)
    Q_PROPERTY(QString closedText READ closedText NOTIFY changed)
    Q_PROPERTY(QVariantList checks READ checks NOTIFY changed)
    Q_PROPERTY(QVariantList equipment READ equipment NOTIFY changed)
    Q_PROPERTY(QString sendText READ sendText NOTIFY changed)
    Q_PROPERTY(QString confirmText READ confirmText NOTIFY changed)
    Q_PROPERTY(QString nextText READ nextText NOTIFY changed)
    Q_PROPERTY(bool isPrinting READ isPrinting NOTIFY changed)
    Q_PROPERTY(QString savedText READ savedText NOTIFY changed)

public:
    ClosingPage(Workspace& workspace, Feedback& feedback, QObject* parent = nullptr);

    void setStop(const std::optional<plan::OccurrenceId>& stop);
    const std::optional<plan::OccurrenceId>& stop() const { return m_stop; }
    void refresh();

    QString title() const { return tr("Clore la demi-journée"); }
    /// "Licques, salle communale · mardi 2 mars, de 9 h à 12 h"
    QString note() const;
    bool isClosed() const { return m_closing.has_value(); }
    /// "Close à 12 h 10"; empty while it is not.
    QString closedText() const;
    /// A list of { text, done, appointment }: the first person that the line is about, empty for none.
    QVariantList checks() const;
    /// A list of { value, label, on }.
    QVariantList equipment() const;
    /// What waits to be sent, and that it is safe here.
    QString sendText() const;
    /// "Clore la demi-journée", or what is left aside by closing all the same.
    QString confirmText() const;
    /// "Liste d’Alquines, mardi 2 mars à 14 h"; empty when no passage follows.
    QString nextText() const;
    bool isPrinting() const { return m_isPrinting; }
    /// Where the sheet was saved last; empty when none was.
    QString savedText() const { return m_savedText; }

    Q_INVOKABLE void check(const QString& equipment);
    Q_INVOKABLE void confirm();
    Q_INVOKABLE void reopen();
    /// Opens the first person of whom a line speaks.
    Q_INVOKABLE void settle(const QString& appointment);
    Q_INVOKABLE void printDay();
    Q_INVOKABLE void printNext();
    /// Writes the PDF among the person's documents, which they chose by touching this.
    Q_INVOKABLE void saveDay();
    Q_INVOKABLE void saveNext();

Q_SIGNALS:
    void changed();
    void visitAsked(const medicobus::clinic::AppointmentId& id);
    void listAsked(const medicobus::plan::OccurrenceId& id);

private:
    enum class Sheet { Day, Next };

    /// Persons of the list for whom this holds; the first of them in `first`.
    template <typename Holds>
    int count(Holds holds, QString* first = nullptr) const;
    int withoutState(QString* first = nullptr) const;
    int withoutVisit(QString* first = nullptr) const;
    QStringList checked() const;
    std::optional<plan::Occurrence> next() const;
    std::optional<QByteArray> sheet(Sheet which);
    void print(Sheet which);
    void save(Sheet which);

    Workspace& m_workspace;
    Feedback& m_feedback;
    std::optional<plan::OccurrenceId> m_stop;
    std::optional<clinic::DayList> m_list;
    std::optional<clinic::Closing> m_closing;
    bool m_isPrinting = false;
    QString m_savedText;
};

} // namespace medicobus::app
