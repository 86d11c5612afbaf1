// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "space.h"

namespace medicobus::app {

class Workspace;

/// The resident's space: the next visit near one commune.
class ResidentSpace : public Space {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Made once by the program")

public:
    explicit ResidentSpace(Workspace& workspace, QObject* parent = nullptr);

    QStringList screens() const override;
    void openScreen(const QString& name) override;

private:
    Workspace& m_workspace;
};

} // namespace medicobus::app
