// SPDX-License-Identifier: EUPL-1.2
#include "routing/instances/readers.h"

#include <algorithm>

namespace medicobus::routing::instances {
namespace {

constexpr double tenths = 10;

bool isNumber(const InstanceText::Line& line) {
    const char first = line.words.front().front();
    return (first >= '0' && first <= '9') || first == '-' || first == '.';
}

/// The first line of numbers after the one that begins with a word; the end of the file when there is none.
std::size_t after(const InstanceText& text, std::string_view word) {
    const auto& lines = text.lines();
    std::size_t at = 0;
    while (at < lines.size() && !lines[at].words.front().starts_with(word)) {
        ++at;
    }
    while (at < lines.size() && !isNumber(lines[at])) {
        ++at;
    }
    return at;
}

struct Customer {
    Point point;
    std::int64_t demand = 0;
    double opens = 0;
    double closes = 0;
    double service = 0;
};

Customer readCustomer(InstanceText& text, const InstanceText::Line& line, std::size_t number) {
    text.expect(line, 0, static_cast<int>(number));
    return {.point = readPoint(text, line, 1),
            .demand = text.whole(line, 3, 0, 1'000'000'000),
            .opens = text.number(line, 4, 0, latestTime),
            .closes = text.number(line, 5, 0, latestTime),
            .service = text.number(line, 6, 0, latestTime)};
}

/// No route is longer than going to each of its customers and back, so one vehicle fewer always pays.
Cost aboveAnyDistance(const Matrix& matrix) {
    Cost sum = 1;
    for (int node = 1; node < matrix.size; ++node) {
        sum += matrix.cost(0, node) + matrix.cost(node, 0);
    }
    return sum;
}

void addVehicles(Instance& instance, int count, std::int64_t capacity, const Customer& depot) {
    for (int at = 0; at < count; ++at) {
        Vehicle vehicle;
        vehicle.name = std::to_string(at + 1);
        vehicle.start = vehicle.end = 0;
        vehicle.earliest = std::llround(depot.opens * instance.costUnit);
        vehicle.latest = std::llround(depot.closes * instance.costUnit);
        vehicle.capacity = {capacity};
        if (instance.set == Set::homberger) {
            vehicle.fixedCost = aboveAnyDistance(instance.problem.matrices.front());
        }
        instance.problem.vehicles.push_back(std::move(vehicle));
    }
}

} // namespace

Instance readVrptw(InstanceText& text) {
    // Both sets share one format; Solomon's have at most 100 customers, Homberger's at least 200.
    constexpr std::size_t mostOfSolomon = 100;
    const auto& fleet = text.line(after(text, "VEHICLE"));
    const int vehicles = text.whole(fleet, 0, 1, mostNodes);
    const int capacity = text.whole(fleet, 1, 0, 1'000'000'000);
    const std::size_t start = after(text, "CUST");
    std::vector<Customer> customers;
    for (std::size_t at = start; at < text.lines().size() && text.ok(); ++at) {
        customers.push_back(readCustomer(text, text.lines()[at], customers.size()));
    }
    if (customers.size() < 2) {
        text.line(start + 1);
        customers.resize(1);
    }
    Instance instance{.set = customers.size() - 1 > mostOfSolomon ? Set::homberger : Set::solomon};
    instance.costUnit = instance.set == Set::solomon ? tenths : realUnit;
    std::vector<Point> points;
    for (const Customer& customer : customers) {
        const auto node = static_cast<int>(points.size());
        points.push_back(customer.point);
        if (node == 0) {
            continue;
        }
        Place place;
        place.name = std::to_string(node);
        place.node = node;
        place.service = std::llround(customer.service * instance.costUnit);
        place.windows = {{.opens = std::llround(customer.opens * instance.costUnit),
                          .closes = std::llround(customer.closes * instance.costUnit)}};
        place.delivery = {customer.demand};
        instance.problem.places.push_back(std::move(place));
        instance.numbers.push_back(node);
    }
    instance.problem.matrices.push_back(
        instance.set == Set::solomon
            ? euclidean(points, [](double d) { return static_cast<Cost>(std::floor(tenths * d + 1e-9)); })
            : realDistances(points));
    addVehicles(instance, vehicles, capacity, customers.front());
    return instance;
}

} // namespace medicobus::routing::instances
