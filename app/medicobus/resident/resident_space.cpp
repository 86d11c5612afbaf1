// SPDX-License-Identifier: EUPL-1.2
#include "resident_space.h"

#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

ResidentSpace::ResidentSpace(Workspace& workspace, QObject* parent)
    : Space({{"stops", tr("Prochain passage"), "place"}}, parent),
      m_workspace(workspace),
      m_stops(workspace, QStringLiteral("resident.commune"), CommuneStops::Reach::Nearest, 6) {
    connect(&m_stops, &CommuneStops::changed, this, &ResidentSpace::headingChanged);
}

QString ResidentSpace::title() const {
    return m_stops.hasCommune() ? m_stops.commune() : Space::title();
}

bool ResidentSpace::goBack() {
    if (!m_stops.hasCommune()) {
        return false;
    }
    m_stops.forget();
    return true;
}

QStringList ResidentSpace::screens() const {
    return {"search", "visit", "elsewhere"};
}

void ResidentSpace::openScreen(const QString& name) {
    m_stops.forget();
    const auto programme = m_workspace.programme();
    if (!programme || programme->communes.empty() || name == QLatin1String("search")) {
        m_stops.search()->setQuery(QStringLiteral("sa"));
        return;
    }
    const bool wantsStop = name == QLatin1String("visit");
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
