// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "cli/console.h"
#include "plan/plan.h"
#include "plan/scenario.h"
#include "plan/verify.h"
#include "planner/planner.h"
#include "words/reasons.h"

namespace medicobus::cli {

/// The plan as people read it: a line for each series by weekday, half-day and place, with its weeks, hours
/// and the driving of its day.
void tellSeries(const Console& console, const plan::Scenario& scenario, const plan::Plan& plan);

/// Score against the bound and against the spreadsheet's plan, then the indicators before and after.
void tellFigures(const Console& console, const plan::Plan& plan, double dutyHoursYear,
                 const planner::SpreadsheetPlan& spreadsheet);

/// The sessions that nobody covers, one line each, and what people work; nothing without people.
void tellPeople(const Console& console, const plan::Plan& plan, const plan::Verification& found);
/// The same for machines: `uncovered` and `people`.
OrderedJson peopleJson(const Console& console, const plan::Plan& plan, const plan::Verification& found);

/// Score, indicators and the comparison, for machines.
OrderedJson figuresJson(const plan::Plan& plan, double dutyHoursYear,
                        const planner::SpreadsheetPlan& spreadsheet);

using words::placeName;

} // namespace medicobus::cli
