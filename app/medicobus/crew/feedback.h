// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// What the crew's screens say back after a touch: what was done, or why it was refused and what to do.
class Feedback : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the crew's space")
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged)
    Q_PROPERTY(QString remedy READ remedy NOTIFY problemChanged)

public:
    using QObject::QObject;

    QString problem() const { return m_problem; }
    QString remedy() const { return m_remedy; }

    /// Also takes an earlier refusal off the screen.
    void say(const QString& what, bool canUndo = true);
    void refuse(const Error& error);
    Q_INVOKABLE void dismiss();

Q_SIGNALS:
    void said(const QString& what, bool canUndo);
    void problemChanged();

private:
    QString m_problem;
    QString m_remedy;
};

} // namespace medicobus::app
