// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QString>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

class ExchangeRun;
class Workspace;

/// The figures that a town hall and the crew read to each other, so that what is deposited can be opened by
/// the crew alone.
class CrewKeyPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")
    Q_PROPERTY(QString stage READ stage NOTIFY changed)
    Q_PROPERTY(QVariantList told READ told NOTIFY changed)
    Q_PROPERTY(QString ownFigures READ ownFigures NOTIFY changed)
    Q_PROPERTY(QString phone READ phone NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString remedy READ remedy NOTIFY changed)

public:
    CrewKeyPage(Workspace& workspace, ExchangeRun& exchange, QObject* parent = nullptr);

    /// Of a town hall: "alone" (it deposits nothing yet), "waiting" (the crew has told no key), "compare",
    /// "differ" (several keys are told, and none was compared) or "compared".
    QString stage() const { return m_stage; }
    /// What the crew's devices tell: a list of { figures, devices, compared }.
    QVariantList told() const { return m_told; }
    /// Of this crew's own key; empty without one, and while locked.
    QString ownFigures() const;
    /// The number that the programme gives for the crew; may be empty.
    QString phone() const;
    QString problem() const { return m_problem; }
    QString remedy() const { return m_remedy; }

    /// A person heard these figures from the crew.
    Q_INVOKABLE void confirm(const QString& figures);

Q_SIGNALS:
    void changed();

private:
    void refresh();

    Workspace& m_workspace;
    ExchangeRun& m_exchange;
    QString m_stage = QStringLiteral("alone");
    QVariantList m_told;
    QString m_problem;
    QString m_remedy;
};

} // namespace medicobus::app
