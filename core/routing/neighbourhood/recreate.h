// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/neighbourhood/chance.h"
#include "routing/neighbourhood/guidance.h"

namespace medicobus::routing::neighbourhood {

/// Puts absent places back into a draft: either one after the other in some order, or always the one that
/// gives most for what it takes (Vansteenwegen et al. 2009 for the ratio). How each is weighed varies from
/// call to call.
class Recreate {
public:
    /// Which absent place goes first, when one follows the other.
    enum class Order { any, prize, prizeForTime, closesFirst, narrowFirst, amount, farFirst, nearFirst };

    explicit Recreate(const Model& model);

    /// `first`, when it is a place, may be served before all others.
    void apply(Draft& draft, const Guidance& guidance, Random& random, int first = -1);

private:
    struct Offer {
        int place = 0;
        double key = 0;   ///< The highest goes first.
        double price = 0; ///< Of all its slots.
        double noise = 1;
        std::vector<Slot> slots;
    };
    /// The weights of one call.
    struct Taste {
        double time = 0;
        double delay = 0;
        double fixed = 1; ///< Share of an empty tour's fixed cost that counts.
        double pools = 0;
        std::uint64_t blinks = 0; ///< In a thousand.
        int power = 1;
    };

    void drawTaste(const Guidance& guidance, Random& random);
    void insertInOrder(Draft& draft, const Guidance& guidance, Random& random);
    void insertByRatio(Draft& draft, const Guidance& guidance, Random& random);
    double orderKey(int place, Order order, const Guidance& guidance, Random& random) const;
    double remoteness(int place) const;
    double ratioOf(const Draft& draft, const Offer& offer, const Guidance& guidance) const;

    /// Fills the slots and price of the best way to serve a place; false when there is none worth its while.
    bool find(const Draft& draft, const Guidance& guidance, Random& random, Offer& offer);
    bool isWorthIt(const Guidance& guidance, const Offer& offer) const;
    /// The lowest price of one visit on a day, or on any (-1), and its slot.
    double bestTour(const Draft& draft, int place, int day, Random& random, Slot& best);
    double bestSlot(const Draft& draft, int place, int tour, Random& random, Slot& best);
    /// Asks the limit on duty, which takes a walk, about the best slots first.
    double bestSlotForDuty(const Tour& tour, int place, Random& random, Slot& best);
    double priceOf(const Tour& tour, const Slot& slot) const;

    /// The stamp of a tour in which there was no slot for a place.
    std::uint64_t& fullStamp(int place, int tour) {
        return m_fullStamps[static_cast<std::size_t>(place) * static_cast<std::size_t>(m_model.tourCount())
                            + static_cast<std::size_t>(tour)];
    }

    const Model& m_model;
    std::vector<std::uint64_t> m_fullStamps;
    Taste m_taste;
    std::vector<Offer> m_offers;
    Offer m_offer;
    std::vector<std::pair<double, int>> m_order;
    std::vector<std::pair<double, Slot>> m_found;
    std::vector<char> m_isKindTried;
    std::vector<Slot> m_slots;
};

} // namespace medicobus::routing::neighbourhood
