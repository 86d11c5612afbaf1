// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "clinic/position/whereabouts.h"

#include <cmath>
#include <random>

namespace medicobus::clinic {

/// A bus with a receiver: a fix a second, with a few metres of scatter.
class Drive {
public:
    Drive(Whereabouts& into, GeoPoint from, Instant at) : m_into(into), m_at(at), m_now(from) {}

    Instant now() const { return m_at; }
    GeoPoint here() const { return m_now; }
    void comeBack(Whereabouts& into) { m_into = std::ref(into); }

    /// In a straight line, at this speed in metres a second.
    Drive& to(const GeoPoint& goal, double speed = 14) {
        const double seconds = std::ceil(greatCircle(m_now, goal).value / speed);
        const GeoPoint start = m_now;
        for (int i = 1; i <= static_cast<int>(seconds); ++i) {
            const double part = i / seconds;
            m_now = {start.lat + (goal.lat - start.lat) * part, start.lon + (goal.lon - start.lon) * part};
            second();
        }
        return *this;
    }
    Drive& stand(std::chrono::seconds length, double scatter = 3) {
        const GeoPoint here = m_now;
        for (std::chrono::seconds i{0}; i < length; ++i) {
            m_now = beside(here, scatter);
            second();
        }
        m_now = here;
        return *this;
    }
    /// Time goes by, and the bus along, unheard.
    Drive& unheard(std::chrono::seconds length, const GeoPoint& goal) {
        m_at += length;
        m_now = goal;
        return *this;
    }
    /// One fix from elsewhere; the bus stays where it is.
    Drive& err(const GeoPoint& wrong, Meters accuracy = {8}) {
        m_at += std::chrono::seconds(1);
        m_into.get().take({m_at, wrong, accuracy});
        return *this;
    }
    void second() {
        m_at += std::chrono::seconds(1);
        m_into.get().take({m_at, beside(m_now, 3), Meters{8}});
    }

private:
    GeoPoint beside(const GeoPoint& point, double metres) {
        std::normal_distribution<double> some(0, metres);
        return {point.lat + some(m_chance) / 111'195, point.lon + some(m_chance) / 73'700};
    }

    std::reference_wrapper<Whereabouts> m_into;
    Instant m_at;
    GeoPoint m_now;
    std::mt19937_64 m_chance{20270302};
};

} // namespace medicobus::clinic
