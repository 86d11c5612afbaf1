// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QQuickItem>
#include <QRectF>
#include <QString>
#include <QStringList>

namespace medicobus::app {

/// Walks the items of a shown window and names what a person could not read, touch or hear: text that is
/// elided, cut or outside the window, controls without an accessible name, targets under 48 units.
class ScreenCheck {
public:
    /// One line for each fault; none when all is well.
    QStringList faultsOf(QQuickItem& root);

private:
    void walk(QQuickItem& item, const QRectF& window, const QRectF& view);
    void checkText(const QQuickItem& text, const QRectF& view);
    void checkControl(QQuickItem& control);
    void report(const QQuickItem& item, const QString& what);

    QStringList m_faults;
};

} // namespace medicobus::app
