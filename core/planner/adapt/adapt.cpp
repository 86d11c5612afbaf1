// SPDX-License-Identifier: EUPL-1.2
#include "planner/adapt/adapt.h"

#include <algorithm>
#include <cmath>

namespace medicobus::planner {
namespace {

/// Ends of the interval that is shown: 80 % lies between them.
constexpr double lowTail = 0.9;
constexpr double highTail = 0.1;

struct Rate {
    const plan::Series* series = nullptr;
    Attendance attendance;

    double above(double limit) const {
        return probabilityAbove(attendance.wanted(), attendance.sessions, limit);
    }
    double quantile(double probability) const {
        return quantileAbove(attendance.wanted(), attendance.sessions, probability);
    }
    double mean() const { return (attendance.wanted() + 1.0) / attendance.sessions; }
    double slots() const { return static_cast<double>(attendance.slots) / attendance.sessions; }
};

class Advisor {
public:
    Advisor(const plan::Scenario& scenario, const AdaptOptions& options, std::vector<Rate> rates)
        : m_scenario(scenario), m_options(options), m_rates(std::move(rates)) {}

    Adaptation advise() const {
        Adaptation out;
        std::vector<plan::SeriesKey> merged;
        for (const Rate& rate : m_rates) {
            const auto isMerged = [&](const plan::SeriesKey& key) {
                return std::ranges::find(merged, key) != merged.end();
            };
            auto proposal = isMerged(rate.series->id) ? std::nullopt : adviceFor(rate, isMerged);
            if (proposal) {
                if (proposal->with) {
                    merged.push_back(*proposal->with);
                }
                out.proposals.push_back(std::move(*proposal));
            } else if (!isMerged(rate.series->id) && !isWellFilled(rate)) {
                out.undecided.push_back(
                    {rate.series->id, rate.attendance, rate.quantile(lowTail), rate.quantile(highTail)});
            }
        }
        std::ranges::stable_sort(out.proposals, std::greater<>(), &Proposal::probability);
        return out;
    }

private:
    Proposal draft(const Rate& rate, Advice advice, double probability) const {
        Proposal proposal;
        proposal.advice = advice;
        proposal.series = rate.series->id;
        proposal.attendance = rate.attendance;
        proposal.slotsPerSession = rate.slots();
        proposal.wantedPerSession = rate.mean();
        proposal.wantedLow = rate.quantile(lowTail);
        proposal.wantedHigh = rate.quantile(highTail);
        proposal.probability = probability;
        proposal.confidence = probability >= m_options.sure ? Confidence::Sure : Confidence::Likely;
        return proposal;
    }

    template <typename IsMerged>
    std::optional<Proposal> adviceFor(const Rate& rate, const IsMerged& isMerged) const {
        const double tooMany = rate.above(m_options.fullShare * rate.slots());
        if (tooMany >= m_options.likely) {
            return larger(rate, tooMany);
        }
        const double tooFew = 1 - rate.above(m_options.releaseBelow);
        if (tooFew >= m_options.likely) {
            return draft(rate, Advice::Release, tooFew);
        }
        const double halfEmpty = 1 - rate.above(m_options.emptyShare * rate.slots());
        if (halfEmpty < m_options.likely) {
            return std::nullopt;
        }
        if (auto merge = merged(rate, isMerged)) {
            return merge;
        }
        if (auto rarer = lessOften(rate)) {
            return rarer;
        }
        return shorter(rate, halfEmpty);
    }

    bool isWellFilled(const Rate& rate) const {
        return rate.above(m_options.emptyShare * rate.slots()) >= m_options.likely
               && 1 - rate.above(m_options.fullShare * rate.slots()) >= m_options.likely;
    }

    /// Longer while its half-day leaves time, else in more weeks, else one more half-day is for a new plan.
    std::optional<Proposal> larger(const Rate& rate, double probability) const {
        const plan::SessionKind* kind = m_scenario.findSession(rate.series->session);
        const auto slot = m_scenario.policy.slot;
        const auto room = kind ? (kind->to - kind->from - (rate.series->end - rate.series->start)) / slot : 0;
        const int needed = static_cast<int>(std::ceil(rate.mean() / m_options.fullShare));
        const int now = static_cast<int>(std::lround(rate.slots()));
        if (room > 0 && needed > now) {
            Proposal proposal = draft(rate, Advice::Longer, probability);
            proposal.slots = std::min(needed, now + static_cast<int>(room));
            return proposal;
        }
        Proposal proposal = draft(rate, Advice::MoreOften, probability);
        proposal.weeks = oftener(rate.series->weeks);
        return proposal;
    }

    /// Twice as often where the cycle has room; empty when it is held every week already.
    std::vector<int> oftener(const std::vector<int>& weeks) const {
        const int count = static_cast<int>(weeks.size());
        if (weeks.empty() || count * 2 > m_scenario.cycleWeeks || m_scenario.cycleWeeks % (count * 2) != 0) {
            return {};
        }
        const int step = m_scenario.cycleWeeks / (count * 2);
        std::vector<int> out;
        for (int week = weeks.front() % step; week < m_scenario.cycleWeeks; week += step) {
            out.push_back(week);
        }
        return out;
    }

    /// Half as often, if the other half can take everybody and the policy's gap allows it.
    std::optional<Proposal> lessOften(const Rate& rate) const {
        const auto& weeks = rate.series->weeks;
        const auto kept = weeks.size() / 2;
        const int gap = kept == 0 ? 0 : m_scenario.cycleWeeks / static_cast<int>(kept);
        const bool isRegular = kept > 0 && weeks.size() % 2 == 0 && gap <= m_scenario.policy.maxGapWeeks;
        const double fits = 1 - rate.above(m_options.fullShare * rate.slots() / 2);
        if (!isRegular || fits < m_options.likely) {
            return std::nullopt;
        }
        Proposal proposal = draft(rate, Advice::LessOften, fits);
        for (std::size_t i = 0; i < weeks.size(); i += 2) {
            proposal.weeks.push_back(weeks[i]);
        }
        return proposal;
    }

    /// Two half-empty series of one site that fit into one.
    template <typename IsMerged>
    std::optional<Proposal> merged(const Rate& rate, const IsMerged& isMerged) const {
        for (const Rate& other : m_rates) {
            if (other.series == rate.series || other.series->site != rate.series->site
                || other.series->weeks != rate.series->weeks || isMerged(other.series->id)
                || other.slots() < rate.slots()) {
                continue;
            }
            // Sessions side by side: those counted together are the shorter record of the two.
            const int sessions = std::min(rate.attendance.sessions, other.attendance.sessions);
            const double both = static_cast<double>(rate.attendance.wanted()) / rate.attendance.sessions
                                + static_cast<double>(other.attendance.wanted()) / other.attendance.sessions;
            const int wanted = static_cast<int>(std::ceil(both * sessions));
            const double fits = 1 - probabilityAbove(wanted, sessions, m_options.fullShare * other.slots());
            if (fits >= m_options.likely) {
                Proposal proposal = draft(rate, Advice::Merge, fits);
                proposal.with = other.series->id;
                return proposal;
            }
        }
        return std::nullopt;
    }

    /// Slots enough for nine chances in ten; nothing when that saves none.
    std::optional<Proposal> shorter(const Rate& rate, double probability) const {
        const int enough = std::max(1, static_cast<int>(std::ceil(rate.quantile(highTail))));
        if (enough >= static_cast<int>(std::lround(rate.slots()))) {
            return std::nullopt;
        }
        Proposal proposal = draft(rate, Advice::Shorter, probability);
        proposal.slots = enough;
        return proposal;
    }

    const plan::Scenario& m_scenario;
    const AdaptOptions& m_options;
    std::vector<Rate> m_rates;
};

bool isConsistent(const Attendance& one) {
    const bool isCounted = one.sessions >= 0 && one.slots >= 0 && one.booked >= 0 && one.seen >= 0
                           && one.absent >= 0 && one.walkIns >= 0 && one.refused >= 0;
    return isCounted && one.absent <= one.booked && one.walkIns <= one.seen + one.refused
           && one.booked <= one.slots && (one.sessions > 0 || one.booked + one.walkIns + one.refused == 0);
}

} // namespace

Result<Adaptation> adapt(const plan::Scenario& scenario, const plan::Plan& plan,
                         const std::vector<Attendance>& attendance, const AdaptOptions& options) {
    std::vector<Rate> rates;
    for (const Attendance& one : attendance) {
        const plan::Series* series = plan.findSeries(one.series);
        if (!series) {
            return fault(codes::adaptUnknownSeries, {{"value", one.series.value}});
        }
        if (!isConsistent(one)) {
            return fault(codes::adaptCounts, {{"value", one.series.value}});
        }
        if (one.sessions > 0 && one.slots > 0) {
            rates.push_back({series, one});
        }
    }
    return Advisor(scenario, options, std::move(rates)).advise();
}

} // namespace medicobus::planner
