// SPDX-License-Identifier: EUPL-1.2
#include "routing/single/plain/plain_island.h"

#include "routing/single/recreation.h"

#include <algorithm>
#include <numeric>

namespace medicobus::routing::single {
namespace {

constexpr std::size_t nearCount = 10;
constexpr int deepest = 6;
/// Arcs tried at the first steps of a chain; one at every later.
constexpr std::array<std::size_t, 3> breadths{5, 3, 1};
/// A longer trip is kept when its excess is below this share of what the near arcs of a node differ by, which
/// falls to nothing with the budget, times the square of a random number.
constexpr double hottest = 0.1;
/// Runs that a kick swaps are no longer.
constexpr int longestKick = 30;

} // namespace

PlainIsland::PlainIsland(const Model& model, std::uint64_t seed, Cost fixed)
    : m_model(model),
      m_size(model.places() + 1),
      m_near(static_cast<std::size_t>(m_size)),
      m_random(seed),
      m_fixed(fixed),
      m_cycle({}),
      m_isQueued(static_cast<std::size_t>(m_size)) {
    for (int from = 0; from < m_size; ++from) {
        for (int to = 0; to < m_size; ++to) {
            m_costs.push_back(from == to ? 0 : model.arc(from, to == 0 ? model.end() : to).cost);
        }
    }
    for (int node = 0; node < m_size; ++node) {
        std::vector<int>& near = m_near[static_cast<std::size_t>(node)];
        near.resize(static_cast<std::size_t>(m_size));
        std::iota(near.begin(), near.end(), 0);
        near.erase(near.begin() + node);
        std::stable_sort(near.begin(), near.end(),
                         [&](int left, int right) { return cost(node, left) < cost(node, right); });
        near.resize(std::min(near.size(), nearCount));
        m_scale += static_cast<double>(cost(node, near.back()) - cost(node, near.front())) / m_size;
    }
    const std::vector<int> order = nearestFirst();
    m_cycle = Cycle(order);
    m_cost = costOf(order);
    m_bestCost = m_cost + 1;
    for (const int node : order) {
        look(node);
    }
    descend();
    keep();
}

std::vector<int> PlainIsland::nearestFirst() const {
    std::vector<int> order{0};
    std::vector<int> left(static_cast<std::size_t>(m_size) - 1);
    std::iota(left.begin(), left.end(), 1);
    while (!left.empty()) {
        const auto nearest = std::min_element(left.begin(), left.end(), [&](int one, int other) {
            return cost(order.back(), one) < cost(order.back(), other);
        });
        order.push_back(*nearest);
        left.erase(nearest);
    }
    return order;
}

std::int64_t PlainIsland::costOf(const std::vector<int>& order) const {
    std::int64_t sum = cost(order.back(), order.front());
    for (std::size_t i = 1; i < order.size(); ++i) {
        sum += cost(order[i - 1], order[i]);
    }
    return sum;
}

void PlainIsland::look(int node) {
    if (m_isQueued[static_cast<std::size_t>(node)] == 0) {
        m_isQueued[static_cast<std::size_t>(node)] = 1;
        m_queue.push_back(node);
    }
}

void PlainIsland::descend() {
    for (std::size_t i = 0; i < m_queue.size(); ++i) {
        m_isQueued[static_cast<std::size_t>(m_queue[i])] = 0;
        while (improve(m_queue[i])) {
        }
    }
    m_queue.clear();
}

/// A chain of turns that starts with an arc of the node and ends with a shorter trip.
bool PlainIsland::improve(int base) {
    for (const bool isBackwards : {false, true}) {
        m_isBackwards = isBackwards;
        m_added.clear();
        const int end = next(base);
        if (deepen(base, end, cost(base, end), 0)) {
            look(base);
            look(end);
            return true;
        }
    }
    return false;
}

/// The trip is whole with the arc from base to end, which the chain is about to remove; `gain` is what has
/// been removed less what has been added so far, that arc among the removed.
bool PlainIsland::deepen(int base, int end, std::int32_t gain, int depth) {
    const std::size_t level = static_cast<std::size_t>(depth);
    std::array<Step, 5> steps;
    const int count = listSteps(base, end, gain, level < breadths.size() ? breadths[level] : 1, steps);
    for (int i = 0; i < count; ++i) {
        const Step& step = steps[static_cast<std::size_t>(i)];
        const std::size_t turns = m_turns.size();
        const std::int32_t closed = step.gain - cost(step.after, base);
        turn(end, step.after);
        m_added.emplace_back(end, step.to);
        if (closed > 0) {
            m_cost -= closed;
        }
        if (closed > 0 || (depth + 1 < deepest && deepen(base, step.after, step.gain, depth + 1))) {
            for (const int node : {end, step.to, step.after}) {
                look(node);
            }
            return true;
        }
        undoTo(turns);
        m_added.pop_back();
    }
    return false;
}

/// The steps that promise most, best first; how many.
int PlainIsland::listSteps(int base, int end, std::int32_t gain, std::size_t breadth,
                           std::array<Step, 5>& steps) const {
    std::size_t count = 0;
    for (const int to : m_near[static_cast<std::size_t>(end)]) {
        const std::int32_t open = gain - cost(end, to);
        if (open <= 0) {
            break;
        }
        const int after = previous(to);
        const auto isRemoved = [&](const std::pair<int, int>& arc) {
            return (arc.first == after && arc.second == to) || (arc.first == to && arc.second == after);
        };
        if (to == base || after == end || std::any_of(m_added.begin(), m_added.end(), isRemoved)) {
            continue;
        }
        const Step step{to, after, open + cost(after, to)};
        std::size_t place = std::min(count, breadth);
        while (place > 0 && steps[place - 1].gain < step.gain) {
            --place;
        }
        if (place == breadth) {
            continue;
        }
        count = std::min(count + 1, breadth);
        for (std::size_t i = count - 1; i > place; --i) {
            steps[i] = steps[i - 1];
        }
        steps[place] = step;
    }
    return static_cast<int>(count);
}

void PlainIsland::turn(int first, int last) {
    if (m_isBackwards) {
        std::swap(first, last);
    }
    m_cycle.turn(first, last);
    m_turns.push_back({first, last});
}

void PlainIsland::undoTo(std::size_t turns) {
    while (m_turns.size() > turns) {
        m_cycle.turn(m_turns.back().last, m_turns.back().first);
        m_turns.pop_back();
    }
}

/// Swaps two short neighbouring runs.
void PlainIsland::kick() {
    m_isBackwards = false;
    const int most = std::min(longestKick, (m_size - 2) / 2);
    const int before = pick(m_random, m_size);
    const int length = 1 + pick(m_random, most);
    const int first = m_cycle.ahead(before, 1);
    const int middle = m_cycle.ahead(before, length);
    const int second = m_cycle.ahead(middle, 1);
    const int last = m_cycle.ahead(middle, 1 + pick(m_random, most));
    const int behind = m_cycle.next(last);
    m_cost += cost(before, second) + cost(last, first) + cost(middle, behind) - cost(before, first)
              - cost(middle, second) - cost(last, behind);
    turn(first, last);
    turn(last, second);
    turn(middle, first);
    for (const int node : {before, first, middle, second, last, behind}) {
        look(node);
    }
}

void PlainIsland::keep() {
    m_turns.clear();
    if (m_cost >= m_bestCost) {
        return;
    }
    m_bestCost = m_cost;
    Sequence sequence;
    for (int node = m_cycle.next(0); node != 0; node = m_cycle.next(node)) {
        sequence.places.push_back(m_model.placeOf(node));
    }
    m_bestSequences = {sequence};
}

void PlainIsland::run(std::uint64_t iterations, const Budget& budget) {
    for (std::uint64_t i = 0; i < iterations && !budget.isExhausted(); ++i, ++m_iteration) {
        const std::int64_t before = m_cost;
        kick();
        descend();
        const double hot = hottest * (1.0 - budget.used(m_iteration)) * m_scale;
        const double threshold = static_cast<double>(before) + hot * m_random.uniform() * m_random.uniform();
        if (static_cast<double>(m_cost) <= threshold) {
            keep();
        } else {
            undoTo(0);
            m_cost = before;
        }
    }
}

void PlainIsland::visit(const Sequences& sequences, Cost value) {
    if (value >= bestValue()) {
        return;
    }
    std::vector<int> nodeOf(static_cast<std::size_t>(m_size));
    for (int node = 1; node < m_size; ++node) {
        nodeOf[static_cast<std::size_t>(m_model.placeOf(node))] = node;
    }
    std::vector<int> order{0};
    for (const int place : sequences.front().places) {
        order.push_back(nodeOf[static_cast<std::size_t>(place)]);
    }
    m_cycle = Cycle(std::move(order));
    m_cost = value - m_fixed;
    keep();
}

} // namespace medicobus::routing::single
