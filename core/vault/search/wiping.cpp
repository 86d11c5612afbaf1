// SPDX-License-Identifier: EUPL-1.2
#include "vault/search/wiping.h"

#include <sodium.h>

namespace medicobus::vault {

void wipe(void* memory, std::size_t bytes) {
    sodium_memzero(memory, bytes);
}

} // namespace medicobus::vault
