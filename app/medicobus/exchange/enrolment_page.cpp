// SPDX-License-Identifier: EUPL-1.2
#include "exchange/enrolment_page.h"

#include "exchange/exchange_run.h"
#include "exchange/role_words.h"
#include "speech.h"
#include "workspace.h"

namespace medicobus::app {

namespace {

constexpr std::chrono::seconds pollEvery{3};

QString lettersOf(const QString& code) {
    QString letters;
    for (const QChar each : code.toUpper()) {
        if (each.isLetterOrNumber()) {
            letters += each;
        }
    }
    return letters.startsWith(QLatin1String("MEDICOBUS")) ? letters.mid(9) : letters;
}

/// "012345" in two groups, as it is read out.
QString inGroups(const std::string& digits) {
    const QString text = QString::fromStdString(digits);
    return text.left(3) + QChar(0xA0) + text.mid(3);
}

} // namespace

EnrolmentPage::EnrolmentPage(Workspace& workspace, ExchangeRun& exchange, QObject* parent)
    : QObject(parent),
      m_workspace(workspace),
      m_exchange(exchange),
      m_deviceName(tr("Tablette du bus")),
      m_invitation(sync::readInvitation({})) {
    m_poll.setInterval(pollEvery);
    connect(&m_poll, &QTimer::timeout, this, &EnrolmentPage::poll);
    connect(&m_exchange, &ExchangeRun::changed, this, &EnrolmentPage::follow);
    connect(&m_workspace, &Workspace::lockChanged, this, &EnrolmentPage::follow);
    follow();
}

QString EnrolmentPage::stage() const {
    switch (m_exchange.membership().state) {
    case Membership::State::Member:
        return QStringLiteral("member");
    case Membership::State::Asking:
        return m_isRefused ? QStringLiteral("refused") : QStringLiteral("compare");
    case Membership::State::None:
        break;
    }
    if (!m_workspace.isReal()) {
        return QStringLiteral("demo");
    }
    if (m_workspace.isLocked() || !m_workspace.vault()) {
        return QStringLiteral("locked");
    }
    return m_invitation ? QStringLiteral("ask") : QStringLiteral("code");
}

void EnrolmentPage::follow() {
    const Membership& membership = m_exchange.membership();
    const bool isAsking = membership.state == Membership::State::Asking && !m_isRefused;
    if (isAsking && m_digits.isEmpty() && m_workspace.vault()) {
        m_digits = inGroups(enrolmentDigits(membership.enrolment, membership.hubKey));
    }
    if (isAsking && !m_poll.isActive()) {
        m_poll.start();
    } else if (!isAsking) {
        m_poll.stop();
    }
    Q_EMIT changed();
}

void EnrolmentPage::setCode(const QString& code) {
    if (code == m_code) {
        return;
    }
    m_code = code;
    m_invitation = sync::readInvitation(code.trimmed().toStdString());
    m_problem.reset();
    Q_EMIT changed();
}

QString EnrolmentPage::codeRead() const {
    const QString letters = lettersOf(m_code);
    QString groups;
    for (qsizetype at = 0; at < letters.size(); at += 5) {
        groups += (at == 0 ? QString() : QStringLiteral("  ")) + letters.mid(at, 5);
    }
    return groups;
}

QString EnrolmentPage::codeHint() const {
    const auto count = lettersOf(m_code).size();
    if (count == 0 || m_invitation) {
        return {};
    }
    const auto groups = count / 5;
    return groups == 0 ? tr("Continuez\u00A0: le code va par groupes de cinq.")
                       : tr("%n groupe(s) lu(s). Le code n’est pas encore entier, ou une lettre est fausse.",
                            nullptr, static_cast<int>(groups));
}

QString EnrolmentPage::codeError() const {
    if (m_invitation || lettersOf(m_code).isEmpty()) {
        return {};
    }
    const Error& error = m_invitation.error();
    if (error.detail("cause") == "letter") {
        return tr("Aucun code ne contient «\u00A0%1\u00A0». Relisez le dernier groupe.")
            .arg(QString::fromStdString(std::string(error.detail("value"))));
    }
    return error.detail("cause") == "version"
               ? tr("Ce code vient d’un serveur plus récent. Mettez l’application à jour.")
               : QString();
}

QString EnrolmentPage::hubText() const {
    const Membership& membership = m_exchange.membership();
    return QString::fromStdString(membership.state != Membership::State::None ? membership.hub
                                  : m_invitation                              ? m_invitation->hub
                                                                              : std::string());
}

QString EnrolmentPage::roleText() const {
    const Membership& membership = m_exchange.membership();
    if (membership.state != Membership::State::None) {
        return role_words::role(membership.role, membership.commune);
    }
    return m_invitation ? role_words::role(m_invitation->role, m_invitation->commune) : QString();
}

void EnrolmentPage::setDeviceName(const QString& name) {
    if (name != m_deviceName) {
        m_deviceName = name;
        Q_EMIT changed();
    }
}

bool EnrolmentPage::canAsk() const {
    return m_invitation && !m_isBusy && !m_deviceName.trimmed().isEmpty() && m_workspace.vault();
}

QString EnrolmentPage::problem() const {
    return m_problem ? speech::whatHappened(*m_problem) : QString();
}

QString EnrolmentPage::remedy() const {
    return m_problem ? speech::whatToDo(*m_problem) : QString();
}

std::string EnrolmentPage::enrolmentDigits(const std::string& enrolment,
                                           const sync::PublicKey& hubKey) const {
    const vault::Vault& vault = *m_workspace.vault();
    return sync::comparisonDigits(hubKey, vault.signPublicKey(), vault.boxPublicKey(), enrolment);
}

void EnrolmentPage::leaveDemonstration() {
    if (const auto done = m_workspace.leaveDemonstration(); !done) {
        refuse(done.error());
    }
    Q_EMIT changed();
}

void EnrolmentPage::ask() {
    if (!canAsk() || !m_workspace.desk()) {
        return;
    }
    const sync::InvitationCode code = *m_invitation;
    const std::string name = m_deviceName.trimmed().toStdString();
    m_isBusy = true;
    m_problem.reset();
    Q_EMIT changed();
    m_exchange.askToEnrol(code, name, [this, code, name](const Result<sync::Enrolment>& asked) {
        m_isBusy = false;
        if (!asked) {
            refuse(asked.error());
            return;
        }
        m_code.clear();
        m_invitation = sync::readInvitation({});
        m_digits.clear();
        m_exchange.setMembership({Membership::State::Asking, code.hub, code.tlsKey, code.hubKey, code.role,
                                  code.commune, asked->id, name});
        take(*asked);
    });
}

void EnrolmentPage::poll() {
    if (m_isBusy) {
        return;
    }
    m_isBusy = true;
    m_exchange.askWhetherEnrolled([this](const Result<sync::Enrolment>& now) {
        m_isBusy = false;
        if (!now) {
            refuse(now.error());
            return;
        }
        m_problem.reset();
        take(*now);
    });
}

void EnrolmentPage::take(const sync::Enrolment& enrolment) {
    if (m_exchange.membership().state != Membership::State::Asking) {
        return;
    }
    switch (enrolment.state) {
    case sync::Enrolment::State::Approved:
        join(enrolment);
        return;
    case sync::Enrolment::State::Refused:
        m_isRefused = true;
        break;
    case sync::Enrolment::State::Pending:
        break;
    }
    follow();
}

void EnrolmentPage::join(const sync::Enrolment& enrolment) {
    if (m_workspace.isLocked()) {
        return; // Once it is open again: the crew's key cannot be taken in before.
    }
    if (enrolment.crewKey) {
        if (const auto taken = m_workspace.desk()->joinCrew(*enrolment.crewKey); !taken) {
            refuse(taken.error());
            return;
        }
    }
    if (const auto done = m_workspace.desk()->setEnrolled(); !done) {
        refuse(done.error());
        return;
    }
    Membership membership = m_exchange.membership();
    membership.state = Membership::State::Member;
    membership.role = enrolment.role;
    membership.commune = enrolment.commune;
    m_digits.clear();
    m_exchange.setMembership(membership);
    follow();
}

void EnrolmentPage::startAgain() {
    m_isBusy = false;
    m_isRefused = false;
    m_digits.clear();
    m_problem.reset();
    m_exchange.setMembership({});
    follow();
}

void EnrolmentPage::refuse(const Error& error) {
    m_problem = error;
    Q_EMIT changed();
}

} // namespace medicobus::app
