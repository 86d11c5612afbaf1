// SPDX-License-Identifier: EUPL-1.2
#include "exchange/crew_key_page.h"

#include "exchange/exchange_run.h"
#include "speech.h"
#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

CrewKeyPage::CrewKeyPage(Workspace& workspace, ExchangeRun& exchange, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_exchange(exchange) {
    connect(&m_workspace, &Workspace::opened, this, &CrewKeyPage::refresh);
    connect(&m_workspace, &Workspace::recordChanged, this, &CrewKeyPage::refresh);
    connect(&m_workspace, &Workspace::lockChanged, this, &CrewKeyPage::changed);
    connect(&m_exchange, &ExchangeRun::changed, this, &CrewKeyPage::refresh);
    refresh();
}

QString CrewKeyPage::ownFigures() const {
    const vault::Vault* vault = m_workspace.vault();
    if (!vault || vault->isLocked() || !vault->hasCrewKey()) {
        return {};
    }
    const auto key = vault->crewPublicKey();
    return key ? QString::fromStdString(vault::Vault::fingerprintOf(*key)) : QString();
}

QString CrewKeyPage::phone() const {
    const auto programme = m_workspace.programme();
    return programme ? speech::phone(programme->booking.phone) : QString();
}

void CrewKeyPage::refresh() {
    const bool isTownHall = m_exchange.state().standing == SendState::Standing::Enrolled
                            && m_exchange.membership().role == sync::Role::TownHall;
    const QString before = m_stage;
    const QVariantList known = m_told;
    m_told.clear();
    m_stage = QStringLiteral("alone");
    const auto keys = m_workspace.desk() && isTownHall
                          ? m_workspace.desk()->crewKeys()
                          : Result<std::vector<clinic::CrewKeyNotice>>(std::vector<clinic::CrewKeyNotice>());
    if (!keys) {
        m_problem = speech::whatHappened(keys.error());
        m_remedy = speech::whatToDo(keys.error());
    } else if (isTownHall) {
        for (const clinic::CrewKeyNotice& each : *keys) {
            QStringList devices;
            for (const std::string& name : each.devices) {
                devices << QString::fromStdString(name);
            }
            m_told << QVariantMap{{QStringLiteral("figures"), QString::fromStdString(each.fingerprint)},
                                  {QStringLiteral("devices"), devices.join(QStringLiteral(", "))},
                                  {QStringLiteral("compared"), each.isCompared}};
        }
        const bool isCompared =
            std::any_of(keys->begin(), keys->end(), [](const auto& each) { return each.isCompared; });
        m_stage = isCompared         ? QStringLiteral("compared")
                  : keys->empty()    ? QStringLiteral("waiting")
                  : keys->size() > 1 ? QStringLiteral("differ")
                                     : QStringLiteral("compare");
    }
    if (m_stage != before || m_told != known || !keys) {
        Q_EMIT changed();
    }
}

void CrewKeyPage::confirm(const QString& figures) {
    if (!m_workspace.desk()) {
        return;
    }
    const auto compared = m_workspace.desk()->compareCrewKey(figures.toStdString());
    m_problem = compared ? QString() : speech::whatHappened(compared.error());
    m_remedy = compared ? QString() : speech::whatToDo(compared.error());
    refresh();
    Q_EMIT changed();
}

} // namespace medicobus::app
