// SPDX-License-Identifier: EUPL-1.2
#include "routing/exact/best_route.h"

#include "routing/exact/outlook.h"

#include <bit>
#include <queue>

namespace medicobus::routing {
namespace {

class BestRoute {
public:
    BestRoute(const Problem& problem, const Vehicle& vehicle, const Budget& budget)
        : m_places(static_cast<int>(problem.places.size())),
          m_fixedCost(vehicle.fixedCost),
          m_labels(problem, vehicle, budget),
          m_outlook(problem, vehicle, m_labels.eligible()),
          m_all((PlaceSet{1} << m_places) - 1),
          m_value(m_outlook.lost(m_all)) {}

    std::optional<std::vector<int>> find() {
        goOn(Labels::root);
        while (!m_open.empty() && m_open.top().value < m_value && !m_labels.isExhausted()) {
            const std::int32_t label = m_open.top().label;
            m_open.pop();
            if (!m_labels[label].isDominated) {
                goHome(label);
                goOn(label);
            }
        }
        return m_labels.isExhausted() ? std::nullopt : std::optional(m_labels.places(m_best));
    }

private:
    struct Open {
        Cost value = 0; ///< At least, once it is home.
        int served = 0;
        std::int32_t label = 0;

        /// Of two with the same outlook, the one nearer to its end is looked at first.
        bool operator<(const Open& other) const {
            if (value != other.value) {
                return value > other.value;
            }
            return served != other.served ? served < other.served : label > other.label;
        }
    };

    void goHome(std::int32_t label) {
        const auto cost = m_labels.home(label);
        const Cost lost = m_outlook.lost(m_all & ~m_labels[label].set);
        if (cost && *cost + m_fixedCost + lost < m_value) {
            m_value = *cost + m_fixedCost + lost;
            m_best = label;
        }
    }

    void goOn(std::int32_t from) {
        const int last = m_labels[from].last;
        for (int to = 0; to < m_places; ++to) {
            if (last >= 0 && !m_outlook.mayFollow(last, to)) {
                continue;
            }
            const auto known = static_cast<std::int32_t>(m_labels.size());
            m_labels.extend(from, to);
            for (std::int32_t id = known; id < static_cast<std::int32_t>(m_labels.size()); ++id) {
                const Label& label = m_labels[id];
                const Cost value = label.cost + m_fixedCost + m_outlook.rest(label);
                if (value < m_value && !label.isDominated) {
                    m_open.push({value, std::popcount(label.set), id});
                }
            }
        }
    }

    int m_places;
    Cost m_fixedCost;
    Labels m_labels;
    Outlook m_outlook;
    PlaceSet m_all;
    Cost m_value; ///< Of the best route so far; at first, of none.
    std::int32_t m_best = Labels::root;
    std::priority_queue<Open> m_open;
};

} // namespace

std::optional<std::vector<int>> bestRoute(const Problem& problem, int vehicle, const Budget& budget) {
    return BestRoute(problem, problem.vehicles[static_cast<std::size_t>(vehicle)], budget).find();
}

} // namespace medicobus::routing
