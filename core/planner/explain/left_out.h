// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/explain/deliveries.h"
#include "planner/explain/finding.h"
#include "planner/explain/obstacle.h"
#include "planner/explain/prospect.h"
#include "planner/explain/recheck/staging.h"

#include <map>
#include <optional>

namespace medicobus::planner {

/// A commune that is asked about, with the candidate sites that its people would reach best.
struct Asked {
    const territory::Commune* commune = nullptr;
    struct Near {
        const plan::Site* site = nullptr;
        double minutes = 0;
    };
    std::vector<Near> sites; ///< Of the greatest reach weight that any candidate has.
    Near nearest;            ///< Of all candidates.
    bool isOfSite = false;   ///< The question is about the one site.
};

/// The commune with the best of all candidates, or with one site alone.
Asked ask(const plan::Scenario& scenario, const territory::Commune& commune,
          const plan::Site* only = nullptr);

/// The scenario with one site more allowed.
plan::Scenario oneSiteMore(plan::Scenario scenario);

/// Tells why communes get no session, or no more (`planning.md` section 6): the reason is that of the site,
/// among those that their people would reach best, which comes nearest to being chosen.
class LeftOut {
public:
    LeftOut(const plan::Scenario& scenario, const plan::Plan& plan, std::vector<Asked> asked,
            bool withTrials);

    /// The site that serves a commune best, if any, and the binding reason unless that is enough.
    Findings about(const Asked& asked);
    /// The binding reason alone.
    Finding binding(const Asked& asked);

private:
    /// What was found of one site.
    struct State {
        Obstacle obstacle;
        Prospect prospect;
        Prospect lifted; ///< With one more site allowed, where that limit is reached.
        bool isAtLimit = false;
        bool isHeldByMaxSites = false;
    };
    struct Lifted {
        Lifted(plan::Scenario scenario, const plan::Plan& plan)
            : staging(std::move(scenario), plan), prospects(staging.model(), staging.board()) {}

        Staging staging;
        Prospects prospects;
    };
    /// Gains below this are the rounding of sums.
    static constexpr double noGain = 1e-6;

    const State& stateOf(const plan::Site& site);
    State examine(const plan::Site& site);
    Finding served(const Asked& asked, int demand, int site) const;
    Finding start(std::string_view code, const Asked& asked, const Asked::Near* near) const;
    Finding obstructed(const Asked& asked, const Asked::Near& near, const State& state);
    Finding weighed(const Asked& asked, const Asked::Near& near, const State& state);
    void tellExchange(const Prospect& prospect, Finding& finding) const;
    std::optional<int> demandOf(const territory::Commune& commune) const;
    double share(double points) const;

    void lendRoom(const Asked& asked, Finding& finding) const;
    void openDay(const plan::Site& site, Finding& finding) const;
    void liftBan(const plan::SiteKey& site, Finding& finding) const;
    void longerDay(const plan::SiteKey& site, const Obstacle& obstacle, Finding& finding) const;
    void oneMoreSite(const plan::Site& site, Finding& finding) const;
    void oneMoreBus(const plan::Site& site, Finding& finding) const;
    std::optional<double> addRemedy(plan::Remedy remedy, plan::Scenario changed, const plan::SiteKey& site,
                                    Finding& finding) const;
    plan::Scenario onlyWith(const plan::SiteKey& site) const;
    void addTrial(std::string figure, const Staging& staging, const Board& after, double sign,
                  Finding& finding) const;

    const plan::Scenario& m_full;
    const plan::Plan& m_plan;
    bool m_withTrials;
    Staging m_staging;
    Prospects m_prospects;
    Deliveries m_deliveries;
    std::unique_ptr<Lifted> m_lifted;
    std::map<plan::SiteKey, State> m_states;
    std::map<territory::InseeCode, int> m_demands;
};

} // namespace medicobus::planner
