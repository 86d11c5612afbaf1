// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QBuffer>
#include <QFont>
#include <QPainter>
#include <QPdfWriter>
#include <QRectF>
#include <QString>

#include <memory>

namespace medicobus::app {

/// Draws black and white pages of A4 in millimetres, in memory alone. The origin is the corner of the
/// printed area, 15 mm from the edges.
class PagePen {
public:
    static constexpr double width = 180;  ///< Millimetres.
    static constexpr double height = 267; ///< Millimetres.

    /// `title` is written into the file and must name nobody.
    explicit PagePen(const QString& title);

    void newPage();
    /// Writes from (x, y), the top left corner, broken into lines of that width; the height that it took.
    /// Points are 1/72 inch.
    double text(double x, double y, double lineWidth, double points, const QString& what,
                bool isStrong = false, Qt::Alignment alignment = Qt::AlignLeft);
    /// Writes inside this place (millimetres), in the middle of its height, on as many lines as it holds:
    /// smaller where it must be, down to 5 points, then cut with a mark.
    void fitted(const QRectF& place, double points, const QString& what, bool isStrong = false);
    /// What `text` would take, without writing.
    double heightOf(double lineWidth, double points, const QString& what, bool isStrong = false);
    void line(double x1, double y1, double x2, double y2, double weight = 0.2);
    void box(double x, double y, double side);
    /// The whole file; nothing can be drawn afterwards.
    QByteArray finish();

private:
    QRectF rect(double x, double y, double w, double h) const;
    void setFont(double points, bool isStrong);

    QByteArray m_bytes;
    QBuffer m_buffer{&m_bytes};
    std::unique_ptr<QPdfWriter> m_writer;
    QPainter m_painter;
    double m_unit = 1; ///< Dots a millimetre.
};

} // namespace medicobus::app
