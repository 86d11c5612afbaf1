// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "plan/reason.h"
#include "plan/scenario.h"

#include <limits>
#include <string>
#include <vector>

namespace medicobus::planner {

/// How much is told; everything by default.
struct Detail {
    std::size_t sites = std::numeric_limits<std::size_t>::max();
    /// Of each site, the communes that it gives most to.
    std::size_t communesOfSite = std::numeric_limits<std::size_t>::max();
    /// Communes without a chosen site of their own, by need.
    std::size_t communes = std::numeric_limits<std::size_t>::max();
};

/// What a plan carries in its file.
inline constexpr Detail briefDetail{12, 3, 12};

/// A commune of which less than this share of the need is met is told why it gets no more.
inline constexpr double poorlyServed = 0.10;

/// Why the plan is as it is (`planning.md` section 6): of the plan, of each chosen site by what its loss
/// would cost, of each commune under the line that has none by need, then of communes whose figures are
/// missing. Errors: `plan.unknown_site`, `plan.unknown_bus`, `plan.unknown_session` when the plan is not of
/// this scenario.
[[nodiscard]] Result<std::vector<plan::Reason>> explain(const plan::Scenario& scenario,
                                                        const plan::Plan& plan, const Detail& detail = {});

/// What a chosen site gives and to whom or, of another one, why it is not chosen. `replanned`: also what the
/// best plan without it would lose, found anew with the plan's seed and iterations.
/// Errors: as `explain`; `explain.unknown_site`; those of `makePlan`.
[[nodiscard]] Result<std::vector<plan::Reason>> explainSite(const plan::Scenario& scenario,
                                                            const plan::Plan& plan, const plan::SiteKey& site,
                                                            bool replanned = false);

/// Why one commune is served as it is. Empty when it is above the line.
/// Errors: as `explain`; `explain.unknown_commune`.
[[nodiscard]] Result<std::vector<plan::Reason>>
explainCommune(const plan::Scenario& scenario, const plan::Plan& plan, const territory::InseeCode& commune);

/// A plan with the scenario that it was made from.
struct PlanOf {
    const plan::Scenario& scenario;
    const plan::Plan& plan;
};

/// What changes from one version of a plan to the next, and why: the totals, then each series removed, moved,
/// retimed or added, in the order of the plans. Errors: as `explain`, for the newer plan; the older one may
/// name what its successor's scenario has lost.
[[nodiscard]] Result<std::vector<plan::Reason>> explainChanges(const PlanOf& before, const PlanOf& after);

/// What computing a statement again finds.
struct Recheck {
    struct Difference {
        std::string figure; ///< Of a remedy: `one_more_bus.gain`.
        double stated = 0;
        double found = 0;
    };
    /// False when the statement as a whole is not true: another reason holds, or a trial breaks a rule.
    bool isTrue = true;
    std::vector<Difference> differences;
    /// The statement as it should be, when one of this code and subject can be made.
    std::optional<plan::Reason> corrected;

    bool holds() const { return isTrue && differences.empty(); }
};

/// Computes a statement again from the scenario and the series of the plan, never from what is stored: the
/// reason is found anew on the whole scenario, every gain and loss is measured by `plan::verify` on the
/// timetable of the plan that it speaks of, and a half-day said to be impossible is tried at every minute.
/// Errors: as `explain`; those of `upperBound` and `makePlan` for what needs them.
[[nodiscard]] Result<Recheck> recheck(const plan::Scenario& scenario, const plan::Plan& plan,
                                      const plan::Reason& reason);
[[nodiscard]] Result<Recheck> recheckChange(const PlanOf& before, const PlanOf& after,
                                            const plan::Reason& reason);

namespace codes {
inline constexpr ErrorCode explainUnknownSite{"explain.unknown_site"};
inline constexpr ErrorCode explainUnknownCommune{"explain.unknown_commune"};
} // namespace codes

} // namespace medicobus::planner
