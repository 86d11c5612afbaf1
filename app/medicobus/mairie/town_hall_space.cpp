// SPDX-License-Identifier: EUPL-1.2
#include "town_hall_space.h"

namespace medicobus::app {

TownHallSpace::TownHallSpace(Workspace& workspace, QObject* parent)
    : CommuneSpace(workspace,
                   {{"stops", [] { return tr("Prochains passages"); }, "calendar"},
                    QStringLiteral("mairie.commune"),
                    CommuneStops::Reach::OwnCommune,
                    4,
                    QStringLiteral("choose"),
                    QStringLiteral("stops"),
                    QStringLiteral("none")},
                   parent) {}

} // namespace medicobus::app
