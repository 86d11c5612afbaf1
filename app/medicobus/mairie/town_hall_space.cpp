// SPDX-License-Identifier: EUPL-1.2
#include "town_hall_space.h"

#include "workspace.h"

namespace medicobus::app {

TownHallSpace::TownHallSpace(Workspace& workspace, QObject* parent)
    : Space({{"stops", tr("Prochains passages"), "calendar"}}, parent), m_workspace(workspace) {
    connect(&m_workspace, &Workspace::programmeChanged, this, &TownHallSpace::headingChanged);
}

QStringList TownHallSpace::screens() const { return placeKeys(); }

void TownHallSpace::openScreen(const QString& name) { setPlace(name); }

} // namespace medicobus::app
