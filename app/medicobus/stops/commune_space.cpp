// SPDX-License-Identifier: EUPL-1.2
#include "stops/commune_space.h"

#include "workspace.h"

#include <algorithm>

namespace medicobus::app {

CommuneSpace::CommuneSpace(Workspace& workspace, Kind kind, QObject* parent)
    : Space({kind.place}, parent),
      m_workspace(workspace),
      m_kind(std::move(kind)),
      m_stops(workspace, m_kind.settingKey, m_kind.reach, m_kind.shown) {
    connect(&m_stops, &CommuneStops::changed, this, &CommuneSpace::headingChanged);
}

QString CommuneSpace::title() const {
    return m_stops.hasCommune() ? m_stops.commune() : Space::title();
}

bool CommuneSpace::goBack() {
    if (!m_stops.hasCommune()) {
        return false;
    }
    m_stops.forget();
    return true;
}

void CommuneSpace::openScreen(const QString& name) {
    m_stops.forget();
    const auto programme = m_workspace.programme();
    if (!programme || programme->communes.empty() || name == m_kind.choosing) {
        m_stops.search()->setQuery(QStringLiteral("sa"));
        return;
    }
    const bool wantsStop = name == m_kind.withStop;
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
