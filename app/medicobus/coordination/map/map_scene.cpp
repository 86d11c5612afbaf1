// SPDX-License-Identifier: EUPL-1.2
#include "coordination/map/map_scene.h"

#include <QMatrix4x4>
#include <QPainter>
#include <QSGFlatColorMaterial>
#include <QSGGeometryNode>
#include <QSGTransformNode>
#include <QSGVertexColorMaterial>

namespace medicobus::app {

namespace {

std::vector<QLineF> edgesOf(const MapCells& cells) {
    std::vector<QLineF> edges;
    for (int commune = 0; commune < cells.count(); ++commune) {
        const QPolygonF& ring = cells.ring(commune);
        for (qsizetype i = 0; i < ring.size(); ++i) {
            edges.emplace_back(ring[i], ring[(i + 1) % ring.size()]);
        }
    }
    return edges;
}

/// Spacing in map units, so that the hatching of the whole territory stays the same texture at any size.
std::vector<QLineF> hatchOf(const MapSource& source) {
    const QRectF bounds = source.cells().bounds();
    const double spacing = (bounds.width() + bounds.height()) / 220;
    std::vector<QLineF> lines;
    for (int commune = 0; commune < source.cells().count(); ++commune) {
        if (source.depthClass(commune) == MapSource::unknownClass) {
            const auto more = hatch(source.cells().ring(commune), spacing);
            lines.insert(lines.end(), more.begin(), more.end());
        }
    }
    return lines;
}

QColor fillOf(const MapPalette& palette, int depthClass) {
    return depthClass == MapSource::unknownClass ? palette.unknown
                                                 : palette.classes[static_cast<std::size_t>(depthClass)];
}

QSGGeometryNode* flatNode(int vertices, unsigned mode, const QColor& color) {
    auto* geometry = new QSGGeometry(QSGGeometry::defaultAttributes_Point2D(), vertices);
    geometry->setDrawingMode(mode);
    auto* material = new QSGFlatColorMaterial;
    material->setColor(color);
    auto* node = new QSGGeometryNode;
    node->setGeometry(geometry);
    node->setMaterial(material);
    node->setFlags(QSGNode::OwnsGeometry | QSGNode::OwnsMaterial | QSGNode::OwnedByParent);
    return node;
}

} // namespace

MapScene::MapScene() : m_cells(new QSGTransformNode), m_overlay(new QSGGeometryNode) {
    appendChildNode(m_cells);
    auto* geometry = new QSGGeometry(QSGGeometry::defaultAttributes_ColoredPoint2D(), 0);
    geometry->setDrawingMode(QSGGeometry::DrawTriangles);
    m_overlay->setGeometry(geometry);
    m_overlay->setMaterial(new QSGVertexColorMaterial);
    m_overlay->setFlags(QSGNode::OwnsGeometry | QSGNode::OwnsMaterial | QSGNode::OwnedByParent);
    appendChildNode(m_overlay);
}

void MapScene::setCells(const MapSource* source, const MapPalette& palette) {
    while (auto* child = m_cells->firstChild()) {
        m_cells->removeChildNode(child);
        delete child;
    }
    if (!source) {
        return;
    }
    for (int depthClass = MapSource::unknownClass; depthClass < int(palette.classes.size()); ++depthClass) {
        addTriangles(*source, depthClass, fillOf(palette, depthClass));
    }
    addLines(hatchOf(*source), palette.hatch);
    addLines(edgesOf(source->cells()), palette.edge);
    addLines(source->cells().border(), palette.border);
}

void MapScene::addTriangles(const MapSource& source, int depthClass, const QColor& color) {
    const MapCells& cells = source.cells();
    int vertices = 0;
    for (int commune = 0; commune < cells.count(); ++commune) {
        if (source.depthClass(commune) == depthClass && cells.ring(commune).size() > 2) {
            vertices += 3 * int(cells.ring(commune).size() - 2);
        }
    }
    if (vertices == 0) {
        return;
    }
    auto* node = flatNode(vertices, QSGGeometry::DrawTriangles, color);
    auto* vertex = node->geometry()->vertexDataAsPoint2D();
    for (int commune = 0; commune < cells.count(); ++commune) {
        const QPolygonF& ring = cells.ring(commune);
        if (source.depthClass(commune) != depthClass) {
            continue;
        }
        // A convex ring is a fan around its first corner.
        for (qsizetype i = 2; i < ring.size(); ++i) {
            for (const QPointF& point : {ring[0], ring[i - 1], ring[i]}) {
                (vertex++)->set(float(point.x()), float(point.y()));
            }
        }
    }
    m_cells->appendChildNode(node);
}

void MapScene::addLines(const std::vector<QLineF>& lines, const QColor& color) {
    if (lines.empty()) {
        return;
    }
    auto* node = flatNode(2 * int(lines.size()), QSGGeometry::DrawLines, color);
    auto* vertex = node->geometry()->vertexDataAsPoint2D();
    for (const QLineF& line : lines) {
        (vertex++)->set(float(line.x1()), float(line.y1()));
        (vertex++)->set(float(line.x2()), float(line.y2()));
    }
    m_cells->appendChildNode(node);
}

void MapScene::setView(const MapView& view) {
    const QPointF origin = view.toPixel({0, 0});
    QMatrix4x4 matrix;
    matrix.translate(float(origin.x()), float(origin.y()));
    matrix.scale(float(view.scale()));
    m_cells->setMatrix(matrix);
}

void MapScene::setOverlay(const MapOverlay& overlay) {
    const auto corners = triangles(overlay);
    m_overlay->geometry()->allocate(int(corners.size()));
    auto* vertex = m_overlay->geometry()->vertexDataAsColoredPoint2D();
    const auto channel = [](double part, double alpha) {
        return static_cast<uchar>(part * alpha * 255 + 0.5);
    };
    for (const auto& [x, y, color] : corners) {
        const double alpha = double(color.alphaF());
        (vertex++)->set(x, y, channel(double(color.redF()), alpha), channel(double(color.greenF()), alpha),
                        channel(double(color.blueF()), alpha), channel(1, alpha));
    }
    m_overlay->markDirty(QSGNode::DirtyGeometry);
}

QImage paintMap(const MapSource* source, const MapPalette& palette, const MapView& view,
                const MapOverlay& overlay, double pixelRatio) {
    QImage image((view.size() * pixelRatio).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(pixelRatio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    if (source) {
        painter.save();
        painter.translate(view.toPixel({0, 0}));
        painter.scale(view.scale(), view.scale());
        const auto pen = [&](const QColor& color) { return QPen(color, 1 / view.scale()); };
        const MapCells& cells = source->cells();
        painter.setPen(pen(palette.edge));
        for (int commune = 0; commune < cells.count(); ++commune) {
            painter.setBrush(fillOf(palette, source->depthClass(commune)));
            painter.drawConvexPolygon(cells.ring(commune));
        }
        painter.setPen(pen(palette.hatch));
        for (const QLineF& line : hatchOf(*source)) {
            painter.drawLine(line);
        }
        painter.setPen(pen(palette.border));
        for (const QLineF& line : cells.border()) {
            painter.drawLine(line);
        }
        painter.restore();
    }
    overlay.paint(painter);
    return image;
}

} // namespace medicobus::app
