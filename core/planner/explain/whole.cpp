// SPDX-License-Identifier: EUPL-1.2
#include "planner/explain/whole.h"

#include "planner/assemble.h"
#include "planner/explain/left_out.h"
#include "planner/explain/recheck/staging.h"

#include <algorithm>
#include <bit>

namespace medicobus::planner {
namespace {

using plan::units::count;
using plan::units::points;

/// How many sites are tried for one more half-day.
constexpr std::size_t promisingSites = 24;
constexpr double noGain = 1e-6;

/// What one session a cycle more would add at a site that need not be in the model, the drive not counted.
class SiteGains {
public:
    SiteGains(const plan::Scenario& scenario, const Staging& staging)
        : m_scenario(scenario),
          m_staging(staging),
          m_deliveries(staging.model(), staging.board()),
          m_travel(scenario.travelModel()) {}

    double at(const plan::Site& site) const {
        const auto& demands = m_staging.model().demands();
        const auto& communes = m_staging.scenario().territory.communes;
        std::vector<double> weights;
        double pull = 0;
        for (std::size_t j = 0; j < m_staging.communeOfDemand().size(); ++j) {
            const auto time = m_travel->time(*communes[m_staging.communeOfDemand()[j]].point, site.point);
            weights.push_back(m_scenario.policy.reachWeight(time));
            pull += weights.back() * demands[j].unmet;
        }
        double gain = 0;
        for (std::size_t j = 0; j < weights.size() && pull > 0; ++j) {
            if (weights[j] > 0) {
                const double more = m_staging.model().offerPerCycleSession(0) * weights[j] * weights[j]
                                    * demands[j].unmet / pull;
                const double now = m_deliveries.to(static_cast<int>(j));
                gain += m_staging.model().worthOf(demands[j], now + more)
                        - m_staging.model().worthOf(demands[j], now);
            }
        }
        return gain;
    }

private:
    const plan::Scenario& m_scenario;
    const Staging& m_staging;
    Deliveries m_deliveries;
    std::unique_ptr<travel::TravelModel> m_travel;
};

/// The chosen sites and those that promise most for one half-day, half of the round trip paid.
std::set<plan::SiteKey> promising(const plan::Scenario& scenario, const plan::Plan& plan,
                                  const Staging& staging) {
    const SiteGains gains(scenario, staging);
    const auto travel = scenario.travelModel();
    const double lambda = scenario.policy.lambda * scenario.policy.weeksPerYear / scenario.cycleWeeks;
    auto sites = sitesOf(plan);
    std::vector<std::pair<double, plan::SiteKey>> ranked;
    for (const plan::Site& site : scenario.sites) {
        double trip = std::numeric_limits<double>::infinity();
        for (const plan::Bus& bus : scenario.buses) {
            trip = std::min(trip, travel->time(bus.depot, site.point).count() / 60);
        }
        if (!sites.contains(site.id)) {
            ranked.emplace_back(lambda * trip - gains.at(site), site.id);
        }
    }
    std::ranges::sort(ranked);
    for (std::size_t i = 0; i < std::min(ranked.size(), promisingSites); ++i) {
        sites.insert(ranked[i].second);
    }
    return sites;
}

double shareOf(const Board& board, double value) {
    return board.worth() > 0 ? value / board.worth() : 0;
}

Finding boundShare(const plan::Plan& plan, const Board& board) {
    Finding finding;
    finding.reason.code = plan::reasons::planBound;
    finding.reason.figures = {figureOf("total", points, board.total()),
                              figureOf("bound", points, plan.score.bound),
                              figureOf("share", plan::units::share, board.total() / plan.score.bound)};
    return finding;
}

Finding busDays(const plan::Scenario& scenario, const plan::Plan& plan) {
    double available = 0;
    for (const plan::Bus& bus : scenario.buses) {
        available += static_cast<double>(bus.weekdays.size()) * scenario.cycleWeeks;
    }
    Finding finding;
    finding.reason.code = plan::reasons::planBusDays;
    finding.reason.figures = {figureOf("used", count, static_cast<double>(plan.tours.size())),
                              figureOf("available", count, available)};
    return finding;
}

/// What one free bus-day takes at best, one or two sessions at a time.
class ExtraDay {
public:
    ExtraDay(const Model& model, const Board& board, int bus, int weekday)
        : m_model(model), m_board(board), m_start(board.total()), m_bus(bus), m_weekday(weekday) {
        while (placeBest()) {
        }
    }

    const Board& board() const { return m_board; }
    double gain() const { return m_board.total() - m_start; }
    const std::vector<int>& sites() const { return m_sites; }

private:
    struct Step {
        std::vector<Placement> added;
        double gain = noGain;
    };

    double paid(const std::optional<double>& driving) const {
        return m_model.scenario().policy.lambda * *driving;
    }

    void tryPairs(const Placement& first, double worth, Step& best) const {
        for (int session = first.session + 1; session < m_model.sessionCount(); ++session) {
            for (int site = 0; site < m_model.siteCount(); ++site) {
                const Placement second{site, m_bus, m_weekday, session, first.weeks, false};
                const double more = m_board.worthOfSessions(site, session, std::popcount(first.weeks));
                if (worth + more <= best.gain || !isAdmitted(first, second)) {
                    continue;
                }
                const auto driving = m_board.drivingGain(first, second);
                if (!driving) {
                    continue;
                }
                Board after = m_board;
                after.place(first);
                after.place(second);
                const double gain = after.total() - m_board.total();
                if (gain > best.gain) {
                    best = {{first, second}, gain};
                }
            }
        }
    }

    bool isAdmitted(const Placement& first, const Placement& second) const {
        const plan::Policy& policy = m_model.scenario().policy;
        if (!m_board.admits(second.site, second.weeks)) {
            return false;
        }
        if (first.site == second.site) {
            return m_board.roomAt(first.site, first.weeks) >= 2;
        }
        const int added = (m_board.isVisited(first.site) ? 0 : 1) + (m_board.isVisited(second.site) ? 0 : 1);
        return m_board.visitedSites() + added <= policy.maxSites;
    }

    bool placeBest() {
        Step best;
        for (const WeekMask weeks : m_model.patterns()) {
            for (int session = 0; session < m_model.sessionCount(); ++session) {
                for (int site = 0; site < m_model.siteCount(); ++site) {
                    const Placement first{site, m_bus, m_weekday, session, weeks, false};
                    if (!m_board.admits(site, weeks)
                        || !m_board.day(m_bus, m_weekday).isFree(session, weeks)) {
                        continue;
                    }
                    const double worth = m_board.worthOfSessions(site, session, std::popcount(weeks));
                    const auto driving = m_board.drivingGain(first);
                    if (driving && worth - paid(driving) > best.gain) {
                        best = {{first}, worth - paid(driving)};
                    }
                    tryPairs(first, worth, best);
                }
            }
        }
        for (const Placement& placement : best.added) {
            m_board.place(placement);
            if (std::ranges::find(m_sites, placement.site) == m_sites.end()) {
                m_sites.push_back(placement.site);
            }
        }
        return !best.added.empty();
    }

    const Model& m_model;
    Board m_board;
    double m_start;
    int m_bus;
    int m_weekday;
    std::vector<int> m_sites;
};

/// One more day of a bus like each in turn, on each weekday that is unlike the others; the best is told.
std::optional<Finding> oneMoreDay(const plan::Scenario& scenario, const plan::Plan& plan, bool withTrials) {
    std::optional<Finding> best;
    for (const plan::Bus& like : scenario.buses) {
        if (like.weekdays.empty()) {
            continue;
        }
        plan::Scenario more = scenario;
        plan::Bus bus = like;
        bus.id.value += "+";
        bus.weekdays = {like.weekdays.front()};
        more.buses.push_back(std::move(bus));
        const Staging staging(std::move(more), plan);
        const int index = staging.model().busCount() - 1;
        const ExtraDay day(staging.model(), staging.board(), index, static_cast<int>(like.weekdays.front()));
        if (day.sites().empty() || (best && day.gain() <= best->reason.number("gain"))) {
            continue;
        }
        best.emplace();
        const auto site = [&](std::size_t i) { return staging.model().site(day.sites()[i]).id.value; };
        auto& figures = best->reason.figures;
        best->reason.code = plan::reasons::planOneMoreDay;
        figures = {nameOf("bus", plan::units::bus, like.id.value),
                   nameOf("weekday", plan::units::weekday, std::string(weekdayCode(like.weekdays.front()))),
                   nameOf("site", plan::units::site, site(0))};
        if (day.sites().size() > 1) {
            figures.push_back(nameOf("second_site", plan::units::site, site(1)));
        }
        figures.push_back(figureOf("gain", points, day.gain()));
        figures.push_back(figureOf("gain_share", plan::units::share, shareOf(staging.board(), day.gain())));
        if (withTrials) {
            best->trials.push_back({"gain", Trial::Measure::Total, 1, staging.scenario(), plan,
                                    assemble(staging.model(), day.board()), true});
        }
    }
    return best;
}

/// Told where the number of sites is what holds the plan back.
std::optional<Finding> oneMoreSite(const plan::Scenario& scenario, const plan::Plan& plan, bool withTrials) {
    const int chosen = static_cast<int>(sitesOf(plan).size());
    if (chosen < scenario.policy.maxSites) {
        return std::nullopt;
    }
    const Staging staging(oneSiteMore(scenario), plan);
    const Prospects prospects(staging.model(), staging.board());
    Prospect best;
    for (int site = 0; site < staging.model().siteCount(); ++site) {
        const Prospect trial = prospects.best(site);
        if (!staging.board().isVisited(site) && trial.isPossible && trial.gain > noGain
            && (!best.isPossible || trial.gain > best.gain)) {
            best = trial;
        }
    }
    if (!best.isPossible) {
        return std::nullopt;
    }
    Finding finding;
    finding.reason.code = plan::reasons::planOneMoreSite;
    finding.reason.figures = {
        figureOf("limit", count, scenario.policy.maxSites),
        nameOf("site", plan::units::site, staging.model().site(best.added.front().site).id.value),
        figureOf("gain", points, best.gain),
        figureOf("gain_share", plan::units::share, shareOf(staging.board(), best.gain))};
    if (withTrials) {
        finding.trials.push_back({"gain", Trial::Measure::Total, 1, staging.scenario(), plan,
                                  assemble(staging.model(), prospects.after(best)), true});
    }
    return finding;
}

} // namespace

Findings explainWhole(const plan::Scenario& scenario, const plan::Plan& plan, bool withTrials) {
    const Staging staging(leanScenario(scenario, sitesOf(plan)), plan);
    const plan::Scenario lean = leanScenario(scenario, promising(scenario, plan, staging));
    Findings findings;
    if (plan.score.bound > 0) {
        findings.push_back(boundShare(plan, staging.board()));
    }
    findings.push_back(busDays(scenario, plan));
    if (auto more = oneMoreDay(lean, plan, withTrials)) {
        findings.push_back(std::move(*more));
    }
    if (auto more = oneMoreSite(lean, plan, withTrials)) {
        findings.push_back(std::move(*more));
    }
    return findings;
}

} // namespace medicobus::planner
