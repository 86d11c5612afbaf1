// SPDX-License-Identifier: EUPL-1.2
#include "coordination/devices/revocation.h"

#include <utility>

namespace medicobus::app {

namespace {
constexpr int secondsToTakeBack = 10;
} // namespace

DeviceRevocation::DeviceRevocation(QObject* parent) : QObject(parent) {
    m_second.setInterval(1000);
    connect(&m_second, &QTimer::timeout, this, [this] {
        --m_secondsLeft;
        if (m_secondsLeft > 0) {
            Q_EMIT changed();
        } else {
            carryOut();
        }
    });
}

void DeviceRevocation::ask(const QString& device) {
    carryOut();
    m_device = device;
    Q_EMIT changed();
}

void DeviceRevocation::choose(bool wipe) {
    if (m_device.isEmpty() || isDue()) {
        return;
    }
    m_isWipe = wipe;
    m_secondsLeft = secondsToTakeBack;
    m_second.start();
    Q_EMIT changed();
}

void DeviceRevocation::takeBack() {
    m_second.stop();
    m_device.clear();
    Q_EMIT changed();
}

void DeviceRevocation::carryOut() {
    if (!isDue()) {
        return;
    }
    m_second.stop();
    const QString device = std::exchange(m_device, QString());
    Q_EMIT changed();
    Q_EMIT decided(device, m_isWipe);
}

} // namespace medicobus::app
