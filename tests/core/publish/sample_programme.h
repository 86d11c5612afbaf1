// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "plan/programme.h"

namespace medicobus::testing {

/// A small invented programme from Monday 1 March 2027, with one of everything that can happen to a passage:
/// a public holiday to confirm and one kept, a moved passage, a cancelled one, a closure, a lifted closure,
/// two sites in one commune, a commune without any, and weeks that no recurrence rule can say.
plan::Programme sampleProgramme();

Date day(std::string_view text);
LocalTime at(std::string_view text);
/// An instant in UTC, `2027-02-26T17:05` for example.
Instant utc(std::string_view text);

} // namespace medicobus::testing
