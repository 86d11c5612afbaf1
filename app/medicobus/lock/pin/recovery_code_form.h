// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "vault/secret.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// A recovery code as it is typed from its sheet of paper.
class RecoveryCodeForm : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by those who ask for the code")
    Q_PROPERTY(QString code READ code WRITE setCode NOTIFY changed)
    Q_PROPERTY(QString hint READ hint NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(bool isWhole READ isWhole NOTIFY changed)

public:
    using QObject::QObject;

    QString code() const { return m_code; }
    void setCode(const QString& code);
    /// How far it is; empty once it is whole or wrong.
    QString hint() const;
    /// What cannot be right in it; else empty.
    QString error() const;
    bool isWhole() const { return !m_key.empty(); }
    /// Empty until the code is whole.
    const vault::Secret& key() const { return m_key; }
    void clear() { setCode({}); }

Q_SIGNALS:
    void changed();

private:
    QString m_code;
    QString m_wrong; ///< A letter that no code has, or a slip in a whole one.
    vault::Secret m_key;
};

} // namespace medicobus::app
