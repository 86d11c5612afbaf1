// SPDX-License-Identifier: EUPL-1.2
#include "routing/single/tour.h"

namespace medicobus::routing::single {

Tour::Tour(const Model& model)
    : m_model(&model), m_stations{0, model.end()}, m_positions(static_cast<std::size_t>(model.size()), -1) {
    refresh(0, 1);
}

bool Tour::take(const std::vector<int>& stations) {
    const std::vector<int> old = m_stations;
    m_stations = stations;
    std::fill(m_positions.begin(), m_positions.end(), -1);
    refresh(0, length() - 1);
    if (isLawful()) {
        return true;
    }
    m_stations = old;
    std::fill(m_positions.begin(), m_positions.end(), -1);
    refresh(0, length() - 1);
    return false;
}

bool Tour::isLawful() const {
    for (std::size_t i = 0; i < m_stations.size(); ++i) {
        if (m_early[i] > m_model->closes(m_stations[i])) {
            return false;
        }
    }
    return true;
}

void Tour::swapRuns(int first, int middle, int last) {
    std::rotate(m_stations.begin() + first, m_stations.begin() + middle, m_stations.begin() + last);
    refresh(first, last - 1);
}

void Tour::turn(int first, int last) {
    std::reverse(m_stations.begin() + first, m_stations.begin() + last);
    refresh(first, last - 1);
}

void Tour::insert(int station, int position) {
    m_stations.insert(m_stations.begin() + position, station);
    refresh(position, length() - 1);
}

bool Tour::erase(int first, int last) {
    const std::vector<int> taken(m_stations.begin() + first, m_stations.begin() + last);
    m_stations.erase(m_stations.begin() + first, m_stations.begin() + last);
    for (const int station : taken) {
        m_positions[static_cast<std::size_t>(station)] = -1;
    }
    refresh(first, length() - 1);
    if (isLawful()) {
        return true;
    }
    m_stations.insert(m_stations.begin() + first, taken.begin(), taken.end());
    refresh(first, length() - 1);
    return false;
}

/// After a change at [first, last]: what stands before was not moved, nor what stands behind.
void Tour::refresh(int first, int last) {
    const std::size_t size = m_stations.size();
    m_early.resize(size);
    m_late.resize(size);
    m_turned.resize(size);
    for (std::size_t i = static_cast<std::size_t>(first); i <= static_cast<std::size_t>(last); ++i) {
        m_positions[static_cast<std::size_t>(m_stations[i])] = static_cast<int>(i);
    }
    m_cost = 0;
    m_early[0] = m_model->opens(0);
    m_turned[0] = 0;
    for (std::size_t i = 1; i < size; ++i) {
        const int station = m_stations[i];
        const Arc arc = m_model->arc(m_stations[i - 1], station);
        m_early[i] = std::max(m_model->opens(station), std::min(m_early[i - 1] + arc.travel, largest + 1));
        m_turned[i] =
            m_turned[i - 1]
            + (i == 1 || i + 1 == size ? 0 : m_model->arc(station, m_stations[i - 1]).cost - arc.cost);
        m_cost += arc.cost;
    }
    m_late[size - 1] = m_model->closes(m_stations[size - 1]);
    for (std::size_t i = size - 1; i-- > 0;) {
        const int station = m_stations[i];
        m_late[i] = std::min(m_model->closes(station),
                             m_late[i + 1] - m_model->arc(station, m_stations[i + 1]).travel);
    }
}

} // namespace medicobus::routing::single
