// SPDX-License-Identifier: EUPL-1.2
#include "plan/verify.h"
#include "planner/assemble.h"
#include "planner/explain/explain.h"
#include "planner/explain/recheck/recheck_parts.h"
#include "planner/explain/recheck/staging.h"

#include <algorithm>

namespace medicobus::planner {
namespace {

using plan::units::count;
using plan::units::points;

/// A series that is worth less than this share of what it was has lost its people.
constexpr double fallenShare = 0.9;
constexpr double noGain = 1e-6;

bool isSamePromise(const plan::Series& a, const plan::Series& b) {
    return a.site == b.site && a.weekday == b.weekday && a.session == b.session && a.weeks == b.weeks;
}

plan::Plan withoutSeries(plan::Plan plan, const plan::SeriesKey& id) {
    for (plan::Tour& tour : plan.tours) {
        std::erase_if(tour.stops, [&](const plan::Stop& stop) { return stop.series == id; });
    }
    std::erase_if(plan.tours, [](const plan::Tour& tour) { return tour.stops.empty(); });
    std::erase_if(plan.series, [&](const plan::Series& series) { return series.id == id; });
    return plan;
}

/// The series of two versions, set against each other.
struct Pairing {
    struct Pair {
        const plan::Series* before = nullptr;
        const plan::Series* after = nullptr;
    };
    std::vector<Pair> kept; ///< The same promise, whatever the bus and the hour.
    std::vector<Pair> moved;
    std::vector<const plan::Series*> removed;
    std::vector<const plan::Series*> added;
};

Pairing pairUp(const plan::Plan& before, const plan::Plan& after) {
    Pairing pairs;
    for (const plan::Series& series : after.series) {
        pairs.added.push_back(&series);
    }
    const auto take = [&](const auto& fits) -> const plan::Series* {
        const auto at = std::ranges::find_if(pairs.added, fits);
        if (at == pairs.added.end()) {
            return nullptr;
        }
        const plan::Series* found = *at;
        pairs.added.erase(at);
        return found;
    };
    std::vector<const plan::Series*> open;
    for (const plan::Series& series : before.series) {
        const auto* same = take([&](const plan::Series* other) { return isSamePromise(series, *other); });
        if (same) {
            pairs.kept.push_back({&series, same});
        } else {
            open.push_back(&series);
        }
    }
    // At the same site, the nearest day first: another half-day of the same weekday.
    for (const bool isSameDay : {true, false}) {
        std::erase_if(open, [&](const plan::Series* series) {
            const auto* moved = take([&](const plan::Series* other) {
                return other->site == series->site && (!isSameDay || other->weekday == series->weekday);
            });
            if (moved) {
                pairs.moved.push_back({series, moved});
            }
            return moved != nullptr;
        });
    }
    pairs.removed = open;
    return pairs;
}

/// Finds why each series of the older plan is not as it was.
class Changes {
public:
    Changes(const PlanOf& before, const PlanOf& after, bool withTrials)
        : m_before(before),
          m_after(after),
          m_withTrials(withTrials),
          m_pairs(pairUp(before.plan, after.plan)),
          m_leanBefore(leanScenario(before.scenario, sitesOf(before.plan))),
          m_staging(leanScenario(after.scenario, sitesOfBoth()), after.plan),
          m_then(plan::verify(m_leanBefore, before.plan)),
          m_still(plan::verify(lean(), before.plan)),
          m_now(plan::verify(lean(), after.plan)) {}

    Findings all() {
        Findings findings{total()};
        for (const plan::Series* series : m_pairs.removed) {
            findings.push_back(cause(*series, nullptr));
        }
        for (const Pairing::Pair& pair : m_pairs.moved) {
            findings.push_back(cause(*pair.before, pair.after));
        }
        for (const Pairing::Pair& pair : m_pairs.kept) {
            if (pair.before->start != pair.after->start) {
                findings.push_back(retimed(pair));
            }
        }
        for (const plan::Series* series : m_pairs.added) {
            findings.push_back(added(*series));
        }
        return findings;
    }

private:
    std::set<plan::SiteKey> sitesOfBoth() const {
        auto sites = sitesOf(m_after.plan);
        sites.merge(sitesOf(m_before.plan));
        return sites;
    }
    const plan::Scenario& lean() const { return m_staging.scenario(); }

    static Finding start(std::string_view code, const plan::Series& series) {
        Finding finding;
        finding.reason.code = code;
        finding.reason.subject.series = series.id;
        finding.reason.figures = {
            nameOf("site", plan::units::site, series.site.value),
            nameOf("weekday", plan::units::weekday, std::string(weekdayCode(series.weekday))),
            nameOf("session", plan::units::session, series.session.value)};
        return finding;
    }

    Finding start(std::string_view removed, std::string_view moved, const plan::Series& series,
                  const plan::Series* to) const {
        Finding finding = start(to ? moved : removed, series);
        if (to) {
            auto& figures = finding.reason.figures;
            figures.push_back(nameOf("to_series", plan::units::series, to->id.value));
            figures.push_back(
                nameOf("to_weekday", plan::units::weekday, std::string(weekdayCode(to->weekday))));
            figures.push_back(nameOf("to_session", plan::units::session, to->session.value));
        }
        return finding;
    }

    Finding total() const {
        Finding finding;
        finding.reason.code = plan::reasons::changeTotal;
        auto& figures = finding.reason.figures;
        const auto tell = [&](const char* name, std::size_t value) {
            figures.push_back(figureOf(name, count, static_cast<double>(value)));
        };
        figures.push_back(figureOf("total_before", points, m_then.score.total));
        if (m_still.broken.empty()) {
            figures.push_back(figureOf("total_now", points, m_still.score.total));
        }
        figures.push_back(figureOf("total_after", points, m_now.score.total));
        tell("kept", m_pairs.kept.size());
        tell("moved", m_pairs.moved.size());
        tell("added", m_pairs.added.size());
        tell("removed", m_pairs.removed.size());
        return finding;
    }

    Finding retimed(const Pairing::Pair& pair) const {
        Finding finding = start(plan::reasons::changeRetimed, *pair.before);
        const auto minutes = [](TimeOfDay time) { return static_cast<double>(time.count()); };
        finding.reason.figures.push_back(
            figureOf("start_before", plan::units::clock, minutes(pair.before->start)));
        finding.reason.figures.push_back(
            figureOf("start_after", plan::units::clock, minutes(pair.after->start)));
        return finding;
    }

    Finding added(const plan::Series& series) const {
        const auto left = plan::verify(lean(), withoutSeries(m_after.plan, series.id));
        Finding finding = start(plan::reasons::changeAdded, series);
        finding.reason.figures.push_back(figureOf("worth", points, m_now.score.worth - left.score.worth));
        finding.reason.figures.push_back(
            figureOf("consultations", plan::units::consultationsYear,
                     m_now.indicators.deliveredYear - left.indicators.deliveredYear));
        return finding;
    }

    /// The first rule that the older plan would break now and that concerns the series.
    std::string_view ruleAgainst(const plan::Series& series) const {
        for (const plan::BrokenRule& broken : m_still.broken) {
            if (broken.code == plan::codes::ruleLocked || broken.code == plan::codes::ruleMaxSites) {
                continue;
            }
            const bool isSeries = broken.series == series.id;
            const bool isSite = broken.series.empty() && broken.site == series.site;
            const bool isDay = broken.series.empty() && broken.site.empty() && broken.bus == series.bus
                               && broken.weekday == series.weekday;
            if (isSeries || isSite || isDay) {
                return broken.code.name;
            }
        }
        return {};
    }

    Finding cause(const plan::Series& series, const plan::Series* to) {
        namespace is = plan::reasons;
        if (const auto rule = ruleAgainst(series); !rule.empty()) {
            Finding finding = start(is::removedBlocked, is::movedBlocked, series, to);
            finding.reason.figures.push_back(nameOf("rule", plan::units::rule, std::string(rule)));
            return finding;
        }
        const plan::Plan left = withoutSeries(m_before.plan, series.id);
        const double worthBefore = m_then.score.worth - plan::verify(m_leanBefore, left).score.worth;
        const double worthAfter = m_still.score.worth - plan::verify(lean(), left).score.worth;
        if (worthAfter < fallenShare * worthBefore) {
            Finding finding = start(is::removedNeedFell, is::movedNeedFell, series, to);
            finding.reason.figures.push_back(figureOf("worth_before", points, worthBefore));
            finding.reason.figures.push_back(figureOf("worth_after", points, worthAfter));
            return finding;
        }
        if (const auto back = putBack(series, to)) {
            const double gain = m_staging.board().total() - back->total();
            if (gain > noGain) {
                Finding finding = start(is::removedBetter, is::movedBetter, series, to);
                finding.reason.figures.push_back(figureOf("gain", points, gain));
                if (m_withTrials) {
                    finding.trials.push_back({"gain", Trial::Measure::Total, -1, lean(), m_after.plan,
                                              assemble(m_staging.model(), *back), true});
                }
                return finding;
            }
        }
        Finding finding = start(is::removedTraded, is::movedTraded, series, to);
        finding.reason.figures.push_back(
            figureOf("plan_gain", points, m_now.score.total - m_still.score.total));
        return finding;
    }

    /// The newer plan with the series back in its old place, instead of what took it and of where it went.
    std::optional<Board> putBack(const plan::Series& series, const plan::Series* to) const {
        const auto place = placed(m_staging.model(), series);
        if (!place) {
            return std::nullopt;
        }
        Board board = m_staging.board();
        const auto moved = to ? placed(m_staging.model(), *to) : std::nullopt;
        for (std::size_t i = board.placements().size(); i-- > 0;) {
            const Placement& other = board.placements()[i];
            const bool isInTheWay = other.weekday == place->weekday && other.session == place->session
                                    && (other.weeks & place->weeks) != 0
                                    && (other.bus == place->bus || other.site == place->site);
            if (!isInTheWay && !(moved && other == *moved)) {
                continue;
            }
            if (other.isLocked) {
                return std::nullopt;
            }
            board.remove(i);
        }
        if (!board.admits(place->site, place->weeks) || !board.drivingGain(*place)) {
            return std::nullopt;
        }
        board.place(*place);
        return board.areSitesLawful() ? std::optional(std::move(board)) : std::nullopt;
    }

    const PlanOf& m_before;
    const PlanOf& m_after;
    bool m_withTrials;
    Pairing m_pairs;
    plan::Scenario m_leanBefore;
    Staging m_staging;
    plan::Verification m_then;  ///< The older plan in its own scenario.
    plan::Verification m_still; ///< The older plan in the newer scenario.
    plan::Verification m_now;
};

} // namespace

Result<std::vector<plan::Reason>> explainChanges(const PlanOf& before, const PlanOf& after) {
    if (const auto fits = checkFits(after.scenario, after.plan); !fits) {
        return Fault(fits.error());
    }
    std::vector<plan::Reason> reasons;
    for (Finding& finding : Changes(before, after, false).all()) {
        reasons.push_back(std::move(finding.reason));
    }
    return reasons;
}

Result<Recheck> recheckChange(const PlanOf& before, const PlanOf& after, const plan::Reason& reason) {
    if (const auto fits = checkFits(after.scenario, after.plan); !fits) {
        return Fault(fits.error());
    }
    const Findings findings = Changes(before, after, true).all();
    Recheck found;
    const Finding* answer = answerTo(reason, findings);
    if (!answer) {
        found.isTrue = false;
        return found;
    }
    compareReasons(reason, answer->reason, found);
    for (const Trial& trial : answer->trials) {
        judgeTrial(trial, reason, found);
    }
    found.corrected = answer->reason;
    return found;
}

} // namespace medicobus::planner
