// SPDX-License-Identifier: EUPL-1.2
#include "planner/explain/recheck/staging.h"

#include "plan/verify.h"

#include <algorithm>

namespace medicobus::planner {
namespace {

template <typename Items, typename Id>
int placeOf(const Items& items, const Id& id) {
    const auto at = std::ranges::find_if(items, [&](const auto& item) { return item.id == id; });
    return at == items.end() ? -1 : static_cast<int>(at - items.begin());
}

bool needsCare(const territory::Commune& commune, double threshold) {
    return commune.population && *commune.population > 0 && commune.point && commune.apl
           && *commune.apl < threshold;
}

bool isSame(const plan::Series& series, const plan::Series& other) {
    return series.site == other.site && series.bus == other.bus && series.weekday == other.weekday
           && series.session == other.session && series.weeks == other.weeks;
}

bool isLocked(const plan::Scenario& scenario, const plan::SiteKey& site) {
    return std::ranges::any_of(scenario.locked,
                               [&](const plan::Series& series) { return series.site == site; });
}

} // namespace

plan::Scenario leanScenario(const plan::Scenario& scenario, const std::set<plan::SiteKey>& sites) {
    plan::Scenario lean = scenario;
    std::erase_if(lean.sites, [&](const plan::Site& site) {
        return !sites.contains(site.id) && !isLocked(scenario, site.id);
    });
    if (scenario.policy.services.empty()) { // A need of its own is that of communes above the line too.
        std::erase_if(lean.territory.communes, [&](const territory::Commune& commune) {
            return !needsCare(commune, scenario.policy.threshold);
        });
    }
    return lean;
}

std::set<plan::SiteKey> sitesOf(const plan::Plan& plan) {
    std::set<plan::SiteKey> sites;
    for (const plan::Series& series : plan.series) {
        sites.insert(series.site);
    }
    return sites;
}

Result<void> checkFits(const plan::Scenario& scenario, const plan::Plan& plan) {
    for (const plan::Series& series : plan.series) {
        if (!scenario.findSite(series.site)) {
            return fault(plan::codes::planUnknownSite, {{"value", series.site.value}});
        }
        if (!scenario.findBus(series.bus)) {
            return fault(plan::codes::planUnknownBus, {{"value", series.bus.value}});
        }
        if (!scenario.findSession(series.session)) {
            return fault(plan::codes::planUnknownSession, {{"value", series.session.value}});
        }
    }
    return {};
}

std::optional<Placement> placed(const Model& model, const plan::Series& series) {
    Placement placement;
    placement.site = model.indexOf(series.site);
    placement.bus = placeOf(model.scenario().buses, series.bus);
    placement.session = model.sessionOf(series.session, series.end - series.start - series.pause());
    if (placement.session < 0) {
        placement.session = model.sessionOf(series.session); // Longer than the lengths that are weighed.
    }
    placement.weekday = static_cast<int>(series.weekday);
    placement.weeks = maskOf(series.weeks);
    const auto& locked = model.scenario().locked;
    placement.isLocked =
        std::ranges::any_of(locked, [&](const plan::Series& other) { return isSame(series, other); });
    if (placement.site < 0 || placement.bus < 0 || placement.session < 0) {
        return std::nullopt;
    }
    return placement;
}

Staging::Staging(plan::Scenario scenario, const plan::Plan& plan)
    : m_scenario(std::move(scenario)), m_plan(plan), m_model(std::make_unique<Model>(m_scenario)) {
    if (lockUnplaced()) {
        m_model = std::make_unique<Model>(m_scenario);
    }
    m_board = std::make_unique<Board>(*m_model);
    for (const plan::Series& series : plan.series) {
        if (const auto placement = placed(*m_model, series)) {
            m_board->place(*placement);
        }
    }
    const auto& communes = m_scenario.territory.communes;
    for (std::size_t i = 0; i < communes.size(); ++i) {
        if (needsCare(communes[i], m_scenario.policy.threshold)) {
            m_communeOfDemand.push_back(i);
        }
    }
}

/// A site that serves nobody is left out of a model, unless a series is locked there.
bool Staging::lockUnplaced() {
    const std::size_t before = m_scenario.locked.size();
    for (plan::Series series : m_plan.series) {
        if (!placed(*m_model, series)) {
            series.id = {};
            series.start = series.end = TimeOfDay(0);
            m_scenario.locked.push_back(std::move(series));
        }
    }
    return m_scenario.locked.size() > before;
}

plan::SeriesKey Staging::seriesOf(const Placement& placement) const {
    for (const plan::Series& series : m_plan.series) {
        if (placed(*m_model, series) == placement) {
            return series.id;
        }
    }
    return {};
}

} // namespace medicobus::planner
