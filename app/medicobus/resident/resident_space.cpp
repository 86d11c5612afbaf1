// SPDX-License-Identifier: EUPL-1.2
#include "resident_space.h"

namespace medicobus::app {

ResidentSpace::ResidentSpace(Workspace& workspace, QObject* parent)
    : CommuneSpace(workspace,
                   {{"stops", [] { return tr("Prochain passage"); }, "place"},
                    QStringLiteral("resident.commune"),
                    CommuneStops::Reach::Nearest,
                    6,
                    QStringLiteral("search"),
                    QStringLiteral("visit"),
                    QStringLiteral("elsewhere")},
                   parent) {}

} // namespace medicobus::app
