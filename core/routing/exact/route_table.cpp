// SPDX-License-Identifier: EUPL-1.2
#include "routing/exact/route_table.h"

#include "routing/exact/clock.h"
#include "routing/exact/loads.h"

#include <algorithm>
#include <functional>

namespace medicobus::routing {
namespace {

constexpr std::size_t mostLabels = 1'500'000;
constexpr std::size_t askBudgetEvery = 4096;

/// A partial route: its end and the set it serves are those of the bucket that holds it. None dominates
/// another of the same bucket.
struct Label {
    Cost cost = 0;
    RouteClock clock;
    Time driving = 0; ///< Only where driving is limited.
    Peaks peaks{};
    std::int32_t next = -1;
};

class RouteTableMaker {
public:
    RouteTableMaker(const Problem& problem, int vehicle, const Budget& budget)
        : m_problem(problem),
          m_vehicle(problem.vehicles[static_cast<std::size_t>(vehicle)]),
          m_matrix(problem.matrices[static_cast<std::size_t>(m_vehicle.matrix)]),
          m_budget(budget),
          m_loads(problem, m_vehicle),
          m_places(static_cast<int>(problem.places.size())),
          m_breaks(m_vehicle.breaks.size()),
          m_keepsWork(m_vehicle.maxDuty.has_value()) {
        for (const Place& place : problem.places) {
            m_gates.emplace_back(place.windows, m_vehicle.day, m_keepsWork);
        }
        m_span = m_vehicle.maxDuty.value_or(0);
        for (const Break& pause : m_vehicle.breaks) {
            m_breakGates.emplace_back(pause.windows, m_vehicle.day, m_keepsWork);
            m_span += pause.length;
        }
        m_pauses.resize(m_breaks + 1);
        m_arrivals.resize(m_breaks + 1);
    }

    std::optional<RouteTable> make() {
        const std::size_t sets = std::size_t{1} << m_places;
        m_table.costs.assign(sets, noRoute);
        m_table.ends.assign(sets, -1);
        m_table.costs[0] = 0;
        m_heads.assign(sets * bucketsOfSet(), -1);
        findEligible();
        for (int place = 0; place < m_places; ++place) {
            extend(-1, 0, -1, 0, place);
        }
        for (PlaceSet set = 1; set < sets && !m_isExhausted; ++set) {
            if ((set & ~m_eligible) == 0) {
                extendAll(set);
            }
        }
        return m_isExhausted ? std::nullopt : std::optional(std::move(m_table));
    }

private:
    std::size_t bucketsOfSet() const { return static_cast<std::size_t>(m_places) * (m_breaks + 1); }
    std::size_t bucket(PlaceSet set, int last, std::size_t breaks) const {
        return static_cast<std::size_t>(set) * bucketsOfSet()
               + static_cast<std::size_t>(last) * (m_breaks + 1) + breaks;
    }
    const Place& place(int index) const { return m_problem.places[static_cast<std::size_t>(index)]; }

    void findEligible() {
        for (int index = 0; index < m_places; ++index) {
            const Place& at = place(index);
            const DayMask today = DayMask{1} << static_cast<unsigned>(m_vehicle.day);
            const bool isToday = at.patterns.empty()
                                 || std::any_of(at.patterns.begin(), at.patterns.end(),
                                                [&](DayMask days) { return (days & today) != 0; });
            if (isToday && (at.skills & ~m_vehicle.skills) == 0) {
                m_eligible |= PlaceSet{1} << index;
            }
        }
    }

    void extendAll(PlaceSet set) {
        for (int last = 0; last < m_places; ++last) {
            for (std::size_t breaks = 0; breaks <= m_breaks; ++breaks) {
                for (std::int32_t label = m_heads[bucket(set, last, breaks)]; label >= 0;
                     label = m_labels[static_cast<std::size_t>(label)].next) {
                    finish(label, set, last, breaks);
                    for (int next = 0; next < m_places && !m_isExhausted; ++next) {
                        extend(label, set, last, breaks, next);
                    }
                }
            }
        }
    }

    /// Drives on from a label (-1: from the vehicle's start) to one more place.
    void extend(std::int32_t from, PlaceSet set, int last, std::size_t breaks, int to) {
        const PlaceSet bit = PlaceSet{1} << to;
        if ((set & bit) != 0 || (m_eligible & bit) == 0 || !m_loads.fits(set | bit)) {
            return;
        }
        Label label = from < 0 ? Label{0, {m_vehicle.earliest, 0, farFuture}, 0, {}, -1}
                               : m_labels[static_cast<std::size_t>(from)];
        const std::optional<int> node = last < 0 ? m_vehicle.start : place(last).node;
        if (!m_loads.carry(label.peaks, set | bit) || !drive(label, node, place(to).node)) {
            return;
        }
        const bool staysThere = last >= 0 && place(last).node == place(to).node;
        const Time setup = staysThere ? 0 : place(to).setup;
        takeBreaks(label, node ? m_matrix.time(*node, place(to).node) : 0, breaks);
        for (std::size_t taken = 0; breaks + taken <= m_breaks; ++taken) {
            for (const RouteClock& arrival : m_arrivals[taken]) {
                m_starts.clear();
                m_gates[static_cast<std::size_t>(to)].pass(later(arrival, setup), place(to).service,
                                                           m_starts);
                for (const RouteClock& clock : m_starts) {
                    label.clock = clock;
                    keep(label, from, to, bucket(set | bit, to, breaks + taken));
                }
            }
        }
    }

    /// Adds cost and driving; false when they break a limit.
    bool drive(Label& label, std::optional<int> from, std::optional<int> to) const {
        if (from && to) {
            label.cost += m_matrix.cost(*from, *to);
            label.driving += m_vehicle.maxDriving ? m_matrix.time(*from, *to) : 0;
        }
        return (!m_vehicle.maxCost || label.cost <= *m_vehicle.maxCost)
               && (!m_vehicle.maxDriving || label.driving <= *m_vehicle.maxDriving);
    }

    RouteClock later(RouteClock clock, Time length) const {
        clock.ready += length;
        clock.work += m_keepsWork ? length : 0;
        return clock;
    }

    /// Leaves in `m_arrivals[n]` the clocks after a drive and n breaks before or after it.
    void takeBreaks(const Label& label, Time driveTime, std::size_t breaks) {
        m_pauses[0].assign(1, label.clock);
        for (std::size_t taken = 0; breaks + taken <= m_breaks; ++taken) {
            if (taken > 0) {
                m_pauses[taken].clear();
                passBreak(m_pauses[taken - 1], breaks + taken - 1, m_pauses[taken]);
            }
            m_arrivals[taken].clear();
            for (const RouteClock& clock : m_pauses[taken]) {
                m_arrivals[taken].push_back(later(clock, driveTime));
            }
        }
        for (std::size_t taken = 1; breaks + taken <= m_breaks; ++taken) {
            passBreak(m_arrivals[taken - 1], breaks + taken - 1, m_arrivals[taken]);
        }
    }

    void passBreak(const std::vector<RouteClock>& before, std::size_t index,
                   std::vector<RouteClock>& after) const {
        for (const RouteClock& clock : before) {
            m_breakGates[index].pass(clock, m_vehicle.breaks[index].length, after);
        }
    }

    bool isLawful(const RouteClock& clock) const {
        return clock.ready <= m_vehicle.latest && (!m_keepsWork || clock.span() <= m_span);
    }

    static bool dominates(const Label& a, const Label& b) {
        return a.cost <= b.cost && a.clock.ready <= b.clock.ready && a.clock.work <= b.clock.work
               && a.clock.latest >= b.clock.latest && a.driving <= b.driving
               && std::equal(a.peaks.begin(), a.peaks.end(), b.peaks.begin(), std::less_equal<>());
    }

    void keep(Label label, std::int32_t from, int to, std::size_t at) {
        if (!isLawful(label.clock)) {
            return;
        }
        for (std::int32_t* link = &m_heads[at]; *link >= 0;) {
            const Label& other = m_labels[static_cast<std::size_t>(*link)];
            if (dominates(other, label)) {
                return;
            }
            if (dominates(label, other)) {
                *link = other.next;
            } else {
                link = &m_labels[static_cast<std::size_t>(*link)].next;
            }
        }
        label.next = m_heads[at];
        m_heads[at] = static_cast<std::int32_t>(m_labels.size());
        m_labels.push_back(label);
        m_table.links.push_back({from, static_cast<std::int16_t>(to)});
        if (m_labels.size() % askBudgetEvery == 0) {
            m_isExhausted = m_labels.size() >= mostLabels || m_budget.isExhausted();
        }
    }

    /// Goes home from a label.
    void finish(std::int32_t from, PlaceSet set, int last, std::size_t breaks) {
        Label label = m_labels[static_cast<std::size_t>(from)];
        if (!drive(label, place(last).node, m_vehicle.end)) {
            return;
        }
        const Cost cost = label.cost + m_vehicle.fixedCost;
        if (cost >= m_table.costs[set]) {
            return;
        }
        takeBreaks(label, m_vehicle.end ? m_matrix.time(place(last).node, *m_vehicle.end) : 0, breaks);
        const auto& home = m_arrivals[m_breaks - breaks];
        if (std::any_of(home.begin(), home.end(), [&](const RouteClock& clock) { return isLawful(clock); })) {
            m_table.costs[set] = cost;
            m_table.ends[set] = from;
        }
    }

    const Problem& m_problem;
    const Vehicle& m_vehicle;
    const Matrix& m_matrix;
    const Budget& m_budget;
    Loads m_loads;
    int m_places;
    std::size_t m_breaks;
    bool m_keepsWork;
    Time m_span = 0; ///< The longest duty with all breaks.
    PlaceSet m_eligible = 0;
    std::vector<Gate> m_gates;
    std::vector<Gate> m_breakGates;
    std::vector<Label> m_labels;
    std::vector<std::int32_t> m_heads; ///< First label of each bucket.
    RouteTable m_table;
    bool m_isExhausted = false;
    // Room used again and again while a label is extended.
    std::vector<std::vector<RouteClock>> m_pauses;
    std::vector<std::vector<RouteClock>> m_arrivals;
    std::vector<RouteClock> m_starts;
};

} // namespace

std::vector<int> RouteTable::places(PlaceSet set) const {
    std::vector<int> places;
    for (std::int32_t label = ends[set]; label >= 0; label = links[static_cast<std::size_t>(label)].before) {
        places.push_back(links[static_cast<std::size_t>(label)].place);
    }
    std::reverse(places.begin(), places.end());
    return places;
}

std::optional<RouteTable> routesOf(const Problem& problem, int vehicle, const Budget& budget) {
    return RouteTableMaker(problem, vehicle, budget).make();
}

} // namespace medicobus::routing
