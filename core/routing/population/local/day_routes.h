// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/population/penalties.h"

namespace medicobus::routing::population {

/// Places of the routes of one day.
using Tours = std::vector<std::vector<int>>;

/// One position of a route: what stands before and after it, itself included in both.
struct Spot {
    int place = 0;
    std::int64_t load = 0;
    Cost ahead = 0;    ///< Of the drives from the start to here.
    Cost backward = 0; ///< Of the same drives the other way round.
    Span before;
    Span after;
};

/// A route from the first spot (the start) to the last (the end); spots between them are places.
struct Line {
    std::vector<Spot> spots;
    Cost penalty = 0;
    std::uint64_t changed = 0; ///< Count of changes of the day when this one changed last.

    int size() const { return static_cast<int>(spots.size()) - 2; }
    const Spot& at(int position) const { return spots[static_cast<std::size_t>(position)]; }
    const Spot& end() const { return spots.back(); }
};

/// Where a place stands; line -1: not on this day.
struct Standing {
    int line = -1;
    int position = 0;
};

/// The routes of one day while they are being changed, as many as the day has vehicles, some empty.
class DayRoutes {
public:
    DayRoutes(const Instance& instance, int day);

    void load(const Tours& tours, const Weights& weights);
    /// Counts a line as unchanged since it was last searched with all the others so counted.
    void settle(int line) { m_lines[static_cast<std::size_t>(line)].changed = 0; }
    /// Other weights; the lines that miss a limit count as changed.
    void setWeights(const Weights& weights);
    std::vector<int> tour(int line) const;
    /// Routes that are not empty.
    Tours tours() const;

    const Instance& instance() const { return *m_instance; }
    int day() const { return m_day; }
    int lines() const { return static_cast<int>(m_lines.size()); }
    /// Changes the number of vehicles; before a `load`.
    void limit(int lines) { m_lines.resize(static_cast<std::size_t>(lines)); }
    const Line& line(int line) const { return m_lines[static_cast<std::size_t>(line)]; }
    const Standing& standing(int place) const { return m_standing[static_cast<std::size_t>(place)]; }
    bool has(int place) const { return standing(place).line >= 0; }
    std::uint64_t changes() const { return m_changes; }
    const Cost& fixedCost() const { return m_fleet->fixedCost; }
    /// A line without places, or -1.
    int emptyLine() const;

    Cost loadPenalty(std::int64_t load) const {
        return load > m_fleet->capacity ? (load - m_fleet->capacity) * m_weights.load : 0;
    }
    Cost timePenalty(const Span& span) const { return span.lateness(m_fleet->maxDuty) * m_weights.time; }

    void replace(int line, const std::vector<int>& places);
    void insert(int place, int line, int position);
    void remove(int place);
    /// What leaving out a place changes: drives, fixed cost and penalties.
    Cost costOfRemoval(int place) const;
    /// What one place between positions - 1 and position of a line changes, if it is less than `limit`; else
    /// `limit`.
    Cost costOfInsertion(int place, int line, int position, Cost limit) const;

private:
    void forget(int line);
    void measure(int line);

    const Instance* m_instance;
    const Fleet* m_fleet;
    int m_day;
    Weights m_weights;
    std::vector<Line> m_lines;
    std::vector<Standing> m_standing;
    std::uint64_t m_changes = 0;
    std::vector<int> m_scratch;
};

/// The span of a route put together from pieces.
class Walk {
public:
    Walk(const Instance& instance, const Spot& from)
        : m_instance(instance), m_last(from.place), m_span(from.before) {}

    void visit(int place) {
        m_span = join(m_span, m_instance.leg(m_last, place).time, m_instance.span(place));
        m_last = place;
    }
    /// Positions from `from` to `to` of a line, both included, forwards or backwards.
    void visit(const Line& line, int from, int to, bool isReversed = false) {
        if (isReversed) {
            for (int i = to; i >= from; --i) {
                visit(line.at(i).place);
            }
        } else {
            for (int i = from; i <= to; ++i) {
                visit(line.at(i).place);
            }
        }
    }
    const Span& finish(const Spot& rest) {
        m_span = join(m_span, m_instance.leg(m_last, rest.place).time, rest.after);
        return m_span;
    }

private:
    const Instance& m_instance;
    int m_last;
    Span m_span;
};

} // namespace medicobus::routing::population
