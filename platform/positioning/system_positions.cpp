// SPDX-License-Identifier: EUPL-1.2
#include "platform/positioning/system_positions.h"

#include <QGeoPositionInfo>
#include <QGeoPositionInfoSource>
#include <QNmeaPositionInfoSource>
#include <QUrl>
#include <QVariantMap>

namespace medicobus::platform {

namespace {

/// A bus covers some thirty metres meanwhile.
constexpr int everyMs = 2'000;
/// What one unit of the receiver's dilution is worth, metres: GPS alone, of 95 %.
constexpr double rangeError = 5.1;

} // namespace

SystemPositions::Maker SystemPositions::systemOrRecorded(const QString& nmeaFile) {
    return [nmeaFile] {
        if (nmeaFile.isEmpty()) {
            return std::unique_ptr<QGeoPositionInfoSource>(
                QGeoPositionInfoSource::createDefaultSource(nullptr));
        }
        const QVariantMap where{{QStringLiteral("nmea.source"), QUrl::fromLocalFile(nmeaFile).toString()}};
        return std::unique_ptr<QGeoPositionInfoSource>(
            QGeoPositionInfoSource::createSource(QStringLiteral("nmea"), where, nullptr));
    };
}

SystemPositions::SystemPositions(Maker make) : m_make(std::move(make)) {}

SystemPositions::~SystemPositions() {
    stop();
}

void SystemPositions::listen() {
    if (auto* nmea = qobject_cast<QNmeaPositionInfoSource*>(m_source.get())) {
        nmea->setUserEquivalentRangeError(rangeError);
    }
    m_source->setUpdateInterval(everyMs);
    connect(m_source.get(), &QGeoPositionInfoSource::positionUpdated, this, &SystemPositions::hear);
    connect(m_source.get(), &QGeoPositionInfoSource::errorOccurred, this,
            [this](QGeoPositionInfoSource::Error error) {
                if (error == QGeoPositionInfoSource::UpdateTimeoutError) {
                    say(Health::Silent);
                } else if (error == QGeoPositionInfoSource::AccessError) {
                    say(Health::Refused);
                } else if (error != QGeoPositionInfoSource::NoError) {
                    say(Health::Missing);
                }
            });
}

void SystemPositions::start(std::function<void(const clinic::Fix&)> take, std::function<void(Health)> note) {
    m_take = std::move(take);
    m_note = std::move(note);
    if (!m_source) {
        m_source = m_make();
        if (m_source) {
            listen();
        }
    }
    if (m_source) {
        m_source->startUpdates();
    } else {
        say(Health::Missing);
    }
}

void SystemPositions::stop() {
    if (m_source && m_take) {
        m_source->stopUpdates();
    }
    m_take = {};
    m_note = {};
}

void SystemPositions::hear(const QGeoPositionInfo& info) {
    if (!info.isValid() || !m_take) {
        return;
    }
    say(Health::Good);
    clinic::Fix fix{Instant(std::chrono::milliseconds(info.timestamp().toMSecsSinceEpoch())),
                    {info.coordinate().latitude(), info.coordinate().longitude()},
                    {}};
    if (info.hasAttribute(QGeoPositionInfo::HorizontalAccuracy)) {
        fix.accuracy = Meters{info.attribute(QGeoPositionInfo::HorizontalAccuracy)};
    }
    m_take(fix);
}

void SystemPositions::say(Health health) {
    if (m_note) {
        m_note(health);
    }
}

} // namespace medicobus::platform
