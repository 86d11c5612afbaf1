// SPDX-License-Identifier: EUPL-1.2
#include "routing/single/recreation.h"

#include <algorithm>

namespace medicobus::routing::single {
namespace {

/// One place to insert in so many is overlooked, so that the cheapest is not always taken.
constexpr int blink = 64;

} // namespace

void Recreation::ruin(Tour& tour, int seed, int runs, int longest, Random& random) {
    m_touched.clear();
    takeRun(tour, seed, longest, random);
    const std::vector<int>& near = m_near.after(seed);
    for (int run = 1; run < runs && !near.empty(); ++run) {
        const int station = near[static_cast<std::size_t>(pick(random, static_cast<int>(near.size())))];
        if (tour.positionOf(station) > 0 && station != m_model.end()) {
            takeRun(tour, station, longest, random);
        }
    }
}

void Recreation::takeRun(Tour& tour, int station, int longest, Random& random) {
    const int position = tour.positionOf(station);
    const int length = 1 + pick(random, longest);
    const int first = std::max(1, position - pick(random, length));
    const int last = std::min(tour.length() - 1, first + length);
    const std::size_t known = m_absent.size();
    for (int i = first; i < last; ++i) {
        m_absent.push_back(tour.at(i));
    }
    m_touched.push_back(tour.at(first - 1));
    m_touched.push_back(tour.at(last));
    if (!tour.erase(first, last)) {
        m_absent.resize(known);
    }
}

void Recreation::sortAbsent(Random& random) {
    for (std::size_t i = m_absent.size(); i > 1; --i) {
        std::swap(m_absent[i - 1], m_absent[static_cast<std::size_t>(pick(random, static_cast<int>(i)))]);
    }
    const int kind = pick(random, 4);
    if (kind == 0) {
        std::stable_sort(m_absent.begin(), m_absent.end(), [&](int left, int right) {
            return m_model.closes(left) - m_model.opens(left) < m_model.closes(right) - m_model.opens(right);
        });
    } else if (kind == 1) {
        std::stable_sort(m_absent.begin(), m_absent.end(), [&](int left, int right) {
            return m_model.arc(0, left).cost > m_model.arc(0, right).cost;
        });
    }
}

void Recreation::recreate(Tour& tour, Random& random) {
    sortAbsent(random);
    m_left.clear();
    for (const int station : m_absent) {
        if (!putBack(tour, station, random)) {
            m_left.push_back(station);
        }
    }
    std::swap(m_absent, m_left);
}

bool Recreation::putBack(Tour& tour, int station, Random& random) {
    const Arc* in = m_model.in(station);
    const Arc* out = m_model.out(station);
    const std::int32_t opens = m_model.opens(station);
    const std::int32_t closes = m_model.closes(station);
    std::int32_t cheapest = forbidden;
    int best = -1;
    std::uint64_t blinks = random.next();
    for (int i = 0; i + 1 < tour.length(); ++i) {
        const int here = tour.at(i);
        const int next = tour.at(i + 1);
        if (tour.late(i + 1) < opens) {
            continue;
        }
        if (tour.early(i) > closes) {
            break;
        }
        const std::int32_t start = std::max(opens, tour.early(i) + in[here].travel);
        const std::int32_t added = in[here].cost + out[next].cost - m_model.arc(here, next).cost;
        if (added < cheapest && start <= closes && start + out[next].travel <= tour.late(i + 1)) {
            blinks = blinks * 6364136223846793005ULL + 1442695040888963407ULL;
            if ((blinks >> 32) % blink != 0) {
                cheapest = added;
                best = i + 1;
            }
        }
    }
    if (best < 0) {
        return false;
    }
    tour.insert(station, best);
    m_touched.push_back(station);
    m_touched.push_back(tour.at(best - 1));
    m_touched.push_back(tour.at(best + 1));
    return true;
}

} // namespace medicobus::routing::single
