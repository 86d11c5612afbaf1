// SPDX-License-Identifier: EUPL-1.2
#include "routing/instances/instance.h"

#include "base/file.h"
#include "routing/instances/readers.h"

#include <algorithm>
#include <map>

namespace medicobus::routing::instances {
namespace {

/// All but the fixed costs, which only say that fewer vehicles come first.
Cost driven(const Problem& problem, const Solution& solution) {
    Cost fixed = 0;
    for (const Route& route : solution.routes) {
        fixed += problem.vehicles[static_cast<std::size_t>(route.vehicle)].fixedCost;
    }
    return solution.cost - fixed;
}

bool isNumberWord(std::string_view word) {
    return word.find_first_not_of("0123456789+-.eE") == std::string_view::npos;
}

std::optional<Set> detect(const InstanceText& text) {
    constexpr std::size_t headOfMctopmtw = 13;
    constexpr std::size_t headOfCordeau = 4;
    if (text.lines().empty()) {
        return std::nullopt;
    }
    const auto startsWith = [&](std::string_view word) {
        return std::any_of(text.lines().begin(), text.lines().end(), [&](const InstanceText::Line& line) {
            return line.words.front().starts_with(word);
        });
    };
    if (startsWith("NODE_COORD_SECTION") || startsWith("EDGE_WEIGHT_TYPE")) {
        return Set::tsplib;
    }
    if (startsWith("VEHICLE") && startsWith("CUST")) {
        return Set::solomon;
    }
    const auto& head = text.lines().front().words;
    if (!std::all_of(head.begin(), head.end(), isNumberWord)) {
        return std::nullopt;
    }
    switch (head.size()) {
    case 1:
        return Set::tsptw;
    case headOfMctopmtw:
        return Set::mctopmtw;
    case headOfCordeau: // Type 1 is periodic routing.
        return head.front() == "1" ? Set::pvrp : Set::toptw;
    default:
        return std::nullopt;
    }
}

Instance readAs(Set set, InstanceText& text, std::string_view name, int tours) {
    switch (set) {
    case Set::tsptw:
        return readTsptw(text);
    case Set::toptw:
        return readToptw(text, name, tours);
    case Set::mctopmtw:
        return readMctopmtw(text, name);
    case Set::pvrp:
        return readPeriodic(text);
    case Set::solomon:
    case Set::homberger:
        return readVrptw(text);
    case Set::tsplib:
        return readTsplib(text);
    }
    return {};
}

std::string instanceName(Set set, const std::filesystem::path& file, int tours) {
    if (set == Set::tsptw) {
        return file.filename().string(); // Its endings carry meaning: rc201.0 and rc201.2.
    }
    return file.stem().string() + (set == Set::toptw ? "_m" + std::to_string(tours) : "");
}

} // namespace

std::string_view nameOf(Set set) {
    switch (set) {
    case Set::tsptw:
        return "TSPTW";
    case Set::toptw:
        return "TOPTW";
    case Set::mctopmtw:
        return "MCTOPMTW";
    case Set::pvrp:
        return "PVRP";
    case Set::solomon:
        return "VRPTW (Solomon)";
    case Set::homberger:
        return "VRPTW (Gehring-Homberger)";
    case Set::tsplib:
        return "TSPLIB";
    }
    return {};
}

bool isMaximised(Set set) {
    return set == Set::toptw || set == Set::mctopmtw;
}

double Instance::value(const Solution& solution) const {
    if (!isMaximised(set)) {
        return static_cast<double>(driven(problem, solution)) / costUnit;
    }
    Cost all = 0;
    for (const Place& place : problem.places) {
        all += place.prize.value_or(0);
    }
    return static_cast<double>(all - solution.lost) / static_cast<double>(prizeUnit);
}

std::vector<RouteLine> Instance::lines(const Solution& solution) const {
    std::map<int, RouteLine> byVehicle;
    if (set == Set::mctopmtw) {
        for (std::size_t tour = 0; tour < problem.vehicles.size(); ++tour) {
            byVehicle[static_cast<int>(tour)].day = static_cast<int>(tour) + 1;
        }
    }
    for (const Route& route : solution.routes) {
        RouteLine& line = byVehicle[route.vehicle];
        line.day = problem.vehicles[static_cast<std::size_t>(route.vehicle)].day + 1;
        if (set == Set::tsplib) {
            line.nodes.push_back(1);
        }
        for (const Stop& stop : route.stops) {
            line.nodes.push_back(numbers[static_cast<std::size_t>(stop.place)]);
        }
    }
    std::vector<RouteLine> lines;
    for (auto& [vehicle, line] : byVehicle) {
        lines.push_back(std::move(line));
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const RouteLine& a, const RouteLine& b) { return a.day < b.day; });
    return lines;
}

Result<Sequences> Instance::sequences(const std::vector<RouteLine>& lines) const {
    Sequences sequences;
    std::vector<bool> isTaken(problem.vehicles.size());
    for (const RouteLine& line : lines) {
        std::size_t vehicle = 0;
        while (vehicle < isTaken.size()
               && (isTaken[vehicle] || problem.vehicles[vehicle].day != line.day - 1)) {
            ++vehicle;
        }
        if (vehicle == isTaken.size()) {
            return fault(codes::instanceRoute, {{"value", std::to_string(lines.size())}});
        }
        isTaken[vehicle] = true;
        Sequence sequence{.vehicle = static_cast<int>(vehicle), .places = {}};
        for (const int node : line.nodes) {
            if (set == Set::tsplib && node == 1) {
                continue;
            }
            const auto at = std::lower_bound(numbers.begin(), numbers.end(), node);
            if (at == numbers.end() || *at != node) {
                return fault(codes::instanceRoute, {{"value", std::to_string(node)}});
            }
            sequence.places.push_back(static_cast<int>(at - numbers.begin()));
        }
        sequences.push_back(std::move(sequence));
    }
    return sequences;
}

Point readPoint(InstanceText& text, const InstanceText::Line& line, std::size_t word) {
    return {.x = text.number(line, word, -farthest, farthest),
            .y = text.number(line, word + 1, -farthest, farthest)};
}

Matrix realDistances(const std::vector<Point>& points) {
    // What lies above a whole number by the error of the root alone belongs to it.
    constexpr double rootError = 1e-6;
    Matrix matrix =
        euclidean(points, [](double d) { return static_cast<Time>(std::ceil(d * realUnit - rootError)); });
    matrix.costs = euclidean(points, [](double d) { return std::llround(d * realUnit); }).costs;
    return matrix;
}

Result<Set> detect(std::string_view text, const std::string& file) {
    const InstanceText lines(text, file);
    if (const auto set = detect(lines)) {
        return *set;
    }
    return fault(codes::instanceUnknownFormat, {{"file", file}});
}

Result<Instance> parse(std::string_view text, const std::string& file, int tours) {
    InstanceText lines(text, file);
    const auto set = detect(lines);
    if (!set) {
        return fault(codes::instanceUnknownFormat, {{"file", file}});
    }
    const std::filesystem::path path(file);
    Instance instance = readAs(*set, lines, path.stem().string(), tours);
    if (!lines.ok()) {
        return Fault(lines.error());
    }
    instance.name = instanceName(*set, path, tours);
    return instance;
}

Result<Instance> read(const std::filesystem::path& file, int tours) {
    const auto text = readFile(file);
    if (!text) {
        return Fault(text.error());
    }
    return parse(*text, file.string(), tours);
}

} // namespace medicobus::routing::instances
