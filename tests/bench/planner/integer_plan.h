// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "tests/core/planner/tour_table.h"

#include <coin/ClpSimplex.hpp>

#include <map>
#include <vector>

namespace medicobus::bench {

/// The integer programme of whole fortnights, solved by CBC: it shares nothing with the planner.
///
/// A site is visited in every week or in every second one (`max_gap_weeks` 2), with the same sessions in each
/// week in which it is visited. Tours are of three sorts: both stops weekly, both every second week, or one
/// weekly stop beside one every second week; a weekly stop that lies beside others comes twice a fortnight.
/// Which weekday a tour falls on is left open, so the optimum is at least that of any such plan.
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
    int siteRow(int site, int which) const { return 2 + 5 * site + which; }
    int demandRow(int j) const { return 2 + 5 * siteCount() + j; }

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
    double m_fortnights;
    int m_limit;
    ClpSimplex m_lp;
    std::vector<int> m_whole;
    std::vector<int> m_tours;
    std::vector<int> m_delivered;
    std::vector<int> m_worth;
};

} // namespace medicobus::bench
