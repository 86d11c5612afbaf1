// SPDX-License-Identifier: EUPL-1.2
#include "planner/explain/questions.h"

#include "plan/verify.h"
#include "planner/explain/chosen.h"
#include "planner/explain/left_out.h"
#include "planner/explain/whole.h"
#include "planner/planner.h"
#include "territory/need.h"

#include <algorithm>

namespace medicobus::planner {
namespace {

const territory::Commune* findCommune(const plan::Scenario& scenario, const territory::InseeCode& code) {
    const auto& communes = scenario.territory.communes;
    const auto at = std::ranges::find(communes, code, &territory::Commune::insee);
    return at == communes.end() ? nullptr : &*at;
}

/// The communes that the plan does not visit: those under the line by need, then those that nobody can tell.
std::vector<Asked> leftOut(const plan::Scenario& scenario, const plan::Plan& plan, std::size_t atMost) {
    std::set<territory::InseeCode> visited;
    for (const plan::SiteKey& site : sitesOf(plan)) {
        visited.insert(scenario.findSite(site)->insee);
    }
    std::vector<Asked> asked;
    const auto add = [&](std::size_t commune) {
        const territory::Commune& one = scenario.territory.communes[commune];
        if (asked.size() < atMost && !visited.contains(one.insee)) {
            asked.push_back(ask(scenario, one));
        }
    };
    const auto ranking = territory::rankByNeed(scenario.territory, scenario.policy.threshold);
    for (const territory::Need& need : ranking.underServed) {
        add(need.commune);
    }
    for (const std::size_t commune : ranking.unknown) {
        add(commune);
    }
    return asked;
}

void append(Findings& findings, Findings more) {
    std::ranges::move(more, std::back_inserter(findings));
}

bool servesSomebody(const plan::Scenario& scenario, const plan::Site& site) {
    const auto travel = scenario.travelModel();
    return std::ranges::any_of(scenario.territory.communes, [&](const territory::Commune& commune) {
        return commune.point && commune.apl && commune.population && *commune.population > 0
               && *commune.apl < scenario.policy.threshold
               && scenario.policy.reachWeight(travel->time(*commune.point, site.point)) > 0;
    });
}

std::vector<plan::Reason> reasonsOf(Findings findings) {
    std::vector<plan::Reason> reasons;
    for (Finding& finding : findings) {
        reasons.push_back(std::move(finding.reason));
    }
    return reasons;
}

} // namespace

Findings findAll(const plan::Scenario& scenario, const plan::Plan& plan, const Detail& detail) {
    Findings findings = explainWhole(scenario, plan, false);
    append(findings, explainChosen(scenario, plan, detail.sites, detail.communesOfSite));
    const auto asked = leftOut(scenario, plan, detail.communes);
    LeftOut leftOut(scenario, plan, asked, false);
    for (const Asked& one : asked) {
        append(findings, leftOut.about(one));
    }
    return findings;
}

Result<Findings> findOfSite(const plan::Scenario& scenario, const plan::Plan& plan, const plan::SiteKey& key,
                            bool withTrials) {
    const plan::Site* site = scenario.findSite(key);
    if (!site) {
        return fault(codes::explainUnknownSite, {{"value", key.value}});
    }
    if (sitesOf(plan).contains(key)) {
        return explainChosen(scenario, plan, key);
    }
    if (!servesSomebody(scenario, *site)) {
        Finding finding;
        finding.reason.code = plan::reasons::noNeed;
        finding.reason.subject.site = key;
        finding.reason.figures = {
            figureOf("reach", plan::units::minutes, scenario.policy.reach.back().upTo.count() / 60)};
        return Findings{std::move(finding)};
    }
    const territory::Commune* commune = findCommune(scenario, site->insee);
    if (!commune) {
        return fault(codes::explainUnknownCommune, {{"value", site->insee.value}});
    }
    const Asked asked = ask(scenario, *commune, site);
    LeftOut leftOut(scenario, plan, {asked}, withTrials);
    return Findings{leftOut.binding(asked)};
}

Result<Findings> findOfCommune(const plan::Scenario& scenario, const plan::Plan& plan,
                               const territory::InseeCode& code, bool withTrials) {
    const territory::Commune* commune = findCommune(scenario, code);
    if (!commune) {
        return fault(codes::explainUnknownCommune, {{"value", code.value}});
    }
    const Asked asked = ask(scenario, *commune);
    LeftOut leftOut(scenario, plan, {asked}, withTrials);
    return leftOut.about(asked);
}

Result<Finding> findReplanned(const plan::Scenario& scenario, const plan::Plan& plan,
                              const plan::SiteKey& site) {
    plan::Scenario closed = scenario;
    std::erase_if(closed.locked, [&](const plan::Series& series) { return series.site == site; });
    plan::Forbidden ban;
    ban.site = site;
    closed.forbidden.push_back(std::move(ban));
    Options options;
    options.seed = plan.seed;
    options.iterations = plan.iterations;
    const auto made = makePlan(closed, options);
    if (!made) {
        return Fault(made.error());
    }
    const plan::Verification now = plan::verify(scenario, plan);
    const plan::Verification then = plan::verify(closed, *made);
    const double lost = now.score.worth - then.score.worth;
    Finding finding;
    finding.reason.code = plan::reasons::siteReplanned;
    finding.reason.subject.site = site;
    finding.reason.figures = {
        figureOf("worth_lost", plan::units::points, lost),
        figureOf("worth_share", plan::units::share, now.score.worth > 0 ? lost / now.score.worth : 0),
        figureOf("consultations_lost", plan::units::consultationsYear,
                 now.indicators.deliveredYear - then.indicators.deliveredYear),
        figureOf("driving_saved", plan::units::minutesYear,
                 now.score.drivingMinutesYear - then.score.drivingMinutesYear),
        figureOf("seed", plan::units::count, static_cast<double>(plan.seed)),
        figureOf("iterations", plan::units::count, static_cast<double>(plan.iterations))};
    finding.trials.push_back({"worth_lost", Trial::Measure::Worth, -1, std::move(closed), plan, *made, true});
    return finding;
}

Result<std::vector<plan::Reason>> explain(const plan::Scenario& scenario, const plan::Plan& plan,
                                          const Detail& detail) {
    if (const auto fits = checkFits(scenario, plan); !fits) {
        return Fault(fits.error());
    }
    return reasonsOf(findAll(scenario, plan, detail));
}

Result<std::vector<plan::Reason>> explainSite(const plan::Scenario& scenario, const plan::Plan& plan,
                                              const plan::SiteKey& site, bool replanned) {
    if (const auto fits = checkFits(scenario, plan); !fits) {
        return Fault(fits.error());
    }
    auto findings = findOfSite(scenario, plan, site, false);
    if (!findings) {
        return Fault(findings.error());
    }
    if (replanned && sitesOf(plan).contains(site)) {
        auto again = findReplanned(scenario, plan, site);
        if (!again) {
            return Fault(again.error());
        }
        findings->insert(findings->begin() + 1, std::move(*again));
    }
    return reasonsOf(std::move(*findings));
}

Result<std::vector<plan::Reason>> explainCommune(const plan::Scenario& scenario, const plan::Plan& plan,
                                                 const territory::InseeCode& commune) {
    if (const auto fits = checkFits(scenario, plan); !fits) {
        return Fault(fits.error());
    }
    return findOfCommune(scenario, plan, commune, false).map(reasonsOf);
}

} // namespace medicobus::planner
