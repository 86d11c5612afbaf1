// SPDX-License-Identifier: EUPL-1.2
#include "routing/exact/outlook.h"

#include "routing/timeline.h"

#include <algorithm>
#include <bit>

namespace medicobus::routing {
namespace {

constexpr Time inVain = -farFuture - 1;

/// Setup that no stop before can spare.
Time leastSetup(const Problem& problem, const Place& place) {
    const auto atNode = std::count_if(problem.places.begin(), problem.places.end(),
                                      [&](const Place& other) { return other.node == place.node; });
    return atNode > 1 ? 0 : place.setup;
}

} // namespace

Outlook::Outlook(const Problem& problem, const Vehicle& vehicle, PlaceSet eligible)
    : m_count(static_cast<int>(problem.places.size())), m_lost(std::size_t{1} << m_count) {
    for (std::size_t set = 1; set < m_lost.size(); ++set) {
        m_lost[set] =
            m_lost[set & (set - 1)]
            + problem.places[static_cast<std::size_t>(std::countr_zero(set))].prize.value_or(dutyLost);
    }
    findShortest(problem, vehicle);
    findLatest(problem, vehicle);
    findDrives(problem, vehicle, eligible);
    findRests(problem, vehicle);
}

void Outlook::findShortest(const Problem& problem, const Vehicle& vehicle) {
    const Matrix& matrix = problem.matrices[static_cast<std::size_t>(vehicle.matrix)];
    for (const Place& from : problem.places) {
        for (const Place& to : problem.places) {
            m_shortest.push_back(matrix.time(from.node, to.node));
        }
    }
    for (int by = 0; by < m_count; ++by) {
        for (int from = 0; from < m_count; ++from) {
            for (int to = 0; to < m_count; ++to) {
                m_shortest[at(from, to)] =
                    std::min(m_shortest[at(from, to)], m_shortest[at(from, by)] + m_shortest[at(by, to)]);
            }
        }
    }
}

void Outlook::findLatest(const Problem& problem, const Vehicle& vehicle) {
    const Matrix& matrix = problem.matrices[static_cast<std::size_t>(vehicle.matrix)];
    for (int index = 0; index < m_count; ++index) {
        const Place& place = problem.places[static_cast<std::size_t>(index)];
        Time out = vehicle.start ? farFuture : 0;
        Time home = vehicle.end ? farFuture : 0;
        for (int other = 0; other < m_count; ++other) {
            const int node = problem.places[static_cast<std::size_t>(other)].node;
            if (vehicle.start) {
                out = std::min(out, matrix.time(*vehicle.start, node) + m_shortest[at(other, index)]);
            }
            if (vehicle.end) {
                home = std::min(home, m_shortest[at(index, other)] + matrix.time(node, *vehicle.end));
            }
        }
        const Time setup = leastSetup(problem, place);
        const auto first = soonest(place.windows, vehicle.day, vehicle.earliest + out + setup);
        const auto last = latest(place.windows, vehicle.day, vehicle.latest - home - place.service);
        const bool isReachable = first && last && *first <= *last;
        m_earliestLeave.push_back(isReachable ? *first + place.service : farFuture);
        m_latestReach.push_back(isReachable ? *last - setup : inVain);
    }
}

void Outlook::findDrives(const Problem& problem, const Vehicle& vehicle, PlaceSet eligible) {
    const Matrix& matrix = problem.matrices[static_cast<std::size_t>(vehicle.matrix)];
    for (int from = 0; from < m_count; ++from) {
        const auto f = static_cast<std::size_t>(from);
        for (int to = 0; to < m_count; ++to) {
            const auto t = static_cast<std::size_t>(to);
            const Time drive = matrix.time(problem.places[f].node, problem.places[t].node);
            m_mayFollow.push_back(from != to && holds(eligible, from) && holds(eligible, to)
                                  && m_latestReach[f] != inVain
                                  && m_earliestLeave[f] + drive <= m_latestReach[t]);
        }
    }
}

void Outlook::findRests(const Problem& problem, const Vehicle& vehicle) {
    const Matrix& matrix = problem.matrices[static_cast<std::size_t>(vehicle.matrix)];
    const auto count = static_cast<std::size_t>(m_count);
    std::vector<Cost> drives;
    std::vector<Cost> homes;
    for (const Place& from : problem.places) {
        for (const Place& to : problem.places) {
            drives.push_back(matrix.cost(from.node, to.node));
        }
        homes.push_back(vehicle.end ? matrix.cost(from.node, *vehicle.end) : 0);
    }
    m_rests.assign(m_lost.size() * count, 0);
    for (std::size_t set = 0; set < m_lost.size(); ++set) {
        for (int last = 0; last < m_count; ++last) {
            if (holds(static_cast<PlaceSet>(set), last)) {
                continue;
            }
            Cost least = homes[static_cast<std::size_t>(last)] + m_lost[set];
            for (auto left = static_cast<PlaceSet>(set); left != 0; left &= left - 1) {
                const int to = std::countr_zero(left);
                if (m_mayFollow[at(last, to)]) {
                    least = std::min(least,
                                     drives[at(last, to)]
                                         + m_rests[(set ^ setOf(to)) * count + static_cast<std::size_t>(to)]);
                }
            }
            m_rests[set * count + static_cast<std::size_t>(last)] = least;
        }
    }
}

Cost Outlook::rest(const Label& label) const {
    const auto all = static_cast<PlaceSet>(m_lost.size() - 1);
    PlaceSet outOfReach = 0;
    for (PlaceSet left = all & ~label.set; left != 0; left &= left - 1) {
        const int to = std::countr_zero(left);
        if (label.clock.ready + m_shortest[at(label.last, to)]
            > m_latestReach[static_cast<std::size_t>(to)]) {
            outOfReach |= setOf(to);
        }
    }
    const PlaceSet left = all & ~label.set & ~outOfReach;
    return m_rests[static_cast<std::size_t>(left) * static_cast<std::size_t>(m_count)
                   + static_cast<std::size_t>(label.last)]
           + m_lost[outOfReach];
}

} // namespace medicobus::routing
