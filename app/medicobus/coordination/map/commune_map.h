// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "coordination/map/map_scene.h"
#include "coordination/map/map_tour.h"

#include <QPointer>
#include <QQuickItem>

namespace medicobus::app {

/// The map of need: communes coloured by depth, one selected, one hovered, and a tour over them. Wheel, drag
/// and keys move the view; a pinch handler calls `zoomBy` and `panBy`.
class CommuneMap : public QQuickItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(medicobus::app::MapSource* source READ source WRITE setSource NOTIFY sourceChanged REQUIRED)
    Q_PROPERTY(int selected READ selected WRITE setSelected NOTIFY selectedChanged)
    Q_PROPERTY(int hovered READ hovered NOTIFY hoveredChanged)
    Q_PROPERTY(medicobus::app::MapTour tour READ tour WRITE setTour NOTIFY tourChanged)
    Q_PROPERTY(QList<QColor> classColors READ classColors WRITE setClassColors NOTIFY colorsChanged)
    Q_PROPERTY(QColor unknownColor MEMBER m_unknownColor WRITE setUnknownColor NOTIFY colorsChanged)
    Q_PROPERTY(QColor hatchColor MEMBER m_hatchColor WRITE setHatchColor NOTIFY colorsChanged)
    Q_PROPERTY(QColor edgeColor MEMBER m_edgeColor WRITE setEdgeColor NOTIFY colorsChanged)
    /// The outline of the territory, of the chosen commune, and the line of a tour.
    Q_PROPERTY(QColor inkColor MEMBER m_inkColor WRITE setInkColor NOTIFY colorsChanged)
    Q_PROPERTY(QColor tourColor MEMBER m_tourColor WRITE setTourColor NOTIFY colorsChanged)
    /// Drawn under lines and marks so that they show on any colour.
    Q_PROPERTY(QColor haloColor MEMBER m_haloColor WRITE setHaloColor NOTIFY colorsChanged)
    /// Where the chosen commune lies, in the item's pixels.
    Q_PROPERTY(QPointF selectedPoint READ selectedPoint NOTIFY viewChanged)
    /// 1 when the whole territory is shown.
    Q_PROPERTY(qreal zoom READ zoom NOTIFY viewChanged)
    Q_PROPERTY(qreal pixelsPerKilometre READ pixelsPerKilometre NOTIFY viewChanged)

public:
    explicit CommuneMap(QQuickItem* parent = nullptr);

    MapSource* source() const { return m_source; }
    void setSource(MapSource* source);
    int selected() const { return m_selected; }
    void setSelected(int commune);
    int hovered() const { return m_hovered; }
    MapTour tour() const { return m_tour; }
    void setTour(const MapTour& tour);
    QList<QColor> classColors() const;
    void setClassColors(const QList<QColor>& colors);
    void setUnknownColor(const QColor& color) { setColor(m_unknownColor, color); }
    void setHatchColor(const QColor& color) { setColor(m_hatchColor, color); }
    void setEdgeColor(const QColor& color) { setColor(m_edgeColor, color); }
    void setInkColor(const QColor& color) { setColor(m_inkColor, color); }
    void setTourColor(const QColor& color) { setColor(m_tourColor, color); }
    void setHaloColor(const QColor& color) { setColor(m_haloColor, color); }
    QPointF selectedPoint() const;
    qreal zoom() const { return m_view.zoom(); }
    qreal pixelsPerKilometre() const { return m_view.scale(); }

    /// The commune drawn at a pixel of the item, or -1.
    Q_INVOKABLE int communeAt(qreal x, qreal y) const;
    /// Where a commune lies, in the item's pixels.
    Q_INVOKABLE QPointF pointOf(int commune) const;
    Q_INVOKABLE void zoomBy(qreal factor, QPointF about);
    Q_INVOKABLE void panBy(qreal x, qreal y);
    Q_INVOKABLE void showAll();

Q_SIGNALS:
    void sourceChanged();
    void selectedChanged();
    void hoveredChanged();
    void tourChanged();
    void colorsChanged();
    void viewChanged();
    /// A person chose a commune on the map; -1 beside all of them.
    void chosen(int commune);

protected:
    QSGNode* updatePaintNode(QSGNode* old, UpdatePaintNodeData* data) override;
    void geometryChange(const QRectF& now, const QRectF& before) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void hoverMoveEvent(QHoverEvent* event) override;
    void hoverLeaveEvent(QHoverEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setColor(QColor& own, const QColor& color);
    void setHovered(int commune);
    void moved();
    MapPalette palette() const;
    MapOverlay overlay() const;
    void addTour(MapOverlay& overlay) const;
    void addOutline(MapOverlay& overlay, int commune, double width) const;

    QPointer<MapSource> m_source;
    MapView m_view;
    MapTour m_tour;
    int m_selected = -1;
    int m_hovered = -1;
    QList<QColor> m_classColors;
    QColor m_unknownColor;
    QColor m_hatchColor;
    QColor m_edgeColor;
    QColor m_inkColor;
    QColor m_tourColor;
    QColor m_haloColor;
    bool m_areCellsStale = true;
    QPointF m_pressed;
    QPointF m_dragged;
    bool m_isDrag = false;
};

} // namespace medicobus::app
