// SPDX-License-Identifier: EUPL-1.2
#include "routing/instances/readers.h"

namespace medicobus::routing::instances {
namespace {

/// `KEY : value` with or without spaces around the colon; an empty value when the line has another key.
std::string_view valueOfKey(const InstanceText::Line& line, std::string_view key) {
    std::string_view first = line.words.front();
    if (!first.starts_with(key)) {
        return {};
    }
    first.remove_prefix(key.size());
    if (first.size() > 1 && first.front() == ':') {
        return first.substr(1);
    }
    if (line.words.size() < 2 || (!first.empty() && first != ":")) {
        return {};
    }
    return line.words[1] == ":" && line.words.size() > 2 ? line.words[2] : line.words[1];
}

/// The place of the line after NODE_COORD_SECTION; records what a header says that is not supported.
std::size_t readHeader(InstanceText& text) {
    for (std::size_t at = 0; at < text.lines().size(); ++at) {
        const auto& line = text.lines()[at];
        if (line.words.front().starts_with("NODE_COORD_SECTION")) {
            return at + 1;
        }
        const auto type = valueOfKey(line, "EDGE_WEIGHT_TYPE");
        if (!type.empty() && type != "EUC_2D") {
            text.fail(codes::instanceUnknownFormat, line, std::string(type), "EUC_2D");
        }
    }
    text.line(text.lines().size());
    return text.lines().size();
}

} // namespace

Instance readTsplib(InstanceText& text) {
    Instance instance{.set = Set::tsplib};
    std::vector<Point> points;
    const std::size_t start = readHeader(text);
    for (std::size_t at = start; at < text.lines().size() && text.ok(); ++at) {
        const auto& line = text.lines()[at];
        if (line.words.front() == "EOF") {
            break;
        }
        const int number = static_cast<int>(points.size()) + 1;
        text.expect(line, 0, number);
        points.push_back(readPoint(text, line, 1));
        if (number > 1) {
            Place place;
            place.name = std::to_string(number);
            place.node = number - 1;
            instance.problem.places.push_back(std::move(place));
            instance.numbers.push_back(number);
        }
    }
    if (text.ok() && points.size() < 2) {
        text.line(start + 2);
    }
    instance.problem.matrices.push_back(
        euclidean(points, [](double d) { return static_cast<Cost>(std::floor(d + 0.5)); }));
    Vehicle vehicle;
    vehicle.start = vehicle.end = 0;
    instance.problem.vehicles.push_back(std::move(vehicle));
    return instance;
}

} // namespace medicobus::routing::instances
