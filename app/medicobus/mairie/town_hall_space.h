// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "space.h"

namespace medicobus::app {

class Workspace;

/// The town hall's space: the next stops in one commune.
class TownHallSpace : public Space {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")

public:
    explicit TownHallSpace(Workspace& workspace, QObject* parent = nullptr);

    QStringList screens() const override;
    void openScreen(const QString& name) override;

private:
    Workspace& m_workspace;
};

} // namespace medicobus::app
