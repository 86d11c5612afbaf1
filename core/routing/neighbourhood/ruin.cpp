// SPDX-License-Identifier: EUPL-1.2
#include "routing/neighbourhood/ruin.h"

namespace medicobus::routing::neighbourhood {
namespace {

constexpr std::size_t mostRemoved = 16;
constexpr std::size_t longestString = 10;

} // namespace

int Ruin::apply(Draft& draft, Random& random) {
    const std::size_t served = static_cast<std::size_t>(m_model.placeCount()) - draft.absent().size();
    if (served == 0) {
        return -1;
    }
    int centre = -1;
    const std::size_t count = sizeFor(draft, random);
    const std::uint64_t way = random.below(100);
    if (way < 55) {
        centre = removeNear(draft, random, count);
    } else if (way < 80) {
        removeSegment(draft, random, count);
    } else if (way < 98 || m_model.tourCount() < 2) {
        removeAnywhere(draft, random, count);
    } else {
        removeTour(draft, random);
    }
    draft.settle();
    return centre;
}

std::size_t Ruin::sizeFor(const Draft& draft, Random& random) const {
    const std::size_t served = static_cast<std::size_t>(m_model.placeCount()) - draft.absent().size();
    const std::size_t most = std::min(mostRemoved, std::max<std::size_t>(3, served));
    return 1 + pick(random, 1 + pick(random, most));
}

int Ruin::somePlace(const Draft& draft, Random& random, bool mustBeServed) const {
    for (int tries = 0; tries < 4 * m_model.placeCount(); ++tries) {
        const int place = static_cast<int>(pick(random, static_cast<std::size_t>(m_model.placeCount())));
        if (!mustBeServed || draft.isServed(place)) {
            return place;
        }
    }
    return -1;
}

int Ruin::removeNear(Draft& draft, Random& random, std::size_t count) {
    const int centre = somePlace(draft, random, false);
    const int absent = draft.isServed(centre) ? -1 : centre;
    const std::size_t most = 1 + pick(random, std::min(longestString, count));
    m_isHit.assign(static_cast<std::size_t>(m_model.tourCount()), 0);
    std::size_t removed = 0;
    const auto hit = [&](int place) {
        if (!draft.isServed(place)) {
            return;
        }
        const int tour = draft.toursOf(place)[pick(random, draft.toursOf(place).size())];
        char& isHit = m_isHit[static_cast<std::size_t>(tour)];
        // In a single tour several strings may go; among many each is hit once.
        if (isHit != 0 && m_model.tourCount() > 2) {
            return;
        }
        isHit = 1;
        removed += removeString(draft, random, tour, place, std::min(most, count - removed));
    };
    hit(centre);
    for (const int place : m_model.near(centre)) {
        if (removed >= count) {
            break;
        }
        hit(place);
    }
    return absent;
}

std::size_t Ruin::removeString(Draft& draft, Random& random, int tour, int place, std::size_t length) {
    const std::vector<int>& stops = draft.tour(tour).stops();
    const auto at = static_cast<std::size_t>(std::find(stops.begin(), stops.end(), place) - stops.begin());
    length = std::min(length, stops.size());
    const std::size_t lowest = at + 1 >= length ? at + 1 - length : 0;
    const std::size_t highest = std::min(at, stops.size() - length);
    const std::size_t first = lowest + pick(random, highest - lowest + 1);
    // Now and then some stops in the middle of a longer string stay.
    const bool isSplit = length > 1 && first + length < stops.size() && random.below(4) == 0;
    const std::size_t kept =
        isSplit ? 1 + pick(random, std::min<std::size_t>(3, stops.size() - first - length)) : 0;
    const std::size_t hole = isSplit ? first + pick(random, length) : 0;
    m_gone.clear();
    for (std::size_t i = first; i < first + length + kept; ++i) {
        if (!isSplit || i < hole || i >= hole + kept) {
            m_gone.push_back(stops[i]);
        }
    }
    for (const int gone : m_gone) {
        draft.remove(gone);
    }
    return m_gone.size();
}

void Ruin::removeSegment(Draft& draft, Random& random, std::size_t count) {
    const int place = somePlace(draft, random, true);
    if (place >= 0) {
        const std::vector<int>& tours = draft.toursOf(place);
        removeString(draft, random, tours[pick(random, tours.size())], place, count);
    }
}

void Ruin::removeAnywhere(Draft& draft, Random& random, std::size_t count) {
    for (std::size_t removed = 0; removed < count; ++removed) {
        const int place = somePlace(draft, random, true);
        if (place < 0) {
            return;
        }
        draft.remove(place);
    }
}

void Ruin::removeTour(Draft& draft, Random& random) {
    const int place = somePlace(draft, random, true);
    if (place >= 0) {
        const std::vector<int>& tours = draft.toursOf(place);
        m_gone = draft.tour(tours[pick(random, tours.size())]).stops();
        for (const int gone : m_gone) {
            draft.remove(gone);
        }
    }
}

} // namespace medicobus::routing::neighbourhood
