// SPDX-License-Identifier: EUPL-1.2
#include "routing/check.h"

#include "routing/solve.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <string_view>

namespace medicobus::routing {
namespace {

/// Keeps the first thing wrong.
class Checker {
public:
    explicit Checker(const Problem& problem) : m_problem(problem) {}

    Result<void> run() {
        checkMatrices();
        for (std::size_t i = 0; i < m_problem.vehicles.size() && !m_error; ++i) {
            checkVehicle(fmt::format("vehicles[{}]", i), m_problem.vehicles[i]);
        }
        for (std::size_t i = 0; i < m_problem.places.size() && !m_error; ++i) {
            checkPlace(fmt::format("places[{}]", i), m_problem.places[i]);
        }
        checkAmounts("pools", m_problem.pools, m_problem.pools.size());
        if (!m_error) {
            checkSums();
        }
        return m_error ? Result<void>(Fault(*m_error)) : Result<void>();
    }

private:
    void fail(std::string key, std::string value, std::string expected) {
        if (!m_error) {
            m_error = Error(codes::routingInvalid)
                          .with("key", std::move(key))
                          .with("value", std::move(value))
                          .with("expected", std::move(expected));
        }
    }
    void expectWithin(std::string_view key, std::int64_t value, std::int64_t low, std::int64_t high) {
        if (value < low || value > high) {
            fail(std::string(key), std::to_string(value), fmt::format("{} … {}", low, high));
        }
    }
    void expectFigure(const std::string& key, std::int64_t value) {
        expectWithin(key, value, 0, largestFigure);
    }

    void checkMatrices() {
        if (m_problem.matrices.empty() && !(m_problem.vehicles.empty() && m_problem.places.empty())) {
            fail("matrices", "0", ">= 1");
        }
        for (std::size_t i = 0; i < m_problem.matrices.size() && !m_error; ++i) {
            const Matrix& matrix = m_problem.matrices[i];
            const std::string key = fmt::format("matrices[{}]", i);
            m_nodes = m_problem.matrices.front().size;
            constexpr int mostNodes = 30'000;
            expectWithin(key + ".size", matrix.size, 0, mostNodes);
            expectWithin(key + ".size", matrix.size, m_nodes, m_nodes);
            const auto entries = static_cast<std::int64_t>(matrix.size) * matrix.size;
            checkEntries(key + ".times", matrix.times, entries, m_longestDrive);
            checkEntries(key + ".costs", matrix.costs, entries, m_dearestDrive);
        }
    }
    void checkEntries(const std::string& key, const std::vector<std::int64_t>& values, std::int64_t count,
                      std::int64_t& largest) {
        if (static_cast<std::int64_t>(values.size()) != count) {
            fail(key, std::to_string(values.size()), std::to_string(count));
        }
        for (std::size_t i = 0; i < values.size() && !m_error; ++i) {
            if (values[i] < 0 || values[i] > largestFigure) {
                expectFigure(fmt::format("{}[{}]", key, i), values[i]);
            }
            largest = std::max(largest, values[i]);
        }
    }

    void checkNode(const std::string& key, int node) { expectWithin(key, node, 0, m_nodes - 1); }
    void checkInstant(const std::string& key, Time time) { expectWithin(key, time, -farFuture, farFuture); }

    void checkWindows(const std::string& key, const std::vector<Window>& windows) {
        for (std::size_t i = 0; i < windows.size() && !m_error; ++i) {
            const std::string place = fmt::format("{}[{}]", key, i);
            checkInstant(place + ".opens", windows[i].opens);
            checkInstant(place + ".closes", windows[i].closes);
            if (windows[i].closes < windows[i].opens) {
                fail(place, fmt::format("{} … {}", windows[i].opens, windows[i].closes), "opens <= closes");
            }
            if (windows[i].days == 0) {
                fail(place + ".days", "0", ">= 1");
            }
        }
    }

    void checkAmounts(const std::string& key, const std::vector<std::int64_t>& amounts, std::size_t most) {
        if (amounts.size() > most) {
            fail(key, std::to_string(amounts.size()), fmt::format("<= {}", most));
        }
        for (std::size_t i = 0; i < amounts.size(); ++i) {
            expectFigure(fmt::format("{}[{}]", key, i), amounts[i]);
        }
    }

    void checkVehicle(const std::string& key, const Vehicle& vehicle) {
        expectWithin(key + ".day", vehicle.day, 0, mostDays - 1);
        m_days |= m_error ? 0 : DayMask{1} << static_cast<unsigned>(vehicle.day);
        expectWithin(key + ".matrix", vehicle.matrix, 0,
                     static_cast<std::int64_t>(m_problem.matrices.size()) - 1);
        checkNode(key + ".start", vehicle.start.value_or(0));
        checkNode(key + ".end", vehicle.end.value_or(0));
        checkInstant(key + ".earliest", vehicle.earliest);
        checkInstant(key + ".latest", vehicle.latest);
        if (vehicle.latest < vehicle.earliest) {
            fail(key, fmt::format("{} … {}", vehicle.earliest, vehicle.latest), "earliest <= latest");
        }
        for (std::size_t i = 0; i < vehicle.breaks.size(); ++i) {
            expectFigure(fmt::format("{}.breaks[{}].length", key, i), vehicle.breaks[i].length);
            checkWindows(fmt::format("{}.breaks[{}].windows", key, i), vehicle.breaks[i].windows);
        }
        // Limits may be as generous as their caller likes.
        expectWithin(key + ".maxDriving", vehicle.maxDriving.value_or(0), 0, farFuture);
        expectWithin(key + ".maxDuty", vehicle.maxDuty.value_or(0), 0, farFuture);
        expectWithin(key + ".maxCost", vehicle.maxCost.value_or(0), 0, farFuture);
        expectWithin(key + ".maxPlaces", vehicle.maxPlaces.value_or(0), 0, farFuture);
        expectFigure(key + ".fixedCost", vehicle.fixedCost);
        if (!vehicle.capacity.empty()) {
            m_dimensions = m_dimensions == 0 ? vehicle.capacity.size() : m_dimensions;
            if (vehicle.capacity.size() != m_dimensions) {
                fail(key + ".capacity", std::to_string(vehicle.capacity.size()),
                     std::to_string(m_dimensions));
            }
        }
        for (std::size_t i = 0; i < vehicle.capacity.size(); ++i) {
            expectWithin(fmt::format("{}.capacity[{}]", key, i), vehicle.capacity[i], 0, farFuture);
        }
    }

    void checkPlace(const std::string& key, const Place& place) {
        checkNode(key + ".node", place.node);
        expectFigure(key + ".setup", place.setup);
        expectFigure(key + ".service", place.service);
        checkWindows(key + ".windows", place.windows);
        expectWithin(key + ".prize", place.prize.value_or(0), 0, largestSum);
        // Amounts beyond the capacity's dimensions would be carried without being counted.
        const std::size_t dimensions = m_dimensions == 0 ? mostDimensions : m_dimensions;
        checkAmounts(key + ".delivery", place.delivery, dimensions);
        checkAmounts(key + ".pickup", place.pickup, dimensions);
        checkAmounts(key + ".draws", place.draws, m_problem.pools.size());
        for (std::size_t i = 0; i < place.patterns.size() && !m_error; ++i) {
            const DayMask pattern = place.patterns[i];
            if (pattern == 0 || (pattern & ~m_days) != 0) {
                fail(fmt::format("{}.patterns[{}]", key, i), fmt::format("{:#b}", pattern),
                     fmt::format("1 … {:#b}", m_days));
            }
        }
    }

    /// All that could be driven, worked, paid and lost together.
    void checkSums() {
        std::int64_t time = 0;
        std::int64_t cost = 0;
        const auto add = [](std::int64_t& sum, std::int64_t more) {
            sum = more > largestSum - sum ? largestSum + 1 : sum + more;
        };
        const auto addVisit = [&](const Place& place) {
            add(time, m_longestDrive);
            add(time, place.setup);
            add(time, place.service);
            add(cost, m_dearestDrive);
        };
        for (std::size_t i = 0; i < m_problem.places.size() && !m_error; ++i) {
            const Place& place = m_problem.places[i];
            int visits = 1;
            for (const DayMask pattern : place.patterns) {
                visits = std::max(visits, std::popcount(pattern));
            }
            for (; visits > 0; --visits) {
                addVisit(place);
            }
            add(cost, place.prize.value_or(0));
            expectWithin(fmt::format("sum of times up to places[{}]", i), time, 0, largestSum);
            expectWithin(fmt::format("sum of costs and prizes up to places[{}]", i), cost, 0, largestSum);
        }
        for (std::size_t i = 0; i < m_problem.vehicles.size() && !m_error; ++i) {
            const Vehicle& vehicle = m_problem.vehicles[i];
            add(time, m_longestDrive);
            add(cost, m_dearestDrive);
            add(cost, vehicle.fixedCost);
            for (const Break& pause : vehicle.breaks) {
                add(time, pause.length);
            }
            expectWithin(fmt::format("sum of times up to vehicles[{}]", i), time, 0, largestSum);
            expectWithin(fmt::format("sum of costs up to vehicles[{}]", i), cost, 0, largestSum);
        }
    }

    static constexpr std::size_t mostDimensions = 1000;

    const Problem& m_problem;
    std::optional<Error> m_error;
    int m_nodes = 0;
    DayMask m_days = 0;
    std::size_t m_dimensions = 0;
    std::int64_t m_longestDrive = 0;
    std::int64_t m_dearestDrive = 0;
};

} // namespace

Result<void> check(const Problem& problem) {
    return Checker(problem).run();
}

} // namespace medicobus::routing
