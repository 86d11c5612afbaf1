// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "planner/bound.h"
#include "planner/bound/tour_pricing.h"

#include <coin/ClpSimplex.hpp>

#include <vector>

namespace medicobus::planner {

/// The master programme of the bound: columns are added by `TourPricing`, rows as they are broken.
///
/// Rows: one a day class (capacity), one a site (weekly limit), one a site (whole days), one a site and need
/// (its offer), one a demand (what reaches it), one for the number of sites, then the cuts. Columns: how far
/// each site is chosen, from 0 to 1; the offer of each site to each need; what reaches each demand; its
/// worth; then tours.
class TourProgramme {
public:
    TourProgramme(const Model& model, BoundKind kind);

    Result<double> solve();

private:
    int siteCount() const { return m_model.siteCount(); }
    int offerCount() const { return siteCount() * m_model.needCount(); }
    int demandCount() const { return static_cast<int>(m_model.demands().size()); }
    const Demand& demand(int j) const { return m_model.demands()[static_cast<std::size_t>(j)]; }
    int classCount() const { return static_cast<int>(m_classes.size()); }
    int limitRow(int site) const { return classCount() + site; }
    int wholeDayRow(int site) const { return classCount() + siteCount() + site; }
    int offerRow(int offer) const { return classCount() + 2 * siteCount() + offer; }
    int demandRow(int j) const { return offerRow(offerCount()) + j; }
    int sitesRow() const { return demandRow(demandCount()); }
    int choiceColumn(int site) const { return site; }
    int offerColumn(int offer) const { return siteCount() + offer; }
    int deliveredColumn(int j) const { return siteCount() + offerCount() + j; }
    int worthColumn(int j) const { return deliveredColumn(demandCount()) + j; }
    int offerAt(int site, int session) const { return site * m_model.needCount() + m_model.needOf(session); }
    double valueOf(int column) const { return m_lp.primalColumnSolution()[column]; }
    double weeks() const { return m_model.scenario().policy.weeksPerYear; }
    double lambda() const { return m_model.scenario().policy.lambda; }
    double slotsOf(int session) const;

    void buildRows();
    void buildFixedColumns();
    void listCatchers();
    bool isSolved();
    TourPrices prices() const;
    double addTours();
    void addTour(const TourColumn& tour);
    void addTangent(int j, double at);
    double addTangents();
    double addShares();
    double addShare(int j);
    bool choosesTooMany() const;
    void limitSites();

    /// A site that reaches a demand, by the place of its offer.
    struct Catcher {
        int offer;
        int site;
        double share;
    };

    const Model& m_model;
    BoundKind m_kind;
    ClpSimplex m_lp;
    std::vector<DayClass> m_classes;
    TourPricing m_pricing;
    std::vector<std::vector<Catcher>> m_catchers; ///< By demand.
    std::vector<double> m_mostOffered;            ///< By offer: its site's weekly limit, all year.
    bool m_limitsSites = false;
};

} // namespace medicobus::planner
