// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "coordination/map/map_source.h"
#include "coordination/map/map_strokes.h"
#include "coordination/map/map_view.h"

#include <QImage>
#include <QSGNode>

#include <array>

namespace medicobus::app {

/// The colours of the map, all from the theme.
struct MapPalette {
    std::array<QColor, 5> classes;
    QColor unknown;
    QColor hatch;
    QColor edge;
    QColor border;

    friend bool operator==(const MapPalette&, const MapPalette&) = default;
};

/// The scene graph of one map: the cells, uploaded once, under a transform; and the overlay, rebuilt in
/// pixels when something in it or the view changes. Lives on the render thread.
class MapScene : public QSGNode {
public:
    MapScene();

    void setCells(const MapSource* source, const MapPalette& palette);
    void setView(const MapView& view);
    void setOverlay(const MapOverlay& overlay);

private:
    void addTriangles(const MapSource& source, int depthClass, const QColor& color);
    void addLines(const std::vector<QLineF>& lines, const QColor& color);

    QSGTransformNode* m_cells;
    QSGGeometryNode* m_overlay;
};

/// The same picture drawn by the processor, for devices whose scene graph has no graphics card under it.
QImage paintMap(const MapSource* source, const MapPalette& palette, const MapView& view,
                const MapOverlay& overlay, double pixelRatio);

} // namespace medicobus::app
