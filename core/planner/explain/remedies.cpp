// SPDX-License-Identifier: EUPL-1.2
// What would change it: each single change is tried on the plan, and told only if a session is then lawful
// and gains.
#include "planner/assemble.h"
#include "planner/explain/left_out.h"

#include <algorithm>

namespace medicobus::planner {

plan::Scenario oneSiteMore(plan::Scenario scenario) {
    ++scenario.policy.maxSites;
    return scenario;
}

plan::Scenario LeftOut::onlyWith(const plan::SiteKey& site) const {
    auto sites = sitesOf(m_plan);
    sites.insert(site);
    return leanScenario(m_staging.scenario(), sites);
}

void LeftOut::addTrial(std::string figure, const Staging& staging, const Board& after, double sign,
                       Finding& finding) const {
    if (m_withTrials) {
        finding.trials.push_back({std::move(figure), Trial::Measure::Total, sign, staging.scenario(), m_plan,
                                  assemble(staging.model(), after), true});
    }
}

/// Kept only if a session at the site is lawful then and gains.
std::optional<double> LeftOut::addRemedy(plan::Remedy remedy, plan::Scenario changed,
                                         const plan::SiteKey& site, Finding& finding) const {
    const Staging staging(std::move(changed), m_plan);
    const int index = staging.model().indexOf(site);
    if (index < 0) {
        return std::nullopt;
    }
    const Prospects prospects(staging.model(), staging.board());
    const Prospect best = prospects.best(index);
    if (!best.isPossible || best.gain <= LeftOut::noGain) {
        return std::nullopt;
    }
    remedy.figures.push_back(figureOf("gain", plan::units::points, best.gain));
    remedy.figures.push_back(figureOf("gain_share", plan::units::share, share(best.gain)));
    addTrial(remedy.code + ".gain", staging, prospects.after(best), 1, finding);
    finding.reason.remedies.push_back(std::move(remedy));
    return best.gain;
}

/// A room in the commune itself, where it has none to offer.
void LeftOut::lendRoom(const Asked& asked, Finding& finding) const {
    const territory::Commune& commune = *asked.commune;
    const bool hasOne = std::ranges::any_of(
        m_full.sites, [&](const plan::Site& site) { return site.insee == commune.insee; });
    if (hasOne || !commune.point) {
        return;
    }
    territory::Territory alone;
    alone.communes = {commune};
    plan::Site room = plan::candidateSites(alone, 0).front();
    plan::Scenario lent = onlyWith({});
    lent.sites.push_back(room);
    addRemedy({std::string(plan::remedies::lendRoom),
               {nameOf("commune", plan::units::commune, commune.insee.value)}},
              std::move(lent), room.id, finding);
}

/// The room open all day on one more day: the best of those on which a bus runs.
void LeftOut::openDay(const plan::Site& site, Finding& finding) const {
    Finding best;
    double bestGain = 0;
    for (int day = 0; day < daysOfWeek; ++day) {
        const auto weekday = static_cast<Weekday>(day);
        plan::Scenario opened = onlyWith(site.id);
        std::ranges::find(opened.sites, site.id, &plan::Site::id)->opening.push_back({{weekday}});
        Finding trial;
        const auto gain =
            addRemedy({std::string(plan::remedies::openDay),
                       {nameOf("site", plan::units::site, site.id.value),
                        nameOf("weekday", plan::units::weekday, std::string(weekdayCode(weekday)))}},
                      std::move(opened), site.id, trial);
        if (gain && *gain > bestGain) {
            bestGain = *gain;
            best = std::move(trial);
        }
    }
    if (bestGain > 0) {
        finding.reason.remedies.push_back(best.reason.remedies.front());
        finding.trials.insert(finding.trials.end(), best.trials.begin(), best.trials.end());
    }
}

void LeftOut::liftBan(const plan::SiteKey& site, Finding& finding) const {
    plan::Scenario allowed = onlyWith(site);
    std::erase_if(allowed.forbidden, [&](const plan::Forbidden& ban) { return ban.site == site; });
    addRemedy({std::string(plan::remedies::liftBan), {nameOf("site", plan::units::site, site.value)}},
              std::move(allowed), site, finding);
}

void LeftOut::longerDay(const plan::SiteKey& site, const Obstacle& obstacle, Finding& finding) const {
    if (obstacle.limit == "work") {
        return; // No longer day helps.
    }
    addRemedy({std::string(plan::remedies::longerDay),
               {nameOf("bus", plan::units::bus, obstacle.bus.value),
                nameOf("limit", plan::units::limit, obstacle.limit),
                figureOf("minutes", plan::units::minutes, obstacle.excess)}},
              relaxed(onlyWith(site), obstacle.bus, obstacle.limit, obstacle.excess), site, finding);
}

void LeftOut::oneMoreSite(const plan::Site& site, Finding& finding) const {
    const double limit = m_staging.scenario().policy.maxSites + 1;
    addRemedy({std::string(plan::remedies::oneMoreSite), {figureOf("limit", plan::units::count, limit)}},
              oneSiteMore(onlyWith(site.id)), site.id, finding);
}

/// One more bus like the one whose depot is nearest.
void LeftOut::oneMoreBus(const plan::Site& site, Finding& finding) const {
    const auto travel = m_full.travelModel();
    plan::Scenario more = onlyWith(site.id);
    const auto nearest = std::ranges::min_element(more.buses, {}, [&](const plan::Bus& bus) {
        return (travel->time(bus.depot, site.point) + travel->time(site.point, bus.depot)).count();
    });
    plan::Bus bus = *nearest;
    const std::string like = bus.id.value;
    bus.id.value += "+";
    more.buses.push_back(std::move(bus));
    addRemedy({std::string(plan::remedies::oneMoreBus), {nameOf("bus", plan::units::bus, like)}},
              std::move(more), site.id, finding);
}

} // namespace medicobus::planner
