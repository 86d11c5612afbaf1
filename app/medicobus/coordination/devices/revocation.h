// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// Shutting one device out: asked for, chosen with or without wiping, and for ten seconds still to be taken
/// back, since the hub's word cannot be.
class DeviceRevocation : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the page of devices")
    Q_PROPERTY(QString device READ device NOTIFY changed)
    Q_PROPERTY(bool isDue READ isDue NOTIFY changed)
    Q_PROPERTY(bool isWipe READ isWipe NOTIFY changed)
    Q_PROPERTY(int secondsLeft READ secondsLeft NOTIFY changed)

public:
    explicit DeviceRevocation(QObject* parent = nullptr);

    /// Which one; empty when none is.
    QString device() const { return m_device; }
    /// Chosen, and counting down.
    bool isDue() const { return m_second.isActive(); }
    bool isWipe() const { return m_isWipe; }
    int secondsLeft() const { return m_secondsLeft; }

    /// Asks what to do with that one; one that was counting down is carried out first.
    Q_INVOKABLE void ask(const QString& device);
    Q_INVOKABLE void choose(bool wipe);
    /// Nothing is changed.
    Q_INVOKABLE void takeBack();
    /// Without waiting for the end of the ten seconds.
    Q_INVOKABLE void carryOut();

Q_SIGNALS:
    void changed();
    void decided(const QString& device, bool wipe);

private:
    QString m_device;
    bool m_isWipe = false;
    int m_secondsLeft = 0;
    QTimer m_second;
};

} // namespace medicobus::app
