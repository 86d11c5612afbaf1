// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/position/position_source.h"
#include "clinic/position/proposal.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace medicobus::app {

class Workspace;

/// The position of the bus while its tour runs: on from the departure to the return, always shown, and off at
/// a touch. It only proposes; a person confirms.
class TourPosition : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made by the page of the day")
    Q_PROPERTY(bool isOffered READ isOffered NOTIFY changed)
    Q_PROPERTY(bool isOn READ isOn NOTIFY changed)
    Q_PROPERTY(QString stateText READ stateText NOTIFY changed)
    Q_PROPERTY(QString question READ question NOTIFY changed)
    Q_PROPERTY(QString confirmText READ confirmText NOTIFY changed)

public:
    explicit TourPosition(Workspace& workspace, QObject* parent = nullptr);
    ~TourPosition() override;

    /// While a tour runs on this device, which has a receiver.
    bool isOffered() const;
    bool isOn() const { return m_isOn; }
    /// "Position active", "Pas de signal", "Position coupée"
    QString stateText() const;
    /// "La position indique une arrivée à Licques à 08:42."; empty when there is nothing to ask.
    QString question() const;
    /// "Noter 08:42"
    QString confirmText() const;

    /// The tour of this bus today, as far as it is confirmed. Starts and stops the receiver.
    void follow(const plan::BusKey& bus);
    /// What was driven since the last confirmed moment; nothing when no position was heard.
    std::optional<Meters> driven() const;
    void take(const clinic::Fix& fix);

    /// Kept for the rest of the tour.
    Q_INVOKABLE void switchOn(bool on);
    Q_INVOKABLE void confirm();
    /// Not so; the same is not asked again.
    Q_INVOKABLE void dismiss();

Q_SIGNALS:
    void changed();
    void confirmed(const medicobus::clinic::Proposal& moment);

private:
    void setOn(bool on);
    void note(clinic::PositionSource::Health health);
    void begin();
    void end();
    void keep();
    void think();
    bool isForbidden() const;
    QString keptKey() const;

    Workspace& m_workspace;
    plan::BusKey m_bus;
    Date m_date{};
    std::vector<clinic::TourFact> m_facts;
    std::optional<clinic::Whereabouts> m_whereabouts; ///< While the tour runs.
    std::optional<clinic::Proposal> m_proposal;
    std::optional<clinic::Proposal> m_dismissed;
    std::optional<clinic::PositionSource::Health> m_health; ///< None before the first word.
    std::optional<Instant> m_keptAt;
    bool m_isOn = false;
};

} // namespace medicobus::app
