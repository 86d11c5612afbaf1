// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/geo.h"
#include "base/json_reader.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace medicobus::clinic {

/// One position as a receiver gives it.
struct Fix {
    Instant at; ///< The receiver's time.
    GeoPoint point;
    std::optional<Meters> accuracy{}; ///< Radius; none when the receiver does not say.
};

/// A time during which the bus stood at a place.
struct Stay {
    std::string place; ///< Empty: where the tour began, the depot.
    Instant from;
    std::optional<Instant> until; ///< None while it stands there.

    friend bool operator==(const Stay&, const Stay&) = default;
};

/// Where the bus is expected to stand; the key is the caller's.
struct ExpectedPlace {
    std::string key;
    GeoPoint point;

    friend bool operator==(const ExpectedPlace&, const ExpectedPlace&) = default;
};

/// Where the bus stood and how far it drove, from the positions of one tour. No track is kept: only the
/// stays, the length, and the last position.
///
/// Receivers err, so a fix is left out that is vague, old, or not to be reached by driving from the one
/// before; several such that agree with each other are believed after all. The bus stands when it has not
/// moved further than its positions are vague for two minutes, so that passing through a village, or a
/// detour around the square, is no stay.
class Whereabouts {
public:
    /// A place without a key is a depot known from earlier tours; where the first fix lies is another.
    explicit Whereabouts(std::vector<ExpectedPlace> places) : m_places(std::move(places)) {}

    void take(const Fix& fix);

    const std::vector<ExpectedPlace>& places() const { return m_places; }
    const std::vector<Stay>& stays() const { return m_stays; }
    /// Driven since the first fix. A gap, as in a tunnel, counts as a straight line: never more than was
    /// driven.
    Meters driven() const { return m_driven; }
    /// The last position that was believed.
    const std::optional<Fix>& lastFix() const { return m_last; }

    /// What goes on after a restart; the places are not part of it.
    Json kept() const;
    /// Takes it up again; what cannot be read is left out, and the tour begins anew from the next fix.
    void takeUp(const Json& kept);

private:
    bool isVague(const Fix& fix) const;
    bool canFollow(const Fix& before, const Fix& after) const;
    void doubt(const Fix& fix);
    void follow(const Fix& fix);
    void noteMove(const Fix& fix);
    void noteStay(const Fix& fix);
    std::optional<std::string> placeNear(const GeoPoint& point) const;

    std::vector<ExpectedPlace> m_places;
    std::optional<GeoPoint> m_depot;
    std::vector<Stay> m_stays;
    Meters m_driven{};
    std::optional<Fix> m_last;   ///< The last one believed.
    std::optional<Fix> m_anchor; ///< Since when, and where, the bus has not moved.
    std::optional<GeoPoint> m_stood;
    std::optional<Instant> m_outside; ///< Since when it is away from where it stood.
    std::vector<Fix> m_doubted;
};

/// A point as whole millionths of a degree, about a decimetre: `[48470000, 20000]`.
Json written(const GeoPoint& point);
/// Nothing for anything else.
std::optional<GeoPoint> pointFrom(const Json& text);

} // namespace medicobus::clinic
