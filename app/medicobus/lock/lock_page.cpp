// SPDX-License-Identifier: EUPL-1.2
#include "lock/lock_page.h"

#include "base/uuid.h"
#include "speech.h"
#include "workspace.h"

#include <chrono>

namespace medicobus::app {

namespace {

const QString openStage = QStringLiteral("open");
const QString peopleStage = QStringLiteral("people");
const QString pinStage = QStringLiteral("pin");
const QString nameStage = QStringLiteral("name");
const QString chooseStage = QStringLiteral("choose");
const QString againStage = QStringLiteral("again");
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

/// Opaque, so that wraps and operations name nobody.
std::string newUserId(const Clock& clock) {
    return Uuid::v7(clock.now(), systemEntropy()).text();
}

} // namespace

LockPage::LockPage(Workspace& workspace, QObject* parent) : QObject(parent), m_workspace(workspace) {
    connect(&m_workspace, &Workspace::opened, this, &LockPage::refresh);
    connect(&m_workspace, &Workspace::lockChanged, this, &LockPage::refresh);
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &LockPage::followWait);
    refresh();
}

bool LockPage::isOpen() const {
    return !m_workspace.isLocked();
}

bool LockPage::hasKeys() const {
    return m_workspace.vault() != nullptr;
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
    m_problem.reset();
    if (isOpen()) {
        m_user = vault ? QString::fromStdString(vault->unlockedBy()) : QString();
        if (vault && m_workspace.local(lastUserKey) != m_user) {
            m_workspace.setLocal(lastUserKey, m_user);
        }
        setStage(openStage);
    } else if (m_workspace.vaultError()) {
        m_problem = m_workspace.vaultError();
        setStage(isLoss(*m_problem) ? lostStage : nameStage);
    } else if (!vault) {
        setStage(nameStage);
    } else {
        m_user = m_workspace.local(lastUserKey);
        if (m_users.rowCount() == 1) {
            m_user = m_users.rows().front().id;
        }
        setStage(userLabel().isEmpty() ? peopleStage : pinStage);
    }
    followWait();
}

void LockPage::setStage(const QString& stage) {
    m_stage = stage;
    forget();
    Q_EMIT changed();
    Q_EMIT digitsChanged();
}

void LockPage::forget() {
    if (m_stage != againStage) {
        m_pin.clear();
    }
    m_again.clear();
}

QString LockPage::userLabel() const {
    for (const auto& row : m_users.rows()) {
        if (row.id == m_user) {
            return row.label;
        }
    }
    return {};
}

bool LockPage::takesDigits() const {
    return m_stage == pinStage || m_stage == chooseStage || m_stage == againStage;
}

bool LockPage::canConfirm() const {
    return !m_isChecking && !hasToWait() && digits() >= vault::leastPinDigits;
}

QString LockPage::problem() const {
    if (m_isMismatch) {
        return tr("Les deux codes ne sont pas les mêmes.");
    }
    return m_problem && !hasToWait() ? speech::whatHappened(*m_problem) : QString();
}

QString LockPage::remedy() const {
    if (m_isMismatch) {
        return tr("Choisissez-en un de nouveau.");
    }
    return m_problem ? speech::whatToDo(*m_problem) : QString();
}

QString LockPage::waitText() const {
    const auto seconds = m_wait.count();
    if (seconds == 0) {
        return {};
    }
    return seconds < 60 ? tr("Prochain essai dans %1\u00A0s").arg(seconds)
                        : tr("Prochain essai dans %1\u00A0min %2\u00A0s").arg(seconds / 60).arg(seconds % 60);
}

QString LockPage::spokenWait() const {
    const auto seconds = m_wait.count();
    if (seconds == 0) {
        return {};
    }
    const auto told = seconds <= 3 ? seconds : (seconds + 9) / 10 * 10;
    return told < 60 ? tr("Prochain essai dans %1\u00A0secondes").arg(told)
                     : tr("Prochain essai dans %1\u00A0minutes").arg((told + 59) / 60);
}

void LockPage::setNewLabel(const QString& label) {
    if (label != m_newLabel) {
        m_newLabel = label;
        Q_EMIT newLabelChanged();
    }
}

void LockPage::chooseUser(const QString& user) {
    m_user = user;
    m_problem.reset();
    setStage(userLabel().isEmpty() ? peopleStage : pinStage);
}

bool LockPage::goBack() {
    m_problem.reset();
    m_isMismatch = false;
    if (m_stage == pinStage && userCount() > 1) {
        setStage(peopleStage);
    } else if (m_stage == againStage) {
        setStage(chooseStage);
    } else if (m_stage == chooseStage) {
        setStage(nameStage);
    } else {
        return false;
    }
    return true;
}

void LockPage::press(int digit) {
    if (m_isChecking || hasToWait()) {
        return;
    }
    entry().press(digit);
    Q_EMIT digitsChanged();
    if (m_isMismatch || m_problem) {
        m_isMismatch = false;
        m_problem.reset();
        Q_EMIT changed();
    }
}

void LockPage::erase() {
    if (!m_isChecking) {
        entry().erase();
        Q_EMIT digitsChanged();
    }
}

void LockPage::confirm() {
    if (!canConfirm()) {
        return;
    }
    if (m_stage == chooseStage) {
        takeNewPin();
    } else if (m_stage == againStage || m_stage == pinStage) {
        // The key is made of the PIN at a price of a fifth of a second: what is going on is drawn first.
        m_isChecking = true;
        Q_EMIT changed();
        Q_EMIT digitsChanged();
        QTimer::singleShot(30, this, m_stage == pinStage ? &LockPage::tryPin : &LockPage::makeFirstUser);
    }
}

void LockPage::tryPin() {
    m_isChecking = false;
    const auto opened = m_workspace.unlock(m_user.toStdString(), m_pin.view());
    m_pin.clear();
    if (!opened) {
        refuse(opened.error());
    }
}

void LockPage::goOn() {
    if (m_stage == nameStage && canGoOn()) {
        m_problem.reset();
        setStage(chooseStage);
    }
}

void LockPage::takeNewPin() {
    if (const auto good = vault::checkPin(m_pin.view()); !good) {
        refuse(good.error());
        return;
    }
    m_stage = againStage;
    m_problem.reset();
    Q_EMIT changed();
    Q_EMIT digitsChanged();
}

void LockPage::makeFirstUser() {
    m_isChecking = false;
    if (!(m_pin == m_again)) {
        setStage(chooseStage);
        m_isMismatch = true;
        Q_EMIT changed();
        return;
    }
    const auto made = m_workspace.makeVault(
        {newUserId(m_workspace.clock()), m_newLabel.trimmed().toStdString(), m_pin.view()});
    m_pin.clear();
    m_again.clear();
    if (!made) {
        setStage(chooseStage);
        refuse(made.error());
    }
}

void LockPage::refuse(const Error& error) {
    m_pin.clear();
    m_problem = error;
    if (isLoss(error)) {
        m_stage = lostStage;
    }
    followWait();
    Q_EMIT changed();
    Q_EMIT digitsChanged();
}

void LockPage::followWait() {
    const vault::Vault* vault = m_workspace.vault();
    const auto wait = vault && vault->isLocked()
                          ? std::chrono::ceil<std::chrono::seconds>(vault->waitBeforeTry())
                          : std::chrono::seconds(0);
    if (wait.count() > 0 && !m_second.isActive()) {
        m_second.start();
    } else if (wait.count() == 0) {
        m_second.stop();
    }
    if (wait == m_wait) {
        return;
    }
    m_wait = wait;
    if (wait.count() == 0) {
        m_problem.reset();
    }
    Q_EMIT waitChanged();
    Q_EMIT changed();
    Q_EMIT digitsChanged();
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

} // namespace medicobus::app
