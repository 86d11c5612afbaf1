// SPDX-License-Identifier: EUPL-1.2
#include "print/page_pen.h"

#include <QFontMetricsF>
#include <QPageLayout>
#include <QPen>

namespace medicobus::app {

namespace {
constexpr int dotsPerInch = 600;
constexpr double millimetresPerInch = 25.4;
constexpr double margin = 15;
constexpr int wrapped = static_cast<int>(Qt::TextWordWrap);
} // namespace

PagePen::PagePen(const QString& title) : m_unit(dotsPerInch / millimetresPerInch) {
    m_buffer.open(QIODevice::WriteOnly);
    m_writer = std::make_unique<QPdfWriter>(&m_buffer);
    m_writer->setTitle(title);
    m_writer->setCreator(QStringLiteral("Médicobus"));
    m_writer->setResolution(dotsPerInch);
    m_writer->setPageSize(QPageSize(QPageSize::A4));
    m_writer->setPageMargins(QMarginsF(margin, margin, margin, margin), QPageLayout::Millimeter);
    m_painter.begin(m_writer.get());
    m_painter.setPen(Qt::black);
}

void PagePen::newPage() {
    m_writer->newPage();
}

QRectF PagePen::rect(double x, double y, double w, double h) const {
    return {x * m_unit, y * m_unit, w * m_unit, h * m_unit};
}

void PagePen::setFont(double points, bool isStrong) {
    QFont font(QStringLiteral("Inter"));
    font.setStyleHint(QFont::SansSerif);
    font.setPointSizeF(points);
    font.setWeight(isStrong ? QFont::DemiBold : QFont::Normal);
    m_painter.setFont(font);
}

double PagePen::text(double x, double y, double lineWidth, double points, const QString& what, bool isStrong,
                     Qt::Alignment alignment) {
    setFont(points, isStrong);
    QRectF taken;
    m_painter.drawText(rect(x, y, lineWidth, height), static_cast<int>(alignment | Qt::AlignTop) | wrapped,
                       what, &taken);
    return taken.height() / m_unit;
}

void PagePen::fitted(const QRectF& place, double points, const QString& what, bool isStrong) {
    constexpr double smallest = 5;
    constexpr double step = 0.5;
    const QRectF dots = rect(place.x(), place.y(), place.width(), place.height());
    const auto fits = [&](double size) {
        setFont(size, isStrong);
        const QRectF taken = m_painter.boundingRect(dots, wrapped, what);
        return taken.height() <= dots.height() && taken.width() <= dots.width();
    };
    double size = points;
    while (size > smallest && !fits(size)) {
        size -= step;
    }
    const bool isWhole = fits(size);
    const QString shown =
        isWhole
            ? what
            : QFontMetricsF(m_painter.font(), m_writer.get()).elidedText(what, Qt::ElideRight, dots.width());
    m_painter.drawText(dots, static_cast<int>(Qt::AlignVCenter) | (isWhole ? wrapped : 0), shown);
}

double PagePen::heightOf(double lineWidth, double points, const QString& what, bool isStrong) {
    setFont(points, isStrong);
    return m_painter
               .boundingRect(rect(0, 0, lineWidth, height), static_cast<int>(Qt::AlignTop) | wrapped, what)
               .height()
           / m_unit;
}

void PagePen::line(double x1, double y1, double x2, double y2, double weight) {
    m_painter.setPen(QPen(Qt::black, weight * m_unit));
    m_painter.drawLine(QPointF(x1, y1) * m_unit, QPointF(x2, y2) * m_unit);
}

void PagePen::box(double x, double y, double side) {
    m_painter.setPen(QPen(Qt::black, 0.4 * m_unit));
    m_painter.drawRect(rect(x, y, side, side));
}

QByteArray PagePen::finish() {
    m_painter.end();
    m_writer.reset();
    m_buffer.close();
    return m_bytes;
}

} // namespace medicobus::app
