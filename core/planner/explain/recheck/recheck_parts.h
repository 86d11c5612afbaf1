// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "planner/explain/explain.h"
#include "planner/explain/finding.h"

namespace medicobus::planner {

/// A stated figure may differ by this much, plus a millionth of itself: files keep four decimals.
inline constexpr double figurePrecision = 5e-4;

/// The finding of the same code and subject, or null.
const Finding* answerTo(const plan::Reason& reason, const Findings& findings);
/// Notes a figure that differs, once.
void compareFigure(Recheck& found, const std::string& figure, double stated, double again);
void compareReasons(const plan::Reason& stated, const plan::Reason& again, Recheck& found);
/// Measures a trial by `plan::verify` against what is stated.
void judgeTrial(const Trial& trial, const plan::Reason& stated, Recheck& found);

} // namespace medicobus::planner
