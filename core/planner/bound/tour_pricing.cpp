// SPDX-License-Identifier: EUPL-1.2
#include "planner/bound/tour_pricing.h"

#include "planner/day.h"

#include <algorithm>
#include <limits>

namespace medicobus::planner {
namespace {

constexpr double never = -std::numeric_limits<double>::infinity();
/// Gains below this are rounding.
constexpr double leastGain = 1e-7;

} // namespace

std::vector<DayClass> dayClassesOf(const Model& model) {
    std::vector<DayClass> classes;
    for (int bus = 0; bus < model.busCount(); ++bus) {
        for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
            if (!model.isWorkday(bus, weekday)) {
                continue;
            }
            const int first = model.dayClass(bus, weekday);
            const auto twin = std::find_if(classes.begin(), classes.end(), [&](const DayClass& known) {
                return known.bus == bus && known.weekday == first;
            });
            if (twin == classes.end()) {
                classes.push_back({bus, weekday, 1});
            } else {
                ++twin->days;
            }
        }
    }
    return classes;
}

TourPricing::TourPricing(const Model& model, const std::vector<DayClass>& classes)
    : m_model(model), m_classes(classes) {}

std::vector<TourPricing::Priced> TourPricing::best(int dayClass, const TourPrices& prices,
                                                   std::size_t limit) {
    std::vector<Priced> found;
    priceShort(dayClass, prices, found);
    if (m_model.mostStops() > 2) {
        for (const auto& order : m_model.tourOrders()) {
            priceLong(dayClass, order, prices, found);
        }
    }
    std::sort(found.begin(), found.end(),
              [](const Priced& a, const Priced& b) { return a.reducedCost > b.reducedCost; });
    std::vector<Priced> kept;
    for (Priced& tour : found) {
        if (kept.size() == limit) {
            break;
        }
        if (!m_taken.contains(tour.column) && isLawful(tour.column)) {
            kept.push_back(std::move(tour));
        }
    }
    return kept;
}

bool TourPricing::isHeld(int dayClass, const TourStop& stop) const {
    const DayClass& day = classAt(dayClass);
    return m_model.window(day.bus, stop.site, day.weekday, stop.session).weeks != 0;
}

bool TourPricing::isLawful(const TourColumn& tour) {
    if (tour.stops.size() > 2) {
        return true;
    }
    const auto known = m_lawful.find(tour);
    if (known != m_lawful.end()) {
        return known->second;
    }
    DayGrid grid;
    for (const TourStop& stop : tour.stops) {
        grid.fill(stop.session, 1, stop.site);
    }
    const DayClass& day = classAt(tour.dayClass);
    const bool isLawful = rateDay(m_model, day.bus, day.weekday, grid).isLawful;
    m_lawful.emplace(tour, isLawful);
    return isLawful;
}

/// The shorter way round, where the sessions may come in either order.
double TourPricing::drivingOf(int bus, const TourStop& first, const TourStop& second) const {
    const auto along = [&](int a, int b) {
        return m_model.fromDepot(bus, a) + m_model.between(a, b) + m_model.toDepot(bus, b);
    };
    const double forth = along(first.site, second.site);
    return m_model.tourOrders().size() > 1 ? std::min(forth, along(second.site, first.site)) : forth;
}

void TourPricing::priceShort(int dayClass, const TourPrices& prices, std::vector<Priced>& found) const {
    const int bus = classAt(dayClass).bus;
    const double rent = prices.rent[static_cast<std::size_t>(dayClass)];
    const auto consider = [&](std::vector<TourStop> stops, double income, double driving) {
        const double gain = income - rent - prices.lambda * driving;
        if (gain > leastGain) {
            found.push_back({{dayClass, std::move(stops), driving}, gain});
        }
    };
    std::vector<TourStop> held;
    for (int session = 0; session < m_model.sessionCount(); ++session) {
        for (int site = 0; site < m_model.siteCount(); ++site) {
            if (isHeld(dayClass, {session, site})) {
                held.push_back({session, site});
            }
        }
    }
    for (const TourStop& first : held) {
        const double income = incomeOf(prices, first);
        consider({first}, income, m_model.fromDepot(bus, first.site) + m_model.toDepot(bus, first.site));
        for (const TourStop& second : held) {
            const double both =
                income + incomeOf(prices, second)
                - (first.site == second.site ? prices.wholeDay[static_cast<std::size_t>(first.site)] : 0);
            if (second.session > first.session && both > rent
                && !m_model.isSameKind(first.session, second.session)) {
                consider({first, second}, both, drivingOf(bus, first, second));
            }
        }
    }
}

bool TourPricing::canFollow(int dayClass, const TourStop& from, const TourStop& to) const {
    const DayClass& day = classAt(dayClass);
    double start = m_model.window(day.bus, from.site, day.weekday, from.session).earliest;
    start += static_cast<double>(m_model.session(from.session).length.count());
    if (from.site != to.site) {
        start +=
            static_cast<double>((m_model.site(from.site).teardown + m_model.site(to.site).setup).count());
        start += m_model.between(from.site, to.site);
    }
    return start <= m_model.window(day.bus, to.site, day.weekday, to.session).latest;
}

/// Labels of the tours of one stop, by place in the order and site.
TourPricing::Layer TourPricing::firstLayer(int dayClass, const std::vector<int>& order,
                                           const TourPrices& prices) const {
    Layer layer;
    for (const int session : order) {
        for (int site = 0; site < m_model.siteCount(); ++site) {
            const TourStop stop{session, site};
            const double out = prices.lambda * m_model.fromDepot(classAt(dayClass).bus, site);
            layer.push_back({isHeld(dayClass, stop) ? incomeOf(prices, stop) - out : never, -1});
        }
    }
    return layer;
}

void TourPricing::relax(const Layer& last, int dayClass, const TourStop& from, int label, const TourStop& to,
                        Label& into, const TourPrices& prices) const {
    const double value =
        last[static_cast<std::size_t>(label)].value - prices.lambda * m_model.between(from.site, to.site);
    if (value > into.value && canFollow(dayClass, from, to)) {
        into = {value, label};
    }
}

TourPricing::Layer TourPricing::nextLayer(int dayClass, const std::vector<int>& order,
                                          const TourPrices& prices, const Layer& last) const {
    const int sites = m_model.siteCount();
    Layer layer(last.size(), {never, -1});
    for (int place = 1; place < static_cast<int>(order.size()); ++place) {
        const int session = order[static_cast<std::size_t>(place)];
        for (int site = 0; site < sites; ++site) {
            const TourStop to{session, site};
            Label& into = layer[static_cast<std::size_t>(place * sites + site)];
            if (!isHeld(dayClass, to)) {
                continue;
            }
            for (int label = 0; label < place * sites; ++label) {
                const TourStop from{order[static_cast<std::size_t>(label / sites)], label % sites};
                if (last[static_cast<std::size_t>(label)].value > never
                    && !m_model.isSameKind(from.session, session)) {
                    relax(last, dayClass, from, label, to, into, prices);
                }
            }
            into.value += into.value > never ? incomeOf(prices, to) : 0;
        }
    }
    return layer;
}

/// For each last stop the best tour of three stops, of four, and so on. The whole day at a site costs nothing
/// here: long tours are left out of those rows too.
void TourPricing::priceLong(int dayClass, const std::vector<int>& order, const TourPrices& prices,
                            std::vector<Priced>& found) const {
    const int bus = classAt(dayClass).bus;
    const int sites = m_model.siteCount();
    std::vector<Layer> layers{firstLayer(dayClass, order, prices)};
    while (static_cast<int>(layers.size()) < m_model.mostStops()) {
        layers.push_back(nextLayer(dayClass, order, prices, layers.back()));
        for (int end = 0; layers.size() > 2 && end < static_cast<int>(order.size()) * sites; ++end) {
            const double home = m_model.toDepot(bus, end % sites);
            const double gain = layers.back()[static_cast<std::size_t>(end)].value - prices.lambda * home
                                - prices.rent[static_cast<std::size_t>(dayClass)];
            if (gain <= leastGain) {
                continue;
            }
            TourColumn tour{dayClass, {}, home};
            int label = end;
            for (std::size_t layer = layers.size(); layer-- > 0;) {
                const TourStop stop{order[static_cast<std::size_t>(label / sites)], label % sites};
                tour.drivingMinutes +=
                    tour.stops.empty() ? 0 : m_model.between(stop.site, tour.stops.back().site);
                tour.stops.push_back(stop);
                label = layers[layer][static_cast<std::size_t>(label)].from;
            }
            tour.drivingMinutes += m_model.fromDepot(bus, tour.stops.back().site);
            std::reverse(tour.stops.begin(), tour.stops.end());
            found.push_back({std::move(tour), gain});
        }
    }
}

} // namespace medicobus::planner
