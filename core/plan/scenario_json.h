// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "plan/scenario.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace medicobus::plan {

/// Whether the drives that a scenario names are read with it.
enum class Roads { Read, Skip };

/// Reads `medicobus-scenario/1` (`json/scenario.schema.json`) and the territory it names, whose path is
/// relative to the scenario's file. Without `sites`, the candidates are those of `candidateSites`.
/// Errors name file and key: those of `readFile`, `JsonReader` and the territory's reader, and
/// `codes::scenario...` for what contradicts itself.
[[nodiscard]] Result<Scenario> readScenario(const std::filesystem::path& path, Roads roads = Roads::Read);
/// As `readScenario`, from a text; `file` names it in errors and places the territory.
[[nodiscard]] Result<Scenario> parseScenario(std::string_view text, const std::string& file,
                                             Roads roads = Roads::Read);

/// The same scenario always gives the same bytes. The territory is written by its name, candidates that were
/// not given are left out.
std::string scenarioJson(const Scenario& scenario);
[[nodiscard]] Result<void> writeScenario(const std::filesystem::path& path, const Scenario& scenario);

} // namespace medicobus::plan
