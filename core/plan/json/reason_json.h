// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/json_reader.h"
#include "plan/json/json_lines.h"
#include "plan/reason.h"

namespace medicobus::plan {

/// A reason as a plan's `explanation` holds it. A code or a unit that this version does not know is kept.
Reason readReason(JsonReader& reader);

/// Figures keep 4 decimals.
OrderedJson reasonJson(const Reason& reason);

} // namespace medicobus::plan
