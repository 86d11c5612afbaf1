// SPDX-License-Identifier: EUPL-1.2
#include "routing/single/proof/dynamic.h"

#include "base/random.h"

#include <algorithm>
#include <bit>
#include <numeric>

namespace medicobus::routing::single {
namespace {

constexpr std::uint32_t none = 0xFFFFFFFFU;

struct Label {
    std::uint64_t hash = 0; ///< Of the stations visited and the last.
    std::int32_t time = 0;
    std::int32_t cost = 0; ///< Reduced.
    std::uint32_t trace = 0;
    std::uint32_t next = none; ///< Another label of the same state.
    std::int32_t last = 0;
    bool isBeaten = false;
};

struct Trace {
    std::uint32_t parent = none;
    std::int32_t station = 0;
};

/// Labels of one length with the stations each has visited.
struct Layer {
    std::vector<Label> labels;
    std::vector<std::uint64_t> words;

    void clear() {
        labels.clear();
        words.clear();
    }
};

class Forward {
public:
    Forward(const Model& model, const Assignment& assignment, const DynamicLimits& limits,
            const Budget& budget);

    DynamicResult run();

private:
    const std::uint64_t* wordsOf(const Layer& layer, std::size_t label) const {
        return &layer.words[label * m_words];
    }
    bool isVisited(const std::uint64_t* words, int station) const {
        return (words[static_cast<std::size_t>(station) / 64] >> (static_cast<unsigned>(station) % 64) & 1U)
               != 0;
    }
    bool extendLayer();
    void extend(std::size_t parent);
    void listOpen(const std::uint64_t* words);
    bool mayFollow(const std::uint64_t* words, int station) const;
    bool leavesTime(int station, std::int32_t time) const;
    void add(const Label& label, const std::uint64_t* parentWords);
    bool insert(std::uint32_t head, const Label& label);
    std::size_t slotOf(const Label& label, const std::uint64_t* parentWords) const;
    bool isSameState(const Label& label, const std::uint64_t* parentWords, std::size_t other) const;
    void growTable();
    std::vector<int> orderTo(const Label& label) const;

    const Model& m_model;
    const Assignment& m_assignment;
    const DynamicLimits& m_limits;
    const Budget& m_budget;
    std::size_t m_words;
    std::int64_t m_below; ///< In reduced costs.
    std::vector<std::uint64_t> m_keys;
    std::vector<int> m_byClosing;
    std::vector<std::int32_t> m_farthest;
    std::vector<StationSet> m_before;
    Layer m_layer;
    Layer m_next;
    std::vector<std::uint32_t> m_table; ///< First label in `m_next` of a state, by hash, open addressing.
    std::vector<Trace> m_traces;
    std::vector<int> m_open; ///< Not yet visited by the label at hand, by closing.
};

Forward::Forward(const Model& model, const Assignment& assignment, const DynamicLimits& limits,
                 const Budget& budget)
    : m_model(model),
      m_assignment(assignment),
      m_limits(limits),
      m_budget(budget),
      m_words(model.before(0).words().size()),
      m_below(limits.below - assignment.bound),
      m_byClosing(static_cast<std::size_t>(model.size())),
      m_farthest(static_cast<std::size_t>(model.size())) {
    Random random(0);
    std::iota(m_byClosing.begin(), m_byClosing.end(), 0);
    std::stable_sort(m_byClosing.begin(), m_byClosing.end(),
                     [&](int left, int right) { return model.closes(left) < model.closes(right); });
    for (int station = 0; station < model.size(); ++station) {
        m_keys.push_back(random.next());
        m_before.push_back(model.before(station));
        if (!limits.before.empty()) {
            m_before.back().unite(limits.before[static_cast<std::size_t>(station)]);
        }
        for (int to = 1; model.isTimed() && to < model.size(); ++to) {
            std::int32_t& farthest = m_farthest[static_cast<std::size_t>(station)];
            farthest = std::max(farthest, model.reach(station, to));
        }
    }
}

DynamicResult Forward::run() {
    DynamicResult result;
    if (!m_assignment.isPossible || m_below <= 0) {
        result.isComplete = true;
        return result;
    }
    Label start;
    start.hash = m_keys[0];
    start.time = m_model.opens(0);
    m_traces.push_back({none, 0});
    m_layer.labels.push_back(start);
    m_layer.words.assign(m_words, 0);
    m_layer.words[0] = 1;
    for (int length = 1; length < m_model.size(); ++length) {
        if (!extendLayer()) {
            return result;
        }
    }
    result.isComplete = true;
    for (const Label& label : m_layer.labels) {
        if (!label.isBeaten && label.cost < m_below) {
            m_below = label.cost;
            result.order = orderTo(label);
            result.cost = m_assignment.bound + label.cost;
        }
    }
    return result;
}

/// False when the limit of labels or the budget ends the search.
bool Forward::extendLayer() {
    m_next.clear();
    m_table.assign(std::bit_ceil(std::max<std::size_t>(64, 4 * m_layer.labels.size())), none);
    for (std::size_t parent = 0; parent < m_layer.labels.size(); ++parent) {
        if (m_traces.size() > m_limits.labels || (parent % 1024 == 0 && m_budget.isExhausted())) {
            return false;
        }
        if (!m_layer.labels[parent].isBeaten) {
            extend(parent);
        }
    }
    std::swap(m_layer, m_next);
    return true;
}

void Forward::extend(std::size_t parent) {
    const Label& from = m_layer.labels[parent];
    const std::uint64_t* words = wordsOf(m_layer, parent);
    listOpen(words);
    for (const int station : m_open) {
        if (!m_model.isAllowed(from.last, station) || !mayFollow(words, station)) {
            continue;
        }
        Label label;
        label.time = std::max(m_model.opens(station), from.time + m_model.arc(from.last, station).travel);
        label.cost =
            from.cost
            + m_assignment
                  .reduced[static_cast<std::size_t>(from.last) * static_cast<std::size_t>(m_model.size())
                           + static_cast<std::size_t>(station)];
        if (label.cost >= m_below || !leavesTime(station, label.time)) {
            continue;
        }
        const std::uint64_t visited = from.hash ^ (m_keys[static_cast<std::size_t>(from.last)] * 3)
                                      ^ m_keys[static_cast<std::size_t>(station)];
        label.hash = visited ^ (m_keys[static_cast<std::size_t>(station)] * 3);
        label.last = station;
        label.trace = from.trace;
        add(label, words);
    }
}

void Forward::listOpen(const std::uint64_t* words) {
    m_open.clear();
    for (const int station : m_byClosing) {
        if (!isVisited(words, station)) {
            m_open.push_back(station);
        }
    }
}

bool Forward::mayFollow(const std::uint64_t* words, int station) const {
    const std::span<const std::uint64_t> before = m_before[static_cast<std::size_t>(station)].words();
    for (std::size_t i = 0; i < m_words; ++i) {
        if ((before[i] & ~words[i]) != 0) {
            return false;
        }
    }
    return station != m_model.end() || m_open.size() == 1;
}

/// Whether every open station can still be reached in its window.
bool Forward::leavesTime(int station, std::int32_t time) const {
    if (time > m_model.closes(station)) {
        return false;
    }
    if (!m_model.isTimed()) {
        return true;
    }
    for (const int other : m_open) {
        if (m_model.closes(other) >= time + m_farthest[static_cast<std::size_t>(station)]) {
            break;
        }
        if (other != station && time + m_model.reach(station, other) > m_model.closes(other)) {
            return false;
        }
    }
    return true;
}

void Forward::add(const Label& label, const std::uint64_t* parentWords) {
    const std::size_t slot = slotOf(label, parentWords);
    if (!insert(m_table[slot], label)) {
        return;
    }
    Label added = label;
    added.next = m_table[slot];
    added.trace = static_cast<std::uint32_t>(m_traces.size());
    m_traces.push_back({label.trace, label.last});
    m_table[slot] = static_cast<std::uint32_t>(m_next.labels.size());
    m_next.labels.push_back(added);
    m_next.words.insert(m_next.words.end(), parentWords, parentWords + m_words);
    m_next.words[m_next.words.size() - m_words + static_cast<std::size_t>(label.last) / 64] |=
        std::uint64_t{1} << (static_cast<unsigned>(label.last) % 64);
    if (m_next.labels.size() * 2 > m_table.size()) {
        growTable();
    }
}

/// False when a label of the state is as good; marks those that are worse.
bool Forward::insert(std::uint32_t head, const Label& label) {
    for (std::uint32_t at = head; at != none; at = m_next.labels[at].next) {
        const Label& other = m_next.labels[at];
        if (!other.isBeaten && other.time <= label.time && other.cost <= label.cost) {
            return false;
        }
    }
    for (std::uint32_t at = head; at != none; at = m_next.labels[at].next) {
        Label& other = m_next.labels[at];
        other.isBeaten |= label.time <= other.time && label.cost <= other.cost;
    }
    return true;
}

std::size_t Forward::slotOf(const Label& label, const std::uint64_t* parentWords) const {
    std::size_t slot = label.hash & (m_table.size() - 1);
    while (m_table[slot] != none && !isSameState(label, parentWords, m_table[slot])) {
        slot = (slot + 1) & (m_table.size() - 1);
    }
    return slot;
}

bool Forward::isSameState(const Label& label, const std::uint64_t* parentWords, std::size_t other) const {
    const Label& known = m_next.labels[other];
    if (known.hash != label.hash || known.last != label.last) {
        return false;
    }
    const std::uint64_t* words = wordsOf(m_next, other);
    for (std::size_t i = 0; i < m_words; ++i) {
        const bool hasLast = static_cast<std::size_t>(label.last) / 64 == i;
        const std::uint64_t bit =
            hasLast ? std::uint64_t{1} << (static_cast<unsigned>(label.last) % 64) : std::uint64_t{0};
        if (words[i] != (parentWords[i] | bit)) {
            return false;
        }
    }
    return true;
}

void Forward::growTable() {
    std::vector<std::uint32_t> heads;
    std::copy_if(m_table.begin(), m_table.end(), std::back_inserter(heads),
                 [](std::uint32_t head) { return head != none; });
    m_table.assign(m_table.size() * 2, none);
    for (const std::uint32_t head : heads) {
        std::size_t slot = m_next.labels[head].hash & (m_table.size() - 1);
        while (m_table[slot] != none) {
            slot = (slot + 1) & (m_table.size() - 1);
        }
        m_table[slot] = head;
    }
}

std::vector<int> Forward::orderTo(const Label& label) const {
    std::vector<int> order;
    for (std::uint32_t at = label.trace; at != none; at = m_traces[at].parent) {
        order.push_back(m_traces[at].station);
    }
    std::reverse(order.begin(), order.end());
    return order;
}

} // namespace

DynamicResult orderDynamically(const Model& model, const Assignment& assignment, const DynamicLimits& limits,
                               const Budget& budget) {
    return Forward(model, assignment, limits, budget).run();
}

} // namespace medicobus::routing::single
