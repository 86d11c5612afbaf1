// SPDX-License-Identifier: EUPL-1.2
#include "coordination/map/map_view.h"

#include <algorithm>

namespace medicobus::app {

void MapView::setSize(const QSizeF& size) {
    m_size = size;
    if (m_isWhole) {
        fit();
    } else {
        m_scale = std::clamp(m_scale, wholeScale(), wholeScale() * closest);
        keepInside();
    }
}

void MapView::setBounds(const QRectF& bounds) {
    m_bounds = bounds;
    fit();
}

void MapView::fit() {
    m_isWhole = true;
    m_centre = m_bounds.center();
    m_scale = wholeScale();
}

double MapView::wholeScale() const {
    const double width = m_size.width() - 2 * margin;
    const double height = m_size.height() - 2 * margin;
    if (m_bounds.isEmpty() || width <= 0 || height <= 0) {
        return 1;
    }
    return std::min(width / m_bounds.width(), height / m_bounds.height());
}

double MapView::zoom() const {
    return m_scale / wholeScale();
}

void MapView::zoomAt(const QPointF& pixel, double factor) {
    const QPointF place = toMap(pixel);
    m_scale = std::clamp(m_scale * factor, wholeScale(), wholeScale() * closest);
    m_centre += place - toMap(pixel);
    m_isWhole = m_scale <= wholeScale();
    if (m_isWhole) {
        fit();
    }
    keepInside();
}

void MapView::panBy(const QPointF& pixels) {
    if (m_isWhole) {
        return;
    }
    m_centre -= pixels / m_scale;
    keepInside();
}

void MapView::reveal(const QPointF& place) {
    const QPointF pixel = toPixel(place);
    const QRectF inside = QRectF(QPointF(), m_size).adjusted(48, 48, -48, -48);
    if (!m_isWhole && !inside.contains(pixel)) {
        m_centre = place;
        keepInside();
    }
}

void MapView::keepInside() {
    m_centre = {std::clamp(m_centre.x(), m_bounds.left(), m_bounds.right()),
                std::clamp(m_centre.y(), m_bounds.top(), m_bounds.bottom())};
}

QPointF MapView::toPixel(const QPointF& place) const {
    return (place - m_centre) * m_scale + QPointF(m_size.width() / 2, m_size.height() / 2);
}

QPointF MapView::toMap(const QPointF& pixel) const {
    return (pixel - QPointF(m_size.width() / 2, m_size.height() / 2)) / m_scale + m_centre;
}

} // namespace medicobus::app
