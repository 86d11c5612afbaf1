// SPDX-License-Identifier: EUPL-1.2
#include "coordination/devices/qr_code.h"

#include <QPainter>

#include <qrcodegen/qrcodegen.hpp>

#include <algorithm>
#include <exception>

namespace medicobus::app {

namespace {
/// Modules of quiet ground around the code (ISO/IEC 18004).
constexpr int quiet = 4;
} // namespace

QrCode::QrCode(QQuickItem* parent) : QQuickPaintedItem(parent) {}

void QrCode::setText(const QString& text) {
    if (text != m_text) {
        m_text = text;
        update();
        Q_EMIT changed();
    }
}

void QrCode::setInk(const QColor& ink) {
    m_ink = ink;
    update();
    Q_EMIT changed();
}

void QrCode::setGround(const QColor& ground) {
    m_ground = ground;
    update();
    Q_EMIT changed();
}

void QrCode::paint(QPainter* painter) {
    if (m_text.isEmpty()) {
        return;
    }
    try {
        const auto code =
            qrcodegen::QrCode::encodeText(m_text.toUtf8().constData(), qrcodegen::QrCode::Ecc::MEDIUM);
        const int side = code.getSize() + 2 * quiet;
        const int module = std::max(1, static_cast<int>(std::min(width(), height())) / side);
        const int left = (static_cast<int>(width()) - module * side) / 2;
        const int top = (static_cast<int>(height()) - module * side) / 2;
        painter->fillRect(left, top, module * side, module * side, m_ground);
        for (int y = 0; y < code.getSize(); ++y) {
            for (int x = 0; x < code.getSize(); ++x) {
                if (code.getModule(x, y)) {
                    painter->fillRect(left + (x + quiet) * module, top + (y + quiet) * module, module, module,
                                      m_ink);
                }
            }
        }
    } catch (const std::exception&) {
        // Too long for a QR code: the letters beside it say the same.
        return;
    }
}

} // namespace medicobus::app
