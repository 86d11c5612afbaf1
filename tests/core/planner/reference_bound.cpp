// SPDX-License-Identifier: EUPL-1.2
#include "reference_bound.h"

#include <glpk.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>

namespace medicobus::testing {
namespace {

/// Columns: tours by week, then what reaches each demand, then its worth. GLPK counts rows and columns
/// from 1.
class ReferenceProgramme {
public:
    ReferenceProgramme(const TourTable& table, bool wholeDays)
        : m_table(table), m_weeks(table.scenario().policy.weeksPerYear) {
        glp_set_obj_dir(m_lp.get(), GLP_MAX);
        addRows(wholeDays);
        addColumns(wholeDays);
        for (int j = 0; j < demandCount(); ++j) {
            for (int step = 0; step <= 8; ++step) {
                addTangent(j, step / 8.0 * demand(j).unmet());
            }
        }
    }

    Bracket solve() {
        glp_smcp how;
        glp_init_smcp(&how);
        how.msg_lev = GLP_MSG_OFF;
        how.meth = GLP_DUALP;
        Bracket bracket;
        for (int round = 0; round < 60; ++round) {
            if (glp_simplex(m_lp.get(), &how) != 0 || glp_get_status(m_lp.get()) != GLP_OPT) {
                return {};
            }
            bracket.above = glp_get_obj_val(m_lp.get());
            bracket.below = std::max(bracket.below, cut());
            if (bracket.above - bracket.below < 1e-8 * bracket.above) {
                break;
            }
        }
        return bracket;
    }

private:
    int siteCount() const { return m_table.siteCount(); }
    int depotCount() const { return static_cast<int>(m_table.depots().size()); }
    int demandCount() const { return static_cast<int>(m_table.demands().size()); }
    int tourCount() const { return static_cast<int>(m_table.tours().size()); }
    const TourTable::Demand& demand(int j) const { return m_table.demands()[static_cast<std::size_t>(j)]; }
    int limitRow(int site) const { return 1 + depotCount() + site; }
    int wholeDayRow(int site) const { return 1 + depotCount() + siteCount() + site; }
    int demandRow(int j) const { return 1 + depotCount() + 2 * siteCount() + j; }
    int deliveredColumn(int j) const { return 1 + tourCount() + j; }
    int worthColumn(int j) const { return 1 + tourCount() + demandCount() + j; }

    void addRows(bool wholeDays) {
        const int limit = m_table.scenario().policy.maxSessionsPerSiteWeek;
        glp_add_rows(m_lp.get(), depotCount() + 2 * siteCount() + demandCount());
        for (int depot = 0; depot < depotCount(); ++depot) {
            glp_set_row_bnds(m_lp.get(), 1 + depot, GLP_UP, 0,
                             m_table.depots()[static_cast<std::size_t>(depot)].daysPerWeek);
        }
        for (int site = 0; site < siteCount(); ++site) {
            glp_set_row_bnds(m_lp.get(), limitRow(site), GLP_UP, 0, limit);
            glp_set_row_bnds(m_lp.get(), wholeDayRow(site), GLP_UP, 0, wholeDays ? limit / 2 : limit);
        }
        for (int j = 0; j < demandCount(); ++j) {
            glp_set_row_bnds(m_lp.get(), demandRow(j), GLP_FX, 0, 0);
        }
    }

    void setColumn(int column, const std::map<int, double>& entries, double value) {
        std::vector<int> rows{0};
        std::vector<double> values{0};
        for (const auto& [row, entry] : entries) {
            rows.push_back(row);
            values.push_back(entry);
        }
        glp_set_mat_col(m_lp.get(), column, static_cast<int>(entries.size()), rows.data(), values.data());
        glp_set_col_bnds(m_lp.get(), column, GLP_LO, 0, 0);
        glp_set_obj_coef(m_lp.get(), column, value);
    }

    void addColumns(bool wholeDays) {
        glp_add_cols(m_lp.get(), tourCount() + 2 * demandCount());
        for (int t = 0; t < tourCount(); ++t) {
            const TourTable::Tour& tour = m_table.tours()[static_cast<std::size_t>(t)];
            std::map<int, double> entries{{1 + tour.depot, 1}};
            for (const TourTable::Stop& stop : tour.stops) {
                entries[limitRow(stop.site)] += 1;
                for (const auto& [j, share] : m_table.reach()[static_cast<std::size_t>(stop.site)]) {
                    entries[demandRow(j)] += share * m_table.slots(stop.session) * m_weeks;
                }
            }
            if (wholeDays && tour.stops.size() == 2 && tour.stops[0].site == tour.stops[1].site) {
                entries[wholeDayRow(tour.stops[0].site)] += 1;
            }
            setColumn(1 + t, entries, -m_table.scenario().policy.lambda * tour.drivingMinutes * m_weeks);
        }
        for (int j = 0; j < demandCount(); ++j) {
            setColumn(deliveredColumn(j), {{demandRow(j), -1}}, 0);
            setColumn(worthColumn(j), {}, 1);
            glp_set_col_bnds(m_lp.get(), worthColumn(j), GLP_UP, 0,
                             m_table.worth(demand(j), demand(j).unmet()));
        }
    }

    void addTangent(int j, double at) {
        const double slope = m_table.slope(demand(j), at);
        const int columns[] = {0, worthColumn(j), deliveredColumn(j)};
        const double values[] = {0, 1, -slope};
        const int row = glp_add_rows(m_lp.get(), 1);
        glp_set_mat_row(m_lp.get(), row, 2, columns, values);
        glp_set_row_bnds(m_lp.get(), row, GLP_UP, 0, m_table.worth(demand(j), at) - slope * at);
    }

    /// Cuts every demand whose worth is overrated; returns the true value of the solution.
    double cut() {
        double truth = glp_get_obj_val(m_lp.get());
        for (int j = 0; j < demandCount(); ++j) {
            const double delivered = glp_get_col_prim(m_lp.get(), deliveredColumn(j));
            const double over =
                glp_get_col_prim(m_lp.get(), worthColumn(j)) - m_table.worth(demand(j), delivered);
            truth -= over;
            if (over > 1e-9) {
                addTangent(j, delivered);
            }
        }
        return truth;
    }

    const TourTable& m_table;
    double m_weeks;
    std::unique_ptr<glp_prob, void (*)(glp_prob*)> m_lp{glp_create_prob(), glp_delete_prob};
};

} // namespace

Bracket referenceBound(const TourTable& table, bool wholeDays) {
    return ReferenceProgramme(table, wholeDays).solve();
}

} // namespace medicobus::testing
