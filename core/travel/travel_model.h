// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/geo.h"

#include <chrono>
#include <string_view>

namespace medicobus::travel {

using Seconds = std::chrono::duration<double>;

/// Driving between two points, whatever it is read from.
class TravelModel {
public:
    virtual ~TravelModel() = default;

    /// Driving time, not rounded.
    virtual Seconds time(const GeoPoint& from, const GeoPoint& to) const = 0;
    virtual Meters distance(const GeoPoint& from, const GeoPoint& to) const = 0;
    /// "estimate", "matrix" or "osrm": shown on every plan.
    virtual std::string_view kind() const = 0;
};

/// `detour` x great circle at a constant speed (`planning.md` section 2).
class TravelEstimate : public TravelModel {
public:
    TravelEstimate(double detour, double kilometresPerHour) : m_detour(detour), m_kmh(kilometresPerHour) {}

    Seconds time(const GeoPoint& from, const GeoPoint& to) const override;
    Meters distance(const GeoPoint& from, const GeoPoint& to) const override;
    std::string_view kind() const override { return "estimate"; }

private:
    double m_detour;
    double m_kmh;
};

} // namespace medicobus::travel
