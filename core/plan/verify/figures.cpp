// SPDX-License-Identifier: EUPL-1.2
#include "plan/verify/checks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>

namespace medicobus::plan {
namespace {

constexpr travel::Seconds tenMinutes{600};
constexpr travel::Seconds fifteenMinutes{900};
/// A commune has left the line when no more than this much depth remains.
constexpr double noDepth = 1e-9;

/// A commune whose need can be told (`planning.md` section 1): population, point and APL are known.
struct Place {
    GeoPoint point;
    territory::InseeCode insee;
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
            places.push_back({*commune.point, commune.insee, *commune.population, depth});
        }
    }
    return places;
}

/// What one kind of care lacks and gets (`planning.md` sections 1 and 2).
struct Care {
    const ServiceNeed* need = nullptr; ///< None: general practice.
    double threshold = 0;              ///< T, or what a need of its own asks of an inhabitant in a year.
    double weight = 1;                 ///< p
    std::vector<Place> places;
    std::map<const Site*, double> slots; ///< Q_i
};

/// Everybody, or those of 65 and over, lacks all of a service of its own need.
std::vector<Place> placesOf(const Scenario& scenario, const ServiceNeed& need) {
    std::vector<Place> places;
    for (const territory::Commune& commune : scenario.territory.communes) {
        std::optional<double> people = commune.population;
        if (people && need.population == ServiceNeed::Population::From65) {
            people = commune.share65 ? std::optional(*people * *commune.share65 / 100) : std::nullopt;
        }
        if (commune.point && people) {
            places.push_back({*commune.point, commune.insee, *people, need.per1000Year / 1000});
        }
    }
    return places;
}

bool isOffered(const Scenario& scenario, Service service) {
    return std::ranges::find(scenario.sessions, service, &SessionKind::service) != scenario.sessions.end();
}

/// General practice, then the needs of the policy that some kind of session meets.
std::vector<Care> caresOf(const Scenario& scenario) {
    const Policy& policy = scenario.policy;
    std::vector<Care> cares{{nullptr, policy.threshold, 1, placesOf(scenario), {}}};
    for (const ServiceNeed& need : policy.services) {
        if (isOffered(scenario, need.service)) {
            const double each = need.per1000Year / 1000;
            cares.push_back(
                {&need, each, need.weight * each / policy.threshold, placesOf(scenario, need), {}});
        }
    }
    return cares;
}

/// Whole slots of one session, before the pause and after it.
double slotsIn(const Policy& policy, const SessionKind& kind, const Series& series) {
    const auto slot = kind.ownSlot.count() > 0 ? kind.ownSlot : policy.slot;
    const auto length = kind.minLength.count() > 0 ? series.end - series.start : kind.length;
    const auto first = kind.pause.count() > 0 ? series.pauseStart - series.start : length;
    const auto second = length - first - kind.pause;
    return static_cast<double>(std::max(first / slot, decltype(first / slot){0})
                               + (kind.pause.count() > 0 ? second / slot : 0));
}

/// Q_i: slots a year at each visited site. Series of sites or sessions that do not exist offer nothing.
void addOffers(const Judgement& judgement, Care& care) {
    const Policy& policy = judgement.scenario.policy;
    for (const Series& series : judgement.plan.series) {
        const Site* site = judgement.scenario.findSite(series.site);
        const SessionKind* kind = judgement.scenario.findSession(series.session);
        if (!site || !kind) {
            continue;
        }
        const bool isOwn = kind->service != Service::Doctor && kind->service != Service::NurseVideo;
        if (isOwn ? !care.need || care.need->service != kind->service : care.need != nullptr) {
            continue;
        }
        const double perSession =
            slotsIn(policy, *kind, series) * policy.showRate * (isOwn ? 1 : kind->gpShare);
        const double sessionsYear =
            static_cast<double>(series.weeks.size()) * policy.weeksPerYear / judgement.scenario.cycleWeeks;
        care.slots[site] += perSession * sessionsYear;
    }
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

/// Adds what one site delivers: s_ij = w_ij d_j / sum_k w_ik d_k, of which w_ij reaches its aim. A round
/// reaches the homes of its own commune.
void deliver(const Judgement& judgement, const Site& site, double slots, Care& care) {
    const bool isRound = care.need && care.need->service == Service::HomeRound;
    std::vector<double> weights;
    double pull = 0;
    for (const Place& place : care.places) {
        const double atHome = place.insee == site.insee ? 1 : 0;
        weights.push_back(
            isRound ? atHome
                    : weightAt(judgement.scenario.policy, judgement.travel.time(place.point, site.point)));
        pull += weights.back() * place.unmet();
    }
    for (std::size_t j = 0; j < care.places.size() && pull > 0; ++j) {
        care.places[j].deliveredYear += slots * (weights[j] * care.places[j].unmet() / pull) * weights[j];
    }
}

/// p P [(D / T)^alpha - (what remains / T)^alpha] of each place, and the figures beside it.
void addNeeds(const Policy& policy, const Care& care, Verification& found) {
    ServiceFigures figures;
    for (const Place& place : care.places) {
        if (place.depth <= 0 || place.population <= 0) {
            continue;
        }
        const double delivered = std::min(place.unmet(), place.deliveredYear);
        const double remaining = std::max(0.0, place.depth - delivered / place.population);
        const double people = care.weight * place.population;
        figures.deliveredYear += delivered;
        figures.severity.before += people * std::pow(place.depth / care.threshold, policy.alpha);
        figures.severity.after += people * std::pow(remaining / care.threshold, policy.alpha);
        if (!care.need) {
            found.indicators.communesUnderLine.before += 1;
            found.indicators.communesUnderLine.after += remaining > noDepth ? 1 : 0;
        }
    }
    found.score.worth += figures.severity.before - figures.severity.after;
    if (care.need) {
        figures.service = serviceName(care.need->service);
        found.indicators.services.push_back(std::move(figures));
    } else {
        found.indicators.deliveredYear = figures.deliveredYear;
        found.indicators.severity = figures.severity;
    }
}

/// Inhabitants near a visited site, whether their APL is known or not.
void addInhabitants(const Judgement& judgement) {
    std::set<const Site*> visited;
    for (const Series& series : judgement.plan.series) {
        const Site* site = judgement.scenario.findSite(series.site);
        if (site && judgement.scenario.findSession(series.session)) {
            visited.insert(site);
        }
    }
    Indicators& indicators = judgement.found.indicators;
    for (const territory::Commune& commune : judgement.scenario.territory.communes) {
        if (!commune.point || !commune.population) {
            continue;
        }
        auto nearest = travel::Seconds::max();
        for (const Site* site : visited) {
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

void compareServices(const Plan& plan, Verification& found) {
    const auto& ours = found.indicators.services;
    const auto& theirs = plan.indicators.services;
    compare(found, "services", static_cast<double>(ours.size()), static_cast<double>(theirs.size()));
    for (const ServiceFigures& figures : ours) {
        const auto stated = std::ranges::find(theirs, figures.service, &ServiceFigures::service);
        const ServiceFigures said = stated == theirs.end() ? ServiceFigures{} : *stated;
        compare(found, "services.delivered_year", figures.deliveredYear, said.deliveredYear);
        compare(found, "services.severity[0]", figures.severity.before, said.severity.before);
        compare(found, "services.severity[1]", figures.severity.after, said.severity.after);
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
    compareServices(plan, found);
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
    for (Care care : caresOf(judgement.scenario)) {
        addOffers(judgement, care);
        for (const auto& [site, slots] : care.slots) {
            deliver(judgement, *site, slots, care);
        }
        addNeeds(policy, care, found);
    }
    addInhabitants(judgement);
    addTours(judgement);
    found.score.bound = judgement.plan.score.bound;
    found.score.total = found.score.worth - policy.lambda * found.score.drivingMinutesYear;
    compareStated(judgement.plan, found);
}

} // namespace medicobus::plan
