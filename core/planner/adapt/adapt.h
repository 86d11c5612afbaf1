// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "plan/scenario.h"

#include <optional>
#include <vector>

namespace medicobus::planner {

/// What was recorded of one series over some weeks.
struct Attendance {
    plan::SeriesKey series;
    int sessions = 0; ///< Held.
    int slots = 0;    ///< Offered by them together.
    int booked = 0;   ///< Appointments that held a slot, whatever became of them.
    int seen = 0;     ///< Walk-ins included.
    int absent = 0;
    int walkIns = 0;
    int refused = 0; ///< Left without being seen, for lack of room.

    /// People who wanted to be seen, those who did not come aside.
    int wanted() const { return booked + walkIns + refused - absent; }
};

enum class Advice {
    Longer,
    MoreOften,
    Shorter,
    LessOften,
    Merge, ///< With another series of the same site.
    Release,
};

/// How sure a statement is, by its posterior probability.
enum class Confidence {
    Likely, ///< At least 80 %.
    Sure,   ///< At least 95 %.
};

/// Something to decide about one series. Nothing changes until a person accepts.
struct Proposal {
    Advice advice = Advice::Longer;
    plan::SeriesKey series;
    std::optional<plan::SeriesKey> with; ///< Of a merge: the series that goes on.
    Attendance attendance;
    double slotsPerSession = 0;
    double wantedPerSession = 0; ///< Mean of the posterior.
    double wantedLow = 0;        ///< The 80 % credible interval.
    double wantedHigh = 0;
    std::optional<int> slots; ///< Proposed for each session, where the advice is about length.
    std::vector<int> weeks;   ///< Proposed, where it is about how often.
    double probability = 0;   ///< That the reason of the advice is true.
    Confidence confidence = Confidence::Likely;
};

/// A series of which too little is known to advise anything.
struct Undecided {
    plan::SeriesKey series;
    Attendance attendance;
    double wantedLow = 0;
    double wantedHigh = 0;
};

struct Adaptation {
    std::vector<Proposal> proposals;  ///< At most one a series, most probable first.
    std::vector<Undecided> undecided; ///< Neither well filled nor clearly to be changed.
};

struct AdaptOptions {
    double fullShare = 0.95; ///< More people than this share of the slots: too small.
    double emptyShare = 0.6; ///< Fewer than this: too large.
    double releaseBelow = 2; ///< People a session under which a half-day is not worth its drive.
    double likely = 0.80;
    double sure = 0.95;
};

/// Reads attendance into proposals (`planning.md` section 7). People wanting to be seen are taken as Poisson
/// with a rate for each series and a flat prior, so that the posterior of the rate after `sessions` and
/// `wanted` is Gamma(wanted + 1, sessions) (Gelman et al., Bayesian Data Analysis, section 2.6): few sessions
/// give a wide interval and no advice. People who come in numbers that vary more than that make the interval
/// too narrow; that is why a proposal is only ever put to a person.
/// Errors: `adapt.unknown_series`, `adapt.counts` when counts contradict each other.
[[nodiscard]] Result<Adaptation> adapt(const plan::Scenario& scenario, const plan::Plan& plan,
                                       const std::vector<Attendance>& attendance,
                                       const AdaptOptions& options = {});

/// P(rate > limit) for a Gamma(wanted + 1, sessions) posterior, which for whole `wanted` is the Poisson sum
/// over k = 0 … wanted of e^(-m) m^k / k! with m = sessions x limit.
double probabilityAbove(int wanted, int sessions, double limit);

/// The limit for which `probabilityAbove` is `probability`.
double quantileAbove(int wanted, int sessions, double probability);

namespace codes {
inline constexpr ErrorCode adaptUnknownSeries{"adapt.unknown_series"};
inline constexpr ErrorCode adaptCounts{"adapt.counts"};
} // namespace codes

} // namespace medicobus::planner
