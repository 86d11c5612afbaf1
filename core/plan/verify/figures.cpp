// SPDX-License-Identifier: EUPL-1.2
#include "plan/verify/checks.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace medicobus::plan {
namespace {

constexpr travel::Seconds tenMinutes{600};
constexpr travel::Seconds fifteenMinutes{900};
/// A commune has left the line when no more than this much depth remains.
constexpr double noDepth = 1e-9;

/// A commune whose need can be told (`planning.md` section 1): population, point and APL are known.
struct Place {
    GeoPoint point;
    double population = 0;
    double depth = 0;         ///< D_j
    double deliveredYear = 0; ///< Consultations, before the cap at the unmet need.

    double unmet() const { return population * depth; } ///< d_j
};

std::vector<Place> placesOf(const Scenario& scenario) {
    std::vector<Place> places;
    for (const territory::Commune& commune : scenario.territory.communes) {
        if (commune.point && commune.population && commune.apl) {
            const double depth = std::max(0.0, scenario.policy.threshold - *commune.apl);
            places.push_back({*commune.point, *commune.population, depth});
        }
    }
    return places;
}

/// Q_i: slots a year at each visited site. Series of sites or sessions that do not exist offer nothing.
std::map<const Site*, double> offers(const Judgement& judgement) {
    const Policy& policy = judgement.scenario.policy;
    std::map<const Site*, double> slots;
    for (const Series& series : judgement.plan.series) {
        const Site* site = judgement.scenario.findSite(series.site);
        const SessionKind* kind = judgement.scenario.findSession(series.session);
        if (site && kind) {
            const auto perSession = static_cast<double>(kind->length / policy.slot) * policy.showRate;
            const double sessionsYear = static_cast<double>(series.weeks.size()) * policy.weeksPerYear
                                        / judgement.scenario.cycleWeeks;
            slots[site] += perSession * sessionsYear;
        }
    }
    return slots;
}

/// w_ij: thresholds belong to the nearer class.
double weightAt(const Policy& policy, travel::Seconds time) {
    for (const Policy::ReachStep& step : policy.reach) {
        if (time.count() <= step.upTo.count()) {
            return step.weight;
        }
    }
    return 0;
}

/// Adds what one site delivers: s_ij = w_ij d_j / sum_k w_ik d_k, of which w_ij reaches its aim.
void deliver(const Judgement& judgement, const Site& site, double slots, std::vector<Place>& places) {
    std::vector<double> weights;
    double pull = 0;
    for (const Place& place : places) {
        weights.push_back(
            weightAt(judgement.scenario.policy, judgement.travel.time(place.point, site.point)));
        pull += weights.back() * place.unmet();
    }
    for (std::size_t j = 0; j < places.size() && pull > 0; ++j) {
        places[j].deliveredYear += slots * (weights[j] * places[j].unmet() / pull) * weights[j];
    }
}

void addNeed(const Policy& policy, const Place& place, Verification& found) {
    if (place.depth <= 0 || place.population <= 0) {
        return;
    }
    const double delivered = std::min(place.unmet(), place.deliveredYear);
    const double remaining = std::max(0.0, place.depth - delivered / place.population);
    const double before = place.population * std::pow(place.depth / policy.threshold, policy.alpha);
    const double after = place.population * std::pow(remaining / policy.threshold, policy.alpha);
    found.score.worth += before - after;
    found.indicators.deliveredYear += delivered;
    found.indicators.severity.before += before;
    found.indicators.severity.after += after;
    found.indicators.communesUnderLine.before += 1;
    found.indicators.communesUnderLine.after += remaining > noDepth ? 1 : 0;
}

/// Inhabitants near a visited site, whether their APL is known or not.
void addInhabitants(const Judgement& judgement, const std::map<const Site*, double>& visited) {
    Indicators& indicators = judgement.found.indicators;
    for (const territory::Commune& commune : judgement.scenario.territory.communes) {
        if (!commune.point || !commune.population) {
            continue;
        }
        auto nearest = travel::Seconds::max();
        for (const auto& [site, slots] : visited) {
            nearest = std::min(nearest, judgement.travel.time(*commune.point, site->point));
        }
        indicators.within10Min.after += nearest <= tenMinutes ? *commune.population : 0;
        indicators.within15Min.after += nearest <= fifteenMinutes ? *commune.population : 0;
    }
}

void addTours(const Judgement& judgement) {
    Verification& found = judgement.found;
    const double cyclesYear =
        judgement.scenario.policy.weeksPerYear / static_cast<double>(judgement.scenario.cycleWeeks);
    for (std::size_t i = 0; i < judgement.plan.tours.size(); ++i) {
        const Tour& tour = judgement.plan.tours[i];
        const TourDriving driving = drivingOf(judgement, tour);
        found.score.drivingMinutesYear += driving.minutes * cyclesYear;
        found.indicators.kilometresYear += driving.kilometres * cyclesYear;
        found.dutyHoursYear += dutyOf(judgement, tour) / 60 * cyclesYear;
        if (std::abs(driving.minutes - tour.drivingMinutes) > drivingTolerance) {
            found.mismatches.push_back(
                {"driving_minutes", driving.minutes, tour.drivingMinutes, drivingTolerance, i});
        }
    }
}

void compare(Verification& found, std::string_view figure, double expected, double stated) {
    const double tolerance = figureTolerance + std::abs(expected) * 1e-6;
    if (!(std::abs(expected - stated) <= tolerance)) {
        found.mismatches.push_back({figure, expected, stated, tolerance, {}});
    }
}

void compareStated(const Plan& plan, Verification& found) {
    const Indicators& ours = found.indicators;
    const Indicators& theirs = plan.indicators;
    compare(found, "worth", found.score.worth, plan.score.worth);
    compare(found, "driving_minutes_year", found.score.drivingMinutesYear, plan.score.drivingMinutesYear);
    compare(found, "total", found.score.total, plan.score.total);
    compare(found, "delivered_year", ours.deliveredYear, theirs.deliveredYear);
    compare(found, "within_10_min[0]", ours.within10Min.before, theirs.within10Min.before);
    compare(found, "within_10_min[1]", ours.within10Min.after, theirs.within10Min.after);
    compare(found, "within_15_min[0]", ours.within15Min.before, theirs.within15Min.before);
    compare(found, "within_15_min[1]", ours.within15Min.after, theirs.within15Min.after);
    compare(found, "severity[0]", ours.severity.before, theirs.severity.before);
    compare(found, "severity[1]", ours.severity.after, theirs.severity.after);
    compare(found, "communes_under_line[0]", ours.communesUnderLine.before, theirs.communesUnderLine.before);
    compare(found, "communes_under_line[1]", ours.communesUnderLine.after, theirs.communesUnderLine.after);
    compare(found, "kilometres_year", ours.kilometresYear, theirs.kilometresYear);
    // The bound itself is a linear programme that is not solved again here, but no plan can exceed it. Zero
    // says that nobody computed one.
    if (plan.score.bound != 0 && plan.score.bound < found.score.total) {
        compare(found, "bound", found.score.total, plan.score.bound);
    }
}

} // namespace

void checkFigures(const Judgement& judgement) {
    Verification& found = judgement.found;
    const Policy& policy = judgement.scenario.policy;
    const auto visited = offers(judgement);
    auto places = placesOf(judgement.scenario);
    for (const auto& [site, slots] : visited) {
        deliver(judgement, *site, slots, places);
    }
    for (const Place& place : places) {
        addNeed(policy, place, found);
    }
    addInhabitants(judgement, visited);
    addTours(judgement);
    found.score.bound = judgement.plan.score.bound;
    found.score.total = found.score.worth - policy.lambda * found.score.drivingMinutesYear;
    compareStated(judgement.plan, found);
}

} // namespace medicobus::plan
