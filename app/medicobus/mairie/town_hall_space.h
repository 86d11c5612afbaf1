// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "stops/commune_space.h"

namespace medicobus::app {

/// The town hall's space: the next stops in one commune.
class TownHallSpace : public medicobus::app::CommuneSpace {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")

public:
    explicit TownHallSpace(Workspace& workspace, QObject* parent = nullptr);
};

} // namespace medicobus::app
