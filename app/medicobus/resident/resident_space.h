// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "space.h"
#include "stops/commune_stops.h"

namespace medicobus::app {

class Workspace;

/// The resident's space: the next visit for one commune.
class ResidentSpace : public medicobus::app::Space {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")
    Q_PROPERTY(medicobus::app::CommuneStops* stops READ stops CONSTANT)

public:
    explicit ResidentSpace(Workspace& workspace, QObject* parent = nullptr);

    CommuneStops* stops() { return &m_stops; }
    QString title() const override;
    bool canGoBack() const override { return m_stops.hasCommune(); }
    bool goBack() override;

    QStringList screens() const override;
    void openScreen(const QString& name) override;

private:
    Workspace& m_workspace;
    CommuneStops m_stops;
};

} // namespace medicobus::app
