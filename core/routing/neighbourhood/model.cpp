// SPDX-License-Identifier: EUPL-1.2
#include "routing/neighbourhood/model.h"

#include <bit>
#include <map>
#include <numeric>

namespace medicobus::routing::neighbourhood {
namespace {

constexpr std::size_t neighbours = 60;

/// The windows of one day, sorted and joined. None at all: always open.
std::vector<Opening> openingsOn(const std::vector<Window>& windows, int day) {
    if (windows.empty()) {
        return {Opening{}};
    }
    std::vector<Opening> openings;
    for (const Window& window : windows) {
        if ((window.days >> static_cast<unsigned>(day) & 1U) != 0 && window.opens <= window.closes) {
            openings.push_back({window.opens, std::min(window.closes, never - 1)});
        }
    }
    std::sort(openings.begin(), openings.end(),
              [](const Opening& a, const Opening& b) { return a.opens < b.opens; });
    std::vector<Opening> joined;
    for (const Opening& opening : openings) {
        if (!joined.empty() && opening.opens <= joined.back().closes) {
            joined.back().closes = std::max(joined.back().closes, opening.closes);
        } else {
            joined.push_back(opening);
        }
    }
    return joined;
}

bool isSame(const Break& a, const Break& b) {
    return a.length == b.length && a.windows == b.windows;
}

bool isAlike(const Vehicle& a, const Vehicle& b) {
    return a.day == b.day && a.matrix == b.matrix && a.start == b.start && a.end == b.end
           && a.earliest == b.earliest && a.latest == b.latest && a.maxDriving == b.maxDriving
           && a.maxDuty == b.maxDuty && a.maxCost == b.maxCost && a.maxPlaces == b.maxPlaces
           && a.capacity == b.capacity && a.skills == b.skills && a.fixedCost == b.fixedCost
           && std::equal(a.breaks.begin(), a.breaks.end(), b.breaks.begin(), b.breaks.end(), isSame);
}

} // namespace

Legs::Legs(const Problem& problem, const Matrix& matrix, const std::vector<int>& ends)
    : m_points(problem.places.size() + ends.size() + 1),
      m_from(m_points * m_points),
      m_into(m_points * m_points) {
    const std::size_t places = problem.places.size();
    const auto nodeOf = [&](std::size_t point) {
        return point < places ? problem.places[point].node : ends[point - places];
    };
    for (std::size_t from = 0; from < m_points; ++from) {
        for (std::size_t to = 0; to < m_points; ++to) {
            Leg leg;
            if (from + 1 < m_points && to + 1 < m_points) {
                leg = {matrix.time(nodeOf(from), nodeOf(to)), matrix.cost(nodeOf(from), nodeOf(to))};
            }
            if (to < places && !(from < places && nodeOf(from) == nodeOf(to))) {
                leg.time += problem.places[to].setup;
            }
            m_from[from * m_points + to] = leg;
            m_into[to * m_points + from] = leg;
        }
    }
}

Model::Model(const Problem& problem) : m_problem(problem) {
    readCarriers();
    readOpenings();
    findLeastTimes();
    rankNeighbours();
    measure();
}

void Model::readCarriers() {
    const int places = placeCount();
    std::map<int, int> pointOf;
    std::vector<int> ends;
    const auto pointAt = [&](const std::optional<int>& node) {
        if (!node) {
            return -1;
        }
        const auto [found, isNew] = pointOf.emplace(*node, places + static_cast<int>(ends.size()));
        if (isNew) {
            ends.push_back(*node);
        }
        return found->second;
    };
    for (const Vehicle& vehicle : m_problem.vehicles) {
        Carrier carrier;
        carrier.rules = &vehicle;
        carrier.start = pointAt(vehicle.start);
        carrier.end = pointAt(vehicle.end);
        carrier.states = vehicle.breaks.size() + 1;
        for (const Break& pause : vehicle.breaks) {
            carrier.breaks.push_back(openingsOn(pause.windows, vehicle.day));
            carrier.breakTime += pause.length;
        }
        carrier.kind = static_cast<int>(m_carriers.size());
        for (const Carrier& other : m_carriers) {
            if (isAlike(*other.rules, vehicle)) {
                carrier.kind = other.kind;
                break;
            }
        }
        m_carriers.push_back(std::move(carrier));
    }
    for (const Matrix& matrix : m_problem.matrices) {
        m_legs.emplace_back(m_problem, matrix, ends);
    }
    const int nowhere = places + static_cast<int>(ends.size());
    for (Carrier& carrier : m_carriers) {
        carrier.legs = &m_legs[static_cast<std::size_t>(carrier.rules->matrix)];
        carrier.start = carrier.start < 0 ? nowhere : carrier.start;
        carrier.end = carrier.end < 0 ? nowhere : carrier.end;
    }
}

void Model::readOpenings() {
    m_openingsOf.resize(m_problem.places.size() * m_carriers.size());
    m_canServe.resize(m_openingsOf.size());
    for (int place = 0; place < placeCount(); ++place) {
        std::map<int, std::pair<std::size_t, std::size_t>> ofDay;
        for (int tour = 0; tour < tourCount(); ++tour) {
            const Vehicle& vehicle = *carrier(tour).rules;
            if (!ofDay.contains(vehicle.day)) {
                const auto openings = openingsOn(this->place(place).windows, vehicle.day);
                ofDay[vehicle.day] = {m_openings.size(), openings.size()};
                m_openings.insert(m_openings.end(), openings.begin(), openings.end());
            }
            m_openingsOf[at(place, tour)] = ofDay[vehicle.day];
            m_canServe[at(place, tour)] =
                ofDay[vehicle.day].second > 0 && (this->place(place).skills & ~vehicle.skills) == 0 ? 1 : 0;
        }
    }
}

void Model::findLeastTimes() {
    for (const Legs& legs : m_legs) {
        for (int place = 0; place < placeCount(); ++place) {
            const auto shortest = [&](const Leg* row) {
                Time least = never;
                for (std::size_t point = 0; point < legs.points(); ++point) {
                    least =
                        point == static_cast<std::size_t>(place) ? least : std::min(least, row[point].time);
                }
                return least;
            };
            m_leastTimes.push_back(shortest(legs.into(place)) + shortest(legs.from(place))
                                   + this->place(place).service);
        }
    }
}

void Model::rankNeighbours() {
    const auto count = static_cast<std::size_t>(placeCount());
    m_near.resize(count);
    if (m_carriers.empty()) {
        return;
    }
    const Legs& legs = *m_carriers.front().legs;
    std::vector<std::pair<Time, int>> ranked;
    for (int place = 0; place < placeCount(); ++place) {
        ranked.clear();
        for (int other = 0; other < placeCount(); ++other) {
            if (other != place) {
                ranked.emplace_back(
                    std::min(legs.between(place, other).time, legs.between(other, place).time), other);
            }
        }
        const std::size_t kept = std::min(neighbours, ranked.size());
        std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(kept), ranked.end());
        for (std::size_t rank = 0; rank < kept; ++rank) {
            m_near[static_cast<std::size_t>(place)].push_back(ranked[rank].second);
        }
    }
}

void Model::measure() {
    double time = 0;
    double cost = 0;
    std::size_t pairs = 0;
    std::size_t prizes = 0;
    Cost largest = 0;
    Cost drives = tourCount();
    for (int place = 0; place < placeCount() && !m_carriers.empty(); ++place) {
        const auto& others = near(place);
        for (std::size_t rank = 0; rank < std::min<std::size_t>(10, others.size()); ++rank, ++pairs) {
            const Leg& leg = m_carriers.front().legs->between(place, others[rank]);
            time += static_cast<double>(leg.time);
            cost += static_cast<double>(leg.cost);
        }
        const Cost prize = this->place(place).prize.value_or(0);
        prizes += prize > 0 ? 1 : 0;
        m_allPrizes += prize;
        int visits = 1;
        for (const DayMask pattern : this->place(place).patterns) {
            visits = std::max(visits, std::popcount(pattern));
        }
        drives += visits;
    }
    m_typicalTime = std::max(1e-6, pairs > 0 ? time / static_cast<double>(pairs) : 0);
    m_typicalCost = std::max(1e-6, pairs > 0 ? cost / static_cast<double>(pairs) : 0);
    m_typicalPrize = prizes > 0 ? static_cast<double>(m_allPrizes) / static_cast<double>(prizes) : 0;
    for (const Matrix& matrix : m_problem.matrices) {
        largest = matrix.costs.empty()
                      ? largest
                      : std::max(largest, *std::max_element(matrix.costs.begin(), matrix.costs.end()));
    }
    for (const Carrier& carrier : m_carriers) {
        m_dutyLoss += carrier.rules->fixedCost;
    }
    // Unreachable legs may be stated with enormous costs; no solution uses many of them.
    m_dutyLoss += m_allPrizes + std::min(largest, farFuture / 1'000'000 / std::max<Cost>(drives, 1)) * drives;
}

} // namespace medicobus::routing::neighbourhood
