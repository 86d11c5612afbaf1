// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <compare>

namespace medicobus {

/// A length in metres.
struct Meters {
    double value = 0;

    friend auto operator<=>(const Meters&, const Meters&) = default;
    friend Meters operator+(Meters a, Meters b) { return {a.value + b.value}; }
    friend Meters operator*(Meters a, double k) { return {a.value * k}; }
    Meters& operator+=(Meters other) {
        value += other.value;
        return *this;
    }
    double kilometres() const { return value / 1000.0; }
};

/// A WGS 84 position in degrees.
struct GeoPoint {
    double lat = 0;
    double lon = 0;

    friend bool operator==(const GeoPoint&, const GeoPoint&) = default;
};

/// The length of the great circle between two points on a sphere of radius 6,371 km, by the haversine
/// formula (Sinnott 1984), as `planning.md` section 2 asks.
Meters greatCircle(const GeoPoint& from, const GeoPoint& to);

} // namespace medicobus
