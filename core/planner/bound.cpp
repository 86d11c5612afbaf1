// SPDX-License-Identifier: EUPL-1.2
#include "planner/bound.h"

#include "planner/day.h"
#include "planner/planner.h"

#include <coin/ClpSimplex.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <vector>

namespace medicobus::planner {
namespace {

/// Work stops when the bound is proven to this share of its value.
constexpr double precision = 1e-4;
constexpr int maxRounds = 400;
constexpr std::size_t columnsPerRound = 400;

/// Weekdays of a bus on which every site has the same windows: one capacity row serves them together.
struct DayClass {
    int bus;
    int weekday; ///< One of them.
    int days = 1;
};

/// One or two half-days of a bus-day. `secondSite` is -1 for a single one.
struct TourColumn {
    int dayClass;
    int firstSession;
    int firstSite;
    int secondSession;
    int secondSite;
    double drivingMinutes;

    auto key() const { return std::tie(dayClass, firstSession, firstSite, secondSession, secondSite); }
    friend bool operator<(const TourColumn& a, const TourColumn& b) { return a.key() < b.key(); }
};

struct Priced {
    TourColumn column;
    double reducedCost;
};

/// The master programme and the search for tours that would improve it.
///
/// Rows: one a day class (capacity), one a site (weekly limit), one a site (its offer), one a demand (what
/// reaches it), then the tangents. Columns: the offer of each site, what reaches each demand, its worth, then
/// tours.
class TourProgramme {
public:
    explicit TourProgramme(const Model& model) : m_model(model) {
        m_share = model.sessionCount() <= 2 ? 1.0 : 1.0 / std::max(1, model.mostStops());
        findDayClasses();
        buildRows();
        buildFixedColumns();
        for (int j = 0; j < demandCount(); ++j) {
            const double unmet = demand(j).unmet;
            for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
                addTangent(j, share * unmet);
            }
        }
        m_lp.setLogLevel(0);
        m_lp.setOptimizationDirection(-1);
    }

    Result<double> solve() {
        double best = std::numeric_limits<double>::infinity();
        for (int round = 0; round < maxRounds; ++round) {
            // From scratch: a warm start after rows and columns were added has ended at a wrong optimum.
            m_lp.initialSolve();
            if (m_lp.status() != 0) {
                return fault(codes::plannerBound, {{"value", std::to_string(m_lp.status())}});
            }
            const double value = m_lp.objectiveValue();
            const double slack = addTours();
            best = std::min(best, value + slack);
            const double excess = addTangents();
            if (slack + excess <= precision * std::max(1.0, best)) {
                break;
            }
        }
        return best;
    }

private:
    int siteCount() const { return m_model.siteCount(); }
    int demandCount() const { return static_cast<int>(m_model.demands().size()); }
    const Demand& demand(int j) const { return m_model.demands()[static_cast<std::size_t>(j)]; }
    int classCount() const { return static_cast<int>(m_classes.size()); }
    int limitRow(int site) const { return classCount() + site; }
    /// What a site offers to one need.
    int offerCount() const { return siteCount() * m_model.needCount(); }
    int offerRow(int site, int session) const {
        return classCount() + siteCount() + site * m_model.needCount() + m_model.needOf(session);
    }
    int demandRow(int j) const { return classCount() + siteCount() + offerCount() + j; }
    int deliveredColumn(int j) const { return offerCount() + j; }
    int worthColumn(int j) const { return offerCount() + demandCount() + j; }
    double weeks() const { return m_model.scenario().policy.weeksPerYear; }
    double lambda() const { return m_model.scenario().policy.lambda; }

    void findDayClasses() {
        for (int bus = 0; bus < m_model.busCount(); ++bus) {
            for (int weekday = 0; weekday < daysOfWeek; ++weekday) {
                if (m_model.isWorkday(bus, weekday) && m_model.dayClass(bus, weekday) == weekday) {
                    m_classes.push_back({bus, weekday, 1});
                } else if (m_model.isWorkday(bus, weekday)) {
                    const int first = m_model.dayClass(bus, weekday);
                    const auto twin =
                        std::find_if(m_classes.begin(), m_classes.end(), [&](const DayClass& known) {
                            return known.bus == bus && known.weekday == first;
                        });
                    ++twin->days;
                }
            }
        }
    }

    void buildRows() {
        m_lp.resize(classCount() + siteCount() + offerCount() + demandCount(), 0);
        for (int c = 0; c < classCount(); ++c) {
            m_lp.setRowBounds(c, -COIN_DBL_MAX, m_classes[static_cast<std::size_t>(c)].days * weeks());
        }
        for (int site = 0; site < siteCount(); ++site) {
            m_lp.setRowBounds(limitRow(site), -COIN_DBL_MAX,
                              m_model.scenario().policy.maxSessionsPerSiteWeek * weeks());
        }
        for (int offer = 0; offer < offerCount(); ++offer) {
            m_lp.setRowBounds(classCount() + siteCount() + offer, 0, 0);
        }
        for (int j = 0; j < demandCount(); ++j) {
            m_lp.setRowBounds(demandRow(j), 0, 0);
        }
    }

    void buildFixedColumns() {
        for (int offer = 0; offer < offerCount(); ++offer) {
            std::vector<int> rows{classCount() + siteCount() + offer};
            std::vector<double> values{-1};
            const int needs = m_model.needCount();
            for (const Catch& entry : m_model.catchment(offer / needs, offer % needs)) {
                rows.push_back(demandRow(entry.demand));
                values.push_back(entry.share);
            }
            m_lp.addColumn(static_cast<int>(rows.size()), rows.data(), values.data(), 0, COIN_DBL_MAX, 0);
        }
        for (int j = 0; j < demandCount(); ++j) {
            const int row = demandRow(j);
            const double value = -1;
            m_lp.addColumn(1, &row, &value, 0, COIN_DBL_MAX, 0);
        }
        for (int j = 0; j < demandCount(); ++j) {
            m_lp.addColumn(0, nullptr, nullptr, 0, m_model.worthOf(demand(j), demand(j).unmet), 1);
        }
    }

    /// worth_j <= V_j(at) + V_j'(at) (delivered_j - at)
    void addTangent(int j, double at) {
        const double slope = m_model.slopeOf(demand(j), at);
        const int columns[] = {worthColumn(j), deliveredColumn(j)};
        const double values[] = {1, -slope};
        m_lp.addRow(2, columns, values, -COIN_DBL_MAX, m_model.worthOf(demand(j), at) - slope * at);
    }

    /// Cuts where the programme believes in more worth than there is; returns how much, all together.
    double addTangents() {
        double excess = 0;
        std::vector<std::pair<int, double>> cuts;
        for (int j = 0; j < demandCount(); ++j) {
            const double delivered = m_lp.primalColumnSolution()[deliveredColumn(j)];
            const double believed = m_lp.primalColumnSolution()[worthColumn(j)];
            const double over = believed - m_model.worthOf(demand(j), delivered);
            if (over > 1e-7) {
                excess += over;
                cuts.emplace_back(j, delivered);
            }
        }
        for (const auto& [j, delivered] : cuts) {
            addTangent(j, delivered);
        }
        return excess;
    }

    double offer(int session) const { return m_model.offerBound(session) / m_model.cyclesPerYear(); }

    /// What the programme pays for one session of this kind at this site.
    double price(int session, int site) const {
        return -offer(session) * m_lp.dualRowSolution()[offerRow(site, session)]
               - m_lp.dualRowSolution()[limitRow(site)];
    }

    bool isLawful(const TourColumn& tour) {
        if (m_share < 1) {
            return true;
        }
        const auto known = m_lawful.find(tour);
        if (known != m_lawful.end()) {
            return known->second;
        }
        DayGrid grid;
        grid.fill(tour.firstSession, 1, tour.firstSite);
        if (tour.secondSite >= 0) {
            grid.fill(tour.secondSession, 1, tour.secondSite);
        }
        const DayClass& day = m_classes[static_cast<std::size_t>(tour.dayClass)];
        const bool isLawful = rateDay(m_model, day.bus, day.weekday, grid).isLawful;
        m_lawful.emplace(tour, isLawful);
        return isLawful;
    }

    bool isHeld(int dayClass, int site, int session) const {
        const DayClass& day = m_classes[static_cast<std::size_t>(dayClass)];
        return m_model.window(day.bus, site, day.weekday, session).weeks != 0;
    }

    void priceTours(int dayClass, std::vector<Priced>& found) {
        const int bus = m_classes[static_cast<std::size_t>(dayClass)].bus;
        const double rent = m_lp.dualRowSolution()[dayClass];
        const auto consider = [&](const TourColumn& tour, double income) {
            const double gain = income - rent * m_share - lambda() * tour.drivingMinutes;
            if (gain > 1e-7 && !m_taken.contains(tour)) {
                found.push_back({tour, gain});
            }
        };
        for (int session = 0; session < m_model.sessionCount(); ++session) {
            for (int site = 0; site < siteCount(); ++site) {
                if (!isHeld(dayClass, site, session)) {
                    continue;
                }
                const double out = m_model.fromDepot(bus, site);
                const double income = price(session, site);
                const double roundTrip = m_share * (out + m_model.toDepot(bus, site));
                consider({dayClass, session, site, -1, -1, roundTrip}, income);
                for (int later = session + 1; m_share == 1 && later < m_model.sessionCount(); ++later) {
                    for (int next = 0; next < siteCount(); ++next) {
                        const double both = income + price(later, next);
                        if (both > rent && isHeld(dayClass, next, later)) {
                            double driving = out + m_model.between(site, next) + m_model.toDepot(bus, next);
                            if (m_model.tourOrders().size() > 1) {
                                driving = std::min(driving, m_model.fromDepot(bus, next)
                                                                + m_model.between(next, site)
                                                                + m_model.toDepot(bus, site));
                            }
                            consider({dayClass, session, site, later, next, driving}, both);
                        }
                    }
                }
            }
        }
    }

    /// Adds the lawful tours of greatest reduced cost; returns how much the value could still rise.
    double addTours() {
        double slack = 0;
        std::vector<Priced> chosen;
        for (int c = 0; c < classCount(); ++c) {
            std::vector<Priced> found;
            priceTours(c, found);
            std::sort(found.begin(), found.end(),
                      [](const Priced& a, const Priced& b) { return a.reducedCost > b.reducedCost; });
            std::size_t added = 0;
            for (const Priced& tour : found) {
                if (added == columnsPerRound) {
                    break;
                }
                if (!isLawful(tour.column)) {
                    continue;
                }
                if (added++ == 0) {
                    slack +=
                        tour.reducedCost / m_share * m_classes[static_cast<std::size_t>(c)].days * weeks();
                }
                chosen.push_back(tour);
            }
        }
        for (const Priced& tour : chosen) {
            addTour(tour.column);
        }
        return slack;
    }

    void addTour(const TourColumn& tour) {
        std::map<int, double> entries{{tour.dayClass, m_share}};
        const auto visit = [&](int session, int site) {
            entries[limitRow(site)] += 1;
            entries[offerRow(site, session)] += offer(session);
        };
        visit(tour.firstSession, tour.firstSite);
        if (tour.secondSite >= 0) {
            visit(tour.secondSession, tour.secondSite);
        }
        std::vector<int> rows;
        std::vector<double> values;
        for (const auto& [row, value] : entries) {
            rows.push_back(row);
            values.push_back(value);
        }
        m_lp.addColumn(static_cast<int>(rows.size()), rows.data(), values.data(), 0, COIN_DBL_MAX,
                       -lambda() * tour.drivingMinutes);
        m_taken.insert(tour);
    }

    const Model& m_model;
    ClpSimplex m_lp;
    /// The part of a bus-day that one column takes. With three kinds of session or more a column is one
    /// session: a tour drives at least the round trip to its farthest stop, so at least the mean of its round
    /// trips.
    double m_share = 1;
    std::vector<DayClass> m_classes;
    std::set<TourColumn> m_taken;
    std::map<TourColumn, bool> m_lawful;
};

} // namespace

Result<double> boundOf(const Model& model) {
    if (model.siteCount() == 0) {
        return 0.0;
    }
    try {
        return TourProgramme(model).solve();
    } catch (const CoinError& failure) {
        return fault(codes::plannerBound, {{"value", failure.message()}});
    }
}

} // namespace medicobus::planner
