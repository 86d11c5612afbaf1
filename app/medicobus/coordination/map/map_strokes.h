// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QColor>
#include <QPointF>
#include <QPolygonF>

#include <vector>

class QPainter;

namespace medicobus::app {

/// A line of constant width on the screen.
struct MapStroke {
    QPolygonF points;
    bool isClosed = false;
    double width = 1;
    QColor color;
};

/// A round mark of constant size on the screen.
struct MapDisc {
    QPointF centre;
    double radius = 0;
    QColor color;
};

/// What lies over the cells, in the item's pixels and in drawing order: strokes, then discs.
struct MapOverlay {
    std::vector<MapStroke> strokes;
    std::vector<MapDisc> discs;

    void paint(QPainter& painter) const;
};

/// One corner of a triangle with its colour.
struct ColoredCorner {
    float x;
    float y;
    QColor color;
};

/// The overlay as triangles, three corners each; strokes have round joins.
std::vector<ColoredCorner> triangles(const MapOverlay& overlay);

} // namespace medicobus::app
