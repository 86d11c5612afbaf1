// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "planner/model.h"

namespace medicobus::planner {

enum class BoundKind {
    /// The linear programme of `planning.md` section 2 and no more.
    SectionTwo,
    /// The same with rows that every lawful plan keeps: whole days at a site fit whole into its weekly limit
    /// (three half-days a week leave room for one), and the number of sites is limited.
    Tight,
};

/// An upper bound on worth - lambda x driving minutes a year of any lawful plan (`planning.md` section 2):
/// every bus-day is a lawful tour taken a real number of times, a site's weekly limit holds, V is cut by
/// tangents; regularity is relaxed. Columns (tours) and cuts are added as they are needed. Tours of three
/// sessions and more are relaxed further, to sessions that can follow each other. Error: `planner.bound`.
[[nodiscard]] Result<double> boundOf(const Model& model, BoundKind kind = BoundKind::Tight);

} // namespace medicobus::planner
