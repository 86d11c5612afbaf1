// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace medicobus::app {

/// Which part of a flat map an item shows: the transform between map units and the item's pixels.
class MapView {
public:
    /// Pixels kept free around the territory when it is shown whole.
    static constexpr double margin = 16;
    static constexpr double closest = 40; ///< Largest zoom, as a multiple of the whole view.

    /// A view that shows everything keeps showing everything; another keeps its centre and scale.
    void setSize(const QSizeF& size);
    void setBounds(const QRectF& bounds);

    void fit();
    /// Scales about a pixel, which keeps the same place under it.
    void zoomAt(const QPointF& pixel, double factor);
    void panBy(const QPointF& pixels);
    /// Moves just enough that the place lies well inside the item.
    void reveal(const QPointF& place);

    QPointF toPixel(const QPointF& place) const;
    QPointF toMap(const QPointF& pixel) const;
    /// Pixels per map unit.
    double scale() const { return m_scale; }
    /// 1 when the whole territory is shown.
    double zoom() const;
    QSizeF size() const { return m_size; }

private:
    double wholeScale() const;
    void keepInside();

    QSizeF m_size;
    QRectF m_bounds;
    QPointF m_centre;
    double m_scale = 1;
    bool m_isWhole = true;
};

} // namespace medicobus::app
