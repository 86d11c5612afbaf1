// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "plan/plan.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace medicobus::plan {

/// Reads `medicobus-plan/1` (`json/plan.schema.json`). Only the form is checked here: what the plan says is
/// judged by `verify`. Errors: those of `readFile` and `JsonReader`, and `plan.format`.
[[nodiscard]] Result<Plan> readPlan(const std::filesystem::path& path);
/// As `readPlan`, from a text; `file` only names it in errors.
[[nodiscard]] Result<Plan> parsePlan(std::string_view text, const std::string& file);

/// The same plan always gives the same bytes: fixed key order, times HH:MM, at most 4 decimals.
std::string planJson(const Plan& plan);
[[nodiscard]] Result<void> writePlan(const std::filesystem::path& path, const Plan& plan);

namespace codes {
inline constexpr ErrorCode planFormat{"plan.format"};
} // namespace codes

} // namespace medicobus::plan
