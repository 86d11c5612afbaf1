// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "lock/pin/pin_form.h"
#include "lock/pin/recovery_code_form.h"
#include "lock/user_model.h"

namespace medicobus::app {

class Workspace;

/// Who may open this device, while it is open: another person with a PIN of their own, a new PIN for whoever
/// wants or has forgotten one, and the recovery key.
class TeamPage : public medicobus::app::PinForm {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")
    Q_PROPERTY(medicobus::app::UserModel* users READ users CONSTANT)
    Q_PROPERTY(int userCount READ userCount NOTIFY changed)
    Q_PROPERTY(QString self READ self NOTIFY changed)
    Q_PROPERTY(QString removing READ removing NOTIFY changed)
    Q_PROPERTY(QString done READ done NOTIFY changed)
    Q_PROPERTY(bool isNewPerson READ isNewPerson NOTIFY changed)
    Q_PROPERTY(bool hasRecovery READ hasRecovery NOTIFY changed)
    Q_PROPERTY(QString recoveryCode READ recoveryCode NOTIFY changed)
    Q_PROPERTY(medicobus::app::RecoveryCodeForm* recovery READ recovery CONSTANT)

public:
    /// Stages beside those of a PIN: "none" (locked, or no keys), "list", "code" (a recovery key is shown,
    /// once), "known" (that of another device is typed).
    explicit TeamPage(Workspace& workspace, QObject* parent = nullptr);

    UserModel* users() { return &m_users; }
    int userCount() const { return m_users.rowCount(); }
    /// Who opened the device.
    QString self() const;
    QString userLabel() const override;
    /// Who is about to be taken off, to be confirmed; else empty.
    QString removing() const { return m_removing; }
    /// What was just done; empty before.
    QString done() const { return m_done; }
    bool isNewPerson() const { return m_user.isEmpty(); }
    /// A copy of the keys is kept for a recovery key.
    bool hasRecovery() const;
    /// In groups of five; empty but while it is shown.
    QString recoveryCode() const { return m_recoveryCode; }
    RecoveryCodeForm* recovery() { return &m_recovery; }

    Q_INVOKABLE void addPerson();
    Q_INVOKABLE void changePin(const QString& user);
    /// Asks before it does; nobody takes themselves off.
    Q_INVOKABLE void askToRemove(const QString& user);
    Q_INVOKABLE void remove();
    Q_INVOKABLE void keep();
    /// Makes the key whose code goes into a safe; it takes effect once the person has written it down.
    Q_INVOKABLE void makeRecovery();
    Q_INVOKABLE void takeRecovery();
    /// The one that another device of the crew has already.
    Q_INVOKABLE void typeRecovery();
    /// One step back, then to the list. False on the list.
    Q_INVOKABLE bool goBack();
    /// Back to the list, with nothing half done.
    Q_INVOKABLE void reset();

protected:
    Result<void> takePin(std::string_view pin) override;

private:
    void finish(const QString& done);

    Workspace& m_workspace;
    UserModel m_users;
    RecoveryCodeForm m_recovery;
    QString m_user; ///< Who gets a new PIN; empty for a new person.
    QString m_removing;
    QString m_done;
    QString m_recoveryCode;
    vault::Secret m_recoveryKey; ///< While its code is shown.
};

} // namespace medicobus::app
