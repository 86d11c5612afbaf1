// SPDX-License-Identifier: EUPL-1.2
#include "lock/team_page.h"

#include "base/uuid.h"
#include "vault/recovery_code.h"
#include "workspace.h"

namespace medicobus::app {

namespace {
const QString noStage = QStringLiteral("none");
const QString listStage = QStringLiteral("list");
const QString nameStage = QStringLiteral("name");
const QString chooseStage = QStringLiteral("choose");
const QString againStage = QStringLiteral("again");
const QString codeStage = QStringLiteral("code");
const QString knownStage = QStringLiteral("known");
} // namespace

TeamPage::TeamPage(Workspace& workspace, QObject* parent) : PinForm(parent), m_workspace(workspace) {
    connect(&m_workspace, &Workspace::lockChanged, this, &TeamPage::reset);
    connect(&m_workspace, &Workspace::opened, this, &TeamPage::reset);
    reset();
}

void TeamPage::reset() {
    const vault::Vault* vault = m_workspace.vault();
    std::vector<UserRow> rows;
    if (vault && !vault->isLocked()) {
        for (const auto& user : vault->users()) {
            rows.push_back({QString::fromStdString(user.id), QString::fromStdString(user.label)});
        }
    }
    const bool isOpen = !rows.empty();
    m_users.show(std::move(rows));
    m_user.clear();
    m_removing.clear();
    m_done.clear();
    m_recoveryCode.clear();
    m_recoveryKey = {};
    m_recovery.clear();
    setNewLabel({});
    forgetProblem();
    setStage(isOpen ? listStage : noStage);
}

QString TeamPage::self() const {
    const vault::Vault* vault = m_workspace.vault();
    return vault ? QString::fromStdString(vault->unlockedBy()) : QString();
}

QString TeamPage::userLabel() const {
    for (const auto& row : m_users.rows()) {
        if (row.id == (m_removing.isEmpty() ? m_user : m_removing)) {
            return row.label;
        }
    }
    return newLabel().trimmed();
}

bool TeamPage::hasRecovery() const {
    return m_workspace.hasRecoveryCopy();
}

void TeamPage::addPerson() {
    reset();
    if (stage() == listStage) {
        setStage(nameStage);
    }
}

void TeamPage::changePin(const QString& user) {
    reset();
    m_user = user;
    if (stage() == listStage && !userLabel().isEmpty()) {
        setStage(chooseStage);
    }
}

Result<void> TeamPage::takePin(std::string_view pin) {
    vault::Vault* vault = m_workspace.vault();
    if (!vault) {
        return fault(vault::codes::locked);
    }
    const QString who = userLabel();
    const bool isNew = isNewPerson();
    const auto taken = isNew ? vault->addUser({Uuid::v7(m_workspace.clock().now(), systemEntropy()).text(),
                                               who.toStdString(), pin})
                             : vault->changePin(m_user.toStdString(), pin);
    if (!taken) {
        return taken;
    }
    finish(isNew ? tr("%1 peut ouvrir cet appareil avec son code.").arg(who)
                 : tr("Nouveau code de %1\u00A0: l’ancien n’ouvre plus.").arg(who));
    return {};
}

void TeamPage::finish(const QString& done) {
    reset();
    m_done = done;
    Q_EMIT changed();
}

void TeamPage::askToRemove(const QString& user) {
    reset();
    m_removing = user == self() ? QString() : user;
    Q_EMIT changed();
}

void TeamPage::keep() {
    m_removing.clear();
    Q_EMIT changed();
}

void TeamPage::remove() {
    vault::Vault* vault = m_workspace.vault();
    if (!vault || m_removing.isEmpty()) {
        return;
    }
    const QString who = userLabel();
    if (const auto removed = vault->removeUser(m_removing.toStdString()); !removed) {
        keep();
        refuse(removed.error());
        return;
    }
    finish(tr("%1 ne peut plus ouvrir cet appareil.").arg(who));
}

void TeamPage::makeRecovery() {
    reset();
    if (stage() != listStage) {
        return;
    }
    m_recoveryKey = vault::Vault::makeRecoveryPair().secretKey;
    const auto code = vault::recoveryCodeOf(m_recoveryKey);
    m_recoveryCode = QString::fromUtf8(code.view().data(), static_cast<qsizetype>(code.view().size()));
    setStage(codeStage);
}

void TeamPage::typeRecovery() {
    reset();
    if (stage() == listStage) {
        setStage(knownStage);
    }
}

void TeamPage::takeRecovery() {
    vault::Vault* vault = m_workspace.vault();
    const vault::Secret& key = stage() == codeStage ? m_recoveryKey : m_recovery.key();
    if (!vault || key.empty()) {
        return;
    }
    if (const auto set = vault->setRecoveryKey(vault::recoveryPublicKey(key)); !set) {
        refuse(set.error());
        return;
    }
    finish(
        tr("Clé de secours en place\u00A0: elle seule rouvre cet appareil si tous les codes sont perdus."));
}

bool TeamPage::goBack() {
    if (stage() == listStage || stage() == noStage) {
        return false;
    }
    forgetProblem();
    if (stage() == againStage) {
        setStage(chooseStage);
    } else if (stage() == chooseStage && isNewPerson()) {
        setStage(nameStage);
    } else {
        reset();
    }
    return true;
}

} // namespace medicobus::app
