// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/error.h"
#include "lock/pin_entry.h"
#include "lock/user_model.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace medicobus::app {

class Workspace;

/// What stands before the crew's pages while the keys of this device are put away: who is there, and their
/// PIN; on a new device, the first person and the PIN that they choose.
class LockPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")
    Q_PROPERTY(QString stage READ stage NOTIFY changed)
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed)
    Q_PROPERTY(bool hasKeys READ hasKeys NOTIFY changed)
    Q_PROPERTY(medicobus::app::UserModel* users READ users CONSTANT)
    Q_PROPERTY(int userCount READ userCount NOTIFY changed)
    Q_PROPERTY(QString userLabel READ userLabel NOTIFY changed)
    Q_PROPERTY(bool takesDigits READ takesDigits NOTIFY changed)
    Q_PROPERTY(int digits READ digits NOTIFY digitsChanged)
    Q_PROPERTY(bool canConfirm READ canConfirm NOTIFY digitsChanged)
    Q_PROPERTY(bool isChecking READ isChecking NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString remedy READ remedy NOTIFY changed)
    Q_PROPERTY(QString waitText READ waitText NOTIFY waitChanged)
    Q_PROPERTY(QString spokenWait READ spokenWait NOTIFY waitChanged)
    Q_PROPERTY(bool hasToWait READ hasToWait NOTIFY waitChanged)
    Q_PROPERTY(int leastDigits READ leastDigits CONSTANT)
    Q_PROPERTY(QString newLabel READ newLabel WRITE setNewLabel NOTIFY newLabelChanged)
    Q_PROPERTY(bool canGoOn READ canGoOn NOTIFY newLabelChanged)

public:
    explicit LockPage(Workspace& workspace, QObject* parent = nullptr);

    /// "open"; "people" (who is there), "pin"; "name", "choose" and "again" (the first person and their PIN,
    /// twice); "lost" (no PIN opens this device any more).
    QString stage() const { return m_stage; }
    bool isOpen() const;
    /// False on a device that has none to put away.
    bool hasKeys() const;
    UserModel* users() { return &m_users; }
    int userCount() const { return m_users.rowCount(); }
    /// Of the person who was chosen, or who opened.
    QString userLabel() const;
    /// A PIN is asked for, or a new one.
    bool takesDigits() const;
    int digits() const { return static_cast<int>(entry().count()); }
    bool canConfirm() const;
    bool isChecking() const { return m_isChecking; }
    QString problem() const;
    QString remedy() const;
    /// "Prochain essai dans 25 s", each second; empty when a PIN may be tried.
    QString waitText() const;
    /// The same as it is to be read out: it changes every ten seconds, and at each of the last three.
    QString spokenWait() const;
    bool hasToWait() const { return m_wait.count() > 0; }
    int leastDigits() const { return vault::leastPinDigits; }
    QString newLabel() const { return m_newLabel; }
    void setNewLabel(const QString& label);
    bool canGoOn() const { return !m_newLabel.trimmed().isEmpty(); }

    Q_INVOKABLE void chooseUser(const QString& user);
    /// Back to the choice of the person, or a step back in the first run. False when there is none.
    Q_INVOKABLE bool goBack();
    Q_INVOKABLE void press(int digit);
    Q_INVOKABLE void erase();
    /// Tries the PIN, or takes it as the new one.
    Q_INVOKABLE void confirm();
    /// From the name of the first person to the choice of a PIN.
    Q_INVOKABLE void goOn();
    /// Puts the keys away; the place and what was being typed stay.
    Q_INVOKABLE void lock();
    /// The same, and asks who is there: another person of the crew takes over.
    Q_INVOKABLE void changeUser();
    /// Looks again at the keychain after it was lost.
    Q_INVOKABLE void retry();
    void refresh();

Q_SIGNALS:
    void changed();
    void digitsChanged();
    void waitChanged();
    void newLabelChanged();

private:
    const PinEntry& entry() const { return m_stage == QLatin1String("again") ? m_again : m_pin; }
    PinEntry& entry() { return m_stage == QLatin1String("again") ? m_again : m_pin; }
    void setStage(const QString& stage);
    void enter();
    void tryPin();
    void takeNewPin();
    void makeFirstUser();
    void refuse(const Error& error);
    void forget();
    void followWait();

    Workspace& m_workspace;
    UserModel m_users;
    QString m_stage;
    QString m_user;
    QString m_newLabel;
    PinEntry m_pin;
    PinEntry m_again;
    std::optional<Error> m_problem;
    bool m_isMismatch = false; ///< The two entries of a new PIN differ.
    bool m_isChecking = false;
    std::chrono::seconds m_wait{0};
    QTimer m_second;
};

} // namespace medicobus::app
