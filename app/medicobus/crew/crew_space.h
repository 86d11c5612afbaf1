// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "space.h"

namespace medicobus::app {

class Workspace;

/// The crew's space: the day of one bus, booked, received and recorded without a network.
class CrewSpace : public Space {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")

public:
    explicit CrewSpace(Workspace& workspace, QObject* parent = nullptr);

    QStringList screens() const override;
    void openScreen(const QString& name) override;

private:
    Workspace& m_workspace;
};

} // namespace medicobus::app
