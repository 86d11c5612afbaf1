// SPDX-License-Identifier: EUPL-1.2
#include "routing/single/reading.h"

#include <algorithm>

namespace medicobus::routing::single {
namespace {

/// Sums of a few of these cannot overflow; far above `largest`.
constexpr std::int64_t tooMuch = std::int64_t{1} << 48;

std::int64_t bounded(std::int64_t value) {
    return std::min(value, tooMuch);
}

void readWindows(const Problem& problem, Reading& reading) {
    const Vehicle& vehicle = problem.vehicles.front();
    reading.span = bounded(vehicle.latest - vehicle.earliest);
    reading.opens.push_back(0);
    reading.closes.push_back(0);
    for (const Place& place : problem.places) {
        const auto window = std::find_if(place.windows.begin(), place.windows.end(), [&](const Window& each) {
            return (each.days >> vehicle.day & 1U) != 0;
        });
        const bool isOpen = window != place.windows.end();
        reading.hasClosedPlace |= !isOpen && !place.windows.empty();
        reading.opens.push_back(isOpen ? std::max<Time>(0, bounded(window->opens - vehicle.earliest)) : 0);
        reading.closes.push_back(isOpen ? bounded(window->closes - vehicle.earliest) : tooMuch);
    }
    reading.opens.push_back(0);
    reading.closes.push_back(reading.span);
}

class Row {
public:
    Row(const Problem& problem, std::size_t station) : m_problem(problem), m_station(station) {}

    std::int64_t travelTo(std::size_t to) const {
        const std::int64_t service = placeAt(m_station) ? bounded(placeAt(m_station)->service) : 0;
        const bool isSameNode = placeAt(m_station) && placeAt(to) && node(m_station) == node(to);
        const std::int64_t setup = placeAt(to) && !isSameNode ? bounded(placeAt(to)->setup) : 0;
        return service + (isDriven(to) ? bounded(matrix().time(*node(m_station), *node(to))) : 0) + setup;
    }
    std::int64_t costTo(std::size_t to) const {
        return isDriven(to) ? bounded(matrix().cost(*node(m_station), *node(to))) : 0;
    }
    bool hasNegative() const {
        const Place* place = placeAt(m_station);
        return place && (place->service < 0 || place->setup < 0);
    }

private:
    const Matrix& matrix() const {
        return m_problem.matrices[static_cast<std::size_t>(m_problem.vehicles.front().matrix)];
    }
    const Place* placeAt(std::size_t station) const {
        const bool isPlace = station > 0 && station <= m_problem.places.size();
        return isPlace ? &m_problem.places[station - 1] : nullptr;
    }
    std::optional<int> node(std::size_t station) const {
        const Vehicle& vehicle = m_problem.vehicles.front();
        return station == 0 ? vehicle.start : placeAt(station) ? placeAt(station)->node : vehicle.end;
    }
    bool isDriven(std::size_t to) const { return node(m_station) && node(to); }

    const Problem& m_problem;
    std::size_t m_station;
};

} // namespace

Reading readingOf(const Problem& problem) {
    Reading reading;
    readWindows(problem, reading);
    const std::size_t size = reading.opens.size();
    std::int64_t sum = 0;
    for (std::size_t from = 0; from < size; ++from) {
        const Row row(problem, from);
        reading.hasNegative |= row.hasNegative();
        std::int64_t slowest = 0;
        std::int64_t dearest = 0;
        for (std::size_t to = 0; to < size; ++to) {
            const std::int64_t travel = row.travelTo(to);
            const std::int64_t cost = row.costTo(to);
            const bool isArc = from != to && from + 1 < size && to > 0 && travel <= reading.span;
            reading.travels.push_back(travel);
            reading.costs.push_back(cost);
            reading.hasNegative |= isArc && (travel < 0 || cost < 0);
            slowest = isArc ? std::max(slowest, travel) : slowest;
            dearest = isArc ? std::max(dearest, cost) : dearest;
        }
        sum = bounded(sum + slowest);
        reading.dearest = bounded(reading.dearest + dearest);
    }
    reading.horizon = sum + *std::max_element(reading.opens.begin(), reading.opens.end());
    return reading;
}

} // namespace medicobus::routing::single
