// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "routing/verify.h"

namespace medicobus::routing {

/// Judges one route whose vehicle and places are known by what its vehicle asks, and adds what it breaks.
/// Returns what its drives and its use cost.
Cost verifyRoute(const Problem& problem, const Route& route, std::vector<Violation>& violations);

/// An amount by dimension, of which the missing ones are 0.
std::int64_t amountAt(const std::vector<std::int64_t>& amounts, std::size_t index);

} // namespace medicobus::routing
