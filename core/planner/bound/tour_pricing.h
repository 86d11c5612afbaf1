// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/model.h"

#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace medicobus::planner {

/// Weekdays of a bus on which every site has the same windows: one capacity row serves them together.
struct DayClass {
    int bus;
    int weekday; ///< One of them.
    int days = 1;
};

std::vector<DayClass> dayClassesOf(const Model& model);

struct TourStop {
    int session;
    int site;

    friend auto operator<=>(const TourStop&, const TourStop&) = default;
};

/// A bus-day in the programme of the bound.
struct TourColumn {
    int dayClass = 0;
    std::vector<TourStop> stops;
    double drivingMinutes = 0;

    auto key() const { return std::tie(dayClass, stops); }
    friend bool operator<(const TourColumn& a, const TourColumn& b) { return a.key() < b.key(); }
};

/// What the programme pays and asks at its present duals, for one week.
struct TourPrices {
    std::vector<double> rent;     ///< By day class.
    std::vector<double> income;   ///< By session and site: `session * sites + site`.
    std::vector<double> wholeDay; ///< By site: asked of two sessions there on one day.
    double lambda = 0;
};

/// Finds the tours of greatest reduced cost. Tours of one or two sessions are the lawful ones; longer ones
/// are relaxed: each session within its window after the one before, and nothing more.
class TourPricing {
public:
    TourPricing(const Model& model, const std::vector<DayClass>& classes);

    struct Priced {
        TourColumn column;
        double reducedCost;
    };
    /// At most `limit` tours of the class that were not given out before, best first.
    std::vector<Priced> best(int dayClass, const TourPrices& prices, std::size_t limit);
    void take(const TourColumn& column) { m_taken.insert(column); }

private:
    struct Label {
        double value;
        int from; ///< The label before it in the layer below, or -1.
    };
    using Layer = std::vector<Label>;

    const DayClass& classAt(int index) const { return m_classes[static_cast<std::size_t>(index)]; }
    bool isHeld(int dayClass, const TourStop& stop) const;
    bool isLawful(const TourColumn& tour);
    double drivingOf(int bus, const TourStop& first, const TourStop& second) const;
    void priceShort(int dayClass, const TourPrices& prices, std::vector<Priced>& found) const;
    void priceLong(int dayClass, const std::vector<int>& order, const TourPrices& prices,
                   std::vector<Priced>& found) const;
    Layer firstLayer(int dayClass, const std::vector<int>& order, const TourPrices& prices) const;
    Layer nextLayer(int dayClass, const std::vector<int>& order, const TourPrices& prices,
                    const Layer& last) const;
    void relax(const Layer& last, int dayClass, const TourStop& from, int label, const TourStop& to,
               Label& into, const TourPrices& prices) const;
    bool canFollow(int dayClass, const TourStop& from, const TourStop& to) const;
    double incomeOf(const TourPrices& prices, const TourStop& stop) const {
        return prices.income[static_cast<std::size_t>(stop.session * m_model.siteCount() + stop.site)];
    }

    const Model& m_model;
    const std::vector<DayClass>& m_classes;
    std::set<TourColumn> m_taken;
    std::map<TourColumn, bool> m_lawful;
};

} // namespace medicobus::planner
