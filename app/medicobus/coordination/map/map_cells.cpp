// SPDX-License-Identifier: EUPL-1.2
#include "coordination/map/map_cells.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace medicobus::app {

namespace {

constexpr double kilometresPerDegree = 6371.0 * std::numbers::pi / 180.0;

GeoPoint centreOf(const std::vector<std::vector<GeoPoint>>& rings) {
    GeoPoint low{90, 180};
    GeoPoint high{-90, -180};
    bool isEmpty = true;
    for (const auto& ring : rings) {
        for (const auto& point : ring) {
            isEmpty = false;
            low = {std::min(low.lat, point.lat), std::min(low.lon, point.lon)};
            high = {std::max(high.lat, point.lat), std::max(high.lon, point.lon)};
        }
    }
    return isEmpty ? GeoPoint{} : GeoPoint{(low.lat + high.lat) / 2, (low.lon + high.lon) / 2};
}

} // namespace

MapCells::MapCells(const std::vector<std::vector<GeoPoint>>& rings) : m_centre(centreOf(rings)) {
    m_kilometresPerLon = kilometresPerDegree * std::cos(m_centre.lat * std::numbers::pi / 180.0);
    m_rings.reserve(rings.size());
    for (const auto& ring : rings) {
        QPolygonF flat;
        for (const auto& point : ring) {
            flat << project(point);
        }
        if (flat.size() > 1 && flat.first() == flat.last()) {
            flat.removeLast();
        }
        m_bounds = flat.isEmpty() ? m_bounds : m_bounds.united(flat.boundingRect());
        m_rings.push_back(std::move(flat));
    }
    index();
    findBorder();
}

QPointF MapCells::project(const GeoPoint& point) const {
    return {(point.lon - m_centre.lon) * m_kilometresPerLon,
            (m_centre.lat - point.lat) * kilometresPerDegree};
}

QRect MapCells::bucketsOf(const QRectF& area) const {
    const auto column = [&](double x) {
        return std::clamp(int((x - m_bounds.left()) / m_bounds.width() * m_columns), 0, m_columns - 1);
    };
    const auto row = [&](double y) {
        return std::clamp(int((y - m_bounds.top()) / m_bounds.height() * m_rows), 0, m_rows - 1);
    };
    return {QPoint(column(area.left()), row(area.top())), QPoint(column(area.right()), row(area.bottom()))};
}

void MapCells::index() {
    if (m_bounds.isEmpty()) {
        return;
    }
    m_columns = m_rows = std::max(1, int(std::sqrt(double(m_rings.size()))));
    m_buckets.resize(std::size_t(m_columns) * std::size_t(m_rows));
    for (int commune = 0; commune < count(); ++commune) {
        if (ring(commune).isEmpty()) {
            continue;
        }
        const QRect span = bucketsOf(ring(commune).boundingRect());
        for (int row = span.top(); row <= span.bottom(); ++row) {
            for (int column = span.left(); column <= span.right(); ++column) {
                m_buckets[std::size_t(row * m_columns + column)].push_back(commune);
            }
        }
    }
}

int MapCells::at(const QPointF& point) const {
    if (m_bounds.isEmpty() || !m_bounds.contains(point)) {
        return -1;
    }
    const QPoint bucket = bucketsOf({point, point}).topLeft();
    for (const int commune : m_buckets[std::size_t(bucket.y() * m_columns + bucket.x())]) {
        if (ring(commune).containsPoint(point, Qt::OddEvenFill)) {
            return commune;
        }
    }
    return -1;
}

void MapCells::findBorder() {
    // Neighbours computed apart do not share their corners to the last bit, so each side is judged by
    // whether another cell begins just beyond its middle.
    constexpr double beyond = 0.05;
    for (const auto& ring : m_rings) {
        const QPointF inside = ring.boundingRect().center();
        for (qsizetype i = 0; i < ring.size(); ++i) {
            const QLineF edge(ring[i], ring[(i + 1) % ring.size()]);
            QLineF outward = edge.normalVector();
            outward.setLength(beyond);
            QPointF step(outward.dx(), outward.dy());
            const QPointF out = edge.center() - inside;
            step = QPointF::dotProduct(step, out) < 0 ? -step : step;
            if (at(edge.center() + step) < 0) {
                m_border.push_back(edge);
            }
        }
    }
}

std::vector<QLineF> hatch(const QPolygonF& ring, double spacing) {
    std::vector<QLineF> lines;
    if (ring.size() < 3 || spacing <= 0) {
        return lines;
    }
    const auto level = [](const QPointF& p) { return p.x() + p.y(); };
    const auto [low, high] = std::minmax_element(
        ring.begin(), ring.end(), [&](const auto& a, const auto& b) { return level(a) < level(b); });
    for (double c = std::ceil(level(*low) / spacing) * spacing; c < level(*high); c += spacing) {
        std::vector<QPointF> cuts;
        for (qsizetype i = 0; i < ring.size(); ++i) {
            const QPointF a = ring[i];
            const QPointF b = ring[(i + 1) % ring.size()];
            const double from = level(a) - c;
            const double to = level(b) - c;
            if ((from < 0) != (to < 0)) {
                cuts.push_back(a + (b - a) * (from / (from - to)));
            }
        }
        if (cuts.size() == 2) {
            lines.emplace_back(cuts[0], cuts[1]);
        }
    }
    return lines;
}

} // namespace medicobus::app
