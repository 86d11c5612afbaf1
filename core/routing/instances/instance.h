// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "routing/solution.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace medicobus::routing::instances {

/// The public sets that can be read, each with its own rounding and objective.
enum class Set {
    tsptw,     ///< One tour with time windows, by the collection of López-Ibáñez and Blum.
    toptw,     ///< Team orienteering with time windows.
    mctopmtw,  ///< Multi-constraint team orienteering with several windows a place.
    pvrp,      ///< Cordeau's periodic vehicle routing.
    solomon,   ///< VRPTW by least distance, in tenths.
    homberger, ///< VRPTW by fewest vehicles, then real distance.
    tsplib,    ///< Travelling salesman, nearest whole distances.
};

std::string_view nameOf(Set set);
/// True when a greater value is better.
bool isMaximised(Set set);

/// One route as the node numbers of the file, without the depot; a tour of `tsplib`, which has none, starts
/// with its node 1.
struct RouteLine {
    int day = 1; ///< Of the period for `pvrp`, the tour's number for `mctopmtw`, else 1.
    std::vector<int> nodes;

    friend bool operator==(const RouteLine&, const RouteLine&) = default;
};

/// A public instance as a problem of ours, and the way back to the numbers of its file.
struct Instance {
    Set set = Set::tsptw;
    std::string name = {}; ///< As a list of best known values names it.
    Problem problem = {};
    std::vector<int> numbers = {}; ///< Node number in the file, by place.
    double costUnit = 1;           ///< Costs in one unit of the file's distance.
    Cost prizeUnit = 0; ///< Prize in one unit of the file's profit; more than all driving together.

    /// Profit for the orienteering sets, else distance, in the file's own units; fixed costs are left out.
    /// Real distances (`pvrp`, `homberger`) are known to 4 places an arc.
    double value(const Solution& solution) const;
    /// In the order of days and vehicles, only routes that visit something; for `mctopmtw` one for each tour.
    std::vector<RouteLine> lines(const Solution& solution) const;
    /// The sequences that such lines mean. Errors: `instance.route` for a node the file does not have or
    /// more routes than there are vehicles.
    [[nodiscard]] Result<Sequences> sequences(const std::vector<RouteLine>& lines) const;
};

/// Which set a file belongs to, by its content alone; `instance.unknown_format` with file otherwise.
[[nodiscard]] Result<Set> detect(std::string_view text, const std::string& file);

/// Reads one file. `tours` is the number of vehicles for `toptw`, whose files leave it open, and is not
/// looked at otherwise. Formats and roundings are those of the sets' own descriptions (see README.md).
/// Errors: those of `readFile`, `instance.unknown_format`, `instance.number`, `instance.range`,
/// `instance.length`; each with file and, where there is one, line.
[[nodiscard]] Result<Instance> read(const std::filesystem::path& file, int tours = 1);
[[nodiscard]] Result<Instance> parse(std::string_view text, const std::string& file, int tours = 1);

namespace codes {
inline constexpr ErrorCode instanceUnknownFormat{"instance.unknown_format"};
inline constexpr ErrorCode instanceNumber{"instance.number"}; ///< value, expected
inline constexpr ErrorCode instanceRange{"instance.range"};   ///< value, expected
inline constexpr ErrorCode instanceLength{"instance.length"}; ///< value: what is there, expected
inline constexpr ErrorCode instanceRoute{"instance.route"};   ///< value: the node or the number of routes
} // namespace codes

} // namespace medicobus::routing::instances
