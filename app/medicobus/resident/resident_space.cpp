// SPDX-License-Identifier: EUPL-1.2
#include "resident_space.h"

#include "workspace.h"

namespace medicobus::app {

ResidentSpace::ResidentSpace(Workspace& workspace, QObject* parent)
    : Space({{"visit", tr("Prochain passage"), "place"}}, parent), m_workspace(workspace) {
    connect(&m_workspace, &Workspace::programmeChanged, this, &ResidentSpace::headingChanged);
}

QStringList ResidentSpace::screens() const { return placeKeys(); }

void ResidentSpace::openScreen(const QString& name) { setPlace(name); }

} // namespace medicobus::app
