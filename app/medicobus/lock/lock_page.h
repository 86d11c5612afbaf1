// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "lock/pin/pin_form.h"
#include "lock/pin/pin_wait.h"
#include "lock/pin/recovery_code_form.h"
#include "lock/user_model.h"

namespace medicobus::app {

class Workspace;

/// What stands before the crew's pages while the keys of this device are put away: who is there, and their
/// PIN; on a new device, the first person and the PIN that they choose; and where no PIN opens it any more,
/// the recovery key.
class LockPage : public medicobus::app::PinForm {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")
    Q_PROPERTY(bool isOpen READ isOpen NOTIFY changed)
    Q_PROPERTY(bool hasKeys READ hasKeys NOTIFY changed)
    Q_PROPERTY(medicobus::app::UserModel* users READ users CONSTANT)
    Q_PROPERTY(int userCount READ userCount NOTIFY changed)
    Q_PROPERTY(QString waitText READ waitText NOTIFY waitChanged)
    Q_PROPERTY(QString spokenWait READ spokenWait NOTIFY waitChanged)
    Q_PROPERTY(bool hasToWait READ hasToWait NOTIFY waitChanged)
    Q_PROPERTY(bool canRecover READ canRecover NOTIFY changed)
    Q_PROPERTY(bool isRecovering READ isRecovering NOTIFY changed)
    Q_PROPERTY(medicobus::app::RecoveryCodeForm* recovery READ recovery CONSTANT)

public:
    /// Stages beside those of a PIN: "open"; "people" (who is there); "help" (a PIN was forgotten);
    /// "recover" (the recovery code is asked for); "lost" (no PIN opens this device any more).
    explicit LockPage(Workspace& workspace, QObject* parent = nullptr);

    bool isOpen() const;
    /// False on a device that has none to put away.
    bool hasKeys() const;
    UserModel* users() { return &m_users; }
    int userCount() const { return m_users.rowCount(); }
    /// Of the person who was chosen, or who opened.
    QString userLabel() const override;
    QString waitText() const { return m_wait.text(); }
    QString spokenWait() const { return m_wait.spoken(); }
    bool hasToWait() const { return m_wait.isWaiting(); }
    /// A copy of the keys is kept for the recovery key.
    bool canRecover() const;
    bool isRecovering() const { return m_isRecovering; }
    RecoveryCodeForm* recovery() { return &m_recovery; }

    Q_INVOKABLE void chooseUser(const QString& user);
    /// Back to the choice of the person, or a step back. False when there is none.
    Q_INVOKABLE bool goBack();
    /// Puts the keys away; the place and what was being typed stay.
    Q_INVOKABLE void lock();
    /// The same, and asks who is there: another person of the crew takes over.
    Q_INVOKABLE void changeUser();
    /// Looks again at the keychain after it was lost.
    Q_INVOKABLE void retry();
    /// What to do about a forgotten PIN.
    Q_INVOKABLE void askForHelp();
    /// To the recovery code; then, once it is whole, to a new person and PIN.
    Q_INVOKABLE void startRecovery();
    Q_INVOKABLE void takeRecoveryCode();
    void refresh();

Q_SIGNALS:
    void waitChanged();

protected:
    bool mustWait() const override { return hasToWait(); }
    void tryPin(std::string_view pin) override;
    Result<void> takePin(std::string_view pin) override;

private:
    void fail(const Error& error);
    void leaveRecovery();
    QString stageWhileLocked();

    Workspace& m_workspace;
    UserModel m_users;
    RecoveryCodeForm m_recovery;
    PinWait m_wait;
    QString m_user;
    bool m_isRecovering = false;
};

} // namespace medicobus::app
