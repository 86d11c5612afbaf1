// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"
#include "plan/programme.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace medicobus::plan {

/// Reads `medicobus-programme/1` (`json/programme.schema.json`) with its closures and overrides. A
/// programme is synced, so a key that this version does not know is passed over here; the journal keeps the
/// operation's body as it came, hence nothing is lost. A change or closure of a series or site that is no
/// longer there is read and has no effect. Errors: those of `JsonReader`, `programme.format`,
/// `programme.monday`, `programme.order`, `programme.duplicate`, `programme.unknown_site`, `programme.week`.
[[nodiscard]] Result<Programme> parseProgramme(std::string_view text, const std::string& file);
[[nodiscard]] Result<Programme> readProgramme(const std::filesystem::path& path);

/// The same programme always gives the same bytes.
std::string programmeJson(const Programme& programme);
[[nodiscard]] Result<void> writeProgramme(const std::filesystem::path& path, const Programme& programme);

namespace codes {
inline constexpr ErrorCode programmeFormat{"programme.format"};
/// The first day is not a Monday.
inline constexpr ErrorCode programmeMonday{"programme.monday"};
/// An end that does not come after its start.
inline constexpr ErrorCode programmeOrder{"programme.order"};
inline constexpr ErrorCode programmeDuplicate{"programme.duplicate"};
inline constexpr ErrorCode programmeUnknownSite{"programme.unknown_site"};
/// A week outside the cycle, or weeks that do not ascend.
inline constexpr ErrorCode programmeWeek{"programme.week"};
} // namespace codes

} // namespace medicobus::plan
