// SPDX-License-Identifier: EUPL-1.2
#include "routing/neighbourhood/tour_pool.h"

#include "base/random.h"
#include "routing/schedule.h"

#include <numeric>

namespace medicobus::routing::neighbourhood {
namespace {

constexpr std::size_t mostKept = 800;

} // namespace

TourPool::TourPool(const Model& model)
    : m_model(model), m_vehicles(static_cast<std::size_t>(model.tourCount())) {
    std::iota(m_vehicles.begin(), m_vehicles.end(), 0);
    std::stable_sort(m_vehicles.begin(), m_vehicles.end(),
                     [&](int a, int b) { return model.carrier(a).kind < model.carrier(b).kind; });
    m_isUseful = m_vehicles.size() > 1;
    Random codes(1);
    for (int place = 0; place < model.placeCount(); ++place) {
        m_isUseful = m_isUseful && model.place(place).patterns.empty();
        m_codes.push_back(codes.next());
    }
}

double TourPool::gainOf(const Model& model, const Guidance& guidance, const Sequences& sequences) {
    double gain = 0;
    for (const Sequence& sequence : sequences) {
        gain -= static_cast<double>(costOf(model.problem(), sequence));
        for (const int stop : sequence.places) {
            gain += guidance.pull(stop);
        }
    }
    return gain;
}

void TourPool::keep(const Tour& tour) {
    if (!m_isUseful || tour.isEmpty()) {
        return;
    }
    std::uint64_t key = Random(static_cast<std::uint64_t>(tour.carrier().kind)).next();
    for (const int stop : tour.stops()) {
        key ^= m_codes[static_cast<std::size_t>(stop)];
    }
    const auto same =
        std::find_if(m_kept.begin(), m_kept.end(), [&](const Kept& kept) { return kept.key == key; });
    if (same != m_kept.end()) {
        if (tour.cost() < same->cost) {
            same->cost = tour.cost();
            same->stops = tour.stops();
        }
        return;
    }
    if (m_kept.size() < mostKept) {
        m_kept.emplace_back();
        m_next = m_kept.size() - 1;
    }
    Kept& kept = m_kept[m_next];
    m_next = (m_next + 1) % mostKept;
    kept.kind = tour.carrier().kind;
    kept.key = key;
    kept.cost = tour.cost();
    kept.stops = tour.stops();
    kept.places.assign((m_codes.size() + 63) / 64, 0);
    kept.draws.assign(m_model.problem().pools.size(), 0);
    for (const int stop : kept.stops) {
        const auto bit = static_cast<std::size_t>(stop);
        kept.places[bit / 64] |= std::uint64_t{1} << (bit % 64);
        for (std::size_t pool = 0; pool < kept.draws.size(); ++pool) {
            kept.draws[pool] += amountOf(m_model.place(stop).draws, pool);
        }
    }
}

Sequences TourPool::combine(const Guidance& guidance, double atLeast, int nodes) {
    for (Kept& kept : m_kept) {
        kept.gain = -static_cast<double>(kept.cost);
        for (const int stop : kept.stops) {
            kept.gain += guidance.pull(stop);
        }
    }
    std::vector<std::size_t> sorted(m_kept.size());
    std::iota(sorted.begin(), sorted.end(), std::size_t{0});
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](std::size_t a, std::size_t b) { return m_kept[a].gain > m_kept[b].gain; });
    m_choices.assign(m_vehicles.size(), {});
    m_mostAfter.assign(m_vehicles.size() + 1, 0);
    for (std::size_t vehicle = m_vehicles.size(); vehicle-- > 0;) {
        for (const std::size_t kept : sorted) {
            if (m_kept[kept].kind == m_model.carrier(m_vehicles[vehicle]).kind) {
                m_choices[vehicle].push_back(kept);
            }
        }
        const double most = m_choices[vehicle].empty() ? 0 : m_kept[m_choices[vehicle].front()].gain;
        m_mostAfter[vehicle] = m_mostAfter[vehicle + 1] + std::max(0.0, most);
    }
    m_taken.assign((m_codes.size() + 63) / 64, 0);
    m_left = m_model.problem().pools;
    m_chosen.clear();
    m_best.clear();
    m_bestGain = atLeast;
    m_nodes = nodes;
    descend(0, 0, 0);
    Sequences sequences;
    for (const auto& [vehicle, kept] : m_best) {
        sequences.push_back({vehicle, m_kept[kept].stops});
    }
    return sequences;
}

bool TourPool::take(const Kept& kept) {
    for (std::size_t word = 0; word < m_taken.size(); ++word) {
        if ((m_taken[word] & kept.places[word]) != 0) {
            return false;
        }
    }
    for (std::size_t pool = 0; pool < m_left.size(); ++pool) {
        if (kept.draws[pool] > m_left[pool]) {
            return false;
        }
    }
    for (std::size_t word = 0; word < m_taken.size(); ++word) {
        m_taken[word] |= kept.places[word];
    }
    for (std::size_t pool = 0; pool < m_left.size(); ++pool) {
        m_left[pool] -= kept.draws[pool];
    }
    return true;
}

void TourPool::putBack(const Kept& kept) {
    for (std::size_t word = 0; word < m_taken.size(); ++word) {
        m_taken[word] &= ~kept.places[word];
    }
    for (std::size_t pool = 0; pool < m_left.size(); ++pool) {
        m_left[pool] += kept.draws[pool];
    }
}

/// No choice for this vehicle and those after it gains more. Vehicles of a kind choose in falling order.
double TourPool::mostFrom(std::size_t vehicle, std::size_t from) const {
    const double here = m_kept[m_choices[vehicle][from]].gain;
    double most = here;
    std::size_t next = vehicle + 1;
    for (; next < m_vehicles.size()
           && m_model.carrier(m_vehicles[next]).kind == m_model.carrier(m_vehicles[vehicle]).kind;
         ++next) {
        most += std::max(0.0, here);
    }
    return most + m_mostAfter[next];
}

void TourPool::descend(std::size_t vehicle, std::size_t from, double gain) {
    if (gain > m_bestGain) {
        m_bestGain = gain;
        m_best = m_chosen;
    }
    if (vehicle == m_vehicles.size()) {
        return;
    }
    const bool isNextAlike =
        vehicle + 1 < m_vehicles.size()
        && m_model.carrier(m_vehicles[vehicle]).kind == m_model.carrier(m_vehicles[vehicle + 1]).kind;
    for (std::size_t i = from; i < m_choices[vehicle].size(); ++i) {
        if (gain + mostFrom(vehicle, i) <= m_bestGain || --m_nodes < 0) {
            break;
        }
        const Kept& kept = m_kept[m_choices[vehicle][i]];
        if (take(kept)) {
            m_chosen.emplace_back(m_vehicles[vehicle], m_choices[vehicle][i]);
            descend(vehicle + 1, isNextAlike ? i + 1 : 0, gain + kept.gain);
            m_chosen.pop_back();
            putBack(kept);
        }
    }
    if (!isNextAlike && gain + m_mostAfter[vehicle + 1] > m_bestGain && m_nodes > 0) {
        descend(vehicle + 1, 0, gain);
    }
}

} // namespace medicobus::routing::neighbourhood
