// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "base/random.h"
#include "base/uuid.h"

namespace medicobus::simulation {

/// Puts a seeded generator in the place of libsodium's source of random bytes, so that keys, nonces and with
/// them every byte of a run come back with the seed. Once per process, before the first use of libsodium.
void seedEverything(std::uint64_t seed);

/// Bytes from the same seeded generator, for `Journal` and `Desk`.
Entropy seededEntropy();

} // namespace medicobus::simulation
