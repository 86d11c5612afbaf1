// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/neighbourhood/tour.h"
#include "routing/solution.h"

namespace medicobus::routing::neighbourhood {

/// What counts when two drafts are compared: duties served first, then the value of the problem.
struct Worth {
    int missing = 0; ///< Duties left out.
    Cost value = 0;  ///< Costs, and prizes lost.

    friend auto operator<=>(const Worth&, const Worth&) = default;
};

/// Which vehicle serves which places in which order, always lawful but for duties left out, with one level of
/// undo. Places with patterns are there on all days of one pattern or not at all.
class Draft {
public:
    explicit Draft(const Model& model);

    const Model& model() const { return *m_model; }
    const Tour& tour(int index) const { return m_tours[static_cast<std::size_t>(index)]; }
    const std::vector<Tour>& tours() const { return m_tours; }
    bool isServed(int place) const { return m_absentAt[static_cast<std::size_t>(place)] < 0; }
    const std::vector<int>& absent() const { return m_absent; }
    /// The tours that have changed since `begin`.
    const std::vector<int>& touched() const { return m_touched; }
    /// Whether a tour has changed since `begin`.
    bool isTouched(int tour) const { return m_isTouched[static_cast<std::size_t>(tour)] != 0; }
    /// The tours that visit a place.
    const std::vector<int>& toursOf(int place) const { return m_toursOf[static_cast<std::size_t>(place)]; }
    Worth worth() const { return {m_missing, m_cost + m_lost}; }
    Time time() const { return m_time; } ///< Drives and setups of all tours.
    Sequences sequences() const;

    /// Whether the pools have enough left for so many visits more.
    bool fitsPools(int place, int visits) const;
    std::int64_t poolLeft(std::size_t pool) const { return m_left[pool]; }

    /// Puts an absent place into one slot a visit; the slots are in different tours.
    void insert(int place, const std::vector<Slot>& slots);
    /// Takes a place out of all its tours, which `settle` then must set in order.
    void remove(int place);
    /// Sets the tours that lost stops on the clock again; one that cannot run without them is emptied.
    void settle();
    /// Takes over tours from elsewhere, as far as each place can be served lawfully by them.
    void adopt(const Sequences& sequences);

    /// From here on changes can be undone.
    void begin();
    void undo();

private:
    void touch(int tour);
    void refresh(int tour);
    void markPlace(int place);
    void setServed(int place, bool isServed);
    void draw(int place, std::int64_t visits);
    bool followsPattern(int place) const;

    const Model* m_model;
    std::vector<Tour> m_tours;
    std::vector<std::vector<int>> m_toursOf;
    std::vector<int> m_absent;
    std::vector<int> m_absentAt; ///< Place of each place in `m_absent`; -1 when served.
    std::vector<std::int64_t> m_left;
    Cost m_cost = 0;
    Cost m_lost = 0;
    Time m_time = 0;
    int m_missing = 0;

    std::uint64_t m_stamp = 0; ///< The last one given to a tour.

    struct PlaceBefore {
        int place = 0;
        std::vector<int> tours;
    };
    std::vector<char> m_isTouched;
    std::vector<int> m_touched;
    std::vector<Tour> m_before; ///< The touched tours as they were, at their own index.
    std::vector<char> m_isMarked;
    std::vector<PlaceBefore> m_marked;
    std::size_t m_markedCount = 0;
    std::vector<int> m_unsettled;
};

} // namespace medicobus::routing::neighbourhood
