// SPDX-License-Identifier: EUPL-1.2
#include "routing/population/local/placement.h"

#include "routing/population/shuffle.h"

#include <numeric>

namespace medicobus::routing::population {

namespace {

constexpr Cost never = std::numeric_limits<Cost>::max() / 64;

bool holds(DayMask days, int day) {
    return (days >> day & 1U) != 0;
}

} // namespace

Placement::Placement(const Instance& instance)
    : m_instance(instance),
      m_gaps(static_cast<std::size_t>(instance.days())),
      m_order(static_cast<std::size_t>(instance.places())) {
    for (int day = 0; day < instance.days(); ++day) {
        m_days.emplace_back(instance, day);
    }
    std::iota(m_order.begin(), m_order.end(), 1);
}

void Placement::load(const std::vector<Tours>& days, const Weights& weights) {
    m_weights = weights;
    for (std::size_t day = 0; day < m_days.size(); ++day) {
        Tours tours = days[day];
        if (tours.size() > static_cast<std::size_t>(m_days[day].lines())) {
            std::stable_sort(tours.begin(), tours.end(),
                             [](const auto& a, const auto& b) { return a.size() > b.size(); });
        }
        m_days[day].load(tours, weights);
    }
}

void Placement::settle(const Individual& parent) {
    for (DayRoutes& day : m_days) {
        for (int line = 0; line < day.lines(); ++line) {
            if (parent.hasTour(day.day(), day.tour(line))) {
                day.settle(line);
            }
        }
    }
}

std::vector<Tours> Placement::tours() const {
    std::vector<Tours> tours;
    for (const DayRoutes& day : m_days) {
        tours.push_back(day.tours());
    }
    return tours;
}

DayMask Placement::visited(int place) const {
    DayMask days = 0;
    for (const DayRoutes& day : m_days) {
        days |= day.has(place) ? DayMask{1} << day.day() : 0;
    }
    return days;
}

Gap Placement::cheapest(const DayRoutes& day, int place) const {
    Gap best{never, -1, 0};
    const int own = day.standing(place).line;
    bool isEmptySeen = false;
    for (int line = 0; line < day.lines(); ++line) {
        const int size = day.line(line).size();
        if (line == own || (size == 0 && isEmptySeen)) {
            continue;
        }
        isEmptySeen = isEmptySeen || size == 0;
        for (int position = 1; position <= size + 1; ++position) {
            const Cost cost = day.costOfInsertion(place, line, position, best.cost);
            if (cost < best.cost) {
                best = {cost, line, position};
            }
        }
    }
    return best;
}

void Placement::scatter(Random& random) {
    shuffle(m_order, random);
    std::vector<Tours> days(m_days.size());
    for (std::size_t day = 0; day < days.size(); ++day) {
        days[day].resize(static_cast<std::size_t>(m_days[day].lines()));
    }
    for (const int place : m_order) {
        const std::vector<DayMask>& patterns = m_instance.patterns(place);
        const DayMask pattern = patterns[random.below(patterns.size())];
        for (std::size_t day = 0; day < days.size(); ++day) {
            if (holds(pattern, static_cast<int>(day))) {
                days[day][random.below(days[day].size())].push_back(place);
            }
        }
    }
    for (std::size_t day = 0; day < days.size(); ++day) {
        m_days[day].load(days[day], m_weights);
    }
}

void Placement::complete(Random& random) {
    shuffle(m_order, random);
    for (const int place : m_order) {
        this->place(place);
    }
}

void Placement::place(int place) {
    const DayMask visited = this->visited(place);
    DayMask wanted = 0;
    for (const DayMask pattern : m_instance.patterns(place)) {
        if (pattern == visited) {
            return;
        }
        wanted |= (pattern & visited) == visited ? pattern : 0;
    }
    for (int day = 0; day < m_instance.days(); ++day) {
        if (holds(wanted & ~visited, day)) {
            m_gaps[static_cast<std::size_t>(day)] = cheapest(m_days[static_cast<std::size_t>(day)], place);
        }
    }
    DayMask chosen = 0;
    Cost least = never;
    for (const DayMask pattern : m_instance.patterns(place)) {
        Cost cost = 0;
        for (int day = 0; day < m_instance.days(); ++day) {
            cost += holds(pattern & ~visited, day) ? m_gaps[static_cast<std::size_t>(day)].cost : 0;
        }
        if ((pattern & visited) == visited && (chosen == 0 || cost < least)) {
            least = cost;
            chosen = pattern;
        }
    }
    for (int day = 0; day < m_instance.days(); ++day) {
        if (holds(chosen & ~visited, day)) {
            const Gap& gap = m_gaps[static_cast<std::size_t>(day)];
            m_days[static_cast<std::size_t>(day)].insert(place, gap.line, gap.position);
        }
    }
}

bool Placement::improvePatterns(Random& random) {
    bool isImproved = false;
    shuffle(m_order, random);
    for (const int place : m_order) {
        isImproved = (m_instance.patterns(place).size() > 1 && improvePattern(place)) || isImproved;
    }
    return isImproved;
}

bool Placement::improvePattern(int place) {
    const DayMask visited = this->visited(place);
    DayMask wanted = 0;
    for (const DayMask pattern : m_instance.patterns(place)) {
        wanted |= pattern;
    }
    Cost current = 0;
    for (int day = 0; day < m_instance.days(); ++day) {
        const DayRoutes& routes = m_days[static_cast<std::size_t>(day)];
        Gap& gap = m_gaps[static_cast<std::size_t>(day)];
        if (holds(visited, day)) {
            gap = {-routes.costOfRemoval(place), -1, 0};
            current += gap.cost;
        }
        if (holds(wanted, day)) {
            const Gap other = cheapest(routes, place);
            gap = !holds(visited, day) || other.cost < gap.cost ? other : gap;
        }
    }
    DayMask chosen = visited;
    Cost least = current;
    for (const DayMask pattern : m_instance.patterns(place)) {
        Cost cost = 0;
        for (int day = 0; day < m_instance.days(); ++day) {
            cost += holds(pattern, day) ? m_gaps[static_cast<std::size_t>(day)].cost : 0;
        }
        if (cost < least) {
            least = cost;
            chosen = pattern;
        }
    }
    if (least >= current) {
        return false;
    }
    for (int day = 0; day < m_instance.days(); ++day) {
        DayRoutes& routes = m_days[static_cast<std::size_t>(day)];
        const Gap& gap = m_gaps[static_cast<std::size_t>(day)];
        const bool stays = holds(chosen, day) && holds(visited, day) && gap.line < 0;
        if (holds(visited, day) && !stays) {
            routes.remove(place);
        }
        if (holds(chosen, day) && !stays) {
            routes.insert(place, gap.line, gap.position);
        }
    }
    return true;
}

} // namespace medicobus::routing::population
