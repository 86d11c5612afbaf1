// SPDX-License-Identifier: EUPL-1.2
#include "lock/lock_page.h"

#include "base/uuid.h"
#include "workspace.h"

namespace medicobus::app {

namespace {

const QString openStage = QStringLiteral("open");
const QString peopleStage = QStringLiteral("people");
const QString pinStage = QStringLiteral("pin");
const QString nameStage = QStringLiteral("name");
const QString chooseStage = QStringLiteral("choose");
const QString againStage = QStringLiteral("again");
const QString helpStage = QStringLiteral("help");
const QString recoverStage = QStringLiteral("recover");
const QString lostStage = QStringLiteral("lost");
/// Who opened last: proposed first the next time.
const QString lastUserKey = QStringLiteral("lock.last_user");

/// After these, no PIN opens the device.
bool isLoss(const Error& error) {
    for (const ErrorCode& code : {vault::codes::secretLost, vault::codes::secretChanged,
                                  vault::codes::badWraps, vault::codes::destroyed, vault::codes::altered}) {
        if (error.code() == code) {
            return true;
        }
    }
    return false;
}

} // namespace

LockPage::LockPage(Workspace& workspace, QObject* parent)
    : PinForm(parent), m_workspace(workspace), m_wait([this] {
          const vault::Vault* vault = m_workspace.vault();
          return vault && vault->isLocked() ? vault->waitBeforeTry() : std::chrono::milliseconds(0);
      }) {
    connect(&m_workspace, &Workspace::opened, this, &LockPage::refresh);
    connect(&m_workspace, &Workspace::lockChanged, this, &LockPage::refresh);
    connect(&m_wait, &PinWait::changed, this, [this] {
        if (!hasToWait()) {
            forgetProblem();
        }
        Q_EMIT waitChanged();
        Q_EMIT changed();
        Q_EMIT digitsChanged();
    });
    refresh();
}

bool LockPage::isOpen() const {
    return !m_workspace.isLocked();
}

bool LockPage::hasKeys() const {
    return m_workspace.vault() != nullptr;
}

bool LockPage::canRecover() const {
    return m_workspace.hasRecoveryCopy();
}

void LockPage::refresh() {
    vault::Vault* vault = m_workspace.vault();
    std::vector<UserRow> rows;
    if (vault) {
        for (const auto& user : vault->users()) {
            rows.push_back({QString::fromStdString(user.id), QString::fromStdString(user.label)});
        }
    }
    m_users.show(std::move(rows));
    forgetProblem();
    leaveRecovery();
    if (isOpen()) {
        m_user = vault ? QString::fromStdString(vault->unlockedBy()) : QString();
        if (vault && m_workspace.local(lastUserKey) != m_user) {
            m_workspace.setLocal(lastUserKey, m_user);
        }
        setStage(openStage);
    } else {
        setStage(stageWhileLocked());
    }
    m_wait.follow();
}

QString LockPage::stageWhileLocked() {
    if (const auto& error = m_workspace.vaultError()) {
        setProblem(*error);
        return isLoss(*error) ? lostStage : nameStage;
    }
    if (!m_workspace.vault()) {
        return nameStage;
    }
    m_user = userCount() == 1 ? m_users.rows().front().id : m_workspace.local(lastUserKey);
    return userLabel().isEmpty() ? peopleStage : pinStage;
}

QString LockPage::userLabel() const {
    for (const auto& row : m_users.rows()) {
        if (row.id == m_user) {
            return row.label;
        }
    }
    return {};
}

void LockPage::chooseUser(const QString& user) {
    m_user = user;
    forgetProblem();
    setStage(userLabel().isEmpty() ? peopleStage : pinStage);
}

bool LockPage::goBack() {
    const QString from = stage();
    forgetProblem();
    if (from == pinStage && userCount() > 1) {
        setStage(peopleStage);
    } else if (from == againStage) {
        setStage(chooseStage);
    } else if (from == chooseStage) {
        setStage(nameStage);
    } else if (from == nameStage && m_isRecovering) {
        m_isRecovering = false;
        setStage(recoverStage);
    } else if (from == helpStage || from == recoverStage) {
        leaveRecovery();
        setStage(stageWhileLocked());
    } else {
        return false;
    }
    return true;
}

void LockPage::tryPin(std::string_view pin) {
    if (const auto opened = m_workspace.unlock(m_user.toStdString(), pin); !opened) {
        fail(opened.error());
    }
}

Result<void> LockPage::takePin(std::string_view pin) {
    // Opaque, so that wraps and operations name nobody.
    const vault::NewUser person{Uuid::v7(m_workspace.clock().now(), systemEntropy()).text(),
                                newLabel().trimmed().toStdString(), pin};
    if (!m_isRecovering) {
        return m_workspace.makeVault(person);
    }
    const auto done = m_workspace.recoverVault(m_recovery.key(), person);
    if (!done && done.error().code() == vault::codes::wrongRecoveryKey) {
        // A whole code, of another device: there is nothing to choose a PIN for.
        leaveRecovery();
        setStage(recoverStage);
        refuse(done.error());
        return {};
    }
    return done;
}

void LockPage::fail(const Error& error) {
    if (isLoss(error)) {
        setStage(lostStage);
    }
    refuse(error);
    m_wait.follow();
}

void LockPage::lock() {
    m_workspace.lock();
}

void LockPage::changeUser() {
    m_workspace.lock();
    if (m_users.rowCount() > 1) {
        setStage(peopleStage);
    }
}

void LockPage::retry() {
    m_workspace.openVault();
}

void LockPage::askForHelp() {
    forgetProblem();
    setStage(helpStage);
}

void LockPage::startRecovery() {
    if (canRecover() && !isOpen()) {
        forgetProblem();
        setStage(recoverStage);
    }
}

void LockPage::takeRecoveryCode() {
    if (stage() == recoverStage && m_recovery.isWhole()) {
        m_isRecovering = true;
        forgetProblem();
        setStage(nameStage);
    }
}

void LockPage::leaveRecovery() {
    m_isRecovering = false;
    m_recovery.clear();
}

} // namespace medicobus::app
