// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/result.h"

#include <string>
#include <string_view>

namespace medicobus {

/// Crockford's base 32, for codes that people read out and type: upper case, the last letter filled up with
/// zeros.
std::string toBase32(std::string_view bytes);
/// Reads it without regard to case, spaces, line ends and hyphens; O is 0, I and L are 1. What fills up the
/// last letter must be zero, so that a slip there is told too. Errors: `base32.unreadable`.
[[nodiscard]] Result<std::string> fromBase32(std::string_view text);

/// In groups of five letters, six to a line.
std::string inGroupsOfFive(std::string_view letters);

namespace codes {
/// Details: cause, `letter` (value: the letter that no code has) or `check` (the last letter).
inline constexpr ErrorCode badBase32{"base32.unreadable"};
} // namespace codes

} // namespace medicobus
