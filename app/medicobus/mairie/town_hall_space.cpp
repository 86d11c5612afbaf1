// SPDX-License-Identifier: EUPL-1.2
#include "town_hall_space.h"

#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

TownHallSpace::TownHallSpace(Workspace& workspace, QObject* parent)
    : Space({{"stops", tr("Prochains passages"), "calendar"}}, parent),
      m_workspace(workspace),
      m_stops(workspace, QStringLiteral("mairie.commune"), CommuneStops::Reach::OwnCommune, 4) {
    connect(&m_stops, &CommuneStops::changed, this, &TownHallSpace::headingChanged);
}

QString TownHallSpace::title() const {
    return m_stops.hasCommune() ? m_stops.commune() : Space::title();
}

bool TownHallSpace::goBack() {
    if (!m_stops.hasCommune()) {
        return false;
    }
    m_stops.forget();
    return true;
}

QStringList TownHallSpace::screens() const {
    return {"choose", "stops", "none"};
}

void TownHallSpace::openScreen(const QString& name) {
    m_stops.forget();
    const auto programme = m_workspace.programme();
    if (!programme || programme->communes.empty() || name == QLatin1String("choose")) {
        m_stops.search()->setQuery(QStringLiteral("sa"));
        return;
    }
    const bool wantsStop = name == QLatin1String("stops");
    const auto found = std::find_if(
        programme->communes.begin(), programme->communes.end(), [&](const plan::CommunePoint& commune) {
            return wantsStop
                   == std::any_of(programme->sites.begin(), programme->sites.end(),
                                  [&](const plan::Site& site) { return site.insee == commune.insee; });
        });
    if (found != programme->communes.end()) {
        m_stops.choose(QString::fromStdString(found->insee.value));
    }
}

} // namespace medicobus::app
