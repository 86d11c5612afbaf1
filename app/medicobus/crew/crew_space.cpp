// SPDX-License-Identifier: EUPL-1.2
#include "crew_space.h"

#include "workspace.h"

namespace medicobus::app {

CrewSpace::CrewSpace(Workspace& workspace, QObject* parent)
    : Space({{"today", tr("Aujourd’hui"), "clock"}}, parent), m_workspace(workspace) {
    connect(&m_workspace, &Workspace::programmeChanged, this, &CrewSpace::headingChanged);
}

QStringList CrewSpace::screens() const { return placeKeys(); }

void CrewSpace::openScreen(const QString& name) { setPlace(name); }

} // namespace medicobus::app
