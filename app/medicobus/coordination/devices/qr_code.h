// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QColor>
#include <QQuickPaintedItem>
#include <QtQml/qqmlregistration.h>

namespace medicobus::app {

/// Draws a text as a QR code with its quiet border, in whole pixels; nothing for a text that is too long.
class QrCode : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed)
    Q_PROPERTY(QColor ink READ ink WRITE setInk NOTIFY changed)
    Q_PROPERTY(QColor ground READ ground WRITE setGround NOTIFY changed)

public:
    explicit QrCode(QQuickItem* parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString& text);
    QColor ink() const { return m_ink; }
    void setInk(const QColor& ink);
    QColor ground() const { return m_ground; }
    void setGround(const QColor& ground);

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void changed();

private:
    QString m_text;
    QColor m_ink = Qt::black;
    QColor m_ground = Qt::white;
};

} // namespace medicobus::app
