// SPDX-License-Identifier: EUPL-1.2
#include "routing/single/model.h"

#include "routing/single/reading.h"

#include <algorithm>
#include <numeric>

namespace medicobus::routing::single {
namespace {

constexpr std::int32_t unreachable = largest;

std::size_t index(int station) {
    return static_cast<std::size_t>(station);
}

} // namespace

bool StationSet::meets(const StationSet& other) const {
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        if ((m_words[i] & other.m_words[i]) != 0) {
            return true;
        }
    }
    return false;
}

void StationSet::unite(const StationSet& other) {
    for (std::size_t i = 0; i < m_words.size(); ++i) {
        m_words[i] |= other.m_words[i];
    }
}

bool Model::canHold(const Problem& problem) {
    const Reading reading = readingOf(problem);
    return !reading.hasNegative && std::min(reading.horizon, reading.span) <= largest
           && reading.dearest <= largest;
}

Model::Model(const Problem& problem) {
    const Reading reading = readingOf(problem);
    m_size = static_cast<int>(reading.opens.size());
    sortPlaces(reading);
    readArcs(reading);
    m_before.assign(index(m_size), StationSet(m_size));
    m_after.assign(index(m_size), StationSet(m_size));
    m_isImpossible = reading.hasClosedPlace || reading.span < 0;
    if (!m_isTimed || m_isImpossible) {
        return;
    }
    measureReach();
    do {
        m_isImpossible = !orderStations();
        forbidArcs();
    } while (!m_isImpossible && narrowWindows());
}

void Model::sortPlaces(const Reading& reading) {
    m_placeOf.resize(index(m_size));
    std::iota(m_placeOf.begin(), m_placeOf.end(), -1);
    const auto middle = [&](int place) {
        const std::size_t station = index(place + 1);
        return reading.opens[station] + std::min(reading.closes[station], reading.horizon);
    };
    std::stable_sort(m_placeOf.begin() + 1, m_placeOf.end() - 1,
                     [&](int left, int right) { return middle(left) < middle(right); });
    for (const int place : m_placeOf) {
        const std::size_t station = index(place + 1);
        m_isTimed |= place >= 0 && reading.closes[station] < reading.horizon;
        m_opens.push_back(static_cast<std::int32_t>(std::min<std::int64_t>(reading.opens[station], largest)));
        m_closes.push_back(static_cast<std::int32_t>(
            std::clamp<std::int64_t>(std::min(reading.closes[station], reading.span), -1,
                                     std::min<std::int64_t>(reading.horizon, largest))));
    }
}

void Model::readArcs(const Reading& reading) {
    m_arcs.resize(index(m_size) * index(m_size));
    m_arcsIn.resize(m_arcs.size());
    m_isAllowed.resize(m_arcs.size());
    for (int from = 0; from < m_size; ++from) {
        for (int to = 0; to < m_size; ++to) {
            const std::size_t cell = index(placeOf(from) + 1) * index(m_size) + index(placeOf(to) + 1);
            const bool isArc = from != to && from != end() && to != 0
                               && reading.travels[cell] <= std::min<std::int64_t>(reading.span, largest);
            m_isTimed |= from != to && from != end() && to != 0 && !isArc;
            Arc& arc = m_arcs[at(from, to)];
            arc.travel = isArc ? static_cast<std::int32_t>(reading.travels[cell]) : unreachable;
            arc.cost = isArc ? static_cast<std::int32_t>(reading.costs[cell]) : forbidden;
            m_arcsIn[at(to, from)] = arc;
            m_isAllowed[at(from, to)] = isArc ? 1 : 0;
        }
    }
}

void Model::measureReach() {
    m_reach.resize(m_arcs.size());
    std::transform(m_arcs.begin(), m_arcs.end(), m_reach.begin(), [](const Arc& arc) { return arc.travel; });
    for (int via = 1; via < end(); ++via) {
        const std::int32_t* onward = &m_reach[at(via, 0)];
        for (int from = 0; from < m_size; ++from) {
            std::int32_t* row = &m_reach[at(from, 0)];
            const std::int32_t first = row[via];
            for (int to = 0; to < m_size; ++to) {
                row[to] = std::min(row[to], first + onward[to]);
            }
        }
    }
}

bool Model::orderStations() {
    for (int late = 0; late < m_size; ++late) {
        for (int early = 0; early < m_size; ++early) {
            const bool isForced =
                early == 0 || late == end() || opens(late) + reach(late, early) > closes(early);
            if (late != early && late != 0 && early != end() && isForced) {
                m_before[index(late)].insert(early);
            }
        }
    }
    for (int via = 0; via < m_size; ++via) {
        for (int late = 0; late < m_size; ++late) {
            if (m_before[index(late)].contains(via)) {
                m_before[index(late)].unite(m_before[index(via)]);
            }
        }
    }
    bool isPossible = true;
    for (int late = 0; late < m_size; ++late) {
        isPossible &= !m_before[index(late)].contains(late);
        for (int early = 0; early < m_size; ++early) {
            if (m_before[index(late)].contains(early)) {
                m_after[index(early)].insert(late);
            }
        }
    }
    return isPossible;
}

void Model::forbidArcs() {
    for (int from = 0; from < m_size; ++from) {
        for (int to = 0; to < m_size; ++to) {
            const bool isLawful = isAllowed(from, to) && opens(from) + arc(from, to).travel <= closes(to)
                                  && !before(from).contains(to) && !after(from).meets(before(to));
            m_isAllowed[at(from, to)] = isLawful ? 1 : 0;
        }
    }
}

/// True when a window became narrower: after Desrosiers, Dumas, Solomon and Soumis (1995), section 2.
bool Model::narrowWindows() {
    bool isNarrower = false;
    for (int station = 0; station < m_size && !m_isImpossible; ++station) {
        std::int32_t soonest = station == 0 ? 0 : unreachable;
        std::int32_t latest = station == end() ? closes(station) : -1;
        for (int other = 0; other < m_size; ++other) {
            if (isAllowed(other, station)) {
                soonest = std::min(soonest, opens(other) + arc(other, station).travel);
            }
            if (isAllowed(station, other)) {
                latest = std::max(latest, closes(other) - arc(station, other).travel);
            }
        }
        for (int other = 0; other < m_size; ++other) {
            if (before(station).contains(other)) {
                soonest = std::max(soonest, opens(other) + reach(other, station));
            }
            if (after(station).contains(other)) {
                latest = std::min(latest, closes(other) - reach(station, other));
            }
        }
        isNarrower |= soonest > opens(station) || latest < closes(station);
        m_opens[index(station)] = std::max(opens(station), soonest);
        m_closes[index(station)] = std::min(closes(station), latest);
        m_isImpossible |= opens(station) > closes(station);
    }
    return isNarrower && !m_isImpossible;
}

bool Model::isSymmetric() const {
    for (int from = 0; from < end(); ++from) {
        for (int to = 1; to < end(); ++to) {
            if (from != to && arc(from, to).cost != arc(to, from == 0 ? end() : from).cost) {
                return false;
            }
        }
    }
    return true;
}

} // namespace medicobus::routing::single
