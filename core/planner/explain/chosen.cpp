// SPDX-License-Identifier: EUPL-1.2
#include "planner/explain/chosen.h"

#include "planner/explain/deliveries.h"
#include "planner/explain/recheck/staging.h"

#include <algorithm>
#include <limits>

namespace medicobus::planner {
namespace {

using plan::units::consultationsYear;
using plan::units::count;
using plan::units::points;

Board boardWithout(const Board& board, int site) {
    Board left = board;
    for (std::size_t i = left.placements().size(); i-- > 0;) {
        if (left.placements()[i].site == site) {
            left.remove(i);
        }
    }
    return left;
}

double halfDaysYear(const plan::Scenario& scenario, const plan::Plan& plan, const plan::SiteKey& site) {
    double sessions = 0;
    for (const plan::Series& series : plan.series) {
        sessions += series.site == site ? static_cast<double>(series.weeks.size()) : 0;
    }
    return sessions * scenario.policy.weeksPerYear / scenario.cycleWeeks;
}

/// Tells the chosen sites of one plan.
class Chosen {
public:
    Chosen(const plan::Scenario& scenario, const plan::Plan& plan)
        : m_scenario(scenario),
          m_plan(plan),
          m_staging(leanScenario(scenario, sitesOf(plan)), plan),
          m_now(m_staging.model(), m_staging.board()),
          m_travel(scenario.travelModel()) {}

    Finding value(const plan::SiteKey& key) const {
        const int site = m_staging.model().indexOf(key);
        const Board left = boardWithout(m_staging.board(), site);
        const double worth = m_staging.board().worth();
        const double lost = worth - left.worth();
        const double consultations = m_now.total() - Deliveries(m_staging.model(), left).total();
        const double driving = m_staging.board().drivingMinutesYear() - left.drivingMinutesYear();
        Finding finding;
        finding.reason.code = plan::reasons::siteValue;
        finding.reason.subject.site = key;
        finding.reason.figures = {
            figureOf("worth_lost", points, lost),
            figureOf("worth_share", plan::units::share, worth > 0 ? lost / worth : 0),
            figureOf("consultations_lost", consultationsYear, consultations),
            figureOf("driving_saved", plan::units::minutesYear, driving),
            figureOf("half_days_year", count, halfDaysYear(m_scenario, m_plan, key)),
            figureOf("communes", count, static_cast<double>(m_now.servedBy(site).size()))};
        addTrials(key, finding);
        return finding;
    }

    Findings served(const plan::SiteKey& key, std::size_t atMost) const {
        const int site = m_staging.model().indexOf(key);
        Findings findings;
        for (const int demand : m_now.servedBy(site)) {
            if (findings.size() == atMost) {
                break;
            }
            findings.push_back({serves(site, demand), {}});
        }
        return findings;
    }

private:
    plan::Reason serves(int site, int demand) const {
        const auto at = static_cast<std::size_t>(demand);
        const auto& communes = m_staging.scenario().territory.communes;
        const territory::Commune& commune = communes[m_staging.communeOfDemand()[at]];
        const plan::Site& place = m_staging.model().site(site);
        const double given = m_now.from(site, demand);
        const double need = m_staging.model().demands()[at].unmet;
        plan::Reason reason;
        reason.code = plan::reasons::siteServes;
        reason.subject.site = place.id;
        reason.subject.commune = commune.insee;
        reason.figures = {figureOf("minutes", plan::units::minutes,
                                   m_travel->time(*commune.point, place.point).count() / 60),
                          figureOf("consultations", consultationsYear, given),
                          figureOf("need_met", plan::units::share, given / need),
                          figureOf("need", consultationsYear, need)};
        return reason;
    }

    void addTrials(const plan::SiteKey& key, Finding& finding) const {
        const auto add = [&](const char* figure, Trial::Measure measure) {
            Trial trial{figure, measure, -1, m_staging.scenario(), m_plan, without(m_plan, key), false};
            finding.trials.push_back(std::move(trial));
        };
        add("worth_lost", Trial::Measure::Worth);
        add("consultations_lost", Trial::Measure::Delivered);
        add("driving_saved", Trial::Measure::Driving);
    }

    const plan::Scenario& m_scenario;
    const plan::Plan& m_plan;
    Staging m_staging;
    Deliveries m_now;
    std::unique_ptr<travel::TravelModel> m_travel;
};

} // namespace

plan::Plan without(plan::Plan plan, const plan::SiteKey& site) {
    for (plan::Tour& tour : plan.tours) {
        std::erase_if(tour.stops, [&](const plan::Stop& stop) {
            const plan::Series* series = plan.findSeries(stop.series);
            return series && series->site == site;
        });
    }
    std::erase_if(plan.tours, [](const plan::Tour& tour) { return tour.stops.empty(); });
    std::erase_if(plan.series, [&](const plan::Series& series) { return series.site == site; });
    return plan;
}

Findings explainChosen(const plan::Scenario& scenario, const plan::Plan& plan, std::size_t sites,
                       std::size_t communesOfSite) {
    const Chosen chosen(scenario, plan);
    Findings values;
    for (const plan::SiteKey& site : sitesOf(plan)) {
        values.push_back(chosen.value(site));
    }
    std::ranges::stable_sort(values, [](const Finding& a, const Finding& b) {
        return a.reason.number("worth_lost") > b.reason.number("worth_lost");
    });
    values.resize(std::min(values.size(), sites));
    Findings all;
    for (Finding& value : values) {
        const plan::SiteKey site = value.reason.subject.site;
        all.push_back(std::move(value));
        for (Finding& served : chosen.served(site, communesOfSite)) {
            all.push_back(std::move(served));
        }
    }
    return all;
}

Findings explainChosen(const plan::Scenario& scenario, const plan::Plan& plan, const plan::SiteKey& site) {
    const Chosen chosen(scenario, plan);
    Findings findings{chosen.value(site)};
    for (Finding& served : chosen.served(site, std::numeric_limits<std::size_t>::max())) {
        findings.push_back(std::move(served));
    }
    return findings;
}

} // namespace medicobus::planner
