// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/budget.h"
#include "routing/exact/clock.h"
#include "routing/exact/loads.h"
#include "routing/exact/place_set.h"

#include <optional>
#include <vector>

namespace medicobus::routing {

/// A partial route of one vehicle, up to the end of the service at its last place.
struct Label {
    PlaceSet set = 0;
    std::int16_t last = -1; ///< -1: at the vehicle's start.
    std::uint16_t breaks = 0;
    Cost cost = 0;
    RouteClock clock;
    Time driving = 0; ///< Only where driving is limited.
    Peaks peaks{};
    std::int32_t before = -1;
    std::int32_t next = -1; ///< In the list of those with the same set, last place and breaks.
    bool isDominated = false;
};

/// The partial routes of one vehicle that no other dominates: same places, same last one, same breaks taken,
/// and no better in any respect.
class Labels {
public:
    static constexpr std::int32_t root = 0;

    Labels(const Problem& problem, const Vehicle& vehicle, const Budget& budget);

    std::size_t size() const { return m_labels.size(); }
    const Label& operator[](std::int32_t id) const { return m_labels[static_cast<std::size_t>(id)]; }
    /// The first label of a set with a last place and a number of breaks; -1 when there is none.
    std::int32_t first(PlaceSet set, int last, std::size_t breaks) const {
        return m_heads[bucket(set, last, breaks)];
    }
    /// Too many labels, or no budget left: the answer would not be exact.
    bool isExhausted() const { return m_isExhausted; }

    /// Adds the routes that go on from a label to one more place; those that are new come last.
    void extend(std::int32_t from, int to);
    /// Cost of the route that goes home from a label, without the vehicle's fixed cost; none when unlawful.
    std::optional<Cost> home(std::int32_t from);
    /// Its places, in order.
    std::vector<int> places(std::int32_t label) const;

    /// Places that the vehicle may visit at all, on its day and by its skills.
    PlaceSet eligible() const { return m_eligible; }

private:
    std::size_t bucket(PlaceSet set, int last, std::size_t breaks) const {
        return (static_cast<std::size_t>(set) * m_problem.places.size() + static_cast<std::size_t>(last))
                   * (m_vehicle.breaks.size() + 1)
               + breaks;
    }
    const Place& place(int index) const { return m_problem.places[static_cast<std::size_t>(index)]; }
    std::optional<int> nodeOf(const Label& label) const {
        return label.last < 0 ? m_vehicle.start : place(label.last).node;
    }

    bool drive(Label& label, std::optional<int> from, std::optional<int> to) const;
    RouteClock later(RouteClock clock, Time length) const;
    void takeBreaks(const Label& label, Time driveTime);
    void passBreak(const std::vector<RouteClock>& before, std::size_t index,
                   std::vector<RouteClock>& after) const;
    bool isLawful(const RouteClock& clock) const;
    void keep(Label label);

    const Problem& m_problem;
    const Vehicle& m_vehicle;
    const Matrix& m_matrix;
    const Budget& m_budget;
    Loads m_loads;
    bool m_keepsWork;
    Time m_span = 0; ///< The longest duty with all breaks.
    PlaceSet m_eligible = 0;
    std::vector<Gate> m_gates;
    std::vector<Gate> m_breakGates;
    std::vector<Label> m_labels;
    std::vector<std::int32_t> m_heads; ///< First label by set, last place and breaks.
    bool m_isExhausted = false;
    // Room used again and again while a label is extended.
    std::vector<std::vector<RouteClock>> m_pauses;
    std::vector<std::vector<RouteClock>> m_arrivals;
    std::vector<RouteClock> m_starts;
};

} // namespace medicobus::routing
