// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "coordination/devices/device_model.h"
#include "coordination/devices/revocation.h"
#include "exchange/exchange_run.h"
#include "sync/wire/enrolment.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace medicobus::app {

class Workspace;

/// The devices of the hub: who asks to come, who is there, and the code that lets another one ask.
class DevicesPage : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by its space")
    Q_PROPERTY(QString stage READ stage NOTIFY changed)
    Q_PROPERTY(medicobus::app::DeviceModel* requests READ requests CONSTANT)
    Q_PROPERTY(medicobus::app::DeviceModel* devices READ devices CONSTANT)
    Q_PROPERTY(int requestCount READ requestCount NOTIFY changed)
    Q_PROPERTY(int deviceCount READ deviceCount NOTIFY changed)
    Q_PROPERTY(QString asOf READ asOf NOTIFY changed)
    Q_PROPERTY(bool isBusy READ isBusy NOTIFY changed)
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(QString remedy READ remedy NOTIFY changed)
    Q_PROPERTY(QVariantList roles READ roles NOTIFY retold)
    Q_PROPERTY(QString role READ role WRITE setRole NOTIFY changed)
    Q_PROPERTY(QString commune READ commune WRITE setCommune NOTIFY changed)
    Q_PROPERTY(bool needsCommune READ needsCommune NOTIFY changed)
    Q_PROPERTY(bool canInvite READ canInvite NOTIFY changed)
    Q_PROPERTY(QString codeText READ codeText NOTIFY changed)
    Q_PROPERTY(QString codeUri READ codeUri NOTIFY changed)
    Q_PROPERTY(QString codeFor READ codeFor NOTIFY changed)
    Q_PROPERTY(medicobus::app::DeviceRevocation* revocation READ revocation CONSTANT)
    Q_PROPERTY(bool isCrew READ isCrew NOTIFY changed)

public:
    DevicesPage(Workspace& workspace, ExchangeRun& exchange, QObject* parent = nullptr);

    /// "alone" (no hub), "locked", or "list".
    QString stage() const;
    DeviceModel* requests() { return &m_requests; }
    DeviceModel* devices() { return &m_devices; }
    int requestCount() const { return m_requests.rowCount(); }
    int deviceCount() const { return m_devices.rowCount(); }
    /// "Vu du serveur à 9 h 40"; empty before the first answer.
    QString asOf() const;
    bool isBusy() const { return m_calls > 0; }
    QString problem() const;
    QString remedy() const;

    /// A list of { value, label }.
    QVariantList roles() const;
    QString role() const;
    void setRole(const QString& role);
    /// INSEE code of the town hall's commune.
    QString commune() const { return m_commune; }
    void setCommune(const QString& commune);
    bool needsCommune() const { return m_role == sync::Role::TownHall; }
    bool canInvite() const;
    /// The code in groups of five, and what its QR code holds; both empty while there is none.
    QString codeText() const { return m_codeText; }
    QString codeUri() const { return m_codeUri; }
    /// What the code is for, and until when.
    QString codeFor() const { return m_codeFor; }
    DeviceRevocation* revocation() { return &m_revocation; }
    /// This device is the crew's, and can hand the crew's key to another.
    bool isCrew() const { return m_exchange.membership().role == sync::Role::Crew; }

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void invite();
    Q_INVOKABLE void forgetCode();
    Q_INVOKABLE void approve(const QString& enrolment);
    Q_INVOKABLE void refuse(const QString& enrolment);
    /// Looks again every few seconds while the page is shown.
    Q_INVOKABLE void setShown(bool isShown);

Q_SIGNALS:
    /// The same choices, in words of another language.
    void retold();
    void changed();

private:
    using Then = std::function<void(const sync::HttpAnswer&)>;

    /// What a person asked for: its refusal stays on the screen until the next thing is asked for.
    void act(sync::HttpCall call, Then then);
    void call(sync::HttpCall call, Then then);
    void showDevices(const sync::DeviceList& list);
    void showRequests(const sync::EnrolmentList& list);
    void decide(const QString& enrolment, bool isApproved);
    void revoke(const QString& device, bool wipe);
    void fail(const Error& error);

    Workspace& m_workspace;
    ExchangeRun& m_exchange;
    DeviceModel m_requests;
    DeviceModel m_devices;
    DeviceRevocation m_revocation;
    std::vector<sync::Enrolment> m_asking;
    std::vector<sync::DeviceEntry> m_known;
    std::optional<Instant> m_asOf;
    std::optional<Error> m_problem;
    bool m_isRefusal = false; ///< The problem is of something that a person asked for.
    sync::Role m_role = sync::Role::Crew;
    QString m_commune;
    QString m_codeText;
    QString m_codeUri;
    QString m_codeFor;
    QTimer m_again;
    int m_calls = 0;
};

} // namespace medicobus::app
