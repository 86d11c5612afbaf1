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

/// Rows of a site: its weekly sessions, its every-second-week ones, its weekly stops beside others, and the
/// two ways of being chosen.
enum SiteRow { Weekly, Second, Beside, ChosenWeekly, ChosenSecond };

constexpr int capacityRow = 0;
constexpr int sitesRow = 1;
/// A proof ends when V is known to this share.
constexpr double precision = 2e-4;

} // namespace

IntegerPlan::IntegerPlan(const testing::TourTable& table)
    : m_table(table),
      m_fortnights(table.scenario().policy.weeksPerYear / 2),
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
    m_lp.setRowBounds(capacityRow, -COIN_DBL_MAX, m_table.depots().front().daysPerWeek);
    m_lp.setRowBounds(sitesRow, -COIN_DBL_MAX, m_table.scenario().policy.maxSites);
    for (int site = 0; site < siteCount(); ++site) {
        for (const int row : {Weekly, Second, Beside}) {
            m_lp.setRowBounds(siteRow(site, row), 0, 0);
        }
        for (const int row : {ChosenWeekly, ChosenSecond}) {
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

/// A site is chosen as a weekly one or as one of every second week, never both.
void IntegerPlan::addSites() {
    const double slots = m_table.slots(0);
    for (int site = 0; site < siteCount(); ++site) {
        std::map<int, double> once;
        std::map<int, double> twice;
        for (const auto& [j, share] : m_table.reach()[static_cast<std::size_t>(site)]) {
            once[demandRow(j)] = share * slots * m_fortnights;
            twice[demandRow(j)] = 2 * share * slots * m_fortnights;
        }
        once.insert({{siteRow(site, Second), -1}, {siteRow(site, ChosenSecond), 1}});
        twice.insert({{siteRow(site, Weekly), -1}, {siteRow(site, ChosenWeekly), 1}});
        addColumn(once, m_limit, 0, true);
        addColumn(twice, m_limit, 0, true);
        const int either = m_lp.numberRows();
        m_lp.addRow(0, nullptr, nullptr, -COIN_DBL_MAX, 1);
        addColumn({{sitesRow, 1}, {siteRow(site, ChosenSecond), -m_limit}, {either, 1}}, 1, 0, true);
        addColumn({{sitesRow, 1}, {siteRow(site, ChosenWeekly), -m_limit}, {either, 1}}, 1, 0, true);
        addColumn({{siteRow(site, Beside), -2}, {siteRow(site, Weekly), 1}}, m_limit, 0, true);
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
    const double cost = m_table.scenario().policy.lambda * driving * m_fortnights;
    const auto add = [&](double days, int firstRow, int secondRow, double tourCost) {
        std::map<int, double> entries{{capacityRow, days}};
        entries[siteRow(first, firstRow)] += 1;
        if (second >= 0) {
            entries[siteRow(second, secondRow)] += 1;
        }
        m_tours.push_back(addColumn(entries, 2 * m_limit, tourCost, true));
    };
    add(1, Weekly, Weekly, 2 * cost);
    add(0.5, Second, Second, cost);
    if (second >= 0 && first != second) {
        add(0.5, Beside, Second, cost);
        add(0.5, Second, Beside, cost);
    }
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
