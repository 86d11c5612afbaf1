// SPDX-License-Identifier: EUPL-1.2
#include "plan/verify.h"
#include "planner/explain/chosen.h"
#include "planner/explain/left_out.h"
#include "planner/explain/questions.h"
#include "planner/explain/recheck/recheck_parts.h"
#include "planner/explain/recheck/second_reading.h"
#include "planner/explain/whole.h"
#include "planner/planner.h"

#include <algorithm>
#include <cmath>

namespace medicobus::planner {
namespace {

/// Asks the question again that the reason answers.
Result<Findings> askAgain(const plan::Scenario& scenario, const plan::Plan& plan,
                          const plan::Reason& reason) {
    if (reason.code.starts_with("plan.")) {
        return explainWhole(scenario, plan, true);
    }
    if (reason.code == plan::reasons::siteReplanned) {
        return findReplanned(scenario, plan, reason.subject.site).map([](Finding found) {
            return Findings{std::move(found)};
        });
    }
    if (!reason.subject.site.empty()) {
        return findOfSite(scenario, plan, reason.subject.site, true);
    }
    return findOfCommune(scenario, plan, reason.subject.commune, true);
}

/// Consultations that a commune is said to get, by the formula.
void checkGiven(const plan::Scenario& scenario, const plan::Plan& plan, const plan::Reason& reason,
                Recheck& found) {
    const bool isOfSite = reason.code == plan::reasons::siteServes;
    if (!isOfSite && reason.code != plan::reasons::servedByNeighbour) {
        return;
    }
    double given = 0;
    for (const auto& [site, amount] : givenTo(scenario, plan, reason.subject.commune)) {
        given += !isOfSite || site == reason.subject.site ? amount : 0;
    }
    compareFigure(found, "consultations", reason.number("consultations"), given);
    compareFigure(found, "need_met", reason.number("need_met"), given / reason.number("need"));
}

/// A site said to be out of reach is tried at every minute, with and without the change that is said to help.
void checkObstacle(const plan::Scenario& scenario, const plan::Reason& reason, Recheck& found) {
    const bool isDay = reason.code == plan::reasons::outOfDutyDay;
    if (!isDay && reason.code != plan::reasons::opening && reason.code != plan::reasons::forbidden) {
        return;
    }
    const plan::SiteKey site{std::string(reason.id("site"))};
    if (!scenario.findSite(site)) {
        found.isTrue = false;
        return;
    }
    plan::Scenario alone = leanScenario(scenario, {site});
    found.isTrue = found.isTrue && !canHoldAnything(alone, site);
    if (isDay && reason.id("limit") != "work") {
        alone.forbidden.clear();
        const plan::BusKey bus{std::string(reason.id("bus"))};
        const int excess = static_cast<int>(std::lround(reason.number("excess")));
        const auto helps = [&](int minutes) {
            return canHoldAnything(relaxed(alone, bus, reason.id("limit"), minutes), site);
        };
        found.isTrue = found.isTrue && helps(excess) && !helps(excess - 1);
    }
}

Result<void> checkBound(const plan::Scenario& scenario, const plan::Plan& plan, const plan::Reason& reason,
                        Recheck& found) {
    if (reason.code != plan::reasons::planBound) {
        return {};
    }
    const auto bound = upperBound(scenario);
    if (!bound) {
        return Fault(bound.error());
    }
    const double total = plan::verify(scenario, plan).score.total;
    compareFigure(found, "total", reason.number("total"), total);
    // The linear programme is solved to a relative precision.
    if (std::abs(reason.number("bound") - *bound) > 1e-3 * *bound) {
        found.differences.push_back({"bound", reason.number("bound"), *bound});
    }
    return {};
}

double measured(const plan::Verification& judged, Trial::Measure measure) {
    switch (measure) {
    case Trial::Measure::Worth:
        return judged.score.worth;
    case Trial::Measure::Delivered:
        return judged.indicators.deliveredYear;
    case Trial::Measure::Driving:
        return judged.score.drivingMinutesYear;
    case Trial::Measure::Total:
        break;
    }
    return judged.score.total;
}

double statedIn(const plan::Reason& reason, const std::string& figure) {
    const std::size_t dot = figure.find('.');
    if (dot == std::string::npos) {
        return reason.number(figure);
    }
    for (const plan::Remedy& remedy : reason.remedies) {
        if (remedy.code == figure.substr(0, dot)) {
            return plan::Reason{{}, {}, remedy.figures, {}}.number(figure.substr(dot + 1));
        }
    }
    return 0;
}

} // namespace

void compareFigure(Recheck& found, const std::string& figure, double stated, double again) {
    const bool isKnown =
        std::ranges::any_of(found.differences, [&](const auto& known) { return known.figure == figure; });
    if (!isKnown && !(std::abs(stated - again) <= figurePrecision + 1e-6 * std::abs(again))) {
        found.differences.push_back({figure, stated, again});
    }
}

void compareReasons(const plan::Reason& stated, const plan::Reason& again, Recheck& found) {
    const auto compare = [&](const std::string& prefix, const auto& figures, const auto& others) {
        found.isTrue = found.isTrue && figures.size() == others.size();
        for (std::size_t i = 0; i < std::min(figures.size(), others.size()); ++i) {
            const bool isSame = figures[i].name == others[i].name && figures[i].unit == others[i].unit
                                && figures[i].id == others[i].id;
            found.isTrue = found.isTrue && isSame;
            compareFigure(found, prefix + figures[i].name, figures[i].value, others[i].value);
        }
    };
    compare("", stated.figures, again.figures);
    found.isTrue = found.isTrue && stated.remedies.size() == again.remedies.size();
    for (std::size_t i = 0; i < std::min(stated.remedies.size(), again.remedies.size()); ++i) {
        found.isTrue = found.isTrue && stated.remedies[i].code == again.remedies[i].code;
        compare(stated.remedies[i].code + ".", stated.remedies[i].figures, again.remedies[i].figures);
    }
}

void judgeTrial(const Trial& trial, const plan::Reason& stated, Recheck& found) {
    const plan::Verification before = plan::verify(trial.scenario, trial.before);
    const plan::Verification after = plan::verify(trial.scenario, trial.after);
    found.isTrue = found.isTrue && (!trial.mustBeLawful || after.broken.empty());
    const double gain = measured(after, trial.measure) - measured(before, trial.measure);
    compareFigure(found, trial.figure, statedIn(stated, trial.figure), trial.sign * gain);
}

const Finding* answerTo(const plan::Reason& reason, const Findings& findings) {
    const auto at = std::ranges::find_if(findings, [&](const Finding& finding) {
        return finding.reason.code == reason.code && finding.reason.subject == reason.subject;
    });
    return at == findings.end() ? nullptr : &*at;
}

Result<Recheck> recheck(const plan::Scenario& scenario, const plan::Plan& plan, const plan::Reason& reason) {
    if (const auto fits = checkFits(scenario, plan); !fits) {
        return Fault(fits.error());
    }
    const auto findings = askAgain(scenario, plan, reason);
    if (!findings) {
        return Fault(findings.error());
    }
    Recheck found;
    const Finding* answer = answerTo(reason, *findings);
    if (!answer) {
        found.isTrue = false;
        return found;
    }
    compareReasons(reason, answer->reason, found);
    for (const Trial& trial : answer->trials) {
        judgeTrial(trial, reason, found);
    }
    checkGiven(scenario, plan, reason, found);
    checkObstacle(scenario, reason, found);
    if (const auto bound = checkBound(scenario, plan, reason, found); !bound) {
        return Fault(bound.error());
    }
    found.corrected = answer->reason;
    return found;
}

} // namespace medicobus::planner
