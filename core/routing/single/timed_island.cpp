// SPDX-License-Identifier: EUPL-1.2
#include "routing/single/timed_island.h"

#include <algorithm>
#include <limits>

namespace medicobus::routing::single {
namespace {

/// A worse order is taken when its excess is below this share of `scaleOf`, which falls to nothing with the
/// budget, times the square of a random number.
constexpr double hottest = 2;
constexpr int mostRuns = 3;
constexpr int longestRun = 10;

/// How much dearer than the cheapest the next few arcs out of a station are, on average.
double scaleOf(const Model& model, const Near& near) {
    constexpr std::size_t few = 8;
    double sum = 0;
    for (int station = 0; station < model.end(); ++station) {
        const std::vector<int>& after = near.after(station);
        const std::size_t count = std::min(few, after.size());
        for (std::size_t i = 1; i < count; ++i) {
            sum += static_cast<double>(model.arc(station, after[i]).cost - model.arc(station, after[0]).cost)
                   / static_cast<double>(count - 1);
        }
    }
    return sum / model.size();
}

} // namespace

Sequences sequencesOf(const Model& model, const std::vector<int>& stations) {
    Sequence sequence;
    for (const int station : stations) {
        if (station != 0 && station != model.end()) {
            sequence.places.push_back(model.placeOf(station));
        }
    }
    return {sequence};
}

TimedIsland::TimedIsland(const Model& model, const Near& near, std::uint64_t seed, Cost fixed)
    : m_model(model),
      m_random(seed),
      m_fixed(fixed),
      m_scale(scaleOf(model, near)),
      m_tour(model),
      m_trial(model),
      m_descent(model, near),
      m_recreation(model, near),
      m_failures(static_cast<std::size_t>(model.size()), 1) {
    for (int station = 1; station < model.end(); ++station) {
        m_absent.push_back(station);
    }
}

Cost TimedIsland::bestValue() const {
    return m_best.empty() ? std::numeric_limits<Cost>::max() : m_bestCost + m_fixed;
}

void TimedIsland::begin(const std::vector<int>& stations) {
    if (m_tour.take(stations)) {
        m_absent.clear();
        for (const int station : stations) {
            m_descent.look(station);
        }
        m_descent.run(m_tour);
        keep();
    }
}

void TimedIsland::visit(const Sequences& sequences, Cost value) {
    if (value >= bestValue()) {
        return;
    }
    std::vector<int> stationOf(static_cast<std::size_t>(m_model.places()));
    for (int station = 1; station < m_model.end(); ++station) {
        stationOf[static_cast<std::size_t>(m_model.placeOf(station))] = station;
    }
    std::vector<int> stations{0};
    for (const int place : sequences.front().places) {
        stations.push_back(stationOf[static_cast<std::size_t>(place)]);
    }
    stations.push_back(m_model.end());
    begin(stations);
}

void TimedIsland::keep() {
    if (m_tour.cost() < m_bestCost || m_best.empty()) {
        m_best = m_tour.stations();
        m_bestCost = m_tour.cost();
        m_bestSequences = sequencesOf(m_model, m_best);
    }
}

void TimedIsland::run(std::uint64_t iterations, const Budget& budget) {
    for (std::uint64_t i = 0; i < iterations && !budget.isExhausted(); ++i, ++m_iteration) {
        if (m_absent.empty()) {
            step(budget);
        } else {
            seek();
        }
    }
}

/// Tries to take in the stations left out, at the price of others that find room more easily.
void TimedIsland::seek() {
    m_trial = m_tour;
    m_recreation.absent() = m_absent;
    const int wanted = m_absent[static_cast<std::size_t>(pick(m_random, static_cast<int>(m_absent.size())))];
    if (m_trial.length() > 2) {
        // A place where the wanted one could stand by its window.
        int seed = m_trial.at(1 + pick(m_random, m_trial.length() - 2));
        for (int tries = 0; tries < 20; ++tries) {
            const int position = m_trial.positionOf(seed);
            if (m_trial.late(position) >= m_model.opens(wanted)
                && m_trial.early(position) <= m_model.closes(wanted)) {
                break;
            }
            seed = m_trial.at(1 + pick(m_random, m_trial.length() - 2));
        }
        m_recreation.ruin(m_trial, seed, 1 + pick(m_random, mostRuns), longestRun, m_random);
    }
    m_recreation.recreate(m_trial, m_random);
    const auto weight = [&](const std::vector<int>& absent) {
        std::int64_t sum = 0;
        for (const int station : absent) {
            sum += m_failures[static_cast<std::size_t>(station)];
        }
        return sum;
    };
    const std::vector<int>& left = m_recreation.absent();
    const bool isBetter = left.size() < m_absent.size() || weight(left) <= weight(m_absent);
    for (const int station : left) {
        ++m_failures[static_cast<std::size_t>(station)];
    }
    if (!isBetter) {
        return;
    }
    m_absent = left;
    if (m_absent.empty()) {
        begin(m_trial.stations());
    } else {
        std::swap(m_tour, m_trial);
    }
}

void TimedIsland::step(const Budget& budget) {
    if (m_model.places() == 0) {
        return;
    }
    m_trial = m_tour;
    m_recreation.absent().clear();
    const int seed = 1 + pick(m_random, m_model.places());
    m_recreation.ruin(m_trial, seed, 1 + pick(m_random, mostRuns), longestRun, m_random);
    m_recreation.recreate(m_trial, m_random);
    if (!m_recreation.absent().empty()) {
        return;
    }
    for (const int station : m_recreation.touched()) {
        m_descent.look(station);
    }
    m_descent.run(m_trial);
    const double hot = hottest * (1.0 - budget.used(m_iteration)) * m_scale;
    const double threshold =
        static_cast<double>(m_tour.cost()) + hot * m_random.uniform() * m_random.uniform();
    if (static_cast<double>(m_trial.cost()) <= threshold) {
        std::swap(m_tour, m_trial);
        keep();
    }
}

} // namespace medicobus::routing::single
