// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "territory/commune.h"

#include <cstdint>

namespace medicobus::territory {

/// The seed of the Admidep that everybody sees.
inline constexpr std::uint64_t admidepSeed = 3;

/// *Admidep*, a fictional département of 300 communes on 80 x 70 km, for trying everything without real data.
///
/// One préfecture, two sous-préfectures, small towns and villages; access to doctors falls with the distance
/// to towns, so about a third of the communes are under-served. Two have no known APL, to show what
/// "not known" looks like. Only whole numbers are computed, so each seed gives the same territory on every
/// machine. Its codes begin with 00: INSEE numbers départements from 01, and 99 means "abroad". It lies
/// around the middle of France so that maps and sun times look right; its places are invented all the same.
Territory admidep(std::uint64_t seed = admidepSeed);

} // namespace medicobus::territory
