// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/civil_time.h"
#include "base/result.h"
#include "plan/programme.h"
#include "territory/commune.h"

#include <string>
#include <string_view>

namespace medicobus::cli {

/// The territory that a person names: `admidep` for the embedded one (write `./admidep` for a file of that
/// name), else a CSV.
[[nodiscard]] Result<territory::Territory> loadTerritory(const std::string& name);

/// Reads `SITE=2027-07-01..2027-07-14` or `SITE=2027-07-01`; `cli.change` otherwise.
[[nodiscard]] Result<plan::Closure> parseClosure(std::string_view text);

/// Reads `SERIES@2027-03-02T09:00=2027-03-03T14:00`; `cli.change` otherwise. The end is left for the caller,
/// who knows how long the passage lasts.
[[nodiscard]] Result<plan::Override> parseMove(std::string_view text);

/// The day today in Paris, by the machine's clock.
[[nodiscard]] Result<Date> today();

namespace codes {
inline constexpr ErrorCode cliChange{"cli.change"};
inline constexpr ErrorCode cliNoPassage{"cli.no_passage"};
inline constexpr ErrorCode cliUsage{"cli.usage"};
inline constexpr ErrorCode cliFolderTaken{"cli.folder_taken"};
inline constexpr ErrorCode cliPlanUnlawful{"cli.plan_unlawful"};
} // namespace codes

} // namespace medicobus::cli
