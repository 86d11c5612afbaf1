// SPDX-License-Identifier: EUPL-1.2
#include "lock/pin/pin_wait.h"

namespace medicobus::app {

PinWait::PinWait(std::function<std::chrono::milliseconds()> left, QObject* parent)
    : QObject(parent), m_left(std::move(left)) {
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, &PinWait::follow);
}

QString PinWait::text() const {
    const auto whole = m_wait.count();
    if (whole == 0) {
        return {};
    }
    const auto minutes = whole / 60;
    const auto seconds = whole % 60;
    const QString ofSeconds = tr("%n\u00A0seconde(s)", nullptr, static_cast<int>(seconds));
    if (minutes == 0) {
        return tr("Prochain essai dans %1").arg(ofSeconds);
    }
    const QString ofMinutes = tr("%n\u00A0minute(s)", nullptr, static_cast<int>(minutes));
    return seconds == 0 ? tr("Prochain essai dans %1").arg(ofMinutes)
                        : tr("Prochain essai dans %1 %2").arg(ofMinutes, ofSeconds);
}

QString PinWait::spoken() const {
    const auto seconds = m_wait.count();
    if (seconds == 0) {
        return {};
    }
    const auto told = seconds <= 3 ? seconds : (seconds + 9) / 10 * 10;
    return tr("Prochain essai dans %1")
        .arg(told < 60 ? tr("%n\u00A0seconde(s)", nullptr, static_cast<int>(told))
                       : tr("%n\u00A0minute(s)", nullptr, static_cast<int>((told + 59) / 60)));
}

void PinWait::follow() {
    const auto wait = std::chrono::ceil<std::chrono::seconds>(m_left());
    if (wait.count() == 0) {
        m_second.stop();
    } else if (!m_second.isActive()) {
        m_second.start();
    }
    if (wait != m_wait) {
        m_wait = wait;
        Q_EMIT changed();
    }
}

} // namespace medicobus::app
