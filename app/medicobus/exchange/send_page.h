// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "exchange/exchange_run.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// The state of sending as the screens tell it: the line at the top right, and all that lies behind it.
class SendPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")
    Q_PROPERTY(QString text READ text NOTIFY changed)
    Q_PROPERTY(QString brief READ brief NOTIFY changed)
    Q_PROPERTY(QString icon READ icon NOTIFY changed)
    Q_PROPERTY(QString whatWaits READ whatWaits NOTIFY changed)
    Q_PROPERTY(QString why READ why NOTIFY changed)
    Q_PROPERTY(QString remedy READ remedy NOTIFY changed)
    Q_PROPERTY(QString lastContact READ lastContact NOTIFY changed)
    Q_PROPERTY(QString nextTry READ nextTry NOTIFY changed)
    Q_PROPERTY(QString clockText READ clockText NOTIFY changed)
    Q_PROPERTY(QString hubText READ hubText NOTIFY changed)
    Q_PROPERTY(QString tone READ tone NOTIFY changed)
    Q_PROPERTY(bool isRunning READ isRunning NOTIFY changed)
    Q_PROPERTY(bool canSend READ canSend NOTIFY changed)
    Q_PROPERTY(bool isLocked READ isLocked NOTIFY changed)
    Q_PROPERTY(bool canEnrol READ canEnrol NOTIFY changed)
    Q_PROPERTY(bool isAsking READ isAsking NOTIFY changed)

public:
    SendPage(ExchangeRun& exchange, const Clock& clock, QObject* parent = nullptr);

    QString text() const { return send_words::inShort(state(), m_clock.now()); }
    QString brief() const { return send_words::inBrief(state(), m_clock.now()); }
    QString icon() const { return send_words::icon(state()); }
    QString whatWaits() const { return send_words::whatWaits(state(), m_clock.now()); }
    QString why() const { return send_words::why(state(), m_clock.now()); }
    QString remedy() const { return send_words::remedy(state()); }
    QString lastContact() const { return send_words::lastContact(state(), m_clock.now()); }
    QString nextTry() const { return send_words::nextTry(state(), m_clock.now()); }
    QString clockText() const { return send_words::clockText(state()); }
    /// The hub this device belongs to, and what it is there; empty when it works alone.
    QString hubText() const;
    /// "act" when nothing can go on by itself, "look" while something keeps it, else "primary".
    QString tone() const;
    bool isRunning() const { return state().isRunning; }
    bool canSend() const;
    /// A person has to open the device before anything is sent.
    bool isLocked() const { return state().isLocked && state().standing == SendState::Standing::Enrolled; }
    bool canEnrol() const { return state().standing == SendState::Standing::Alone; }
    bool isAsking() const { return state().standing == SendState::Standing::Asking; }

    Q_INVOKABLE void sendNow() { m_exchange.sendNow(); }

Q_SIGNALS:
    void changed();

private:
    const SendState& state() const { return m_exchange.state(); }

    ExchangeRun& m_exchange;
    const Clock& m_clock;
};

} // namespace medicobus::app
