// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "stops/commune_space.h"

namespace medicobus::app {

/// The resident's space: the next visit for one commune.
class ResidentSpace : public medicobus::app::CommuneSpace {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")

public:
    explicit ResidentSpace(Workspace& workspace, QObject* parent = nullptr);
};

} // namespace medicobus::app
