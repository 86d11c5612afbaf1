// SPDX-License-Identifier: EUPL-1.2
#include "planner/explain/left_out.h"

#include "planner/explain/explain.h"

#include <algorithm>
#include <tuple>

namespace medicobus::planner {
namespace {

using plan::units::consultationsYear;
using plan::units::count;
using plan::units::minutes;
using plan::units::minutesYear;
using plan::units::points;

std::set<plan::SiteKey> allSites(const plan::Plan& plan, const std::vector<Asked>& asked) {
    auto sites = sitesOf(plan);
    for (const Asked& one : asked) {
        for (const Asked::Near& near : one.sites) {
            sites.insert(near.site->id);
        }
    }
    return sites;
}

/// Less than this share of the need nobody would call being served.
constexpr double hardlyServed = 0.01;

std::string missingFigures(const territory::Commune& commune) {
    std::string missing;
    const auto note = [&](bool isKnown, const char* field) {
        missing += isKnown ? "" : missing.empty() ? field : std::string(" ") + field;
    };
    note(commune.apl.has_value(), "apl");
    note(commune.population.has_value(), "population");
    note(commune.point.has_value(), "point");
    return missing;
}

} // namespace

Asked ask(const plan::Scenario& scenario, const territory::Commune& commune, const plan::Site* only) {
    Asked asked;
    asked.commune = &commune;
    asked.isOfSite = only != nullptr;
    if (!commune.point) {
        return asked;
    }
    const auto travel = scenario.travelModel();
    double best = 0;
    for (const plan::Site& site : scenario.sites) {
        const auto time = travel->time(*commune.point, site.point);
        const Asked::Near near{&site, time.count() / 60};
        const double weight = scenario.policy.reachWeight(time);
        if (!asked.nearest.site || near.minutes < asked.nearest.minutes) {
            asked.nearest = near;
        }
        if (weight <= 0 || weight < best || (only && only != &site)) {
            continue;
        }
        if (weight > best) {
            asked.sites.clear();
            best = weight;
        }
        asked.sites.push_back(near);
    }
    return asked;
}

LeftOut::LeftOut(const plan::Scenario& scenario, const plan::Plan& plan, std::vector<Asked> asked,
                 bool withTrials)
    : m_full(scenario),
      m_plan(plan),
      m_withTrials(withTrials),
      m_staging(leanScenario(scenario, allSites(plan, asked)), plan),
      m_prospects(m_staging.model(), m_staging.board()),
      m_deliveries(m_staging.model(), m_staging.board()) {
    const auto& communes = m_staging.scenario().territory.communes;
    for (std::size_t j = 0; j < m_staging.communeOfDemand().size(); ++j) {
        m_demands.emplace(communes[m_staging.communeOfDemand()[j]].insee, static_cast<int>(j));
    }
}

std::optional<int> LeftOut::demandOf(const territory::Commune& commune) const {
    const auto at = m_demands.find(commune.insee);
    return at == m_demands.end() ? std::nullopt : std::optional(at->second);
}

double LeftOut::share(double value) const {
    const double worth = m_staging.board().worth();
    return worth > 0 ? value / worth : 0;
}

const LeftOut::State& LeftOut::stateOf(const plan::Site& site) {
    const auto known = m_states.find(site.id);
    return known != m_states.end() ? known->second : m_states.emplace(site.id, examine(site)).first->second;
}

LeftOut::State LeftOut::examine(const plan::Site& site) {
    State state;
    state.obstacle = findObstacle(m_staging.scenario(), site.id);
    const Board& board = m_staging.board();
    const int index = m_staging.model().indexOf(site.id);
    if (!state.obstacle.code.empty() || index < 0) {
        return state;
    }
    const plan::Policy& policy = m_staging.scenario().policy;
    state.isAtLimit = !board.hasRoomInSomeWeek(index);
    state.prospect = m_prospects.best(index);
    if (!board.isVisited(index) && board.visitedSites() >= policy.maxSites) {
        if (!m_lifted) {
            auto lean = oneSiteMore(m_staging.scenario());
            m_lifted = std::make_unique<Lifted>(std::move(lean), m_plan);
        }
        state.lifted = m_lifted->prospects.best(index);
        const bool gains = state.prospect.isPossible && state.prospect.gain > noGain;
        state.isHeldByMaxSites = !gains && state.lifted.isPossible && state.lifted.gain > noGain;
    }
    return state;
}

Finding LeftOut::start(std::string_view code, const Asked& asked, const Asked::Near* near) const {
    Finding finding;
    finding.reason.code = code;
    finding.reason.subject.commune = asked.commune->insee;
    if (asked.isOfSite && near) {
        finding.reason.subject.site = near->site->id;
    }
    if (const auto demand = demandOf(*asked.commune)) {
        const double need = m_staging.model().demands()[static_cast<std::size_t>(*demand)].unmet;
        finding.reason.figures.push_back(figureOf("need", consultationsYear, need));
    }
    if (near) {
        finding.reason.figures.push_back(nameOf("site", plan::units::site, near->site->id.value));
        finding.reason.figures.push_back(figureOf("minutes", minutes, near->minutes));
    }
    return finding;
}

Finding LeftOut::served(const Asked& asked, int demand, int site) const {
    const plan::Site& place = m_staging.model().site(site);
    const auto travel = m_full.travelModel();
    const Asked::Near near{&place, travel->time(*asked.commune->point, place.point).count() / 60};
    Finding finding = start(plan::reasons::servedByNeighbour, asked, &near);
    const double given = m_deliveries.to(demand);
    finding.reason.figures.push_back(figureOf("consultations", consultationsYear, given));
    finding.reason.figures.push_back(
        figureOf("need_met", plan::units::share, given / finding.reason.number("need")));
    return finding;
}

Findings LeftOut::about(const Asked& asked) {
    const auto demand = demandOf(*asked.commune);
    const std::string missing = missingFigures(*asked.commune);
    if (!missing.empty()) {
        Finding finding = start(plan::reasons::unknownFigures, asked, nullptr);
        finding.reason.figures = {nameOf("missing", plan::units::field, missing)};
        return {std::move(finding)};
    }
    if (!demand) {
        return {};
    }
    Findings findings;
    if (const int site = m_deliveries.mainSite(*demand); site >= 0) {
        Finding neighbour = served(asked, *demand, site);
        const double met = neighbour.reason.number("need_met");
        if (met >= hardlyServed) {
            findings.push_back(std::move(neighbour));
        }
        if (met >= poorlyServed) {
            return findings;
        }
    }
    findings.push_back(binding(asked));
    return findings;
}

Finding LeftOut::binding(const Asked& asked) {
    if (asked.sites.empty()) {
        Finding finding = start(plan::reasons::noSite, asked, nullptr);
        if (asked.nearest.site) {
            finding.reason.figures.push_back(
                nameOf("nearest", plan::units::site, asked.nearest.site->id.value));
            finding.reason.figures.push_back(figureOf("minutes", minutes, asked.nearest.minutes));
        }
        finding.reason.figures.push_back(
            figureOf("reach", minutes, m_full.policy.reach.back().upTo.count() / 60));
        lendRoom(asked, finding);
        return finding;
    }
    // The site nearest to being chosen: the greatest gain where a session can be held, else the least lack.
    const auto rank = [&](const Asked::Near& near) {
        const State& state = stateOf(*near.site);
        if (!state.obstacle.code.empty()) {
            const bool isDay = state.obstacle.code == plan::reasons::outOfDutyDay;
            const bool isShut = state.obstacle.code == plan::reasons::opening;
            const double lack =
                isDay ? state.obstacle.excess : state.obstacle.needed - state.obstacle.longest;
            return std::tuple(isDay ? 3 : isShut ? 4 : 5, lack, near.minutes);
        }
        const Prospect& best = state.isHeldByMaxSites ? state.lifted : state.prospect;
        const int kind = state.isAtLimit ? 1 : best.isPossible ? 0 : 2;
        return std::tuple(kind, kind == 0 ? -best.gain : 0.0, near.minutes);
    };
    const Asked::Near near = *std::ranges::min_element(asked.sites, {}, rank);
    const State& state = stateOf(*near.site);
    return state.obstacle.code.empty() ? weighed(asked, near, state) : obstructed(asked, near, state);
}

Finding LeftOut::obstructed(const Asked& asked, const Asked::Near& near, const State& state) {
    const Obstacle& obstacle = state.obstacle;
    const plan::SiteKey site = near.site->id;
    Finding finding = start(obstacle.code, asked, &near);
    auto& figures = finding.reason.figures;
    if (obstacle.code == plan::reasons::opening) {
        figures.push_back(figureOf("longest", minutes, obstacle.longest));
        figures.push_back(figureOf("needed", minutes, obstacle.needed));
        openDay(*near.site, finding);
    } else if (obstacle.code == plan::reasons::forbidden) {
        liftBan(site, finding);
    } else {
        figures.push_back(nameOf("bus", plan::units::bus, obstacle.bus.value));
        figures.push_back(figureOf("round_trip", minutes, obstacle.roundTrip));
        figures.push_back(nameOf("limit", plan::units::limit, obstacle.limit));
        figures.push_back(figureOf("excess", minutes, obstacle.excess));
        longerDay(site, obstacle, finding);
    }
    if (finding.reason.remedies.empty()) {
        lendRoom(asked, finding);
    }
    return finding;
}

/// The figures of an exchange that is lawful, by its gain.
void LeftOut::tellExchange(const Prospect& prospect, Finding& finding) const {
    auto& figures = finding.reason.figures;
    const auto instead = [&] {
        const Placement& first = prospect.removed.front();
        figures.push_back(nameOf("instead_of", plan::units::series, m_staging.seriesOf(first).value));
        figures.push_back(
            nameOf("instead_of_site", plan::units::site, m_staging.model().site(first.site).id.value));
    };
    if (prospect.gain > noGain) {
        figures.push_back(figureOf("gain", points, prospect.gain));
        figures.push_back(figureOf("gain_share", plan::units::share, share(prospect.gain)));
        if (!prospect.removed.empty()) {
            instead();
        }
        return;
    }
    if (prospect.removed.empty()) {
        figures.push_back(figureOf("worth", points, prospect.grossWorth));
        figures.push_back(figureOf("driving", minutesYear, prospect.drivingMinutesYear));
        figures.push_back(
            figureOf("driving_cost", points, m_full.policy.lambda * prospect.drivingMinutesYear));
        return;
    }
    figures.push_back(figureOf("half_days", count, static_cast<double>(prospect.added.size())));
    figures.push_back(figureOf("worth", points, prospect.worth()));
    instead();
    figures.push_back(figureOf("displaced_worth", points, prospect.lost));
    figures.push_back(figureOf("difference", points, -prospect.gain));
    figures.push_back(figureOf("difference_share", plan::units::share, share(-prospect.gain)));
}

Finding LeftOut::weighed(const Asked& asked, const Asked::Near& near, const State& state) {
    const plan::Policy& policy = m_staging.scenario().policy;
    const Prospect& prospect = state.prospect;
    if (state.isHeldByMaxSites) {
        Finding finding = start(plan::reasons::maxSites, asked, &near);
        auto& figures = finding.reason.figures;
        figures.push_back(figureOf("limit", count, policy.maxSites));
        figures.push_back(figureOf("gain_without_limit", points, state.lifted.gain));
        if (prospect.isPossible) {
            figures.push_back(figureOf("best_gain", points, prospect.gain));
            addTrial("best_gain", m_staging, m_prospects.after(prospect), 1, finding);
        }
        addTrial("gain_without_limit", m_lifted->staging, m_lifted->prospects.after(state.lifted), 1,
                 finding);
        oneMoreSite(*near.site, finding);
        return finding;
    }
    if (state.isAtLimit) {
        Finding finding = start(plan::reasons::siteLimit, asked, &near);
        const double met = m_deliveries.to(*demandOf(*asked.commune)) / finding.reason.number("need");
        finding.reason.figures.push_back(figureOf("limit", count, policy.maxSessionsPerSiteWeek));
        finding.reason.figures.push_back(figureOf("need_met", plan::units::share, met));
        return finding;
    }
    std::string_view code = plan::reasons::noFreeDay;
    if (prospect.isPossible) {
        code = prospect.gain > noGain     ? plan::reasons::betterSwap
               : prospect.removed.empty() ? plan::reasons::driveCostsMore
                                          : plan::reasons::worthLess;
    }
    Finding finding = start(code, asked, &near);
    if (prospect.isPossible) {
        tellExchange(prospect, finding);
        const bool isGain = code == plan::reasons::betterSwap;
        if (code != plan::reasons::driveCostsMore) {
            addTrial(isGain ? "gain" : "difference", m_staging, m_prospects.after(prospect), isGain ? 1 : -1,
                     finding);
        }
    }
    if (code != plan::reasons::betterSwap) {
        lendRoom(asked, finding);
        oneMoreBus(*near.site, finding);
    }
    return finding;
}

} // namespace medicobus::planner
