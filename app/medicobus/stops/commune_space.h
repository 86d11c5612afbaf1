// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "space.h"
#include "stops/commune_stops.h"

namespace medicobus::app {

class Workspace;

/// A space that looks at the stops of one commune, chosen once and kept.
class CommuneSpace : public medicobus::app::Space {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("A town hall's or a resident's")
    Q_PROPERTY(medicobus::app::CommuneStops* stops READ stops CONSTANT)

public:
    /// What sets one such space apart from another.
    struct Kind {
        PlaceModel::Place place;
        QString settingKey; ///< Where the commune chosen on this device is kept.
        CommuneStops::Reach reach;
        std::size_t shown; ///< Stops listed at most.
        /// Names of the screens: choosing a commune, one with a stop of its own, one without.
        QString choosing;
        QString withStop;
        QString without;
    };

    CommuneSpace(Workspace& workspace, Kind kind, QObject* parent);

    CommuneStops* stops() { return &m_stops; }
    QString title() const override;
    bool canGoBack() const override { return m_stops.hasCommune(); }
    bool goBack() override;

    QStringList screens() const override { return {m_kind.choosing, m_kind.withStop, m_kind.without}; }
    void openScreen(const QString& name) override;

private:
    Workspace& m_workspace;
    Kind m_kind;
    CommuneStops m_stops;
};

} // namespace medicobus::app
