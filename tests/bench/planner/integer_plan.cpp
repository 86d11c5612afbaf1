// SPDX-License-Identifier: EUPL-1.2
#include "tests/bench/planner/integer_plan.h"

#include <coin/CbcModel.hpp>
#include <coin/CbcSolver.hpp>
#include <coin/OsiClpSolverInterface.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>

namespace medicobus::bench {
namespace {

/// Rows of a site: its sessions, at most so many where it is chosen, at least so many, and its whole days.
enum SiteRow { Held, AtMost, AtLeast, WholeDays };

constexpr int capacityRow = 0;
constexpr int sitesRow = 1;
/// A proof ends when V is known to this share.
constexpr double precision = 2e-4;

} // namespace

IntegerPlan::IntegerPlan(const testing::TourTable& table)
    : m_table(table),
      m_weeks(table.scenario().cycleWeeks),
      m_cycles(table.scenario().policy.weeksPerYear / m_weeks),
      m_limit(table.scenario().policy.maxSessionsPerSiteWeek) {
    m_lp.setLogLevel(0);
    addRows();
    addSites();
    addDemands();
    addTours();
    for (int j = 0; j < demandCount(); ++j) {
        for (int step = 0; step <= 16; ++step) {
            addTangent(j, step / 16.0 * demand(j).unmet());
        }
    }
}

void IntegerPlan::addRows() {
    m_lp.resize(demandRow(demandCount()), 0);
    m_lp.setRowBounds(capacityRow, -COIN_DBL_MAX, m_table.depots().front().daysPerWeek * m_weeks);
    m_lp.setRowBounds(sitesRow, -COIN_DBL_MAX, m_table.scenario().policy.maxSites);
    for (int site = 0; site < siteCount(); ++site) {
        m_lp.setRowBounds(siteRow(site, Held), 0, 0);
        for (const int row : {AtMost, AtLeast, WholeDays}) {
            m_lp.setRowBounds(siteRow(site, row), -COIN_DBL_MAX, 0);
        }
    }
    for (int j = 0; j < demandCount(); ++j) {
        m_lp.setRowBounds(demandRow(j), 0, 0);
    }
}

int IntegerPlan::addColumn(const std::map<int, double>& entries, double upper, double cost, bool isWhole) {
    std::vector<int> rows;
    std::vector<double> values;
    for (const auto& [row, value] : entries) {
        rows.push_back(row);
        values.push_back(value);
    }
    m_lp.addColumn(static_cast<int>(rows.size()), rows.data(), values.data(), 0, upper, cost);
    const int column = m_lp.numberColumns() - 1;
    if (isWhole) {
        m_whole.push_back(column);
    }
    return column;
}

void IntegerPlan::addSites() {
    const double slots = m_table.slots(0);
    const int gap = m_table.scenario().policy.maxGapWeeks;
    const double fewest = (m_weeks + gap - 1) / gap;
    const double wholeDays = m_limit / 2 * m_weeks;
    for (int site = 0; site < siteCount(); ++site) {
        std::map<int, double> session;
        for (const auto& [j, share] : m_table.reach()[static_cast<std::size_t>(site)]) {
            session[demandRow(j)] = share * slots * m_cycles;
        }
        session.insert({{siteRow(site, Held), -1}, {siteRow(site, AtMost), 1}, {siteRow(site, AtLeast), -1}});
        addColumn(session, m_limit * m_weeks, 0, true);
        addColumn({{sitesRow, 1},
                   {siteRow(site, AtMost), -m_limit * m_weeks},
                   {siteRow(site, AtLeast), fewest},
                   {siteRow(site, WholeDays), -wholeDays}},
                  1, 0, true);
    }
}

void IntegerPlan::addDemands() {
    for (int j = 0; j < demandCount(); ++j) {
        m_delivered.push_back(addColumn({{demandRow(j), -1}}, COIN_DBL_MAX, 0, false));
    }
    for (int j = 0; j < demandCount(); ++j) {
        m_worth.push_back(addColumn({}, m_table.worth(demand(j), demand(j).unmet()), -1, false));
    }
}

void IntegerPlan::addTours() {
    std::set<std::pair<int, int>> seen;
    for (const auto& tour : m_table.tours()) {
        const int first = tour.stops[0].site;
        const int second = tour.stops.size() > 1 ? tour.stops[1].site : -1;
        if (seen.insert({std::min(first, second), std::max(first, second)}).second) {
            addTour(first, second, tour.drivingMinutes);
        }
    }
}

void IntegerPlan::addTour(int first, int second, double driving) {
    std::map<int, double> entries{{capacityRow, 1}, {siteRow(first, Held), 1}};
    if (second >= 0) {
        entries[siteRow(second, Held)] += 1;
    }
    if (second == first) {
        entries[siteRow(first, WholeDays)] += 1;
    }
    const double cost = m_table.scenario().policy.lambda * driving * m_cycles;
    m_tours.push_back(addColumn(entries, m_limit * m_weeks, cost, true));
}

void IntegerPlan::addTangent(int j, double at) {
    const double slope = m_table.slope(demand(j), at);
    const int columns[] = {m_worth[static_cast<std::size_t>(j)], m_delivered[static_cast<std::size_t>(j)]};
    const double values[] = {1, -slope};
    m_lp.addRow(2, columns, values, -COIN_DBL_MAX, m_table.worth(demand(j), at) - slope * at);
}

int IntegerPlan::cut(const double* solution) {
    int cuts = 0;
    for (int j = 0; j < demandCount(); ++j) {
        const double delivered = solution[m_delivered[static_cast<std::size_t>(j)]];
        const double worth = solution[m_worth[static_cast<std::size_t>(j)]];
        if (worth - m_table.worth(demand(j), delivered) > 1e-6) {
            addTangent(j, delivered);
            ++cuts;
        }
    }
    return cuts;
}

double IntegerPlan::truth(const double* solution) const {
    double value = 0;
    for (const int tour : m_tours) {
        value -= m_lp.objective()[tour] * solution[tour];
    }
    for (int j = 0; j < demandCount(); ++j) {
        value += m_table.worth(demand(j), solution[m_delivered[static_cast<std::size_t>(j)]]);
    }
    return value;
}

void IntegerPlan::relax() {
    m_lp.initialSolve();
    for (int round = 0; round < 8; ++round) {
        const std::vector<double> solution(m_lp.primalColumnSolution(),
                                           m_lp.primalColumnSolution() + m_lp.numberColumns());
        if (cut(solution.data()) == 0) {
            break;
        }
        m_lp.initialSolve();
    }
}

/// A tour whose reduced cost is more than what is left to gain is in no better plan.
void IntegerPlan::drop(double incumbent) {
    const double left = -m_lp.objectiveValue() - incumbent;
    for (const int tour : m_tours) {
        if (m_lp.dualColumnSolution()[tour] > left + 1e-6) {
            m_lp.setColumnUpper(tour, 0);
        }
    }
}

IntegerPlan::Proof IntegerPlan::prove(double incumbent, double seconds) {
    relax();
    Proof proof;
    proof.relaxation = proof.bound = -m_lp.objectiveValue();
    drop(incumbent);
    const std::string limit = fmt::format("{}", seconds);
    for (int round = 0; round < 6; ++round) {
        OsiClpSolverInterface solver(&m_lp);
        for (const int column : m_whole) {
            solver.setInteger(column);
        }
        CbcModel model(solver);
        CbcMain0(model);
        model.setLogLevel(0);
        const char* words[] = {"cbc",  "-sec", limit.c_str(), "-ratioGap", "0.0001",
                               "-log", "0",    "-solve",      "-quit"};
        CbcMain1(9, words, model);
        proof.bound = std::min(proof.bound, std::max(incumbent, -model.getBestPossibleObjValue()));
        if (!model.bestSolution()) {
            break;
        }
        const double found = truth(model.bestSolution());
        proof.found = std::max(proof.found, found);
        if (proof.bound - std::max(found, incumbent) < precision * proof.bound
            || cut(model.bestSolution()) == 0) {
            break;
        }
    }
    return proof;
}

} // namespace medicobus::bench
