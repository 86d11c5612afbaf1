// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "plan/plan.h"
#include "planner/board.h"

#include <memory>
#include <set>

namespace medicobus::planner {

/// The scenario with these sites and those that are locked, and only the communes that need something: what
/// a site gives to whom and every worth stay the same, for a fraction of the time.
plan::Scenario leanScenario(const plan::Scenario& scenario, const std::set<plan::SiteKey>& sites);

std::set<plan::SiteKey> sitesOf(const plan::Plan& plan);

/// Whether the scenario knows what the plan names: `plan.unknown_site`, `plan.unknown_bus`,
/// `plan.unknown_session` otherwise.
[[nodiscard]] Result<void> checkFits(const plan::Scenario& scenario, const plan::Plan& plan);

/// A plan set on a board, with the scenario and the model that the board stands on.
class Staging {
public:
    /// The plan must fit the scenario.
    Staging(plan::Scenario scenario, const plan::Plan& plan);
    Staging(const Staging&) = delete;
    Staging& operator=(const Staging&) = delete;

    const plan::Scenario& scenario() const { return m_scenario; }
    const Model& model() const { return *m_model; }
    const Board& board() const { return *m_board; }
    /// The series that a placement came from; empty for one that is not of the plan.
    plan::SeriesKey seriesOf(const Placement& placement) const;
    /// The commune of each demand of general practice, as a position in the scenario's territory.
    const std::vector<std::size_t>& communeOfDemand() const { return m_communeOfDemand; }

private:
    bool lockUnplaced();

    plan::Scenario m_scenario;
    const plan::Plan& m_plan;
    std::unique_ptr<Model> m_model;
    std::unique_ptr<Board> m_board;
    std::vector<std::size_t> m_communeOfDemand;
};

/// As a placement of the model; none when the model leaves out what the series names.
std::optional<Placement> placed(const Model& model, const plan::Series& series);

} // namespace medicobus::planner
