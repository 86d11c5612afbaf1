// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QObject>
#include <QString>
#include <QTimer>

#include <chrono>
#include <functional>

namespace medicobus::app {

/// Counts down, each second and in words, until a PIN may be tried again.
class PinWait : public QObject {
    Q_OBJECT

public:
    /// `left` tells how long it still is, zero when a PIN may be tried.
    explicit PinWait(std::function<std::chrono::milliseconds()> left, QObject* parent = nullptr);

    bool isWaiting() const { return m_wait.count() > 0; }
    /// "Prochain essai dans 4 minutes 5 secondes"; empty when a PIN may be tried.
    QString text() const;
    /// The same as it is to be read out: it changes every ten seconds, and at each of the last three.
    QString spoken() const;
    /// Looks how long it is, and goes on looking until it is over.
    void follow();

Q_SIGNALS:
    void changed();

private:
    std::function<std::chrono::milliseconds()> m_left;
    std::chrono::seconds m_wait{0};
    QTimer m_second;
};

} // namespace medicobus::app
