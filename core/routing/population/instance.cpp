// SPDX-License-Identifier: EUPL-1.2
#include "routing/population/instance.h"

#include <bit>
#include <numeric>

namespace medicobus::routing::population {

namespace {

constexpr int daysOfMask = 32;
/// Neighbours tried around each place; over several days more are listed, as not all stand on one day.
constexpr std::size_t closeNeighbours = 30;
constexpr std::size_t farthestNeighbours = 100;

std::int64_t first(const std::vector<std::int64_t>& amounts) {
    return amounts.empty() ? 0 : amounts.front();
}

bool isBounded(Time time) {
    return time < farFuture;
}

} // namespace

Instance::Instance(const Problem& problem) : m_places(static_cast<int>(problem.places.size())) {
    readFleets(problem);
    readPlaces(problem);
    readLegs(problem);
    readNeighbours();
}

void Instance::readFleets(const Problem& problem) {
    m_dayOf.assign(daysOfMask, -1);
    for (std::size_t v = 0; v < problem.vehicles.size(); ++v) {
        const Vehicle& vehicle = problem.vehicles[v];
        int& day = m_dayOf[static_cast<std::size_t>(vehicle.day)];
        if (day < 0) {
            day = days();
            Fleet fleet;
            fleet.maxDuty = vehicle.maxDuty.value_or(farFuture);
            fleet.capacity = vehicle.capacity.empty() ? farFuture : vehicle.capacity.front();
            fleet.fixedCost = vehicle.fixedCost;
            fleet.shift = {0, 0, vehicle.earliest, vehicle.latest};
            m_isTimed = m_isTimed || isBounded(vehicle.latest) || isBounded(fleet.maxDuty);
            m_fleets.push_back(fleet);
        }
        Fleet& fleet = m_fleets[static_cast<std::size_t>(day)];
        if (fleet.vehicles.size() < problem.places.size()) {
            fleet.vehicles.push_back(static_cast<int>(v));
        }
    }
}

void Instance::readPlaces(const Problem& problem) {
    m_spans.resize(problem.places.size() + 1);
    m_loads.assign(problem.places.size() + 1, 0);
    m_patterns.resize(problem.places.size() + 1);
    std::vector<std::uint64_t> skills(daysOfMask, 0);
    for (const Vehicle& vehicle : problem.vehicles) {
        skills[static_cast<std::size_t>(vehicle.day)] = vehicle.skills;
    }
    for (std::size_t p = 1; p <= problem.places.size(); ++p) {
        const Place& place = problem.places[p - 1];
        const Window window = place.windows.empty() ? Window{} : place.windows.front();
        m_isTimed = m_isTimed || isBounded(window.closes);
        m_spans[p] = {place.service, 0, window.opens, window.closes};
        m_loads[p] = first(place.delivery) + first(place.pickup);
        DayMask open = 0;
        std::vector<DayMask> single;
        for (int day = 0; day < daysOfMask; ++day) {
            const DayMask bit = DayMask{1} << day;
            const bool isOpen = m_dayOf[static_cast<std::size_t>(day)] >= 0 && (window.days & bit) != 0
                                && (place.skills & ~skills[static_cast<std::size_t>(day)]) == 0;
            if (isOpen) {
                open |= bit;
                single.push_back(bit);
            }
        }
        for (const DayMask pattern : place.patterns.empty() ? single : place.patterns) {
            DayMask here = 0;
            for (int day = 0; day < daysOfMask; ++day) {
                if ((pattern >> day & 1U) != 0 && (open >> day & 1U) != 0) {
                    here |= DayMask{1} << m_dayOf[static_cast<std::size_t>(day)];
                }
            }
            if (pattern != 0 && (pattern & ~open) == 0) {
                m_patterns[p].push_back(here);
            }
        }
    }
}

void Instance::readLegs(const Problem& problem) {
    const Vehicle& vehicle = problem.vehicles.front();
    const Matrix& matrix = problem.matrices[static_cast<std::size_t>(vehicle.matrix)];
    const std::size_t count = problem.places.size() + 1;
    m_legs.resize(count * count);
    std::int32_t most = 1;
    for (std::size_t from = 0; from < count; ++from) {
        const std::optional<int> a = from == 0 ? vehicle.start : problem.places[from - 1].node;
        for (std::size_t to = 0; to < count; ++to) {
            const std::optional<int> b = to == 0 ? vehicle.end : problem.places[to - 1].node;
            Leg& leg = m_legs[from * count + to];
            if (a && b && from != to) {
                leg.cost = static_cast<std::int32_t>(matrix.cost(*a, *b));
                leg.time = static_cast<std::int32_t>(matrix.time(*a, *b));
            }
            if (to > 0 && (from == 0 || a != b)) {
                leg.time += static_cast<std::int32_t>(problem.places[to - 1].setup);
            }
            most = std::max(most, leg.cost);
        }
    }
    constexpr std::int32_t fine = 1 << 20;
    while (static_cast<Cost>(most) * m_unit < fine) {
        m_unit *= 2;
    }
    for (Leg& leg : m_legs) {
        leg.cost = static_cast<std::int32_t>(leg.cost * m_unit);
    }
    constexpr Cost legs = 8;
    const Cost dearest = legs * most * m_unit;
    for (Fleet& fleet : m_fleets) {
        const Cost whole = fleet.fixedCost * m_unit;
        const bool isDear = whole > dearest;
        fleet.fixedCost = isDear ? (isSingleDay() ? 0 : dearest) : whole;
        fleet.rest = whole - fleet.fixedCost;
    }
}

double Instance::remoteness(int from, int to, double costOfTime) const {
    // Weights of waiting and lateness after Wouda, Lan, Kool (2024), "PyVRP".
    constexpr double weightOfWait = 0.2;
    const Span& a = span(from);
    const Span& b = span(to);
    const Leg& drive = leg(from, to);
    const Time taken = a.duration + drive.time;
    const Time wait = isBounded(a.late) ? std::max<Time>(b.early - taken - a.late, 0) : 0;
    const Time late = std::max<Time>(a.early + taken - b.late, 0);
    return static_cast<double>(drive.cost)
           + costOfTime * (weightOfWait * static_cast<double>(wait) + static_cast<double>(late));
}

void Instance::readNeighbours() {
    double cost = 0;
    double time = 1;
    for (const Leg& leg : m_legs) {
        cost += leg.cost;
        time += leg.time;
    }
    const double costOfTime = cost / time;
    std::size_t keep = closeNeighbours;
    if (!isSingleDay()) {
        keep = std::min(farthestNeighbours, keep * static_cast<std::size_t>(m_places * days())
                                                / static_cast<std::size_t>(visits()));
    }
    m_neighbours.resize(static_cast<std::size_t>(m_places) + 1);
    for (int p = 1; p <= m_places; ++p) {
        std::vector<std::pair<double, int>> others;
        for (int q = 1; q <= m_places; ++q) {
            if (q != p) {
                others.emplace_back(std::min(remoteness(p, q, costOfTime), remoteness(q, p, costOfTime)), q);
            }
        }
        const std::size_t kept = std::min(keep, others.size());
        std::partial_sort(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(kept), others.end());
        for (std::size_t i = 0; i < kept; ++i) {
            m_neighbours[static_cast<std::size_t>(p)].push_back(others[i].second);
        }
    }
}

bool Instance::isServable() const {
    return std::all_of(m_patterns.begin() + 1, m_patterns.end(), [](const auto& p) { return !p.empty(); });
}

int Instance::visits() const {
    int visits = 0;
    for (int p = 1; p <= m_places; ++p) {
        visits += patterns(p).empty() ? 1 : std::popcount(patterns(p).front());
    }
    return visits;
}

} // namespace medicobus::routing::population
