// SPDX-License-Identifier: EUPL-1.2
#include "planner/bound/tour_programme.h"

#include "planner/planner.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace medicobus::planner {
namespace {

/// Work stops when the bound is proven to this share of its value.
constexpr double precision = 1e-4;
constexpr int maxRounds = 400;
/// Cuts that no longer lower the bound by a tenth of the precision are given up after so many rounds.
constexpr int patience = 4;
constexpr std::size_t columnsPerRound = 400;

} // namespace

TourProgramme::TourProgramme(const Model& model, BoundKind kind)
    : m_model(model), m_kind(kind), m_classes(dayClassesOf(model)), m_pricing(model, m_classes) {
    buildRows();
    buildFixedColumns();
    for (int j = 0; j < demandCount(); ++j) {
        for (const double share : {0.0, 0.25, 0.5, 0.75, 1.0}) {
            addTangent(j, share * demand(j).unmet);
        }
    }
    listCatchers();
    m_lp.setLogLevel(0);
    m_lp.setOptimizationDirection(-1);
}

bool TourProgramme::isSolved() {
    // From scratch: a warm start after rows and columns were added has ended at a wrong optimum.
    m_lp.initialSolve();
    return m_lp.status() == 0;
}

Result<double> TourProgramme::solve() {
    double best = std::numeric_limits<double>::infinity();
    int stalled = 0;
    for (int round = 0; round < maxRounds; ++round) {
        if (!isSolved()) {
            return fault(codes::plannerBound, {{"value", std::to_string(m_lp.status())}});
        }
        const double value = m_lp.objectiveValue();
        const bool choosesTooManySites = choosesTooMany();
        const double slack = addTours();
        stalled = value + slack < best * (1 - precision / 10) ? 0 : stalled + 1;
        best = std::min(best, value + slack);
        const double excess = addTangents() + addShares();
        if (slack + excess > precision * std::max(1.0, best)) {
            if (m_limitsSites && slack == 0 && stalled >= patience) {
                break;
            }
            continue;
        }
        // With more than two stops a day the programme grows too slow for a second pass; its value stands.
        if (m_limitsSites || !choosesTooManySites || m_model.mostStops() > 2) {
            break;
        }
        limitSites();
        stalled = 0;
    }
    return best;
}

double TourProgramme::slotsOf(int session) const {
    return m_model.offerBound(session) / m_model.cyclesPerYear();
}

void TourProgramme::buildRows() {
    const plan::Policy& policy = m_model.scenario().policy;
    m_lp.resize(sitesRow() + 1, 0);
    for (int c = 0; c < classCount(); ++c) {
        m_lp.setRowBounds(c, -COIN_DBL_MAX, m_classes[static_cast<std::size_t>(c)].days * weeks());
    }
    for (int site = 0; site < siteCount(); ++site) {
        m_lp.setRowBounds(limitRow(site), -COIN_DBL_MAX, 0);
        m_lp.setRowBounds(wholeDayRow(site), -COIN_DBL_MAX, 0);
    }
    for (int row = offerRow(0); row < sitesRow(); ++row) {
        m_lp.setRowBounds(row, 0, 0);
    }
    m_lp.setRowBounds(sitesRow(), -COIN_DBL_MAX, std::max(policy.maxSites, 0));
}

void TourProgramme::buildFixedColumns() {
    const int limit = m_model.scenario().policy.maxSessionsPerSiteWeek;
    // Two sessions on one day leave room for limit / 2 such days a week, rounded down: no week holds half a
    // day.
    const double wholeDays = m_kind == BoundKind::SectionTwo ? limit / 2.0 : std::floor(limit / 2.0);
    for (int site = 0; site < siteCount(); ++site) {
        const int rows[] = {limitRow(site), wholeDayRow(site)};
        const double values[] = {-limit * weeks(), -wholeDays * weeks()};
        m_lp.addColumn(2, rows, values, 1, 1, 0);
    }
    for (int offer = 0; offer < offerCount(); ++offer) {
        std::vector<int> rows{offerRow(offer)};
        std::vector<double> values{-1};
        for (const Catch& entry :
             m_model.catchment(offer / m_model.needCount(), offer % m_model.needCount())) {
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

void TourProgramme::listCatchers() {
    m_catchers.resize(static_cast<std::size_t>(demandCount()));
    for (int offer = 0; offer < offerCount(); ++offer) {
        const int site = offer / m_model.needCount();
        double most = 0;
        for (int session = 0; session < m_model.sessionCount(); ++session) {
            most = m_model.needOf(session) == offer % m_model.needCount() ? std::max(most, slotsOf(session))
                                                                          : most;
        }
        m_mostOffered.push_back(most * m_model.scenario().policy.maxSessionsPerSiteWeek * weeks());
        for (const Catch& entry : m_model.catchment(site, offer % m_model.needCount())) {
            m_catchers[static_cast<std::size_t>(entry.demand)].push_back({offer, site, entry.share});
        }
    }
}

TourPrices TourProgramme::prices() const {
    const double* duals = m_lp.dualRowSolution();
    TourPrices prices;
    prices.lambda = lambda();
    prices.rent.assign(duals, duals + classCount());
    for (int session = 0; session < m_model.sessionCount(); ++session) {
        for (int site = 0; site < siteCount(); ++site) {
            prices.income.push_back(-slotsOf(session) * duals[offerRow(offerAt(site, session))]
                                    - duals[limitRow(site)]);
        }
    }
    prices.wholeDay.assign(duals + wholeDayRow(0), duals + wholeDayRow(0) + siteCount());
    return prices;
}

/// Adds the tours of greatest reduced cost; returns how much the value could still rise.
double TourProgramme::addTours() {
    const TourPrices now = prices();
    double slack = 0;
    for (int c = 0; c < classCount(); ++c) {
        const auto tours = m_pricing.best(c, now, columnsPerRound);
        if (!tours.empty()) {
            slack += tours.front().reducedCost * m_classes[static_cast<std::size_t>(c)].days * weeks();
        }
        for (const auto& tour : tours) {
            addTour(tour.column);
            m_pricing.take(tour.column);
        }
    }
    return slack;
}

void TourProgramme::addTour(const TourColumn& tour) {
    std::map<int, double> entries{{tour.dayClass, 1}};
    for (const TourStop& stop : tour.stops) {
        entries[limitRow(stop.site)] += 1;
        entries[offerRow(offerAt(stop.site, stop.session))] += slotsOf(stop.session);
    }
    if (tour.stops.size() == 2 && tour.stops[0].site == tour.stops[1].site) {
        entries[wholeDayRow(tour.stops[0].site)] += 1;
    }
    std::vector<int> rows;
    std::vector<double> values;
    for (const auto& [row, value] : entries) {
        rows.push_back(row);
        values.push_back(value);
    }
    m_lp.addColumn(static_cast<int>(rows.size()), rows.data(), values.data(), 0, COIN_DBL_MAX,
                   -lambda() * tour.drivingMinutes);
}

/// worth_j <= V_j(at) + V_j'(at) (delivered_j - at)
void TourProgramme::addTangent(int j, double at) {
    const double slope = m_model.slopeOf(demand(j), at);
    const int columns[] = {worthColumn(j), deliveredColumn(j)};
    const double values[] = {1, -slope};
    m_lp.addRow(2, columns, values, -COIN_DBL_MAX, m_model.worthOf(demand(j), at) - slope * at);
}

/// Cuts where the programme believes in more worth than there is; returns how much, all together.
double TourProgramme::addTangents() {
    double excess = 0;
    std::vector<std::pair<int, double>> cuts;
    for (int j = 0; j < demandCount(); ++j) {
        const double delivered = valueOf(deliveredColumn(j));
        const double over = valueOf(worthColumn(j)) - m_model.worthOf(demand(j), delivered);
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

/// Whether more sites are visited than the policy allows.
bool TourProgramme::choosesTooMany() const {
    int visited = 0;
    for (int site = 0; site < siteCount(); ++site) {
        double offered = 0;
        for (int need = 0; need < m_model.needCount(); ++need) {
            offered += valueOf(offerColumn(site * m_model.needCount() + need));
        }
        visited += offered > 1e-6 ? 1 : 0;
    }
    return m_kind == BoundKind::Tight && visited > m_model.scenario().policy.maxSites;
}

/// From here a site is chosen by a share from 0 to 1, which scales its limits, and the shares add up to the
/// number of sites.
void TourProgramme::limitSites() {
    m_limitsSites = true;
    for (int site = 0; site < siteCount(); ++site) {
        m_lp.setColumnBounds(choiceColumn(site), 0, 1);
        m_lp.modifyCoefficient(sitesRow(), choiceColumn(site), 1);
    }
}

double TourProgramme::addShares() {
    double excess = 0;
    for (int j = 0; m_limitsSites && j < demandCount(); ++j) {
        excess += addShare(j);
    }
    return excess;
}

/// V_j is concave and 0 at 0, so that what several sites give together is at most the sum of what each would
/// give alone, and a site chosen by the share y gives at most y V_j(x / y) when x of it reaches the demand:
/// worth_j <= sum_s y_s V_j(t_s) + V_j'(t_s) (x_s - t_s y_s) for any t_s, a tangent of that perspective.
double TourProgramme::addShare(int j) {
    double most = 0;
    std::vector<int> columns{worthColumn(j)};
    std::vector<double> values{1};
    for (const Catcher& catcher : m_catchers[static_cast<std::size_t>(j)]) {
        const double chosen = valueOf(choiceColumn(catcher.site));
        const double reaching = catcher.share * valueOf(offerColumn(catcher.offer));
        const double full = catcher.share * m_mostOffered[static_cast<std::size_t>(catcher.offer)];
        const double at = std::min(chosen > 1e-6 ? reaching / chosen : full, demand(j).unmet);
        most += chosen > 1e-6 ? chosen * m_model.worthOf(demand(j), at) : 0;
        const double slope = m_model.slopeOf(demand(j), at);
        columns.push_back(offerColumn(catcher.offer));
        values.push_back(-slope * catcher.share);
        columns.push_back(choiceColumn(catcher.site));
        values.push_back(slope * at - m_model.worthOf(demand(j), at));
    }
    const double over = valueOf(worthColumn(j)) - most;
    if (over <= 1e-6) {
        return 0;
    }
    m_lp.addRow(static_cast<int>(columns.size()), columns.data(), values.data(), -COIN_DBL_MAX, 0);
    return over;
}

} // namespace medicobus::planner
