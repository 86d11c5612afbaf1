// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/single/span.h"

#include <cstdint>
#include <vector>

namespace medicobus::routing::single {

/// A lawful order of all stations, or of some of them, with what makes a change of it cheap to judge: the
/// soonest and latest start at each position. The start stands at position 0, the end at the last one.
class Tour {
public:
    explicit Tour(const Model& model);

    const Model& model() const { return *m_model; }
    int length() const { return static_cast<int>(m_stations.size()); }
    int at(int position) const { return m_stations[static_cast<std::size_t>(position)]; }
    /// -1 when the station is left out.
    int positionOf(int station) const { return m_positions[static_cast<std::size_t>(station)]; }
    bool isWhole() const { return length() == m_model->size(); }
    std::int32_t early(int position) const { return m_early[static_cast<std::size_t>(position)]; }
    std::int32_t late(int position) const { return m_late[static_cast<std::size_t>(position)]; }
    std::int64_t cost() const { return m_cost; }
    const std::vector<int>& stations() const { return m_stations; }
    /// Change of cost when the positions from first to last run backwards.
    std::int32_t turned(int first, int last) const {
        return m_turned[static_cast<std::size_t>(last)] - m_turned[static_cast<std::size_t>(first)];
    }

    /// False, and nothing changed, when the order is not lawful.
    bool take(const std::vector<int>& stations);
    /// Swaps the neighbouring runs [first, middle) and [middle, last); the result must be lawful.
    void swapRuns(int first, int middle, int last);
    /// Runs [first, last) backwards; the result must be lawful.
    void turn(int first, int last);
    /// Inserts before a position; the result must be lawful.
    void insert(int station, int position);
    /// Leaves out what stands at [first, last), which keeps any order lawful when travel is triangular;
    /// false, and nothing changed, when it does not.
    bool erase(int first, int last);

private:
    void refresh(int first, int last);
    bool isLawful() const;

    const Model* m_model;
    std::vector<int> m_stations;
    std::vector<int> m_positions;
    std::vector<std::int32_t> m_early;
    std::vector<std::int32_t> m_late;
    std::vector<std::int32_t> m_turned;
    std::int64_t m_cost = 0;
};

} // namespace medicobus::routing::single
