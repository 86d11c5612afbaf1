// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/core/planner/tour_table.h"

#include <coin/ClpSimplex.hpp>

#include <map>
#include <vector>

namespace medicobus::bench {

/// The integer programme of a cycle, solved by CBC: it shares nothing with the planner.
///
/// Every tour is driven a whole number of times in the cycle. A chosen site has between one session in every
/// `max_gap_weeks` weeks and the weekly limit in each, and whole days as often as they fit into that limit.
/// On which weekday and in which week a tour falls is left open, so that the optimum is at least that of any
/// lawful plan.
class IntegerPlan {
public:
    explicit IntegerPlan(const testing::TourTable& table);

    struct Proof {
        double relaxation = 0; ///< Without whole numbers.
        double bound = 0;      ///< No plan is worth more.
        double found = 0;      ///< The best assignment of tours that CBC found, 0 when none.
    };
    /// `incumbent` is the value of a known plan: columns that cannot be part of a better one are dropped.
    Proof prove(double incumbent, double seconds);

private:
    int siteCount() const { return m_table.siteCount(); }
    int demandCount() const { return static_cast<int>(m_table.demands().size()); }
    const testing::TourTable::Demand& demand(int j) const {
        return m_table.demands()[static_cast<std::size_t>(j)];
    }
    int siteRow(int site, int which) const { return 2 + 4 * site + which; }
    int demandRow(int j) const { return siteRow(siteCount(), 0) + j; }

    void addRows();
    void addSites();
    void addDemands();
    void addTours();
    void addTour(int first, int second, double driving);
    int addColumn(const std::map<int, double>& entries, double upper, double cost, bool isWhole);
    void addTangent(int j, double at);
    int cut(const double* solution);
    double truth(const double* solution) const;
    void relax();
    void drop(double incumbent);

    const testing::TourTable& m_table;
    int m_weeks;     ///< Of the cycle.
    double m_cycles; ///< In a year.
    int m_limit;
    ClpSimplex m_lp;
    std::vector<int> m_whole;
    std::vector<int> m_tours;
    std::vector<int> m_delivered;
    std::vector<int> m_worth;
};

} // namespace medicobus::bench
