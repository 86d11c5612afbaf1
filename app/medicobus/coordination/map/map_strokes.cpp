// SPDX-License-Identifier: EUPL-1.2
#include "coordination/map/map_strokes.h"

#include <QPainter>

#include <cmath>
#include <numbers>

namespace medicobus::app {

namespace {

void corner(std::vector<ColoredCorner>& out, const QPointF& point, const QColor& color) {
    out.push_back({float(point.x()), float(point.y()), color});
}

void addDisc(std::vector<ColoredCorner>& out, const QPointF& centre, double radius, const QColor& color,
             int sides) {
    const auto rim = [&](int i) {
        const double angle = 2 * std::numbers::pi * i / sides;
        return centre + QPointF(std::cos(angle), std::sin(angle)) * radius;
    };
    for (int i = 0; i < sides; ++i) {
        corner(out, centre, color);
        corner(out, rim(i), color);
        corner(out, rim(i + 1), color);
    }
}

void addSegment(std::vector<ColoredCorner>& out, const QPointF& from, const QPointF& to,
                const MapStroke& stroke) {
    const QPointF along = to - from;
    const double length = std::hypot(along.x(), along.y());
    if (length < 1e-6) {
        return;
    }
    const QPointF side = QPointF(-along.y(), along.x()) * (stroke.width / 2 / length);
    for (const QPointF& point : {from + side, from - side, to + side, to + side, from - side, to - side}) {
        corner(out, point, stroke.color);
    }
}

} // namespace

std::vector<ColoredCorner> triangles(const MapOverlay& overlay) {
    std::vector<ColoredCorner> out;
    for (const auto& stroke : overlay.strokes) {
        const auto& points = stroke.points;
        const qsizetype last = stroke.isClosed ? points.size() : points.size() - 1;
        for (qsizetype i = 0; i < last; ++i) {
            addSegment(out, points[i], points[(i + 1) % points.size()], stroke);
        }
        // Joins of lines thinner than two pixels cannot be seen.
        for (qsizetype i = 0; stroke.width >= 2 && i < points.size(); ++i) {
            addDisc(out, points[i], stroke.width / 2, stroke.color, 10);
        }
    }
    for (const auto& disc : overlay.discs) {
        addDisc(out, disc.centre, disc.radius, disc.color, 28);
    }
    return out;
}

void MapOverlay::paint(QPainter& painter) const {
    painter.setBrush(Qt::NoBrush);
    for (const auto& stroke : strokes) {
        painter.setPen(QPen(stroke.color, stroke.width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        if (stroke.isClosed) {
            painter.drawPolygon(stroke.points);
        } else {
            painter.drawPolyline(stroke.points);
        }
    }
    painter.setPen(Qt::NoPen);
    for (const auto& disc : discs) {
        painter.setBrush(disc.color);
        painter.drawEllipse(disc.centre, disc.radius, disc.radius);
    }
}

} // namespace medicobus::app
