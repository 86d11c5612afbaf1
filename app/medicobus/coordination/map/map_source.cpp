// SPDX-License-Identifier: EUPL-1.2
#include "coordination/map/map_source.h"

#include "territory/cells.h"
#include "territory/need.h"

#include <map>

namespace medicobus::app {

namespace {

std::vector<std::vector<GeoPoint>> ringsOf(const territory::Territory& territory) {
    std::vector<std::vector<GeoPoint>> rings(territory.communes.size());
    std::map<territory::InseeCode, std::size_t> positions;
    for (std::size_t i = 0; i < territory.communes.size(); ++i) {
        positions.emplace(territory.communes[i].insee, i);
    }
    for (auto& contour : territory::schematicContours(territory)) {
        const auto found = positions.find(contour.insee);
        if (found != positions.end() && !contour.polygons.empty() && !contour.polygons.front().empty()) {
            rings[found->second] = std::move(contour.polygons.front().front());
        }
    }
    return rings;
}

} // namespace

MapSource::MapSource(const territory::Territory& territory, double threshold, QObject* parent)
    : QObject(parent), m_cells(ringsOf(territory)) {
    for (std::size_t i = 0; i < territory.communes.size(); ++i) {
        const auto& commune = territory.communes[i];
        m_classes.push_back(territory::depthClass(commune, threshold).value_or(unknownClass));
        m_places.push_back(commune.point ? m_cells.project(*commune.point)
                                         : m_cells.ring(int(i)).boundingRect().center());
    }
}

QPointF MapSource::place(int commune) const {
    return m_places[static_cast<std::size_t>(commune)];
}

} // namespace medicobus::app
