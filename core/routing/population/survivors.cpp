// SPDX-License-Identifier: EUPL-1.2
#include "routing/population/survivors.h"

#include <numeric>

namespace medicobus::routing::population {

namespace {

constexpr std::size_t elite = 4;
constexpr std::size_t closest = 5;

} // namespace

void Survivors::add(Member individual, const Weights& weights) {
    Entry entry{individual, individual->penalised(weights), 0, {}};
    for (Entry& other : m_entries) {
        const int distance = individual->distance(*other.individual);
        other.distances.push_back(distance);
        entry.distances.push_back(distance);
    }
    entry.distances.push_back(0);
    m_entries.push_back(std::move(entry));
    if (m_entries.size() > m_least + m_generation) {
        while (m_entries.size() > m_least) {
            rank();
            removeWorst();
        }
    }
    rank();
}

void Survivors::weigh(const Weights& weights) {
    for (Entry& entry : m_entries) {
        entry.cost = entry.individual->penalised(weights);
    }
    rank();
}

void Survivors::clear() {
    m_entries.clear();
}

double Survivors::remoteness(std::size_t place) const {
    std::vector<int> distances = m_entries[place].distances;
    distances.erase(distances.begin() + static_cast<std::ptrdiff_t>(place));
    const std::size_t count = std::min(closest, distances.size());
    if (count == 0) {
        return 0;
    }
    std::partial_sort(distances.begin(), distances.begin() + static_cast<std::ptrdiff_t>(count),
                      distances.end());
    const int sum =
        std::accumulate(distances.begin(), distances.begin() + static_cast<std::ptrdiff_t>(count), 0);
    return static_cast<double>(sum) / static_cast<double>(count);
}

void Survivors::rank() {
    const std::size_t size = m_entries.size();
    std::vector<std::size_t> byCost(size);
    std::iota(byCost.begin(), byCost.end(), 0U);
    std::stable_sort(byCost.begin(), byCost.end(),
                     [&](std::size_t a, std::size_t b) { return m_entries[a].cost < m_entries[b].cost; });
    std::vector<std::pair<double, std::size_t>> byRemoteness;
    for (std::size_t i = 0; i < size; ++i) {
        byRemoteness.emplace_back(-remoteness(byCost[i]), i);
    }
    std::sort(byRemoteness.begin(), byRemoteness.end());
    const double last = size > 1 ? static_cast<double>(size - 1) : 1.0;
    const double weightOfDiversity =
        size <= elite ? 0.0 : 1.0 - static_cast<double>(elite) / static_cast<double>(size);
    for (std::size_t i = 0; i < size; ++i) {
        const std::size_t rankOfCost = byRemoteness[i].second;
        m_entries[byCost[rankOfCost]].fitness =
            static_cast<double>(rankOfCost) / last + weightOfDiversity * static_cast<double>(i) / last;
    }
}

void Survivors::removeWorst() {
    std::size_t worst = 0;
    std::pair<bool, double> mark{false, -1.0};
    for (std::size_t i = 0; i < m_entries.size(); ++i) {
        const Entry& entry = m_entries[i];
        // The best of all has fitness 0 for its cost and is never the worst, unless it has a twin.
        bool isTwin = false;
        for (std::size_t j = 0; j < m_entries.size(); ++j) {
            const Cost cost = m_entries[j].cost;
            isTwin = isTwin
                     || (j != i && entry.distances[j] == 0
                         && (cost < entry.cost || (cost == entry.cost && j < i)));
        }
        const std::pair<bool, double> here{isTwin, entry.fitness};
        if (here > mark) {
            mark = here;
            worst = i;
        }
    }
    m_entries.erase(m_entries.begin() + static_cast<std::ptrdiff_t>(worst));
    for (Entry& entry : m_entries) {
        entry.distances.erase(entry.distances.begin() + static_cast<std::ptrdiff_t>(worst));
    }
}

} // namespace medicobus::routing::population
