// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/problem.h"

#include <cstdint>
#include <span>
#include <vector>

namespace medicobus::routing::single {

/// From the start of one service to the start of the next.
struct Arc {
    std::int32_t travel = 0; ///< Service, drive and setup.
    std::int32_t cost = 0;
};

/// Cost of what is no arc: no sum of true ones reaches it.
inline constexpr std::int32_t forbidden = 1 << 29;
/// No lawful time or sum of costs is above this.
inline constexpr std::int32_t largest = 1 << 28;

struct Reading;

/// Stations as bits.
class StationSet {
public:
    explicit StationSet(int size = 0) : m_words((static_cast<std::size_t>(size) + 63) / 64) {}

    void insert(int station) { m_words[word(station)] |= bit(station); }
    bool contains(int station) const { return (m_words[word(station)] & bit(station)) != 0; }
    bool meets(const StationSet& other) const;
    void unite(const StationSet& other);
    std::span<const std::uint64_t> words() const { return m_words; }

private:
    static std::size_t word(int station) { return static_cast<std::size_t>(station) / 64; }
    static std::uint64_t bit(int station) {
        return std::uint64_t{1} << (static_cast<unsigned>(station) % 64);
    }

    std::vector<std::uint64_t> m_words;
};

/// One vehicle's day as stations 0 (its start), 1 to n (its places, by window) and n + 1 (its end), with
/// windows made as narrow, and arcs as few, as every lawful order allows. The times need not be triangular.
class Model {
public:
    /// Whether all sums along an order stay below `largest` and no number is below 0.
    static bool canHold(const Problem& problem);

    /// Of a problem with one vehicle and at most one window a place on its day, and that it can hold.
    explicit Model(const Problem& problem);

    int size() const { return m_size; }
    int end() const { return m_size - 1; }
    int places() const { return m_size - 2; }
    /// The place of stations 1 to n.
    int placeOf(int station) const { return m_placeOf[static_cast<std::size_t>(station)]; }

    Arc arc(int from, int to) const { return m_arcs[at(from, to)]; }
    /// Arcs out of a station, by where they lead.
    const Arc* out(int from) const { return &m_arcs[at(from, 0)]; }
    /// Arcs into a station, by where they come from.
    const Arc* in(int to) const { return &m_arcsIn[at(to, 0)]; }
    std::int32_t opens(int station) const { return m_opens[static_cast<std::size_t>(station)]; }
    std::int32_t closes(int station) const { return m_closes[static_cast<std::size_t>(station)]; }
    /// The shortest travel over any other places.
    std::int32_t reach(int from, int to) const { return m_reach[at(from, to)]; }
    /// What every lawful order has before the station.
    const StationSet& before(int station) const { return m_before[static_cast<std::size_t>(station)]; }
    const StationSet& after(int station) const { return m_after[static_cast<std::size_t>(station)]; }
    /// Whether a lawful order may have one right after the other.
    bool isAllowed(int from, int to) const { return m_isAllowed[at(from, to)] != 0; }

    /// No lawful order exists; the converse does not hold.
    bool isImpossible() const { return m_isImpossible; }
    /// Whether some order breaks a window or the shift.
    bool isTimed() const { return m_isTimed; }
    bool isSymmetric() const;

private:
    std::size_t at(int from, int to) const {
        return static_cast<std::size_t>(from) * static_cast<std::size_t>(m_size)
               + static_cast<std::size_t>(to);
    }
    void sortPlaces(const Reading& reading);
    void readArcs(const Reading& reading);
    void measureReach();
    bool orderStations();
    bool narrowWindows();
    void forbidArcs();

    int m_size = 0;
    bool m_isImpossible = false;
    bool m_isTimed = false;
    std::vector<int> m_placeOf;
    std::vector<Arc> m_arcs;
    std::vector<Arc> m_arcsIn;
    std::vector<std::uint8_t> m_isAllowed;
    std::vector<std::int32_t> m_opens;
    std::vector<std::int32_t> m_closes;
    std::vector<std::int32_t> m_reach;
    std::vector<StationSet> m_before;
    std::vector<StationSet> m_after;
};

} // namespace medicobus::routing::single
