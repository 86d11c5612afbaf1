// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/geo.h"

#include <QLineF>
#include <QPolygonF>
#include <QRectF>

#include <vector>

namespace medicobus::app {

/// The cells of communes on a flat map, with what finds the cell under a point. Immutable.
///
/// Map units are kilometres east (x) and south (y) of the centre of the territory, by the equirectangular
/// projection at its middle latitude: true enough for a département, and small numbers keep floats exact.
class MapCells {
public:
    MapCells() = default;
    /// One ring of WGS 84 degrees per commune, in the order of the territory; an empty ring is not drawn.
    explicit MapCells(const std::vector<std::vector<GeoPoint>>& rings);

    QPointF project(const GeoPoint& point) const;
    int count() const { return static_cast<int>(m_rings.size()); }
    const QPolygonF& ring(int commune) const { return m_rings[static_cast<std::size_t>(commune)]; }
    QRectF bounds() const { return m_bounds; }

    /// The commune whose cell holds the point, or -1.
    int at(const QPointF& point) const;

    /// The edges that only one cell has: the outline of the territory.
    const std::vector<QLineF>& border() const { return m_border; }

private:
    void index();
    void findBorder();
    QRect bucketsOf(const QRectF& area) const;

    GeoPoint m_centre;
    double m_kilometresPerLon = 0;
    std::vector<QPolygonF> m_rings;
    QRectF m_bounds;
    std::vector<QLineF> m_border;
    int m_columns = 0;
    int m_rows = 0;
    std::vector<std::vector<int>> m_buckets;
};

/// The parallel lines at 45 degrees that fill a convex ring, `spacing` apart, all on one grid so that the
/// hatching of neighbours meets.
std::vector<QLineF> hatch(const QPolygonF& ring, double spacing);

} // namespace medicobus::app
