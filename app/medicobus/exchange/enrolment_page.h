// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"
#include "exchange/membership.h"
#include "sync/wire/enrolment.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace medicobus::app {

class ExchangeRun;
class Workspace;

/// Makes this device one of a hub's: the code, what it says, the six digits that two people compare, and the
/// wait for the word of the other side.
class EnrolmentPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")
    Q_PROPERTY(QString stage READ stage NOTIFY changed)
    Q_PROPERTY(QString code READ code WRITE setCode NOTIFY changed)
    Q_PROPERTY(QString codeRead READ codeRead NOTIFY changed)
    Q_PROPERTY(QString codeHint READ codeHint NOTIFY changed)
    Q_PROPERTY(QString codeError READ codeError NOTIFY changed)
    Q_PROPERTY(QString hubText READ hubText NOTIFY changed)
    Q_PROPERTY(QString roleText READ roleText NOTIFY changed)
    Q_PROPERTY(QString deviceName READ deviceName WRITE setDeviceName NOTIFY changed)
    Q_PROPERTY(bool canAsk READ canAsk NOTIFY changed)
    Q_PROPERTY(QString digits READ digits NOTIFY changed)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString remedy READ remedy NOTIFY changed)

public:
    EnrolmentPage(Workspace& workspace, ExchangeRun& exchange, QObject* parent = nullptr);

    /// "demo" (it shows the fictional one), "locked" (a person has to open the device first), "code", "ask"
    /// (the code is whole), "compare" (asked, waits for the other side), "refused", "member".
    QString stage() const;
    QString code() const { return m_code; }
    void setCode(const QString& code);
    /// What was typed, in groups of five as the other screen shows it.
    QString codeRead() const;
    QString codeHint() const;
    /// Told at once: a letter that no code has. Else empty.
    QString codeError() const;
    QString hubText() const;
    QString roleText() const;
    QString deviceName() const { return m_deviceName; }
    void setDeviceName(const QString& name);
    bool canAsk() const;
    /// "123 456"; empty before the hub knows the device.
    QString digits() const { return m_digits; }
    bool isBusy() const { return m_isBusy; }
    QString problem() const;
    QString remedy() const;

    Q_INVOKABLE void leaveDemonstration();
    Q_INVOKABLE void ask();
    /// Gives up asking, or begins again after a refusal.
    Q_INVOKABLE void startAgain();

Q_SIGNALS:
    void changed();

private:
    void follow();
    void poll();
    void take(const sync::Enrolment& enrolment);
    void join(const sync::Enrolment& enrolment);
    void refuse(const Error& error);
    std::string enrolmentDigits(const std::string& enrolment, const sync::PublicKey& hubKey) const;

    Workspace& m_workspace;
    ExchangeRun& m_exchange;
    QString m_code;
    QString m_deviceName;
    QString m_digits;
    Result<sync::InvitationCode> m_invitation;
    std::optional<Error> m_problem;
    bool m_isBusy = false;
    bool m_isRefused = false;
    QTimer m_poll;
};

} // namespace medicobus::app
