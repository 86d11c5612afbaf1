// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "platform/positioning/system_positions.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QNmeaPositionInfoSource>
#include <gtest/gtest.h>

#include <memory>
#include <utility>
#include <vector>

namespace medicobus::platform {

/// The sentences of a recorded track.
inline QByteArray track(const char* name) {
    QFile file(QStringLiteral(MEDICOBUS_TRACKS "/%1.nmea").arg(QLatin1String(name)));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly)) << name;
    return file.readAll();
}

/// The receiver's sentences as they come in, all at once.
class Replay {
public:
    explicit Replay(QByteArray sentences) : m_sentences(std::move(sentences)) {
        m_wire.open(QIODevice::ReadOnly);
        positions = std::make_unique<SystemPositions>([this] {
            auto source =
                std::make_unique<QNmeaPositionInfoSource>(QNmeaPositionInfoSource::RealTimeMode, nullptr);
            source->setDevice(&m_wire);
            m_nmea = source.get();
            return source;
        });
    }
    void run() {
        positions->start([this](const clinic::Fix& fix) { fixes.push_back(fix); },
                         [this](clinic::PositionSource::Health health) { healths.push_back(health); });
        arrive();
    }
    void arrive() {
        m_nmea->setUpdateInterval(0);  // Each fix is told as it comes.
        m_wire.buffer() = m_sentences; // What lies there before the start is old, and skipped.
        Q_EMIT m_wire.readyRead();
        QCoreApplication::processEvents();
    }

    std::vector<clinic::Fix> fixes;
    std::vector<clinic::PositionSource::Health> healths;
    std::unique_ptr<SystemPositions> positions;

private:
    QByteArray m_sentences;
    QBuffer m_wire;
    QNmeaPositionInfoSource* m_nmea = nullptr;
};

} // namespace medicobus::platform
