// SPDX-License-Identifier: EUPL-1.2
#include "routing/neighbourhood/recreate.h"

#include <array>
#include <bit>
#include <limits>

namespace medicobus::routing::neighbourhood {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();

// How often each order is drawn, for duties as in Christiaens and Vanden Berghe (2020).
using Order = Recreate::Order;
constexpr std::array dutyOrders{Order::any,         Order::any,        Order::any,       Order::any,
                                Order::amount,      Order::amount,     Order::amount,    Order::amount,
                                Order::farFirst,    Order::farFirst,   Order::nearFirst, Order::closesFirst,
                                Order::narrowFirst, Order::narrowFirst};
constexpr std::array prizeOrders{Order::any,          Order::any,         Order::any,
                                 Order::prize,        Order::prize,       Order::prizeForTime,
                                 Order::prizeForTime, Order::closesFirst, Order::narrowFirst,
                                 Order::farFirst,     Order::nearFirst};

} // namespace

Recreate::Recreate(const Model& model)
    : m_model(model),
      m_fullStamps(static_cast<std::size_t>(model.placeCount()) * static_cast<std::size_t>(model.tourCount()),
                   std::numeric_limits<std::uint64_t>::max()) {}

void Recreate::apply(Draft& draft, const Guidance& guidance, Random& random, int first) {
    drawTaste(guidance, random);
    m_offer.place = first;
    if (first >= 0 && random.below(2) == 0 && find(draft, guidance, random, m_offer)) {
        draft.insert(first, m_offer.slots);
    }
    const bool hasPrizes = m_model.typicalPrize() > 0;
    if (random.below(100) < (hasPrizes ? 45U : 95U)) {
        insertInOrder(draft, guidance, random);
    } else {
        insertByRatio(draft, guidance, random);
    }
}

void Recreate::drawTaste(const Guidance& guidance, Random& random) {
    m_taste.time = guidance.timeWeight();
    m_taste.delay = random.below(2) == 0 ? 0 : guidance.delayWeight() * random.uniform();
    m_taste.fixed = random.below(4) == 0 ? random.uniform() : 1;
    m_taste.pools = m_model.problem().pools.empty() || random.below(2) == 0 ? 0 : 4 * random.uniform();
    m_taste.blinks = 10;
    m_taste.power = random.below(2) == 0 ? 1 : 2;
}

double Recreate::priceOf(const Tour& tour, const Slot& slot) const {
    const double fixed = tour.isEmpty() ? static_cast<double>(tour.carrier().rules->fixedCost) : 0;
    return static_cast<double>(slot.cost) + m_taste.time * static_cast<double>(slot.time)
           + m_taste.delay * static_cast<double>(std::max<Time>(slot.delay, 0)) - (1 - m_taste.fixed) * fixed;
}

double Recreate::bestSlot(const Draft& draft, int place, int tour, Random& random, Slot& best) {
    const Tour& tried = draft.tour(tour);
    if (!m_model.canServe(place, tour) || fullStamp(place, tour) == tried.stamp()) {
        return impossible;
    }
    if (tried.limitsDuty()) {
        return bestSlotForDuty(tried, place, random, best);
    }
    double lowest = impossible;
    bool isFull = true;
    tried.forEachSlot(place, [&](const Slot& slot) {
        isFull = false;
        const double price = priceOf(tried, slot);
        if (price < lowest && random.below(1024) >= m_taste.blinks) {
            lowest = price;
            best = slot;
        }
    });
    // What is found in a tour that may yet be undone is soon forgotten.
    if (isFull && !draft.isTouched(tour)) {
        fullStamp(place, tour) = tried.stamp();
    }
    return lowest;
}

double Recreate::bestSlotForDuty(const Tour& tour, int place, Random& random, Slot& best) {
    m_found.clear();
    tour.forEachSlot(place, [&](const Slot& slot) { m_found.emplace_back(priceOf(tour, slot), slot); });
    std::stable_sort(m_found.begin(), m_found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [price, slot] : m_found) {
        if (random.below(1024) >= m_taste.blinks && tour.allowsDuty(place, slot)) {
            best = slot;
            return price;
        }
    }
    return impossible;
}

double Recreate::bestTour(const Draft& draft, int place, int day, Random& random, Slot& best) {
    double lowest = impossible;
    m_isKindTried.assign(static_cast<std::size_t>(m_model.tourCount()), 0);
    for (const Tour& tour : draft.tours()) {
        if (day >= 0 && tour.carrier().rules->day != day) {
            continue;
        }
        if (tour.isEmpty()) {
            char& isTried = m_isKindTried[static_cast<std::size_t>(tour.carrier().kind)];
            if (isTried != 0) {
                continue;
            }
            isTried = 1;
        }
        Slot slot;
        const double price = bestSlot(draft, place, tour.index(), random, slot);
        if (price < lowest) {
            lowest = price;
            best = slot;
        }
    }
    return lowest;
}

bool Recreate::find(const Draft& draft, const Guidance& guidance, Random& random, Offer& offer) {
    offer.slots.clear();
    offer.price = impossible;
    const std::vector<DayMask>& patterns = m_model.place(offer.place).patterns;
    if (patterns.empty() && draft.fitsPools(offer.place, 1)) {
        Slot slot;
        offer.price = bestTour(draft, offer.place, -1, random, slot);
        offer.slots.push_back(slot);
    }
    for (const DayMask pattern : patterns) {
        if (!draft.fitsPools(offer.place, std::popcount(pattern))) {
            continue;
        }
        m_slots.clear();
        double price = 0;
        for (DayMask days = pattern; days != 0 && price < offer.price; days &= days - 1) {
            Slot slot;
            price += bestTour(draft, offer.place, std::countr_zero(days), random, slot);
            m_slots.push_back(slot);
        }
        if (price < offer.price && pattern != 0) {
            offer.price = price;
            std::swap(offer.slots, m_slots);
        }
    }
    return offer.price < impossible && isWorthIt(guidance, offer);
}

bool Recreate::isWorthIt(const Guidance& guidance, const Offer& offer) const {
    if (m_model.isDuty(offer.place)) {
        return true;
    }
    double cost = 0;
    for (const Slot& slot : offer.slots) {
        cost += static_cast<double>(slot.cost);
    }
    return m_taste.fixed * cost < guidance.pull(offer.place);
}

double Recreate::orderKey(int place, Order order, const Guidance& guidance, Random& random) const {
    const Place& joining = m_model.place(place);
    const double noise = random.uniform();
    const Openings openings = m_model.openings(place, 0);
    switch (order) {
    case Order::any:
        return noise;
    case Order::prize:
        return guidance.pull(place) * (0.5 + noise);
    case Order::prizeForTime:
        return guidance.pull(place) / (m_model.typicalTime() + static_cast<double>(joining.service))
               * (0.5 + noise);
    case Order::closesFirst:
        return openings.empty() ? 0 : -static_cast<double>(openings.back().closes);
    case Order::narrowFirst:
        return openings.empty() ? 0 : -static_cast<double>(openings.back().closes - openings.front().opens);
    case Order::amount:
        return static_cast<double>(amountOf(joining.delivery, 0) + amountOf(joining.pickup, 0)) + noise;
    case Order::farFirst:
        return remoteness(place);
    case Order::nearFirst:
        return -remoteness(place);
    }
    return 0;
}

void Recreate::insertInOrder(Draft& draft, const Guidance& guidance, Random& random) {
    const Order order = m_model.typicalPrize() > 0 ? prizeOrders[pick(random, prizeOrders.size())]
                                                   : dutyOrders[pick(random, dutyOrders.size())];
    m_order.clear();
    for (const int place : draft.absent()) {
        m_order.emplace_back(orderKey(place, order, guidance, random), place);
    }
    std::stable_sort(m_order.begin(), m_order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    for (const auto& [key, place] : m_order) {
        m_offer.place = place;
        if (find(draft, guidance, random, m_offer)) {
            draft.insert(place, m_offer.slots);
        }
    }
}

double Recreate::ratioOf(const Draft& draft, const Offer& offer, const Guidance& guidance) const {
    const double pull = guidance.pull(offer.place);
    double price = std::max(0.0, offer.price) + 0.1 * guidance.delayWeight() * m_model.typicalTime();
    if (m_taste.pools > 0) {
        const std::vector<std::int64_t>& draws = m_model.place(offer.place).draws;
        double share = 0;
        for (std::size_t pool = 0; pool < std::min(draws.size(), m_model.problem().pools.size()); ++pool) {
            share += static_cast<double>(draws[pool]) / static_cast<double>(draft.poolLeft(pool) + 1);
        }
        price *= 1 + m_taste.pools * share;
    }
    return (m_taste.power == 1 ? pull : pull * pull) * offer.noise / price;
}

void Recreate::insertByRatio(Draft& draft, const Guidance& guidance, Random& random) {
    std::size_t count = 0;
    const double spread = 0.5 * random.uniform();
    for (const int place : draft.absent()) {
        if (m_offers.size() == count) {
            m_offers.emplace_back();
        }
        Offer& offer = m_offers[count];
        offer.place = place;
        if (find(draft, guidance, random, offer)) {
            offer.noise = 1 + spread * (random.uniform() - 0.5);
            offer.key = ratioOf(draft, offer, guidance);
            ++count;
        }
    }
    while (count > 0) {
        std::size_t best = 0;
        for (std::size_t i = 1; i < count; ++i) {
            best = m_offers[i].key > m_offers[best].key ? i : best;
        }
        draft.insert(m_offers[best].place, m_offers[best].slots);
        std::swap(m_offers[best], m_offers[--count]);
        const std::vector<Slot> changed = m_offers[count].slots;
        for (std::size_t i = 0; i < count;) {
            Offer& offer = m_offers[i];
            const bool isStale = std::any_of(offer.slots.begin(), offer.slots.end(), [&](const Slot& slot) {
                return std::any_of(changed.begin(), changed.end(),
                                   [&](const Slot& other) { return other.tour == slot.tour; });
            });
            const bool fits = draft.fitsPools(offer.place, static_cast<int>(offer.slots.size()));
            if ((isStale || !fits) && !find(draft, guidance, random, offer)) {
                std::swap(offer, m_offers[--count]);
                continue;
            }
            offer.key = isStale || m_taste.pools > 0 ? ratioOf(draft, offer, guidance) : offer.key;
            ++i;
        }
    }
}

double Recreate::remoteness(int place) const {
    const Carrier& carrier = m_model.carrier(0);
    const double out = static_cast<double>(carrier.legs->between(carrier.start, place).time);
    return out + static_cast<double>(carrier.legs->between(place, carrier.end).time);
}

} // namespace medicobus::routing::neighbourhood
