// SPDX-License-Identifier: EUPL-1.2
#include "screen_check.h"

#include <QAccessible>

namespace medicobus::app {

namespace {

constexpr double smallestTarget = 48;
constexpr double slack = 1; ///< Rounding of font metrics.

/// What is beyond the edge of something that scrolls is out of view, not lost.
QRectF openedByScrolling(const QQuickItem& flickable, const QRectF& own, const QRectF& window) {
    constexpr double far = 1e6;
    QRectF view = own.intersected(window);
    if (flickable.property("contentHeight").toDouble() > flickable.height()) {
        view.setTop(-far);
        view.setBottom(far);
    }
    if (flickable.property("contentWidth").toDouble() > flickable.width() + slack) {
        view.setLeft(-far);
        view.setRight(far);
    }
    return view;
}

bool isControl(const QQuickItem& item) {
    for (const char* kind : {"QQuickAbstractButton", "QQuickTextInput", "QQuickTextEdit", "QQuickSlider",
                             "QQuickComboBox", "QQuickSpinBox"}) {
        if (item.inherits(kind)) {
            return true;
        }
    }
    return false;
}

} // namespace

QStringList ScreenCheck::faultsOf(QQuickItem& root) {
    m_faults.clear();
    const QRectF window(0, 0, root.width(), root.height());
    walk(root, window, window);
    return m_faults;
}

void ScreenCheck::walk(QQuickItem& item, const QRectF& window, const QRectF& view) {
    if (!item.isVisible() || item.opacity() == 0) {
        return;
    }
    if (item.inherits("QQuickText")) {
        checkText(item, view);
    }
    if (isControl(item) && item.isEnabled()) {
        checkControl(item);
    }
    QRectF inner = view;
    const QRectF own = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()));
    if (item.inherits("QQuickFlickable")) {
        inner = openedByScrolling(item, own, view);
    } else if (item.property("followsScroll").toBool()) {
        // Headings that move with a board below them.
        inner = QRectF(-1e6, view.top(), 2e6, view.height());
    } else if (item.clip()) {
        inner = view.intersected(own);
    }
    for (QQuickItem* child : item.childItems()) {
        walk(*child, window, inner);
    }
}

void ScreenCheck::checkText(const QQuickItem& text, const QRectF& view) {
    if (text.property("text").toString().trimmed().isEmpty()) {
        return;
    }
    const double width = text.property("contentWidth").toDouble();
    const double height = text.property("contentHeight").toDouble();
    if (text.property("truncated").toBool()) {
        report(text, QStringLiteral("is elided"));
    } else if (width > text.width() + slack) {
        report(text, QStringLiteral("is wider (%1) than its place (%2)").arg(width).arg(text.width()));
    } else if (height > text.height() + slack) {
        report(text, QStringLiteral("is higher (%1) than its place (%2)").arg(height).arg(text.height()));
    }
    const QRectF painted = text.mapRectToScene(QRectF(0, 0, text.width(), height));
    if (!view.adjusted(-slack, -slack, slack, slack).contains(painted)) {
        report(text, QStringLiteral("is cut at (%1, %2, %3 x %4)")
                         .arg(painted.x())
                         .arg(painted.y())
                         .arg(painted.width())
                         .arg(painted.height()));
    }
}

void ScreenCheck::checkControl(QQuickItem& control) {
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&control);
    if (!accessible || accessible->text(QAccessible::Name).trimmed().isEmpty()) {
        report(control, QStringLiteral("has no accessible name"));
    }
    if (control.width() + slack < smallestTarget || control.height() + slack < smallestTarget) {
        report(control, QStringLiteral("is a target of %1 x %2").arg(control.width()).arg(control.height()));
    }
}

void ScreenCheck::report(const QQuickItem& item, const QString& what) {
    QString kind = QString::fromLatin1(item.metaObject()->className());
    kind.truncate(kind.indexOf(QStringLiteral("_QML")) < 0 ? kind.size()
                                                           : kind.indexOf(QStringLiteral("_QML")));
    m_faults << QStringLiteral("%1 \"%2\" %3").arg(kind, item.property("text").toString(), what);
}

} // namespace medicobus::app
