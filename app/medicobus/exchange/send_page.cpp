// SPDX-License-Identifier: EUPL-1.2
#include "exchange/send_page.h"

#include "exchange/role_words.h"

namespace medicobus::app {

SendPage::SendPage(ExchangeRun& exchange, const Clock& clock, QObject* parent)
    : QObject(parent), m_exchange(exchange), m_clock(clock) {
    connect(&m_exchange, &ExchangeRun::changed, this, &SendPage::changed);
}

QString SendPage::hubText() const {
    const Membership& membership = m_exchange.membership();
    return membership.state == Membership::State::None
               ? QString()
               : tr("%1, auprès de %2")
                     .arg(role_words::role(membership.role, membership.commune),
                          QString::fromStdString(membership.hub));
}

QString SendPage::tone() const {
    const auto standing = state().standing;
    if (standing == SendState::Standing::Revoked || standing == SendState::Standing::Wiped) {
        return QStringLiteral("act");
    }
    return state().failure || state().isLocked || standing == SendState::Standing::Asking
               ? QStringLiteral("look")
               : QStringLiteral("primary");
}

bool SendPage::canSend() const {
    return state().standing == SendState::Standing::Enrolled && !state().isLocked && !state().isRunning;
}

} // namespace medicobus::app
