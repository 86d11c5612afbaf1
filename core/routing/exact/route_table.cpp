// SPDX-License-Identifier: EUPL-1.2
#include "routing/exact/route_table.h"

#include "routing/exact/labels.h"

#include <algorithm>

namespace medicobus::routing {
namespace {

/// Goes on from every label of one set, whose labels are all known once the smaller sets are done.
void extendSet(Labels& labels, PlaceSet set, int places, std::size_t breaks, Cost fixedCost,
               RouteTable& table) {
    for (int last = 0; last < places; ++last) {
        for (std::size_t taken = 0; holds(set, last) && taken <= breaks; ++taken) {
            for (std::int32_t id = labels.first(set, last, taken); id >= 0; id = labels[id].next) {
                const auto home = labels.home(id);
                if (home && *home + fixedCost < table.costs[set]) {
                    table.costs[set] = *home + fixedCost;
                    table.ends[set] = id;
                }
                for (int to = 0; to < places && !labels.isExhausted(); ++to) {
                    labels.extend(id, to);
                }
            }
        }
    }
}

} // namespace

std::vector<int> RouteTable::places(PlaceSet set) const {
    std::vector<int> places;
    for (std::int32_t link = ends[set]; link > Labels::root;
         link = links[static_cast<std::size_t>(link)].before) {
        places.push_back(links[static_cast<std::size_t>(link)].place);
    }
    std::reverse(places.begin(), places.end());
    return places;
}

std::optional<RouteTable> routesOf(const Problem& problem, int vehicle, const Budget& budget) {
    const Vehicle& with = problem.vehicles[static_cast<std::size_t>(vehicle)];
    const int places = static_cast<int>(problem.places.size());
    Labels labels(problem, with, budget);
    RouteTable table;
    table.costs.assign(std::size_t{1} << places, noRoute);
    table.costs[0] = 0;
    table.ends.assign(table.costs.size(), Labels::root);
    for (int first = 0; first < places; ++first) {
        labels.extend(Labels::root, first);
    }
    for (PlaceSet set = 1; set < table.costs.size() && !labels.isExhausted(); ++set) {
        if ((set & ~labels.eligible()) == 0) {
            extendSet(labels, set, places, with.breaks.size(), with.fixedCost, table);
        }
    }
    if (labels.isExhausted()) {
        return std::nullopt;
    }
    for (std::size_t id = 0; id < labels.size(); ++id) {
        const Label& label = labels[static_cast<std::int32_t>(id)];
        table.links.push_back({label.before, label.last});
    }
    return table;
}

} // namespace medicobus::routing
