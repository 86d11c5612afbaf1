// SPDX-License-Identifier: EUPL-1.2
#include "routing/population/crossover.h"

#include "routing/population/shuffle.h"

#include <numeric>

namespace medicobus::routing::population {

namespace {

std::vector<int> without(const std::vector<int>& tour, const std::vector<char>& left) {
    std::vector<int> kept;
    std::copy_if(tour.begin(), tour.end(), std::back_inserter(kept),
                 [&](int place) { return left[static_cast<std::size_t>(place)] == 0; });
    return kept;
}

bool contains(const std::vector<std::size_t>& list, std::size_t item) {
    return std::find(list.begin(), list.end(), item) != list.end();
}

/// The routes, `count` of them, that differ least from a set of places.
std::vector<std::size_t> mostAlike(const Tours& tours, const std::vector<char>& places, std::size_t count) {
    std::vector<std::pair<int, std::size_t>> strangers;
    for (std::size_t r = 0; r < tours.size(); ++r) {
        int stranger = 0;
        for (const int place : tours[r]) {
            stranger += places[static_cast<std::size_t>(place)] != 0 ? -1 : 1;
        }
        strangers.emplace_back(stranger, r);
    }
    std::sort(strangers.begin(), strangers.end());
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < std::min(count, strangers.size()); ++i) {
        chosen.push_back(strangers[i].second);
    }
    return chosen;
}

} // namespace

Crossover::Crossover(const Instance& instance, Random& random) : m_instance(instance), m_random(random) {}

std::vector<Tours> Crossover::child(const Individual& first, const Individual& second) {
    if (m_instance.isSingleDay()) {
        return {exchangedRoutes(first.days().front(), second.days().front())};
    }
    return mixedDays(first.days(), second.days());
}

std::vector<std::size_t> Crossover::nearest(const Tours& tours, std::size_t count) {
    std::vector<std::size_t> tourOf(static_cast<std::size_t>(m_instance.places()) + 1, tours.size());
    std::vector<int> places;
    for (std::size_t r = 0; r < tours.size(); ++r) {
        for (const int place : tours[r]) {
            tourOf[static_cast<std::size_t>(place)] = r;
            places.push_back(place);
        }
    }
    std::vector<std::size_t> chosen;
    if (places.empty() || count == 0) {
        return chosen;
    }
    const int centre = places[m_random.below(places.size())];
    chosen.push_back(tourOf[static_cast<std::size_t>(centre)]);
    for (const int place : m_instance.neighbours(centre)) {
        const std::size_t r = tourOf[static_cast<std::size_t>(place)];
        if (chosen.size() < count && r < tours.size() && !contains(chosen, r)) {
            chosen.push_back(r);
        }
    }
    for (std::size_t r = 0; r < tours.size() && chosen.size() < count; ++r) {
        if (!contains(chosen, r)) {
            chosen.push_back(r);
        }
    }
    return chosen;
}

std::vector<char> Crossover::marked(const Tours& tours, const std::vector<std::size_t>& chosen) const {
    std::vector<char> marks(static_cast<std::size_t>(m_instance.places()) + 1, 0);
    for (const std::size_t r : chosen) {
        for (const int place : tours[r]) {
            marks[static_cast<std::size_t>(place)] = 1;
        }
    }
    return marks;
}

Tours Crossover::exchangedRoutes(const Tours& first, const Tours& second) {
    const std::size_t most = std::min(first.size(), second.size());
    const std::size_t count = most <= 1 ? most : 1 + m_random.below(most - 1);
    const std::vector<std::size_t> leaving = nearest(first, count);
    const std::vector<std::size_t> coming = mostAlike(second, marked(first, leaving), count);
    std::vector<std::size_t> staying;
    for (std::size_t r = 0; r < first.size(); ++r) {
        if (!contains(leaving, r)) {
            staying.push_back(r);
        }
    }
    const std::vector<char> none(static_cast<std::size_t>(m_instance.places()) + 1, 0);
    // Places of both groups go to one of them.
    const bool doesFirstKeep = m_random.below(2) == 0;
    const std::vector<char> kept = doesFirstKeep ? marked(first, staying) : none;
    const std::vector<char> lost = doesFirstKeep ? none : marked(second, coming);
    Tours child;
    for (const std::size_t r : staying) {
        child.push_back(without(first[r], lost));
    }
    for (const std::size_t r : coming) {
        child.push_back(without(second[r], kept));
    }
    return child;
}

bool Crossover::mayVisit(int place, int day) const {
    const DayMask bit = DayMask{1} << day;
    const DayMask visited = m_visited[static_cast<std::size_t>(place)];
    if ((visited & bit) != 0) {
        return false;
    }
    const std::vector<DayMask>& patterns = m_instance.patterns(place);
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](DayMask pattern) { return (pattern & (visited | bit)) == (visited | bit); });
}

void Crossover::inherit(const std::vector<int>& tour, int day, Tours& tours) {
    std::vector<int>& kept = tours.emplace_back();
    for (const int place : tour) {
        if (mayVisit(place, day)) {
            m_visited[static_cast<std::size_t>(place)] |= DayMask{1} << day;
            kept.push_back(place);
        }
    }
    if (kept.empty()) {
        tours.pop_back();
    }
}

std::vector<Tours> Crossover::mixedDays(const std::vector<Tours>& first, const std::vector<Tours>& second) {
    std::vector<int> days(first.size());
    std::iota(days.begin(), days.end(), 0);
    shuffle(days, m_random);
    std::size_t a = m_random.below(days.size() + 1);
    std::size_t b = m_random.below(days.size() + 1);
    if (a > b) {
        std::swap(a, b);
    }
    // Days before `a` come from the first parent, days from `b` on are mixed, the others come from the
    // second.
    m_visited.assign(static_cast<std::size_t>(m_instance.places()) + 1, 0);
    std::vector<Tours> child(first.size());
    for (std::size_t i = 0; i < days.size(); ++i) {
        const std::size_t day = static_cast<std::size_t>(days[i]);
        const std::size_t all = first[day].size();
        if (i < a || (i >= b && all > 0)) {
            for (const std::size_t r : nearest(first[day], i < a ? all : 1 + m_random.below(all))) {
                inherit(first[day][r], days[i], child[day]);
            }
        }
    }
    std::vector<int> rest(days.begin() + static_cast<std::ptrdiff_t>(a), days.end());
    shuffle(rest, m_random);
    for (const int day : rest) {
        Tours& tours = child[static_cast<std::size_t>(day)];
        const std::size_t most = m_instance.fleet(day).vehicles.size();
        Tours others = second[static_cast<std::size_t>(day)];
        std::stable_sort(others.begin(), others.end(), [&](const auto& x, const auto& y) {
            const auto allowed = [&](int place) { return mayVisit(place, day); };
            return std::count_if(x.begin(), x.end(), allowed) > std::count_if(y.begin(), y.end(), allowed);
        });
        for (const std::vector<int>& tour : others) {
            if (tours.size() < most) {
                inherit(tour, day, tours);
            }
        }
    }
    return child;
}

} // namespace medicobus::routing::population
