// SPDX-License-Identifier: EUPL-1.2
#include "coordination/devices/devices_page.h"

#include "base/uuid.h"
#include "coordination/devices/device_rows.h"
#include "exchange/role_words.h"
#include "speech.h"
#include "sync/device/calls.h"
#include "sync/wire/invitation.h"
#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

namespace {

constexpr std::chrono::seconds lookEvery{5};

QVariantMap option(sync::Role role, const QString& label) {
    const auto code = sync::codeOf(role);
    return {{QStringLiteral("value"), QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()))},
            {QStringLiteral("label"), label}};
}

} // namespace

DevicesPage::DevicesPage(Workspace& workspace, ExchangeRun& exchange, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_exchange(exchange) {
    m_again.setInterval(lookEvery);
    connect(&m_again, &QTimer::timeout, this, &DevicesPage::refresh);
    connect(&m_exchange, &ExchangeRun::changed, this, &DevicesPage::changed);
    connect(&m_revocation, &DeviceRevocation::decided, this, &DevicesPage::revoke);
}

QString DevicesPage::stage() const {
    const auto standing = m_exchange.state().standing;
    if (standing != SendState::Standing::Enrolled) {
        return QStringLiteral("alone");
    }
    return m_workspace.isLocked() ? QStringLiteral("locked") : QStringLiteral("list");
}

QString DevicesPage::asOf() const {
    return m_asOf ? tr("Vu du serveur à %1").arg(send_words::moment(*m_asOf, m_workspace.clock().now()))
                  : QString();
}

QString DevicesPage::problem() const {
    return m_problem ? speech::whatHappened(*m_problem) : QString();
}

QString DevicesPage::remedy() const {
    return m_problem ? speech::whatToDo(*m_problem) : QString();
}

QVariantList DevicesPage::roles() const {
    return {option(sync::Role::Crew, tr("Équipe du bus")),
            option(sync::Role::Coordination, tr("Coordination")), option(sync::Role::TownHall, tr("Mairie"))};
}

QString DevicesPage::role() const {
    const auto code = sync::codeOf(m_role);
    return QString::fromLatin1(code.data(), static_cast<qsizetype>(code.size()));
}

void DevicesPage::setRole(const QString& role) {
    if (const auto known = sync::parseRole(role.toStdString()); known && *known != m_role) {
        m_role = *known;
        Q_EMIT changed();
    }
}

void DevicesPage::setCommune(const QString& commune) {
    if (commune != m_commune) {
        m_commune = commune;
        Q_EMIT changed();
    }
}

bool DevicesPage::canInvite() const {
    return stage() == QLatin1String("list") && (!needsCommune() || m_commune.trimmed().size() == 5);
}

void DevicesPage::setShown(bool isShown) {
    if (!isShown) {
        m_again.stop();
        forgetCode();
        // Whoever leaves the page has decided.
        m_revocation.carryOut();
        m_revocation.takeBack();
        return;
    }
    m_again.start();
    refresh();
}

void DevicesPage::fail(const Error& error) {
    m_problem = error;
    Q_EMIT changed();
}

void DevicesPage::act(sync::HttpCall action, Then then) {
    m_problem.reset();
    m_isRefusal = false;
    ++m_calls;
    m_exchange.ask(std::move(action), [this, then = std::move(then)](const Result<sync::HttpAnswer>& answer) {
        --m_calls;
        if (answer) {
            then(*answer);
            Q_EMIT changed();
        } else {
            m_isRefusal = true;
            fail(answer.error());
        }
    });
}

void DevicesPage::call(sync::HttpCall call, Then then) {
    ++m_calls;
    m_exchange.ask(std::move(call), [this, then = std::move(then)](const Result<sync::HttpAnswer>& answer) {
        --m_calls;
        if (answer) {
            if (!m_isRefusal) {
                m_problem.reset();
            }
            then(*answer);
            Q_EMIT changed();
        } else {
            fail(answer.error());
        }
    });
}

void DevicesPage::refresh() {
    if (stage() != QLatin1String("list") || isBusy()) {
        return;
    }
    call(sync::get("/v1/devices"), [this](const sync::HttpAnswer& answer) {
        if (const auto list = sync::readDeviceList(answer.body)) {
            showDevices(*list);
        } else {
            fail(list.error());
        }
    });
    call(sync::get("/v1/enrolments"), [this](const sync::HttpAnswer& answer) {
        if (const auto list = sync::readEnrolmentList(answer.body)) {
            showRequests(*list);
        } else {
            fail(list.error());
        }
    });
}

void DevicesPage::showDevices(const sync::DeviceList& list) {
    m_known = list.devices;
    m_asOf = m_workspace.clock().now();
    std::vector<DeviceRow> rows;
    const auto self = m_workspace.desk()->journal().device();
    for (const auto& each : m_known) {
        rows.push_back(device_rows::device(each, self, m_workspace.clock().now()));
    }
    // Those in service first.
    std::stable_sort(rows.begin(), rows.end(), [](const DeviceRow& a, const DeviceRow& b) {
        return a.tone == QLatin1String("good") && b.tone != QLatin1String("good");
    });
    m_devices.show(std::move(rows));
}

void DevicesPage::showRequests(const sync::EnrolmentList& list) {
    m_asking = list.enrolments;
    const vault::Vault* vault = m_workspace.vault();
    const bool crewHolds = std::any_of(m_known.begin(), m_known.end(), [](const sync::DeviceEntry& each) {
        return each.role == sync::Role::Crew && each.state == sync::DeviceEntry::State::Active;
    });
    std::vector<DeviceRow> rows;
    for (const auto& each : m_asking) {
        if (each.state == sync::Enrolment::State::Pending) {
            rows.push_back(device_rows::request(each, m_exchange.membership().hubKey,
                                                isCrew() && vault && vault->hasCrewKey(), crewHolds));
        }
    }
    m_requests.show(std::move(rows));
}

void DevicesPage::invite() {
    if (!canInvite()) {
        return;
    }
    const std::string commune = needsCommune() ? m_commune.trimmed().toStdString() : std::string();
    const sync::InvitationRequest request{m_role, commune};
    act(sync::post("/v1/invitations", toJson(request).dump()),
        [this, request](const sync::HttpAnswer& answer) {
            const auto made = sync::readInvitationAnswer(answer.body);
            if (!made) {
                fail(made.error());
                return;
            }
            const Membership& hub = m_exchange.membership();
            const sync::InvitationCode code{hub.hub,      hub.tlsKey,      hub.hubKey,
                                            request.role, request.commune, made->secret};
            m_codeText = QString::fromStdString(sync::textOf(code));
            m_codeUri = QString::fromStdString(sync::uriOf(code));
            m_codeFor = tr("Pour un appareil\u00A0: %1. Sert une seule fois, jusqu’à %2.")
                            .arg(role_words::role(request.role, request.commune),
                                 send_words::moment(made->until, m_workspace.clock().now()));
        });
}

void DevicesPage::forgetCode() {
    m_codeText.clear();
    m_codeUri.clear();
    m_codeFor.clear();
    Q_EMIT changed();
}

void DevicesPage::approve(const QString& enrolment) {
    decide(enrolment, true);
}

void DevicesPage::refuse(const QString& enrolment) {
    decide(enrolment, false);
}

void DevicesPage::decide(const QString& enrolment, bool isApproved) {
    const auto asked = std::find_if(m_asking.begin(), m_asking.end(), [&](const sync::Enrolment& each) {
        return each.id == enrolment.toStdString();
    });
    if (asked == m_asking.end()) {
        return;
    }
    sync::Approval approval{isApproved, std::nullopt};
    const vault::Vault* vault = m_workspace.vault();
    if (isApproved && asked->role == sync::Role::Crew && isCrew() && vault && vault->hasCrewKey()) {
        auto sealed = vault->sealCrewKeyFor(asked->boxKey);
        if (!sealed) {
            fail(sealed.error());
            return;
        }
        approval.crewKey = std::move(*sealed);
    }
    act(sync::post("/v1/enrolments/" + asked->id + "/approval", toJson(approval).dump()),
        [this](const sync::HttpAnswer&) {
            QMetaObject::invokeMethod(this, &DevicesPage::refresh, Qt::QueuedConnection);
        });
}

void DevicesPage::revoke(const QString& device, bool wipe) {
    act(sync::post("/v1/devices/" + device.toStdString() + "/revocation",
                   toJson(sync::Revocation{wipe}).dump()),
        [this](const sync::HttpAnswer&) {
            QMetaObject::invokeMethod(this, &DevicesPage::refresh, Qt::QueuedConnection);
        });
}

} // namespace medicobus::app
