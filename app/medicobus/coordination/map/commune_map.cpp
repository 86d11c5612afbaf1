// SPDX-License-Identifier: EUPL-1.2
#include "coordination/map/commune_map.h"

#include <QGuiApplication>
#include <QQuickWindow>
#include <QSGImageNode>
#include <QSGRendererInterface>
#include <QSGTexture>
#include <QStyleHints>

#include <cmath>

namespace medicobus::app {

namespace {

constexpr double keyStep = 64;
constexpr double keyZoom = 1.5;

} // namespace

CommuneMap::CommuneMap(QQuickItem* parent) : QQuickItem(parent) {
    setFlag(ItemHasContents);
    setAcceptedMouseButtons(Qt::LeftButton);
    setAcceptHoverEvents(true);
    setActiveFocusOnTab(true);
}

void CommuneMap::setSource(MapSource* source) {
    if (m_source == source) {
        return;
    }
    m_source = source;
    m_view.setBounds(source ? source->cells().bounds() : QRectF());
    m_areCellsStale = true;
    Q_EMIT sourceChanged();
    moved();
}

void CommuneMap::setSelected(int commune) {
    if (m_selected == commune) {
        return;
    }
    m_selected = commune;
    if (m_source && commune >= 0) {
        m_view.reveal(m_source->place(commune));
    }
    Q_EMIT selectedChanged();
    moved();
}

void CommuneMap::setHovered(int commune) {
    if (m_hovered == commune) {
        return;
    }
    m_hovered = commune;
    Q_EMIT hoveredChanged();
    update();
}

void CommuneMap::setTour(const MapTour& tour) {
    if (m_tour == tour) {
        return;
    }
    m_tour = tour;
    Q_EMIT tourChanged();
    update();
}

QList<QColor> CommuneMap::classColors() const {
    return m_classColors;
}

void CommuneMap::setClassColors(const QList<QColor>& colors) {
    if (m_classColors == colors) {
        return;
    }
    m_classColors = colors;
    m_areCellsStale = true;
    Q_EMIT colorsChanged();
    update();
}

void CommuneMap::setColor(QColor& own, const QColor& color) {
    if (own == color) {
        return;
    }
    own = color;
    m_areCellsStale = true;
    Q_EMIT colorsChanged();
    update();
}

QPointF CommuneMap::selectedPoint() const {
    return pointOf(m_selected);
}

QPointF CommuneMap::pointOf(int commune) const {
    return m_source && commune >= 0 ? m_view.toPixel(m_source->place(commune)) : QPointF();
}

int CommuneMap::communeAt(qreal x, qreal y) const {
    return m_source ? m_source->cells().at(m_view.toMap({x, y})) : -1;
}

void CommuneMap::zoomBy(qreal factor, QPointF about) {
    m_view.zoomAt(about, factor);
    moved();
}

void CommuneMap::panBy(qreal x, qreal y) {
    m_view.panBy({x, y});
    moved();
}

void CommuneMap::showAll() {
    m_view.fit();
    moved();
}

void CommuneMap::moved() {
    Q_EMIT viewChanged();
    update();
}

void CommuneMap::geometryChange(const QRectF& now, const QRectF& before) {
    QQuickItem::geometryChange(now, before);
    if (now.size() != before.size()) {
        m_view.setSize(now.size());
        moved();
    }
}

void CommuneMap::mousePressEvent(QMouseEvent* event) {
    m_pressed = m_dragged = event->position();
    m_isDrag = false;
    // A map shown whole has nowhere to go: the drag belongs to the page around it.
    setKeepMouseGrab(m_view.zoom() > 1);
    forceActiveFocus(Qt::MouseFocusReason);
}

void CommuneMap::mouseMoveEvent(QMouseEvent* event) {
    const QPointF travelled = event->position() - m_pressed;
    if (travelled.manhattanLength() > QGuiApplication::styleHints()->startDragDistance()) {
        m_isDrag = true;
    }
    if (m_isDrag) {
        const QPointF step = event->position() - m_dragged;
        m_dragged = event->position();
        panBy(step.x(), step.y());
    }
}

void CommuneMap::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_isDrag) {
        Q_EMIT chosen(communeAt(event->position().x(), event->position().y()));
    }
}

void CommuneMap::hoverMoveEvent(QHoverEvent* event) {
    setHovered(communeAt(event->position().x(), event->position().y()));
}

void CommuneMap::hoverLeaveEvent(QHoverEvent*) {
    setHovered(-1);
}

void CommuneMap::wheelEvent(QWheelEvent* event) {
    zoomBy(std::pow(2.0, event->angleDelta().y() / 480.0), event->position());
    event->accept();
}

void CommuneMap::keyPressEvent(QKeyEvent* event) {
    const QPointF middle(width() / 2, height() / 2);
    switch (event->key()) {
    case Qt::Key_Left:
        return panBy(keyStep, 0);
    case Qt::Key_Right:
        return panBy(-keyStep, 0);
    case Qt::Key_Up:
        return panBy(0, keyStep);
    case Qt::Key_Down:
        return panBy(0, -keyStep);
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoomBy(keyZoom, middle);
    case Qt::Key_Minus:
        return zoomBy(1 / keyZoom, middle);
    case Qt::Key_Home:
    case Qt::Key_0:
        return showAll();
    default:
        event->ignore();
    }
}

MapPalette CommuneMap::palette() const {
    MapPalette palette{{}, m_unknownColor, m_hatchColor, m_edgeColor, m_inkColor};
    for (qsizetype i = 0; i < m_classColors.size() && i < qsizetype(palette.classes.size()); ++i) {
        palette.classes[std::size_t(i)] = m_classColors[i];
    }
    return palette;
}

void CommuneMap::addOutline(MapOverlay& overlay, int commune, double width) const {
    if (commune < 0 || commune >= m_source->cells().count()) {
        return;
    }
    QPolygonF ring = m_source->cells().ring(commune);
    for (QPointF& point : ring) {
        point = m_view.toPixel(point);
    }
    overlay.strokes.push_back({ring, true, width + 3, m_haloColor});
    overlay.strokes.push_back({ring, true, width, m_inkColor});
}

void CommuneMap::addTour(MapOverlay& overlay) const {
    const auto pixel = [this](const GeoPoint& point) {
        return m_view.toPixel(m_source->cells().project(point));
    };
    QPolygonF line;
    for (const GeoPoint& point : m_tour.line) {
        line << pixel(point);
    }
    overlay.strokes.push_back({line, false, 6, m_haloColor});
    overlay.strokes.push_back({line, false, 3, m_tourColor});
    const auto mark = [&](const GeoPoint& point, double radius, const QColor& rim, const QColor& inside) {
        overlay.discs.push_back({pixel(point), radius + 2, m_haloColor});
        overlay.discs.push_back({pixel(point), radius, rim});
        overlay.discs.push_back({pixel(point), radius - 3, inside});
    };
    for (const GeoPoint& point : m_tour.others) {
        mark(point, 5, m_tourColor, m_haloColor);
    }
    for (const GeoPoint& point : m_tour.stops) {
        mark(point, 9, m_tourColor, m_tourColor);
    }
    for (const GeoPoint& point : m_tour.depots) {
        mark(point, 8, m_inkColor, m_haloColor);
    }
}

MapOverlay CommuneMap::overlay() const {
    MapOverlay overlay;
    if (!m_source) {
        return overlay;
    }
    if (m_hovered != m_selected) {
        addOutline(overlay, m_hovered, 1.5);
    }
    addOutline(overlay, m_selected, 3);
    if (!m_tour.isEmpty()) {
        addTour(overlay);
    }
    return overlay;
}

QSGNode* CommuneMap::updatePaintNode(QSGNode* old, UpdatePaintNodeData*) {
    if (width() <= 0 || height() <= 0) {
        delete old;
        m_areCellsStale = true;
        return nullptr;
    }
    if (window()->rendererInterface()->graphicsApi() == QSGRendererInterface::Software) {
        auto* picture = old ? static_cast<QSGImageNode*>(old) : window()->createImageNode();
        picture->setOwnsTexture(true);
        const QImage image =
            paintMap(m_source, palette(), m_view, overlay(), window()->effectiveDevicePixelRatio());
        picture->setTexture(window()->createTextureFromImage(image));
        picture->setRect(boundingRect());
        return picture;
    }
    auto* scene = static_cast<MapScene*>(old);
    if (!scene) {
        scene = new MapScene;
        m_areCellsStale = true;
    }
    if (m_areCellsStale) {
        scene->setCells(m_source, palette());
        m_areCellsStale = false;
    }
    scene->setView(m_view);
    scene->setOverlay(overlay());
    return scene;
}

} // namespace medicobus::app
