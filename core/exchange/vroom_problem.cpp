// SPDX-License-Identifier: EUPL-1.2
#include "exchange/vroom.h"
#include "travel/travel_model.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <tuple>

namespace medicobus::exchange {
namespace {

using routing::Cost;
using routing::Matrix;
using routing::Place;
using routing::Time;
using routing::Vehicle;

// Costs by the hour of seconds and by the kilometre of metres: both are whole in 18,000ths.
constexpr std::int64_t perSecond = 18'000 / 3600;
constexpr std::int64_t perMetre = 18'000 / 1000;
constexpr std::int64_t perCost = 18'000;
constexpr std::size_t mostSkillBits = 64;

class Translator {
public:
    explicit Translator(const VroomRequest& request) : m_request(request) {}

    Result<VroomProblem> translate() {
        numberNodes();
        numberSkills();
        chooseUnit();
        for (std::size_t i = 0; i < m_request.vehicles.size(); ++i) {
            addVehicle(i);
        }
        for (std::size_t i = 0; i < m_request.jobs.size(); ++i) {
            addPlace(i);
        }
        setPrizes();
        return m_error ? Result<VroomProblem>(Fault(*m_error)) : Result<VroomProblem>(std::move(m_made));
    }

private:
    void refuse(std::string key, std::string value, std::string expected) {
        if (!m_error) {
            m_error = Error(codes::exchangeUnsupported)
                          .with("file", m_request.file)
                          .with("key", std::move(key))
                          .with("value", std::move(value))
                          .with("expected", std::move(expected));
        }
    }

    /// With matrices their rows; else a node for each point, the same for the same point.
    int nodeOf(const VroomPoint& point) {
        if (point.index) {
            return *point.index;
        }
        const auto known = m_nodes.try_emplace({point.location->lat, point.location->lon},
                                               static_cast<int>(m_points.size()));
        if (known.second) {
            m_points.push_back(*point.location);
        }
        return known.first->second;
    }
    void numberNodes() {
        for (const VroomJob& job : m_request.jobs) {
            m_jobNodes.push_back(nodeOf(job.point));
        }
        for (const VroomVehicle& vehicle : m_request.vehicles) {
            m_starts.push_back(vehicle.start ? std::optional(nodeOf(*vehicle.start)) : std::nullopt);
            m_ends.push_back(vehicle.end ? std::optional(nodeOf(*vehicle.end)) : std::nullopt);
        }
    }

    void numberSkills() {
        for (std::size_t i = 0; i < m_request.jobs.size(); ++i) {
            for (const std::uint32_t skill : m_request.jobs[i].skills) {
                if (!m_skills.contains(skill) && m_skills.size() == mostSkillBits) {
                    refuse(fmt::format("$.jobs[{}].skills", i), std::to_string(skill),
                           fmt::format("<= {}", mostSkillBits));
                    return;
                }
                m_skills.try_emplace(skill, m_skills.size());
            }
        }
    }
    /// Skills that no job asks for have no bit.
    std::uint64_t skillBits(const std::vector<std::uint32_t>& skills) const {
        std::uint64_t bits = 0;
        for (const std::uint32_t skill : skills) {
            const auto known = m_skills.find(skill);
            bits |= known == m_skills.end() ? 0 : std::uint64_t{1} << known->second;
        }
        return bits;
    }

    const VroomMatrix* matrixOf(const VroomVehicle& vehicle) const {
        const auto found = m_request.matrices.find(vehicle.profile);
        return found == m_request.matrices.end() ? nullptr : &found->second;
    }
    bool hasOwnCosts(const VroomVehicle& vehicle) const {
        const VroomMatrix* matrix = matrixOf(vehicle);
        return matrix != nullptr && !matrix->costs.empty();
    }

    /// The largest unit in which every cost is whole: prizes above all sums of costs must stay small.
    void chooseUnit() {
        std::int64_t unit = 0;
        for (const VroomVehicle& vehicle : m_request.vehicles) {
            unit = std::gcd(unit, vehicle.fixedCost * perCost);
            unit = std::gcd(unit, hasOwnCosts(vehicle) ? perCost : vehicle.costPerHour * perSecond);
            unit = std::gcd(unit, hasOwnCosts(vehicle) ? 0 : vehicle.costPerKm * perMetre);
        }
        m_made.unit = std::max<std::int64_t>(unit, 1);
    }

    int matrixFor(const VroomVehicle& vehicle) {
        const auto key =
            std::tuple(vehicle.profile, vehicle.speedFactor, vehicle.costPerHour, vehicle.costPerKm);
        const auto [known, isNew] =
            m_matrices.try_emplace(key, static_cast<int>(m_made.problem.matrices.size()));
        if (isNew) {
            const VroomMatrix* matrix = matrixOf(vehicle);
            m_made.problem.matrices.push_back(matrix != nullptr ? given(vehicle, *matrix)
                                                                : estimated(vehicle));
        }
        return known->second;
    }

    Matrix given(const VroomVehicle& vehicle, const VroomMatrix& from) {
        Matrix matrix;
        matrix.size = from.size;
        for (std::size_t i = 0; i < from.durations.size(); ++i) {
            matrix.times.push_back(
                vehicle.speedFactor == 1
                    ? from.durations[i]
                    : std::llround(static_cast<double>(from.durations[i]) / vehicle.speedFactor));
            const std::int64_t metres = from.distances.empty() ? 0 : from.distances[i];
            matrix.costs.push_back(from.costs.empty() ? costOf(vehicle, matrix.times.back(), metres)
                                                      : from.costs[i] * perCost / m_made.unit);
        }
        m_made.distances.push_back(from.distances);
        return matrix;
    }

    /// Times are rounded up and distances down, so that the distance never exceeds what the time allows.
    Matrix estimated(const VroomVehicle& vehicle) {
        const travel::TravelEstimate estimate(vroomDetour, vroomKmh);
        Matrix matrix;
        matrix.size = static_cast<int>(m_points.size());
        std::vector<std::int64_t> distances;
        for (const GeoPoint& from : m_points) {
            for (const GeoPoint& to : m_points) {
                const double seconds = estimate.time(from, to).count() / vehicle.speedFactor;
                matrix.times.push_back(static_cast<Time>(std::ceil(seconds)));
                distances.push_back(static_cast<std::int64_t>(std::floor(estimate.distance(from, to).value)));
                matrix.costs.push_back(costOf(vehicle, matrix.times.back(), distances.back()));
            }
        }
        m_made.distances.push_back(std::move(distances));
        return matrix;
    }

    Cost costOf(const VroomVehicle& vehicle, Time seconds, std::int64_t metres) const {
        return vehicle.costPerHour * perSecond / m_made.unit * seconds
               + vehicle.costPerKm * perMetre / m_made.unit * metres;
    }

    void addVehicle(std::size_t index) {
        const VroomVehicle& from = m_request.vehicles[index];
        Vehicle vehicle;
        vehicle.name = std::to_string(from.id);
        vehicle.matrix = matrixFor(from);
        vehicle.start = m_starts[index];
        vehicle.end = m_ends[index];
        if (from.window) {
            vehicle.earliest = from.window->opens;
            vehicle.latest = from.window->closes;
        }
        for (const VroomBreak& pause : from.breaks) {
            vehicle.breaks.push_back({pause.service, pause.windows});
        }
        vehicle.maxDriving = from.maxTravelTime;
        vehicle.maxPlaces = from.maxTasks;
        vehicle.capacity = from.capacity;
        vehicle.skills = skillBits(from.skills);
        vehicle.fixedCost = from.fixedCost * perCost / m_made.unit;
        if (from.maxDistance) {
            limitDistance(index, vehicle);
        }
        m_made.problem.vehicles.push_back(std::move(vehicle));
    }

    /// The engine limits drives and costs: a distance where either stands for it.
    void limitDistance(std::size_t index, Vehicle& vehicle) {
        const VroomVehicle& from = m_request.vehicles[index];
        const VroomMatrix* matrix = matrixOf(from);
        if (matrix == nullptr) {
            const double metresPerSecond = vroomKmh * from.speedFactor * 1000.0 / 3600.0;
            const auto driving = static_cast<Time>(static_cast<double>(*from.maxDistance) / metresPerSecond);
            vehicle.maxDriving = std::min(vehicle.maxDriving.value_or(driving), driving);
        } else if (!matrix->costs.empty() && matrix->costs == matrix->distances) {
            vehicle.maxCost = *from.maxDistance * perCost / m_made.unit;
        } else if (matrix->costs.empty() && from.costPerHour == 0 && from.costPerKm > 0) {
            vehicle.maxCost = from.costPerKm * perMetre / m_made.unit * *from.maxDistance;
        } else {
            refuse(fmt::format("$.vehicles[{}].max_distance", index), std::to_string(*from.maxDistance),
                   "costs.per_hour = 0, costs.per_km > 0");
        }
    }

    void addPlace(std::size_t index) {
        const VroomJob& job = m_request.jobs[index];
        Place place;
        place.name = std::to_string(job.id);
        place.node = m_jobNodes[index];
        place.setup = job.setup;
        place.service = job.service;
        place.delivery = job.delivery;
        place.pickup = job.pickup;
        place.skills = skillBits(job.skills);
        checkSetup(index);
        // VROOM's windows are for the start of the setup, ours for the start of the service.
        for (routing::Window window : job.windows) {
            window.opens += job.setup;
            window.closes += job.setup;
            place.windows.push_back(window);
        }
        m_made.problem.places.push_back(std::move(place));
    }
    /// A setup that may be spared, or not, moves windows about; at the vehicle's start VROOM spares it.
    void checkSetup(std::size_t index) {
        const VroomJob& job = m_request.jobs[index];
        const int node = m_jobNodes[index];
        const bool isStart =
            std::find(m_starts.begin(), m_starts.end(), std::optional(node)) != m_starts.end();
        const bool isShared = std::count(m_jobNodes.begin(), m_jobNodes.end(), node) > 1;
        if (job.setup > 0 && (isStart || (isShared && !job.windows.empty()))) {
            refuse(fmt::format("$.jobs[{}].setup", index), std::to_string(job.setup),
                   isStart ? "start != location" : "one job a location, or no time_windows");
        }
    }

    /// More than all routes together may cost.
    Cost aboveAllCosts() const {
        Cost sum = 1;
        const auto dearest = [&](int to) {
            Cost most = 0;
            for (const Matrix& matrix : m_made.problem.matrices) {
                for (int from = 0; from < matrix.size; ++from) {
                    most = std::max(most, matrix.cost(from, to));
                }
            }
            return most;
        };
        for (const Place& place : m_made.problem.places) {
            sum += dearest(place.node);
        }
        for (const Vehicle& vehicle : m_made.problem.vehicles) {
            sum += vehicle.fixedCost + (vehicle.end ? dearest(*vehicle.end) : 0);
        }
        return sum;
    }
    void setPrizes() {
        const Cost step = aboveAllCosts();
        const auto jobs = static_cast<Cost>(m_request.jobs.size());
        Cost common = 0;
        for (const VroomJob& job : m_request.jobs) {
            common = std::gcd(common, static_cast<Cost>(job.priority));
        }
        for (std::size_t i = 0; i < m_request.jobs.size(); ++i) {
            const Cost rank = common == 0 ? 0 : m_request.jobs[i].priority / common;
            // One more unit of priority outweighs all jobs of none, and a job all costs.
            m_made.problem.places[i].prize = (rank * (jobs + 1) + 1) * step;
        }
    }

    const VroomRequest& m_request;
    VroomProblem m_made;
    std::optional<Error> m_error;
    std::map<std::pair<double, double>, int> m_nodes;
    std::vector<GeoPoint> m_points;
    std::vector<int> m_jobNodes;
    std::vector<std::optional<int>> m_starts;
    std::vector<std::optional<int>> m_ends;
    std::map<std::uint32_t, std::size_t> m_skills;
    std::map<std::tuple<std::string, double, std::int64_t, std::int64_t>, int> m_matrices;
};

} // namespace

Result<VroomProblem> toProblem(const VroomRequest& request) {
    return Translator(request).translate();
}

} // namespace medicobus::exchange
