// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/geo.h"
#include "base/result.h"
#include "routing/solve.h"

#include <nlohmann/json.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::exchange {

using OrderedJson = nlohmann::ordered_json;

/// Where a job is, or a vehicle starts or ends: a point, a row of the matrices, or both.
struct VroomPoint {
    std::optional<GeoPoint> location;
    std::optional<int> index;
};

struct VroomJob {
    std::uint64_t id = 0;
    std::string description;
    VroomPoint point;
    routing::Time setup = 0; ///< Seconds, as all times.
    routing::Time service = 0;
    std::vector<std::int64_t> delivery;
    std::vector<std::int64_t> pickup;
    std::vector<std::uint32_t> skills;
    int priority = 0;                     ///< 0 to 100.
    std::vector<routing::Window> windows; ///< When the setup, or else the service, may start.
};

struct VroomBreak {
    std::uint64_t id = 0;
    std::string description;
    routing::Time service = 0;
    std::vector<routing::Window> windows;
};

struct VroomVehicle {
    std::uint64_t id = 0;
    std::string description;
    std::string profile = "car";
    std::optional<VroomPoint> start;
    std::optional<VroomPoint> end;
    std::vector<std::int64_t> capacity;
    std::vector<std::uint32_t> skills;
    std::optional<routing::Window> window;
    std::vector<VroomBreak> breaks; ///< In the order of their first windows, as VROOM takes them.
    double speedFactor = 1;
    std::optional<int> maxTasks;
    std::optional<routing::Time> maxTravelTime;
    std::optional<std::int64_t> maxDistance; ///< Metres.
    std::int64_t fixedCost = 0;
    std::int64_t costPerHour = 3600;
    std::int64_t costPerKm = 0;
};

/// One profile's matrices, row by row.
struct VroomMatrix {
    int size = 0;
    std::vector<std::int64_t> durations;
    std::vector<std::int64_t> distances; ///< Metres; empty when not given.
    std::vector<std::int64_t> costs;     ///< Empty when not given.
};

/// What a user of VROOM asks.
struct VroomRequest {
    std::string file;
    std::vector<VroomJob> jobs;
    std::vector<VroomVehicle> vehicles;
    std::map<std::string, VroomMatrix> matrices; ///< None: drives are estimated between locations.

    bool isEstimated() const { return matrices.empty(); }
};

/// The same as a problem of the ordering engine. Places and vehicles are in the order of the request; prizes
/// rank solutions as VROOM does: priorities served, then jobs served, then cost.
struct VroomProblem {
    routing::Problem problem;
    std::vector<std::vector<std::int64_t>> distances; ///< Metres by matrix of the problem; empty if unknown.
    std::int64_t unit = 1; ///< A cost of the problem is so many 18,000ths of the user's.
};

/// How long and far it is between two points when no matrix says it: great circle x 1.3 at 50 km/h.
inline constexpr double vroomDetour = 1.3;
inline constexpr double vroomKmh = 50;

/// Reads a request in the format of VROOM 1.14 (its `docs/API.md`).
/// Errors: `json.*` with the place in the file; `exchange.unsupported` names a key that the engine cannot
/// take.
[[nodiscard]] Result<VroomRequest> readVroom(std::string_view text, const std::string& file);

/// Errors: `exchange.unsupported` for a combination that the engine cannot keep.
[[nodiscard]] Result<VroomProblem> toProblem(const VroomRequest& request);

/// The solution as VROOM writes it, with a reason for each unassigned job and, under `medicobus`, whether it
/// is proven best, the seed and the iterations, and where travel times are from. The same solution gives the
/// same bytes: there are no computing times.
OrderedJson vroomJson(const VroomRequest& request, const VroomProblem& problem,
                      const routing::Solution& solution, const routing::Options& options);

/// Why no route takes a job: the first rule that keeps it from every vehicle, were it the only job.
enum class UnassignedReason {
    skills,   ///< No vehicle has its skills.
    windows,  ///< Its windows meet no shift of a vehicle with its skills.
    capacity, ///< It is more than any such vehicle carries.
    tooFar,   ///< No such vehicle gets there and back within its limits.
    noRoom,   ///< A vehicle could take it, but not with the jobs that come first.
};
UnassignedReason reasonFor(const VroomProblem& problem, int job);
std::string_view codeOf(UnassignedReason reason);

namespace codes {
inline constexpr ErrorCode exchangeUnsupported{"exchange.unsupported"}; ///< key, value, expected
inline constexpr ErrorCode exchangeDuplicate{"exchange.duplicate"};     ///< key, value
} // namespace codes

} // namespace medicobus::exchange
