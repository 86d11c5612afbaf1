// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/json/json_lines.h"
#include "plan/scenario.h"

namespace medicobus::plan {

// What is offered in a session, and by whom, as the scenario writes it; defaults are left out.

OrderedJson sessionJson(const SessionKind& kind);
OrderedJson serviceNeedJson(const ServiceNeed& need);
OrderedJson employmentJson(const Employment& rules);
OrderedJson personJson(const Person& person);

} // namespace medicobus::plan
