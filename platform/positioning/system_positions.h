// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/position/position_source.h"

#include <QObject>
#include <QString>

#include <memory>

class QGeoPositionInfo;
class QGeoPositionInfoSource;

namespace medicobus::platform {

/// The position of the device by Qt Positioning.
class SystemPositions : public QObject, public clinic::PositionSource {
    Q_OBJECT

public:
    /// How a source of Qt's is had, at the first start; null for a device without.
    using Maker = std::function<std::unique_ptr<QGeoPositionInfoSource>()>;

    explicit SystemPositions(Maker make);
    /// What the system offers; or, of a recorded NMEA file, its sentences at the pace of their times.
    static Maker systemOrRecorded(const QString& nmeaFile);
    ~SystemPositions() override;

    void start(std::function<void(const clinic::Fix&)> take, std::function<void(Health)> note) override;
    void stop() override;

private:
    void listen();
    void hear(const QGeoPositionInfo& info);
    void say(Health health);

    Maker m_make;
    std::unique_ptr<QGeoPositionInfoSource> m_source;
    std::function<void(const clinic::Fix&)> m_take;
    std::function<void(Health)> m_note;
};

} // namespace medicobus::platform
