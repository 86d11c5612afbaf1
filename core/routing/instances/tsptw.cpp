// SPDX-License-Identifier: EUPL-1.2
#include "routing/instances/readers.h"

#include <algorithm>

namespace medicobus::routing::instances {
namespace {

/// The numbers of a file one after the other, wherever its lines break.
class Words {
public:
    explicit Words(InstanceText& text) : m_text(text) {}

    double next() {
        while (m_line < m_text.lines().size() && m_word >= m_text.lines()[m_line].words.size()) {
            ++m_line;
            m_word = 0;
        }
        const auto& line = m_text.line(m_line);
        const double value = m_text.number(line, m_word, 0, latestTime);
        if (m_text.ok()) {
            m_decimals = std::max(m_decimals, decimalsOf(line.words[m_word]));
        }
        ++m_word;
        return value;
    }
    int decimals() const { return m_decimals; }

    /// Records `instance.length` when words are left.
    void finish() {
        const bool isLineDone =
            m_line < m_text.lines().size() && m_word >= m_text.lines()[m_line].words.size();
        const std::size_t next = m_line + (isLineDone ? 1 : 0);
        if (next < m_text.lines().size()) {
            m_text.fail(codes::instanceLength, m_text.lines()[next], std::to_string(m_text.lines().size()),
                        std::to_string(next));
        }
    }

private:
    InstanceText& m_text;
    std::size_t m_line = 0;
    std::size_t m_word = 0;
    int m_decimals = 0;
};

} // namespace

Instance readTsptw(InstanceText& text) {
    constexpr int keptDecimals = 4; // Of a cost; times keep what the file gives.
    constexpr int mostDecimals = 6;
    Instance instance{.set = Set::tsptw};
    const auto size = static_cast<std::size_t>(text.whole(text.line(0), 0, 1, mostNodes));
    Words words(text);
    words.next();
    std::vector<double> arcs(text.ok() ? size * size : 0);
    std::generate(arcs.begin(), arcs.end(), [&] { return text.ok() ? words.next() : 0; });
    std::vector<std::pair<double, double>> windows(text.ok() ? size : 0);
    for (auto& [opens, closes] : windows) {
        opens = words.next();
        closes = words.next();
    }
    words.finish();
    if (!text.ok()) {
        return instance;
    }
    const double timeUnit = std::pow(10, std::min(words.decimals(), mostDecimals));
    instance.costUnit = std::pow(10, std::min(words.decimals(), keptDecimals));
    const auto time = [&](double value) { return static_cast<Time>(std::llround(value * timeUnit)); };

    Matrix matrix{.size = static_cast<int>(size), .times = {}, .costs = {}};
    for (const double arc : arcs) {
        matrix.times.push_back(time(arc));
        matrix.costs.push_back(std::llround(arc * instance.costUnit));
    }
    instance.problem.matrices.push_back(std::move(matrix));
    for (std::size_t node = 1; node < size; ++node) {
        Place place;
        place.name = std::to_string(node);
        place.node = static_cast<int>(node);
        place.windows = {{.opens = time(windows[node].first), .closes = time(windows[node].second)}};
        instance.problem.places.push_back(std::move(place));
        instance.numbers.push_back(static_cast<int>(node));
    }
    Vehicle vehicle;
    vehicle.start = vehicle.end = 0;
    vehicle.earliest = time(windows[0].first);
    vehicle.latest = time(windows[0].second);
    instance.problem.vehicles.push_back(std::move(vehicle));
    return instance;
}

} // namespace medicobus::routing::instances
