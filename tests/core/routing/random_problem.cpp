// SPDX-License-Identifier: EUPL-1.2
#include "random_problem.h"

namespace medicobus::testing {
namespace {

using namespace medicobus::routing;

class Maker {
public:
    Maker(Random& random, unsigned features) : m_random(random), m_features(features) {}

    Problem make(int places, int vehicles) {
        m_days = has(withPatterns) ? 2 : 1;
        m_dimensions = has(withCapacity) ? 1 + pick(2) : 0;
        Problem problem;
        m_nodes = places + 2;
        problem.matrices.push_back(matrix());
        if (chance(4)) {
            problem.matrices.push_back(matrix());
        }
        for (int i = 0; i < places; ++i) {
            problem.places.push_back(place(i));
        }
        for (int i = 0; i < vehicles; ++i) {
            problem.vehicles.push_back(vehicle(static_cast<int>(problem.matrices.size())));
        }
        if (has(withPools)) {
            problem.pools = {4 + pick(6), 4 + pick(6)};
        }
        return problem;
    }

private:
    bool has(Feature feature) const { return (m_features & feature) != 0; }
    int pick(int bound) { return static_cast<int>(m_random.below(static_cast<std::uint64_t>(bound))); }
    bool chance(int oneIn) { return pick(oneIn) == 0; }

    Matrix matrix() {
        Matrix matrix;
        matrix.size = m_nodes;
        for (int from = 0; from < m_nodes; ++from) {
            for (int to = 0; to < m_nodes; ++to) {
                matrix.times.push_back(from == to ? 0 : 1 + pick(12));
                matrix.costs.push_back(from == to ? 0 : 1 + pick(20));
            }
        }
        return matrix;
    }

    std::vector<Window> windows(int most, int width) {
        std::vector<Window> made;
        for (int i = 0; i < most; ++i) {
            const int opens = pick(70);
            made.push_back({opens, opens + pick(width)});
            if (m_days > 1 && chance(3)) {
                made.back().days = DayMask{1} << static_cast<unsigned>(pick(m_days));
            }
        }
        return made;
    }

    std::vector<std::int64_t> amounts(std::size_t size, int bound) {
        std::vector<std::int64_t> made;
        for (std::size_t i = 0; i < size; ++i) {
            made.push_back(pick(bound));
        }
        return made;
    }

    Place place(int index) {
        Place place;
        place.name = std::string(1, static_cast<char>('A' + index));
        place.node = chance(5) ? pick(m_nodes) : index;
        place.service = pick(6);
        if (has(withSetup)) {
            place.setup = pick(5);
        }
        if (has(withWindows) && !chance(3)) {
            place.windows = windows(has(withManyWindows) ? 1 + pick(3) : 1, 40);
        }
        if (has(withPrizes) && !chance(4)) {
            place.prize = pick(40);
        }
        if (has(withCapacity)) {
            place.delivery = amounts(static_cast<std::size_t>(m_dimensions), 4);
            place.pickup = amounts(static_cast<std::size_t>(pick(m_dimensions + 1)), 4);
        }
        if (has(withPools)) {
            place.draws = amounts(static_cast<std::size_t>(pick(3)), 4);
        }
        if (has(withSkills) && chance(2)) {
            place.skills = static_cast<std::uint64_t>(1 + pick(3));
        }
        if (has(withPatterns) && chance(2)) {
            place.patterns = chance(2) ? std::vector<DayMask>{3} : std::vector<DayMask>{1, 2};
        }
        return place;
    }

    Vehicle vehicle(int matrices) {
        Vehicle vehicle;
        vehicle.day = pick(m_days);
        vehicle.matrix = pick(matrices);
        vehicle.start = m_nodes - 1 - pick(2);
        vehicle.end = m_nodes - 1 - pick(2);
        if (has(withOpenEnds)) {
            vehicle.start = chance(3) ? std::nullopt : vehicle.start;
            vehicle.end = chance(3) ? std::nullopt : vehicle.end;
        }
        vehicle.earliest = pick(20);
        vehicle.latest = 60 + pick(40);
        for (int breaks = has(withBreaks) ? pick(3) : 0; breaks > 0; --breaks) {
            vehicle.breaks.push_back(
                {1 + pick(6), chance(4) ? std::vector<Window>() : windows(1 + pick(2), 30)});
        }
        limit(vehicle);
        return vehicle;
    }

    void limit(Vehicle& vehicle) {
        if (has(withDriving) && chance(2)) {
            vehicle.maxDriving = 10 + pick(40);
        }
        if (has(withDuty) && !chance(3)) {
            vehicle.maxDuty = 15 + pick(50);
        }
        if (has(withRouteCost) && chance(2)) {
            vehicle.maxCost = 20 + pick(60);
        }
        if (has(withMaxPlaces) && chance(2)) {
            vehicle.maxPlaces = 1 + pick(5);
        }
        if (has(withCapacity)) {
            for (int i = 0; i < m_dimensions; ++i) {
                vehicle.capacity.push_back(3 + pick(10));
            }
        }
        if (has(withSkills)) {
            vehicle.skills = static_cast<std::uint64_t>(pick(4)) | (chance(2) ? 3U : 0U);
        }
        if (has(withFixedCost) && chance(2)) {
            vehicle.fixedCost = pick(20);
        }
    }

    Random& m_random;
    unsigned m_features;
    int m_days = 1;
    int m_dimensions = 0;
    int m_nodes = 0;
};

} // namespace

routing::Problem randomProblem(Random& random, int places, int vehicles, unsigned features) {
    return Maker(random, features).make(places, vehicles);
}

} // namespace medicobus::testing
